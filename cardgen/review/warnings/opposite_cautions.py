"""Cautions for the same condition, however it is spelled, one for strong pressure and another for light."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from cardgen.errors import Fault, shorten
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.placed_texts import group_cautions
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.conditions import condition_key
from cardgen.wording.sentences import split_sentences
from cardgen.wording.words import ENGLISH, words

FILE_KINDS = ("routine",)
STRONG = WordPattern(r"\b(?:deep|firm|hard|strong|vigorous|heavy)(?:ly)?\b")
SOFT = WordPattern(r"\b(?:light|gentl|soft|feather)\w*")
REFUSING = WordPattern(r"\b(?:never|not|no|avoid|without|nothing)\b|n['’]t\b")
"""Words that turn the meaning of a sentence into its opposite."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each second caution of such a pair: both are printed below one heading."""
    spoken = words(ENGLISH)
    for (_, first), (place, second) in combinations(group_cautions(file.routine.model), 2):
        same = condition_key(first.only_with, spoken) == condition_key(second.only_with, spoken)
        if same and {_strength(first.do), _strength(second.do)} == {"strong", "soft"}:
            said, other = (shorten(caution.do.rstrip(".")) for caution in (second, first))
            problem = f"With '{second.only_with}', '{said}' contradicts '{other}'."
            remedy = "Both are printed below one condition. Keep the one that is right."
            yield file.routine.warning((*place, "do"), problem, remedy)


def _strength(text: str) -> str:
    """Whether a text asks for strong pressure, or for soft; empty if it asks for neither, or for both."""
    asked = {said for sentence in split_sentences(text) for said in _asked(sentence)}
    return asked.pop() if len(asked) == 1 else ""


def _asked(sentence: str) -> Iterator[str]:
    refuses = REFUSING.search(sentence) is not None
    if STRONG.search(sentence):
        yield "soft" if refuses else "strong"
    elif SOFT.search(sentence) and not refuses:
        yield "soft"
