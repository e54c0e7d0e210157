"""Marks around cards: where to cut, fold and round corners, and targets that show whether a press is in register."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from cardgen.scene.marks import Path
from cardgen.scene.outlines import QUARTER_HANDLE, circle, line
from cardgen.sheets.grid import Grid
from cardgen.sheets.paper import ROUNDING_ERROR
from cardgen.units import MM, Box, Size

MARK_OFFSET = 2 * MM
"""Distance of a mark from the cards (print facts)."""
MARK_LENGTH = 5 * MM
"""Length of a mark where there is room for it (print facts)."""
MARK_WEIGHT = 0.25
"""In points (print facts)."""
BEYOND_BLEED = 0.5 * MM
"""Distance of a mark from the bleed."""
LEAST_TICK = 2 * MM
"""A shorter mark is of no use to a knife or a guillotine."""
UNCUT_EDGE = 0.6 * MM
"""A card that is nearer to the edge of the paper is not cut there: two A6 cards are 1 mm shorter than A4."""
FOLD_DASH = (2.0, 2.0)
TARGET_RADIUS = 2 * MM
"""Radius of the circle of a registration mark; its cross is twice as wide."""
GUIDE_COLOR = "#9A9A9A"
MARK_COLOR = "#000000"


@cache
def sheet_marks(grid: Grid, bleed: float = 0) -> tuple[Path, ...]:
    """Ticks in the margins in line with every cut and fold, and with bleed a target in each margin.

    A margin without room for them has none.
    """
    block, paper = grid.block, grid.paper
    across, down = grid.cuts
    folds_across, folds_down = _folds(grid)
    offset = measure_offset(bleed)
    marks: list[Path] = []
    for edge, way, room in ((block.y, -1, block.y), (block.bottom, 1, paper.height - block.bottom)):
        if length := measure_tick(room, offset):
            for places, dash in ((across, ()), (folds_across, FOLD_DASH)):
                marks += (thin_line(x, edge + way * offset, x, edge + way * (offset + length), dash) for x in places)
    for edge, way, room in ((block.x, -1, block.x), (block.right, 1, paper.width - block.right)):
        if length := measure_tick(room, offset):
            for places, dash in ((down, ()), (folds_down, FOLD_DASH)):
                marks += (thin_line(edge + way * offset, y, edge + way * (offset + length), y, dash) for y in places)
    middle = grid.cells[grid.places // 2]
    return (*marks, *(registration_targets(block, paper, offset, middle) if bleed else ()))


@cache
def single_marks(trim: Box, page: Size, bleed: float) -> tuple[Path, ...]:
    """Crop marks at the corners of a card that is alone on its page, and a target on each side."""
    offset = measure_offset(bleed)
    marks: list[Path] = []
    for x, way in ((trim.x, -1), (trim.right, 1)):
        for y, down in ((trim.y, -1), (trim.bottom, 1)):
            marks.append(thin_line(x, y + down * offset, x, y + down * (offset + MARK_LENGTH)))
            marks.append(thin_line(x + way * offset, y, x + way * (offset + MARK_LENGTH), y))
    return (*marks, *registration_targets(trim, page, offset, trim))


def measure_offset(bleed: float) -> float:
    """The distance of the marks from the cards, in points."""
    return max(MARK_OFFSET, bleed + BEYOND_BLEED) if bleed else MARK_OFFSET


def measure_tick(room: float, offset: float) -> float:
    """The length of a mark in a margin that is `room` wide; 0 when it would be too short."""
    length = min(MARK_LENGTH, room - offset)
    return length if length >= LEAST_TICK else 0


def thin_line(x1: float, y1: float, x2: float, y2: float, dash: tuple[float, ...] = ()) -> Path:
    """A thin black line."""
    return Path(line(x1, y1, x2, y2), stroke=MARK_COLOR, width=MARK_WEIGHT, dash=dash)


def registration_targets(block: Box, page: Size, offset: float, card: Box) -> Iterator[Path]:
    """A circle with a cross in each margin that has room for it, in line with the middle of a card, where no cut is."""
    x, y = card.x + card.width / 2, card.y + card.height / 2
    distance = offset + 2 * TARGET_RADIUS
    for middle, room in (
        ((x, block.y - distance), block.y),
        ((x, block.bottom + distance), page.height - block.bottom),
        ((block.x - distance, y), block.x),
        ((block.right + distance, y), page.width - block.right),
    ):
        if room >= distance + 2 * TARGET_RADIUS - ROUNDING_ERROR:
            yield from _target(*middle)


def _target(x: float, y: float) -> Iterator[Path]:
    yield Path(circle(x, y, TARGET_RADIUS), stroke=MARK_COLOR, width=MARK_WEIGHT)
    yield thin_line(x - 2 * TARGET_RADIUS, y, x + 2 * TARGET_RADIUS, y)
    yield thin_line(x, y - 2 * TARGET_RADIUS, x, y + 2 * TARGET_RADIUS)


def corner_guides(box: Box, radius: float) -> Iterator[Path]:
    """A quarter circle in each corner of a card, to cut along."""
    k = radius * (1 - QUARTER_HANDLE)
    for x, sx in ((box.x, 1), (box.right, -1)):
        for y, sy in ((box.y, 1), (box.bottom, -1)):
            first, last = (x, y + sy * radius), (x + sx * radius, y)
            arc = ("C", (x, y + sy * k, x + sx * k, y, *last))
            yield Path((("M", first), arc), stroke=GUIDE_COLOR, width=MARK_WEIGHT)


class UnmarkedLines(Struct, frozen=True):
    """Cuts and folds that no mark shows, as distances from the left edge and from the top edge of the paper."""

    cuts_across: list[float]
    cuts_down: list[float]
    folds_across: list[float]
    folds_down: list[float]


def find_unmarked(grid: Grid, bleed: float = 0) -> UnmarkedLines:
    """The cuts and folds whose marks have no room; the edge of the paper is not a cut."""
    (across, down), block, paper = grid.cuts, grid.block, grid.paper
    folds_across, folds_down = _folds(grid)
    across = [x for x in across if UNCUT_EDGE < x < paper.width - UNCUT_EDGE]
    down = [y for y in down if UNCUT_EDGE < y < paper.height - UNCUT_EDGE]
    offset = measure_offset(bleed)
    if measure_tick(block.y, offset) or measure_tick(paper.height - block.bottom, offset):
        across, folds_across = [], []
    if measure_tick(block.x, offset) or measure_tick(paper.width - block.right, offset):
        down, folds_down = [], []
    return UnmarkedLines(across, down, folds_across, folds_down)


def _folds(grid: Grid) -> tuple[list[float], list[float]]:
    """Where to fold, as distances from the left edge and from the top edge of the paper."""
    return ([], grid.folds) if grid.turned else (grid.folds, [])
