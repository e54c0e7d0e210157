"""A row of a plan's table: a step, a changeover, or the name of a routine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.parts.edge_tab import draw_routine_letter
from cardgen.layouts.parts.key_figure import draw_number
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.band import draw_band
from cardgen.layouts.plan.card_box import draw_box
from cardgen.layouts.plan.scale import PlanScale
from cardgen.layouts.plan.table_columns import TableColumns, card_height, is_number, times_size
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.plan_rows import PlanRow

AIR = 2.4 * MM
"""The least space between the lines of two rows."""
CHANGE_ICON = 0.8
"""Size of the icon of a changeover, as a fraction of that of the icons of a step."""
LINE_GAP = 0.62
"""From a baseline to the capitals of the line below it, in type sizes."""


class SetRow(Struct, frozen=True):
    """A row broken into lines."""

    row: PlanRow
    title: Setting
    cue: Setting | None
    more: Setting | None
    """As wide as the table, below everything else but the clocks."""
    caution: Setting | None
    """None where only a sign after the title shows that there is one."""
    key_words: Setting | None
    """The key figure in words; None for a number."""
    texts: float
    """Height of the title and the lines below it, in points."""
    least: float
    """The least height of the row, in points."""

    @property
    def below(self) -> float:
        """Height of the line below everything else, with the space above it."""
        return LINE_GAP * self.more.size + self.more.height if self.more else 0


@lru_cache(maxsize=4096)
def set_table_row(row: PlanRow, columns: TableColumns, scale: PlanScale) -> SetRow | None:
    """Break a row into lines, as each way to share lists with the back asks for; None when a word is too long."""
    found = dict(_settings(row, columns, scale))
    title, cue, more, caution, key_words = map(found.get, ("title", "cue", "more", "caution", "key words"))
    if title is None or None in found.values():
        return None
    texts = title.height + sum(LINE_GAP * setting.size + setting.height for setting in (cue, caution) if setting)
    high = max(texts, key_words.height if key_words else 0)
    placed = SetRow(row, title, cue, more, caution, key_words, texts, high + AIR)
    icons = scale.fact_icon if more else scale.least_row
    upper = max(placed.least, icons if row.card else CHANGE_ICON * scale.fact_icon)
    return replace(placed, least=upper + placed.below)


def _settings(row: PlanRow, columns: TableColumns, scale: PlanScale) -> Iterator[tuple[str, Setting | None]]:
    """The parts of a row that the table has room for, broken into lines; None for one with too long a word."""
    room = columns.title_width if row.card else columns.key_figure + columns.key_figure_width - columns.title
    cautions_in_rows = scale.cautions == "rows"
    sign = 1.25 * columns.sign if row.caution and not cautions_in_rows else 0
    yield "title", _set(" · ".join(filter(None, (row.name, row.only))), "semibold", scale.step_title, room - sign)
    cue, size = _cue(row, scale), scale.cue or scale.key_figure_words
    if cue:
        yield "cue", _set(cue, "regular", size, room)
    if row.more and scale.whole_rows:
        wide = columns.key_figure + columns.key_figure_width - columns.title
        yield "more", _set(row.more, "regular", scale.key_figure_words, wide)
    if cautions_in_rows and row.caution:
        yield "caution", _set(row.caution, "regular", scale.key_figure_words, room - 1.3 * columns.sign)
    if row.key and not is_number(row.key):
        lines = "\n".join(row.key.lines)
        yield "key words", _set(lines, "semibold", scale.key_figure_words, columns.key_figure_width, even=True)


def _cue(row: PlanRow, scale: PlanScale) -> str:
    """What to do, as far as the table has room for it."""
    return " ".join(filter(None, (row.notes if scale.whole_rows else "", row.cue if scale.cue else "")))


def _set(text: str, font: str, size: float, room: float, even: bool = False) -> Setting | None:
    return fit(text, font, (size, size), (room, inf), 1.15, even)


def draw_table_row(sketch: Sketch, placed: SetRow, columns: TableColumns, scale: PlanScale, box: Box) -> None:
    """Draw a row, everything centered in the height of its box, with a line below it for all that has no icon.

    The name of a routine is on a band in its color, which divides a long table.
    """
    row, middle = placed.row, box.y + (box.height - placed.below) / 2
    if row.is_heading:
        draw_band(sketch, row, box)
    for index, edge in enumerate(columns.clocks):
        clock = row.clocks[index] if index < len(row.clocks) else ""
        _draw_to_edge(sketch, clock, box.x + edge, middle, "regular" if index else "semibold", scale.clock)
    with sketch.tagged("TH", scope="Row"):
        _draw_sign(sketch, row, scale, box.x + columns.card, columns.card_width, middle)
        _draw_texts(sketch, placed, columns.sign, box.x + columns.title, middle)
        if placed.more:
            top = box.bottom - AIR / 2 - placed.more.height
            with sketch.tagged("P"):
                sketch.draw_setting(box.x + columns.title, top, placed.more)
    for fact, x in ((row.hands, columns.hands), (row.way, columns.way), (row.press, columns.pressure)):
        with sketch.tagged("TD"):
            if fact:
                icon = scale.fact_icon
                sketch.draw_icon_with_alt(fact.line, fact.icon, box.x + x, middle - icon / 2, icon)
    with sketch.tagged("TD"):
        _draw_key_figure(sketch, placed, scale, box.x + columns.key_figure, middle)
    _draw_to_edge(sketch, row.minutes, box.x + columns.width, middle, "regular", scale.clock)


def _draw_to_edge(sketch: Sketch, text: str, right: float, middle: float, font: str, size: float) -> None:
    """Draw a text that ends at `right`."""
    with sketch.tagged("TD"):
        if text:
            sketch.draw_text(right - width(text, font, size), middle + CAP * size / 2, text, font, size)


def _draw_sign(sketch: Sketch, row: PlanRow, scale: PlanScale, x: float, wide: float, middle: float) -> None:
    """Draw the name of a step's card, the icon of a changeover, or the letter of a routine's area, centered on x."""
    if row.card:
        high = card_height(scale)
        box = Box(x - wide / 2, middle - high / 2, wide, high)
        with sketch.tagged("Span"):
            draw_box(sketch, str(row.card), box, sketch.theme.accents[row.tab.area].deep)
    elif row.icon:
        icon = CHANGE_ICON * scale.fact_icon
        sketch.draw_icon(row.icon, x - icon / 2, middle - icon / 2, icon)
    else:
        size = scale.step_title
        draw_routine_letter(sketch, row.tab, x - 0.65 * size, middle + CAP * size / 2, size)


def _draw_texts(sketch: Sketch, placed: SetRow, sign: float, x: float, middle: float) -> None:
    """Draw the title, the cue and the caution below it; or the caution sign after it."""
    row, title, caution = placed.row, placed.title, placed.caution
    with sketch.tagged("Span"):
        baseline = sketch.draw_setting(x, middle - placed.texts / 2, title)
    if row.caution and not caution:
        end = x + width(title.lines[-1], title.font, title.size) + 0.25 * sign
        alt = f"{sketch.icon_alt('caution', '')}: {row.caution}"
        sketch.draw_icon_with_alt(alt, "caution", end, baseline - CAP * title.size / 2 - sign / 2, sign)
    if placed.cue:
        with sketch.tagged("P"):
            baseline = sketch.draw_setting(x, baseline + LINE_GAP * placed.cue.size, placed.cue)
    if caution:
        top = baseline + LINE_GAP * caution.size
        alt = sketch.icon_alt("caution", row.caution)
        with sketch.beside_icon("P", "caution", alt, x, top + (CAP * caution.size - sign) / 2, sign):
            sketch.draw_setting(x + 1.3 * sign, top, caution)


def _draw_key_figure(sketch: Sketch, placed: SetRow, scale: PlanScale, x: float, middle: float) -> None:
    key, size = placed.row.key, scale.key_figure
    if placed.key_words:
        sketch.draw_setting(x, middle - placed.key_words.height / 2, placed.key_words)
    elif key and is_number(key):
        draw_number(sketch, key, x, middle + CAP * size / 2, size, times_size(scale))
