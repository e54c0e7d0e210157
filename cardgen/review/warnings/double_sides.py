"""Steps for each side in a routine that is already done on each side as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
LIMBS = ("side", "leg", "arm", "foot")
"""What an amount may be for that there are two of."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step on both sides of a routine that is itself done on both."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps if routine.sides else ()):
        sided = any(action.measure.each in LIMBS for action in step.actions)
        if step.twice or sided:
            problem = f"'{step.name}' is done on each side, and so is the whole routine."
            place = ("steps", index, "sides") if step.twice else ("steps", index, "repeat")
            yield file.routine.warning(place, problem, "State it in only one of the two places.")
