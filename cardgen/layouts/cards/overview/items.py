"""The items on an overview card with figures, one below another: lines of steps, details, paragraphs, a band."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import zip_longest

from msgspec import Struct

from cardgen.layouts.cards.overview.cell import Cell
from cardgen.layouts.cards.overview.cell_texts import said_elsewhere
from cardgen.layouts.cards.overview.pairs import Item, Pair, half
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box
from cardgen.wording.deck import StepCard

COLUMN_GAP = 5.5 * MM
"""Between two columns of steps."""
SQUARE, LEAST_SQUARE = 1.55, 5.5 * MM
"""Side of the square with a number, in type sizes of how the step is done, and the least one."""
NOTE_GAP = 3 * MM
"""Between a number and how the step is done."""
REST_SIZE, REST_LEADING, CUE_LEADING = 0.86, 1.2, 1.2
"""Type size of less important texts, as a fraction of that of the cue."""
BELOW_CUE = 0.55
"""From the cue to the text below it, in type sizes of the latter."""
BAND, BAND_CORNER = 2.6, 1 * MM
"""Height of a band, in type sizes, and the radius of its corners."""
LIST_GAP = 0.5
"""The least distance between how two steps are done, in type sizes."""
ABOVE_HEADING, BELOW_HEADING = 0.35, 0.3
"""More space above the heading of a list, and the least distance to it from there, in type sizes."""
MOST_LINES = 12


class StepLine(Struct, frozen=True, dict=True):
    """Steps side by side."""

    cells: Sequence[Cell]
    width: float
    """Of each step."""
    grows: bool = True
    list_gap: float = 0.0

    @cached_property
    def height(self) -> float:
        return max(cell.height for cell in self.cells)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the steps from the left."""
        for index, cell in enumerate(self.cells):
            cell.draw(sketch, box._replace(x=box.x + index * (self.width + COLUMN_GAP), width=self.width))


class StepNote(Struct, frozen=True):
    """How a step is done: its cue, and what its row leaves out."""

    step: StepCard
    square: float
    cue: Setting | None
    rest: Setting | None
    list_gap: float
    grows: bool = False

    @property
    def height(self) -> float:
        texts = [setting.height for setting in (self.cue, self.rest) if setting]
        between = BELOW_CUE * self.rest.size if self.rest and self.cue else 0
        return max(self.square, sum(texts) + between)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the number, and the texts next to it."""
        color = draw_square(sketch, box.x, box.y, self.square, sketch.accent, self.step.optional)
        x, top = box.x + self.square + NOTE_GAP, box.y
        with sketch.tagged("P"):
            draw_number_on_square(sketch, str(self.step.name.number), box.x, box.y, self.square, color)
            if self.cue and not self.rest:
                top += max(0.0, (self.square - self.cue.height) / 2)
            if self.cue:
                top = sketch.draw_setting(x, top, self.cue) + (BELOW_CUE * self.rest.size if self.rest else 0)
            if self.rest:
                sketch.draw_setting(x, top, self.rest, sketch.theme.ink)


class Band(Struct, frozen=True):
    """What to do next, in white on the color of the routine."""

    icon: str
    text: Setting
    grows: bool = False
    list_gap: float = 0.0

    @property
    def height(self) -> float:
        return (BAND - 1) * self.text.size + self.text.height

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the band across the box."""
        box = box._replace(height=self.height)
        sketch.draw_path(rounded(box, BAND_CORNER), fill=sketch.accent)
        with sketch.tagged("P"):
            top = box.y + (box.height - self.text.height) / 2
            sketch.draw_setting(box.x + CAP * self.text.size, top, self.text, sketch.theme.paper)


class TextAlone(Struct, frozen=True):
    """The heading of a list, or what the routine is, in a sentence."""

    text: Setting
    role: str
    """The tag of the text, for a screen reader."""
    grows: bool = False
    list_gap: float = 0.0
    above: float = 0.0
    """More space above it than other items have."""

    @property
    def height(self) -> float:
        return self.above + self.text.height

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw it below that space."""
        with sketch.tagged(self.role):
            sketch.draw_setting(box.x, box.y + self.above, self.text)


def set_notes(
    steps: Sequence[StepCard], size: float, least: float, room: float, *, in_brief: bool, paired: bool
) -> list[Item]:
    """How each step is done, in type of this size, with what steps `in_brief` leave out; empty for a word too long.

    `paired`: two side by side.
    """
    square, wide = max(LEAST_SQUARE, SQUARE * size), half(room) if paired else room
    found = list[StepNote]()
    for step in steps:
        cue, rest = step.cue, "\u00a0· ".join(said_elsewhere(step)) if in_brief else ""
        cue_set = _fit(cue, size, wide - square - NOTE_GAP, CUE_LEADING)
        rest_set = _fit(rest, max(least, REST_SIZE * size), wide - square - NOTE_GAP, REST_LEADING)
        if (cue and not cue_set) or (rest and not rest_set):
            return []
        if cue or rest:
            found.append(StepNote(step, square, cue_set, rest_set, LIST_GAP * size))
    if not paired:
        return [*found]
    return [Pair(left, right) if right else left for left, right in zip_longest(found[::2], found[1::2])]


def set_list_heading(text: str, size: float, room: float) -> TextAlone | None:
    """A heading closer to its list than to what is above; None when a word is too long."""
    setting = fit(text, "semibold", (size, size), (room, 2 * size), 1)
    return TextAlone(setting, "H2", list_gap=BELOW_HEADING * size, above=ABOVE_HEADING * size) if setting else None


def _fit(text: str, size: float, room: float, leading: float) -> Setting | None:
    return fit(text, "regular", (size, size), (room, MOST_LINES * size), leading, even=True) if text else None


def set_band(icon: str, text: str, size: float, room: float) -> Band | None:
    """A band with an icon and a text; None when it has too little room."""
    setting = fit(text, "semibold", (size, 0.7 * size), (room - 2 * CAP * size, 3 * size), 1.15, even=True)
    return Band(icon, setting) if setting else None
