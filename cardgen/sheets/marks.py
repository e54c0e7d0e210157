"""Marks beside cards: where to cut, to fold and to round, and where the colours of a press must meet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from cardgen.scene.marks import Path
from cardgen.scene.outlines import ROUND, circle, line
from cardgen.sheets.grid import Grid
from cardgen.units import MM, Box, Size

OFFSET, LENGTH, WEIGHT = 2 * MM, 5 * MM, 0.25
"""Distance of a mark from the cards, its length, and its weight in points (print facts)."""
BEYOND_BLEED = 0.5 * MM
"""A mark begins so far outside the bleed."""
LEAST = 2 * MM
"""A shorter mark is of no use to a knife or a guillotine."""
AT_EDGE = 0.6 * MM
"""A card so near to the edge of the paper is not cut there: two A6 cards are 1 mm shorter than A4."""
DASHED = (2.0, 2.0)
"""A fold."""
TARGET = 2 * MM
"""Radius of a registration mark's circle; its cross is twice as wide."""
GUIDE = "#9A9A9A"
INK = "#000000"


@cache
def sheet_marks(grid: Grid, bleed: float = 0) -> tuple[Path, ...]:
    """Ticks in the sheet's margins in line with every cut and fold, and with bleed a target in each margin.

    There are none on a side that has no room for them.
    """
    block, paper = grid.block, grid.paper
    across, down = grid.cuts
    folds_across, folds_down = _folds(grid)
    offset = start(bleed)
    marks: list[Path] = []
    for edge, way, room in ((block.y, -1, block.y), (block.bottom, 1, paper.height - block.bottom)):
        if length := tick(room, offset):
            for places, dash in ((across, ()), (folds_across, DASHED)):
                marks += (mark(x, edge + way * offset, x, edge + way * (offset + length), dash) for x in places)
    for edge, way, room in ((block.x, -1, block.x), (block.right, 1, paper.width - block.right)):
        if length := tick(room, offset):
            for places, dash in ((down, ()), (folds_down, DASHED)):
                marks += (mark(edge + way * offset, y, edge + way * (offset + length), y, dash) for y in places)
    middle = grid.cells[grid.places // 2]
    return (*marks, *(targets(block, paper, offset, middle) if bleed else ()))


@cache
def single_marks(trim: Box, page: Size, bleed: float) -> tuple[Path, ...]:
    """Crop marks at the corners of a card that is alone on its page, and a target at each side."""
    offset = start(bleed)
    marks: list[Path] = []
    for x, way in ((trim.x, -1), (trim.right, 1)):
        for y, down in ((trim.y, -1), (trim.bottom, 1)):
            marks.append(mark(x, y + down * offset, x, y + down * (offset + LENGTH)))
            marks.append(mark(x + way * offset, y, x + way * (offset + LENGTH), y))
    return (*marks, *targets(trim, page, offset, trim))


def start(bleed: float) -> float:
    """The distance of the marks from the cards."""
    return max(OFFSET, bleed + BEYOND_BLEED) if bleed else OFFSET


def tick(room: float, offset: float) -> float:
    """The length of a mark in a margin `room` wide; 0 when it would be too short."""
    length = min(LENGTH, room - offset)
    return length if length >= LEAST else 0


def mark(x1: float, y1: float, x2: float, y2: float, dash: tuple[float, ...] = ()) -> Path:
    """A thin line."""
    return Path(line(x1, y1, x2, y2), stroke=INK, width=WEIGHT, dash=dash)


def targets(block: Box, page: Size, offset: float, card: Box) -> Iterator[Path]:
    """A circle with a cross in each margin that has room for it, in line with the middle of a card: no cut is there."""
    x, y = card.x + card.width / 2, card.y + card.height / 2
    away = offset + 2 * TARGET
    for middle, room in (
        ((x, block.y - away), block.y),
        ((x, block.bottom + away), page.height - block.bottom),
        ((block.x - away, y), block.x),
        ((block.right + away, y), page.width - block.right),
    ):
        if room >= away + 2 * TARGET - 0.01:
            yield from _target(*middle)


def _target(x: float, y: float) -> Iterator[Path]:
    yield Path(circle(x, y, TARGET), stroke=INK, width=WEIGHT)
    yield mark(x - 2 * TARGET, y, x + 2 * TARGET, y)
    yield mark(x, y - 2 * TARGET, x, y + 2 * TARGET)


def corner_guides(box: Box, radius: float) -> Iterator[Path]:
    """A quarter circle in each corner of a card, to cut along."""
    k = radius * (1 - ROUND)
    for x, sx in ((box.x, 1), (box.right, -1)):
        for y, sy in ((box.y, 1), (box.bottom, -1)):
            first, last = (x, y + sy * radius), (x + sx * radius, y)
            arc = ("C", (x, y + sy * k, x + sx * k, y, *last))
            yield Path((("M", first), arc), stroke=GUIDE, width=WEIGHT)


class Unmarked(Struct, frozen=True):
    """What no mark shows, as distances from the left edge and from the top edge of the paper."""

    cuts_across: list[float]
    cuts_down: list[float]
    folds_across: list[float]
    folds_down: list[float]


def unmarked(grid: Grid, bleed: float = 0) -> Unmarked:
    """The cuts and folds for whose marks there is no room; the edge of the paper is no cut."""
    (across, down), block, paper = grid.cuts, grid.block, grid.paper
    folds_across, folds_down = _folds(grid)
    across = [x for x in across if AT_EDGE < x < paper.width - AT_EDGE]
    down = [y for y in down if AT_EDGE < y < paper.height - AT_EDGE]
    offset = start(bleed)
    if tick(block.y, offset) or tick(paper.height - block.bottom, offset):
        across, folds_across = [], []
    if tick(block.x, offset) or tick(paper.width - block.right, offset):
        down, folds_down = [], []
    return Unmarked(across, down, folds_across, folds_down)


def _folds(grid: Grid) -> tuple[list[float], list[float]]:
    """Where to fold: distances from the left edge and from the top edge of the paper."""
    return ([], grid.folds) if grid.turned else (grid.folds, [])
