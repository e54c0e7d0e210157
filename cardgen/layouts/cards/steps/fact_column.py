"""A column of facts on the front of a step card: as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.facts import SetFact, set_fact
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import MM, Box
from cardgen.wording.deck import Fact

FACT_GAP = 1.3 * MM
"""The least distance between two facts."""
STACK_GAP = 2.2 * MM
"""The same, when their words are below their icons."""
WORD_GAP = 0.9 * MM
"""Between an icon and the word below it."""

SMALLER_ICONS = (0.9, 0.8, 0.72)
"""Sizes of icons that leave room for notes, as parts of the usual one."""


def fact_gap(icon: float, words_below: bool) -> float:
    """The least distance between two facts with icons of this size, in points."""
    return STACK_GAP if words_below else max(FACT_GAP, 0.075 * icon)


class FactColumn(Struct, frozen=True):
    """Facts that fit below each other in a box, and the size of their icons."""

    facts: Sequence[SetFact]
    icon: float
    words_below: bool
    """Whether the words are below the icons, not beside them."""

    def least_height(self, gaps: int) -> float:
        """The height of all facts, with this number of gaps between them."""
        return sum(map(self.height, self.facts)) + fact_gap(self.icon, self.words_below) * gaps

    def height(self, fact: SetFact) -> float:
        return self.icon + WORD_GAP + fact.height if self.words_below else max(self.icon, fact.height)

    def draw(self, sketch: Sketch, fact: SetFact, x: float, y: float) -> None:
        """Draw one of the facts, its top left at x, y."""
        if self.words_below:
            fact.draw_apart(sketch, (x, y), self.icon, (x, y + self.icon + WORD_GAP))
        else:
            fact.draw(sketch, x, y + self.height(fact) / 2, self.icon, 0.25 * self.icon)


def draw_facts(sketch: Sketch, facts: Sequence[Fact], scale: StepScale, room: Box, most: int) -> list[Fact]:
    """Draw as many facts as the room holds, evenly spaced; returns those that are left out, or only lack their note."""
    column = _choose(sketch, facts, scale, room, most)
    heights = [column.height(fact) for fact in column.facts]
    spare = room.height - sum(heights)
    between = min(spare / max(1, len(heights) - 1), 0.6 * scale.fact_icon)
    y = room.y
    with sketch.tagged("L"):
        for fact, height in zip(column.facts, heights, strict=True):
            column.draw(sketch, fact, room.x, y)
            y += height + between
    whole = [placed.fact for placed in column.facts if placed.note or not placed.fact.note]
    return [fact for fact in facts if fact not in whole]


def _choose(sketch: Sketch, facts: Sequence[Fact], scale: StepScale, room: Box, most: int) -> FactColumn:
    """The most facts that fit: icons shrink a little, then notes are left out, then the least important facts go.

    Facts that must never be left out may be closer to each other than others.
    """
    for count in range(min(most, len(facts)), 0, -1):
        for column in _columns(_most_important(facts, count), scale, room.width):
            if column.least_height(gaps=count - 1) <= room.height:
                return column
    if not facts:
        return FactColumn((), scale.fact_icon, scale.words_below_icons)
    raise sketch.misfit("word beside an icon", ", ".join(fact.word for fact in facts))


def least_facts_height(facts: Sequence[Fact], scale: StepScale, room: float) -> float:
    """The least height of the facts that a front must have, `room` points wide; 0 when none can be that narrow."""
    needed = _most_important(facts, 1)
    heights = (column.least_height(gaps=len(needed) - 1) for column in _columns(needed, scale, room))
    return min(heights, default=0)


def _columns(facts: Sequence[Fact], scale: StepScale, room: float) -> Iterator[FactColumn]:
    """The columns of these facts to try, `room` points wide, the best first.

    A word that is too long beside its icon may fit below it.
    """
    least = scale.least_fact_icon
    smaller = [max(part * scale.fact_icon, least) for part in SMALLER_ICONS]
    sizes = (*product((True, False), (scale.fact_icon, *smaller)), (True, least), (False, least))
    for below, (noted, icon) in product((True,) if scale.words_below_icons else (False, True), sizes):
        words = room - (0 if below else 1.25 * icon)
        if placed := _set_all(facts, scale, words, noted):
            yield FactColumn(placed, icon, below)


def _most_important(facts: Sequence[Fact], count: int) -> list[Fact]:
    """The first `count` facts, and all that must never be left out."""
    needed = [fact for fact in facts if fact.needed]
    others = [fact for fact in facts if not fact.needed][: max(0, count - len(needed))]
    return [fact for fact in facts if fact in needed or fact in others]


def _set_all(facts: Sequence[Fact], scale: StepScale, room: float, noted: bool) -> list[SetFact] | None:
    """Break facts into lines, with their notes or without; None when one of them is too wide."""
    placed = [set_fact(fact, room, scale.fact, scale.fact_note if noted else None, scale.least) for fact in facts]
    return None if None in placed else [fact for fact in placed if fact]
