"""Places for cards on a sheet: their number, where each one is, and where its back is."""

from __future__ import annotations

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.scene.pages import Flip
from cardgen.sheets.paper import ROUNDING_ERROR, TOLERANCE
from cardgen.sheets.stock import Stock
from cardgen.units import Box, Size, in_mm


class Grid(Struct, frozen=True):
    """Places for cards on an upright sheet; lengths in points.

    `turned` cards lie on their left side. The place of a `folded` card holds its front and its back.
    """

    paper: Size
    cell: Size
    """The piece that is cut out for a card, as it is on the sheet."""
    columns: int
    rows: int
    x: float
    y: float
    """The top left of the first place."""
    across: float
    down: float
    """Distances from one place to the next."""
    turned: bool
    folded: bool = False

    @property
    def places(self) -> int:
        return self.columns * self.rows

    @property
    def turn(self) -> int:
        """The turn of the fronts, in degrees counterclockwise."""
        return 90 if self.turned else 0

    @property
    def cells(self) -> list[Box]:
        """The boxes of all places, row by row."""
        return [
            Box(self.x + column * self.across, self.y + row * self.down, *self.cell)
            for row in range(self.rows)
            for column in range(self.columns)
        ]

    @property
    def block(self) -> Box:
        """The box around all places."""
        width = (self.columns - 1) * self.across + self.cell.width
        return Box(self.x, self.y, width, (self.rows - 1) * self.down + self.cell.height)

    @property
    def margins(self) -> Size:
        """The least distances from the edge of the paper: of the cards' sides, and of their tops and bottoms."""
        block = self.block
        across = min(block.x, self.paper.width - block.right)
        down = min(block.y, self.paper.height - block.bottom)
        return Size(down, across) if self.turned else Size(across, down)

    def front(self, place: int) -> Box:
        """The box of the front at a place."""
        return self._halves(place)[0] if self.folded else self.cells[place]

    def back(self, place: int, flip: Flip = "long") -> tuple[Box, int]:
        """The box and the turn of the back at a place, which is behind the front when the sheet is turned over `flip`.

        The back of a folded card is beside its front.
        """
        if self.folded:
            return self._halves(place)[1], self.turn
        box = self.cells[place]
        if flip == "long":
            return box._replace(x=self.paper.width - box.right), -self.turn % 360
        return box._replace(y=self.paper.height - box.bottom), 180 - self.turn

    def _halves(self, place: int) -> tuple[Box, Box]:
        """Front and back of a folded card: the back at the right, or above the front of a card on its left side."""
        x, y, width, height = self.cells[place]
        if self.turned:
            return Box(x, y + height / 2, width, height / 2), Box(x, y, width, height / 2)
        return Box(x, y, width / 2, height), Box(x + width / 2, y, width / 2, height)

    @property
    def cuts(self) -> tuple[list[float], list[float]]:
        """Where to cut, as distances from the left edge and from the top edge of the paper."""
        across = [edge for box in self.cells for edge in (box.x, box.right)]
        down = [edge for box in self.cells for edge in (box.y, box.bottom)]
        return _distinct(across), _distinct(down)

    @property
    def folds(self) -> list[float]:
        """Where to fold, as distances from the left edge of the paper, or from the top edge when cards are turned."""
        if not self.folded:
            return []
        middles = [box.y + box.height / 2 if self.turned else box.x + box.width / 2 for box in self.cells]
        return _distinct(middles)


def choose_grid(stock: Stock, paper: Size, gap: float = 0, bleed: float = 0) -> Grid:
    """The places of a perforated sheet, else as many as fit on the paper; UserError when none fits."""
    if stock.sheet:
        sheet, cell = stock.sheet, stock.size.turned if stock.sheet.turned else stock.size
        pitch = (sheet.across or cell.width, sheet.down or cell.height)
        return Grid(paper, cell, sheet.columns, sheet.rows, sheet.left, sheet.top, *pitch, sheet.turned)
    return fit_grid(stock.flat, paper, gap, bleed, stock.fold)


def fit_grid(size: Size, paper: Size, gap: float = 0, bleed: float = 0, folded: bool = False) -> Grid:
    """The grid with the most cards on a sheet, upright unless more fit turned; UserError when none fits.

    There is room for `bleed` between the cards and the edge of the paper. Lengths are in points.
    """
    grids = [_fill(cell, paper, gap, bleed, turned, folded) for turned, cell in ((False, size), (True, size.turned))]
    best = max(grids, key=lambda grid: grid.places)
    if not best.places:
        over = min(max(grid.cell.width - paper.width, grid.cell.height - paper.height) for grid in grids) + 2 * bleed
        problem = (
            f"A card of {in_mm(size.width)} x {in_mm(size.height)} mm is {in_mm(over)} mm too large for the paper."
        )
        raise UserError(Fault(problem, "Choose a smaller stock or a larger paper."))
    return best


def _fill(cell: Size, paper: Size, gap: float, bleed: float, turned: bool, folded: bool) -> Grid:
    """As many places as fit, in the middle of the paper; there may be none."""
    across, down = cell.width + gap, cell.height + gap
    columns = max(0, int((paper.width - 2 * bleed + gap + ROUNDING_ERROR) // across))
    rows = max(0, int((paper.height - 2 * bleed + gap + ROUNDING_ERROR) // down))
    x = (paper.width - columns * across + gap) / 2
    y = (paper.height - rows * down + gap) / 2
    return Grid(paper, cell, columns, rows, x, y, across, down, turned, folded)


def _distinct(values: list[float]) -> list[float]:
    """Values in order; those that are the same within the tolerance once."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > TOLERANCE:
            kept.append(value)
    return kept
