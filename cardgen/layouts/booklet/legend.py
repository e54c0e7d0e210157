"""The meaning of the strokes in a booklet's drawings."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.layouts.booklet.dealing import deal_evenly, fill
from cardgen.layouts.booklet.glossary import draw_words, set_words
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.stroke_signs import (
    SetSign,
    StrokeSign,
    draw_row,
    meanings_of,
    patterns_of,
    row_height,
    set_signs,
    strokes_of,
)
from cardgen.units import MM, Box, Size
from cardgen.wording.words import words

COLUMNS = 2
CELL_GAP = 3 * MM
"""Between two signs, each way."""
STROKES = (38 * MM, 30 * MM, 26 * MM, 22 * MM)
"""The width of a stroke's sample: the largest that takes no more pages than the last."""
HATCHING = 0.3
"""Height of the sample of hatching, as a fraction of its width."""


def add_strokes(pages: BookPages) -> None:
    """Add the pages that explain the strokes of the drawings; none when nothing is drawn."""
    if not _strokes(pages, STROKES[0]):
        return
    room = pages.start_part("stroke_legend", 0)[1]
    tried = [_rows(pages, _strokes(pages, wide)) for wide in STROKES]
    count = len(_filled(tried[-1], room))
    rows = next(rows for rows in tried if len(_filled(rows, room)) == count)
    shares = _filled(rows, room)
    if not set_words(pages, _below(rows[shares[-1]], room)):
        shares = deal_evenly(list(map(row_height, rows)), [room.height] * count, CELL_GAP) or shares
    pages.bookmark(pages.book.labels["stroke_legend"])
    _add_signs(pages, "stroke_legend", [rows[share] for share in shares])


def _strokes(pages: BookPages, wide: float) -> list[StrokeSign]:
    """The strokes of all drawings, and the hatching."""
    steps = [step for chapter in pages.book.chapters for step in chapter.section.steps]
    spoken, hatched = words(pages.book.language), Size(wide, HATCHING * wide)
    return [
        *strokes_of(meanings_of(steps, spoken), wide, pages.theme),
        *patterns_of(steps, hatched, pages.theme, spoken),
    ]


SignRow = list[SetSign]


def _filled(rows: Sequence[SignRow], room: Box) -> list[slice]:
    """The rows of each page, as many as it has room for."""
    return fill(list(map(row_height, rows)), [room.height], CELL_GAP)


def _height(rows: Sequence[SignRow]) -> float:
    """With the gap after each."""
    return sum(row_height(row) + CELL_GAP for row in rows)


def _below(rows: Sequence[SignRow], room: Box) -> Box:
    """What is left of a page."""
    return room._replace(y=room.y + _height(rows), height=room.height - _height(rows))


def _add_signs(pages: BookPages, label: str, shares: Sequence[Sequence[SignRow]]) -> None:
    """Add rows of signs below a title, those of each page, and the words below the last if they have room."""
    for index, rows in enumerate(shares):
        sketch, room = pages.start_part(label, index)
        y, column = room.y, (room.width + CELL_GAP) / COLUMNS
        with sketch.tagged("L"):
            for row in rows:
                draw_row(sketch, row, room.x, y, column)
                y += row_height(row) + CELL_GAP
        if index == len(shares) - 1:
            draw_words(sketch, pages, _below(rows, room))
        pages.faces.append(sketch.face())


def _rows(pages: BookPages, signs: Sequence[StrokeSign]) -> list[SignRow]:
    """Signs side by side, their meanings broken into lines."""
    column = (pages.width - CELL_GAP * (COLUMNS - 1)) / COLUMNS
    found = set_signs(signs, pages.scale.least, column, words(pages.book.language))
    return [found[at : at + COLUMNS] for at in range(0, len(found), COLUMNS)]
