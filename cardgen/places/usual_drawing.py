"""The drawing of a step that has none: the place that its author names, else its area; nothing forbidden is filled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from msgspec.structs import replace

from cardgen.artwork.regions import region_share
from cardgen.artwork.risks import Risk, risks
from cardgen.artwork.sides import shows_one_side
from cardgen.artwork.stroke_pressure import USUAL_LEVEL, hardest
from cardgen.artwork.views import crop, view
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import Position
from cardgen.places.named_places import NamedPlace, by_words
from cardgen.places.one_view import holds_region, in_frame, joint_drawing
from cardgen.places.pressure_limits import takes_light, unpressed
from cardgen.places.prohibitions import forbidden_places
from cardgen.places.reading import named_places, read_places, wider_place
from cardgen.places.step_sides import LIMB_SIDES, fills_other_side, with_sides

MOSTLY = 0.5
"""A worked region is not filled if a forbidden one covers this part of it."""
TOUCHING = 0.02
"""A forbidden region is not hatched if the worked ones cover less than this part of it."""


Shows = Literal["place", "more", "part", "none", "hidden", "area", "unknown", "forbidden"]
"""How much a figure fills of the place that an author named.

"place" is just the place, "more" is more than it, "part" is only a part of it. The others fill nothing: the place is on
the far side of the body ("none"), no figure shows it for this receiver ("hidden"), only some of its words are known
("area"), none of them is ("unknown"), or all of it is forbidden ("forbidden")."""
LOCATED: tuple[Shows, ...] = ("place", "more", "part")
"""Figures that fill something, which a map can point to."""


class UsualDrawing(NamedTuple):
    """A drawing that nobody made for the step."""

    drawing: Drawing
    shows: Shows

    @property
    def general(self) -> bool:
        """Whether it shows anything but the place that the author named."""
        return self.shows != "place"

    @property
    def is_located(self) -> bool:
        """Whether a map can point to the place."""
        return self.shows in LOCATED


def usual_drawing(step: Step, routine: Routine) -> UsualDrawing:
    """The figure of a step that has no drawing; it fills nothing when its place is not certain."""
    found = _worked_drawing(step, routine)
    if found.shows in ("area", "hidden", "unknown"):
        return UsualDrawing(replace(found.drawing, area=()), found.shows)
    return found


def _worked_drawing(step: Step, routine: Routine) -> UsualDrawing:
    """The same, with all that may be worked filled."""
    position = step.position or routine.position
    found = _named_drawing(step.where, position) or _general_drawing(step, routine, position)
    sided = with_sides(found.drawing, step, routine)
    if found.shows == "place" and fills_other_side(sided, step, routine):
        found = UsualDrawing(found.drawing, "more")
    if not sided.area:
        return UsualDrawing(
            replace(sided, avoid=_in_sight(sided, _cautioned_regions(sided, step, routine))), found.shows
        )
    if spared := _spare(sided, step, routine):
        return UsualDrawing(
            spared, "part" if found.shows == "place" and _shows_one_of_two(spared, step) else found.shows
        )
    return UsualDrawing(_hatched(sided, step, routine), "forbidden")


def named_drawing(step: Step, routine: Routine) -> Drawing:
    """The usual drawing, nothing hatched or dotted, and only what the step names filled, if it names any place."""
    drawing, shows = _worked_drawing(step, routine)
    if shows == "area" and named_places(step.where):
        named = _first_named(crop(drawing.view).view, step, routine)
        return replace(drawing, area=next((found.area for found in named), ()), avoid=(), light=())
    return replace(drawing, avoid=(), light=())


def without_forbidden(drawing: Drawing, step: Step, routine: Routine) -> Drawing:
    """A drawing whose forbidden regions are hatched or dotted, and not filled."""
    return _spare(drawing, step, routine) or _hatched(drawing, step, routine)


def _shows_one_of_two(drawing: Drawing, step: Step) -> bool:
    """Whether a text names both sides, worked on at once, and the view has only one."""
    return not step.twice and shows_one_side(crop(drawing.view)) and bool(re.search(r"\bboth\b", step.where.lower()))


def _named_drawing(where: str, position: Position) -> UsualDrawing | None:
    """The drawing of the places that a text names, if all of it is understood and one view shows some of them."""
    if LIMB_SIDES.keys() <= {*re.findall(r"\w+", where.lower()), "both"}:
        return None  # a side for each place
    named, whole = read_places(where, position)
    shown = [(place, drawing) for place in named if (drawing := place.shown(position))]
    filled = [place for place, drawing in shown if drawing.area]
    if not filled:
        return next((UsualDrawing(drawing, "none") for _, drawing in shown), None)
    found = _one_view([drawing for _, drawing in shown if drawing.area], filled, position)
    if found is None:
        return None
    drawing, exact = found
    return UsualDrawing(drawing, "part" if len(filled) < len(named) else "place" if whole and exact else "more")


def _one_view(shown: list[Drawing], named: list[NamedPlace], position: Position) -> tuple[Drawing, bool] | None:
    """The one drawing of several places, and whether it shows no more than they are."""
    wider = wider_place(named)
    around = wider.shown(position) if wider and len({drawing.view for drawing in shown}) > 1 else shown[0]
    view_names = {crop(drawing.view).view for drawing in shown}
    if around is None or view_names != {crop(around.view).view}:
        return joint_drawing(named, position)
    drawing = replace(around, area=tuple(dict.fromkeys(region for drawing in shown for region in drawing.area)))
    alone = len({drawing.view for drawing in shown}) == 1
    return (drawing if alone else in_frame(drawing, [around.view, *(each.view for each in shown)])), True


def _general_drawing(step: Step, routine: Routine, position: Position) -> UsualDrawing:
    """All places that a step names, else its first one, its limb, or its area, as the receiver lies."""
    shown = [(place, drawing) for place in named_places(step.where) if (drawing := place.shown(position))]
    filled = [place for place, drawing in shown if drawing.area]
    several = len(filled) > 1 and all(place.on_body(position) for place in filled)
    if several and (joint := joint_drawing(filled, position)):
        return UsualDrawing(joint[0], "area")
    if shown:
        first = shown[0][1]
        return UsualDrawing(first, "area" if first.area else "none")
    hidden = bool(read_places(step.where, position).places)
    limb = by_words().get(step.limb if step.limb != "side" else routine.limb)
    if limb and (found := limb.shown(position)):
        return UsualDrawing(found, "hidden" if hidden else "area" if found.area else "none")
    area = areas()[step.area or routine.area]
    return UsualDrawing(area.drawings.get(position, area.drawing), "hidden" if hidden else "unknown")


def _spare(drawing: Drawing, step: Step, routine: Routine) -> Drawing | None:
    """A drawing in which no forbidden region is filled; None if nothing is left of it."""
    shown = crop(drawing.view).view
    too_delicate = list(unpressed(routine, step, hardest(step) or USUAL_LEVEL))
    spared = _regions_of(too_delicate, shown)
    cautioned = _cautioned_regions(drawing, step, routine)
    if _left_of(drawing, [*spared, *cautioned]):
        spared = [*spared, *cautioned]
    area = _left_of(drawing, spared)
    other_sides = [region for region in drawing.area if region not in area and _other_side(region) in area]
    in_sight = [region for region in _in_sight(drawing, cautioned) if region not in area]
    found = dict.fromkeys([*_touched(shown, spared, area), *other_sides, *in_sight])
    light = set(_regions_of((risk for risk in too_delicate if takes_light(risk, step)), shown)).difference(cautioned)
    avoid = tuple(region for region in found if region not in light)
    dotted = tuple(region for region in found if region in light)
    return replace(drawing, area=area, avoid=avoid, light=dotted) if area else None


def _other_side(region: str) -> str:
    """The same region on the other side of the body."""
    stem, _, side = region.partition(".")
    return f"{stem}.{'left' if side == 'right' else 'right'}"


def _hatched(drawing: Drawing, step: Step, routine: Routine) -> Drawing:
    """A drawing whose whole area the safety card forbids."""
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
    return _regions_of(unpressed(routine, step, hardest(step) or USUAL_LEVEL), shown)


def _regions_of(found: Iterable[Risk], shown: str) -> list[str]:
    """The regions of some risky places in a view."""
    return [region for risk in found for region in sorted(risk.regions_of(shown))]


def _cautioned_regions(drawing: Drawing, step: Step, routine: Routine) -> list[str]:
    """The regions that cautions forbid to press; no place that is all the step works on."""
    shown = crop(drawing.view).view
    texts = [step.where, whole_text(step.caution), *routine.safety.general_cautions]
    worked = [each for each in (drawing, *_first_named(shown, step, routine)) if each.area]
    named = ((name, text) for text in texts for name in places_forbidden_in(text))
    places = [_forbidden_regions(name, text, drawing) for name, text in named]
    return [region for regions in places if all(_left_of(each, regions) for each in worked) for region in regions]


def forbids_all(caution: str, where: str, drawing: Drawing) -> bool:
    """Whether a caution forbids every place that a drawing fills, and `where` does not name it as worked on."""
    named = [name for name in places_forbidden_in(caution) if name not in where.lower()]
    said = [region for name in named for region in _forbidden_regions(name, caution, drawing)]
    return bool(drawing.area and said) and not _left_of(drawing, said)


def is_forbidden(drawing: Drawing, step: Step, routine: Routine) -> bool:
    """Whether a caution, the safety card or a lighter zone forbids to press any region of a drawing."""
    shown = crop(drawing.view).view
    texts = [step.where, whole_text(step.caution), *routine.safety.general_cautions]
    said = [
        region
        for text in texts
        for name in places_forbidden_in(text)
        for region in _forbidden_regions(name, text, drawing)
    ]
    return len(_left_of(drawing, [*said, *_unpressed_regions(shown, step, routine)])) < len(drawing.area)


def _forbidden_regions(name: str, text: str, drawing: Drawing) -> list[str]:
    """The regions of a forbidden place in the view of a drawing: on one side, if the text names it only on that one."""
    found = _regions_named(name, crop(drawing.view).view)
    sides = set(re.findall(rf"\b(left|right)(?: [\w-]+)? {re.escape(name)}\b", text.lower()))
    both = re.search(rf"(?<!left )(?<!right )\b{re.escape(name)}\b", text.lower())
    if both or len(sides) != 1:
        return found
    (side,) = sides
    if shows_one_side(crop(drawing.view)):
        return found if side == drawing.side else []
    return [region for region in found if "." not in region or region.endswith(f".{side}")]


def _in_sight(drawing: Drawing, regions: Iterable[str]) -> tuple[str, ...]:
    """Those of some regions that are in the figure, each once."""
    part = crop(drawing.view)
    return tuple(region for region in dict.fromkeys(regions) if holds_region(part, region))


def _first_named(shown: str, step: Step, routine: Routine) -> Iterator[Drawing]:
    """The first place that a step names, if a view has it, however general its drawing is."""
    for place in named_places(step.where)[:1]:
        found = place.shown(step.position or routine.position)
        if found and found.area and crop(found.view).view == shown:
            yield with_sides(found, step, routine)


@lru_cache(maxsize=1024)  # a caution for the whole routine is read for every step
def places_forbidden_in(text: str) -> Sequence[str]:
    """The names of all places that a text forbids to press or to touch."""
    return tuple(forbidden_places(text, _all_place_names()))


@cache
def _all_place_names() -> tuple[str, ...]:
    """The names of all places, and of those that take no pressure."""
    return (
        *(words for words, place in by_words().items() if not place.wider),
        *(word for risk in risks() for word in risk.words),
    )


def _regions_named(name: str, shown: str) -> list[str]:
    """The regions of a place in a view, on both sides."""
    place = by_words().get(name)
    stems = set(_stems(place, shown)) if place and not place.wider else set()
    if found := [region for region in view(shown).regions if region.partition(".")[0] in stems]:
        return found
    return _regions_of((risk for risk in risks() if name in risk.words), shown)


def _stems(place: NamedPlace, shown: str) -> Iterator[str]:
    """The regions of a place in a view, without their sides."""
    for drawing in place.every_drawing:
        if crop(drawing.view).view == shown:
            yield from drawing.area
