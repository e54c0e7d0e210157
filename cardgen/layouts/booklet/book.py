"""A session as a book: all its pages in reading order."""

from __future__ import annotations

from msgspec import Struct

from cardgen.artwork.theme import Theme
from cardgen.layouts.booklet.aftercare import add_aftercare
from cardgen.layouts.booklet.chapters import PAGES_ON_SHEET, add_chapters
from cardgen.layouts.booklet.contents import put_contents
from cardgen.layouts.booklet.cover import add_cover, draw_back_cover
from cardgen.layouts.booklet.how_to_read import add_how_to_read
from cardgen.layouts.booklet.legend import add_strokes
from cardgen.layouts.booklet.line_pages import add_lines
from cardgen.layouts.booklet.notes import draw_notes
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.booklet.safety import add_safety
from cardgen.layouts.booklet.technique_index import add_index
from cardgen.scene.faces import Face
from cardgen.scene.pages import Bookmark, Link
from cardgen.sheets.format import Format
from cardgen.wording.book import Book


class Volume(Struct, frozen=True):
    """The pages of a booklet in reading order, its outline, and the links on its pages."""

    faces: tuple[Face, ...]
    bookmarks: tuple[Bookmark, ...]
    links: dict[int, tuple[Link, ...]]
    """By page, from 0."""


def lay_out_book(book: Book, form: Format, theme: Theme, right_bound: bool = False, fill: bool = True) -> Volume:
    """The pages of a booklet; with `right_bound` its spine is at the right of the first page.

    With `fill` their number is a multiple of 4: pages before the back cover have lines for notes. A chapter begins
    on a page of its own, unless that costs a sheet.
    """
    pages = BookPages(book, form, theme, right_bound)
    add_cover(pages)
    add_how_to_read(pages)
    pages.bookmark(book.labels["contents"])
    contents = pages.reserve(1)
    add_safety(pages)
    add_strokes(pages)
    add_lines(pages, "before", book.preparation)
    before = sum(not mark.level for mark in pages.bookmarks)
    steps = add_chapters(pages, _count_back)
    _add_back(pages, steps)
    put_contents(pages, contents, steps, before)
    if fill:
        _add_notes(pages)
    pages.faces.append(draw_back_cover(pages).face())
    return Volume(tuple(pages.faces), tuple(pages.bookmarks), pages.links)


def _add_back(pages: BookPages, steps: dict[int, int]) -> None:
    """Add what is after the steps."""
    add_aftercare(pages)
    add_index(pages, steps)


def _count_back(pages: BookPages) -> int:
    """The number of pages after the steps, with the back cover."""
    trial = BookPages(pages.book, pages.form, pages.theme, pages.right_bound)
    trial.brief, trial.has_glossary = pages.brief, pages.has_glossary
    _add_back(trial, {step.card.number: 0 for step in pages.book.steps})
    return trial.next + 1


def _add_notes(pages: BookPages) -> None:
    """Add pages with lines for notes, so that the back cover ends a sheet."""
    while (pages.next + 1) % PAGES_ON_SHEET:
        sketch, room = pages.start_part("notes", 0)
        draw_notes(sketch, pages, room)
        pages.faces.append(sketch.face())
