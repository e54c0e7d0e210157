"""Drawings that fill or press a place that the step, its caution, or its body area forbids."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.giver_hands import add_hands
from cardgen.artwork.risks import Risk
from cardgen.artwork.stroke_pressure import USUAL_LEVEL, hardest
from cardgen.artwork.views import crop
from cardgen.errors import Fault
from cardgen.library.press_rules import presses, touches
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Step
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.places.pressure_limits import forbidden
from cardgen.places.risk_words import step_level
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
NO_DRAWING = Drawing(view="")
REMEDY = "Move the stroke beside it, or make it lighter there: 'pressure' may list levels, which are spread along it."
HAND_REMEDY = "Move the hand beside it, or name the place under 'avoid', where no hand is drawn."


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each stroke that is drawn on a forbidden place, and for each hand, also one that cardgen adds."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        places = list(forbidden(routine, step)) if step.drawing else []
        if found := _filled(step, places) if step.drawing else None:
            yield file.routine.warning(("steps", index, "drawing", "area"), *found)
        drawing = add_hands(step.drawing, step, step.giver_at or routine.giver_at) if step.drawing else NO_DRAWING
        for number, stroke in enumerate(drawing.strokes):
            if name := _pressed(drawing, stroke, hardest(step) or USUAL_LEVEL, places):
                own = step.drawing and number < len(step.drawing.strokes)
                presses_with = "The hand in the drawing" if stroke.posture else "The drawing"
                problem = f"{presses_with} of '{step.name}' presses on {name}."
                place = ("steps", index, "drawing", *(("strokes", number) if own else ()))
                yield file.routine.warning(place, problem, HAND_REMEDY if stroke.posture else REMEDY)


def _filled(step: Step, places: list[tuple[Risk, Level]]) -> tuple[str, str] | None:
    """The problem with the regions that a drawing fills, and its remedy: one is hatched as well, or forbidden."""
    drawing, level = step.drawing or NO_DRAWING, step_level(step)
    if both := next((region for region in drawing.area if region in drawing.avoid), ""):
        return f"The drawing of '{step.name}' fills and hatches {both}.", "Leave it out of 'area', or out of 'avoid'."
    shown = crop(drawing.view).view if drawing.area else ""
    for risk, least in places if level and drawing.area else ():
        pressed = [region for region in drawing.area if region in risk.regions_of(shown)]
        filled = next((region for region in pressed if region not in drawing.light), "")
        if filled and LEVELS.index(level) >= LEVELS.index(least) and not risk.named_in(step.where):
            problem = f"The drawing of '{step.name}' fills {filled}, but {risk.name} must not be pressed that hard."
            return problem, "Leave it out of 'area', or write it under 'avoid', which hatches it."
    return None


def _pressed(drawing: Drawing, stroke: Stroke, usual: Level, places: list[tuple[Risk, Level]]) -> str:
    """The first forbidden place that a stroke presses too hard; empty when there is none."""
    shown = crop(drawing.view).view if places else ""
    regions = [(risk, level, region) for risk, level in places for region in risk.regions_of(shown)]
    touched = touches(drawing, stroke, usual) if regions else ()
    pressed = (risk.name for risk, level, region in regions if presses(drawing, touched, region, level))
    return next(pressed, "")
