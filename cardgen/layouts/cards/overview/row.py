"""A row of an overview card: a step in a few words, with its icons, its amount and its caution."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.parts.caution import draw_caution
from cardgen.layouts.parts.figure import draw_figure
from cardgen.layouts.parts.key_figure import TIMES, WAYS_ROUND, draw_way_round, set_key_words
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, STEP, Setting, fit, width
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import CountFigure, EachWayFigure, Fact, KeyFigure, StepCard, WordFigure

WEIGHT, LEAST_SIGN = 0.6, 0.5
"""The lines and strokes on a figure in a row remind; they need not be read from afar."""
LEAST_AMOUNT = 9
"""The least type size of an amount in words, in points."""
AMOUNT_WIDTH = 0.2
"""The column that says how much, as a part of the row."""
NUMBER_WIDTH = 1.05
"""The most that a step's number may take of its column, in type sizes."""
MOST_LINES = 12
"""Of a text in a row, at the least size."""
KEY_SIZE = 1.5
"""Type size of an amount in figures, as a part of the name's."""


class Sizes(Struct, frozen=True):
    """Type sizes and lengths of the rows, in points."""

    number: float
    name: float
    line: float
    least: float
    icon: float
    figure: float
    """Width of the column of figures; 0 leaves them out."""
    stacked: bool

    @classmethod
    def of(cls, scale: OverviewScale, shrink: float, figures: bool) -> Sizes:
        name, line = max(shrink * scale.step_title, scale.least), max(shrink * scale.icon_words, scale.least)
        icon = max(shrink * scale.icon, min(scale.icon, 7 * MM))
        figure = scale.figure_width if figures and scale.figure_width else 0.0
        return cls(shrink * scale.step_number, name, line, scale.least, icon, figure, scale.icons_below_title)

    @property
    def sign(self) -> float:
        """Size of the caution sign."""
        return 1.35 * self.line

    @property
    def gap(self) -> float:
        return 0.45 * self.line


class Amount(Struct, frozen=True):
    """How much, and the icons before it."""

    icons: tuple[str, ...]
    words: Setting | None
    """None for an amount in figures."""
    unit_below: bool = False
    """There is no room for the unit of a count beside its number."""

    def height(self, sizes: Sizes) -> float:
        unit = 1.2 * sizes.line if self.unit_below else 0
        return max(sizes.icon, self.words.height if self.words else CAP * KEY_SIZE * sizes.name + unit)


class Row(Struct, frozen=True):
    """One step, broken into lines for a row of a certain width."""

    step: StepCard
    name: Setting
    words: Setting
    """What the icons mean, in words."""
    amount: Amount
    caution: Setting | None
    sizes: Sizes

    @property
    def head(self) -> float:
        """Height of name, words and icons."""
        sizes, stacked = self.sizes, self.sizes.stacked
        texts = self.name.height + sizes.gap + self.words.height
        beside = self.amount.height(sizes)
        return max(texts + sizes.gap + beside if stacked else max(texts, beside), 1.35 * sizes.figure)

    @property
    def height(self) -> float:
        caution = max(self.caution.height, self.sizes.sign) + self.sizes.gap if self.caution else 0
        return self.head + caution + 2 * self.sizes.gap


def set_row(step: StepCard, sizes: Sizes, column: Box, sketch: Sketch) -> Row:
    """A step, broken into lines for the column."""
    shown = _shown(step)
    texts = column.width - _indent(sizes)
    if not sizes.stacked:
        texts -= len(shown) * 1.2 * sizes.icon + AMOUNT_WIDTH * column.width + sizes.gap
    words = "\u00a0· ".join([*_time(step), *(fact.word for fact in shown)])
    name = fit(step.title, "semibold", (sizes.name, sizes.least), (texts, 2.4 * sizes.name), 1.1)
    line = _fit("regular", words, sizes, texts, 3)
    if name is None or line is None:
        raise sketch.misfit("name of the step", f"{step.title}: {words}")
    caution = None
    if step.caution:
        caution = _fit("semibold", step.caution, sizes, column.width - _indent(sizes) - 1.3 * sizes.sign, 5)
        if caution is None:
            raise sketch.misfit("caution", step.caution)
    return Row(step, name, line, _amount(step.key, shown, sizes, column, sketch), caution, sizes)


def _fit(font: str, text: str, sizes: Sizes, room: float, lines: int) -> Setting | None:
    """Text at the size of a row's lines, on at most so many of them; on more only at the least size."""
    usual = fit(text, font, (sizes.line, sizes.least), (room, lines * sizes.line), 1.15)
    return usual or fit(text, font, (sizes.least, sizes.least), (room, MOST_LINES * sizes.least), 1.15)


def _amount(key: KeyFigure, shown: list[Fact], sizes: Sizes, column: Box, sketch: Sketch) -> Amount:
    """The amount, beside as many icons as there is room for: below a name those before the last may go.

    What they say stands in words above them. Two ways are drawn smaller when there is no other way.
    """
    for first in range(max(1, len(shown)) if sizes.stacked else 1):
        icons = tuple(fact.icon for fact in shown[first:])
        room = AMOUNT_WIDTH * column.width
        if sizes.stacked:
            room = column.width - _indent(sizes) - len(icons) * 1.2 * sizes.icon
        if isinstance(key, WordFigure):
            if words := set_key_words(key, (sizes.line, LEAST_AMOUNT), Size(room, 6 * sizes.line)):
                return Amount(icons, words)
        elif (number := _number_width(key, KEY_SIZE * sizes.name)) <= room:
            unit = width(key.unit, "semibold", sizes.line) if isinstance(key, CountFigure) else 0
            if unit <= room:
                return Amount(icons, None, unit_below=number + sizes.gap + unit > room)
    if isinstance(key, EachWayFigure):
        return Amount(icons, None)
    raise sketch.misfit("amount", key.line)


def _number_width(key: CountFigure | EachWayFigure, size: float) -> float:
    """Width of "×3" or "3 ↻ 3 ↺"."""
    number = width(key.number, "bold", size)
    if isinstance(key, EachWayFigure):
        return 2 * (number + 0.5 * MM + CAP * size) + MM
    return width(TIMES, "semibold", 0.7 * size) + number


def _indent(sizes: Sizes) -> float:
    """From the left of a row to its text."""
    return 1.25 * sizes.number + (sizes.figure + 1.2 * sizes.gap if sizes.figure else 0)


def _shown(step: StepCard) -> list[Fact]:
    """The facts that a row shows as icons: the first hand, the first direction, the pressure."""
    needed = [fact for fact in step.facts if fact.needed]
    return [*[fact for fact in step.facts if not fact.needed and not fact.note_first][:2], *needed]


def _time(step: StepCard) -> Iterator[str]:
    """In a session of a certain length, when the step begins and how long it takes."""
    if step.clock:
        yield step.clock
        yield from (fact.line for fact in step.facts if fact.note_first)


def draw_row(sketch: Sketch, row: Row, column: Box, y: float) -> None:
    """Place a row: number and name, figure, words, icons and amount, caution, and a thin rule above."""
    sizes = row.sizes
    sketch.draw_rule(column.x, column.right, y, 0.5, sketch.theme.rule)
    top, x = y + sizes.gap, column.x + _indent(sizes)
    texts = row.name.height + sizes.gap + row.words.height
    with sketch.tagged("TR"):
        _draw_texts(sketch, row, column, top)
        if sizes.stacked:
            _draw_icons(sketch, row, Box(x, top + texts + sizes.gap, column.right - x, row.head - texts - sizes.gap))
        else:
            room = len(row.amount.icons) * 1.2 * sizes.icon + AMOUNT_WIDTH * column.width
            _draw_icons(sketch, row, Box(column.right - room, top, room, row.head))
        with sketch.tagged("TD"):
            if row.caution:
                bottom = top + row.head + sizes.gap + max(row.caution.height, sizes.sign)
                draw_caution(sketch, row.caution, x, bottom, sizes.sign, 0.3 * sizes.sign)


def _draw_texts(sketch: Sketch, row: Row, column: Box, top: float) -> None:
    """Number and name, the figure between them, and what the icons mean."""
    sizes, x, number = row.sizes, column.x + _indent(row.sizes), str(row.step.number)
    middle = top + (CAP * sizes.name / 2 if sizes.stacked else row.head / 2)
    texts = row.name.height + sizes.gap + row.words.height
    size = min(sizes.number, NUMBER_WIDTH * sizes.number / width(number, "bold", 1))
    with sketch.tagged("TH", scope="Row"):
        sketch.draw_text(column.x, middle + CAP * size / 2, number, "bold", size, sketch.accent)
        baseline = sketch.draw_setting(x, top if sizes.stacked else top + (row.head - texts) / 2, row.name)
    if sizes.figure:
        with sketch.tagged("TD"):
            figure = Box(column.x + 1.25 * sizes.number, top, sizes.figure, row.head)
            draw_figure(sketch, row.step, figure, WEIGHT, LEAST_SIGN, middle=True)
    with sketch.tagged("TD"):
        sketch.draw_setting(x, baseline + sizes.gap, row.words)


def _draw_icons(sketch: Sketch, row: Row, box: Box) -> None:
    """The icons of a row and its amount, from the left of the box, centred in its height."""
    sizes, x, middle = row.sizes, box.x, box.y + box.height / 2
    for name in row.amount.icons:
        sketch.draw_icon(name, x, middle - sizes.icon / 2, sizes.icon)
        x += 1.2 * sizes.icon
    with sketch.tagged("TD"):
        _draw_amount(sketch, row, box._replace(x=x, width=box.right - x))


def _draw_amount(sketch: Sketch, row: Row, box: Box) -> None:
    """How much, in words or as a figure, centred in the height of the box."""
    key, x, middle = row.step.key, box.x, box.y + box.height / 2
    size = KEY_SIZE * row.sizes.name
    while isinstance(key, EachWayFigure) and x + _number_width(key, size) > box.right:
        size -= STEP
    if row.amount.words:
        sketch.draw_setting(x, middle - row.amount.words.height / 2, row.amount.words)
    elif isinstance(key, EachWayFigure):
        for sign in WAYS_ROUND:
            x = draw_way_round(sketch, key.number, sign, x, middle + CAP * size / 2, size, 0.5 * MM) + MM
    elif isinstance(key, CountFigure):
        _draw_count(sketch, key, row.sizes, x, middle, row.amount.unit_below)


def _draw_count(sketch: Sketch, key: CountFigure, sizes: Sizes, x: float, middle: float, unit_below: bool) -> None:
    """Draw "×3 in all", centred on the height `middle`."""
    size, below = KEY_SIZE * sizes.name, 1.2 * sizes.line * unit_below
    baseline = middle + (CAP * size - below) / 2
    number = sketch.draw_run(x, baseline, TIMES, "semibold", 0.7 * size)
    number += sketch.draw_run(x + number, baseline, key.number, "bold", size)
    sketch.draw_text(x + (0 if unit_below else number + sizes.gap), baseline + below, key.unit, "semibold", sizes.line)
