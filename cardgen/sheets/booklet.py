"""Pages of a booklet on sheets that are folded and stapled: their order, creep, signatures, fold and staple marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Literal

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.scene.faces import Face
from cardgen.scene.marks import Path
from cardgen.scene.pages import Page, Placed
from cardgen.sheets.marks import DASHED, mark
from cardgen.sheets.registration import fronts_first
from cardgen.units import MM, Box, Size, in_mm

Binding = Literal["left", "right"]

CALIPER = 0.1 * MM
"""Thickness of a sheet of 80 g paper (print facts)."""
FOLDED = 1.3
"""A folded sheet pushes the next one out by so many calipers (print facts: 1.2 to 1.4)."""
MOST_STAPLED = 15
"""Sheets of 80 g paper that a long-arm stapler takes (print facts)."""
MARK, MARK_OFF = 4 * MM, 2 * MM
"""Length of a fold or staple mark, and its distance from the pages."""
STAPLES = (0.25, 0.75)
"""Where staples go, as parts of the spine's height."""
Dash = tuple[float, ...]
SOLID: Dash = ()
DOTTED: Dash = (0.5, 1.5)


class Side(Struct, frozen=True):
    """One side of a sheet: the numbers of the pages at the left and at the right, from 0; None is an empty page."""

    left: int | None
    right: int | None
    depth: int
    """Sheets outside this one in its signature."""
    sheet: int
    back: bool


class Sheets(Struct, frozen=True):
    """How a booklet is printed."""

    sides: tuple[Side, ...]
    """In the order of printing."""
    signatures: tuple[int, ...]
    """Sheets in each."""


def sheets(pages: int, binding: Binding = "left", most: int | None = None, manual: bool = False) -> Sheets:
    """The sides of all sheets for so many pages, a multiple of 4.

    `most` sheets go into a signature, else all into one. With `manual` all fronts come before all backs, which are in
    the order in which the stack lies when it is put back as it came out.
    """
    total = pages // 4
    count = ceil(total / most) if most else 1
    sizes = [total // count + (number < total % count) for number in range(count)]
    sides: list[Side] = []
    first = sheet = 0
    for size in sizes:
        sides += _signature(first, size, sheet, binding)
        first += 4 * size
        sheet += size
    if manual:
        sides = fronts_first(sides)
    return Sheets(tuple(sides), tuple(sizes))


def _signature(first: int, size: int, sheet: int, binding: Binding) -> Iterator[Side]:
    """Front and back of each sheet, the outermost first; sheets are turned over their short edge."""
    last = first + 4 * size - 1
    for depth in range(size):
        front = (last - 2 * depth, first + 2 * depth)
        back = (first + 2 * depth + 1, last - 2 * depth - 1)
        if binding == "right":
            front, back = front[::-1], back[::-1]
        yield Side(*front, depth, sheet + depth, back=False)
        yield Side(*back, depth, sheet + depth, back=True)


def creep_shift(depth: int, caliper: float) -> float:
    """Points by which the pages of a sheet move toward the spine: `depth` sheets lie outside it."""
    return depth * FOLDED * caliper


def fold(pages: Sequence[Face], plan: Sheets, paper: Size, caliper: float) -> Iterator[Page]:
    """The sides of the sheets as pages of a PDF: two pages of the booklet beside each other, paper lying wide.

    UserError when two pages do not fit beside each other on the paper.
    """
    size, wide = pages[0].size, paper.turned if paper.width < paper.height else paper
    over = max(2 * size.width - wide.width, size.height - wide.height)
    if over > 0.01:
        problem = (
            f"Two pages of {in_mm(size.width)} x {in_mm(size.height)} mm are {in_mm(over)} mm too large for the paper."
        )
        raise UserError(
            Fault(problem, "Choose another --size for this --paper: a5 or a6 on a4, half-letter or a6 on letter.")
        )
    left = Box(wide.width / 2 - size.width, (wide.height - size.height) / 2, *size)
    right = left._replace(x=wide.width / 2)
    marks = tuple(_marks(left, wide))
    for side in plan.sides:
        shift = creep_shift(side.depth, caliper)
        boxes = (left._replace(x=left.x + shift), right._replace(x=right.x - shift))
        placed = [
            Placed(pages[number], box, order=number)
            for number, box in zip((side.left, side.right), boxes, strict=True)
            if number is not None and number < len(pages)
        ]
        yield Page(wide, tuple(placed), marks, back=side.back)


def _marks(left: Box, paper: Size) -> Iterator[Path]:
    """Where to cut at the corners of the pages, where to fold (dashed) and staple (dotted); nothing without room."""
    spine, right = left.right, left.right + left.width
    if min(left.y, paper.height - left.bottom) - MARK_OFF >= MARK:
        for edge, way in ((left.y, -1), (left.bottom, 1)):
            for x, dash in ((left.x, SOLID), (spine, DASHED), (right, SOLID)):
                yield mark(x, edge + way * MARK_OFF, x, edge + way * (MARK_OFF + MARK), dash)
    if left.x - MARK_OFF >= MARK:
        heights = {left.y: SOLID, left.bottom: SOLID} | {left.y + part * left.height: DOTTED for part in STAPLES}
        for edge, way in ((left.x, -1), (right, 1)):
            for y, dash in heights.items():
                yield mark(edge + way * MARK_OFF, y, edge + way * (MARK_OFF + MARK), y, dash)
