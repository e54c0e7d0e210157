"""The areas of a step in a view that its author has chosen, before anything is drawn in it."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.artwork.regions import region_shape
from cardgen.artwork.views import Crop, crop, view
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine, Step
from cardgen.places.reading import read_places
from cardgen.places.step_sides import with_sides
from cardgen.places.usual_drawing import usual_drawing, without_forbidden


def fill_view(name: str, step: Step, routine: Routine) -> Drawing:
    """A view with the place that a step names filled, and what it must not press hatched, as far as both are seen."""
    usual, part = usual_drawing(step, routine).drawing, crop(name)
    found = usual if crop(usual.view).view == part.view else _in_other_view(part, step, routine)
    named = (found.area, found.avoid, found.light)
    area, avoid, light = (tuple(each for each in regions if _is_seen(part, each)) for regions in named)
    return replace(found, view=name, area=area, avoid=avoid, light=light)


def _in_other_view(part: Crop, step: Step, routine: Routine) -> Drawing:
    """The named place by the regions that it has in any of its drawings, if this view has them too."""
    places = read_places(step.where, step.position or routine.position).places
    shown = [drawing for place in places for drawing in place.every_drawing]
    known = {region.partition(".")[0] for region in view(part.view).regions}
    stems = dict.fromkeys(stem for drawing in shown for stem in drawing.area if stem in known)
    drawing = with_sides(Drawing(view=part.view, area=tuple(stems)), step, routine)
    return without_forbidden(drawing, step, routine)


def _is_seen(part: Crop, region: str) -> bool:
    """Whether some of a region is in a part of its view."""
    box = region_shape(part.view, region).box
    across = part.x < box.x + box.width and box.x < part.x + part.width
    return across and part.y < box.y + box.height and box.y < part.y + part.height
