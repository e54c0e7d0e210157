"""Numbers in texts, as figures or words, and the sentences whose numbers are about what is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cardgen.reading.amount_parts import NUMBER_WORDS, SPELLED_NUMBER
from cardgen.reading.word_patterns import WordPattern, any_of
from cardgen.wording.sentences import split_statements

MOST_TEXTS = 4096
"""The number of parsed texts that are kept: several warnings read the same ones."""
DOZENS = {"a dozen": "12", "half a dozen": "6"}
NUMBERS = NUMBER_WORDS | DOZENS
SAID_NUMBER = rf"(\d+|once|twice|{SPELLED_NUMBER})"
"""A number that says how often or how much, in a group of its own."""
N = rf"(?:\d+|{any_of(DOZENS)}|{SPELLED_NUMBER})"
LIMIT = (
    r"(?P<limit>\b(?:more than|longer than|at (?:the )?most|up to|max(?:imum)?\.?|not over"
    r"|(?:stop\w*|let(?:ting)? go|release|ends?) after) (?:about )?)?"
)
"""Before a number that may not be exceeded."""
MOVEMENTS = (
    "strokes|circles|passes|sets|rounds|repetitions|reps|squeezes|presses|rotations|sweeps|pulls|taps|glides|kneads"
    "|swings|lifts|rolls"
)
LIMITS_ALONE = "caution"
"""The field in which other numbers are about something else."""
CASE = WordPattern(r"\b(?:if|when|where|unless|in case)\b")
"""Words of a limit that holds only in some cases."""
ASIDE = WordPattern(
    r"^(?:if|when|should|in case|for (?:older|frail|ticklish)|beginners?|older|children)\b|^with (?:an? )?\w+:"
    r"|\b(?:too (?:many|much|long|few)|plenty|instead|otherwise|within|usually|often|sometimes"
    r"|most (?:people|spots|receivers)|some people|in a row|hours?|session)\b"
)
"""Sentences about another case, or about less or more than is done."""


@lru_cache(MOST_TEXTS)
def said_sentences(text: str) -> Sequence[str]:
    """The sentences of a text that are about what is done, always and by everybody."""
    return [sentence for sentence in split_statements(text) if sentence and not ASIDE.search(sentence)]


def number_of(word: str) -> int:
    """The number that a word or digits stand for."""
    return int(NUMBERS.get(word.lower(), word))


def is_compared(limit: bool, words: str, field: str) -> bool:
    """Whether a number is one of the step itself: a caution has limits alone, and some limits hold in one case."""
    return not CASE.search(words) if limit else field != LIMITS_ALONE
