"""A row of the compact table: a step, a changeover or the band of a routine, in words instead of icons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf

from msgspec import Struct

from cardgen.layouts.parts.key_figure import draw_number, number_width
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.band import draw_band
from cardgen.layouts.plan.card_box import draw_box
from cardgen.layouts.plan.compact_columns import SECONDS, CompactColumns, on_box, split_clock
from cardgen.layouts.plan.press_dots import DOT_GAP, ROW_OF_DOTS, count_dots, draw_dots
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.key_figures import CountFigure, KeyFigure, WordFigure
from cardgen.wording.plan_rows import PlanRow

CLOCK_LEADING = 1.1
"""Between the clocks of the first side and of the other one, in type sizes."""
AMOUNT_GAP = 2.5 * MM
"""Before an amount."""
AIR, BAND_AIR = 0.42, 0.8
"""The least space above and below the lines of a row, and of the band of a routine, together, in type sizes of the
name."""
ABOVE = 0.4
"""The part of the free height of a row that is above its texts: their last line reaches below its baseline."""
LINE_GAP = 0.56
"""From a baseline to the capitals of the line below it, in type sizes of that line."""
SIGN, SIGN_GAP = 1.05, 0.4
"""The caution sign, in type sizes, and the space after a sign, in signs."""
EDGE = 0.4 * MM
"""The least space above and below the sign of a row."""
BAND = {"rows": 1.9, "list": 1.5}
"""Height of the band of a routine, in type sizes of the name, by where the cautions are."""
CAUTION_GAP = 0.3
"""Before the sign of a caution that follows a name, in type sizes of the name."""


class RowText(Struct, frozen=True):
    """A text below the name of a row."""

    words: str
    size: float
    font: str = "regular"
    icon: str = ""
    """The sign before it; empty for none."""


class SignedLine(Struct, frozen=True):
    """A line of a row below its name, or several, after a sign."""

    setting: Setting
    icon: str
    """Empty for none."""

    @property
    def width(self) -> float:
        """Width of its first line, with the sign."""
        sign = (1 + SIGN_GAP) * SIGN * self.setting.size if self.icon else 0.0
        return sign + width(self.setting.lines[0], self.setting.font, self.setting.size)


class CompactRow(Struct, frozen=True):
    """A row broken into lines."""

    row: PlanRow
    name: Setting
    amount: Setting | KeyFigure | None
    """How much, where it is at the right edge."""
    drop: float
    """From the last baseline of the name to that of an amount at the right edge."""
    lead: float
    """The room that such an amount takes from the lines."""
    lines: tuple[SignedLine, ...]
    least: float
    """The least height, in points."""
    texts: float


@lru_cache(maxsize=4096)
def set_compact_row(row: PlanRow, columns: CompactColumns, scale: PlanScale) -> CompactRow | None:
    """Break a row into lines, as each way to share lists with the back asks for; None when a word is too long."""
    room, amount = columns.width - columns.text, _set_amount(row, scale)
    wide = _amount_width(row, amount, scale)
    title = " · ".join(filter(None, (row.name, row.only)))
    after = _sign_width(row, scale)
    name = _set(title, "semibold", scale.step_title, room - after)
    if name is None:
        return None
    beside = width(name.lines[-1], name.font, name.size) + after + wide <= room
    at_edge = wide <= room
    found = [_set_below(text, room) for text in _texts_below(row, at_edge, scale)]
    lines = tuple(line for line in found if line)
    if len(lines) < len(found):
        return None
    drop = lead = 0.0
    if at_edge and not beside:
        size = amount.size if amount else scale.key_figure
        drop, lead = _below_name(lines, room - wide, size, scale.caution)
    texts = _texts_height(row, name, lead, lines, scale)
    at_right = (amount or row.key) if at_edge else None
    return CompactRow(row, name, at_right, drop, lead, lines, _least_height(row, texts, columns, scale), texts)


def _texts_height(row: PlanRow, name: Setting, lead: float, lines: Sequence[SignedLine], scale: PlanScale) -> float:
    """From the capitals of a name to the last baseline below it, or to that of the second clock."""
    texts = name.height + lead + sum(LINE_GAP * line.setting.size + line.setting.height for line in lines)
    clocks = scale.clock * CLOCK_LEADING * (len(row.clocks) - 1)
    return max(texts, CAP * scale.clock + clocks)


def _least_height(row: PlanRow, texts: float, columns: CompactColumns, scale: PlanScale) -> float:
    """The least height of a row: for its texts, for a band, and for a sign with the dots below it."""
    if row.is_heading:
        band = max(texts + BAND_AIR * scale.step_title, BAND[scale.cautions] * scale.step_title)
        return max(band, columns.side + 2 * EDGE)
    dots = DOT_GAP + ROW_OF_DOTS.height if row.card and row.press and columns.dots is None else 0.0
    return max(texts + AIR * scale.step_title, columns.side + dots + 2 * EDGE)


def _below_name(lines: Sequence[SignedLine], room: float, size: float, below: float) -> tuple[float, float]:
    """Where an amount is that has no room next to the name: next to the line below it, if that leaves room for it.

    From the name's baseline to the amount's, and the room that it takes from the lines, in points.
    """
    drop = LINE_GAP * below + CAP * size
    shared = bool(lines) and lines[0].width <= room
    return drop, max(0.0, CAP * (size - below)) if shared else drop


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


def _texts_below(row: PlanRow, at_edge: bool, scale: PlanScale) -> Iterator[RowText]:
    """The texts below a name: an amount that is not at the right edge, what the icons do not tell, the caution."""
    if row.key and not at_edge:
        yield RowText(", ".join(row.key.lines), scale.key_figure_words, font="semibold")
    if row.more and scale.whole_rows:
        yield RowText(row.more, scale.caution)
    elif row.press and row.press.icon == "body-weight":
        yield RowText(row.press.line, scale.caution)
    if between := _between(row, scale):
        yield RowText(between, scale.caution)
    if row.caution and scale.cautions == "rows":
        yield RowText(row.caution, scale.caution, icon="caution")


def _between(row: PlanRow, scale: PlanScale) -> str:
    """What to do at a changeover; in a row that does not say all, only how the receiver turns over."""
    if scale.whole_rows:
        return " ".join(filter(None, (row.notes, row.cue if row.icon else "")))
    return row.cue if row.turns_over else ""


def _set_below(text: RowText, room: float) -> SignedLine | None:
    sign = (1 + SIGN_GAP) * SIGN * text.size if text.icon else 0.0
    setting = _set(text.words, text.font, text.size, room - sign)
    return SignedLine(setting, text.icon) if setting else None


def _set(text: str, font: str, size: float, room: float) -> Setting | None:
    return fit(text, font, (size, size), (room, inf), 1.15)


def draw_compact_row(sketch: Sketch, placed: CompactRow, columns: CompactColumns, scale: PlanScale, box: Box) -> None:
    """Draw a row in its box."""
    row = placed.row
    if row.is_heading:
        draw_band(sketch, row, box)
    top = box.y + (ABOVE if placed.lines else 0.5) * (box.height - placed.texts)
    baseline = top + CAP * placed.name.size
    with sketch.tagged("TD", ", ".join(row.clocks)):
        _draw_clock(sketch, row, columns, scale, box.x, baseline)
    with sketch.tagged("TH", scope="Row"):
        _draw_sign(sketch, row, columns, box, baseline - CAP * placed.name.size / 2)
        last = _draw_texts(sketch, placed, box.x + columns.text, top, scale)
    with sketch.tagged("TD"):
        _draw_amount(sketch, placed, scale, box.right, last + placed.drop)


def _draw_clock(
    sketch: Sketch, row: PlanRow, columns: CompactColumns, scale: PlanScale, x: float, baseline: float
) -> None:
    """Draw the minutes up to the colon, and the seconds after it, smaller; the other side's below them."""
    for clock, font in zip(row.clocks, ("bold", "regular"), strict=False):
        minutes, seconds = split_clock(clock)
        left = x + columns.clock - width(minutes, font, scale.clock)
        end = left + sketch.draw_run(left, baseline, minutes, font, scale.clock)
        if seconds:
            sketch.draw_text(end, baseline, seconds, "regular", max(LEAST_PLAN, SECONDS * scale.clock))
        baseline += CLOCK_LEADING * scale.clock


def _draw_sign(sketch: Sketch, row: PlanRow, columns: CompactColumns, place: Box, middle: float) -> None:
    """Draw the name of a step's card over the dots of its pressure, the letter of a routine, or an icon.

    It is next to the first line of the name, as near as the row has room.
    """
    side, x = columns.side, place.x + columns.square
    has_dots = bool(row.card and row.press and count_dots(row.press))
    below = DOT_GAP + ROW_OF_DOTS.height if has_dots and columns.dots is None else 0.0
    y = max(place.y + EDGE, min(middle - side / 2, place.bottom - EDGE - below - side))
    if row.icon and not row.card:
        sketch.draw_icon(row.icon, x, y, side)
        return
    with sketch.tagged("Span"):
        box = Box(x - (columns.wide - side) / 2, y, columns.wide, side)
        draw_box(sketch, on_box(row), box, sketch.theme.accents[row.tab.area].deep)
    if row.press and below:
        draw_dots(sketch, row.press, x + side / 2, y + side + DOT_GAP + ROW_OF_DOTS.height / 2)
    elif row.press and has_dots and columns.dots is not None:
        draw_dots(sketch, row.press, place.x + columns.dots, y + side / 2)


def _draw_texts(sketch: Sketch, placed: CompactRow, x: float, top: float, scale: PlanScale) -> float:
    """Draw the name with what follows it, and the lines below it; returns the name's last baseline."""
    name, row = placed.name, placed.row
    with sketch.tagged("Span"):
        last = baseline = sketch.draw_setting(x, top, name)
    end = x + width(name.lines[-1], name.font, name.size)
    if _sign_width(row, scale):
        sign = SIGN * name.size
        place = end + CAUTION_GAP * name.size, baseline - (CAP * name.size + sign) / 2
        alt = f"{sketch.icon_alt('caution', '')}: {row.caution}"
        sketch.draw_icon_with_alt(alt, "caution", *place, sign)
    baseline += placed.lead
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
    return last


def _draw_amount(sketch: Sketch, placed: CompactRow, scale: PlanScale, right: float, baseline: float) -> None:
    """Draw how much, up to the right edge."""
    key = placed.amount
    if isinstance(key, Setting):
        sketch.draw_setting(right - key.width, baseline - CAP * key.size, key)
    elif key and not isinstance(key, WordFigure):
        unit = f" {key.unit}" if isinstance(key, CountFigure) and key.unit else ""
        wide = width(unit, "semibold", LEAST_PLAN) if unit else 0.0
        number = number_width(key, scale.key_figure, _times(scale))
        draw_number(sketch, key, right - wide - number, baseline, scale.key_figure, _times(scale))
        if unit:
            sketch.draw_text(right - wide, baseline, unit, "semibold", LEAST_PLAN)
