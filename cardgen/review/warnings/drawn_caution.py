"""Drawings that fill only places that their step's caution forbids."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault, shorten
from cardgen.model.prose import whole_text
from cardgen.places.usual_drawing import forbids_all
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.sentences import split_sentences

FILE_KINDS = ("routine",)
CONDITION = WordPattern(r"\b(?:if|when|where|with|unless)\b")
"""Words that make a caution hold for some people only, or for a part of the place."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each drawing that leaves nothing to work on."""
    for index, step in enumerate(file.routine.model.steps):
        said = [each for each in split_sentences(whole_text(step.caution)) if not CONDITION.search(each)]
        if step.drawing and (text := next((each for each in said if forbids_all(each, step.where, step.drawing)), "")):
            problem = f"The drawing of '{step.name}' fills only what its caution forbids: '{shorten(text)}'"
            remedy = "Fill the place that the step works on, or correct 'caution'."
            yield file.routine.warning(("steps", index, "drawing", "area"), problem, remedy)
