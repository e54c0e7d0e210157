"""The end of a booklet: what to do afterwards, and lines to write on for the next time."""

from __future__ import annotations

from cardgen.layouts.booklet.glossary import draw_words
from cardgen.layouts.booklet.line_pages import add_lines
from cardgen.layouts.booklet.lines import largest_lines
from cardgen.layouts.booklet.notes import draw_notes, notes_height
from cardgen.layouts.booklet.pages import BookPages
from cardgen.units import MM

LABEL = "after"
LEAST_LINES = 3
MOST_TYPE, LOOSE, GAP = 1.4, 1.25, 12 * MM
"""Of the lines: their largest type as a multiple of paragraphs, how loosely they are set, and the space below them."""


def add_aftercare(pages: BookPages) -> None:
    """Add the page for afterwards, with lines to write on below, or in a thick booklet the words."""
    scale = pages.scale
    sketch, room = pages.start_part(LABEL, 0)
    above = room._replace(height=(room.height - notes_height(pages, LEAST_LINES) - GAP) / LOOSE)
    lines = largest_lines(pages.book.after, (MOST_TYPE * scale.body, scale.least), scale.list_icon, above)
    if lines is None:
        add_lines(pages, LABEL, pages.book.after)
        return
    pages.bookmark(pages.book.labels[LABEL])
    high = LOOSE * lines.height
    lines.draw(sketch, room._replace(height=high))
    top = room.y + high + GAP
    below = room._replace(y=top, height=room.bottom - top)
    if not (pages.brief and draw_words(sketch, pages, below._replace(y=top - GAP, height=below.height + GAP))):
        draw_notes(sketch, pages, below)
    pages.faces.append(sketch.face())
