"""Steps for each side in a routine that is already done on each side as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from cardgen.errors import Fault
from cardgen.model.vocabulary import Limb
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step on both sides of a routine that is itself done on both."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps if routine.sides else ()):
        sided = any(amount.each in get_args(Limb) for action in step.actions for amount in action.amounts)
        if step.twice or sided:
            problem = f"'{step.name}' is done on each side, and so is the whole routine."
            place = ("steps", index, "sides") if step.twice else ("steps", index, "repeat")
            yield file.routine.warning(place, problem, "State it in only one of the two places.")
