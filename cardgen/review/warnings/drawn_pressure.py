"""Drawings that press harder than their steps say."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.stroke_pressure import hardest
from cardgen.errors import Fault
from cardgen.model.vocabulary import LEVELS
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each glide that is wider than the highest pressure of its step, its zones included."""
    for index, step in enumerate(file.routine.model.steps):
        said = hardest(step)
        if not step.drawing or not said:
            continue
        zones = [zone.level for action in step.actions if action.force for zone in action.force.zones]
        most = max([said, *zones], key=LEVELS.index)
        for number, stroke in enumerate(step.drawing.strokes):
            drawn = max(stroke.levels, key=LEVELS.index, default=most)
            if stroke.draw == "glide" and LEVELS.index(drawn) > LEVELS.index(most):
                problem = f"The drawing of '{step.name}' shows {drawn} pressure, but the step says {most}."
                remedy = "Leave 'pressure' out of the stroke, which then uses the step's, or change the step's."
                yield file.routine.warning(("steps", index, "drawing", "strokes", number), problem, remedy)
