"""Cards on sheets of paper: how many fit, where each one goes, backs behind fronts, and cut marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path as File

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.files import DATA, Model, choose, collection, read
from cardgen.scene import ROUND, Card, Face, Page, Path, Placed, line
from cardgen.units import MM, Box, Length, Size, in_mm

MARK_OFFSET, MARK_LENGTH, MARK_WEIGHT = 2 * MM, 5 * MM, 0.25
"""Cut marks: distance from the cards, length and weight, in points."""
MARK_LEAST = 2 * MM
"""A shorter cut mark is of no use to a knife or a guillotine."""
GUIDE = "#9A9A9A"
INK = "#000000"


class Paper(Model, frozen=True):
    """A sheet of paper, and the stock that is usually cut from it."""

    width: Length
    height: Length
    stock: str
    booklet: str
    """The stock that half a sheet is."""

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)


class PageSize(Model, frozen=True):
    """The page of a booklet."""

    width: Length
    height: Length


class Papers(Model, frozen=True):
    """Every paper, and every page of a booklet, by its name."""

    papers: dict[str, Paper]
    booklets: dict[str, PageSize]


class Stock(Model, frozen=True):
    """A size of card to be cut from a sheet."""

    summary: str
    width: Length
    height: Length
    corner: Length
    """Radius of the rounded corner."""

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)


@cache
def _sizes() -> Papers:
    return read(DATA / "papers.yaml", Papers).model


def papers() -> dict[str, Paper]:
    """The papers, by name."""
    return _sizes().papers


def book_size(name: str) -> Size:
    """The size of a booklet's page; UserError when there is none of that name."""
    found = choose("size of booklet", name, _sizes().booklets)
    return Size(found.width, found.height)


def paper(name: str) -> Paper:
    """The paper called `name`; UserError when there is none."""
    return choose("paper", name, papers())


def stocks() -> dict[str, File]:
    """The stock files that are found, by name."""
    return collection(DATA / "stocks")


def stock(name: str) -> Stock:
    """The stock called `name`; UserError when there is none."""
    return read(choose("stock", name, stocks()), Stock).model


class Grid(Struct, frozen=True):
    """Places for cards on a sheet, centred; `turned` cards lie on their left side."""

    paper: Size
    card: Size
    """The box of a card as it lies on the sheet."""
    columns: int
    rows: int
    gap: float
    turned: bool

    @property
    def places(self) -> int:
        return self.columns * self.rows

    @property
    def block(self) -> Box:
        """The box round all cards."""
        width = self.columns * self.card.width + (self.columns - 1) * self.gap
        height = self.rows * self.card.height + (self.rows - 1) * self.gap
        return Box((self.paper.width - width) / 2, (self.paper.height - height) / 2, width, height)

    def front(self, place: int) -> Box:
        """The box of a place, counted along the rows."""
        row, column = divmod(place, self.columns)
        return self._box(column, row)

    def back(self, place: int) -> Box:
        """The box behind a place when the sheet is turned over its long edge: columns in mirror order."""
        row, column = divmod(place, self.columns)
        return self._box(self.columns - 1 - column, row)

    def _box(self, column: int, row: int) -> Box:
        x = self.block.x + column * (self.card.width + self.gap)
        y = self.block.y + row * (self.card.height + self.gap)
        return Box(x, y, *self.card)

    @property
    def cuts(self) -> tuple[list[float], list[float]]:
        """Where to cut: distances from the left edge and from the top edge of the paper."""
        across = [x for column in range(self.columns) for x in (self._box(column, 0).x, self._box(column, 0).right)]
        down = [y for row in range(self.rows) for y in (self._box(0, row).y, self._box(0, row).bottom)]
        return _distinct(across), _distinct(down)


def fit_grid(size: Size, paper: Size, gap: float = 0) -> Grid:
    """The grid that gets the most cards on a sheet, upright if turned cards are no more; UserError when none fits."""
    grids = [_grid(card, paper, gap, card != size) for card in dict.fromkeys((size, size.turned))]
    best = max(grids, key=lambda grid: grid.places)
    if not best.places:
        over = min(max(grid.card.width - paper.width, grid.card.height - paper.height) for grid in grids)
        problem = (
            f"A card of {in_mm(size.width)} x {in_mm(size.height)} mm is {in_mm(over)} mm too large for the paper."
        )
        raise UserError(Fault(problem, "Choose a smaller stock or a larger paper."))
    return best


def _grid(card: Size, paper: Size, gap: float, turned: bool) -> Grid:
    slack = 0.01
    columns = int((paper.width + gap + slack) // (card.width + gap))
    rows = int((paper.height + gap + slack) // (card.height + gap))
    return Grid(paper, card, columns, rows, gap, turned)


def impose(cards: Iterable[Card], grid: Grid, duplex: bool, corner: float = 0) -> Iterator[Page]:
    """Lay cards on sheets. With `duplex` every sheet has two pages: fronts, then the backs behind them.

    `corner` is the radius of rounded-corner guides in points; 0 draws none.
    """
    waiting = enumerate(cards)
    while sheet := list(islice(waiting, grid.places)):
        boxes = [grid.front(place) for place in range(len(sheet))]
        guides = tuple(arc for box in boxes for arc in _corners(box, corner)) if corner else ()
        turn = 90 * grid.turned
        fronts = tuple(
            Placed(card.front, box, turn, 2 * number) for (number, card), box in zip(sheet, boxes, strict=True)
        )
        yield Page(grid.paper, fronts, (*cut_marks(grid), *guides))
        if duplex:
            behind = [(card.back, grid.back(place), number) for place, (number, card) in enumerate(sheet)]
            backs = (Placed(back, box, 3 * turn, 2 * number + 1) for back, box, number in behind if back)
            yield Page(grid.paper, tuple(backs), back=True)


def one_to_a_page(faces: Sequence[Face]) -> list[Page]:
    """Faces that are whole pages themselves."""
    return [Page(face.size, (Placed(face, Box(0, 0, *face.size), order=number),)) for number, face in enumerate(faces)]


@cache
def cut_marks(grid: Grid) -> tuple[Path, ...]:
    """Ticks in the sheet's margins, in line with every cut; none on a side that has no room for them."""
    block = grid.block
    across, down = grid.cuts
    ticks: list[Path] = []
    above, beside = _tick(block.y), _tick(block.x)
    if above:
        for x in across:
            ticks += (_mark(x, block.y - above[0], x, block.y - above[1]),)
            ticks += (_mark(x, block.bottom + above[0], x, block.bottom + above[1]),)
    if beside:
        for y in down:
            ticks += (_mark(block.x - beside[0], y, block.x - beside[1], y),)
            ticks += (_mark(block.right + beside[0], y, block.right + beside[1], y),)
    return tuple(ticks)


def _tick(room: float) -> tuple[float, float] | None:
    """Start and end of a mark, outward from the cards, in a margin `room` wide."""
    length = min(MARK_LENGTH, room - MARK_OFFSET)
    return (MARK_OFFSET, MARK_OFFSET + length) if length >= MARK_LEAST else None


def _mark(x1: float, y1: float, x2: float, y2: float) -> Path:
    return Path(line(x1, y1, x2, y2), stroke=INK, width=MARK_WEIGHT)


def unmarked_cuts(grid: Grid) -> tuple[list[float], list[float]]:
    """The cuts that no mark shows: distances from the left edge and from the top edge of the paper."""
    across, down = grid.cuts
    across = [x for x in across if MARK_LEAST < x < grid.paper.width - MARK_LEAST]
    down = [y for y in down if MARK_LEAST < y < grid.paper.height - MARK_LEAST]
    return ([] if _tick(grid.block.y) else across), ([] if _tick(grid.block.x) else down)


def _corners(box: Box, radius: float) -> Iterator[Path]:
    """A quarter circle in each corner of a card, to cut along."""
    k = radius * (1 - ROUND)
    for x, sx in ((box.x, 1), (box.right, -1)):
        for y, sy in ((box.y, 1), (box.bottom, -1)):
            start, end = (x, y + sy * radius), (x + sx * radius, y)
            arc = ("C", (x, y + sy * k, x + sx * k, y, *end))
            yield Path((("M", start), arc), stroke=GUIDE, width=MARK_WEIGHT)


def _distinct(values: list[float]) -> list[float]:
    """Values in order, those that differ by less than a tenth of a millimetre once."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > MM / 10:
            kept.append(value)
    return kept
