"""A session as a book: all its pages in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from cardgen.artwork.theme import Theme
from cardgen.layouts.booklet.at_a_glance import put_glance, reserve_glance
from cardgen.layouts.booklet.chapter import add_chapter
from cardgen.layouts.booklet.cover import add_cover
from cardgen.layouts.booklet.legend import add_icons, add_strokes
from cardgen.layouts.booklet.page_lists import CONTENTS_TAGS, ListLine, add_list, count_pages, put_list
from cardgen.layouts.booklet.pages import BookPages
from cardgen.scene.faces import Face
from cardgen.scene.pages import Bookmark, Link
from cardgen.sheets.format import Format
from cardgen.units import MM
from cardgen.wording.book import Book

PARTS = ("safety", "how_to_read", "legend", "stroke_legend", "glossary", "before", "at_a_glance", "after", "techniques")
"""The labels of all parts that the contents may list, beside the chapters."""
INDEXED = 9
"""Pages on a line of the index."""
NOTE_SPACE = 9 * MM
"""Between two lines to write on."""


class Volume(Struct, frozen=True):
    """The pages of a booklet in reading order, its outline, and the links on its pages."""

    faces: tuple[Face, ...]
    bookmarks: tuple[Bookmark, ...]
    links: dict[int, tuple[Link, ...]]
    """By page, from 0."""


def lay_out_book(book: Book, form: Format, theme: Theme, right_bound: bool = False, fill: bool = True) -> Volume:
    """The pages of a booklet; with `right_bound` its spine is at the right of the first page.

    With `fill` their number is a multiple of 4: the last page is empty, others before it have lines for notes.
    Contents and the session at a glance are made last, when the page of every step is known.
    """
    pages = BookPages(book, form, theme, right_bound)
    add_cover(pages)
    contents = _reserve_contents(pages)
    pages.add_paragraphs("safety", book.safety)
    pages.add_paragraphs("how_to_read", book.how_to_read)
    add_icons(pages)
    add_strokes(pages)
    if book.glossary:
        add_list(pages, "glossary", [ListLine(line, "", None) for line in book.glossary])
    pages.add_paragraphs("before", book.preparation)
    glance = reserve_glance(pages)
    steps: dict[int, int] = {}
    for chapter in book.chapters:
        steps |= add_chapter(pages, chapter)
    pages.add_paragraphs("after", book.after)
    add_list(pages, "techniques", list(_index(book, steps)))
    put_glance(pages, glance, steps)
    put_list(pages, "contents", _contents(pages), contents, CONTENTS_TAGS)
    if fill:
        _add_notes(pages)
    return Volume(tuple(pages.faces), tuple(pages.bookmarks), pages.links)


def _reserve_contents(pages: BookPages) -> int:
    """Reserve the pages of the contents; returns the first."""
    lacking = {"after": not pages.book.after, "glossary": not pages.book.glossary}
    parts = [part for part in PARTS if not lacking.get(part)]
    titles = [*(pages.book.labels[part] for part in parts), *(chapter.opener.title for chapter in pages.book.chapters)]
    pages.bookmark(pages.book.labels["contents"])
    return pages.reserve(count_pages(pages, [ListLine(title, "", None) for title in titles]))


def _index(book: Book, steps: Mapping[int, int]) -> Iterator[ListLine]:
    """Every technique with the pages of its steps."""
    for name, numbers in book.techniques:
        found = sorted({steps[number] for number in numbers})
        for at in range(0, len(found), INDEXED):
            some = found[at : at + INDEXED]
            yield ListLine("" if at else name, ", ".join(str(page + 1) for page in some), some[0])


def _contents(pages: BookPages) -> list[ListLine]:
    """The parts of the book and its chapters, with their pages."""
    _, *marks = (mark for mark in pages.bookmarks if not mark.level)
    return [ListLine(mark.title, str(mark.page + 1), mark.page) for mark in marks]


def _add_notes(pages: BookPages) -> None:
    """Add lines for notes up to the last page but one of a multiple of 4, then an empty page."""
    while (pages.next + 1) % 4:
        sketch, room = pages.start_page(pages.book.labels["notes"])
        y = pages.draw_title(sketch, pages.book.labels["notes"], room) + NOTE_SPACE / 2
        while y < room.bottom:
            sketch.draw_rule(room.x, room.right, y, 0.5, pages.theme.rule)
            y += NOTE_SPACE
        pages.faces.append(sketch.face())
    pages.faces.append(pages.empty_page())
