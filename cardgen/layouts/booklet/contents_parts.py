"""The parts of a booklet in its contents: what is before and after the chapters, in rows."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.pages import Bookmark, Link
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box

REFERENCE_PAGE = 9 * MM
"""Next to a title, for its page."""
COLUMN_GAP = 6 * MM
"""Between the two columns of parts."""
PART_LEADING = 1.7
"""Between two parts, in type sizes."""
PART_GAP = 4 * MM
"""Above and below the rules around the timeline."""


class SetPart(Struct, frozen=True):
    """The title of a part of the book, broken into lines, and its page."""

    mark: Bookmark
    title: Setting
    box: Box
    """The room for both in their row, at any height."""


def _columns(pages: BookPages, room: Box) -> int:
    """The number of columns of parts: two where the longest title has room for it."""
    titles = [pages.book.labels[label] for label in ("stroke_legend", "techniques", "glossary", "how_to_read")]
    least = max(width(title, "regular", pages.scale.least) for title in titles) + REFERENCE_PAGE
    return 2 if room.width >= 2 * least + COLUMN_GAP else 1


def set_parts(sketch: Sketch, pages: BookPages, marks: Sequence[Bookmark], room: Box) -> list[list[SetPart]]:
    """Parts of the book in rows, down the first column and then the second; MisfitError for too long a title."""
    columns, size = _columns(pages, room), pages.scale.body
    wide = (room.width - COLUMN_GAP * (columns - 1)) / columns
    rows: list[list[SetPart]] = [[] for _ in range(ceil(len(marks) / columns))]
    for index, mark in enumerate(marks):
        beside = wide - width(str(mark.page + 1), "bold", size) - 2 * MM
        title = fit(mark.title, "regular", (size, pages.scale.least), (beside, 2 * size), 1.1)
        if title is None:
            raise sketch.misfit("title in the contents", mark.title)
        x = room.x + index // len(rows) * (wide + COLUMN_GAP)
        rows[index % len(rows)].append(SetPart(mark, title, Box(x, room.y, wide, 0)))
    return rows


def row_heights(pages: BookPages, rows: Sequence[Sequence[SetPart]]) -> list[float]:
    """The height of each row, with the space below it: more where a title has two lines."""
    size = pages.scale.body
    return [PART_LEADING * size + max(0.0, *(part.title.height - CAP * size for part in row)) for row in rows]


def draw_parts(
    sketch: Sketch, pages: BookPages, rows: Sequence[Sequence[SetPart]], room: Box, links: list[Link]
) -> float:
    """Draw parts of the book in rows; returns their height with the space below them."""
    heights = row_heights(pages, rows)
    tops = [room.y + sum(heights[:number]) for number in range(len(rows))]
    placed = [
        replace(part, box=part.box._replace(y=top, height=high))
        for row, top, high in zip(rows, tops, heights, strict=True)
        for part in row
    ]
    for part in sorted(placed, key=lambda part: (part.box.x, part.box.y)):
        _draw_reference(sketch, part, pages.scale.body)
        links.append(pages.link(part.box, part.mark.page, part.mark.title))
    return PART_GAP + sum(heights)


def _draw_reference(sketch: Sketch, part: SetPart, size: float) -> None:
    """Draw a title with its page at the right."""
    box, number = part.box, str(part.mark.page + 1)
    with sketch.tagged("TOCI"), sketch.tagged("Reference"), sketch.tagged("Link"):
        with sketch.tagged("Span"):
            sketch.draw_setting(box.x, box.y + max(0.0, CAP * (size - part.title.size)), part.title)
        with sketch.tagged("Span"):
            sketch.draw_text(box.right - width(number, "bold", size), box.y + CAP * size, number, "bold", size)
