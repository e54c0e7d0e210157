"""The signs that a booklet uses, with their meanings: icons, then strokes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cardgen.artwork.icons import icon
from cardgen.artwork.samples import hatched_sample, sample, sample_strokes
from cardgen.layouts.booklet.pages import Pages
from cardgen.layouts.booklet.scale import LEAST_BOOK
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Artwork
from cardgen.scene.text import Setting, fit
from cardgen.units import MM, Size
from cardgen.wording.alt_texts import explain_icon, icon_group
from cardgen.wording.book import Book
from cardgen.wording.words import Words

COLUMNS = 2
GAP = 3 * MM
STROKE = Size(30 * MM, 13.2 * MM)
"""The size of a stroke's sample."""


class Sign(Struct, frozen=True):
    """An icon or a stroke, and its meaning beside or below it."""

    art: Artwork
    size: Size
    meaning: str


class Cell(Struct, frozen=True):
    """A sign with its meaning broken into lines, beside it or below."""

    sign: Sign
    setting: Setting
    beside: bool

    @property
    def height(self) -> float:
        high = self.sign.size.height
        return max(high, self.setting.height) if self.beside else high + 2.5 * MM + self.setting.height

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        size = self.sign.size
        sketch.draw_artwork(self.sign.art, x, y, size.width / self.sign.art.size.width)
        with sketch.tagged("LI"), sketch.tagged("LBody"):
            self.draw_meaning(sketch, x, y)

    def draw_meaning(self, sketch: Sketch, x: float, y: float) -> None:
        size = self.sign.size
        if self.beside:
            sketch.draw_setting(
                x + size.width + 2.5 * MM, y + max(0, (size.height - self.setting.height) / 2), self.setting
            )
        else:
            sketch.draw_setting(x, y + size.height + 2.5 * MM, self.setting)


def add_icons(pages: Pages, book: Book) -> None:
    """The pages that explain the icons of the steps."""
    spoken = pages.words
    theme, icon_size = pages.theme, 1.1 * pages.scale.paragraph_icon
    icons = [
        Sign(icon(name, theme.ink, theme.paper), Size(icon_size, icon_size), explain_icon(name, spoken))
        for name in _icons(book, spoken)
    ]
    _add(pages, book, "legend", icons, beside=True)


def add_strokes(pages: Pages, book: Book) -> None:
    """The pages that explain the strokes of the drawings; none when nothing is drawn."""
    _add(pages, book, "stroke_legend", list(_strokes(pages, book)), beside=False)


def _icons(book: Book, spoken: Words) -> list[str]:
    """The icons beside the facts of all steps, by their kind."""
    used = {fact.icon for chapter in book.chapters for step in chapter.section.steps for fact in step.facts}
    groups = list(spoken.groups)
    return sorted(used, key=lambda name: (groups.index(icon_group(name, spoken)), name))


def _strokes(pages: Pages, book: Book) -> Iterator[Sign]:
    """The strokes of all drawings, and the hatching."""
    steps = [step for chapter in book.chapters for step in chapter.section.steps]
    drawings = [step.drawing for step in steps if step.drawing]
    used = {stroke.draw for drawing in drawings for stroke in drawing.strokes}
    for stroke in sample_strokes():
        if stroke.draw in used:
            yield Sign(sample((stroke,), STROKE, pages.theme), STROKE, book.signs[stroke.draw])
    if any(drawing.avoid for drawing in drawings):
        yield Sign(hatched_sample(STROKE, pages.theme), STROKE, book.labels["avoid"])


def _add(pages: Pages, book: Book, label: str, signs: Sequence[Sign], beside: bool) -> None:
    """Signs in rows below a title, on as many pages as they need."""
    rows = _rows(pages, signs, beside)
    first = True
    while rows:
        sketch, room = pages.page(book.labels[label], book.title)
        title = book.labels[label] if first else book.again(label)
        y = pages.title(sketch, title, room, continued=not first)
        wide = (room.width + GAP) / COLUMNS
        with sketch.tagged("L"):
            while rows and y + _height(rows[0]) <= room.bottom:
                for index, cell in enumerate(rows[0]):
                    cell.draw(sketch, room.x + index * wide, y)
                y += _height(rows.pop(0)) + GAP
        pages.faces.append(sketch.face())
        first = False


def _height(row: Sequence[Cell]) -> float:
    return max(cell.height for cell in row)


def _rows(pages: Pages, signs: Sequence[Sign], beside: bool) -> list[list[Cell]]:
    """Signs side by side, their meanings broken into lines."""
    room = (pages.width - GAP * (COLUMNS - 1)) / COLUMNS
    cells = []
    for sign in signs:
        beneath = room - (sign.size.width + 2.5 * MM if beside else 0)
        setting = fit(sign.meaning, "regular", (LEAST_BOOK, LEAST_BOOK), (beneath, 1e6), 1.15)
        if setting is None:
            raise ValueError(f"a word is too long for the legend: '{sign.meaning}'")
        cells.append(Cell(sign, setting, beside))
    return [cells[at : at + COLUMNS] for at in range(0, len(cells), COLUMNS)]
