"""The middle of a step card's front: the figure, the key figure, and facts in rows."""

from __future__ import annotations

from itertools import product

from msgspec import Struct

from cardgen.layouts.cards.steps.fact_rows import SLACK, choose_facts, draw_facts, least_height, smaller
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.figure import draw_figure, goes_above
from cardgen.layouts.parts.key_figure import draw_key_figure, has_room, key_figure_height
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP
from cardgen.units import MM, Box
from cardgen.wording.deck import Fact, StepCard

GRID_WIDTH = 95 * MM
"""A card at least this wide has two columns of facts below a wide figure."""
GRID_FACTS = 4
"""Facts in two columns below a wide figure."""
WIDE_PITCH = 1.42
"""Between the rows below a wide figure, in icons."""
NARROW_FIGURE = 0.3
"""Height of a wide figure on a narrow card, as a part of the room for it and the facts."""
BELOW_KEY_FIGURE = 0.4
"""Between the key figure and the first fact, in type sizes of a phrase."""
FIGURE_PARTS = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Widths that a figure may have beside long words, as parts of the usual one."""
KEY_FIGURE_PARTS = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Type sizes that a key figure may have above the facts, as parts of the usual one."""


def draw_middle(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, place: FigureBeside | None) -> list[Fact]:
    """Draw figure, key figure and facts; returns the facts that are not wholly there.

    `place` is where a figure goes beside the facts; None when there is no room for one.
    """
    above = _figure_above(scale, room)
    beside = Box(room.x, room.y, scale.figure_width, room.height)
    wide = goes_above(step, above.figure.size, beside.size) and has_room(
        step.key, above.key_figure.size, *scale.key_sizes
    )
    if wide and _holds_needed(step, scale, above, room):
        draw_figure(sketch, step, above.figure, scale.line_weight, middle=True)
        draw_key_figure(sketch, step.key, above.key_figure, *scale.key_sizes)
        return (_draw_grid if above.grid else _draw_column)(sketch, step, scale, above.key_figure, room)
    if place is None:
        raise sketch.misfit("key figure", step.key.line)
    draw_figure(sketch, step, place.figure, scale.line_weight, middle=True)
    draw_key_figure(sketch, step.key, place.key_figure, *place.sizes)
    return draw_facts(sketch, step.facts, step.spare_facts, scale, place.facts, scale.rows)


class FigureAbove(Struct, frozen=True):
    """The places of a wide figure and of the key figure below it."""

    figure: Box
    key_figure: Box
    grid: bool
    """Whether two columns of facts are below the key figure, not one beside it."""


def _figure_above(scale: StepScale, room: Box) -> FigureAbove:
    """The places on a card: large cards have a grid of facts below the key figure, others a column beside it."""
    if room.width < GRID_WIDTH - 2 * scale.margin:
        above = room._replace(height=NARROW_FIGURE * room.height)
        top = above.bottom + 0.5 * scale.margin
        return FigureAbove(above, Box(room.x, top, scale.figure_width, room.bottom - top), False)
    pitch, size = WIDE_PITCH * scale.icon, CAP * scale.key_figure
    middle = room.bottom - scale.icon / 2 - 2 * pitch
    key = Box(room.x, middle - size / 2, scale.figure_width, size)
    return FigureAbove(room._replace(height=key.y - 0.2 * scale.icon - room.y), key, True)


def _holds_needed(step: StepCard, scale: StepScale, above: FigureAbove, room: Box) -> bool:
    """Whether the room beside a key figure, or the grid below it, has place for the facts that must not be left out."""
    needed = [fact for fact in step.facts if fact.needed]
    if above.grid:
        return len(needed) <= GRID_FACTS
    height = least_height(step.facts, scale, room.right - room.x - scale.column)
    return height is not None and height <= above.key_figure.height + SLACK


def _draw_grid(sketch: Sketch, step: StepCard, scale: StepScale, key: Box, room: Box) -> list[Fact]:
    """Draw the time beside the key figure, the other facts in two columns below both."""
    time = [fact for fact in step.facts if fact.topic == "time"]
    others = [fact for fact in step.facts if fact.topic != "time"]
    x, top = room.x + scale.column, key.y + (key.height - scale.icon) / 2
    left_out = draw_facts(sketch, time, (), scale, Box(x, top, room.right - x, scale.icon), 1)
    top += WIDE_PITCH * scale.icon
    below = Box(room.x, top, scale.figure_width, room.bottom - top)
    shown = choose_facts(others, GRID_FACTS)
    for column, box in ((shown[0::2], below), (shown[1::2], below._replace(x=x, width=room.right - x))):
        left_out += draw_facts(sketch, column, (), scale, box, 2)
    return [*left_out, *(fact for fact in others if fact not in shown), *step.spare_facts]


def _draw_column(sketch: Sketch, step: StepCard, scale: StepScale, key: Box, room: Box) -> list[Fact]:
    """Draw the facts to the right of the key figure."""
    x = room.x + scale.column
    return draw_facts(
        sketch, step.facts, step.spare_facts, scale, Box(x, key.y, room.right - x, key.height), scale.rows
    )


class FigureBeside(Struct, frozen=True):
    """The places of a figure, and of the key figure and the facts beside it."""

    figure: Box
    key_figure: Box
    sizes: tuple[float, float, float]
    """The type sizes of the key figure."""
    facts: Box


def place_beside(step: StepCard, scale: StepScale, room: Box) -> FigureBeside | None:
    """The usual places, or a narrower figure and a smaller key figure where words need the room, and at last smaller
    facts; None without room."""
    top = room.y + scale.key_figure_top - scale.figure_top
    for facts_scale, part in product((scale, smaller(scale)), FIGURE_PARTS):
        figure = room._replace(width=part * scale.figure_width)
        x = figure.right + scale.column_gap
        if place := _place_column(step, facts_scale, figure, Box(x, top, room.right - x, room.bottom - top)):
            return place
    return None


def _place_column(step: StepCard, scale: StepScale, figure: Box, column: Box) -> FigureBeside | None:
    """The key figure and below it the facts; None when the column is too narrow or too low for them."""
    needed = least_height(step.facts, scale, column.width)
    if needed is None:
        return None
    below = BELOW_KEY_FIGURE * scale.phrase
    for part in KEY_FIGURE_PARTS:
        sizes = part * scale.key_figure, max(part * scale.phrase, scale.long_phrase), scale.long_phrase
        key = column._replace(height=key_figure_height(step.key, column.width, *sizes))
        top = max(key.bottom + below, column.y + scale.first_row - scale.icon / 2)
        top = max(key.bottom + below, min(top, column.bottom - needed))
        if top + needed <= column.bottom + SLACK and has_room(step.key, key.size, *sizes):
            return FigureBeside(figure, key, sizes, column._replace(y=top, height=column.bottom - top))
    return None
