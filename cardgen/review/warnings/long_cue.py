"""Cues of more than 14 words, which are too long to take in at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.library.step_rules import MOST_CUE_WORDS
from cardgen.model.prose import whole_text
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
GOOD_CUE_WORDS = 14
"""The words that can be taken in at arm's length in one glance; more than `MOST_CUE_WORDS` are a fault."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each cue that is longer than it should be."""
    for index, step in enumerate(file.routine.model.steps):
        if GOOD_CUE_WORDS < (words := len(whole_text(step.cue).split())) <= MOST_CUE_WORDS:
            problem = f"The cue has {words} words; at most {GOOD_CUE_WORDS} can be taken in at a glance."
            remedy = "Move what is not needed there to 'detail'."
            yield file.routine.warning(("steps", index, "cue"), problem, remedy)
