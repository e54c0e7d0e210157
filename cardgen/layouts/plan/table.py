"""The table of a session plan: for every step its number, the clock, name, icons, amount and minutes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.parts.edge_tab import draw_area_letter
from cardgen.layouts.parts.key_figure import TIMES, WAYS_ROUND, draw_way_round
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.deck import CountFigure, EachWayFigure, WordFigure
from cardgen.wording.plan_page import PlanPage, Row

HEAD = 9.5
"""Type size of the headings of the columns, in points; the least in a table of two columns."""
AMOUNT = {1: 34 * MM, 2: 17 * MM}
"""Room for an amount in words, in a table of one column and of two."""
SHORT_AMOUNT = 14 * MM
LEAST_NAME = 20 * MM
AIR = {1: 2.4 * MM, 2: 1.2 * MM}
"""Least height of a row beyond its lines, in a table of one column and of two."""
LINE_GAP = 0.62
"""From a baseline to the capitals of the line below it, in type sizes."""
GUTTER = 4 * MM
"""Between two columns of the table."""


class Columns(Struct, frozen=True):
    """Where the columns of the table are, in points from its left edge, and what they are wide."""

    clocks: tuple[float, ...]
    """Right edges."""
    number: float
    """Middle."""
    name: float
    name_width: float
    mark: float
    """Size of the caution sign after a name."""
    hands: float
    way: float
    press: float
    amount: float
    amount_width: float
    width: float


class SetRow(Struct, frozen=True):
    """A row broken into lines."""

    row: Row
    name: Setting
    cue: Setting | None
    caution: Setting | None
    """None where the sign after the name must do."""
    amount: Setting | None
    """In words; figures are drawn."""
    least: float
    """The least height, in points."""

    @property
    def texts(self) -> float:
        """Height of the name and the lines below it, in points."""
        below = [setting for setting in (self.cue, self.caution) if setting]
        return self.name.height + sum(LINE_GAP * setting.size + setting.height for setting in below)


class Table(Struct, frozen=True):
    """All rows, broken into lines, in one column or two."""

    columns: Columns
    halves: tuple[tuple[SetRow, ...], ...]
    scale: PlanScale

    @property
    def head(self) -> float:
        """Height of the headings, in points."""
        return CAP * _head_size(self.scale) + 1.8 * MM

    @property
    def most_rows(self) -> int:
        return max(map(len, self.halves))

    @property
    def height(self) -> float:
        """The least height, in points."""
        return self.head + max(sum(row.least for row in half) for half in self.halves)


def set_table(page: PlanPage, scale: PlanScale, room: float) -> Table | None:
    """The table in `room` points of width; None when a word is too long, or names have too little room."""
    column = (room - GUTTER * (scale.table_columns - 1)) / scale.table_columns
    columns = _columns(page, scale, column)
    if columns.name_width < LEAST_NAME:
        return None
    rows = [_set(row, columns, scale) for row in _rows(page, scale)]
    found = [row for row in rows if row]
    if len(found) < len(rows):
        return None
    return Table(columns, _halves(found) if scale.table_columns == 2 else (tuple(found),), scale)


def draw_table(sketch: Sketch, page: PlanPage, table: Table, x: float, y: float, extra: float) -> float:
    """Draw the table from its top left corner, every row `extra` points higher than it must be; returns its bottom."""
    bottoms = []
    for half in table.halves:
        box = Box(x, y, table.columns.width, table.head)
        with sketch.tagged("Table"):
            top = _draw_half(sketch, page, table, half, box, extra)
        sketch.draw_rule(x, x + box.width, top, 1.2, sketch.theme.ink)
        bottoms.append(top)
        x += box.width + GUTTER
    return max(bottoms)


def _draw_half(sketch: Sketch, page: PlanPage, table: Table, rows: Sequence[SetRow], head: Box, extra: float) -> float:
    """The headings and the rows of a column of the table; returns its bottom."""
    with sketch.tagged("TR"):
        _draw_head(sketch, page, table, head)
    top = head.bottom
    for row in rows:
        with sketch.tagged("TR"):
            _draw_row(sketch, row, table, Box(head.x, top, head.width, row.least + extra))
        top += row.least + extra
        sketch.draw_rule(head.x, head.right, top, 0.5, sketch.theme.rule)
    return top


def _rows(page: PlanPage, scale: PlanScale) -> list[Row]:
    """The rows of the table.

    In a table of one column the other side has a column of clocks; in one of two it stands beside the routine's name,
    or in a row of its own when only one routine is done.
    """
    if scale.table_columns == 1:
        return [replace(row, again="") for row in page.rows if not row.side]
    named = any(not row.clocks for row in page.rows)
    return [row for row in page.rows if not (named and row.side)]


def _clocks(page: PlanPage, scale: PlanScale) -> tuple[str, ...]:
    """The headings of the columns of clocks."""
    return page.clocks if scale.table_columns == 1 else (page.labels["column_clock"],)


def _head_size(scale: PlanScale) -> float:
    return HEAD if scale.table_columns == 1 else LEAST_PLAN


def _columns(page: PlanPage, scale: PlanScale, room: float) -> Columns:
    """Columns as narrow as their contents allow; the names get the rest."""
    gap, icon = (
        (2.4 * MM, 1.36 * scale.fact_icon)
        if scale.table_columns == 1
        else (0.13 * scale.margin, 1.05 * scale.fact_icon)
    )
    x = 0.0
    clocks = []
    for index, heading in enumerate(_clocks(page, scale)):
        texts = [width(row.clocks[index], "semibold", scale.clock) for row in page.rows if len(row.clocks) > index]
        x += max([*texts, width(heading, "semibold", _head_size(scale))])
        clocks.append(x)
        x += gap
    number = max([width(row.number, "bold", scale.step_number) for row in page.rows] + [scale.fact_icon * 0.8])
    name = x + number + gap
    minutes = max(width(row.minutes, "regular", scale.clock) for row in page.rows)
    amount_width = _amount_width(page, scale)
    amount = room - minutes - gap - amount_width
    hands = amount - 3 * icon - (0.3 * gap)
    mark = scale.step_title
    return Columns(
        tuple(clocks), x + number / 2, name, hands - name - 0.6 * gap, mark, hands, hands + icon, hands + 2 * icon,
        amount, amount_width, room,
    )  # fmt: skip


def _amount_width(page: PlanPage, scale: PlanScale) -> float:
    """The width of the widest amount; of words no more than their room."""
    keys = [row.key for row in page.rows if row.key]
    figures = [_figure_width(key, scale) for key in keys if not isinstance(key, WordFigure)]
    words = [key for key in keys if isinstance(key, WordFigure) and _tells(key, scale)]
    lines = [width(line, "regular", scale.key_figure_words) for key in words for line in key.lines]
    return max([*figures, min(max(lines, default=0), AMOUNT[scale.table_columns])])


def _tells(key: WordFigure, scale: PlanScale) -> bool:
    """An amount in words stands in the table: a dense one holds only those of a line of a few words."""
    return scale.long_key_figures or (
        len(key.lines) == 1 and width(key.lines[0], "regular", scale.key_figure_words) <= SHORT_AMOUNT
    )


def _figure_width(key: CountFigure | EachWayFigure, scale: PlanScale) -> float:
    size = scale.key_figure
    if isinstance(key, EachWayFigure):
        return 2 * (width(key.number, "bold", size) + 0.5 * MM + CAP * size) + MM
    return width(TIMES, "semibold", _times_size(size)) + width(key.number, "bold", size)


def _times_size(size: float) -> float:
    """Of the sign before a count."""
    return max(0.7 * size, LEAST_PLAN)


def _set(row: Row, columns: Columns, scale: PlanScale) -> SetRow | None:
    """Break a row into lines; None when a word is too long."""
    room = columns.name_width if row.number else columns.amount + columns.amount_width - columns.name
    in_row = scale.cautions == "rows"
    beside = 1.25 * columns.mark if row.caution and not in_row else 0
    try:
        name = _broken(" · ".join(filter(None, (row.name, row.again))), "semibold", scale.step_title, room - beside)
        cue = _broken(row.cue, "regular", scale.cue, room) if scale.cue and row.cue else None
        caution = None
        if in_row and row.caution:
            caution = _broken(row.caution, "regular", scale.key_figure_words, room - 1.3 * columns.mark)
        amount = None
        if isinstance(row.key, WordFigure) and _tells(row.key, scale):
            amount = _broken(
                "\n".join(row.key.lines), "regular", scale.key_figure_words, columns.amount_width, even=True
            )
    except _TooWideError:
        return None
    placed = SetRow(row, name, cue, caution, amount, 0)
    high = max(placed.texts, amount.height if amount else 0)
    return replace(placed, least=max(scale.least_row, high + AIR[scale.table_columns]))


class _TooWideError(Exception):
    """A word is wider than its column."""


def _broken(text: str, font: str, size: float, room: float, even: bool = False) -> Setting:
    """Text in as many lines as it needs."""
    setting = fit(text, font, (size, size), (room, 1e6), 1.15, even)
    if setting is None:
        raise _TooWideError
    return setting


def _halves(rows: Sequence[SetRow]) -> tuple[tuple[SetRow, ...], ...]:
    """Two columns as even as can be; a routine's name stays with its first step."""
    places = [index for index in range(1, len(rows)) if rows[index - 1].row.clocks] or [len(rows)]
    highest = {place: max(sum(r.least for r in rows[:place]), sum(r.least for r in rows[place:])) for place in places}
    place = min(places, key=lambda place: highest[place])
    return tuple(rows[:place]), tuple(rows[place:])


def _draw_head(sketch: Sketch, page: PlanPage, table: Table, box: Box) -> None:
    """The headings of the columns that have room for them, over a line."""
    columns, size, labels = table.columns, _head_size(table.scale), page.labels
    baseline = box.y + CAP * size

    def head(text: str, x: float, align: float, room: float) -> None:
        wide = width(text, "semibold", size)
        with sketch.tagged("TH", "" if wide <= room else text, scope="Column"):
            if wide <= room:
                sketch.draw_text(box.x + x - align * wide, baseline, text, "semibold", size)

    for heading, right in zip(_clocks(page, table.scale), columns.clocks, strict=True):
        head(heading, right, 1, box.width)
    head(labels["column_step"], columns.name, 0, columns.name_width)
    icon = table.scale.fact_icon
    texts = [labels[f"column_{name}"] for name in ("hands", "way", "press")]
    fit_all = all(width(text, "semibold", size) <= columns.way - columns.hands - 0.2 * MM for text in texts)
    for text, x in zip(texts, (columns.hands, columns.way, columns.press), strict=True):
        head(text, x + icon / 2, 0.5, box.width if fit_all else 0)
    minutes = width(labels["column_minutes"], "semibold", size)
    head(labels["column_amount"], columns.amount, 0, columns.width - minutes - 1.5 * MM - columns.amount)
    head(labels["column_minutes"], columns.width, 1, box.width)
    sketch.draw_rule(box.x, box.right, box.bottom, 1.2, sketch.theme.ink)


def _draw_row(sketch: Sketch, placed: SetRow, table: Table, box: Box) -> None:
    """One row, everything centred on its middle."""
    row, columns, scale = placed.row, table.columns, table.scale
    middle = box.y + box.height / 2

    def right(text: str, edge: float, font: str) -> None:
        with sketch.tagged("TD"):
            if text:
                x = box.x + edge - width(text, font, scale.clock)
                sketch.draw_text(x, middle + CAP * scale.clock / 2, text, font, scale.clock)

    for index, edge in enumerate(columns.clocks):
        right(row.clocks[index] if index < len(row.clocks) else "", edge, "regular" if index else "semibold")
    with sketch.tagged("TH", scope="Row"):
        _draw_sign(sketch, row, table, box, middle)
        _draw_name(sketch, placed, table, box, middle)
    for fact, x in ((row.hands, columns.hands), (row.way, columns.way), (row.press, columns.press)):
        with sketch.tagged("TD"):
            if fact:
                sketch.draw_icon_with_alt(
                    fact.line, fact.icon, box.x + x, middle - scale.fact_icon / 2, scale.fact_icon
                )
    with sketch.tagged("TD"):
        if placed.amount:
            sketch.draw_setting(box.x + columns.amount, middle - placed.amount.height / 2, placed.amount)
        elif row.key and not isinstance(row.key, WordFigure):
            _draw_figure(sketch, row.key, box.x + columns.amount, middle, scale.key_figure)
    right(row.minutes, columns.width, "regular")


def _draw_sign(sketch: Sketch, row: Row, table: Table, box: Box, middle: float) -> None:
    """The number of a step, the icon of a changeover, or the letter of a routine's area."""
    columns, scale = table.columns, table.scale
    if row.number:
        x = box.x + columns.number - width(row.number, "bold", scale.step_number) / 2
        deep = sketch.theme.accents[row.tab.area].deep
        with sketch.tagged("Span"):
            sketch.draw_text(x, middle + CAP * scale.step_number / 2, row.number, "bold", scale.step_number, deep)
    elif row.icon:
        size = 0.8 * scale.fact_icon
        sketch.draw_icon(row.icon, box.x + columns.number - size / 2, middle - size / 2, size)
    else:
        draw_area_letter(
            sketch,
            row.tab,
            box.x + columns.number - 0.65 * scale.step_title,
            middle + CAP * scale.step_title / 2,
            scale.step_title,
        )


def _draw_name(sketch: Sketch, placed: SetRow, table: Table, box: Box, middle: float) -> None:
    """The name, the cue and the caution below it; or the caution sign after it."""
    row, name, cue, caution = placed.row, placed.name, placed.cue, placed.caution
    x, mark = box.x + table.columns.name, table.columns.mark
    with sketch.tagged("Span"):
        color = None if row.clocks else sketch.theme.accents[row.tab.area].deep
        baseline = sketch.draw_setting(x, middle - placed.texts / 2, name, color)
    if row.caution and not caution:
        end = x + width(name.lines[-1], name.font, name.size) + 0.25 * mark
        said = f"{sketch.icon_alt('caution', '')}: {row.caution}"
        sketch.draw_icon_with_alt(said, "caution", end, baseline - CAP * name.size / 2 - mark / 2, mark)
    if cue:
        with sketch.tagged("P"):
            baseline = sketch.draw_setting(x, baseline + LINE_GAP * cue.size, cue)
    if caution:
        top = baseline + LINE_GAP * caution.size
        alt = sketch.icon_alt("caution", row.caution)
        with sketch.beside_icon("P", "caution", alt, x, top + (CAP * caution.size - mark) / 2, mark):
            sketch.draw_setting(x + 1.3 * mark, top, caution)


def _draw_figure(sketch: Sketch, key: CountFigure | EachWayFigure, x: float, middle: float, size: float) -> None:
    """An amount in figures: ×3, or 3 ↻ 3 ↺."""
    baseline = middle + CAP * size / 2
    if isinstance(key, CountFigure):
        x += sketch.draw_run(x, baseline, TIMES, "semibold", _times_size(size))
        sketch.draw_text(x, baseline, key.number, "bold", size)
        return
    for sign in WAYS_ROUND:
        x = draw_way_round(sketch, key.number, sign, x, baseline, size, 0.5 * MM) + MM
