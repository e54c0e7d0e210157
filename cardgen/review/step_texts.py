"""The texts of a step, clause by clause, as warnings compare them with its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.model.prose import whole_text
from cardgen.model.routine import Step

TEXTS = ("name", "where", "cue", "detail")
"""Fields that say what is done, and where."""
CLAUSE_END = re.compile(r"[,.;:!?]|\bthen\b", re.IGNORECASE)


def step_texts(step: Step) -> Iterator[tuple[str, str]]:
    """Every text of a step that says what is done, after its field."""
    return ((field, whole_text(getattr(step, field))) for field in TEXTS)


def clauses(text: str, elsewhere: re.Pattern[str]) -> list[str]:
    """The clauses of a text without those that are about something else, by a word in them."""
    return [clause for clause in CLAUSE_END.split(text) if not elsewhere.search(clause)]
