"""The name of a step's card, which is the same in every session, every language and every print."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class CardName(Struct, frozen=True):
    """A routine's letter, and a step's number in the routine as it is written: "L3"."""

    letter: str
    number: int

    def __str__(self) -> str:
        return f"{self.letter}{self.number}"


def initial(name: str) -> str:
    """The first letter of a name, as a capital; empty when it has none."""
    return next((char.upper()[:1] for char in name if char.isalpha()), "")


def in_a_row(names: Iterable[CardName]) -> bool:
    """Whether the cards of a routine follow on each other: "L3", "L4", "L5"."""
    numbers = [name.number for name in names]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
