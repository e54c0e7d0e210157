"""The front of a step card: number, title, figure, key figure, facts, cue, caution, progress."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.key_figure import WAY_GAP, draw_key, has_room, set_words, ways_in_row
from cardgen.layouts.parts.pieces import (
    FIGURES,
    SetFact,
    dot_gap,
    draw_caution,
    edge_tab,
    headline,
    progress,
    revision_mark,
    set_fact,
)
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.step_figure import draw_figure, stands_above
from cardgen.scene.text import CAP, DESCENT, Setting, fit, width
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import EachWayFigure, Fact, KeyFigure, StepCard, WordFigure

GRID_WIDTH = 95 * MM
"""A card at least this wide has two columns of facts below a wide figure."""
LOW = 0.3
"""The height of a figure above the facts on a narrow card, as a part of the room for both."""
FACT_GAP = 1.3 * MM
STACK_GAP = 2.2 * MM
WORD_GAP = 0.9 * MM
"""Between an icon and the word below it."""
SIGN_GAP = 0.32
"""Between the sign of a caution and its text, in signs."""
MOST_FOOT = (1, 1.2, 1.4, 1.6, 1.8, 2)
"""How much higher than usual the foot may be for a long caution."""


class Held(Struct, frozen=True):
    """What of a step its front holds."""

    cue: bool
    left_out: Sequence[Fact]
    """Facts that are not there, or whose notes are not."""

    @property
    def everything(self) -> bool:
        return self.cue and not self.left_out


class Column(Struct, frozen=True):
    """Facts that fit in a box, the size of their icons, and whether the words stand below them."""

    facts: Sequence[SetFact]
    icon: float
    stacked: bool

    def height(self, fact: SetFact) -> float:
        return self.icon + WORD_GAP + fact.height if self.stacked else max(self.icon, fact.height)

    def draw(self, sketch: Sketch, fact: SetFact, x: float, y: float) -> None:
        """One of the facts, its top left at x, y."""
        if self.stacked:
            fact.draw_apart(sketch, (x, y), self.icon, (x, y + self.icon + WORD_GAP))
        else:
            fact.draw(sketch, x, y + self.height(fact) / 2, self.icon, 0.25 * self.icon)

    @property
    def gap(self) -> float:
        """The least distance between two facts."""
        return _fact_gap(self.icon, self.stacked)


def _fact_gap(icon: float, stacked: bool) -> float:
    return STACK_GAP if stacked else max(FACT_GAP, 0.075 * icon)


def draw_front(sketch: Sketch, step: StepCard, routine: str, scale: StepScale, most_facts: int) -> Held:
    """Draw the front of a step card; returns what it holds of the step."""
    edge_tab(sketch)
    headline(sketch, step.number, step.title, scale.margin + 1.3 * MM, scale.number, scale.title, scale.least)
    foot = _foot(sketch, step, scale)
    middle = sketch.live(scale.middle, foot.room.y - 0.7 * scale.margin)
    left_out = _draw_middle(sketch, step, scale, middle, most_facts)
    has_cue = _draw_foot(sketch, step, routine, scale, foot)
    return Held(has_cue, left_out)


class Foot(Struct, frozen=True):
    """The words below the figure: where they may be, and the caution, which ends at the bottom of that."""

    room: Box
    caution: Setting | None


def _foot(sketch: Sketch, step: StepCard, scale: StepScale) -> Foot:
    """Room for the words below the figure; higher than usual when that is the only way to hold a long caution."""
    caution = step.caution
    for part in MOST_FOOT:
        room = _words_room(sketch, step, scale, sketch.form.size.height - part * scale.foot)
        column = room.width - (1 + SIGN_GAP) * scale.small_icon
        setting = fit(caution, "semibold", (scale.caution, scale.least), (column, room.height), 1.2, even=True)
        if setting or not caution:
            return Foot(room, setting if caution else None)
    raise sketch.fault("caution", caution)


def _dots(sketch: Sketch, step: StepCard, scale: StepScale) -> tuple[float, float]:
    """The height of the progress dots on the card, and their radius."""
    radius = 0.019 * MM * scale.number
    figures = 0 if dot_gap(step.of, sketch.form.size.width / 2 - scale.margin, radius) else FIGURES * radius
    below = max(1.45 * radius, 0.57 * scale.small, 0.58 * scale.least, 0.57 * figures)
    return sketch.form.size.height - max(0.95 * scale.margin, sketch.form.border.height + below), radius


def _words_room(sketch: Sketch, step: StepCard, scale: StepScale, top: float) -> Box:
    """Where cue and caution may be: below `top`, above the progress dots."""
    dots, radius = _dots(sketch, step, scale)
    live = sketch.live(top, sketch.form.size.height)
    return Box(live.x, top, live.width, dots - 1.45 * radius - 0.45 * scale.margin - top)


def _draw_foot(sketch: Sketch, step: StepCard, routine: str, scale: StepScale, foot: Foot) -> bool:
    """Cue, caution and progress; returns whether the cue is there."""
    (dots, radius), room = _dots(sketch, step, scale), foot.room
    sign = scale.small_icon
    over = max(sign, foot.caution.height) if foot.caution else 0
    has_cue = _draw_cue(sketch, step.cue, scale, room._replace(height=room.height - over))
    if foot.caution:
        draw_caution(sketch, foot.caution, room.x, room.bottom, sign, SIGN_GAP * sign)
    small = dots + CAP * scale.small / 2
    right = revision_mark(sketch, room.right, small, scale.small)
    wide = _draw_clock(sketch, step.clock, right, dots, scale.least) - room.x if step.clock else 0.57 * room.width
    end = progress(sketch, step.number, step.of, room.x, dots, wide, radius)
    name = right - width(routine, "regular", scale.small)
    if scale.footer and not step.clock and name >= end + 4 * MM:
        sketch.text(name, small, routine, "regular", scale.small, sketch.theme.secondary)
    return has_cue


def _draw_cue(sketch: Sketch, text: str, scale: StepScale, room: Box) -> bool:
    """The cue at the top of its room; returns whether it is there."""
    if scale.cue is None or scale.least_cue is None:
        return False
    cue = fit(text, "regular", (scale.cue, scale.least_cue), (room.width, room.height - 0.3 * scale.margin), 1.3)
    if cue:
        with sketch.tagged("P"):
            sketch.setting(room.x, room.y, cue)
    return cue is not None


def _draw_clock(sketch: Sketch, clock: str, right: float, middle: float, size: float) -> float:
    """When the step begins, at the right of the foot; returns where other things may end."""
    icon = 1.25 * CAP * size
    x = right - width(clock, "semibold", size)
    with sketch.beside_icon("P", "time", sketch.heard("time", clock), x - 1.25 * icon, middle - icon / 2, icon):
        sketch.text(x, middle + CAP * size / 2, clock, "semibold", size)
    return x - 1.25 * icon - 2 * MM


def _draw_middle(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, most_facts: int) -> list[Fact]:
    """Figure, key figure and facts; returns the facts that are not wholly there."""
    wide = _wide(scale, room)
    left = Box(room.x, room.y, scale.figure, room.height)
    sizes = (wide.key_size, scale.key_words, scale.least)
    if stands_above(step, wide.figure.size, left.size) and has_room(step.key, wide.key.size, *sizes):
        draw_figure(sketch, step, wide.figure, scale.weight)
        draw_key(sketch, step.key, wide.key, *sizes)
        return (_wide_grid if wide.grid else _wide_columns)(sketch, step, scale, room, wide.key)
    draw_figure(sketch, step, left, scale.weight)
    gap = 0.45 * scale.margin
    right = Box(left.right + gap, room.y, room.right - left.right - gap, room.height)
    return _key_over_facts(sketch, step, scale, right, most_facts)


class Wide(Struct, frozen=True):
    """Where a wide figure stands, and the key figure below it."""

    figure: Box
    key: Box
    key_size: float
    """The largest type size of its number."""
    grid: bool
    """Two columns of facts stand below the key figure, not one beside it."""


def _wide(scale: StepScale, room: Box) -> Wide:
    """Large cards have a grid of facts below a wide figure, others a column."""
    if room.width < GRID_WIDTH - 2 * scale.margin:
        above = room._replace(height=LOW * room.height)
        top = above.bottom + 0.5 * scale.margin
        return Wide(above, Box(room.x, top, 0.42 * room.width, room.bottom - top), scale.key, False)
    rows, size, gap = _grid_rows(scale), 0.82 * scale.key, 0.6 * scale.margin
    high, half = CAP * 0.82 * scale.key, (room.width - 0.5 * scale.margin) / 2
    above = room._replace(height=room.height - rows - high - 2 * gap)
    return Wide(above, Box(room.x, room.bottom - rows - gap - high, half, high), size, True)


def _grid_rows(scale: StepScale) -> float:
    """The height of two rows of facts."""
    return 2 * scale.icon + _fact_gap(scale.icon, False)


def _key_over_facts(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, most_facts: int) -> list[Fact]:
    key = Box(room.x, room.y + 0.5 * MM, room.width, _key_height(step.key, scale, room.width))
    draw_key(sketch, step.key, key, scale.key, scale.key_words, scale.least)
    top = key.bottom + (0.55 if isinstance(step.key, WordFigure) else 0.25) * scale.margin
    return _draw_facts(sketch, step.facts, scale, Box(room.x, top, room.width, room.bottom - top), most_facts)


def _key_height(key: KeyFigure, scale: StepScale, width: float) -> float:
    """The height of the key figure: a line or two, more only where several phases need it."""
    heights = [CAP * scale.key * part for part in (1.2, 1.4, 1.6, 1.8, 2.0, 2.5)]
    if isinstance(key, EachWayFigure) and not ways_in_row(key, scale.key, width):
        return (2 * CAP + DESCENT) * scale.key + WAY_GAP
    if not isinstance(key, WordFigure):
        return heights[0]
    least = scale.least if len(key.lines) == 1 else min(scale.key_words, 1.2 * scale.least)
    fitting = (height for height in heights if set_words(key, (scale.key_words, least), Size(width, height)))
    return next(fitting, heights[-1])


def _wide_grid(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, key: Box) -> list[Fact]:
    """The time beside the key figure, the other facts in two columns below both."""
    time = [fact for fact in step.facts if fact.note_first]
    beside = key._replace(x=room.right - key.width)
    left_out = _draw_facts(sketch, time, scale, beside, 1)
    others = [fact for fact in step.facts if not fact.note_first]
    rows = _grid_rows(scale)
    for column, box in ((others[0::2], key), (others[1::2], beside)):
        left_out += _draw_facts(sketch, column, scale, Box(box.x, room.bottom - rows, box.width, rows), 2)
    return left_out


def _wide_columns(sketch: Sketch, step: StepCard, scale: StepScale, room: Box, key: Box) -> list[Fact]:
    """The facts at the right of the key figure."""
    gap = 0.5 * scale.margin
    right = Box(key.right + gap, key.y, room.right - key.right - gap, key.height)
    return _draw_facts(sketch, step.facts, scale, right, 4)


def _draw_facts(sketch: Sketch, facts: Sequence[Fact], scale: StepScale, room: Box, most: int) -> list[Fact]:
    """As many facts as the box holds, evenly apart; returns those that are not there, or not with their note."""
    column = _choose(sketch, facts, scale, room, most)
    heights = [column.height(fact) for fact in column.facts]
    spare = room.height - sum(heights)
    between = min(spare / max(1, len(heights) - 1), 0.6 * scale.icon)
    y = room.y
    with sketch.tagged("L"):
        for fact, height in zip(column.facts, heights, strict=True):
            column.draw(sketch, fact, room.x, y)
            y += height + between
    whole = [placed.fact for placed in column.facts if placed.note or not placed.fact.note]
    return [fact for fact in facts if fact not in whole]


def _choose(sketch: Sketch, facts: Sequence[Fact], scale: StepScale, room: Box, most: int) -> Column:
    """The most facts that fit: first without the least important ones, then with smaller icons, then without notes."""
    for count in range(min(most, len(facts)), 0, -1):
        chosen = _most_important(facts, count)
        for icon in (scale.icon, max(0.9 * scale.icon, scale.least_icon), scale.least_icon):
            for noted in (True, False):
                placed = _set_all(chosen, scale, room.width - (0 if scale.stacked else 1.25 * icon), noted)
                if placed is None:
                    continue
                column = Column(placed, icon, scale.stacked)
                if sum(map(column.height, placed)) + column.gap * (count - 1) <= room.height:
                    return column
    if not facts:
        return Column((), scale.icon, scale.stacked)
    raise sketch.fault("word beside an icon", ", ".join(fact.word for fact in facts))


def _most_important(facts: Sequence[Fact], count: int) -> list[Fact]:
    """The first facts, with those that must never be left out."""
    needed = [fact for fact in facts if fact.needed]
    others = [fact for fact in facts if not fact.needed][: max(0, count - len(needed))]
    return [fact for fact in facts if fact in needed or fact in others]


def _set_all(facts: Sequence[Fact], scale: StepScale, room: float, noted: bool) -> list[SetFact] | None:
    placed = [set_fact(fact, room, scale.word, scale.note if noted else None, scale.least) for fact in facts]
    return None if None in placed else [fact for fact in placed if fact]
