"""The timeline of a session: a bar as wide as each step is long, body areas above, minutes below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import ceil, log2

from msgspec.structs import replace

from cardgen.layouts.parts.edge_tab import draw_routine_letter, routine_letter_width
from cardgen.layouts.parts.sketch import Sketch
from cardgen.model.card_name import CardName, in_a_row
from cardgen.scene.outlines import line, rounded
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.sentences import word_numbers
from cardgen.wording.timeline import Bar, BarTitle

SPAN_NAME, SPAN_LETTER = 11, 9
"""Type sizes of the name above several bars, and of the routine's letter before it."""
LETTERS_APART = 0.4 * MM
"""The least space between two letters."""
SPAN_GAP = 2.2 * MM
"""From these to the bars."""
LEAST_BAR_NUMBER = 8.5
"""The least type size of a step's number; narrower bars share one."""
NUMBER_INDENT = 0.3 * MM
"""At either side of the number in a bar."""
NUMBER_LEADING, TWO_LINES = 0.95, 1.75
"""Between the lines of numbers in a bar, and the least height of a bar with two of them, in type sizes."""
BAR_GAP = 0.5 * MM
"""Between two bars."""
LEAST_BAR = 0.2 * MM
"""The width of the narrowest bar that is drawn."""
LEAST_BAR_ICON = 2.6 * MM
MINUTE_SIZE = 10
"""Type size of the minutes."""
MINUTE_GAP = 3.6 * MM
"""From the bars to the minutes."""
MINUTES_APART = 3 * MM
"""The least space between two labels."""
LABELED = (5, 10, 20, 30, 60)
"""Minutes between two labels; the first that leaves enough space is used, of longer ones twice as many each time."""
TICKED = (1, 5, 10, 30, 60)
"""The same for ticks."""
TICKS_APART = 0.5 * MM
"""The least space between two ticks."""
LABEL_OVERHANG = 2 * MM
"""How far the last label may reach beyond the bars."""
LABEL_CLEAR = MM
"""The least space between a label and an edge tab."""
LABEL_BORDER = 5 * MM
"""The border of the page that no label reaches into: printers leave as much."""


def timeline_height(bar: float) -> float:
    """The height of a timeline whose bars are `bar` points high."""
    return CAP * SPAN_NAME + SPAN_GAP + bar + MINUTE_GAP + CAP * MINUTE_SIZE


def draw_timeline(sketch: Sketch, page: PlanPage, box: Box, bar: float, number: float) -> None:
    """Draw the timeline in a box of its height; `bar` is the height of the bars, `number` the size of numbers."""
    each = box.width / page.seconds
    top = box.y + CAP * SPAN_NAME + SPAN_GAP
    with sketch.tagged("Figure", page.timeline_alt):
        places = [Box(box.x + s.start * each, box.y, (s.end - s.start) * each, top - box.y) for s in page.spans]
        for span, place, x in zip(page.spans, places, _place_letters(page.spans, places, box), strict=True):
            _draw_span(sketch, span, place, x)
        for shown in join_narrow_bars(page.bars, each, bar):
            left, wide = box.x + shown.start * each + BAR_GAP / 2, (shown.end - shown.start) * each - BAR_GAP
            if wide > LEAST_BAR:
                _draw_bar(sketch, shown, Box(left, top, wide, bar), number)
        _draw_minutes(sketch, page.seconds / 60, Box(box.x, top + bar, box.width, box.bottom - top - bar))


def _place_letters(spans: Sequence[BarTitle], places: Sequence[Box], box: Box) -> list[float]:
    """The left edges of the letters: at the beginning of their spans, or as near as they have room."""
    widths = [routine_letter_width(span.tab, SPAN_LETTER) for span in spans]
    found: list[float] = []
    x, end = box.x, box.right
    for place, wide in zip(places, widths, strict=True):
        found.append(max(place.x + BAR_GAP, x))
        x = found[-1] + wide + LETTERS_APART
    for index in reversed(range(len(found))):
        found[index] = min(found[index], end - widths[index])
        end = found[index] - LETTERS_APART
    return found


def _draw_span(sketch: Sketch, span: BarTitle, box: Box, x: float) -> None:
    """Draw a routine's letter and its area above a line as long as its steps; the letter alone if space is short."""
    deep = sketch.theme.accents[span.tab.area].deep
    sketch.draw_rule(box.x + BAR_GAP, box.right - BAR_GAP, box.bottom - 0.8 * MM, 1, deep)
    baseline = box.y + CAP * SPAN_NAME
    letter = draw_routine_letter(sketch, span.tab, x, baseline, SPAN_LETTER)
    text = x + letter + 1.4 * MM
    if text + width(span.text, "semibold", SPAN_NAME) <= box.right - BAR_GAP:
        sketch.draw_text(text, baseline, span.text, "semibold", SPAN_NAME)


def join_narrow_bars(bars: Sequence[Bar], each: float, high: float) -> Iterator[Bar]:
    """The bars, `each` points wide per second; neighbors too narrow for their numbers are one bar: "3–5".

    All of one area on one side have their numbers in the first way that has room. If none has, they stay as they are.
    """
    for _, same in groupby(bars, key=lambda bar: (bar.icon, bar.tab, bar.other_side)):
        alike = list(same)
        joined = (_join(alike, each, high, WAYS[:count]) for count in range(1, len(WAYS) + 1))
        yield from alike if alike[0].icon else next(filter(None, joined), alike)


def _join(bars: Sequence[Bar], each: float, high: float, ways: Sequence[NumberWay]) -> list[Bar]:
    """The bars, joined until each has room for its numbers in one of these ways; empty when not even one bar has.

    The last ones, if they are still too narrow, become part of the bar before them.
    """
    found: list[Bar] = []
    narrow: list[Bar] = []
    for bar in bars:
        narrow.append(bar)
        if _has_room(joined := _joined(narrow), each, high, ways):
            found.append(joined)
            narrow = []
    while narrow and found:
        narrow = [_joined([found.pop(), *narrow])]
        if _has_room(narrow[0], each, high, ways):
            found += narrow
            narrow = []
    return found


def _has_room(bar: Bar, each: float, high: float, ways: Sequence[NumberWay]) -> bool:
    return bool(_number_lines(bar, (bar.end - bar.start) * each, high, ways))


def _joined(bars: Sequence[Bar]) -> Bar:
    """One bar instead of several."""
    return replace(bars[0], end=bars[-1].end, cards=tuple(card for bar in bars for card in bar.cards))


def _number_lines(bar: Bar, wide: float, high: float, ways: Sequence[NumberWay]) -> list[str]:
    """The numbers of a bar's cards, whose letter is above, in the first way that has room; empty when none has."""
    room = wide - BAR_GAP - 2 * NUMBER_INDENT
    most = 2 if high >= TWO_LINES * LEAST_BAR_NUMBER else 1
    tried = (way(bar.cards) for way in ways)
    fitting = (
        lines
        for lines in tried
        if 0 < len(lines) <= most and all(width(line, "semibold", LEAST_BAR_NUMBER) <= room for line in lines)
    )
    return next(fitting, [])


def _all_on_one_line(cards: Sequence[CardName]) -> list[str]:
    """ "1, 4, 5, 7"; "3–5" for three or more in a row."""
    return [word_numbers(card.number for card in cards)]


def _all_on_two_lines(cards: Sequence[CardName]) -> list[str]:
    """ "1, 4," above "5, 7": as even as that can be."""
    (line,) = _all_on_one_line(cards)
    parts = line.split(" ")
    ways = [[" ".join(parts[:at]), " ".join(parts[at:])] for at in range(1, len(parts))]
    return min(ways, key=lambda way: max(width(line, "semibold", 1) for line in way), default=[])


def _first_to_last(cards: Sequence[CardName]) -> list[str]:
    """ "3–4"; an ellipsis is between the first and the last of several that are not all there: "2…9"."""
    return ["".join(_first_above_last(cards))] if cards[1:] else []


def _first_above_last(cards: Sequence[CardName]) -> list[str]:
    """The same on two lines."""
    return [str(cards[0].number), f"{'–' if in_a_row(cards) else '…'}{cards[-1].number}"] if cards[1:] else []


NumberWay = Callable[[Sequence[CardName]], list[str]]
"""Lines of numbers of one card or more; none where that is no way for them."""
WAYS: tuple[NumberWay, ...] = (_all_on_one_line, _all_on_two_lines, _first_to_last, _first_above_last)
"""How the numbers of a bar's cards may be written, the most exact first."""


def _draw_bar(sketch: Sketch, bar: Bar, box: Box, number: float) -> None:
    """Draw a step with its number, or a changeover with its icon."""
    draw_bar_shape(sketch, bar, box, min(MM, 0.4 * box.width), 0.8)
    if not bar.icon:
        color = sketch.theme.paper if bar.other_side else sketch.theme.ink
        _draw_number(sketch, bar, box, number, color)
        return
    size = min(0.62 * box.height, box.width - MM)
    if size >= LEAST_BAR_ICON:
        sketch.draw_icon(bar.icon, box.x + (box.width - size) / 2, box.y + (box.height - size) / 2, size)


def draw_bar_shape(sketch: Sketch, bar: Bar, box: Box, corner: float, weight: float) -> None:
    """Draw a bar: a step in the color of its area, darker on the other side; a changeover in outline."""
    theme, outline = sketch.theme, rounded(box, corner)
    accent = theme.accents[bar.tab.area]
    if bar.icon:
        sketch.draw_path(outline, fill=theme.paper, stroke=theme.secondary, width=weight)
    elif bar.other_side:
        sketch.draw_path(outline, fill=accent.deep)
    else:
        stroke = None if accent.wash else accent.deep
        sketch.draw_path(outline, fill=accent.wash or theme.paper, stroke=stroke, width=weight)


def _draw_number(sketch: Sketch, bar: Bar, box: Box, most: float, color: str) -> None:
    """Draw a step's number, or those of several, in the middle of their bar, if there is room for it."""
    lines = _number_lines(bar, box.width + BAR_GAP, box.height, WAYS)
    room = box.width - 2 * NUMBER_INDENT
    size = most if len(lines) == 1 and width(lines[0], "semibold", most) <= room else LEAST_BAR_NUMBER
    y = box.y + (box.height + (CAP - NUMBER_LEADING * (len(lines) - 1)) * size) / 2
    for place, text in enumerate(lines):
        x = box.x + (box.width - width(text, "semibold", size)) / 2
        sketch.draw_text(x, y + place * NUMBER_LEADING * size, text, "semibold", size, color)


def _draw_minutes(sketch: Sketch, minutes: float, box: Box) -> None:
    """Draw a tick for each minute, or fewer; a longer one with its label every five, or ten, or more."""
    theme, each = sketch.theme, box.width / minutes
    most = min(box.right + LABEL_OVERHANG, sketch.form.size.width - LABEL_BORDER)
    if (tab := sketch.tab_box) and tab.y - MM < box.bottom < tab.bottom:
        most = min(most, tab.x - LABEL_CLEAR)
    room = width(str(int(minutes)), "medium", MINUTE_SIZE) + MINUTES_APART
    labeled, ticked = minutes_apart(room / each), _first_apart(TICKED, TICKS_APART / each)
    for minute in range(0, int(minutes) + 1, ticked):
        x, is_labeled = box.x + minute * each, minute % labeled == 0
        tick = line(x, box.y + 1.2 * MM, x, box.y + (2.8 if is_labeled else 2.0) * MM)
        color, weight = (theme.ink, 0.8) if is_labeled else (theme.secondary, 0.5)
        sketch.draw_path(tick, stroke=color, width=weight)
        if is_labeled:
            half = width(str(minute), "medium", MINUTE_SIZE) / 2
            left = min(x - half, most - 2 * half)
            sketch.draw_text(left, box.bottom, str(minute), "medium", MINUTE_SIZE)


def minutes_apart(least: float) -> int:
    """Minutes between two labels that are at least this many minutes apart, for a session of any length."""
    return _first_apart(LABELED, least)


def _first_apart(usual: Sequence[int], least: float) -> int:
    """The first of the usual distances, in minutes, that is long enough; if none is, a multiple of the last."""
    found = next((apart for apart in usual if apart >= least), 0)
    return found or usual[-1] * 2 ** ceil(log2(least / usual[-1]))
