"""The middle of a step card's front: the figure, the key figure, and facts in rows."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from msgspec import Struct

from cardgen.layouts.cards.steps.broken_facts import MeasureFact, fact_height, least_height
from cardgen.layouts.cards.steps.captioned_figure import draw_captioned_figure
from cardgen.layouts.cards.steps.fact_rows import (
    choose_facts,
    common_scale,
    draw_facts,
)
from cardgen.layouts.cards.steps.fact_scales import fact_scales
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.figure import draw_figure, goes_above, shown_area
from cardgen.layouts.parts.key_figure import (
    LEAST_TIMES,
    TIMES_SIZE,
    KeySizes,
    draw_key_figure,
    has_room,
    key_figure_height,
)
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, SLACK
from cardgen.units import MM, Box
from cardgen.wording.deck import Fact, StepCard

GRID_WIDTH = 95 * MM
"""A card at least this wide has two columns of facts below a wide figure."""
GRID_FACTS = 4
"""Facts in two columns below a wide figure."""
WIDE_PITCH = 1.42
"""Between the rows below a wide figure, in icons."""
FIGURE_CLEAR = 0.2
"""Between a wide figure and the key figure below it, in icons."""
NARROW_FIGURE = 0.3
"""Height of a wide figure on a narrow card, as a fraction of the room for it and the facts."""
NARROW_GAIN = 1.25
"""How many times as large it must be there: the amount is at the left then, unlike on other fronts."""
BELOW_WHERE, CLEAR_BELOW_WHERE = 0.6, 0.9
"""Between the place on the body and the key figure, in type sizes of the place: at least, and where there is room."""
BELOW_KEY_FIGURE = 0.4
"""Between the key figure and the first fact, in type sizes of a phrase."""
USUAL_SIZES = 2
"""How many of the sizes of a front, the best first, have facts of the usual size."""
FIGURE_PARTS, SMALL_FIGURES = (1.0, 0.9, 0.8), (0.7,)
"""Widths that a figure may have next to long words, and those that it has only for more than notes, as fractions of the
usual one."""
LEAST_FIGURE = 0.6
"""The least of these widths, where an amount would have no room at all."""
LEAST_NUMBER = LEAST_TIMES / TIMES_SIZE
"""Type size of a number whose sign is as small as it can be."""
SMALL_KEY_FIGURES = (0.8, 0.6)
"""Type sizes that a key figure may have above facts with too little room, as fractions of the usual one."""


def draw_middle(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, place: FigureBeside | None) -> list[Fact]:
    """Draw figure, key figure and facts; returns the facts that are not wholly there.

    `place` is where a figure goes next to the facts; None when there is no room for one.
    """
    beside = place.figure if place else Box(room.x, room.y, 0, 0)
    found = [above for above in _figures_above(scale, room) if _holds(step, scale, above, room)]
    above = max(found, key=lambda above: shown_area(step, above.figure.size), default=None)
    if above and goes_above(step, above.figure.size, beside.size, 1.0 if above.time else NARROW_GAIN):
        draw_figure(sketch, step, above.figure, scale.line_weight, middle=True)
        draw_key_figure(sketch, step.key, above.key_figure, scale.key_sizes)
        return (_draw_grid if above.time else _draw_column)(sketch, step, scale, above, room)
    if place is None:
        raise sketch.misfit("key figure", step.key.line)
    draw_captioned_figure(sketch, step, place.figure, scale)
    draw_key_figure(sketch, step.key, place.key_figure, place.sizes)
    clear = place.facts.y - place.key_figure.bottom
    return draw_facts(sketch, step.facts, step.spare_facts, fact_scales(scale), place.facts, scale.rows, clear)


class FigureAbove(Struct, frozen=True):
    """The places of a wide figure, of the key figure and of the facts below it."""

    figure: Box
    key_figure: Box
    time: Box | None = None
    """The place of the time where two columns of other facts are below it; None where one is next to the key figure."""


def _figures_above(scale: StepScale, room: Box) -> list[FigureAbove]:
    """The places on a card: large cards have a grid of facts at the foot, others a column next to the key figure.

    Above a grid the figure is as wide as the card, or, where it would be low, next to the key figure and the time.
    """
    if room.width < GRID_WIDTH - 2 * scale.margin:
        above = room._replace(height=NARROW_FIGURE * room.height)
        top = above.bottom + 0.5 * scale.margin
        return [FigureAbove(above, Box(room.x, top, scale.figure_width, room.bottom - top))]
    pitch, size, x = WIDE_PITCH * scale.icon, CAP * scale.key_figure, room.x + scale.column
    middle = room.bottom - scale.icon / 2 - 2 * pitch
    key = Box(room.x, middle - size / 2, scale.figure_width, size)
    time = Box(x, key.y + (key.height - scale.icon) / 2, room.right - x, scale.icon)
    found = [FigureAbove(room._replace(height=key.y - FIGURE_CLEAR * scale.icon - room.y), key, time)]
    time = time._replace(y=room.bottom - 2 * pitch - scale.icon)
    key = Box(x, room.y + (time.y - room.y - size) / 2, room.right - x, size)
    if key.y >= room.y:
        low = room._replace(width=scale.figure_width, height=time.bottom - room.y)
        found.append(FigureAbove(low, key, time))
    return found


def _holds(step: StepCard, scale: StepScale, above: FigureAbove, room: Box) -> bool:
    """Whether a place has room for the key figure and for the facts that must not be left out."""
    needed = [fact for fact in step.facts if fact.needed]
    if not has_room(step.key, above.key_figure.size, scale.key_sizes):
        return False
    if above.time:
        return len(needed) <= GRID_FACTS
    height = least_height(step.facts, scale, room.right - room.x - scale.column, fact_height)
    return height is not None and height <= above.key_figure.height + SLACK


def _draw_grid(sketch: Sketch, step: StepCard, scale: StepScale, above: FigureAbove, room: Box) -> list[Fact]:
    """Draw the time in its place, the other facts in two columns at the foot."""
    time = [fact for fact in step.facts if fact.topic == "time"]
    others = [fact for fact in step.facts if fact.topic != "time"]
    x, pitch = room.x + scale.column, WIDE_PITCH * scale.icon
    top = room.bottom - pitch - scale.icon
    below = Box(room.x, top, scale.figure_width, room.bottom - top)
    shown = choose_facts(others, GRID_FACTS)
    right = below._replace(x=x, width=room.right - x)
    columns = [*([(time, above.time, 1)] if above.time else []), (shown[0::2], below, 2), (shown[1::2], right, 2)]
    scales = (common_scale(columns, scale),)
    left_out = [fact for column, box, most in columns for fact in draw_facts(sketch, column, (), scales, box, most)]
    return [*left_out, *(fact for fact in others if fact not in shown), *step.spare_facts]


def _draw_column(sketch: Sketch, step: StepCard, scale: StepScale, above: FigureAbove, room: Box) -> list[Fact]:
    """Draw the facts to the right of the key figure."""
    x, key = room.x + scale.column, above.key_figure
    box = Box(x, key.y, room.right - x, key.height)
    return draw_facts(sketch, step.facts, step.spare_facts, fact_scales(scale), box, scale.rows)


class FigureBeside(Struct, frozen=True):
    """The places of a figure, and of the key figure and the facts next to it."""

    figure: Box
    key_figure: Box
    sizes: KeySizes
    facts: Box


class Sizes(Struct, frozen=True):
    """The sizes of the parts of a front, where words need the room."""

    figure: float
    """Width of the figure, as a fraction of the usual one."""
    key_figure: float
    """Type size of the key figure, as a fraction of the usual one."""
    facts: StepScale


@lru_cache(maxsize=16)
def sizes_beside(scale: StepScale) -> tuple[tuple[Sizes, ...], ...]:
    """The sizes to try, the best first, in groups: notes are left out before the next group is used.

    First the figure is a little narrower, then facts are smaller; next the key figure is smaller, then the figure; at
    last facts have the least size, and each its own.
    """
    even = [facts for facts in fact_scales(scale) if not facts.any_size]
    least = [facts for facts in fact_scales(scale) if facts.any_size]
    usual, narrower = FIGURE_PARTS[:2]
    first = [
        Sizes(usual, 1.0, even[0]),
        Sizes(narrower, 1.0, even[0]),
        *(Sizes(usual, 1.0, facts) for facts in even[1:]),
    ]
    steps = [*((1.0, facts) for facts in even), *((key, even[-1]) for key in SMALL_KEY_FIGURES)]
    then, at_last = (
        tuple(Sizes(figure, key, facts) for figure, (key, facts) in product(parts, steps))
        for parts in (FIGURE_PARTS, SMALL_FIGURES)
    )
    keys = (1.0, *SMALL_KEY_FIGURES)
    smallest = (
        tuple(Sizes(*parts, facts) for parts in product((*FIGURE_PARTS, *SMALL_FIGURES), keys)) for facts in least
    )
    return tuple(first), tuple(sizes for sizes in then if sizes not in first), at_last, *smallest


@lru_cache(maxsize=16)
def least_sizes(scale: StepScale) -> tuple[Sizes, ...]:
    """The sizes to try at last, for what must be on a front."""
    return tuple(Sizes(LEAST_FIGURE, key, fact_scales(scale)[-1]) for key in (1.0, *SMALL_KEY_FIGURES))


def place_beside(
    step: StepCard, scale: StepScale, sizes: Sizes, room: Box, measure: MeasureFact
) -> FigureBeside | None:
    """The places of figure, key figure and facts side by side in these sizes; None without room."""
    where_end = room.y - (scale.figure_top - scale.where_baseline)
    top = max(scale.key_figure_top, where_end + BELOW_WHERE * scale.where)
    figure = room._replace(width=sizes.figure * scale.figure_width)
    x = figure.right + scale.column_gap
    column = Box(x, top, room.right - x, room.bottom - top)
    facts, needed = sizes.facts, least_height(step.facts, sizes.facts, column.width, measure)
    if needed is None:
        return None
    part = sizes.key_figure
    number, words = max(part * scale.key_figure, LEAST_NUMBER), max(part * scale.phrase, scale.long_phrase)
    key_sizes = KeySizes(number, words, scale.long_phrase)
    key = column._replace(height=key_figure_height(step.key, column.width, key_sizes))
    below = key.bottom + BELOW_KEY_FIGURE * scale.phrase
    top = max(below, min(scale.key_figure_top + scale.first_row - facts.icon / 2, column.bottom - needed))
    if top + needed > column.bottom + SLACK or not has_room(step.key, key.size, key_sizes):
        return None
    clear = min(where_end + CLEAR_BELOW_WHERE * scale.where, key.y + top - below)
    key = key._replace(y=max(key.y, clear))
    return FigureBeside(figure, key, key_sizes, column._replace(y=top, height=column.bottom - top))
