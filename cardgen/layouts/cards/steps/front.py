"""The front of a step card: number and title, figure, key figure and facts, cue, caution, progress."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.cards.steps.fact_column import draw_facts, fact_gap
from cardgen.layouts.cards.steps.foot import draw_foot, set_foot
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.figure import draw_figure, goes_above
from cardgen.layouts.parts.key_figure import draw_key_figure, has_room, key_figure_height
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_step_title
from cardgen.scene.text import CAP
from cardgen.units import MM, Box
from cardgen.wording.deck import Fact, StepCard, WordFigure

GRID_WIDTH = 95 * MM
"""A card at least this wide has two columns of facts below a wide figure."""
NARROW_FIGURE = 0.3
"""Height of a figure above the facts on a narrow card, as a part of the room for both."""
NARROW_KEY_FIGURE = 0.42
"""Width of the key figure beside the facts there, as a part of the room for both."""
GRID_KEY_FIGURE = 0.82
"""Type size of the key figure above a grid of facts, as a part of the usual one."""


class FrontOverflow(Struct, frozen=True):
    """What the front of a step has no room for."""

    cue: bool
    facts: Sequence[Fact]
    """Facts that are not there, or only without their notes."""

    def __bool__(self) -> bool:
        return self.cue or bool(self.facts)


def draw_front(sketch: Sketch, step: StepCard, routine: str, scale: StepScale, most_facts: int) -> FrontOverflow:
    """Draw the front of a step card; returns what it has no room for."""
    draw_edge_tab(sketch, step.tab)
    top = scale.margin + 1.3 * MM
    draw_step_title(sketch, step.name.number, step.title, top, scale.step_number, scale.title, scale.least)
    foot = set_foot(sketch, step, scale)
    middle = sketch.live(scale.figure_top, foot.room.y - 0.7 * scale.margin)
    facts = _draw_middle(sketch, step, scale, middle, most_facts)
    has_cue = draw_foot(sketch, step, routine, scale, foot)
    return FrontOverflow(not has_cue, facts)


def _draw_middle(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, most_facts: int) -> list[Fact]:
    """Draw figure, key figure and facts; returns the facts that are not wholly there."""
    above = _figure_above(scale, room)
    left = Box(room.x, room.y, scale.figure_width, room.height)
    sizes = (above.key_figure_size, scale.key_figure_words, scale.least)
    if goes_above(step, above.figure.size, left.size) and has_room(step.key, above.key_figure.size, *sizes):
        draw_figure(sketch, step, above.figure, scale.line_weight)
        draw_key_figure(sketch, step.key, above.key_figure, *sizes)
        return (_draw_grid if above.grid else _draw_column)(sketch, step, scale, room, above.key_figure)
    draw_figure(sketch, step, left, scale.line_weight)
    gap = 0.45 * scale.margin
    right = Box(left.right + gap, room.y, room.right - left.right - gap, room.height)
    return _draw_key_figure_over_facts(sketch, step, scale, right, most_facts)


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


def _draw_key_figure_over_facts(
    sketch: Sketch, step: StepCard, scale: StepScale, room: Box, most_facts: int
) -> list[Fact]:
    sizes = (scale.key_figure, scale.key_figure_words, scale.least)
    key = Box(room.x, room.y + 0.5 * MM, room.width, key_figure_height(step.key, room.width, *sizes))
    draw_key_figure(sketch, step.key, key, *sizes)
    top = key.bottom + (0.55 if isinstance(step.key, WordFigure) else 0.25) * scale.margin
    return draw_facts(sketch, step.facts, scale, Box(room.x, top, room.width, room.bottom - top), most_facts)
