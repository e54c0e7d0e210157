"""The amount in a row of an overview card, and the icons before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from msgspec import Struct

from cardgen.layouts.cards.overview.sizes import RowSizes
from cardgen.layouts.parts.key_figure import TIMES_SIZE, draw_number, number_width, set_key_words
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, SIZE_STEP, Setting, width
from cardgen.units import Box, Size
from cardgen.wording.deck import Fact
from cardgen.wording.key_figures import CountFigure, EachWayFigure, KeyFigure, WordFigure

LEAST_KEY_WORDS = 9
"""The least type size of a key figure in words, in points."""
KEY_LINES = (6, 40)
"""Heights that a key figure in words may have, in type sizes; the second is for one that has no other room."""
NUMBER_SIZE = 1.5
"""Type size of a number, as a fraction of the title's."""
UNIT_LINE = 1.2
"""Height of a line for the unit, in type sizes."""


class RowKeyFigure(Struct, frozen=True):
    """A step's key figure broken into lines, and the icons before it."""

    key: KeyFigure
    icons: tuple[str, ...]
    words: Setting | None
    """None for a number."""
    unit_below: bool
    """Whether a number's unit is below it, because there is no room next to it."""
    sizes: RowSizes

    @property
    def height(self) -> float:
        unit = UNIT_LINE * self.sizes.words if self.unit_below else 0
        number = CAP * NUMBER_SIZE * self.sizes.title + unit
        return max(self.sizes.icon, self.words.height if self.words else number)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the icons, then the key figure, from the left of the box, centered in its height."""
        x, middle, icon = box.x, box.y + box.height / 2, self.sizes.icon
        for name in self.icons:
            sketch.draw_icon(name, x, middle - icon / 2, icon)
            x += 1.2 * icon
        with sketch.tagged("TD"):
            if self.words:
                sketch.draw_setting(x, middle - self.words.height / 2, self.words)
            elif not isinstance(self.key, WordFigure):
                self._draw_number(sketch, self.key, x, middle, box.right)

    def _draw_number(
        self, sketch: Sketch, key: CountFigure | EachWayFigure, x: float, middle: float, right: float
    ) -> None:
        """Draw "×3 in all", or "3 ↻ 3 ↺" as large as there is room for."""
        size, words = NUMBER_SIZE * self.sizes.title, self.sizes.words
        while isinstance(key, EachWayFigure) and x + number_width(key, size, TIMES_SIZE * size) > right:
            size -= SIZE_STEP
        below = UNIT_LINE * words if self.unit_below and isinstance(key, CountFigure) else 0
        baseline = middle + (CAP * size - below) / 2
        draw_number(sketch, key, x, baseline, size, TIMES_SIZE * size)
        if isinstance(key, CountFigure):
            if not key.unit:
                return
            beside = 0 if self.unit_below else number_width(key, size, TIMES_SIZE * size) + self.sizes.gap
            sketch.draw_text(x + beside, baseline + below, key.unit, "semibold", words)


def set_row_key_figure(
    key: KeyFigure, shown: Sequence[Fact], sizes: RowSizes, column: Box, sketch: Sketch
) -> RowKeyFigure:
    """A key figure after as many icons as there is room for; MisfitError when it has too little room without them.

    Below a title all icons but the last may be left out: the words above them say the same.
    """
    for lines, first in product(KEY_LINES, range(max(1, len(shown)) if sizes.icons_below else 1)):
        icons = tuple(fact.icon for fact in shown[first:])
        room = sizes.key_figure * column.width
        if sizes.icons_below:
            room = column.width - sizes.indent - len(icons) * 1.2 * sizes.icon
        if found := _fit_beside(key, icons, sizes, Size(room, lines * sizes.words)):
            return found
    raise sketch.misfit("key figure", key.line)


def _fit_beside(key: KeyFigure, icons: tuple[str, ...], sizes: RowSizes, room: Size) -> RowKeyFigure | None:
    """A key figure after these icons; None when it is too wide, or in words too high."""
    if isinstance(key, WordFigure):
        words = set_key_words(WordFigure(key.lines), (sizes.words, LEAST_KEY_WORDS), room)
        return RowKeyFigure(key, icons, words, unit_below=False, sizes=sizes) if words else None
    size = NUMBER_SIZE * sizes.title
    number = number_width(key, size, TIMES_SIZE * size)
    unit = width(key.unit, "semibold", sizes.words) if isinstance(key, CountFigure) else 0
    if max(number, unit) > room.width:
        return _fit_beside(WordFigure((key.line,)), icons, sizes, room)
    return RowKeyFigure(key, icons, None, unit > 0 and number + sizes.gap + unit > room.width, sizes)
