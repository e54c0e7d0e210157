"""A row of the compact table: a step, a changeover or the band of a routine, in words instead of icons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from cardgen.layouts.parts.edge_tab import SQUARE_CORNER
from cardgen.layouts.parts.key_figure import draw_number, number_width
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.band import draw_band
from cardgen.layouts.plan.card_name import card_name_width, draw_card_name
from cardgen.layouts.plan.press_dots import DOT_GAP, ROW_OF_DOTS, count_dots, draw_dots
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.deck import CountFigure, WordFigure
from cardgen.wording.plan_rows import PlanRow

SECONDS = 0.72
"""Type size of the seconds of a clock, as a fraction of the minutes'."""
CLOCK_LEADING = 1.1
"""Between the clocks of the first side and of the other one, in type sizes."""
CLOCK_GAP, SQUARE_GAP, AMOUNT_GAP = 1.6 * MM, 2.2 * MM, 2.5 * MM
"""After the clock, after the square, and before an amount."""
NUMBER_INDENT = 0.9 * MM
"""Next to the widest number on its box, both sides together."""
CARD_GAP = 1.6 * MM
"""Before the name of a card."""
AIR = 0.42
"""The least space above and below the lines of a row, together, in type sizes of the name."""
LINE_GAP = 0.56
"""From a baseline to the capitals of the line below it, in type sizes of that line."""
SIGN, SIGN_GAP = 1.05, 0.4
"""The caution sign, in type sizes, and the space after a sign, in signs."""
BAND = {"rows": 1.9, "list": 1.5}
"""Height of the band of a routine, in type sizes of the name, by where the cautions are."""
CAUTION_GAP = 0.3
"""Before the sign of a caution that follows a name, in type sizes of the name."""


class CompactColumns(Struct, frozen=True):
    """The places in a column of the table, in points from its left edge."""

    clock: float
    """The right edge of the minutes."""
    square: float
    side: float
    wide: float
    """Width of the boxes of numbers, which are not as high."""
    dots: float | None
    """The middle of the dots of a pressure where they are next to the number; None where they are below it."""
    text: float
    width: float


class Line(Struct, frozen=True):
    """A line of a row below its name, or several, after a sign."""

    setting: Setting
    icon: str
    """Empty for none."""


class CompactRow(Struct, frozen=True):
    """A row broken into lines."""

    row: PlanRow
    name: Setting
    beside: bool
    """Whether the amount is next to the name."""
    amount: Setting | None
    """An amount in words."""
    lines: tuple[Line, ...]
    least: float
    """The least height, in points."""
    texts: float


def set_columns(rows: Sequence[PlanRow], scale: PlanScale, room: float) -> CompactColumns:
    """The places in a column that is `room` points wide."""
    minutes = [_split(clock)[0] for row in rows for clock in row.clocks]
    wide = max((width(text, "bold", scale.clock) for text in minutes), default=0.0)
    square = wide + width(":00", "regular", max(LEAST_PLAN, SECONDS * scale.clock)) + CLOCK_GAP
    side = float(scale.fact_icon)
    box = max(side, max(width(_on_box(row), "bold", LEAST_PLAN) for row in rows) + NUMBER_INDENT)
    square += (box - side) / 2
    end = square + (box + side) / 2
    if scale.cautions == "rows" or not any(row.press and count_dots(row.press) for row in rows):
        return CompactColumns(wide, square, side, box, None, end + SQUARE_GAP, room)
    dots = ROW_OF_DOTS.width
    return CompactColumns(wide, square, side, box, end + DOT_GAP + dots / 2, end + dots + DOT_GAP + SQUARE_GAP, room)


def _split(clock: str) -> tuple[str, str]:
    minutes, _, seconds = clock.partition(":")
    return minutes, "" if seconds in ("", "00") else f":{seconds}"


@lru_cache(maxsize=4096)
def set_compact_row(row: PlanRow, columns: CompactColumns, scale: PlanScale) -> CompactRow | None:
    """Break a row into lines, as each way to share lists with the back asks for; None when a word is too long."""
    room, amount = columns.width - columns.text, _set_amount(row, scale)
    wide = _amount_width(row, amount, scale)
    title = " · ".join(filter(None, (row.name, row.only)))
    after = card_name_width(row.card, scale.caution) + CARD_GAP if row.card else 0.0
    after += _sign_width(row, scale)
    fits = width(title, "semibold", scale.step_title) + after + wide <= room
    name = _set(title, "semibold", scale.step_title, room - after - (wide if fits else 0.0))
    found = list(_lines(row, amount, fits, scale, room))
    lines = tuple(line for line in found if line)
    if name is None or len(lines) < len(found):
        return None
    clocks = scale.clock * CLOCK_LEADING * (len(row.clocks) - 1)
    texts = name.height + sum(LINE_GAP * line.setting.size + line.setting.height for line in lines)
    texts = max(texts, CAP * scale.clock + clocks)
    least = texts + AIR * scale.step_title
    if row.is_heading:
        least = max(least, BAND[scale.cautions] * scale.step_title)
    elif row.number and columns.dots is None:
        least = max(least, columns.side + (DOT_GAP + ROW_OF_DOTS.height if row.press else 0.0) + 0.8 * MM)
    return CompactRow(row, name, fits, amount, lines, max(least, columns.side + 0.8 * MM), texts)


def _sign_width(row: PlanRow, scale: PlanScale) -> float:
    """The room for the sign of a caution after a name."""
    return (CAUTION_GAP + SIGN) * scale.step_title if row.caution and scale.cautions == "list" else 0.0


def _set_amount(row: PlanRow, scale: PlanScale) -> Setting | None:
    if not isinstance(row.key, WordFigure):
        return None
    size = scale.key_figure_words
    return Setting((", ".join(row.key.lines),), "semibold", size, 1.15 * size)


def _amount_width(row: PlanRow, amount: Setting | None, scale: PlanScale) -> float:
    """The room for an amount at the right of a name."""
    if amount:
        return amount.width + AMOUNT_GAP
    if row.key is None or isinstance(row.key, WordFigure):
        return 0.0
    unit = width(f" {row.key.unit}", "semibold", LEAST_PLAN) if isinstance(row.key, CountFigure) and row.key.unit else 0
    return number_width(row.key, scale.key_figure, _times(scale)) + unit + AMOUNT_GAP


def _times(scale: PlanScale) -> float:
    return max(LEAST_PLAN, 0.75 * scale.key_figure)


def _lines(row: PlanRow, amount: Setting | None, beside: bool, scale: PlanScale, room: float) -> Iterator[Line | None]:
    """The lines below a name: an amount that has no room next to it, what the icons do not tell, the caution."""
    size = scale.caution
    if amount and not beside:
        words = _set(amount.lines[0], "semibold", amount.size, room)
        yield Line(words, "") if words else None
    if row.key and not amount and not beside:
        words = _set(row.key.line, "semibold", scale.key_figure_words, room)
        yield Line(words, "") if words else None
    if row.press and row.press.icon == "body-weight" and not (row.more and scale.whole_rows):
        words = _set(row.press.line, "regular", size, room)
        yield Line(words, "") if words else None
    if row.more and scale.whole_rows:
        more = _set(row.more, "regular", size, room)
        yield Line(more, "") if more else None
    how = row.cue if row.turns_over or (row.icon and scale.whole_rows) else ""
    if between := " ".join(filter(None, (row.notes if scale.whole_rows else "", how))):
        words = _set(between, "regular", size, room)
        yield Line(words, "") if words else None
    if row.caution and scale.cautions == "rows":
        caution = _set(row.caution, "regular", size, room - (1 + SIGN_GAP) * SIGN * size)
        yield Line(caution, "caution") if caution else None


def _set(text: str, font: str, size: float, room: float) -> Setting | None:
    return fit(text, font, (size, size), (room, 1e6), 1.15)


def draw_compact_row(sketch: Sketch, placed: CompactRow, columns: CompactColumns, scale: PlanScale, box: Box) -> None:
    """Draw a row in its box."""
    row = placed.row
    if row.is_heading:
        draw_band(sketch, row, box)
    top = box.y + (box.height - placed.texts) / 2
    baseline = top + CAP * placed.name.size
    with sketch.tagged("TD", ", ".join(row.clocks)):
        _draw_clock(sketch, row, columns, scale, box.x, baseline)
    with sketch.tagged("TH", scope="Row"):
        _draw_sign(sketch, row, columns, box)
        _draw_texts(sketch, placed, box.x + columns.text, top, scale)
    with sketch.tagged("TD"):
        if placed.beside:
            _draw_amount(sketch, placed, scale, box.right, baseline)


def _draw_clock(
    sketch: Sketch, row: PlanRow, columns: CompactColumns, scale: PlanScale, x: float, baseline: float
) -> None:
    """Draw the minutes up to the colon, and the seconds after it, smaller; the other side's below them."""
    for clock, font in zip(row.clocks, ("bold", "regular"), strict=False):
        minutes, seconds = _split(clock)
        left = x + columns.clock - width(minutes, font, scale.clock)
        end = left + sketch.draw_run(left, baseline, minutes, font, scale.clock)
        if seconds:
            sketch.draw_text(end, baseline, seconds, "regular", max(LEAST_PLAN, SECONDS * scale.clock))
        baseline += CLOCK_LEADING * scale.clock


def _draw_sign(sketch: Sketch, row: PlanRow, columns: CompactColumns, box: Box) -> None:
    """Draw the number of a step over the dots of its pressure, the letter of a routine, or an icon."""
    side, x = columns.side, box.x + columns.square
    has_dots = bool(row.number and row.press and count_dots(row.press))
    below = DOT_GAP + ROW_OF_DOTS.height if has_dots and columns.dots is None else 0.0
    y = box.y + (box.height - side - below) / 2
    if row.icon and not row.number:
        sketch.draw_icon(row.icon, x, y, side)
        return
    with sketch.tagged("Span"):
        _draw_on_box(sketch, row, Box(x - (columns.wide - side) / 2, y, columns.wide, side))
    if row.press and below:
        draw_dots(sketch, row.press, x + side / 2, y + side + DOT_GAP + ROW_OF_DOTS.height / 2)
    elif row.press and has_dots and columns.dots is not None:
        draw_dots(sketch, row.press, box.x + columns.dots, y + side / 2)


def _draw_on_box(sketch: Sketch, row: PlanRow, box: Box) -> None:
    """Draw the number of a step, or the letter of a routine, on its box."""
    text = _on_box(row)
    sketch.draw_path(rounded(box, SQUARE_CORNER * box.height), fill=sketch.theme.accents[row.tab.area].deep)
    most = (box.width - 0.5 * NUMBER_INDENT) / width(text, "bold", 1)
    size = max(LEAST_PLAN, min(0.84 * box.height, most))
    x = box.x + (box.width - width(text, "bold", size)) / 2
    sketch.draw_text(x, box.y + (box.height + CAP * size) / 2, text, "bold", size, sketch.theme.paper)


def _on_box(row: PlanRow) -> str:
    """The number of a step or the letter of a routine; empty where an icon is instead."""
    return row.number or ("" if row.icon else row.tab.letter)


def _draw_texts(sketch: Sketch, placed: CompactRow, x: float, top: float, scale: PlanScale) -> None:
    """Draw the name with what follows it, and the lines below it."""
    name, row = placed.name, placed.row
    with sketch.tagged("Span"):
        baseline = sketch.draw_setting(x, top, name)
    end = x + width(name.lines[-1], name.font, name.size)
    if row.card:
        with sketch.tagged("Span"):
            draw_card_name(sketch, end + CARD_GAP, baseline, row.card, scale.caution)
        end += CARD_GAP + card_name_width(row.card, scale.caution)
    if _sign_width(row, scale):
        sign = SIGN * name.size
        place = end + CAUTION_GAP * name.size, baseline - (CAP * name.size + sign) / 2
        alt = f"{sketch.icon_alt('caution', '')}: {row.caution}"
        sketch.draw_icon_with_alt(alt, "caution", *place, sign)
    for line in placed.lines:
        setting, y = line.setting, baseline + LINE_GAP * line.setting.size
        if line.icon:
            sign = SIGN * setting.size
            alt = sketch.icon_alt(line.icon, " ".join(setting.lines))
            with sketch.beside_icon("P", line.icon, alt, x, y + (CAP * setting.size - sign) / 2, sign):
                baseline = sketch.draw_setting(x + (1 + SIGN_GAP) * sign, y, setting)
        else:
            with sketch.tagged("P"):
                baseline = sketch.draw_setting(x, y, setting)


def _draw_amount(sketch: Sketch, placed: CompactRow, scale: PlanScale, right: float, baseline: float) -> None:
    """Draw how much, up to the right edge."""
    key = placed.row.key
    if placed.amount:
        sketch.draw_setting(right - placed.amount.width, baseline - CAP * placed.amount.size, placed.amount)
    elif key and not isinstance(key, WordFigure):
        unit = f" {key.unit}" if isinstance(key, CountFigure) and key.unit else ""
        wide = width(unit, "semibold", LEAST_PLAN) if unit else 0.0
        number = number_width(key, scale.key_figure, _times(scale))
        draw_number(sketch, key, right - wide - number, baseline, scale.key_figure, _times(scale))
        if unit:
            sketch.draw_text(right - wide, baseline, unit, "semibold", LEAST_PLAN)
