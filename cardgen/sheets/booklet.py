"""Booklet pages on sheets that are folded and stapled: their order, creep, and signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Literal

from msgspec import Struct

from cardgen.scene.faces import Face
from cardgen.scene.pages import Flip, Page, PlacedFace
from cardgen.sheets.registration import fronts_first, turn_around
from cardgen.sheets.spreads import SpreadGrid, spread_marks
from cardgen.units import MM

Binding = Literal["left", "right"]

DEFAULT_CALIPER = 0.1 * MM
"""Thickness of a sheet of 80 g paper (print facts)."""
CALIPERS_PER_FOLD = 1.3
"""How far a folded sheet pushes the next one out, in calipers (print facts: 1.2 to 1.4)."""
MOST_STAPLED = 15
"""Sheets of 80 g paper that a long-arm stapler takes (print facts)."""


class Spread(Struct, frozen=True):
    """Two pages side by side: one side of a sheet as it is folded."""

    left: int
    """The number of the left page, from 0."""
    right: int
    depth: int
    """Folded sheets outside this one in its signature."""


class SheetSide(Struct, frozen=True):
    """One side of a sheet as it is printed: its spreads from top to bottom."""

    spreads: tuple[Spread, ...]
    sheet: int
    back: bool


class BookletSheets(Struct, frozen=True):
    """The order of a booklet's pages on its sheets."""

    sides: tuple[SheetSide, ...]
    """In the order of printing."""
    signatures: tuple[int, ...]
    """The number of folded sheets in each signature."""

    @property
    def printed(self) -> int:
        """The number of sheets as they are printed."""
        return len(self.sides) // 2


def arrange_booklet(
    pages: int, binding: Binding = "left", most: int | None = None, manual: bool = False, spreads: int = 1
) -> BookletSheets:
    """The sides of all sheets for this number of pages, a multiple of 4, with `spreads` on a side.

    At most `most` folded sheets go into a signature; None puts all into one. With `manual` duplex all fronts come
    before all backs, which are in the order for a stack that is put back into the printer as it came out. Printed
    sheets with several spreads are cut as one stack: its parts, laid one below the other, are in order.
    """
    total = pages // 4
    count = ceil(total / most) if most else 1
    sizes = [total // count + (number < total % count) for number in range(count)]
    folded: list[tuple[Spread, Spread]] = []
    for number, size in enumerate(sizes):
        folded += _arrange_signature(sum(sizes[:number]), size, binding)
    printed = ceil(total / spreads)
    sides = [
        SheetSide(side, sheet, is_back)
        for sheet in range(printed)
        for side, is_back in zip(zip(*folded[sheet::printed], strict=True), (False, True), strict=True)
    ]
    return BookletSheets(tuple(fronts_first(sides) if manual else sides), tuple(sizes))


def _arrange_signature(sheet: int, size: int, binding: Binding) -> Iterator[tuple[Spread, Spread]]:
    """Front and back of each folded sheet from number `sheet` on, the outermost first, turned over beside the spine."""
    first, last = 4 * sheet, 4 * (sheet + size) - 1
    for depth in range(size):
        front = (last - 2 * depth, first + 2 * depth)
        back = (first + 2 * depth + 1, last - 2 * depth - 1)
        if binding == "right":
            front, back = front[::-1], back[::-1]
        yield Spread(*front, depth), Spread(*back, depth)


def measure_creep(depth: int, caliper: float) -> float:
    """How far the pages of a sheet with `depth` sheets around it move toward the spine, in points."""
    return depth * CALIPERS_PER_FOLD * caliper


def impose_booklet(
    pages: Sequence[Face], order: BookletSheets, grid: SpreadGrid, caliper: float, flip: Flip | None = None
) -> Iterator[Page]:
    """The sides of the sheets; backs are upside down when `flip` is not the edge beside the spine."""
    marks = tuple(spread_marks(grid))
    for side in order.sides:
        placed = tuple(
            face for at, spread in enumerate(side.spreads) for face in _place(pages, spread, grid, at, caliper)
        )
        page = Page(grid.paper, placed, marks, back=side.back)
        yield turn_around(page) if side.back and flip not in (None, grid.flip) else page


def _place(pages: Sequence[Face], spread: Spread, grid: SpreadGrid, at: int, caliper: float) -> Iterator[PlacedFace]:
    """The two pages of the spread at place `at`, moved toward the spine."""
    left, right = grid.pages(at)
    creep = measure_creep(spread.depth, caliper)
    boxes = (left._replace(x=left.x + creep), right._replace(x=right.x - creep))
    for number, box in zip((spread.left, spread.right), boxes, strict=True):
        yield PlacedFace(pages[number], box, order=number)
