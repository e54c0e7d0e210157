"""The head of a step in a booklet: number, title, place on the body, time and clock."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.booklet.scale import StepSizes
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.book_steps import BookStep

SQUARE_GAP = 0.28
"""Between a number's square and the title, as a fraction of the square."""
BESIDE_GAP = 3 * MM
"""Between a title and the time."""
LINE_GAP = 0.66
"""From the last baseline of a title to the capitals of the place, in type sizes of the place."""
MOST_TIME = 0.3
"""The most room for the time, as a fraction of the width."""


class StepHead(Struct, frozen=True):
    """The head of a step, broken into lines."""

    step: BookStep
    sizes: StepSizes
    title: Setting
    where: Setting
    time: str
    clocks: str
    below: Setting | None
    """The time and the clocks that are too wide next to the title and the place."""

    @property
    def texts(self) -> float:
        """Height of the title and of what is below it."""
        lines = [setting for setting in (self.where, self.below) if setting]
        return self.title.height + sum(LINE_GAP * setting.size + setting.height for setting in lines)

    @property
    def height(self) -> float:
        return max(self.sizes.square, self.texts)

    def draw(self, sketch: Sketch, box: Box, heading: str) -> None:
        """Draw it at the top of the box; `heading` is the role of the title."""
        step, side = self.step.card, self.sizes.square
        color = draw_square(sketch, box.x, box.y, side, sketch.theme.accents[step.tab.area].deep, step.optional)
        x, top = box.x + (1 + SQUARE_GAP) * side, box.y + max(0, (side - self.texts) / 2)
        with sketch.tagged(heading):
            draw_number_on_square(sketch, str(step.number), box.x, box.y, side, color)
            baseline = sketch.draw_setting(x, top, self.title)
        self._draw_beside(sketch, box.right, top + CAP * self.title.size, self.time, sketch.theme.ink)
        top = baseline + LINE_GAP * self.where.size
        with sketch.tagged("P"):
            baseline = sketch.draw_setting(x, top, self.where)
        self._draw_beside(sketch, box.right, top + CAP * self.where.size, self.clocks, sketch.theme.secondary)
        if self.below:
            with sketch.tagged("P"):
                sketch.draw_setting(x, baseline + LINE_GAP * self.below.size, self.below)

    def _draw_beside(self, sketch: Sketch, right: float, baseline: float, text: str, color: str) -> None:
        size = self.where.size
        if text:
            with sketch.tagged("P"):
                sketch.draw_text(right - width(text, "regular", size), baseline, text, "regular", size, color)


def set_head(step: BookStep, sizes: StepSizes, room: float, least: float) -> StepHead | None:
    """Break the head of a step into lines; None when a word of its title or its place is too long."""
    across = room - (1 + SQUARE_GAP) * sizes.square
    time, clocks = (_beside(text, sizes.where, MOST_TIME * room) for text in (step.time, step.clocks))
    title = _set(step.card.title, "semibold", sizes.title, least, across - time)
    where = _set(step.card.where, "medium", sizes.where, least, across - clocks)
    wide = " · ".join(text for text, beside in ((step.time, time), (step.clocks, clocks)) if text and not beside)
    below = _set(wide, "regular", sizes.where, least, across) if wide else None
    if title is None or where is None or (wide and below is None):
        return None
    return StepHead(step, sizes, title, where, step.time if time else "", step.clocks if clocks else "", below)


def _beside(text: str, size: float, most: float) -> float:
    """The room for a text at the right; nothing for one that is too wide."""
    wide = width(text, "regular", size)
    return wide + BESIDE_GAP if 0 < wide <= most else 0.0


def _set(text: str, font: str, size: float, least: float, room: float) -> Setting | None:
    """A text on one line, a little smaller if it must be, otherwise on more lines."""
    rooms = ((0.8 * size, CAP * size + 1), (max(least, 0.75 * size), 2.2 * size), (least, 6 * size))
    tried = (fit(text, font, (size, max(small, least)), (room, high), 1.12, even=True) for small, high in rooms)
    return next(filter(None, tried), None)
