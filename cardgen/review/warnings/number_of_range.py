"""Texts that give one number of a range, although a shorter or longer session may use another."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.amount import Bounds
from cardgen.model.prose import whole_text
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_counts import said_counts
from cardgen.review.said_numbers import said_sentences
from cardgen.review.step_texts import owner_of

FILE_KINDS = ("routine",)
TEXTS = ("name", "cue", "detail")


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text with a number that its card does not always say."""
    for index, step in enumerate(file.routine.model.steps):
        bounds = step.amounts[0].bounds
        for field in TEXTS if bounds and not step.phases else ():
            if bounds and (said := _one_of(bounds, whole_text(getattr(step, field)))):
                problem = f"{owner_of(step, field)} says '{said}', but a session chooses from {bounds.least} to "
                remedy = "Leave the number out of the text, or write this one number as the amount."
                yield file.routine.warning(("steps", index, field), f"{problem}{bounds.most}.", remedy)


def _one_of(bounds: Bounds, text: str) -> str:
    """The first number of times in a text that is one of a range, and not the range itself; empty if there is none."""
    counts = (said for sentence in said_sentences(text) for said in said_counts(sentence))
    exact = (said for said in counts if said.low == said.high and not (said.limit or said.rate or said.part))
    return next((said.words for said in exact if said.low > 1 and bounds.least <= said.low <= bounds.most), "")
