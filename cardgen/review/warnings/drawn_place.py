"""Drawings that fill another place than the one that `where` names."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.named_places import NamedPlace
from cardgen.artwork.one_view import holds_region
from cardgen.artwork.place_reading import read_places
from cardgen.artwork.regions import region_share
from cardgen.artwork.views import crop, view
from cardgen.errors import Fault, shorten
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine, Step
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
TOUCHING = 0.05
"""Regions that share less than this part of one of them are two places."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each drawing none of whose filled regions is at a place that its step names."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        named = _regions_named(step, routine) if step.drawing and step.drawing.area else set()
        if step.drawing and named and not _touches(step.drawing, named):
            filled = ", ".join(step.drawing.area)
            problem = f"The drawing of '{step.name}' fills {filled}, but 'where' says '{shorten(step.where)}'."
            part = crop(step.drawing.view)
            seen = sorted(region for region in named if holds_region(part, region))
            remedy = f"Fill {', '.join(seen) or 'that place, in a view that shows it'}, or correct 'where'."
            yield file.routine.warning(("steps", index, "drawing", "area"), problem, remedy)


def _regions_named(step: Step, routine: Routine) -> set[str]:
    """The regions of the drawing's view that the step names; none if a word or a place in that view is not known."""
    drawing, position = step.drawing, step.position or routine.position
    places = read_places(step.where, position).places
    shown = crop(drawing.view).view if drawing else ""
    found = [_regions_of(place, shown) for place in places]
    return set().union(*found) if all(found) else set()


def _regions_of(place: NamedPlace, shown: str) -> set[str]:
    """The regions of a place in a view, on both sides."""
    drawings = (place.drawing, *place.drawings.values())
    stems = {stem for drawing in drawings if drawing and crop(drawing.view).view == shown for stem in drawing.area}
    return {region for region in view(shown).regions if region.partition(".")[0] in stems}


def _touches(drawing: Drawing, named: set[str]) -> bool:
    """Whether any filled region is at least partly at a place."""
    shown = crop(drawing.view).view
    return any(
        region_share(shown, filled, other) > TOUCHING or region_share(shown, other, filled) > TOUCHING
        for filled in drawing.area
        for other in named
    )
