"""`each: hand`, which is each of the giver's hands, where the receiver's hands are worked on."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such amount in a step or a routine for each hand."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        hands = "hand" in (step.limb, routine.limb)
        if hands and any(action.measure.each == "hand" for action in step.actions):
            problem = f"In '{step.name}', 'each: hand' means each of your own hands, not of the receiver's."
            if routine.sides and not step.once:
                remedy = "Leave 'each' out if you mean theirs: the amount is for the hand that the routine is on."
            else:
                remedy = "Write 'each: side' for each of the receiver's, or 'sides: each' to do the whole step on both."
            yield file.routine.warning(("steps", index, "repeat"), problem, remedy)
