"""Drawings that fill a different place than `where` names."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from cardgen.artwork.body_map import BodySpot, locate_regions
from cardgen.artwork.regions import region_share
from cardgen.artwork.views import crop, view
from cardgen.errors import Fault, shorten
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine, Step
from cardgen.places.named_places import NamedPlace
from cardgen.places.one_view import holds_region
from cardgen.places.reading import read_places
from cardgen.places.usual_drawing import usual_drawing
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
FAR = 150
"""Places this far apart on a whole body, in its view's units, are two: a calf is longer than that."""
TOUCHING = 0.05
"""Regions that share less than this part of one of them are two places."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each drawing none of whose filled regions is at a place that its step names."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        if not step.drawing or not step.drawing.area:
            continue
        named = _regions_named(step, routine)
        if not named and _is_far(step, step.drawing, routine):
            problem = f"The drawing of '{step.name}' shows a different part of the body than '{shorten(step.where)}'."
            remedy = "Choose a view that shows the place ('cardgen list views'), or correct 'where'."
            yield file.routine.warning(("steps", index, "drawing", "view"), problem, remedy)
        if named and not _touches(step.drawing, named):
            filled = ", ".join(step.drawing.area)
            problem = f"The drawing of '{step.name}' fills {filled}, but 'where' says '{shorten(step.where)}'."
            part = crop(step.drawing.view)
            seen = sorted(region for region in named if holds_region(part, region))
            remedy = f"Fill {', '.join(seen) or 'that place, in a view that shows it'}, or correct 'where'."
            yield file.routine.warning(("steps", index, "drawing", "area"), problem, remedy)


def _is_far(step: Step, drawing: Drawing, routine: Routine) -> bool:
    """Whether a drawing in a view that lacks the place of its step is at another part of the body."""
    usual = usual_drawing(replace(step, drawing=None, image=None), routine)
    if usual.shows != "place":
        return False
    face_up = (step.position or routine.position) == "supine"
    drawn, named = (locate_regions(each, face_up) for each in (drawing, usual.drawing))
    away = [_distance(one, other) for one in drawn for other in named if one.view == other.view]
    return bool(away) and min(away) > FAR


def _distance(one: BodySpot, other: BodySpot) -> float:
    """The distance of two places on the body, whichever side they are on, in the view's units."""
    middle = view(one.view).size.width / 2
    return math.dist((abs(one.at[0] - middle), one.at[1]), (abs(other.at[0] - middle), other.at[1]))


def _regions_named(step: Step, routine: Routine) -> set[str]:
    """The regions of the drawing's view that the step names; none if a word or a place in that view is not known."""
    drawing, position = step.drawing, step.position or routine.position
    places = read_places(step.where, position).places
    shown = crop(drawing.view).view if drawing else ""
    found = [_regions_of(place, shown) for place in places]
    return set().union(*found) if all(found) else set()


def _regions_of(place: NamedPlace, shown: str) -> set[str]:
    """The regions of a place in a view, on both sides."""
    stems = {stem for drawing in place.every_drawing if crop(drawing.view).view == shown for stem in drawing.area}
    return {region for region in view(shown).regions if region.partition(".")[0] in stems}


def _touches(drawing: Drawing, named: set[str]) -> bool:
    """Whether any filled region is at least partly at a place."""
    shown = crop(drawing.view).view
    return any(
        region_share(shown, filled, other) > TOUCHING or region_share(shown, other, filled) > TOUCHING
        for filled in drawing.area
        for other in named
    )
