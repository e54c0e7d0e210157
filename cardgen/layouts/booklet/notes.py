"""Lines to write on in a booklet: for the next time."""

from __future__ import annotations

from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import MM, Box

LINE = 10 * MM
"""Between two lines to write on."""
COLUMNS = (("next_time_date", 0.0), ("next_time_liked", 0.27), ("next_time_force", 0.62))
"""What to write, and where it begins, as a fraction of the width."""


def notes_height(pages: BookPages, lines: int) -> float:
    """The height of this many lines with their heading."""
    return 2.2 * pages.scale.heading + 2 * pages.scale.least + lines * LINE


def draw_notes(sketch: Sketch, pages: BookPages, box: Box) -> None:
    """Draw lines to write on, below what to write in each column."""
    labels, scale, theme = pages.book.labels, pages.scale, sketch.theme
    y = box.y + scale.heading
    with sketch.tagged("H2"):
        title = pages.book.continued("next_time") if pages.has_notes else labels["next_time"]
        sketch.draw_text(box.x, y, title, "semibold", 1.1 * scale.heading)
    pages.has_notes = True
    y += 0.5 * scale.heading
    sketch.draw_rule(box.x, box.right, y, 1, theme.ink)
    y += 1.5 * scale.least
    for label, part in COLUMNS:
        with sketch.tagged("P"):
            x = box.x + part * box.width
            sketch.draw_text(x, y, labels[label], "regular", scale.least, theme.secondary)
    while (y := y + LINE) <= box.bottom:
        sketch.draw_rule(box.x, box.right, y, 0.5, theme.rule)
