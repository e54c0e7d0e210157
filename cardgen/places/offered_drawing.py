"""A drawing that an author is offered for a step without one: of a place that the step names and does not forbid."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cardgen.artwork.views import crop, crops, view, views
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import Position
from cardgen.places.named_places import NamedPlace
from cardgen.places.one_view import holds_region, in_frame
from cardgen.places.reading import named_places, read_places
from cardgen.places.step_sides import LIMBS, with_sides
from cardgen.places.usual_drawing import is_forbidden, named_drawing

LIFTED = {"leg-lift", "arm-lift", "arm-straight", "forearm-up", "knee-to-chest"}
"""Views of a limb that the giver holds up; what they show of the trunk is only in the background."""


def offered_drawing(step: Step, routine: Routine) -> Drawing | None:
    """A drawing that fills a place that the step names; None when no view shows one that the step may press."""
    position = step.position or routine.position
    named = [*read_places(step.where, position).places] or named_places(step.where)
    if not named:
        return None
    usual = named_drawing(step, routine)
    stems = {stem for place in named for stem in _stems(place)}
    own = [replace(usual, area=(region,)) for region in usual.area if region.partition(".")[0] in stems]
    others = (with_sides(drawing, step, routine) for drawing in _of_place(named[0], position))
    for drawing in (*own, *others):
        framed = in_frame(drawing, [drawing.view])
        if not is_forbidden(framed, step, routine):
            return framed
    return None


def _of_place(place: NamedPlace, position: Position) -> Iterator[Drawing]:
    """Every view of a place as the receiver lies or sits, with one region of it."""
    usual = place.shown(position)
    hidden_in = crop(usual.view).view if usual and not usual.area else ""
    for name in dict.fromkeys((*crops(), *sorted(views()))):
        part = crop(name)
        if part.view == hidden_in or (part.view in LIFTED and place.whole not in LIMBS):
            continue
        known = view(part.view).regions
        for stem in _stems(place) if position in part.positions else ():
            if any(region in known and holds_region(part, region) for region in (stem, f"{stem}.right")):
                yield Drawing(view=name, area=(stem,))


def _stems(place: NamedPlace) -> dict[str, None]:
    """The regions of a place in all its drawings, without their sides, in their order."""
    return dict.fromkeys(stem for drawing in place.every_drawing for stem in drawing.area)
