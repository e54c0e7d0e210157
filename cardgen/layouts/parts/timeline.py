"""The timeline of a session plan: every step as wide as it is long, with the minutes below and the areas above."""

from __future__ import annotations

from cardgen.layouts.parts.edge_tab import draw_area_letter
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box
from cardgen.wording.plan_page import Bar, PlanPage, Span

SPAN = 11
"""Type size of what stands over the bars."""
LETTER = 9
"""Type size of the area's letter before it."""
LEAST_NUMBER = 8.5
"""The least type size of a step's number on its bar; it is left out of a narrower one."""
TICKS = 10
"""Type size of the minutes, in points."""
GAP = 0.5 * MM
"""Between two bars."""
LEAST_ICON = 3.5 * MM
LABELLED = (5, 10, 20, 30, 60)
"""Minutes between two labels: the fewest that leave them apart."""
MOST_OVER = 2 * MM
"""How far the last label may stick out of the bar."""
APART = 3 * MM
"""The least distance between two labels."""


def timeline_height(bar: float) -> float:
    """The height of the whole timeline, when its bars are `bar` points high."""
    return CAP * SPAN + 2.2 * MM + bar + 3.6 * MM + CAP * TICKS


def draw_timeline(sketch: Sketch, page: PlanPage, place: Box, number_size: float) -> None:
    """Draw the timeline from the top left of its place, with bars as high as that."""
    with sketch.tagged("Figure", page.timeline):
        _draw_all(sketch, page, place, number_size)


def _draw_all(sketch: Sketch, page: PlanPage, place: Box, number_size: float) -> None:
    """Areas above, bars, minutes below."""
    box = place._replace(height=timeline_height(place.height))
    each = box.width / page.seconds
    top = box.y + CAP * SPAN + 2.2 * MM
    for span in page.spans:
        _draw_span(sketch, span, Box(box.x + span.start * each, box.y, (span.end - span.start) * each, top - box.y))
    for bar in page.bars:
        shown = Box(box.x + bar.start * each + GAP / 2, top, (bar.end - bar.start) * each - GAP, place.height)
        if shown.width > 0.2 * MM:
            _draw_bar(sketch, bar, shown, number_size)
    _draw_ticks(sketch, page.seconds / 60, Box(box.x, top + place.height, box.width, box.bottom - top - place.height))


def _draw_span(sketch: Sketch, span: Span, box: Box) -> None:
    """The area's letter and name over a line as long as its steps; only the letter where there is no room."""
    deep = sketch.theme.accents[span.tab.area].deep
    sketch.draw_rule(box.x + GAP, box.right - GAP, box.bottom - 0.8 * MM, 1, deep)
    if box.width < 1.3 * LETTER + GAP:
        return
    baseline = box.y + CAP * SPAN
    x = box.x + GAP + draw_area_letter(sketch, span.tab, box.x + GAP, baseline, LETTER) + 1.4 * MM
    if x + width(span.text, "semibold", SPAN) <= box.right - GAP:
        sketch.draw_text(x, baseline, span.text, "semibold", SPAN)


def _draw_bar(sketch: Sketch, bar: Bar, box: Box, digits: float) -> None:
    theme = sketch.theme
    accent = theme.accents[bar.tab.area]
    outline = rounded(box, min(MM, 0.4 * box.width))
    if bar.icon:
        sketch.draw_path(outline, fill=theme.paper, stroke=theme.secondary, width=0.8)
        size = min(0.62 * box.height, box.width - MM)
        if size >= LEAST_ICON:
            sketch.draw_icon(bar.icon, box.x + (box.width - size) / 2, box.y + (box.height - size) / 2, size)
        return
    if bar.again:
        sketch.draw_path(outline, fill=accent.deep)
    else:
        sketch.draw_path(
            outline, fill=accent.wash or theme.paper, stroke=None if accent.wash else accent.deep, width=0.8
        )
    ink = theme.paper if bar.again else theme.ink
    room = box.width - 0.6 * MM
    size = next((size for size in (digits, LEAST_NUMBER) if width(bar.label, "semibold", size) <= room), 0)
    if size:
        x = box.x + (box.width - width(bar.label, "semibold", size)) / 2
        sketch.draw_text(x, box.y + (box.height + CAP * size) / 2, bar.label, "semibold", size, ink)


def _draw_ticks(sketch: Sketch, minutes: float, box: Box) -> None:
    """A tick each minute, a longer one with its label every five, or every ten."""
    theme, each = sketch.theme, box.width / minutes
    room = width(str(int(minutes)), "medium", TICKS) + APART
    labelled = next((apart for apart in LABELLED if apart * each >= room), LABELLED[-1])
    for minute in range(int(minutes) + 1):
        x = box.x + minute * each
        long = minute % labelled == 0
        color = theme.ink if long else theme.secondary
        sketch.draw_path(
            (("M", (x, box.y + 1.2 * MM)), ("L", (x, box.y + (2.8 if long else 2.0) * MM))),
            stroke=color,
            width=0.8 if long else 0.5,
        )
        if long:
            half = width(str(minute), "medium", TICKS) / 2
            left = min(x - half, box.right + MOST_OVER - 2 * half)
            sketch.draw_text(left, box.bottom, str(minute), "medium", TICKS)
