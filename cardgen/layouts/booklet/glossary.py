"""The meaning of the words of the trade: below another part of a booklet, or on pages of its own."""

from __future__ import annotations

from cardgen.layouts.booklet.line_pages import add_lines
from cardgen.layouts.booklet.lines import SetLines, largest_lines
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box
from cardgen.wording.deck import Block

LABEL = "glossary"
TITLE = 0.8
"""Type size of its title below another part, as a fraction of a page's."""


def draw_words(sketch: Sketch, pages: BookPages, room: Box) -> bool:
    """Draw what words mean on the next page, below what is there, if they have room and are on no page yet.

    Returns whether they are drawn.
    """
    lines = set_words(pages, room)
    if lines:
        title, below = TITLE * pages.scale.page_title, _below_title(pages, room)
        with sketch.tagged("H1"):
            sketch.draw_text(room.x, room.y + 1.8 * title, pages.book.labels[LABEL], "semibold", title)
        lines.draw(sketch, below)
        pages.bookmark(pages.book.labels[LABEL])
        pages.has_glossary = True
    return lines is not None


def has_words(pages: BookPages) -> bool:
    """Whether there are words whose meanings are on no page yet."""
    return bool(_words(pages))


def set_words(pages: BookPages, room: Box) -> SetLines | None:
    """The meanings of words, below a title; None without room, or when they are on a page already."""
    below, words = _below_title(pages, room), _words(pages)
    if below.height <= 0 or not words:
        return None
    return largest_lines(words, (1.15 * pages.scale.body, pages.scale.least), 0.0, below)


def _below_title(pages: BookPages, room: Box) -> Box:
    high = 2.6 * TITLE * pages.scale.page_title
    return room._replace(y=room.y + high, height=room.height - high)


def add_words(pages: BookPages) -> None:
    """Add pages for what words mean, unless they are on a page already."""
    add_lines(pages, LABEL, _words(pages))
    pages.has_glossary = True


def _words(pages: BookPages) -> list[Block]:
    """The words that are on no page yet."""
    return [] if pages.has_glossary else [Block("", "", line) for line in pages.book.glossary]
