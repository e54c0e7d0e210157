"""The name of a step's card, which is the same in every session, every language and every print."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct


class CardName(Struct, frozen=True):
    """A routine's letter, and a step's number in the routine as it is written: "L3"."""

    letter: str
    number: int

    def __str__(self) -> str:
        return f"{self.letter}{self.number}"


WORDS = {
    "AD", "AH", "AM", "AN", "AS", "AT", "AX", "BE", "BY", "FA", "HA", "HE", "HM", "JA", "JE", "LA",
    "LE", "NA", "NE", "TA", "TV",
}  # fmt: skip
"""Two letters that are a word, which somebody would read on a tab instead of a name."""
FIGURES = {"I", "O"}
"""Letters that look like figures before the number of a card, and that make more words: NO on a card would be read."""


def letters_of(first: str, name: str) -> str:
    """Letters for the cards of a routine: those of its area, and the first of its name that misleads nobody."""
    clear = (letter for letter in _capitals(name) if letter not in FIGURES and first + letter not in WORDS)
    return first + next(clear, "")


def initial(name: str) -> str:
    """The first letter of a name, as a capital; empty when it has none."""
    return next(_capitals(name), "")


def _capitals(name: str) -> Iterator[str]:
    """The letters of a name, as capitals without accents: "A" is said for "Ä", and "Ø" looks like a zero."""
    return (_without_accent(char.upper()[0]) for char in name if char.isalpha())


def _without_accent(letter: str) -> str:
    if letter.isascii():
        return letter
    plain, _, accent = unicodedata.name(letter, "").partition(" WITH ")
    try:
        return unicodedata.lookup(plain) if accent else letter
    except KeyError:  # a letter that is never without it
        return letter


def in_a_row(names: Iterable[CardName]) -> bool:
    """Whether cards are of one routine and follow on each other: "L3", "L4", "L5"."""
    first, *others = names
    return others == [CardName(first.letter, first.number + place) for place in range(1, len(others) + 1)]
