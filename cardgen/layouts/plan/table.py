"""The table of a session plan: each step with its clock, number, title, icons, key figure and minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.scale import PlanScale
from cardgen.layouts.plan.table_columns import HEADING_SIZE, TableColumns, clock_headings, set_columns
from cardgen.layouts.plan.table_row import SetRow, draw_table_row, set_table_row
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.plan_rows import PlanRow

LEAST_TITLE = 20 * MM
"""The least room for the titles of steps."""
TABLE_GAP = 4 * MM
"""Between two columns of the table."""


ICON_COLUMNS = ("hands", "way", "press")
"""The fields of a row that are columns of icons."""


class PlanTable(Struct, frozen=True):
    """All rows broken into lines, in one column or two."""

    columns: TableColumns
    halves: tuple[tuple[SetRow, ...], ...]
    scale: PlanScale

    @property
    def head(self) -> float:
        """Height of the headings, in points."""
        return CAP * HEADING_SIZE[self.scale.table_columns] + 1.8 * MM

    @property
    def most_rows(self) -> int:
        """The number of rows in the longest column."""
        return max(map(len, self.halves))

    @property
    def height(self) -> float:
        """The least height, in points."""
        return self.head + max(sum(row.least for row in half) for half in self.halves)

    def draw(self, sketch: Sketch, page: PlanPage, x: float, y: float, extra: float) -> float:
        """Draw it from its top left corner, each row `extra` points higher than its least; returns its bottom."""
        return draw_table(sketch, page, self, x, y, extra)


class Heading(Struct, frozen=True):
    """The heading of a column: its place in the table, and the room that it has."""

    text: str
    x: float
    align: float
    """The part of its width that is to the left of its place: 0, 0.5 or 1."""
    room: float


def set_table(page: PlanPage, scale: PlanScale, room: float) -> PlanTable | None:
    """The table in `room` points of width; None when a word is too long, or titles have too little room."""
    column = (room - TABLE_GAP * (scale.table_columns - 1)) / scale.table_columns
    columns = set_columns(page, scale, column)
    if columns.title_width < LEAST_TITLE:
        return None
    rows = [set_table_row(row, columns, scale) for row in _shown_rows(page, scale)]
    found = [row for row in rows if row]
    if len(found) < len(rows):
        return None
    return PlanTable(columns, _halves(found) if scale.table_columns == 2 else (tuple(found),), scale)


def _shown_rows(page: PlanPage, scale: PlanScale) -> list[PlanRow]:
    """The rows of the table.

    A table of one column has a column of clocks for the other side. In a table of two, the row of the other side is as
    long as everything that is done there.
    """
    return list(page.rows) if scale.table_columns == 1 else [_in_one_column(row) for row in page.rows]


def _in_one_column(row: PlanRow) -> PlanRow:
    """A row with one clock, and without the empty one of a step that is done only on the other side."""
    return replace(row, clocks=tuple(filter(None, row.clocks)), minutes=row.other_side_minutes or row.minutes)


def _halves(rows: Sequence[SetRow]) -> tuple[tuple[SetRow, ...], ...]:
    """Two columns as even as possible; a routine's name stays with its first step."""
    places = [index for index in range(1, len(rows)) if not rows[index - 1].row.is_heading] or [len(rows)]
    highest = {place: max(sum(r.least for r in rows[:place]), sum(r.least for r in rows[place:])) for place in places}
    place = min(places, key=lambda place: highest[place])
    return tuple(rows[:place]), tuple(rows[place:])


def draw_table(sketch: Sketch, page: PlanPage, table: PlanTable, x: float, y: float, extra: float) -> float:
    """Draw the table from its top left corner, each row `extra` points higher than its least; returns its bottom.

    Its halves are one table for a screen reader, which reads the headings once.
    """
    bottoms = []
    with sketch.tagged("Table"):
        for number, half in enumerate(table.halves):
            head = Box(x, y, table.columns.width, table.head)
            with sketch.tagged("TR") if not number else nullcontext():
                _draw_headings(sketch, page, table, head, is_read=not number)
            bottom = _draw_rows(sketch, table, half, head, extra)
            sketch.draw_rule(x, x + head.width, bottom, 1.2, sketch.theme.ink)
            bottoms.append(bottom)
            x += head.width + TABLE_GAP
    return max(bottoms)


def _draw_rows(sketch: Sketch, table: PlanTable, rows: Sequence[SetRow], head: Box, extra: float) -> float:
    """Draw the rows of one column of the table; returns its bottom."""
    top = head.bottom
    for row in rows:
        with sketch.tagged("TR"):
            draw_table_row(sketch, row, table.columns, table.scale, Box(head.x, top, head.width, row.least + extra))
        top += row.least + extra
        sketch.draw_rule(head.x, head.right, top, 0.5, sketch.theme.rule)
    return top


def _draw_headings(sketch: Sketch, page: PlanPage, table: PlanTable, box: Box, is_read: bool) -> None:
    """Draw the headings that have room, over a line; the others are only read."""
    size = HEADING_SIZE[table.scale.table_columns]
    for heading in _headings(page, table, box.width):
        wide = width(heading.text, "semibold", size)
        fits = wide <= heading.room
        tag = sketch.tagged("TH", "" if fits else heading.text, scope="Column")
        with tag if is_read else nullcontext():
            if fits:
                x = box.x + heading.x - heading.align * wide
                sketch.draw_text(x, box.y + CAP * size, heading.text, "semibold", size)
    sketch.draw_rule(box.x, box.right, box.bottom, 1.2, sketch.theme.ink)


def _headings(page: PlanPage, table: PlanTable, wide: float) -> Iterator[Heading]:
    """The headings of the columns, those of the icons with room only when all three of them fit."""
    columns, labels, size = table.columns, page.labels, HEADING_SIZE[table.scale.table_columns]
    for text, right in zip(clock_headings(page, table.scale), columns.clocks, strict=True):
        yield Heading(text, right, 1, wide)
    yield Heading(labels["column_card"], columns.card, 0, columns.title - columns.card - 0.5 * MM)
    yield Heading(labels["column_step"], columns.title, 0, columns.title_width)
    icon_texts = [labels[f"column_{name}"] for name in ICON_COLUMNS]
    fit_all = all(width(text, "semibold", size) <= columns.way - columns.hands - 0.2 * MM for text in icon_texts)
    places = zip(ICON_COLUMNS, icon_texts, (columns.hands, columns.way, columns.pressure), strict=True)
    for name, text, x in places:
        if any(getattr(row, name) for row in page.rows):
            yield Heading(text, x + table.scale.fact_icon / 2, 0.5, wide if fit_all else 0)
    minutes = width(labels["column_minutes"], "semibold", size)
    yield Heading(
        labels["column_amount"], columns.key_figure, 0, columns.width - minutes - 1.5 * MM - columns.key_figure
    )
    yield Heading(labels["column_minutes"], columns.width, 1, wide)
