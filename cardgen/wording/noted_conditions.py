"""Conditions that a note about the receiver names: "Pregnant, week 22" names pregnancy, "diabetic" diabetes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from cardgen.model.routine import Routine
from cardgen.places.named_places import THE_BACK, by_plain_words
from cardgen.wording.conditions import content
from cardgen.wording.sentences import split_statements
from cardgen.wording.words import Words

LEAST_STEM = 4
"""The letters that a word has at least without its ending."""
ENDINGS = (
    *("mation", "eries", "ement", "iness", "ancy", "ical", "ious", "less", "ment", "ners", "ness", "ning", "ant"),
    *("ery", "ful", "ies", "ing", "ion", "ish", "ive", "ner", "ous", "ed", "es", "ic", "is", "e", "s", "y"),
)
"""Endings of words with one stem, the longest first: pregnant and pregnancy, replaced and replacement."""
WORD = re.compile(r"[^\W\d_]+")
REMARK = re.compile(r"\([^)]*\)")


def named_words(note: str, condition: str, words: Words) -> str:
    """The words of a note that name a condition, or one of several, in a sentence; empty if none does."""
    for sentence in split_statements(note):
        said = {_stem(one): found for found in WORD.finditer(sentence) for one in content(found[0], words)}
        for stems in _each(condition, words):
            if _is_named(stems, said.keys()):
                spans = [found.span() for stem, found in said.items() if stem in stems]
                return sentence[min(spans)[0] : max(spans)[1]]
    return ""


def _is_named(stems: set[str], said: Set[str]) -> bool:
    """Whether a sentence says all of a condition; it need not name the place, but may name no other one."""
    places = set(_places().values())
    missing = stems - said
    return missing != stems and (not missing or (missing <= places and not said & places))


def rules_out(note: str, routine: Routine, words: Words) -> bool:
    """Whether a note names a condition with which a routine is not given."""
    limit = words.position_limits.get(routine.position)
    by_position = [limit.condition] if limit and limit.left_out else []
    conditions = (*routine.not_with, *routine.leave_out_with, *by_position)
    return any(named_words(note, condition, words) for condition in conditions)


def _each(condition: str, words: Words) -> Iterator[set[str]]:
    """The stems of each of several conditions, with what the last one says for all: "a sore or frozen shoulder".

    A note need not have words such as "recent" and "disorder".
    """
    either = "|".join(map(re.escape, words.recognized["or"].split()))
    parts = re.split(rf"[;,]|\b(?:{either})\b", REMARK.sub("", condition))
    each = [stems for part in parts if (stems := _stems(part, words))]
    places = set(_places().values())
    for stems in each:
        last = each[-1]
        yield stems | (set() if stems & places else last & places) | (set() if stems - places else last - places)


def _stems(text: str, words: Words) -> set[str]:
    """The stems of the words that tell a condition from others."""
    loose = words.recognized["loose"].split()
    told = " ".join(word for word in WORD.findall(text.casefold()) if word not in loose)
    return set(map(_stem, content(told, words)))


def _stem(word: str) -> str:
    """A word without its ending; the same for all names of a place on the body."""
    cut = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    return _places().get(word) or next((stem for stem in cut if len(stem) >= LEAST_STEM), word)


@cache
def _places() -> dict[str, str]:
    """The first name of each place on the body, by its names of one word."""
    names = {name: place.words[0] for name, place in by_plain_words().items() if " " not in name}
    return names | {"back": THE_BACK}
