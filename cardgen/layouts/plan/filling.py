"""The pages of a long plan while they are filled: lists, the body and rows, each as far as its page holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct, field

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.step_map import draw_step_map, step_map_width
from cardgen.layouts.plan.advice_lists import ListItem, column_height, draw_column, split_into_columns
from cardgen.layouts.plan.compact_row import CompactRow
from cardgen.layouts.plan.compact_table import CompactTable
from cardgen.layouts.plan.frame import PARTING
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage

PART_GAP = 5 * MM
"""Between two parts of a page."""
LEAST_ROWS = 2
"""The least number of rows of a table below lists, and of what a page leaves for the next one."""


class PagePart(Protocol):
    """The items that a page has from its left to its right margin."""

    @property
    def height(self) -> float:
        """In points."""

    def draw(self, sketch: Sketch, page: PlanPage, box: Box, spare: float) -> float:
        """Draw it in its box, rows up to `spare` points higher in all; returns its bottom."""


class Lists(Struct, frozen=True):
    """Lists, or a part of them, in columns."""

    columns: list[list[ListItem]]
    column: float

    @property
    def width(self) -> float:
        """In points."""
        return len(self.columns) * (self.column + PARTING) - PARTING

    @property
    def height(self) -> float:
        return max(map(column_height, self.columns))

    def draw(self, sketch: Sketch, page: PlanPage, box: Box, spare: float) -> float:
        for index, column in enumerate(self.columns):
            draw_column(sketch, column, box.x + index * (self.column + PARTING), box.y)
        return box.bottom


class BodyMap(Struct, frozen=True):
    """The body with the numbers of the steps."""

    height: float
    numbers: float
    """The room for numbers at each side of each body."""

    def draw(self, sketch: Sketch, page: PlanPage, box: Box, spare: float) -> float:
        """Draw it in the middle of its box."""
        wide = step_map_width(page, box.height, self.numbers)
        draw_step_map(sketch, page, self.numbers, Box(box.x + (box.width - wide) / 2, box.y, wide, box.height))
        return box.bottom


class ListsBesideBody(Struct, frozen=True):
    """Lists at the left of the body."""

    lists: Lists
    body: BodyMap

    @property
    def height(self) -> float:
        return max(self.lists.height, self.body.height)

    def draw(self, sketch: Sketch, page: PlanPage, box: Box, spare: float) -> float:
        taken = self.lists.width + PARTING
        self.lists.draw(sketch, page, box, spare)
        self.body.draw(sketch, page, Box(box.x + taken, box.y, box.width - taken, self.body.height), spare)
        return box.bottom


class TableRows(Struct, frozen=True):
    """Some rows of the table."""

    table: CompactTable

    @property
    def height(self) -> float:
        return self.table.height

    def draw(self, sketch: Sketch, page: PlanPage, box: Box, spare: float) -> float:
        most = self.table.scale.most_row - self.table.scale.least_row
        return self.table.draw(sketch, page, box.x, box.y, min(spare / self.table.most_rows, most))


class Filled(Struct):
    """A page while it is filled from its top."""

    live: Box
    parts: list[PagePart] = field(default_factory=list)

    @property
    def used(self) -> float:
        return sum(part.height + PART_GAP for part in self.parts)

    @property
    def free(self) -> float:
        return self.live.height - self.used


class Filling(Struct):
    """Pages while they are filled one after another."""

    first: Box
    further: Box
    """The room on the first page, and on each further one."""
    pages: list[Filled] = field(default_factory=list)

    def begin_page(self) -> Filled:
        """Begin a further page."""
        self.pages.append(Filled(self.further if self.pages else self.first))
        return self.pages[-1]

    def add_lists(self, items: Sequence[ListItem], columns: int, column: float) -> bool:
        """Add lists, on several pages if need be; returns whether no item is higher than a page."""
        while items:
            page = self.pages[-1]
            if not (count := _count_items(items, columns, page.free)):
                if not page.parts:
                    return False
                self.begin_page()
                continue
            page.parts.append(Lists(split_into_columns(items[:count], columns, 0), column))
            items = items[count:]
        return True

    def add_rows(self, table: CompactTable) -> bool:
        """Add the table, on several pages if need be; returns whether no row is higher than a page."""
        rows: Sequence[CompactRow] = table.rows
        while rows:
            page = self.pages[-1]
            count = _count_rows(rows, table, page.free)
            if page.parts and count < min(LEAST_ROWS, len(rows)):
                self.begin_page()
                continue
            if not count:
                return False
            page.parts.append(TableRows(table.part(rows[:count], len(table.rows) - len(rows))))
            rows = rows[count:]
        return True


def _count_items(items: Sequence[ListItem], columns: int, free: float) -> int:
    """How many of the items fit in columns of this height; a heading is not the last of them."""
    for count in range(len(items), 0, -1):
        split = split_into_columns(items[:count], columns, 0)
        if not items[count - 1].is_heading and max(map(column_height, split)) <= free:
            return count
    return 0


def _count_rows(rows: Sequence[CompactRow], table: CompactTable, free: float) -> int:
    """How many of the rows fit in this height; the name of a routine is not the last of them.

    No single row is left for the next page if that leaves enough rows on this one.
    """
    counts = range(len(rows), 0, -1)
    fitting = [n for n in counts if not rows[n - 1].row.is_heading and table.part(rows[:n]).height <= free]
    shared = (n for n in fitting if n == len(rows) or LEAST_ROWS <= n <= len(rows) - LEAST_ROWS)
    return next(shared, fitting[0] if fitting else 0)
