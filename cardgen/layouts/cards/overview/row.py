"""A row of an overview card: a step with its icons, its key figure and its caution."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.layouts.cards.overview.row_key_figure import KEY_FIGURE_WIDTH, RowKeyFigure, set_row_key_figure
from cardgen.layouts.cards.overview.sizes import RowSizes
from cardgen.layouts.parts.caution import draw_caution
from cardgen.layouts.parts.figure import draw_figure
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import Box
from cardgen.wording.deck import Fact, StepCard

LINE_WEIGHT, ROW_SIGN = 0.6, 0.5
"""Weight of lines and least scale of signs of a figure in a row: a reminder that need not be read from afar."""
NUMBER_WIDTH = 1.05
"""The most width of a step's number, in type sizes."""
NAME_WIDTH = 1.2
"""The most width of a card's name below it, in type sizes of the number."""
MOST_LINES = 12
"""Lines of a text in a row, at the least size."""


class StepRow(Struct, frozen=True):
    """A step broken into lines for a row."""

    step: StepCard
    title: Setting
    words: Setting
    """What the icons mean."""
    key_figure: RowKeyFigure
    caution: Setting | None
    sizes: RowSizes

    @property
    def texts(self) -> float:
        """Height of the title and the words."""
        return self.title.height + self.sizes.gap + self.words.height

    @property
    def head(self) -> float:
        """Height of the row without the caution."""
        high = self.key_figure.height
        texts = self.texts + self.sizes.gap + high if self.sizes.icons_below else max(self.texts, high)
        return max(texts, 1.35 * self.sizes.figure, self.numbered)

    @property
    def numbered(self) -> float:
        """Height of the step's number in the middle and the card's name below it; a caution leaves room for that."""
        return 0.0 if self.caution else CAP * (self.sizes.number + 2 * self.sizes.least)

    @property
    def height(self) -> float:
        caution = max(self.caution.height, self.sizes.sign) + self.sizes.gap if self.caution else 0
        return self.head + caution + 2 * self.sizes.gap


def set_step_row(step: StepCard, sizes: RowSizes, column: Box, sketch: Sketch) -> StepRow:
    """Break a step into lines for a column; MisfitError when it has too little room there."""
    shown = _shown_facts(step)
    room = column.width - sizes.indent
    if not sizes.icons_below:
        room -= len(shown) * 1.2 * sizes.icon + KEY_FIGURE_WIDTH * column.width + sizes.gap
    said = "\u00a0· ".join([*_time(step), *(fact.word for fact in shown)])
    title = fit(step.title, "semibold", (sizes.title, sizes.least), (room, 2.4 * sizes.title), 1.1)
    words = _fit("regular", said, sizes, room, 3)
    if title is None or words is None:
        raise sketch.misfit("title of the step", f"{step.title}: {said}")
    caution = None
    if step.caution:
        caution = _fit("semibold", step.caution, sizes, column.width - sizes.indent - 1.3 * sizes.sign, 5)
        if caution is None:
            raise sketch.misfit("caution", step.caution)
    key_figure = set_row_key_figure(step.key, shown, sizes, column, sketch)
    return StepRow(step, title, words, key_figure, caution, sizes)


def _fit(font: str, text: str, sizes: RowSizes, room: float, lines: int) -> Setting | None:
    """Text on at most `lines` lines; on more only at the least size."""
    usual = fit(text, font, (sizes.words, sizes.least), (room, lines * sizes.words), 1.15)
    return usual or fit(text, font, (sizes.least, sizes.least), (room, MOST_LINES * sizes.least), 1.15)


def _shown_facts(step: StepCard) -> list[Fact]:
    """The facts that a row shows as icons: the first hand, the first direction, the pressure."""
    needed = [fact for fact in step.facts if fact.needed]
    return [*[fact for fact in step.facts if not fact.needed and not fact.note_first][:2], *needed]


def _time(step: StepCard) -> Iterator[str]:
    """When the step begins and how long it takes, in a session of a certain length."""
    if step.clock:
        yield step.clock
        yield from (fact.line for fact in step.facts if fact.note_first)


def draw_step_row(sketch: Sketch, row: StepRow, place: Box) -> None:
    """Draw a row in its place, with a thin rule above it."""
    sizes = row.sizes
    sketch.draw_rule(place.x, place.right, place.y, 0.5, sketch.theme.rule)
    top, x = place.y + sizes.gap, place.x + sizes.indent
    with sketch.tagged("TR"):
        _draw_texts(sketch, row, place.x, top)
        row.key_figure.draw(sketch, _key_figure_box(row, place, top))
        with sketch.tagged("TD"):
            if row.caution:
                bottom = top + row.head + sizes.gap + max(row.caution.height, sizes.sign)
                draw_caution(sketch, row.caution, x, bottom, sizes.sign, 0.3 * sizes.sign)


def _key_figure_box(row: StepRow, place: Box, top: float) -> Box:
    """The place of icons and key figure: below the texts, or to the right of them."""
    sizes = row.sizes
    if sizes.icons_below:
        x = place.x + sizes.indent
        return Box(x, top + row.texts + sizes.gap, place.right - x, row.head - row.texts - sizes.gap)
    room = len(row.key_figure.icons) * 1.2 * sizes.icon + KEY_FIGURE_WIDTH * place.width
    return Box(place.right - room, top, room, row.head)


def _draw_texts(sketch: Sketch, row: StepRow, left: float, top: float) -> None:
    """Draw number and title, the figure between them, and what the icons mean."""
    sizes, x, number = row.sizes, left + row.sizes.indent, str(row.step.number)
    middle = top + (CAP * sizes.title / 2 if sizes.icons_below else row.head / 2)
    size = min(sizes.number, NUMBER_WIDTH * sizes.number / width(number, "bold", 1))
    name = str(row.step.name)
    small = min(sizes.least, NAME_WIDTH * sizes.number / width(name, "regular", 1))
    with sketch.tagged("TH", scope="Row"):
        sketch.draw_text(left, middle + CAP * size / 2, number, "bold", size, sketch.accent)
        sketch.draw_text(left, middle + CAP * (size / 2 + small) + sizes.gap, name, "regular", small)
        baseline = sketch.draw_setting(x, top if sizes.icons_below else top + (row.head - row.texts) / 2, row.title)
    if sizes.figure:
        with sketch.tagged("TD"):
            box = Box(left + 1.25 * sizes.number, top, sizes.figure, row.head)
            draw_figure(sketch, row.step, box, LINE_WEIGHT, ROW_SIGN, middle=True)
    with sketch.tagged("TD"):
        sketch.draw_setting(x, baseline + sizes.gap, row.words)
