"""The steps that are done once more on the other limb: a small picture of each, with its number and its pressure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from cardgen.layouts.parts.figure import draw_figure, shown_area
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import Setting, fit, longest_word
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Section, StepCard

COLUMNS = (2, 3, 4)
COLUMN_GAP, ROW_GAP, GAP = 0.7, 0.8, 0.4
"""Between steps, and within one, in type sizes."""
SQUARE, PRESSURE = 1.6, 1.6
"""Side of the square with the number, and size of the icon below it, in type sizes."""
LEADING, MOST_LINES = 1.12, 3
MOST_FIGURE = 45 * MM
"""The greatest height of a figure; the least is that of the number and the icon next to it."""
LINE_WEIGHT = 0.75


class StepGrid(Struct, frozen=True):
    """Steps in rows, with their titles broken into lines."""

    steps: Sequence[StepCard]
    titles: Sequence[Setting]
    columns: int
    size: float
    """Type size of the titles."""
    room: Box

    @property
    def width(self) -> float:
        """Of a step."""
        return _width(self.columns, self.size, self.room)

    @property
    def beside(self) -> float:
        """Width of the number, and of the gap next to it."""
        return (SQUARE + GAP) * self.size

    @property
    def below(self) -> list[float]:
        """Heights of the titles of each row, and of the gap above them."""
        heights = [title.height for title in self.titles]
        starts = range(0, len(heights), self.columns)
        return [max(heights[start : start + self.columns]) + GAP * self.size for start in starts]

    @property
    def figure(self) -> Size:
        """The room of each figure, above its title."""
        gaps = (len(self.below) - 1) * ROW_GAP * self.size
        row = (self.room.height - gaps - sum(self.below)) / len(self.below)
        return Size(self.width - self.beside, min(row, MOST_FIGURE))

    @property
    def area(self) -> float:
        """The area of all figures."""
        return sum(shown_area(step, self.figure) for step in self.steps)

    def draw(self, sketch: Sketch) -> None:
        """Draw the steps row by row."""
        steps, y = zip(self.steps, self.titles, strict=True), self.room.y
        with sketch.tagged("L"):
            for below in self.below:
                for column, (step, title) in enumerate(islice(steps, self.columns)):
                    x = self.room.x + column * (self.width + COLUMN_GAP * self.size)
                    with sketch.tagged("LI"), sketch.tagged("LBody"):
                        self._draw_step(sketch, step, title, x, y)
                y += self.figure.height + below + ROW_GAP * self.size

    def _draw_step(self, sketch: Sketch, step: StepCard, title: Setting, x: float, y: float) -> None:
        side, icon = SQUARE * self.size, PRESSURE * self.size
        color = draw_square(sketch, x, y, side, sketch.theme.accents[step.tab.area].deep, step.optional)
        draw_number_on_square(sketch, str(step.name.number), x, y, side, color)
        with sketch.tagged("P"):
            sketch.draw_setting(x, y + self.figure.height + GAP * self.size, title)
        if press := next((fact for fact in step.facts if fact.topic == "pressure"), None):
            sketch.draw_icon_with_alt(press.line, press.icon, x + (side - icon) / 2, y + side + GAP * self.size, icon)
        figure = Box(x + self.beside, y, *self.figure)
        draw_figure(sketch, step, figure, LINE_WEIGHT, middle=True)


def first_again(section: Section) -> StepCard | None:
    """The first step that is done again on the other limb; None when the routine has only one."""
    return section.side_card.steps[0] if section.side_card and section.side_card.steps else None


def set_grid(steps: Sequence[StepCard], size: float, room: Box) -> StepGrid | None:
    """As many of the steps as make rooms like this one equally full, with the largest figures; None if none fit."""
    most = next((count for count in range(len(steps), 0, -1) if _largest(steps[:count], size, room)), 0)
    if not most:
        return None
    faces = -(-len(steps) // most)
    return _largest(steps[: -(-len(steps) // faces)], size, room)


def _largest(steps: Sequence[StepCard], size: float, room: Box) -> StepGrid | None:
    """The steps in the columns in which their figures are largest; None when these are too small in all."""
    tried = (_set(steps, columns, size, room) for columns in _choose_columns(steps, size, room))
    least = (SQUARE + GAP + PRESSURE) * size
    fitting = (grid for grid in tried if grid and min(grid.figure) >= least)
    return max(fitting, key=lambda grid: grid.area, default=None)


def _choose_columns(steps: Sequence[StepCard], size: float, room: Box) -> Sequence[int]:
    """The numbers of columns with which no word of a title is broken; all of them if there is no such number."""
    longest = max(longest_word(step.title, "semibold") for step in steps) * size
    return [columns for columns in COLUMNS if longest <= _width(columns, size, room)] or COLUMNS


def _width(columns: int, size: float, room: Box) -> float:
    return (room.width - (columns - 1) * COLUMN_GAP * size) / columns


def _set(steps: Sequence[StepCard], columns: int, size: float, room: Box) -> StepGrid | None:
    """The steps in some columns; None when a title has too little room."""
    most = (_width(columns, size, room), MOST_LINES * LEADING * size)
    titles = [fit(step.title, "semibold", (size, size), most, LEADING, even=True) for step in steps]
    found = [title for title in titles if title]
    return StepGrid(steps, found, columns, size, room) if len(found) == len(steps) else None
