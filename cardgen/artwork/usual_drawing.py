"""The drawing of a step that has none: the place that its author names, else its area; nothing forbidden is filled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from cardgen.artwork.prohibitions import forbidden_places
from cardgen.artwork.regions import region_share
from cardgen.artwork.risks import risks, unpressed
from cardgen.artwork.views import crop, view
from cardgen.files.folders import DATA
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import LEVELS, Level, Position
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model

MOSTLY = 0.5
"""A worked region of which a forbidden one covers this part is not filled."""
TOUCHING = 0.02
"""A forbidden region of which the worked ones cover less than this part is not hatched."""
USUAL_LEVEL: Level = "medium"
"""The pressure of a step that states none."""
LIMB_SIDES = {"left": (".left",), "right": (".right",), "both": (".right", ".left")}


class NamedPlace(Model, frozen=True, kw_only=True):
    """A place on the body, and what shows it."""

    words: list[str]
    """What people call it."""
    whole: str = ""
    """The wider place that it belongs to."""
    drawing: Drawing | None = None
    """A close-up that is the same however the receiver lies."""
    drawings: dict[Position, Drawing] = {}
    """What shows it while the receiver lies or sits like this."""

    def shown(self, position: Position) -> Drawing | None:
        return self.drawings.get(position, self.drawing)


class Places(Model, frozen=True):
    """Every place, and the words around their names that change nothing or join them."""

    places: list[NamedPlace]
    fillers: list[str]
    links: list[str]


class UsualDrawing(NamedTuple):
    """A drawing that nobody made for the step."""

    drawing: Drawing
    general: bool
    """Whether it shows more than the place that the author named."""


@cache
def _places() -> Places:
    return read_document(DATA / "body" / "places.yaml", Places).model


@cache
def _by_words() -> dict[str, NamedPlace]:
    return {words: place for place in _places().places for words in place.words}


@cache
def _names() -> re.Pattern[str]:
    """The name of any place, the longest first; a part of it, such as the front of the neck, is another place."""
    names = sorted(_by_words(), key=len, reverse=True)
    return re.compile(rf"(?<!\bof )(?<!\bof the )\b(?:{'|'.join(map(re.escape, names))})\b(?! of\b)")


def drawing_for(step: Step, routine: Routine) -> Drawing:
    """A step's drawing, or the usual one."""
    return step.drawing or usual_drawing(step, routine).drawing


def usual_drawing(step: Step, routine: Routine) -> UsualDrawing:
    """What shows a step that has no drawing."""
    position = step.position or routine.position
    found, exact = _named_drawing(step.where, position), True
    if found is None:
        found, exact = _general_drawing(step, routine, position), False
    if spared := _spare(_with_sides(found, step, routine), step, routine):
        return UsualDrawing(spared, not exact)
    return UsualDrawing(_hatched(_with_sides(found, step, routine), step, routine), True)


def _named_drawing(where: str, position: Position) -> Drawing | None:
    """The drawing of the places that a text names, if it is wholly understood and they are in one view."""
    named = _read_places(where)
    shown = [drawing for place in named if (drawing := place.shown(position))]
    if not shown or len(shown) < len(named) or len({crop(drawing.view).view for drawing in shown}) > 1:
        return None
    wider = _wider_place(where)
    around = wider.shown(position) if wider and len({drawing.view for drawing in shown}) > 1 else shown[0]
    if around is None or crop(around.view).view != crop(shown[0].view).view:
        return None
    return replace(around, area=tuple(dict.fromkeys(region for drawing in shown for region in drawing.area)))


def _read_places(where: str) -> Sequence[NamedPlace]:
    """The places that a text names; none if any other word of it is not understood, or sets a limit."""
    text = " ".join(re.findall(r"[\w'-]+", where.lower()))
    known, named = _places(), [_by_words()[found[0]] for found in _names().finditer(text)]
    others = _names().sub("", text).split()
    return named if all(word in known.fillers or word in known.links for word in others) else ()


def _wider_place(where: str) -> NamedPlace | None:
    """The wider place that all places of a text belong to."""
    wholes = _wholes(where)
    return _by_words().get(min(wholes)) or _by_words().get(f"the {min(wholes)}") if len(wholes) == 1 else None


def _wholes(where: str) -> set[str]:
    """The wider places of all places that a text names."""
    return {place.whole for place in _named(where)}


def _named(where: str) -> list[NamedPlace]:
    """All places that a text names."""
    return [_by_words()[found[0]] for found in _names().finditer(where.lower())]


def _from_its_side(wider: Drawing, where: str, position: Position) -> Drawing:
    """A wider place in the view of the first place that a text names, if that view shows it too: the hand, palm up."""
    first = next((drawing for place in _named(where) if (drawing := place.shown(position))), wider)
    seen = crop(first.view).view
    stems = {region.partition(".")[0] for region in view(seen).regions} if seen != crop(wider.view).view else set()
    return replace(first, area=wider.area) if wider.area and stems.issuperset(wider.area) else wider


def _general_drawing(step: Step, routine: Routine, position: Position) -> Drawing:
    """The wider place that a step names, its limb, or its area, as the receiver lies or sits."""
    named = step.limb if step.limb != "side" else routine.limb
    limb = _by_words().get(named) if _wholes(step.where) <= {named} else None
    area = areas()[step.area or routine.area]
    tried = (place.shown(position) for place in (_wider_place(step.where), limb) if place)
    if found := next(filter(None, tried), None):
        return _from_its_side(found, step.where, position)
    return area.drawings.get(position, area.drawing)


def _with_sides(drawing: Drawing, step: Step, routine: Routine) -> Drawing:
    """A drawing with the sides of its regions: those that are named, the right one of two, or both."""
    known, words = view(crop(drawing.view).view).regions, re.findall(r"\w+", step.where.lower())
    one = "right" if step.twice or routine.sides else "both"
    sides = LIMB_SIDES[next((word for word in words if word in LIMB_SIDES), one)]
    names = (name for stem in drawing.area for name in (stem, *(stem + side for side in sides), stem + ".right"))
    found = [name for name in dict.fromkeys(names) if name in known]
    kept = [name for name in found if name.endswith(sides) or "." not in name]
    return replace(drawing, area=tuple(kept or found))


def _spare(drawing: Drawing, step: Step, routine: Routine) -> Drawing | None:
    """A drawing in which no forbidden region is filled; None if nothing is left of it."""
    shown = crop(drawing.view).view
    spared = _unpressed_regions(shown, step, routine)
    cautioned = [*spared, *_cautioned_regions(drawing, step, routine)]
    if _left_of(drawing, cautioned):
        spared = cautioned
    area = _left_of(drawing, spared)
    return replace(drawing, area=area, avoid=_touched(shown, spared, area)) if area else None


def _hatched(drawing: Drawing, step: Step, routine: Routine) -> Drawing:
    """A drawing of which everything is forbidden by the safety card."""
    shown = crop(drawing.view).view
    return replace(drawing, area=(), avoid=_touched(shown, _unpressed_regions(shown, step, routine), drawing.area))


def _left_of(drawing: Drawing, spared: Collection[str]) -> tuple[str, ...]:
    """The worked regions of a drawing that the spared ones do not mostly cover."""
    shown = crop(drawing.view).view
    return tuple(region for region in drawing.area if not _is_covered(shown, region, spared))


def _is_covered(shown: str, region: str, spared: Iterable[str]) -> bool:
    return any(region == other or region_share(shown, region, other) >= MOSTLY for other in spared)


def _touched(shown: str, spared: Iterable[str], area: Iterable[str]) -> tuple[str, ...]:
    """The forbidden regions that are at least partly within worked ones."""
    worked = list(area)
    return tuple(
        other
        for other in dict.fromkeys(spared)
        if any(other == region or region_share(shown, other, region) > TOUCHING for region in worked)
    )


def _unpressed_regions(shown: str, step: Step, routine: Routine) -> list[str]:
    """The regions of a view that the area's safety card, or the step's own lighter zones, keep clear of pressure."""
    levels = [level for action in step.actions if action.force for level in action.force.levels] or [USUAL_LEVEL]
    found = unpressed(routine, step, max(levels, key=LEVELS.index))
    return [region for risk in found for region in sorted(risk.regions_of(shown))]


def _cautioned_regions(drawing: Drawing, step: Step, routine: Routine) -> list[str]:
    """The regions that cautions forbid to press; no place that is all the step works on."""
    shown = crop(drawing.view).view
    texts = [whole_text(step.caution), *(text for text in routine.cautions if isinstance(text, str))]
    worked = [drawing, *_first_named(shown, step, routine)]
    places = [_regions_named(name, shown) for text in texts for name in forbidden_places(text, _all_names())]
    return [region for regions in places if all(_left_of(each, regions) for each in worked) for region in regions]


def _first_named(shown: str, step: Step, routine: Routine) -> Iterator[Drawing]:
    """The first place that a step names, if a view has it, however general its drawing is."""
    for place in _named(step.where)[:1]:
        found = place.shown(step.position or routine.position)
        if found and found.area and crop(found.view).view == shown:
            yield _with_sides(found, step, routine)


@cache
def _all_names() -> tuple[str, ...]:
    """The names of all places, and of those that take no pressure."""
    return (*_by_words(), *(word for risk in risks() for word in risk.words))


def _regions_named(name: str, shown: str) -> list[str]:
    """The regions of a place in a view, on both sides."""
    risky = [region for risk in risks() if name in risk.words for region in sorted(risk.regions_of(shown))]
    stems = set(_stems(_by_words()[name], shown)) if name in _by_words() else set()
    return [*risky, *(region for region in view(shown).regions if region.partition(".")[0] in stems)]


def _stems(place: NamedPlace, shown: str) -> Iterator[str]:
    """The regions of a place in a view, without their sides."""
    for drawing in (place.drawing, *place.drawings.values()):
        if drawing and crop(drawing.view).view == shown:
            yield from drawing.area
