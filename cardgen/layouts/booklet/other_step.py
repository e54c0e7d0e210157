"""A step on the other limb: its figure, its name and amount beside it, its caution beside or below it."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from msgspec import Struct

from cardgen.layouts.parts.figure import draw_figure, shown_height
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.run_in_text import RunInText, set_run_in
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box
from cardgen.wording.book_steps import OtherStep
from cardgen.wording.deck import Fact

FIGURE_GAP = 2 * MM
"""Between a figure and the words."""
SQUARE = 1.75
"""Side of the square of a number, in type sizes."""
LEADING, LINE_GAP = 1.16, 0.6
SIGN_GAP = 0.35
"""After an icon, in icons."""
LEAST_MEASURE = 13.0
"""The width that a caution has, in type sizes, unless the steps have no room so: in a narrower column it has a dozen
lines of one or two words."""
ROOMY = 2
"""When all words have enough width."""
SIGN = 1.15
"""The caution sign, in type sizes."""


class OtherStepLook(NamedTuple):
    """How the steps on the other limb are set."""

    columns: int
    figure: float
    """Width of a figure, as a fraction of a column."""

    @property
    def below(self) -> bool:
        """Whether a caution is below the figure, as wide as the column; else it is next to it."""
        return self.columns > 1

    def measure(self, wide: float) -> float:
        """Width of the words next to a figure in a column, in points."""
        return (1 - self.figure) * wide - FIGURE_GAP

    def roominess(self, wide: float, size: float) -> int:
        """Whether words have enough width in a column: 0 if none have, 1 if cautions have, 2 if all have."""
        return sum(room >= LEAST_MEASURE * size for room in (self.measure(wide), self.caution(wide)))

    def caution(self, wide: float) -> float:
        """Width of a caution in a column, with its sign, in points."""
        return wide if self.below else self.measure(wide)


class SetOtherStep(Struct, frozen=True):
    """A step on the other limb, broken into lines."""

    step: OtherStep
    size: float
    name: Setting
    amount: RunInText
    """The amount, and behind it the manner."""
    press: Fact | None
    caution: Setting | None
    look: OtherStepLook

    @property
    def head(self) -> float:
        return max(SQUARE * self.size, self.name.height)

    @property
    def height(self) -> float:
        below = LINE_GAP * self.size + self.caution.height if self.caution else 0.0
        return self.head + LINE_GAP * self.size + max(self.amount.height, 1.3 * self.size) + below

    def figure(self, box: Box) -> Box:
        """The place of the figure in the box of the step."""
        below = LINE_GAP * self.size + self.caution.height if self.caution and self.look.below else 0.0
        return box._replace(width=self.look.figure * box.width, height=box.height - below)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the figure at the left, the words at its right."""
        card, size = self.step.card, self.size
        figure = self.figure(box)
        draw_figure(sketch, card, figure, 0.8)
        x, side = figure.right + FIGURE_GAP, SQUARE * size
        color = draw_square(sketch, x, box.y, side, sketch.theme.accents[card.tab.area].deep, card.optional)
        with sketch.tagged("P"):
            draw_number_on_square(sketch, str(card.number), x, box.y, side, color)
            top = box.y + max(0, (side - self.name.height) / 2)
            sketch.draw_setting(x + side + 1.5 * MM, top, self.name)
        y = box.y + self.head + LINE_GAP * size
        y = self._draw_amount(sketch, x, y) + LINE_GAP * size
        if self.look.below:
            x, y = box.x, max(y, figure.y + shown_height(card, figure.size) + LINE_GAP * size)
        if self.caution:
            sign = SIGN * size
            alt = sketch.icon_alt("caution", card.caution)
            with sketch.beside_icon("P", "caution", alt, x, y + (CAP * size - sign) / 2, sign):
                sketch.draw_setting(x + (1 + SIGN_GAP) * sign, y, self.caution)

    def _draw_amount(self, sketch: Sketch, x: float, y: float) -> float:
        """Draw how much, after the icon of the pressure; returns where they end."""
        icon_size = 1.5 * self.size
        with sketch.tagged("P"):
            if self.press:
                middle = y + CAP * self.size / 2
                sketch.draw_icon_with_alt(self.press.line, self.press.icon, x, middle - icon_size / 2, icon_size)
                x += (1 + SIGN_GAP) * icon_size
            with sketch.tagged("Span"):
                self.amount.draw(sketch, x, y)
        return y + max(self.amount.height, 1.3 * self.size)


def set_other_step(step: OtherStep, size: float, wide: float, look: OtherStepLook) -> SetOtherStep | None:
    """Break a step into lines for a column; None when a word is too long."""
    card, room = step.card, look.measure(wide)
    press = next((fact for fact in card.facts if fact.topic == "pressure"), None)
    name = fit_words(card.title, "semibold", size, room - SQUARE * size - 1.5 * MM)
    amount = set_run_in(step.amount, step.manner, size, room - (1 + SIGN_GAP) * 1.5 * size, LEADING)
    beside = look.caution(wide) - (1 + SIGN_GAP) * SIGN * size
    caution = fit_words(card.caution, "regular", size, beside) if card.caution else None
    if name is None or amount is None or bool(card.caution) != bool(caution):
        return None
    return SetOtherStep(step, size, name, amount, press, caution, look)


def fit_words(text: str, font: str, size: float, room: float) -> Setting | None:
    """A text in one size, broken into lines; None when a word is too long."""
    return fit(text, font, (size, size), (room, inf), LEADING)
