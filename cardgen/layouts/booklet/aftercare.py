"""The end of a booklet: what to do afterwards, and lines to write on for the next time."""

from __future__ import annotations

from cardgen.layouts.booklet.glossary import draw_words, set_words
from cardgen.layouts.booklet.line_pages import add_lines
from cardgen.layouts.booklet.lines import SetLines, largest_lines
from cardgen.layouts.booklet.notes import draw_notes, notes_height
from cardgen.layouts.booklet.pages import BookPages
from cardgen.units import MM, Box

LABEL = "after"
LEAST_LINES = 3
MOST_TYPE, LOOSE, GAP = 1.4, 1.25, 12 * MM
"""Of the lines: their largest type as a multiple of paragraphs, how loosely they are set, and the space below them."""
SMALLER = 0.5
"""From one type size that is tried to the next, in points."""


def add_aftercare(pages: BookPages) -> None:
    """Add the page for afterwards, with lines to write on below, or in a thick booklet the words."""
    sketch, room = pages.start_part(LABEL, 0)
    lines = _set(pages, room)
    if lines is None:
        add_lines(pages, LABEL, pages.book.after)
        return
    pages.bookmark(pages.book.labels[LABEL])
    lines.draw(sketch, room._replace(height=LOOSE * lines.height))
    below = _below(room, lines)
    if not (pages.brief and draw_words(sketch, pages, _for_words(below))):
        draw_notes(sketch, pages, below)
    pages.faces.append(sketch.face())


def _set(pages: BookPages, room: Box) -> SetLines | None:
    """The lines in the largest type that leaves room for those to write on, or in a thick booklet for the words."""
    scale = pages.scale
    above = room._replace(height=(room.height - notes_height(pages, LEAST_LINES) - GAP) / LOOSE)
    most = MOST_TYPE * scale.body
    largest = lines = largest_lines(pages.book.after, (most, scale.least), scale.list_icon, above)
    while pages.brief and lines and not set_words(pages, _for_words(_below(room, lines))):
        most = lines.size - SMALLER
        if most < scale.least:
            return largest
        lines = largest_lines(pages.book.after, (most, scale.least), scale.list_icon, above)
    return lines


def _below(room: Box, lines: SetLines) -> Box:
    top = room.y + LOOSE * lines.height + GAP
    return room._replace(y=top, height=room.bottom - top)


def _for_words(below: Box) -> Box:
    """Words have space above their title."""
    return below._replace(y=below.y - GAP, height=below.height + GAP)
