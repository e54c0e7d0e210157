"""Lengths of time that a text says: "half a minute", "30 to 45 seconds", "at most three slow breaths"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from cardgen.reading.word_patterns import FoundWords, WordPattern
from cardgen.review.said_numbers import LIMIT, MOST_TEXTS, MOVEMENTS, N, number_of

TIME = WordPattern(
    rf"\b{LIMIT}(?P<every>\bevery )?(?:\b(?P<half>half a minute)|\b(?P<one>a (?:\w+ )?minute)(?P<more> and a half)?"
    rf"|\b(?P<low>{N})(?: and a half| ?½)?(?:(?: to | or | ?[-–] ?)(?P<high>{N}))?"
    r"(?: (?:(?!and |or |to )[a-z]+ )?(?P<unit>breaths?|seconds?|sec|s|minutes?|min)\b|(?P<mark>\"|″))"
    rf"(?:,? (?:and )?(?P<seconds>{N}) ?(?:seconds?|sec|s)\b)?)"
)
A_RATE = WordPattern(rf"\b(?:times|beats|{MOVEMENTS}) $")
"""Before "a minute" in "15 strokes a minute"."""
CLAUSE_END = re.compile(r"[,:;.]| then ")


class SaidTime(Struct, frozen=True):
    """A length of time, as a text says it."""

    words: str
    low: float
    high: float
    """In seconds, or in breaths."""
    breaths: bool
    limit: bool
    clause: str
    every: bool
    """Whether it is a rhythm: "every 30 seconds"."""


@lru_cache(MOST_TEXTS)
def said_times(sentence: str) -> Sequence[SaidTime]:
    """Every length of time in a sentence."""
    return [
        _said_time(found)
        for found in TIME.finditer(sentence)
        if not (found["one"] and A_RATE.search(sentence[: found.start()]))
    ]


def _said_time(found: FoundWords) -> SaidTime:
    unit = (found["unit"] or ("min" if found["half"] or found["one"] else "s")).lower()
    size = 60 if unit.startswith("min") else 1
    low = _least(found)
    high = number_of(found["high"]) if found["high"] else low
    half = 0.5 if found["more"] or " and a half" in found[0] or "½" in found[0] else 0
    seconds = number_of(found["seconds"]) if found["seconds"] else 0
    return SaidTime(
        words=found[0].strip(),
        low=(low + half) * size + seconds,
        high=(high + half) * size + seconds,
        breaths=unit.startswith("breath"),
        limit=bool(found["limit"]),
        clause=_clause(found),
        every=bool(found["every"]),
    )


def _least(found: FoundWords) -> float:
    """The number of minutes, seconds or breaths, or the lower end of a range of them."""
    if found["half"]:
        return 0.5
    return 1 if found["one"] else number_of(found["low"])


def _clause(found: FoundWords) -> str:
    """The clause of a sentence in which a length of time is."""
    start = max(found.string.rfind(mark, 0, found.start()) for mark in ",:;") + 1
    return CLAUSE_END.split(found.string[start:])[0]
