"""`each: hand`, which means the giver's hands, in steps that work on the receiver's hands."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.routine import Step
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.step_texts import step_texts

FILE_KINDS = ("routine",)


YOUR_HANDS = WordPattern(r"\b(?:alternat\w+|both (?:your )?hands|(?:each|one) of your|your (?:other|right|left))\b")
"""Words that are about the giver's two hands."""
OF_HAND = WordPattern(r"\b(?:hands?|palms?|thumbs?|index|fingers?|knuckles?)\b")
"""A place on the receiver's hand."""


def _says_turns(step: Step) -> bool:
    """Whether the note on the hands says that they take turns."""
    return any(action.hand and YOUR_HANDS.search(action.hand.note or "") for action in step.actions)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such amount in a step or a routine for each hand."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        hands = "hand" in (step.limb, routine.limb) or bool(OF_HAND.search(step.where))
        said = any(YOUR_HANDS.search(text) for _, text in step_texts(step)) or _says_turns(step)
        if hands and not said and any(action.measure.each == "hand" for action in step.actions):
            problem = f"In '{step.name}', 'each: hand' means each of your own hands, not of the receiver's."
            if routine.sides and not step.once:
                remedy = "Leave 'each' out if you mean theirs: the amount is for the hand that the routine is on."
            else:
                remedy = "Write 'each: side' for each of the receiver's, or 'sides: each' to do the whole step on both."
            yield file.routine.warning(("steps", index, "repeat"), problem, remedy)
