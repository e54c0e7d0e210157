"""The signs that a booklet uses, with their meanings: icons, then strokes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct

from cardgen.artwork.icons import icon
from cardgen.artwork.samples import hatched_sample, sample, sample_strokes
from cardgen.errors import UserError
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.booklet.scale import LEAST_BOOK
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Artwork
from cardgen.scene.text import Setting, fit
from cardgen.units import MM, Size
from cardgen.wording.alt_texts import explain_icon, explain_long_meaning, icon_group
from cardgen.wording.words import word_fault, words

COLUMNS = 2
CELL_GAP = 3 * MM
"""Between two signs, each way."""
MEANING_GAP = 2.5 * MM
"""Between a sign and its meaning."""
STROKE = Size(30 * MM, 13.2 * MM)
"""The size of a stroke's sample."""


class LegendSign(Struct, frozen=True):
    """An icon or a stroke, and its meaning."""

    art: Artwork
    size: Size
    meaning: str


class SetSign(Struct, frozen=True):
    """A sign with its meaning broken into lines, beside it or below."""

    sign: LegendSign
    meaning: Setting
    beside: bool

    @property
    def height(self) -> float:
        high = self.sign.size.height
        return max(high, self.meaning.height) if self.beside else high + MEANING_GAP + self.meaning.height

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        size = self.sign.size
        sketch.draw_artwork(self.sign.art, x, y, size.width / self.sign.art.size.width)
        with sketch.tagged("LI"), sketch.tagged("LBody"):
            if self.beside:
                middle = max(0, (size.height - self.meaning.height) / 2)
                sketch.draw_setting(x + size.width + MEANING_GAP, y + middle, self.meaning)
            else:
                sketch.draw_setting(x, y + size.height + MEANING_GAP, self.meaning)


def add_icons(pages: BookPages) -> None:
    """Add the pages that explain the icons of the steps."""
    spoken, theme, size = words(pages.book.language), pages.theme, 1.1 * pages.scale.paragraph_icon
    steps = (step for chapter in pages.book.chapters for step in chapter.section.steps)
    used = {fact.icon for step in steps for fact in step.facts}
    groups = list(spoken.groups)
    names = sorted(used, key=lambda name: (groups.index(icon_group(name, spoken)), name))
    icons = [
        LegendSign(icon(name, theme.ink, theme.paper), Size(size, size), explain_icon(name, spoken)) for name in names
    ]
    pages.bookmark(pages.book.labels["legend"])
    _add_signs(pages, "legend", icons, beside=True)


def add_strokes(pages: BookPages) -> None:
    """Add the pages that explain the strokes of the drawings; none when nothing is drawn."""
    if strokes := list(_strokes(pages)):
        pages.bookmark(pages.book.labels["stroke_legend"])
        _add_signs(pages, "stroke_legend", strokes, beside=False)


def _strokes(pages: BookPages) -> Iterator[LegendSign]:
    """The strokes of all drawings, and the hatching."""
    book = pages.book
    steps = (step for chapter in book.chapters for step in chapter.section.steps)
    drawings = [step.drawing for step in steps if step.drawing]
    used = {stroke.draw for drawing in drawings for stroke in drawing.strokes}
    for stroke in sample_strokes():
        if stroke.draw in used:
            yield LegendSign(sample((stroke,), STROKE, pages.theme), STROKE, book.signs[stroke.draw])
    if any(drawing.avoid for drawing in drawings):
        yield LegendSign(hatched_sample(STROKE, pages.theme), STROKE, book.labels["avoid"])


def _add_signs(pages: BookPages, label: str, signs: Sequence[LegendSign], beside: bool) -> None:
    """Add signs in rows below a title, on as many pages as they need."""
    rows = _rows(pages, signs, beside)
    for index in count():
        if not rows:
            break
        sketch, room = pages.start_part(label, index)
        y, column = room.y, (room.width + CELL_GAP) / COLUMNS
        with sketch.tagged("L"):
            while rows and y + _height(rows[0]) <= room.bottom:
                for place, sign in enumerate(rows[0]):
                    sign.draw(sketch, room.x + place * column, y)
                y += _height(rows.pop(0)) + CELL_GAP
        pages.faces.append(sketch.face())


def _height(row: Sequence[SetSign]) -> float:
    return max(sign.height for sign in row)


def _rows(pages: BookPages, signs: Sequence[LegendSign], beside: bool) -> list[list[SetSign]]:
    """Signs side by side, their meanings broken into lines."""
    column = (pages.width - CELL_GAP * (COLUMNS - 1)) / COLUMNS
    found = []
    for sign in signs:
        room = column - (sign.size.width + MEANING_GAP if beside else 0)
        meaning = fit(sign.meaning, "regular", (LEAST_BOOK, LEAST_BOOK), (room, 1e6), 1.15)
        if meaning is None:
            raise UserError(word_fault(words(pages.book.language), sign.meaning, *explain_long_meaning(sign.meaning)))
        found.append(SetSign(sign, meaning, beside))
    return [found[at : at + COLUMNS] for at in range(0, len(found), COLUMNS)]
