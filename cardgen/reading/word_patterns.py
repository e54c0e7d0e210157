"""Patterns for words, in any case, and for any of many words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import groupby

from msgspec import Struct

NOTHING = "(?!)"
"""A pattern that matches nothing."""


class FoundWords(Struct, frozen=True):
    """What a pattern found in a text: its groups are the words of the text, in the case that they have there."""

    string: str
    match: re.Match[str]

    def __getitem__(self, group: int | str) -> str:
        """The words of a group; empty if it found none."""
        return self.string[slice(*self.match.span(group))] if self.match[group] else ""

    def start(self) -> int:
        return self.match.start()

    def end(self) -> int:
        return self.match.end()

    def groups(self) -> tuple[str, ...]:
        return tuple(self[number] for number in range(1, len(self.match.groups()) + 1))


class WordPattern:
    """A pattern in lower case, for texts in any case.

    It is made in half the time that `re.IGNORECASE` takes, which knows the other cases of all alphabets, and, with
    `needs`, only for a text with one of these: one of them is in all that the pattern finds.
    """

    def __init__(self, pattern: str, needs: Collection[str] = ("",)) -> None:
        self.pattern, self.needs = pattern, needs

    @cached_property
    def _lower(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def search(self, text: str) -> FoundWords | None:
        match = self._lower.search(lowered) if self._may_be_in(lowered := _lowered(text)) else None
        return FoundWords(text, match) if match else None

    def match(self, text: str, start: int = 0) -> FoundWords | None:
        match = self._lower.match(lowered, start) if self._may_be_in(lowered := _lowered(text)) else None
        return FoundWords(text, match) if match else None

    def fullmatch(self, text: str) -> FoundWords | None:
        match = self._lower.fullmatch(lowered) if self._may_be_in(lowered := _lowered(text)) else None
        return FoundWords(text, match) if match else None

    def finditer(self, text: str) -> Iterator[FoundWords]:
        return (FoundWords(text, match) for match in self._matches(text))

    def without(self, text: str) -> str:
        """The rest of a text, without all that this finds."""
        ends = [0, *(end for match in self._matches(text) for end in match.span()), len(text)]
        return "".join(text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        lowered = _lowered(text)
        return self._lower.finditer(lowered) if self._may_be_in(lowered) else iter(())

    def _may_be_in(self, lowered: str) -> bool:
        return any(word in lowered for word in self.needs)


def _lowered(text: str) -> str:
    """A text in lower case, with each character in its place: one of a Turkish capital I is two in lower case."""
    return text.replace("\u0130", "I").lower()


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; empty for none.

    Words that begin with the same letter are together, so that most of hundreds of names are never looked at.
    """
    alike = groupby(sorted(filter(None, set(words))), key=lambda word: word[0])
    return "|".join(_beginning_alike(list(group)) for _, group in alike)


def any_in(text: str, words: Iterable[str]) -> str:
    """A pattern for those of some words that a text has; one that matches nothing for none.

    A pattern of hundreds of words takes longer to make than to search many texts.
    """
    return any_of(word for word in words if word in text) or NOTHING


def _beginning_alike(words: list[str]) -> str:
    """A pattern for any of some words that begin with the same letter."""
    first, tails = words[0][0], sorted((word[1:] for word in words), key=len, reverse=True)
    return re.escape(first) + (f"(?:{'|'.join(map(re.escape, tails))})" if len(tails) > 1 else re.escape(tails[0]))
