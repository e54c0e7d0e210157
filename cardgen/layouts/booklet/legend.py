"""The meaning of the strokes in a booklet's drawings."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.layouts.booklet.glossary import draw_words
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.stroke_signs import (
    SetSign,
    StrokeSign,
    draw_row,
    hatching_of,
    row_height,
    set_signs,
    strokes_of,
)
from cardgen.units import MM, Size
from cardgen.wording.words import words

COLUMNS = 2
CELL_GAP = 3 * MM
"""Between two signs, each way."""
STROKES = (38 * MM, 30 * MM, 26 * MM, 22 * MM)
"""The width of a stroke's sample: the largest with which all have room on one page, otherwise the last."""
HATCHING = 0.3
"""Height of the sample of hatching, as a fraction of its width."""


def add_strokes(pages: BookPages) -> None:
    """Add the pages that explain the strokes of the drawings; none when nothing is drawn."""
    if not _strokes(pages, STROKES[0]):
        return
    room = pages.start_part("stroke_legend", 0)[1]
    tried = [_rows(pages, _strokes(pages, wide)) for wide in STROKES]
    rows = next((rows for rows in tried if sum(map(row_height, rows)) + CELL_GAP * len(rows) <= room.height), tried[-1])
    pages.bookmark(pages.book.labels["stroke_legend"])
    _add_signs(pages, "stroke_legend", rows)


def _strokes(pages: BookPages, wide: float) -> list[StrokeSign]:
    """The strokes of all drawings, and the hatching."""
    steps = [step for chapter in pages.book.chapters for step in chapter.section.steps]
    drawn_for = pages.theme, words(pages.book.language)
    return [*strokes_of(steps, wide, *drawn_for), *hatching_of(steps, Size(wide, HATCHING * wide), *drawn_for)]


def _add_signs(pages: BookPages, label: str, rows: list[list[SetSign]]) -> None:
    """Add rows of signs below a title, on as many pages as they need."""
    index = 0
    while rows:
        sketch, room = pages.start_part(label, index)
        y, column = room.y, (room.width + CELL_GAP) / COLUMNS
        with sketch.tagged("L"):
            while rows and y + row_height(rows[0]) <= room.bottom:
                draw_row(sketch, rows[0], room.x, y, column)
                y += row_height(rows.pop(0)) + CELL_GAP
        if not rows:
            draw_words(sketch, pages, room._replace(y=y, height=room.bottom - y))
        pages.faces.append(sketch.face())
        index += 1


def _rows(pages: BookPages, signs: Sequence[StrokeSign]) -> list[list[SetSign]]:
    """Signs side by side, their meanings broken into lines."""
    column = (pages.width - CELL_GAP * (COLUMNS - 1)) / COLUMNS
    found = set_signs(signs, pages.scale.least, column, words(pages.book.language))
    return [found[at : at + COLUMNS] for at in range(0, len(found), COLUMNS)]
