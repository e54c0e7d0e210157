"""Booklet pages on sheets that are folded and stapled: their order, creep, signatures, fold and staple marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Literal

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.scene.faces import Face
from cardgen.scene.marks import Path
from cardgen.scene.pages import Page, PlacedFace
from cardgen.sheets.paper import ROUNDING_ERROR, booklet_pages
from cardgen.sheets.printer_marks import FOLD_DASH, thin_line
from cardgen.sheets.registration import fronts_first
from cardgen.units import MM, Box, Size, in_mm

Binding = Literal["left", "right"]

DEFAULT_CALIPER = 0.1 * MM
"""Thickness of a sheet of 80 g paper (print facts)."""
CALIPERS_PER_FOLD = 1.3
"""How far a folded sheet pushes the next one out, in calipers (print facts: 1.2 to 1.4)."""
MOST_STAPLED = 15
"""Sheets of 80 g paper that a long-arm stapler takes (print facts)."""
BOOKLET_MARK_LENGTH = 4 * MM
"""Length of a cut, fold or staple mark."""
BOOKLET_MARK_OFFSET = 2 * MM
"""Distance of a mark from the pages."""
STAPLE_PLACES = (0.25, 0.75)
"""Where staples go, as parts of the spine's height."""
Dash = tuple[float, ...]
CUT_DASH: Dash = ()
STAPLE_DASH: Dash = (0.5, 1.5)


class SheetSide(Struct, frozen=True):
    """One side of a sheet: the numbers of its left and its right page, from 0; None is an empty page."""

    left: int | None
    right: int | None
    depth: int
    """Sheets outside this one in its signature."""
    sheet: int
    back: bool


class BookletSheets(Struct, frozen=True):
    """The order of a booklet's pages on its sheets."""

    sides: tuple[SheetSide, ...]
    """In the order of printing."""
    signatures: tuple[int, ...]
    """The number of sheets in each signature."""


def arrange_booklet(
    pages: int, binding: Binding = "left", most: int | None = None, manual: bool = False
) -> BookletSheets:
    """The sides of all sheets for this number of pages, a multiple of 4.

    At most `most` sheets go into a signature; None puts all into one. With `manual` duplex all fronts come before
    all backs, which are in the order for a stack that is put back into the printer as it came out.
    """
    total = pages // 4
    count = ceil(total / most) if most else 1
    sizes = [total // count + (number < total % count) for number in range(count)]
    sides: list[SheetSide] = []
    for number, size in enumerate(sizes):
        sides += _arrange_signature(sum(sizes[:number]), size, binding)
    return BookletSheets(tuple(fronts_first(sides) if manual else sides), tuple(sizes))


def _arrange_signature(sheet: int, size: int, binding: Binding) -> Iterator[SheetSide]:
    """Front and back of each sheet from number `sheet` on, the outermost first, turned over the short edge."""
    first, last = 4 * sheet, 4 * (sheet + size) - 1
    for depth in range(size):
        front = (last - 2 * depth, first + 2 * depth)
        back = (first + 2 * depth + 1, last - 2 * depth - 1)
        if binding == "right":
            front, back = front[::-1], back[::-1]
        yield SheetSide(*front, depth, sheet + depth, back=False)
        yield SheetSide(*back, depth, sheet + depth, back=True)


def measure_creep(depth: int, caliper: float) -> float:
    """How far the pages of a sheet with `depth` sheets around it move toward the spine, in points."""
    return depth * CALIPERS_PER_FOLD * caliper


def impose_booklet(pages: Sequence[Face], order: BookletSheets, paper: Size, caliper: float) -> Iterator[Page]:
    """The sides of the sheets, each with two booklet pages side by side on landscape paper.

    UserError when two pages do not fit side by side on the paper.
    """
    size, wide = pages[0].size, paper.turned if paper.width < paper.height else paper
    _check_room(size, wide)
    left = Box(wide.width / 2 - size.width, (wide.height - size.height) / 2, *size)
    right = left._replace(x=wide.width / 2)
    marks = tuple(_marks(left, wide))
    for side in order.sides:
        creep = measure_creep(side.depth, caliper)
        boxes = (left._replace(x=left.x + creep), right._replace(x=right.x - creep))
        placed = [
            PlacedFace(pages[number], box, order=number)
            for number, box in zip((side.left, side.right), boxes, strict=True)
            if number is not None and number < len(pages)
        ]
        yield Page(wide, tuple(placed), marks, back=side.back)


def _check_room(size: Size, wide: Size) -> None:
    """UserError when two pages do not fit side by side on landscape paper, with the sizes that do."""
    over = _excess(size, wide)
    if over <= ROUNDING_ERROR:
        return
    problem = (
        f"Two pages of {in_mm(size.width)} x {in_mm(size.height)} mm are {in_mm(over)} mm too large for the paper."
    )
    fitting = [name for name, page in booklet_pages().items() if _excess(page, wide) <= ROUNDING_ERROR]
    smaller = f"a <size> that fits ({', '.join(fitting)}), or " if fitting else ""
    raise UserError(Fault(problem, f"Choose {smaller}a larger <paper>."))


def _excess(size: Size, wide: Size) -> float:
    """How much two pages side by side are larger than landscape paper, in points."""
    return max(2 * size.width - wide.width, size.height - wide.height)


def _marks(left: Box, paper: Size) -> Iterator[Path]:
    """Marks to cut at the corners, fold (dashed) and staple (dotted), in the margins that have room for them."""
    spine, right = left.right, left.right + left.width
    end = BOOKLET_MARK_OFFSET + BOOKLET_MARK_LENGTH
    if min(left.y, paper.height - left.bottom) - BOOKLET_MARK_OFFSET >= BOOKLET_MARK_LENGTH:
        for edge, way in ((left.y, -1), (left.bottom, 1)):
            for x, dash in ((left.x, CUT_DASH), (spine, FOLD_DASH), (right, CUT_DASH)):
                yield thin_line(x, edge + way * BOOKLET_MARK_OFFSET, x, edge + way * end, dash)
    if left.x - BOOKLET_MARK_OFFSET >= BOOKLET_MARK_LENGTH:
        staples = {left.y + part * left.height: STAPLE_DASH for part in STAPLE_PLACES}
        for edge, way in ((left.x, -1), (right, 1)):
            for y, dash in {left.y: CUT_DASH, left.bottom: CUT_DASH, **staples}.items():
                yield thin_line(edge + way * BOOKLET_MARK_OFFSET, y, edge + way * end, y, dash)
