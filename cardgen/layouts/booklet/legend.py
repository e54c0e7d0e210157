"""What the strokes of a booklet's drawings mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cardgen.artwork.samples import hatched_sample, sample, sample_strokes
from cardgen.errors import UserError
from cardgen.layouts.booklet.glossary import draw_words
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Artwork
from cardgen.scene.text import Setting, fit
from cardgen.units import MM, Size
from cardgen.wording.alt_texts import explain_long_meaning
from cardgen.wording.words import word_fault, words

COLUMNS = 2
CELL_GAP = 3 * MM
"""Between two signs, each way."""
MEANING_GAP = 2 * MM
"""Between a sign and its meaning."""
STROKES = (Size(38 * MM, 16.7 * MM), Size(30 * MM, 13.2 * MM), Size(26 * MM, 11.4 * MM), Size(22 * MM, 9.7 * MM))
"""The size of a stroke's sample: the largest with which all have room on one page, or else the last."""


class LegendSign(Struct, frozen=True):
    """A stroke, and its meaning."""

    art: Artwork
    size: Size
    meaning: str


class SetSign(Struct, frozen=True):
    """A sign with its meaning below it, broken into lines."""

    sign: LegendSign
    meaning: Setting

    @property
    def height(self) -> float:
        return self.sign.size.height + MEANING_GAP + self.meaning.height

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        size = self.sign.size
        sketch.draw_artwork(self.sign.art, x, y, size.width / self.sign.art.size.width)
        with sketch.tagged("LI"), sketch.tagged("LBody"):
            sketch.draw_setting(x, y + size.height + MEANING_GAP, self.meaning)


def add_strokes(pages: BookPages) -> None:
    """Add the pages that explain the strokes of the drawings; none when nothing is drawn."""
    if not list(_strokes(pages, STROKES[0])):
        return
    room = pages.start_part("stroke_legend", 0)[1]
    tried = [_rows(pages, list(_strokes(pages, size))) for size in STROKES]
    rows = next((rows for rows in tried if sum(map(_height, rows)) + CELL_GAP * len(rows) <= room.height), tried[-1])
    pages.bookmark(pages.book.labels["stroke_legend"])
    _add_signs(pages, "stroke_legend", rows)


def _strokes(pages: BookPages, size: Size) -> Iterator[LegendSign]:
    """The strokes of all drawings, and the hatching."""
    book = pages.book
    steps = (step for chapter in book.chapters for step in chapter.section.steps)
    drawings = [step.drawing for step in steps if step.drawing]
    used = {stroke.draw for drawing in drawings for stroke in drawing.strokes}
    for stroke in sample_strokes():
        if stroke.draw in used:
            yield LegendSign(sample((stroke,), size, pages.theme), size, book.signs[stroke.draw])
    if any(drawing.avoid for drawing in drawings):
        yield LegendSign(hatched_sample(size, pages.theme), size, book.labels["avoid"])


def _add_signs(pages: BookPages, label: str, rows: list[list[SetSign]]) -> None:
    """Add rows of signs below a title, on as many pages as they need."""
    index = 0
    while rows:
        sketch, room = pages.start_part(label, index)
        y, column = room.y, (room.width + CELL_GAP) / COLUMNS
        with sketch.tagged("L"):
            while rows and y + _height(rows[0]) <= room.bottom:
                for place, sign in enumerate(rows[0]):
                    sign.draw(sketch, room.x + place * column, y)
                y += _height(rows.pop(0)) + CELL_GAP
        if not rows:
            draw_words(sketch, pages, room._replace(y=y, height=room.bottom - y))
        pages.faces.append(sketch.face())
        index += 1


def _height(row: Sequence[SetSign]) -> float:
    return max(sign.height for sign in row)


def _rows(pages: BookPages, signs: Sequence[LegendSign]) -> list[list[SetSign]]:
    """Signs side by side, their meanings broken into lines."""
    column = (pages.width - CELL_GAP * (COLUMNS - 1)) / COLUMNS
    found = []
    for sign in signs:
        meaning = fit(sign.meaning, "regular", (pages.scale.least, pages.scale.least), (column, 1e6), 1.15)
        if meaning is None:
            raise UserError(word_fault(words(pages.book.language), sign.meaning, *explain_long_meaning(sign.meaning)))
        found.append(SetSign(sign, meaning))
    return [found[at : at + COLUMNS] for at in range(0, len(found), COLUMNS)]
