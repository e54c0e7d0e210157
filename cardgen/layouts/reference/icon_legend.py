"""Pages that explain every icon, group by group: what you see, what it means, and the word for your own cards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, product

from msgspec import Struct

from cardgen.artwork.icons import icons
from cardgen.artwork.theme import Theme
from cardgen.errors import Fault, UserError
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.reference.legend_page import LEGEND_MARGIN, LEGEND_TITLE, LEGEND_TOP, start_legend_page
from cardgen.layouts.reference.typed_words import type_icon
from cardgen.scene.faces import Face
from cardgen.scene.outlines import rectangle, rounded
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.alt_texts import explain_icon, explain_long_meaning, icon_group
from cardgen.wording.words import Words, word_fault

LEAST_COLUMN = 72 * MM
"""The least width of a column with its gap: an icon, its meaning, and what to type."""
COLUMN_GAP = 8 * MM
ICON, ICON_GAP = 6.8 * MM, 3 * MM
ROW, LINE = 7.7 * MM, 4.2 * MM
"""Height of a row, and of each further line in it."""
GROUP_TITLE, MEANING, LEAST_MEANING, TYPED, LEAST_TYPED = 11.5, 11, 8.5, 9.5, 8
"""Type sizes."""
BAR, GROUP_GAP = 6.6 * MM, 3 * MM
"""Height of the bar with the title of a group, and the space above it."""
CHIP, CHIP_PADDING, CHIP_CORNER = 5.2 * MM, 1.2 * MM, 0.8 * MM
"""The chip behind what to type: its height for one line, its padding, and the radius of its corners."""
WORDS_GAP = 2 * MM
"""Between a meaning and what to type."""
MOST_TYPED = 0.62
"""The greatest width of what to type next to a meaning, as a fraction of their room."""
CLOSE = (1.0, 0.95, 0.91)
"""Heights that rows may have where that saves a page, as fractions of the usual one; icons never touch."""
LAST_PARTS = tuple(part / 20 for part in range(4, 21))
"""The parts of its height that the columns of the last page may have."""
LEAST_ROWS = 2
"""The least rows of a group in a column."""


class LegendRow(Struct, frozen=True):
    """An icon, its meaning and what to type for it, broken into lines."""

    icon: str
    meaning: Setting
    typed: Setting | None
    """None for an icon of cardgen alone."""

    @property
    def height(self) -> float:
        lines = max(len(self.meaning.lines), len(self.typed.lines) if self.typed else 0)
        return ROW + LINE * max(0, lines - 1)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw it in the middle of a row above a rule."""
        middle, theme = box.y + box.height / 2, sketch.theme
        sketch.draw_rule(box.x, box.right, box.bottom, 0.4, theme.rule)
        sketch.draw_icon(self.icon, box.x, middle - ICON / 2, ICON)
        with sketch.tagged("LI"), sketch.tagged("LBody"):
            sketch.draw_setting(box.x + ICON + ICON_GAP, middle - self.meaning.height / 2, self.meaning)
            if typed := self.typed:
                high = CHIP + (len(typed.lines) - 1) * typed.leading
                chip = Box(box.right - typed.width - 2 * CHIP_PADDING, middle - high / 2, 0, high)
                wide = typed.width + 2 * CHIP_PADDING
                sketch.draw_path(rounded(chip._replace(width=wide), CHIP_CORNER), fill=theme.cloth)
                sketch.draw_setting(chip.x + CHIP_PADDING, middle - typed.height / 2, typed)


class LegendColumns(Struct):
    """The pages of the legend as they fill, column by column."""

    words: Words
    form: Format
    theme: Theme
    count: int
    width: float
    """Of a column with its gap."""
    sketches: list[Sketch]
    column: int
    y: float
    """Where the next group begins in the column."""
    even: tuple[int, float]
    """The last page, and the part of its height that columns have there, so that they are about equally high."""
    close: float
    """Height of a row, as a fraction of the usual one."""
    whole: bool
    """Whether a group begins a new column rather than be divided."""

    @property
    def bottom(self) -> float:
        page, part = self.even
        high = self.form.size.height - LEGEND_MARGIN - LEGEND_TOP
        return LEGEND_TOP + high * (part if len(self.sketches) == page else 1.0)

    def go_on(self) -> None:
        """Begin the next column, on a new page after the last one."""
        self.column, self.y = self.column + 1, LEGEND_TOP
        if self.column >= self.count:
            begun = bool(self.sketches)
            self.sketches.append(start_legend_page("legend", self.words, self.form, self.theme, continued=begun))
            self.column = 0
            self._draw_lead(self.sketches[-1])

    def _draw_lead(self, sketch: Sketch) -> None:
        """Draw next to the title what the chips are, where there is room."""
        text, size = self.words.say("legend_typed"), TYPED
        x = self.form.size.width - LEGEND_MARGIN - width(text, "regular", size)
        if x > LEGEND_MARGIN + width(self.words.say("legend"), "semibold", LEGEND_TITLE) + COLUMN_GAP:
            with sketch.tagged("P"):
                sketch.draw_text(x, LEGEND_MARGIN + CAP * LEGEND_TITLE, text, "regular", size, self.theme.secondary)

    def draw_group(self, title: str, rows: Sequence[LegendRow]) -> None:
        """Draw a group below its title, in as many columns as it needs."""
        rest = list(rows)
        if self.whole and self.y > LEGEND_TOP and self._fitting(rest) < len(rest):
            self.go_on()
        while rest:
            fitting = self._fitting(rest)
            if fitting < min(LEAST_ROWS, len(rest)):
                self.go_on()
                fitting = max(1, self._fitting(rest))
            if 0 < len(rest) - fitting < LEAST_ROWS < fitting:
                fitting = len(rest) - LEAST_ROWS
            self._draw_part(title, rest[:fitting])
            rest = rest[fitting:]

    def _fitting(self, rows: Sequence[LegendRow]) -> int:
        """How many of the rows the rest of the column holds below a title."""
        ends = accumulate((self.close * row.height for row in rows), initial=self.y + BAR)
        return sum(end <= self.bottom for end in ends) - 1

    def _draw_part(self, title: str, rows: Sequence[LegendRow]) -> None:
        """Draw rows of a group below its title."""
        sketch = self.sketches[-1]
        bar = Box(LEGEND_MARGIN + self.column * self.width, self.y, self.width - COLUMN_GAP, BAR)
        sketch.draw_path(rectangle(bar), fill=self.theme.bar)
        with sketch.tagged("H2"):
            baseline = bar.y + (BAR + CAP * GROUP_TITLE) / 2
            sketch.draw_text(bar.x + CHIP_PADDING, baseline, title, "semibold", GROUP_TITLE)
        y = bar.bottom
        with sketch.tagged("L"):
            for row in rows:
                box = Box(bar.x, y, bar.width, self.close * row.height)
                row.draw(sketch, box)
                y = box.bottom
        self.y = y + GROUP_GAP


def lay_out_legend(words: Words, form: Format, theme: Theme) -> list[Face]:
    """The legend in columns, on as few pages as possible, with undivided groups if these need no further page."""
    live = form.size.width - 2 * LEGEND_MARGIN + COLUMN_GAP
    count = max(1, int(live / (LEAST_COLUMN + COLUMN_GAP)))
    groups = _set_groups(words, live / count - COLUMN_GAP)

    def draw(close: float, even: tuple[int, float], *, whole: bool = False) -> list[Sketch]:
        columns = LegendColumns(words, form, theme, count, live / count, [], count, 0.0, even, close, whole)
        columns.go_on()
        for group, rows in groups.items():
            columns.draw_group(words.groups[group], rows)
        return columns.sketches

    fewest, close = min((len(draw(close, (0, 1.0))), -close) for close in CLOSE)
    ways = product((True, False), LAST_PARTS)
    tried = (draw(-close, (fewest, part), whole=whole) for whole, part in ways)
    return [sketch.face() for sketch in next(found for found in tried if len(found) == fewest)]


def _set_groups(words: Words, column: float) -> dict[str, list[LegendRow]]:
    """Every icon, in the groups of the words file."""
    found: dict[str, list[LegendRow]] = {group: [] for group in words.groups}
    for name in icons():
        found[icon_group(name, words)].append(_set_row(name, column, words))
    return found


def _set_row(name: str, column: float, words: Words) -> LegendRow:
    """An icon with its words; UserError when they are too long."""
    room, text = column - ICON - ICON_GAP, type_icon(name)
    typed = _set_typed(text, MOST_TYPED * room) if text else None
    if text and typed is None:
        raise UserError(
            Fault(f"The name of the icon '{name}' is too long for the legend.", "Rename it.", icons()[name])
        )
    left = room - (typed.width + 2 * CHIP_PADDING + WORDS_GAP if typed else 0)
    meaning = explain_icon(name, words)
    setting = fit(meaning, "regular", (MEANING, LEAST_MEANING), (left, 3 * MEANING), 1.12)
    if setting is None:
        problem, remedy = explain_long_meaning(meaning)
        in_file = Fault(problem, "Write a shorter '<title>'.", icons()[name])
        raise UserError(word_fault(words, meaning, problem, remedy) if name in words.icons else in_file)
    return LegendRow(name, setting, typed)


def _set_typed(text: str, room: float) -> Setting | None:
    """The words to type for an icon, on one line if possible; None when they do not fit on two."""
    heights = (CAP * TYPED + 1, 2.4 * TYPED)
    sizes = (TYPED, LEAST_TYPED)
    return next(filter(None, (fit(text, "medium", sizes, (room, high), 1.2, even=True) for high in heights)), None)
