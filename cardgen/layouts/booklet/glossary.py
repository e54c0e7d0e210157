"""What the words of the trade mean: below another part of a booklet that has room, or else on pages of its own."""

from __future__ import annotations

from cardgen.layouts.booklet.line_pages import add_lines
from cardgen.layouts.booklet.lines import largest_lines
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box
from cardgen.wording.deck import Block

LABEL = "glossary"
TITLE = 0.8
"""Type size of its title below another part, as a part of a page's."""


def draw_words(sketch: Sketch, pages: BookPages, room: Box) -> bool:
    """Draw what words mean on the next page, below what is there, if they have room and are on no page yet.

    Returns whether they are drawn.
    """
    title = TITLE * pages.scale.page_title
    below = room._replace(y=room.y + 2.6 * title, height=room.height - 2.6 * title)
    words = _words(pages)
    if below.height <= 0 or not words:
        return False
    sizes = (1.15 * pages.scale.body, pages.scale.least)
    lines = largest_lines(words, sizes, 0.0, below)
    if lines:
        with sketch.tagged("H1"):
            sketch.draw_text(room.x, room.y + 1.8 * title, pages.book.labels[LABEL], "semibold", title)
        lines.draw(sketch, below)
        pages.bookmark(pages.book.labels[LABEL])
    return lines is not None


def add_words(pages: BookPages) -> None:
    """Add pages for what words mean, unless they are on a page already."""
    add_lines(pages, LABEL, _words(pages))


def _words(pages: BookPages) -> list[Block]:
    """The words that are on no page yet."""
    done = any(mark.title == pages.book.labels[LABEL] for mark in pages.bookmarks)
    return [] if done else [Block("", "", line) for line in pages.book.glossary]
