"""Key figures: the amount of a step as the largest text on its card, and in lines of words."""

from __future__ import annotations

from msgspec import Struct


class CountFigure(Struct, frozen=True):
    """A large number, and what it is for: "×3 on each side"."""

    number: str
    unit: str
    """Empty when it says how often, and no more."""

    @property
    def line(self) -> str:
        """In one line."""
        return f"×{self.number} {self.unit}".rstrip()

    @property
    def lines(self) -> tuple[str, ...]:
        """In words, in which it is one line."""
        return (self.line,)


class EachWayFigure(Struct, frozen=True):
    """A large number for each of two directions, with their signs."""

    number: str
    line: str
    """In one line: "3 clockwise, 3 counterclockwise"."""
    ways: tuple[str, str]
    """The icons of the directions."""

    @property
    def lines(self) -> tuple[str, ...]:
        """In words, in which it is one line."""
        return (self.line,)


class WordFigure(Struct, frozen=True):
    """The amount in words; a line for each phase."""

    lines: tuple[str, ...]
    phases: tuple[str, ...] = ()
    """The first lines without the numbers of phases, which a layout may draw as discs."""

    @property
    def line(self) -> str:
        """In one line."""
        return "; ".join(self.lines)


KeyFigure = CountFigure | EachWayFigure | WordFigure
"""The amount of a step: the largest text on its card."""
