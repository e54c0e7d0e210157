"""The table of a session plan: each step with its clock, number, title, icons, key figure and minutes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.scale import PlanScale
from cardgen.layouts.plan.table_columns import HEADING_SIZE, TableColumns, set_columns
from cardgen.layouts.plan.table_row import SetRow, draw_table_row, set_table_row
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage

LEAST_TITLE = 20 * MM
"""The least room for the titles of steps."""
ICON_COLUMNS = ("hands", "way", "press")
"""The fields of a row that are columns of icons."""


class PlanTable(Struct, frozen=True):
    """All rows broken into lines."""

    columns: TableColumns
    rows: tuple[SetRow, ...]
    scale: PlanScale

    @property
    def head(self) -> float:
        """Height of the headings, in points."""
        return CAP * HEADING_SIZE + 1.8 * MM

    @property
    def most_rows(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def height(self) -> float:
        """The least height, in points."""
        return self.head + sum(row.least for row in self.rows)

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
    columns = set_columns(page, scale, room)
    if columns.title_width < LEAST_TITLE:
        return None
    rows = [set_table_row(row, columns, scale) for row in page.rows]
    found = [row for row in rows if row]
    return PlanTable(columns, tuple(found), scale) if len(found) == len(rows) else None


def draw_table(sketch: Sketch, page: PlanPage, table: PlanTable, x: float, y: float, extra: float) -> float:
    """Draw the table from its top left corner, each row `extra` points higher than its least; returns its bottom."""
    with sketch.tagged("Table"):
        head = Box(x, y, table.columns.width, table.head)
        with sketch.tagged("TR"):
            _draw_headings(sketch, page, table, head)
        bottom = _draw_rows(sketch, table, head, extra)
        sketch.draw_rule(x, head.right, bottom, 1.2, sketch.theme.ink)
    return bottom


def _draw_rows(sketch: Sketch, table: PlanTable, head: Box, extra: float) -> float:
    """Draw the rows below their headings; returns the bottom."""
    top = head.bottom
    for row in table.rows:
        with sketch.tagged("TR"):
            draw_table_row(sketch, row, table.columns, table.scale, Box(head.x, top, head.width, row.least + extra))
        top += row.least + extra
        sketch.draw_rule(head.x, head.right, top, 0.5, sketch.theme.rule)
    return top


def _draw_headings(sketch: Sketch, page: PlanPage, table: PlanTable, box: Box) -> None:
    """Draw the headings that have room, over a line; the others are only read."""
    for heading in _headings(page, table, box.width):
        wide = width(heading.text, "semibold", HEADING_SIZE)
        fits = wide <= heading.room
        with sketch.tagged("TH", "" if fits else heading.text, scope="Column"):
            if fits:
                x = box.x + heading.x - heading.align * wide
                sketch.draw_text(x, box.y + CAP * HEADING_SIZE, heading.text, "semibold", HEADING_SIZE)
    sketch.draw_rule(box.x, box.right, box.bottom, 1.2, sketch.theme.ink)


def _headings(page: PlanPage, table: PlanTable, wide: float) -> Iterator[Heading]:
    """The headings of the columns, those of the icons with room only when all three of them fit."""
    columns, labels, size = table.columns, page.labels, HEADING_SIZE
    for text, right in zip(page.clock_headings, columns.clocks, strict=True):
        yield Heading(text, right, 1, wide)
    yield Heading(labels["column_card"], columns.card, 0.5, 2 * (columns.title - columns.card - 0.5 * MM))
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
