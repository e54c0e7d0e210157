"""A step with its figure on an overview card: in a row across the card, or as a tile in a column."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from cardgen.layouts.cards.overview.cell_texts import BAR_PADDING, BELOW_TITLE, SIGN, StepTexts
from cardgen.layouts.cards.overview.scale import CellScale
from cardgen.layouts.parts.caution import draw_caution_bar
from cardgen.layouts.parts.figure import draw_figure
from cardgen.layouts.parts.key_figure import draw_key_figure
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, DESCENT, Setting, width
from cardgen.units import MM, Box
from cardgen.wording.deck import StepCard
from cardgen.wording.key_figures import WordFigure

SQUARE_GAP, FIGURE_GAP = 2 * MM, 2.6 * MM
"""Next to the square and to the figure."""
GAP = 0.36
"""The least distance between the texts of a step, in type sizes of a note."""
LINE_WEIGHT, LEAST_SIGN = 0.75, 0.5
"""Weight of lines, and the least scale of signs, of a small figure."""
MOST_GAPS = 3 * MM
"""The most that a distance between texts grows in a step with more room than it needs."""
MOST_AIR = 0.4
"""The most that the facts beside a tall figure are farther apart than they must be, as a fraction of an icon."""


class Cell(Struct, frozen=True, dict=True):
    """A step on an overview card: a row with the texts next to the figure, or a tile."""

    step: StepCard
    texts: StepTexts
    caution: Setting | None
    scale: CellScale
    beside: bool
    """Whether the amount is next to the title."""
    caution_below: bool
    """Whether the caution is below all of it, not next to the figure."""
    grows: bool = True

    @property
    def gap(self) -> float:
        """The least distance between the texts."""
        return GAP * self.scale.note

    @cached_property
    def height(self) -> float:
        """The least height, which every way to fill the faces asks for."""
        return self._tile_height if self.scale.tile else self._row_height

    @property
    def _bar(self) -> float:
        """Height of the bar with the caution; 0 without one."""
        caution, scale = self.caution, self.scale
        return max(scale.bar, caution.height + 2 * BAR_PADDING * scale.caution) if caution else 0.0

    @property
    def _raised(self) -> float:
        """How much higher than the title a number next to it begins, so that both have one baseline."""
        is_number = not isinstance(self.step.key, WordFigure)
        return max(0.0, CAP * (self.texts.amount_sizes.number - self.texts.title.size)) if is_number else 0.0

    @property
    def _row_height(self) -> float:
        numbers = self.scale.square + self.gap + self._minutes_height
        texts = sum(self._parts) + self.gap * (len(self._parts) - 1) + self._hang
        return max(texts, self.scale.figure_height, numbers) + self._below

    @property
    def _minutes_height(self) -> float:
        return self.texts.minutes.height if self.texts.minutes else 0.0

    @property
    def _hang(self) -> float:
        """How far letters reach below the last baseline of a step without a caution: the rule below it touches none."""
        if self.caution:
            return 0.0
        return DESCENT * self.texts.rest.size if self.texts.rest else self.texts.facts.hang

    @property
    def _below(self) -> float:
        """Height of a caution below the rest of a row, and of the gap above it."""
        return self._bar + self.gap if self.caution and self.caution_below else 0.0

    @property
    def _parts(self) -> list[float]:
        """The heights of the parts of a row, one below another."""
        texts = self.texts
        head = max(texts.headline, texts.amount.height) if self.beside else texts.headline
        between = [] if self.beside else [texts.amount.height]
        rest = [texts.rest.height] if texts.rest else []
        bar = [self._bar] if self.caution and not self.caution_below else []
        return [head, *between, texts.facts.height, *rest, *bar]

    @property
    def _tile_height(self) -> float:
        texts = self.texts
        head = max(self.scale.square, texts.title.height) + self.gap + texts.where.height
        column = texts.amount.height + self._minutes_height + texts.facts.height + 2 * self.gap
        column += 0.0 if texts.rest else self._hang
        return head + self.gap + max(self.scale.figure_height, column) + self._below_figure

    @property
    def _below_figure(self) -> float:
        """Height of the texts below the figure of a tile, and of the gaps above them."""
        rest = self.texts.rest.height + self.gap + self._hang if self.texts.rest else 0.0
        return rest + (self._bar + self.gap if self.caution else 0.0)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the step in its box, which may be higher than it needs."""
        with sketch.tagged("TR"):
            if self.scale.tile:
                self._draw_tile(sketch, box)
            else:
                self._draw_row(sketch, box)

    def _draw_row(self, sketch: Sketch, box: Box) -> None:
        scale, texts = self.scale, self.texts
        figure = Box(box.x + scale.square + SQUARE_GAP, box.y, scale.figure, box.height - self._below)
        x = figure.right + FIGURE_GAP
        self._draw_number(sketch, box.x, box.y)
        if texts.minutes:
            self._draw_minutes(sketch, texts.minutes, box.x, box.y + scale.square + self.gap)
        self._draw_figure(sketch, figure)
        gap = self.gap + min(MOST_GAPS, (box.height - self.height) / max(1, len(self._parts) - 1))
        self._draw_texts(sketch, Box(x, box.y, box.right - x, box.height - self._below), gap)
        self._draw_caution(sketch, box if self.caution_below else Box(x, box.y, box.right - x, box.height))

    def _draw_minutes(self, sketch: Sketch, minutes: Setting, x: float, top: float) -> None:
        """Draw how long a step takes below the middle of its number."""
        middle = x + max(self.scale.square, minutes.width) / 2  # never outside the row: a hole may be there
        with sketch.tagged("TD"):
            for line, baseline in _lines(minutes, top):
                sketch.draw_text(
                    middle - width(line, "regular", minutes.size) / 2, baseline, line, "regular", minutes.size
                )

    def _draw_texts(self, sketch: Sketch, box: Box, gap: float) -> None:
        """Draw the texts of a row from the top."""
        texts, (head, *_) = self.texts, self._parts
        with sketch.tagged("TH", scope="Row"):
            sketch.draw_setting(box.x, box.y, texts.title)
        with sketch.tagged("TD"):
            sketch.draw_setting(box.x, box.y + texts.title.height + BELOW_TITLE * texts.where.size, texts.where)
        top = box.y - self._raised if self.beside else box.y + head + gap
        left = box.right - texts.amount.width if self.beside else box.x
        self._draw_amount(sketch, left, top)
        top = box.y + head + gap + (0 if self.beside else texts.amount.height + gap)
        texts.facts.draw(sketch, box.x, top)
        self._draw_rest(sketch, box.x, top + texts.facts.height + gap)

    def _draw_tile(self, sketch: Sketch, box: Box) -> None:
        scale, texts = self.scale, self.texts
        self._draw_number(sketch, box.x, box.y)
        head = max(scale.square, texts.title.height)
        with sketch.tagged("TH", scope="Row"):
            x = box.x + scale.square + SQUARE_GAP
            sketch.draw_setting(x, box.y + (head - texts.title.height) / 2, texts.title)
        with sketch.tagged("TD"):
            sketch.draw_setting(box.x, box.y + head + self.gap, texts.where)
        top = box.y + head + texts.where.height + 2 * self.gap
        figure = Box(box.x, top, scale.figure, box.bottom - self._below_figure - top)
        self._draw_figure(sketch, figure)
        x = figure.right + FIGURE_GAP
        self._draw_amount(sketch, x, top)
        top += texts.amount.height + self.gap
        low = top + self._minutes_height + self.gap
        spare = figure.bottom - low - texts.facts.height
        air = min(MOST_AIR * scale.icon, spare / (len(texts.facts.lines) + 2))
        with sketch.tagged("TD"):
            if texts.minutes:
                sketch.draw_setting(x, top + air, texts.minutes)
        texts.facts.draw(sketch, x, low + 2 * air, air)
        self._draw_rest(sketch, box.x, figure.bottom + self.gap)
        self._draw_caution(sketch, box)

    def _draw_number(self, sketch: Sketch, x: float, y: float) -> None:
        color = draw_square(sketch, x, y, self.scale.square, sketch.accent, self.step.optional)
        with sketch.tagged("TH", scope="Row"):
            draw_number_on_square(sketch, str(self.step.name.number), x, y, self.scale.square, color)

    def _draw_figure(self, sketch: Sketch, box: Box) -> None:
        with sketch.tagged("TD"):
            draw_figure(sketch, self.step, box, LINE_WEIGHT, LEAST_SIGN, middle=True)

    def _draw_amount(self, sketch: Sketch, x: float, top: float) -> None:
        with sketch.tagged("TD"):
            draw_key_figure(sketch, self.step.key, self.texts.amount._replace(x=x, y=top), self.texts.amount_sizes)

    def _draw_rest(self, sketch: Sketch, x: float, top: float) -> None:
        with sketch.tagged("TD"):
            if self.texts.rest:
                sketch.draw_setting(x, top, self.texts.rest)

    def _draw_caution(self, sketch: Sketch, box: Box) -> None:
        size = self.scale.caution
        with sketch.tagged("TD"):
            if self.caution:
                bar = Box(box.x, box.bottom - self._bar, box.width, self._bar)
                draw_caution_bar(sketch, self.caution, bar, SIGN * size, BAR_PADDING * size)


def _lines(setting: Setting, top: float) -> Iterator[tuple[str, float]]:
    """Each line of a setting, and its baseline."""
    for index, text in enumerate(setting.lines):
        yield text, top + CAP * setting.size + index * setting.leading
