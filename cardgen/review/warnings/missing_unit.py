"""Short holds and rests without a unit, which may be meant as breaths."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.prose import whole_text
from cardgen.model.repeat import read_span
from cardgen.model.routine import Step
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
FIELDS = ("hold", "rest", "rest_after", "every", "at_most", "at_most_in_all")
MOST_BREATHS = 10
"""The most that anybody would count: a larger number alone is meant as seconds."""
SECONDS = WordPattern(r"\b(?:s|sec|seconds?)\b")


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such number, unless a text of its step speaks of seconds."""
    for index, step in enumerate(file.routine.model.steps):
        if _speaks_of_seconds(step):
            continue
        for number, action in enumerate(step.actions):
            owner = ("steps", index, "phases", number - 1) if number else ("steps", index)
            for field in FIELDS:
                given = getattr(action.measure, field)
                span = None if isinstance(given, str) else read_span(given)
                if span and span.most <= MOST_BREATHS:
                    said = span.number.replace("–", "-")
                    problem = (
                        f"'{field}' of '{step.name}' is {said} without a unit: it is read and printed as {said} s."
                    )
                    remedy = f"Write '{field}: {said} s' for seconds, or '{field}: {said} breaths' for breaths."
                    yield file.routine.warning((*owner, "repeat", field), problem, remedy)


def _speaks_of_seconds(step: Step) -> bool:
    texts = (whole_text(step.cue), whole_text(step.detail), *(phase.detail or "" for phase in step.phases))
    return any(map(SECONDS.search, texts))
