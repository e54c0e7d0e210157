"""Drawings of steps that hold still, without the sign for it."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.action import Action
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
HOLDING = {"holding", "press-and-hold"}
"""Techniques that keep the hands still."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each drawing that does not show that its step holds still."""
    for index, step in enumerate(file.routine.model.steps):
        if not step.drawing or not any(_holds(action) for action in step.actions):
            continue
        if all(stroke.draw != "still" for stroke in step.drawing.strokes):
            problem = f"The drawing of '{step.name}' does not show that the hands hold still."
            remedy = "Add the sign of a pause beside the hand, at a landmark of the view (draw: still)."
            yield file.routine.warning(("steps", index, "drawing", "strokes"), problem, remedy)


def _holds(action: Action) -> bool:
    """Whether hands keep still: as a technique, in its direction, or for a time."""
    still = any(way.way == "still" for way in action.ways)
    return still or action.technique in HOLDING or action.measure.hold is not None
