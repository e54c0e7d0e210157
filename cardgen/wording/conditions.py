"""Whether conditions are the same, or one rules out another: "surgery" rules out "recent surgery", not vice versa."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from cardgen.wording.words import Words

WORD = re.compile(r"[\w'’-]+|[^\w\s.!]")

SHORTEST_PLURAL = 4
"""The letters that a word has at least without the s of its plural."""
BRITISH = {"oe": "e", "ae": "e", "our": "or", "logue": "log", "yse": "yze", "ise": "ize"}
"""Letters that British spelling has where American spelling has others: oedema, anaemia, tumour."""


def condition_key(condition: str, words: Words) -> tuple[str, ...]:
    """A key that is the same for one condition, however it is spelled: "Lymphoedema", "a lymphedema"."""
    return tuple(content(condition, words)) or (condition.casefold(),)


def is_list(text: str, words: Words) -> bool:
    """Whether a text names several things: "a sore or replaced hip"."""
    return "," in text or any(word in text.split() for word in words.recognized["or"].split())


def left_over(conditions: Iterable[str], ruled_out: Iterable[str], words: Words) -> list[str]:
    """The conditions that none of those ruled out covers: neither the same one nor a wider one.

    A remark in parentheses belongs to what is done with a condition: "pregnancy (on the side)".
    """
    known = {condition: content(condition.partition(" (")[0], words) for condition in conditions}
    wide = [wider for text in ruled_out for wider in _each(text, list(known.values()), words)]
    return [condition for condition, told in known.items() if not any(_is_wider(one, told) for one in wide)]


def _each(text: str, known: Sequence[list[str]], words: Words) -> Iterator[list[str]]:
    """Every condition of a text: of "cancer, or a stroke", and of "cancer or a stroke" if nothing more is said.

    In "cancer or a stroke in the last month", the last words may limit both.
    """
    either = "|".join(map(re.escape, words.recognized["or"].split()))
    for part in re.split(rf";|,\s+(?:{either})\b", text.casefold()):
        found = [content(one, words) for one in re.split(rf",|\b(?:{either})\b", part)]
        alone = len(found) == 1
        if alone or all(any(_is_wider(one, other) for other in known) for one in found):
            yield from found


def content(text: str, words: Words) -> list[str]:
    """The words that carry the meaning of a condition, with the signs among them."""
    small = words.recognized["small"].split()
    return [_american(word) for word in WORD.findall(text.casefold()) if word not in small]


@lru_cache(maxsize=1024)  # the conditions of some ten routines, which are compared with each other again and again
def _american(word: str) -> str:
    """A word in American spelling and without the s of a plural, to be compared and not to be read."""
    for british, american in BRITISH.items():
        word = word.replace(british, american)
    return word.removesuffix("s") if len(word) > SHORTEST_PLURAL and not word.endswith("ss") else word


def _is_wider(condition: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a condition is the same as another one, or lacks words at its beginning that limit the other."""
    return bool(condition) and list(other[-len(condition) :]) == list(condition)
