"""What an overview card has one below another, and two such things side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import MM, Box

PAIR_GAP = 5 * MM
"""The space between two things side by side."""


class Item(Protocol):
    """Something across a face."""

    @property
    def height(self) -> float:
        """The least height, in points."""
        ...

    @property
    def grows(self) -> bool:
        """Whether it uses more height than it needs, as steps do, which are the rows of a table."""
        ...

    @property
    def list_gap(self) -> float:
        """The least distance from it to the next item of its list, in points; 0 outside a list."""
        ...

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw it in a box of at least its height."""
        ...


class Pair(Struct, frozen=True, dict=True):
    """Two things side by side, each set for half of the room."""

    left: Item
    right: Item
    grows: bool = False

    @cached_property
    def height(self) -> float:
        """That of the higher one, which every arrangement asks for."""
        return max(self.left.height, self.right.height)

    @property
    def list_gap(self) -> float:
        return self.left.list_gap

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw both at the top of the box."""
        self.left.draw(sketch, box)
        self.right.draw(sketch, box._replace(x=box.x + (box.width + PAIR_GAP) / 2))


def half(room: float) -> float:
    """The width of each of two things side by side, in points."""
    return (room - PAIR_GAP) / 2


def each(items: Iterable[Item]) -> Iterator[Item]:
    """All items, and both of each pair."""
    for item in items:
        yield from (item.left, item.right) if isinstance(item, Pair) else (item,)
