"""Drawings whose strokes press on a place that the step, its caution or its body area forbids."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.risks import Risk, forbidden
from cardgen.artwork.views import crop
from cardgen.errors import Fault
from cardgen.library.press_rules import hardest, presses
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Step
from cardgen.model.vocabulary import Level
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
REMEDY = "Move the stroke beside it, or make it lighter there: 'pressure' may list levels, which are spread along it."


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each stroke that is drawn on a forbidden place."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        places = list(forbidden(routine, step)) if step.drawing else []
        for number in range(len(step.drawing.strokes) if step.drawing else 0):
            if name := _pressed(step, number, places):
                problem = f"The drawing of '{step.name}' presses on {name}."
                yield file.routine.warning(("steps", index, "drawing", "strokes", number), problem, REMEDY)


def _pressed(step: Step, number: int, places: list[tuple[Risk, Level]]) -> str:
    """The first forbidden place that a stroke presses too hard; empty when there is none."""
    drawing = step.drawing or Drawing(view="")
    stroke, shown, usual = drawing.strokes[number], crop(drawing.view).view, hardest(step)
    for risk, level in places:
        if any(presses(drawing, stroke, region, usual, level) for region in risk.regions_of(shown)):
            return risk.name
    return ""
