"""The end of a booklet: what to do afterwards, and lines to write on for the next time."""

from __future__ import annotations

from cardgen.layouts.booklet.line_pages import add_lines
from cardgen.layouts.booklet.lines import largest_lines
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import MM, Box

LABEL = "after"
LINE = 10 * MM
"""Between two lines to write on."""
LEAST_LINES = 3
MOST_TYPE, LOOSE, GAP = 1.4, 1.25, 12 * MM
"""Of the lines: their largest type as a multiple of paragraphs, how loosely they are set, and the space below them."""
COLUMNS = (("next_time_date", 0.0), ("next_time_liked", 0.27), ("next_time_force", 0.62))
"""What to write, and where it begins, as a part of the width."""


def add_aftercare(pages: BookPages) -> None:
    """Add the page for afterwards, with lines below where it has room for them; none without aftercare."""
    if not pages.book.after:
        return
    scale = pages.scale
    sketch, room = pages.start_part(LABEL, 0)
    above = room._replace(height=(room.height - _notes_height(pages, LEAST_LINES) - GAP) / LOOSE)
    lines = largest_lines(pages.book.after, (MOST_TYPE * scale.body, scale.least), scale.list_icon, above)
    if lines is None:
        add_lines(pages, LABEL, pages.book.after)
        return
    pages.bookmark(pages.book.labels[LABEL])
    high = LOOSE * lines.height
    lines.draw(sketch, room._replace(height=high))
    top = room.y + high + GAP
    draw_notes(sketch, pages, room._replace(y=top, height=room.bottom - top))
    pages.faces.append(sketch.face())


def _notes_height(pages: BookPages, lines: int) -> float:
    return 2.2 * pages.scale.heading + 2 * pages.scale.least + lines * LINE


def draw_notes(sketch: Sketch, pages: BookPages, box: Box) -> None:
    """Draw lines to write on, below what to write in each column."""
    labels, scale, theme = pages.book.labels, pages.scale, sketch.theme
    y = box.y + scale.heading
    with sketch.tagged("H2"):
        sketch.draw_text(box.x, y, labels["next_time"], "semibold", 1.1 * scale.heading)
    y += 0.5 * scale.heading
    sketch.draw_rule(box.x, box.right, y, 1, theme.ink)
    y += 1.5 * scale.least
    for label, part in COLUMNS:
        with sketch.tagged("P"):
            x = box.x + part * box.width
            sketch.draw_text(x, y, labels[label], "regular", scale.least, theme.secondary)
    while (y := y + LINE) <= box.bottom:
        sketch.draw_rule(box.x, box.right, y, 0.5, theme.rule)
