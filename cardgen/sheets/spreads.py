"""Where the spreads of a booklet are on a sheet: one, or two to be cut apart; and marks to cut, fold and staple."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.scene.marks import Path
from cardgen.scene.pages import Flip
from cardgen.sheets.paper import ROUNDING_ERROR, booklet_pages
from cardgen.sheets.printer_marks import FOLD_DASH, thin_line
from cardgen.units import MM, Box, Size, in_mm

MOST_SPREADS = 2
"""Spreads on a side of a sheet: a single cut keeps the order plain."""
BOOKLET_MARK_LENGTH = 4 * MM
"""Length of a cut, fold or staple mark."""
BOOKLET_MARK_OFFSET = 2 * MM
"""Distance of a mark from the pages."""
INNER_MARK = 10 * MM
"""Length of a cut mark from the edge of the paper inward, where there is no margin: printers leave 6 mm of it white."""
STAPLE_PLACES = (0.25, 0.75)
"""Where staples go, as fractions of the spine's height."""
Dash = tuple[float, ...]
CUT_DASH: Dash = ()
STAPLE_DASH: Dash = (0.5, 1.5)


class SpreadGrid(Struct, frozen=True):
    """A sheet, as it is read, with places for spreads one below the other in its middle."""

    paper: Size
    page: Size
    spreads: int

    @property
    def flip(self) -> Flip:
        """The edge to turn the sheet over on so that its back is upright: one beside the spine."""
        return "short" if self.paper.width > self.paper.height else "long"

    @property
    def block(self) -> Box:
        """All spreads."""
        wide, high = 2 * self.page.width, self.spreads * self.page.height
        return Box((self.paper.width - wide) / 2, (self.paper.height - high) / 2, wide, high)

    @property
    def cuts(self) -> list[float]:
        """Where the sheet is cut between spreads, as distances from its top edge."""
        return [self.block.y + number * self.page.height for number in range(1, self.spreads)]

    def pages(self, number: int) -> tuple[Box, Box]:
        """The left and the right page of a spread; they count from the top, from 0."""
        left = Box(self.block.x, self.block.y + number * self.page.height, *self.page)
        return left, left._replace(x=left.right)


def spread_grid(page: Size, paper: Size) -> SpreadGrid:
    """The sheet with the most spreads of this page, landscape rather than portrait; UserError when none fits."""
    if grid := _find_grid(page, paper):
        return grid
    over, wide = _excess(page, paper), f"{in_mm(page.width)} x {in_mm(page.height)} mm"
    problem = f"Two pages of {wide} are {in_mm(over)} mm too large for the paper."
    fitting = [name for name, size in booklet_pages().items() if _find_grid(size, paper)]
    smaller = f"a <size> that fits ({', '.join(fitting)}), or " if fitting else ""
    raise UserError(Fault(problem, f"Choose {smaller}a larger <paper>."))


def _find_grid(page: Size, paper: Size) -> SpreadGrid | None:
    landscape = _landscape(paper)
    counts = {
        way: min(MOST_SPREADS, int((way.height + ROUNDING_ERROR) // page.height))
        for way in (landscape, landscape.turned)
        if 2 * page.width <= way.width + ROUNDING_ERROR
    }
    way = max(counts, key=lambda way: counts[way], default=None)
    return SpreadGrid(way, page, counts[way]) if way and counts[way] else None


def _landscape(paper: Size) -> Size:
    return paper.turned if paper.width < paper.height else paper


def _excess(page: Size, paper: Size) -> float:
    """How much a spread is larger than landscape paper, in points."""
    wide = _landscape(paper)
    return max(2 * page.width - wide.width, page.height - wide.height)


def spread_marks(grid: SpreadGrid) -> Iterator[Path]:
    """Marks to cut, fold (dashed) and staple (dotted), in the margins that have room for them.

    A cut between spreads has its marks at the edges of the paper if there is no margin beside them.
    """
    block, paper = grid.block, grid.paper
    end = BOOKLET_MARK_OFFSET + BOOKLET_MARK_LENGTH
    if min(block.y, paper.height - block.bottom) >= end:
        for edge, way in ((block.y, -1), (block.bottom, 1)):
            for x, dash in ((block.x, CUT_DASH), (block.x + block.width / 2, FOLD_DASH), (block.right, CUT_DASH)):
                yield thin_line(x, edge + way * BOOKLET_MARK_OFFSET, x, edge + way * end, dash)
    if block.x >= end:
        staples = dict.fromkeys(_staples(grid), STAPLE_DASH)
        cuts = dict.fromkeys((block.y, *grid.cuts, block.bottom), CUT_DASH)
        for edge, way in ((block.x, -1), (block.right, 1)):
            for y, dash in {**cuts, **staples}.items():
                yield thin_line(edge + way * BOOKLET_MARK_OFFSET, y, edge + way * end, y, dash)
    else:
        for y in grid.cuts:
            yield thin_line(0, y, INNER_MARK, y)
            yield thin_line(paper.width - INNER_MARK, y, paper.width, y)


def _staples(grid: SpreadGrid) -> Iterator[float]:
    """Where staples go, as distances from the top edge of the paper."""
    for number in range(grid.spreads):
        left, _ = grid.pages(number)
        yield from (left.y + part * left.height for part in STAPLE_PLACES)
