"""The texts of a step, clause by clause, as warnings compare them with its facts, and which facts are opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.model.prose import whole_text
from cardgen.model.routine import Step
from cardgen.model.vocabulary import Direction

TEXTS = ("name", "where", "cue", "detail")
"""Fields that say what is done, and where."""
SENTENCE_END = re.compile(r"(?<=[.!?;])\s")
CLAUSE_END = re.compile(r"[,.;:!?]|\bthen\b", re.IGNORECASE)

OPPOSITE: dict[Direction, Direction] = {
    "clockwise": "counterclockwise",
    "counterclockwise": "clockwise",
    "toward-head": "toward-feet",
    "toward-feet": "toward-head",
    "outward": "inward",
    "inward": "outward",
    "toward-spine": "away-from-spine",
    "away-from-spine": "toward-spine",
}
"""Directions that contradict each other."""


def step_texts(step: Step) -> Iterator[tuple[str, str]]:
    """Every text of a step that says what is done, after its field."""
    return ((field, whole_text(getattr(step, field))) for field in TEXTS)


def clauses(text: str, elsewhere: re.Pattern[str]) -> list[str]:
    """The clauses of a text without those that are about something else, by a word in them."""
    return [clause for clause in CLAUSE_END.split(text) if not elsewhere.search(clause)]
