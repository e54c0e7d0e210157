"""Amounts for each side of a step that is done on both sides together, or on one side only."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
LIMBS = ("side", "leg", "arm", "foot")
"""What an amount may be for that there are two of."""
NOT_EACH = {
    "together": "both sides at once",
    "near": "the near side only",
    "left": "the left side only",
    "right": "the right side only",
}
"""Sides that are not done one after the other."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step whose `sides` and `each` contradict each other."""
    for index, step in enumerate(file.routine.model.steps):
        each = next((action.measure.each for action in step.actions if action.measure.each in LIMBS), None)
        if each and step.sides in NOT_EACH:
            problem = f"'each: {each}' contradicts 'sides: {step.sides}', which means {NOT_EACH[step.sides]}."
            remedy = "Leave 'each' out, or write 'sides: each' for one side, then the other."
            yield file.routine.warning(("steps", index, "sides"), problem, remedy)
