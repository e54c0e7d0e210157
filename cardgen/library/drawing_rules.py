"""What must hold for a drawing: what it names is there, it stays on the figure, and it goes the step's way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.artwork.curves import Point
from cardgen.artwork.strokes import SIGNS, locate_point, measure_stroke, mirror_stroke
from cardgen.artwork.views import Crop, crop, view, views
from cardgen.errors import Fault
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Routine, Step
from cardgen.reading.messages import Place, shorten
from cardgen.reading.models import Document
from cardgen.suggestions import suggest

UPRIGHT = {"body-back", "body-front", "seated-back", "head-back", "face"}
"""Views in which the head is up the page."""
TURNS = {"clockwise", "counterclockwise"}
POINT = re.compile(r"([\w.-]+)(?: (-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?))?")


def drawing_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Everything wrong with the drawings of a routine."""
    for index, step in enumerate(document.model.steps):
        if step.drawing:
            faults = list(_check_drawing(document, index, step.drawing))
            yield from faults or _direction_faults(document, index, step, step.drawing)


def _check_drawing(document: Document[Routine], index: int, drawing: Drawing) -> Iterator[Fault]:
    """A view and regions that exist."""
    place = ("steps", index, "drawing")
    if drawing.view not in views():
        problem = f"There is no view of the body called '{drawing.view}'."
        yield document.fault((*place, "view"), problem, suggest(drawing.view, views()))
        return
    regions = view(crop(drawing.view).view).regions
    for key in ("area", "avoid"):
        for number, name in enumerate(getattr(drawing, key)):
            if name not in regions:
                problem = f"The view '{drawing.view}' has no region '{name}'."
                yield document.fault((*place, key, number), problem, suggest(name, regions))
    for number, stroke in enumerate(drawing.strokes):
        yield from _check_stroke(document, (*place, "strokes", number), stroke, crop(drawing.view))


def _direction_faults(document: Document[Routine], index: int, step: Step, drawing: Drawing) -> Iterator[Fault]:
    """A drawing that goes another way than the step's direction says."""
    place = ("steps", index, "drawing", "strokes")
    ways = {way.way for action in step.actions for way in action.ways}
    landmarks = view(crop(drawing.view).view).landmarks
    for number, stroke in enumerate(drawing.strokes):
        turned = stroke.turn if stroke.draw in ("ring", "circles") and not stroke.mirror else None
        if turned and ways & TURNS and turned not in ways:
            problem = f"The drawing turns {turned}, the step's direction does not."
            yield document.fault((*place, number), problem, "Change 'turn', or the step's 'direction'.")
        if crop(drawing.view).view in UPRIGHT and ways and ways <= {"toward-head", "toward-feet"}:
            rise = _rise(stroke, landmarks)
            drawn = "toward-head" if rise > 0 else "toward-feet"
            if rise and drawn not in ways:
                problem = f"The drawing goes {drawn}, the step's direction does not."
                yield document.fault((*place, number), problem, "Turn 'along' round, or change the step's 'direction'.")


def _rise(stroke: Stroke, landmarks: dict[str, tuple[float, float]]) -> float:
    """How far a stroke goes up the page from its start to its end; 0 for one that goes nowhere."""
    if stroke.both or not SIGNS[stroke.draw].travels:
        return 0
    return locate_point(stroke.along[0], landmarks)[1] - locate_point(stroke.along[-1], landmarks)[1]


def _check_stroke(document: Document[Routine], place: Place, stroke: Stroke, part: Crop) -> Iterator[Fault]:
    """Landmarks that exist, points that stay on the drawing, and a way from the first to the last."""
    landmarks = view(part.view).landmarks
    said = [(number, _point_fault(point, part, landmarks)) for number, point in enumerate(stroke.along)]
    faults = [document.fault((*place, "along", number), *fault) for number, fault in said if fault]
    if not faults and stroke.mirror:
        other = [_point_fault(point, part, landmarks) for point in mirror_stroke(stroke).along]
        faults = [
            document.fault((*place, "mirror"), f"On the other side: {fault[0]}", fault[1]) for fault in other if fault
        ]
    if not faults and SIGNS[stroke.draw].needs_length and measure_stroke(stroke, landmarks) < 1:
        problem = f"All points of this '{stroke.draw}' are in one place."
        faults = [document.fault((*place, "along"), problem, "Add where it ends: a landmark, or an offset.")]
    yield from faults


def _point_fault(point: str, part: Crop, landmarks: dict[str, Point]) -> tuple[str, str] | None:
    """What is wrong with a point of a drawing, and the remedy; None when nothing is."""
    match, shown = POINT.fullmatch(point), shorten(point)
    if match is None:
        return f"'{shown}' is not a point.", "Write a landmark, or a landmark and its offset: 'sacrum 0 -6'."
    if match[1] not in landmarks:
        return f"The view '{part.view}' has no landmark '{shorten(match[1])}'.", suggest(match[1], landmarks)
    if not part.holds(locate_point(point, landmarks)):
        return f"'{shown}' lies outside the drawing.", "Make the offset smaller, or choose a larger view."
    return None
