"""The steps that are done once more on the other limb: a small picture of each, with its number and its pressure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.parts.figure import draw_figure
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import Setting, fit, longest_word
from cardgen.units import MM, Box
from cardgen.wording.deck import Section, StepCard

COLUMNS = (2, 3, 4)
COLUMN_GAP, ROW_GAP, TEXT_GAP = 0.7, 0.8, 0.38
"""Between steps, and from a number to its title or figure, in type sizes."""
SQUARE, PRESSURE = 1.6, 1.75
"""Side of the square with the number, and size of the icon next to it, in type sizes."""
LEADING, MOST_LINES = 1.12, 3
LEAST_FIGURE, MOST_FIGURE = 11 * MM, 45 * MM
"""Heights that a figure may have."""
LINE_WEIGHT = 0.75


class Grid(Struct, frozen=True):
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
        return (self.room.width - (self.columns - 1) * COLUMN_GAP * self.size) / self.columns

    @property
    def rows(self) -> int:
        return -(-len(self.steps) // self.columns)

    @property
    def head(self) -> float:
        """Height of the numbers with the titles next to them, and of the gap below."""
        return max(SQUARE * self.size, *(title.height for title in self.titles)) + TEXT_GAP * self.size

    @property
    def figure(self) -> float:
        """Height of each figure."""
        row = (self.room.height - (self.rows - 1) * ROW_GAP * self.size) / self.rows
        return min(row - self.head, MOST_FIGURE)

    @property
    def area(self) -> float:
        """How large figures can be: the smaller of their width and height."""
        return min(self.figure, self.width)

    def draw(self, sketch: Sketch) -> None:
        """Draw the steps row by row."""
        with sketch.tagged("L"):
            for index, (step, title) in enumerate(zip(self.steps, self.titles, strict=True)):
                row, column = divmod(index, self.columns)
                x = self.room.x + column * (self.width + COLUMN_GAP * self.size)
                y = self.room.y + row * (self.head + self.figure + ROW_GAP * self.size)
                with sketch.tagged("LI"), sketch.tagged("LBody"):
                    self._draw_step(sketch, step, title, x, y)

    def _draw_step(self, sketch: Sketch, step: StepCard, title: Setting, x: float, y: float) -> None:
        side, icon = SQUARE * self.size, PRESSURE * self.size
        color = draw_square(sketch, x, y, side, sketch.theme.accents[step.tab.area].deep, step.optional)
        draw_number_on_square(sketch, str(step.name.number), x, y, side, color)
        with sketch.tagged("P"):
            sketch.draw_setting(x + side + TEXT_GAP * self.size, y + max(0.0, (side - title.height) / 2), title)
        figure = Box(x, y + self.head, self.width, self.figure)
        if press := next((fact for fact in step.facts if fact.topic == "pressure"), None):
            sketch.draw_icon_with_alt(press.line, press.icon, x, figure.bottom - icon, icon)
            figure = figure._replace(x=x + icon, width=self.width - icon)
        if step.drawing:
            draw_figure(sketch, step, figure, LINE_WEIGHT, middle=True)


def first_again(section: Section) -> StepCard | None:
    """The first step that is done again on the other limb; None when the routine has only one."""
    return section.side_card.steps[0] if section.side_card and section.side_card.steps else None


def set_grid(steps: Sequence[StepCard], size: float, room: Box) -> Grid | None:
    """As many of the steps as make rooms like this one equally full, with the largest figures; None if none fit."""
    most = next((count for count in range(len(steps), 0, -1) if _largest(steps[:count], size, room)), 0)
    if not most:
        return None
    faces = -(-len(steps) // most)
    return _largest(steps[: -(-len(steps) // faces)], size, room)


def _largest(steps: Sequence[StepCard], size: float, room: Box) -> Grid | None:
    """The steps in the columns in which their figures are largest; None when these are too small in all."""
    tried = (_set(steps, columns, size, room) for columns in _choose_columns(steps, size, room))
    fitting = (grid for grid in tried if grid and grid.figure >= LEAST_FIGURE)
    return max(fitting, key=lambda grid: grid.area, default=None)


def _choose_columns(steps: Sequence[StepCard], size: float, room: Box) -> Sequence[int]:
    """The numbers of columns with which no word of a title is broken; all of them if there is no such number."""
    longest = max(longest_word(step.title, "semibold") for step in steps) * size
    return [columns for columns in COLUMNS if longest <= _title_width(columns, size, room)] or COLUMNS


def _title_width(columns: int, size: float, room: Box) -> float:
    wide = (room.width - (columns - 1) * COLUMN_GAP * size) / columns
    return wide - (SQUARE + TEXT_GAP) * size


def _set(steps: Sequence[StepCard], columns: int, size: float, room: Box) -> Grid | None:
    """The steps in some columns; None when a title has too little room."""
    most = (_title_width(columns, size, room), MOST_LINES * LEADING * size)
    titles = [fit(step.title, "semibold", (size, size), most, LEADING, even=True) for step in steps]
    found = [title for title in titles if title]
    return Grid(steps, found, columns, size, room) if len(found) == len(steps) else None
