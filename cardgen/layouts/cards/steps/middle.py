"""The middle of a step card's front: figure, key figure and facts."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from msgspec import Struct

from cardgen.layouts.cards.steps.fact_column import draw_facts, fact_gap, least_facts_height
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.figure import draw_figure, goes_above
from cardgen.layouts.parts.key_figure import draw_key_figure, has_room, key_figure_height, set_key_words
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Fact, KeyFigure, StepCard, WordFigure

GRID_WIDTH = 95 * MM
"""A card at least this wide has two columns of facts below a wide figure."""
NARROW_FIGURE = 0.3
"""Height of a figure above the facts on a narrow card, as a part of the room for both."""
NARROW_KEY_FIGURE = 0.42
"""Width of the key figure beside the facts there, as a part of the room for both."""
GRID_KEY_FIGURE = 0.82
"""Type size of the key figure above a grid of facts, as a part of the usual one."""
KEY_FIGURE_PARTS = (0.9, 0.8, 0.7, 0.6)
"""Type sizes that a number may have above a column of facts, as parts of the usual one."""


def draw_middle(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, most_facts: int) -> list[Fact]:
    """Draw figure, key figure and facts; returns the facts that are not wholly there."""
    above = _figure_above(scale, room)
    left = Box(room.x, room.y, scale.figure_width, room.height)
    sizes = (above.key_figure_size, scale.key_figure_words, scale.least)
    if goes_above(step, above.figure.size, left.size) and has_room(step.key, above.key_figure.size, *sizes):
        draw_figure(sketch, step, above.figure, scale.line_weight)
        draw_key_figure(sketch, step.key, above.key_figure, *sizes)
        return (_draw_grid if above.grid else _draw_column)(sketch, step, scale, room, above.key_figure)
    gap = 0.45 * scale.margin
    right = Box(left.right + gap, room.y, room.right - left.right - gap, room.height)
    if beside := _place_column(step, scale, right):
        draw_figure(sketch, step, left, scale.line_weight)
        return beside.draw(sketch, step, scale, most_facts)
    return _draw_key_figure_across(sketch, step, scale, room, most_facts)


class FigureAbove(Struct, frozen=True):
    """The places of a wide figure and of the key figure below it."""

    figure: Box
    key_figure: Box
    key_figure_size: float
    """The largest type size of its number."""
    grid: bool
    """Whether two columns of facts are below the key figure, not one beside it."""


def _figure_above(scale: StepScale, room: Box) -> FigureAbove:
    """The places on a card: large cards have a grid of facts below the key figure, others a column beside it."""
    if room.width < GRID_WIDTH - 2 * scale.margin:
        above = room._replace(height=NARROW_FIGURE * room.height)
        top = above.bottom + 0.5 * scale.margin
        key_figure = Box(room.x, top, NARROW_KEY_FIGURE * room.width, room.bottom - top)
        return FigureAbove(above, key_figure, scale.key_figure, False)
    rows, size, gap = _grid_height(scale), GRID_KEY_FIGURE * scale.key_figure, 0.6 * scale.margin
    high, half = CAP * GRID_KEY_FIGURE * scale.key_figure, (room.width - 0.5 * scale.margin) / 2
    above = room._replace(height=room.height - rows - high - 2 * gap)
    return FigureAbove(above, Box(room.x, room.bottom - rows - gap - high, half, high), size, True)


def _grid_height(scale: StepScale) -> float:
    """Height of two rows of facts."""
    return 2 * scale.fact_icon + fact_gap(scale.fact_icon, False)


def _draw_grid(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, key_figure: Box) -> list[Fact]:
    """Draw the time beside the key figure, the other facts in two columns below both."""
    time = [fact for fact in step.facts if fact.note_first]
    beside = key_figure._replace(x=room.right - key_figure.width)
    left_out = draw_facts(sketch, time, scale, beside, 1)
    others = [fact for fact in step.facts if not fact.note_first]
    rows = _grid_height(scale)
    for column, box in ((others[0::2], key_figure), (others[1::2], beside)):
        left_out += draw_facts(sketch, column, scale, Box(box.x, room.bottom - rows, box.width, rows), 2)
    return left_out


def _draw_column(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, key_figure: Box) -> list[Fact]:
    """Draw the facts to the right of the key figure."""
    gap = 0.5 * scale.margin
    right = Box(key_figure.right + gap, key_figure.y, room.right - key_figure.right - gap, key_figure.height)
    return draw_facts(sketch, step.facts, scale, right, 4)


KeySizes = tuple[float, float, float]
"""Type sizes of a key figure: of its number, of its words, and the least."""


class Column(Struct, frozen=True):
    """The places of a key figure and of the facts below it."""

    key_figure: Box
    sizes: KeySizes
    facts: Box

    def draw(self, sketch: Sketch, step: StepCard, scale: StepScale, most_facts: int) -> list[Fact]:
        """Draw the key figure over the facts; returns the facts that are not wholly there."""
        draw_key_figure(sketch, step.key, self.key_figure, *self.sizes)
        return draw_facts(sketch, step.facts, scale, self.facts, most_facts)


def _place_column(step: StepCard, scale: StepScale, room: Box, beside: float = 0) -> Column | None:
    """A key figure over the facts, smaller where the facts need its room; None when there is too little for them.

    `beside` is the width of what is beside the facts, at their left.
    """
    least = least_facts_height(step.facts, scale, room.width - beside)
    for sizes, high, gap in _key_figure_sizes(step.key, scale, room.width):
        key = Box(room.x, room.y + 0.5 * MM, room.width, high)
        top = key.bottom + gap
        if room.bottom - top >= least and not _sticks_out(step.key, sizes, key.size):
            return Column(key, sizes, Box(room.x + beside, top, room.width - beside, room.bottom - top))
    return None


def _sticks_out(key: KeyFigure, sizes: KeySizes, room: Size) -> bool:
    """Whether words are too long even at their least size: one long word, such as "Compression"."""
    return isinstance(key, WordFigure) and set_key_words(key, sizes[1:], room) is None


def _key_figure_sizes(key: KeyFigure, scale: StepScale, room: float) -> Iterator[tuple[KeySizes, float, float]]:
    """Type sizes of a key figure, its height with them, and the gap below it: the usual ones, then smaller ones."""
    usual = (scale.key_figure, scale.key_figure_words, scale.least)
    gap = (0.55 if isinstance(key, WordFigure) else 0.25) * scale.margin
    yield usual, key_figure_height(key, room, *usual), gap
    if not isinstance(key, WordFigure):
        for part in KEY_FIGURE_PARTS:
            smaller = (part * scale.key_figure, scale.key_figure_words, scale.least)
            yield smaller, key_figure_height(key, room, *smaller), gap
    elif words := set_key_words(key, (scale.least, scale.least), Size(room, inf)):
        yield (scale.key_figure, scale.least, scale.least), words.height, 0.35 * scale.margin


def _draw_key_figure_across(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, most_facts: int) -> list[Fact]:
    """Draw the key figure in the whole width, and a smaller figure beside the facts below it.

    MisfitError that names the longest text when there is too little room for that.
    """
    beside = scale.figure_width + 0.45 * scale.margin
    column = _place_column(step, scale, room, beside)
    if column is None:
        texts = {"title": step.title, "place on the body": step.where, "caution": step.caution}
        longest = max(texts, key=lambda what: len(texts[what]))
        raise sketch.misfit(longest, texts[longest])
    below = column.facts
    draw_figure(sketch, step, Box(room.x, below.y, scale.figure_width, below.height), scale.line_weight)
    return column.draw(sketch, step, scale, most_facts)
