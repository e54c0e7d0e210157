"""A row of an overview card without figures: a step with its place, its icons, its key figure and its caution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cardgen.layouts.cards.overview.row_key_figure import RowKeyFigure, set_row_key_figure
from cardgen.layouts.cards.overview.sizes import RowSizes
from cardgen.layouts.parts.caution import draw_caution
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import set_where
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import Box
from cardgen.wording.deck import Block, Fact, StepCard

NUMBER_WIDTH = 1.05
"""The greatest width of a step's number, in type sizes."""
NAME_GAP = 0.28
"""Between a step's number and the name of its card below it, in type sizes of the number."""
WHERE_GAP = 0.9
"""Between a title and the place next to it, in type sizes of the words."""
BELOW_TITLE = 0.33
"""The least distance from a title to the place below it, in type sizes of the title."""
SIDES_ICON = "each-side"
"""The icon of the fact that says which side, or both together."""
SHOWN_APART = ("pressure", "time")
"""Topics of facts that a row gives in other words, or next to its start time."""
MOST_LINES = 40
"""Lines of a text in a row, at the least size."""


class StepRow(Struct, frozen=True):
    """A step broken into lines for a row."""

    step: StepCard
    title: Setting
    where: Setting
    """Where on the body."""
    where_beside: bool
    """Whether the place is next to the title, because there is room for both on one line."""
    words: Setting
    """The words for the icons, and the notes that they do not show, such as that it is an extra."""
    key_figure: RowKeyFigure
    caution: Setting | None
    sizes: RowSizes

    @property
    def headline(self) -> float:
        """Height of the title and the place on the body."""
        return self.title.height if self.where_beside else self.title.height + self.below_title + self.where.height

    @property
    def below_title(self) -> float:
        """From a title to the place below it."""
        return max(self.sizes.gap, BELOW_TITLE * self.title.size)

    @property
    def texts(self) -> float:
        """Height of all that is above the icons, unless they are next to the words."""
        return self.headline + self.sizes.gap + (self.words.height if self.sizes.icons_below else 0)

    @property
    def head(self) -> float:
        """Height of the row without the caution."""
        words, high = self.words.height, self.key_figure.height
        below = self.sizes.gap + high if self.sizes.icons_below else max(words, high)
        number = CAP * max(self.sizes.title, self.sizes.number) + NAME_GAP * self.sizes.number + CAP * self.sizes.least
        return max(self.texts + below, number)

    @property
    def height(self) -> float:
        caution = max(self.caution.height, self.sizes.sign) + self.sizes.gap if self.caution else 0
        return self.head + caution + 2 * self.sizes.gap


def set_step_row(step: StepCard, texts: Iterable[str], sizes: RowSizes, column: Box, sketch: Sketch) -> StepRow:
    """Break a step with the words for its facts into lines; MisfitError when it has too little room in the column."""
    shown = _shown_facts(step)
    room = wide = column.width - sizes.indent
    if not sizes.icons_below:
        room -= len(shown) * 1.2 * sizes.icon + sizes.key_figure * column.width + sizes.gap
    said = "\u00a0· ".join([*_time(step), *filter(None, [step.invitation]), *texts])
    title = fit(step.title, "semibold", (sizes.title, sizes.least), (wide, 2.4 * sizes.title), 1.1)
    words = _fit("regular", said, sizes, room, 3)
    if title is None or words is None:
        raise sketch.misfit("title of the step", f"{step.title}: {said}")
    where = set_where(step.where, wide, sizes.words, sizes.least)
    if where is None:
        raise sketch.misfit("place on the body", step.where)
    caution = None
    if step.caution:
        caution = _fit("semibold", step.caution, sizes, column.width - sizes.indent - 1.3 * sizes.sign, 5)
        if caution is None:
            raise sketch.misfit("caution", step.caution)
    key_figure = set_row_key_figure(step.key, shown, sizes, column, sketch)
    in_one_line = len(title.lines) == len(where.lines) == 1
    beside = in_one_line and title.width + WHERE_GAP * sizes.words + where.width <= wide
    return StepRow(step, title, where, beside, words, key_figure, caution, sizes)


def _fit(font: str, text: str, sizes: RowSizes, room: float, lines: int) -> Setting | None:
    """Text on at most `lines` lines; on more only at the least size."""
    usual = fit(text, font, (sizes.words, sizes.least), (room, lines * sizes.words), 1.15)
    return usual or fit(text, font, (sizes.least, sizes.least), (room, MOST_LINES * sizes.least), 1.15)


def in_words(step: StepCard) -> list[str]:
    """The words of all facts of a step except the time, and its questions."""
    facts = [fact.line for fact in step.facts if fact.topic not in SHOWN_APART]
    return [*facts, *step.pressures, *step.remarks, *filter(None, [step.ask])]


def in_few_words(step: StepCard) -> list[str]:
    """The same for the smallest cards, without the notes below hands and directions, and without questions."""
    facts = [fact for fact in step.facts if fact.topic not in SHOWN_APART]
    return [*(fact.line if fact.icon == SIDES_ICON else fact.word for fact in facts), *step.pressures]


def in_fewest_words(step: StepCard) -> list[str]:
    """The same without the sides."""
    facts = [fact for fact in step.facts if not (fact.topic in SHOWN_APART or fact.icon == SIDES_ICON)]
    return [*(fact.word for fact in facts), *step.pressures]


def said_later(step: StepCard, texts: Sequence[str]) -> list[Block]:
    """The texts that a brief row leaves out: notes of its facts, the sides, remarks, questions."""
    name = str(step.name)
    facts = [Block(fact.icon, name, fact.line) for fact in step.facts if fact.topic not in SHOWN_APART]
    remarks = [Block("repetitions", name, remark) for remark in step.remarks]
    asked = [Block("talk", name, step.ask)] if step.ask else []
    return [block for block in (*facts, *remarks, *asked) if block.text not in texts]


def _shown_facts(step: StepCard) -> list[Fact]:
    """The facts that a row shows as icons: the first hand, the first direction, the pressure."""
    pressures = [fact for fact in step.facts if fact.topic == "pressure"]
    others = [fact for fact in step.facts if not (fact.topic in SHOWN_APART or fact.amount)]
    return [*others[:2], *pressures]


def _time(step: StepCard) -> Iterator[str]:
    """When the step begins and how long it takes, in a session of a certain length."""
    if step.clock:
        yield step.clock
        yield from (fact.line for fact in step.facts if fact.topic == "time")


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
    """The place of icons and key figure: below the words, or to the right of them."""
    sizes = row.sizes
    if sizes.icons_below:
        x, below = place.x + sizes.indent, row.texts + sizes.gap
        return Box(x, top + below, place.right - x, row.head - below)
    room = len(row.key_figure.icons) * 1.2 * sizes.icon + sizes.key_figure * place.width
    return Box(place.right - room, top + row.texts, room, row.head - row.texts)


def _draw_texts(sketch: Sketch, row: StepRow, left: float, top: float) -> None:
    """Draw number and title, the place on the body, and the words for the icons."""
    sizes, x, number = row.sizes, left + row.sizes.indent, str(row.step.name.number)
    size = min(sizes.number, NUMBER_WIDTH * sizes.number / width(number, "bold", 1))
    name, small = str(row.step.name), sizes.least
    with sketch.tagged("TH", scope="Row"):
        below = top + CAP * max(sizes.title, size)
        sketch.draw_text(left, below, number, "bold", size, sketch.accent)
        sketch.draw_text(left, below + CAP * small + NAME_GAP * sizes.number, name, "regular", small)
        baseline = sketch.draw_setting(x, top, row.title)
    with sketch.tagged("TD"):
        if row.where_beside:
            right = x + row.title.width + WHERE_GAP * sizes.words
            sketch.draw_setting(right, baseline - CAP * row.where.size, row.where)
        else:
            sketch.draw_setting(x, baseline + row.below_title, row.where)
    with sketch.tagged("TD"):
        beside = 0 if sizes.icons_below else (row.head - row.texts - row.words.height) / 2
        sketch.draw_setting(x, top + row.headline + sizes.gap + beside, row.words)
