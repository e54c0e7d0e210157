"""Facts in rows on the front of a step card: a kind of fact has the same row on every card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.facts import SetFact, set_fact
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import MM, Box
from cardgen.wording.deck import Fact

FACT_GAP = 1.3 * MM
"""The least distance between two facts."""
WORD_GAP = 0.25
"""Between an icon and the words beside it, as a part of the icon."""
WORD_DROP = 0.9 * MM
"""Between an icon and the words below it."""
SLACK = 1e-6
"""Less than any printer can show, in points."""
TOPICS = ("hands", "way", "pressure")
"""The kinds of facts that have a row of their own; the last row is for the most important one of the others."""


class FactRows(Struct, frozen=True):
    """Facts broken into lines, in rows of one height."""

    facts: Sequence[SetFact]
    places: Sequence[int]
    """The row of each fact."""
    height: float
    pitch: float
    """From one row to the next."""


def draw_facts(sketch: Sketch, facts: Sequence[Fact], scale: StepScale, room: Box, most: int) -> list[Fact]:
    """Draw as many facts as the room holds, but at most `most`; returns those left out, or without their note."""
    rows = _choose(facts, scale, room, most)
    if rows is None:
        if any(fact.needed for fact in facts):
            raise sketch.misfit("word beside an icon", ", ".join(fact.word for fact in facts))
        return list(facts)
    with sketch.tagged("L"):
        for fact, place in zip(rows.facts, rows.places, strict=True):
            y = room.y + place * rows.pitch
            if scale.words_below_icons:
                fact.draw_apart(sketch, (room.x, y), scale.icon, (room.x, y + scale.icon + WORD_DROP))
            else:
                fact.draw(sketch, room.x, y + rows.height / 2, scale.icon, WORD_GAP * scale.icon)
    whole = [placed.fact for placed in rows.facts if placed.note or not placed.fact.note]
    return [fact for fact in facts if fact not in whole]


def choose_facts(facts: Sequence[Fact], count: int) -> list[Fact]:
    """The first `count` facts, and all that must never be left out."""
    needed = [fact for fact in facts if fact.needed]
    others = [fact for fact in facts if not fact.needed][: max(0, count - len(needed))]
    return [fact for fact in facts if fact in needed or fact in others]


def least_height(facts: Sequence[Fact], scale: StepScale, room: float) -> float | None:
    """The least height of the facts that must never be left out; None when `room` points are too narrow for one."""
    needed = [_set_fact(fact, scale, room, None) for fact in facts if fact.needed]
    found = [fact for fact in needed if fact]
    if len(found) < len(needed):
        return None
    height = max((_height(fact, scale) for fact in found), default=0.0)
    return len(found) * height + FACT_GAP * max(0, len(found) - 1)


def _choose(facts: Sequence[Fact], scale: StepScale, room: Box, most: int) -> FactRows | None:
    """The most facts that fit: each in the row of its kind, else closer together, else without their notes."""
    for count in range(min(most, len(facts)), 0, -1):
        chosen = choose_facts(facts, count)
        own = _own_rows(chosen, most)
        for places in (own, range(len(chosen))) if own else (range(len(chosen)),):
            if rows := _set_rows(chosen, scale, room, places, places[-1] + 1 if places is not own else most):
                return rows
    return None


def _own_rows(facts: Sequence[Fact], count: int) -> list[int]:
    """The row of each fact by its kind; empty when two facts would share one."""
    rows = [TOPICS.index(fact.topic) if fact.topic in TOPICS else count - 1 for fact in facts]
    return rows if count > len(TOPICS) and sorted(set(rows)) == rows else []


def _set_rows(facts: Sequence[Fact], scale: StepScale, room: Box, places: Sequence[int], count: int) -> FactRows | None:
    """Facts in `count` rows that fill the room; None when one of them does not fit in its row."""
    share = (room.height - FACT_GAP * (count - 1)) / count
    facts_set = [next(_fitting(fact, scale, room.width, share), None) for fact in facts]
    found = [fact for fact in facts_set if fact]
    if len(found) < len(facts):
        return None
    height = max(_height(fact, scale) for fact in found)
    return FactRows(found, places, height, (room.height - height) / max(1, count - 1))


def _fitting(fact: Fact, scale: StepScale, room: float, most: float) -> Iterator[SetFact]:
    """A fact with its note and without it, where that is at most `most` points high."""
    for note in (scale.fact_note, None) if scale.fact_note else (None,):
        placed = _set_fact(fact, scale, room, note)
        if placed and _height(placed, scale) <= most + SLACK:
            yield placed


def _set_fact(fact: Fact, scale: StepScale, room: float, note: float | None) -> SetFact | None:
    words = room if scale.words_below_icons else room - (1 + WORD_GAP) * scale.icon
    return set_fact(fact, words, scale.fact, note, scale.least_fact)


def _height(fact: SetFact, scale: StepScale) -> float:
    return scale.icon + WORD_DROP + fact.height if scale.words_below_icons else max(scale.icon, fact.height)
