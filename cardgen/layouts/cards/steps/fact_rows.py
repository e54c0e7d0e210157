"""Facts in rows on the front of a step card: a kind of fact has the same row on every card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from math import inf

from cardgen.layouts.cards.steps.broken_facts import (
    NOTES,
    WORD_GAP,
    Notes,
    RowFact,
    gap_of_facts,
    has_broken_word,
    ways_to_break,
)
from cardgen.layouts.cards.steps.fact_scales import fact_scales
from cardgen.layouts.cards.steps.rows import FactRows
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.facts import keep_facts
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import SLACK
from cardgen.units import Box
from cardgen.wording.deck import MAIN_TOPICS, Fact

ROOMY_GAP = 0.35
"""Between facts in the rows of their kinds, of which some are empty, as a fraction of an icon."""
MOST_PITCH = 0.85
"""From a fact to the next one, at most, in squares of the front: a card with few of them has them where others do."""
LEAST_RANK = 2
"""Of facts that are neither amounts nor say which part works and which way."""


def draw_facts(
    sketch: Sketch,
    facts: Sequence[Fact],
    spare: Sequence[Fact],
    scales: Sequence[StepScale],
    room: Box,
    most: int,
    clear: float = inf,
) -> list[Fact]:
    """Draw as many facts as the room holds, but at most `most`; returns those left out, or without their note.

    `scales`: the sizes that they may have, the largest first. For a spare fact no other one but the time is left out,
    or loses its note, or becomes smaller. `clear`: the space between the room and the text above it.
    """
    rows, scale = _largest(facts, scales, room, most)
    if rows is None:
        if any(fact.needed for fact in facts):
            raise sketch.misfit("word beside an icon", ", ".join(fact.word for fact in facts))
        return [*facts, *spare]
    for closer in (scale, *(other for other in scales if other.icon == scale.icon and other.fact < scale.fact)):
        fuller = _with_spare(rows, facts, spare, closer, room, most)
        if fuller is not rows:
            rows, scale = fuller, closer
            break
    with sketch.tagged("L"):
        for fact, (top, height) in zip(rows.facts, rows.below(clear).rows, strict=True):
            y = room.y + top
            fact.draw(sketch, room.x, y + height / 2, scale.icon, WORD_GAP * scale.icon)
    whole = _whole(rows)
    return [fact for fact in (*facts, *spare) if fact not in whole]


def _largest(
    facts: Sequence[Fact], scales: Sequence[StepScale], room: Box, most: int
) -> tuple[FactRows | None, StepScale]:
    """The most facts at the largest size; for how long and where to be, not the size that each fact has of its own."""
    rows, scale, usual = None, scales[0], _usual_type(scales[0])
    for closer in scales:
        if rows and (len(rows.facts) >= min(most, len(facts)) and rows.least_type >= usual):
            break
        found = _choose(facts, closer, room, most)
        if found and (rows is None or _is_better(found, rows, closer)):
            rows, scale = found, closer
    return rows, scale


def _is_better(found: FactRows, rows: FactRows, scale: StepScale) -> bool:
    if scale.any_size:
        return _count_steering(found) > _count_steering(rows)
    return (len(found.facts), found.least_type) > (len(rows.facts), rows.least_type)


def _count_steering(rows: FactRows) -> int:
    """The number of facts about the amount, the part that works or the way, or that must stay."""
    return sum(fact.needed or _rank(fact) < LEAST_RANK for fact in rows.chosen)


def common_scale(columns: Sequence[tuple[Sequence[Fact], Box, int]], scale: StepScale) -> StepScale:
    """The largest scale at which every column shows all its facts in its number of rows, otherwise the smallest."""
    *others, last = fact_scales(scale)
    return next((each for each in others if all(_is_whole(*column, each) for column in columns)), last)


def _is_whole(facts: Sequence[Fact], room: Box, most: int, scale: StepScale) -> bool:
    rows = _choose(facts, scale, room, most) if facts else None
    return not facts or (rows is not None and len(rows.facts) == len(facts))


def _usual_type(scale: StepScale) -> float:
    """The size of the smallest type of facts that have room enough, in points."""
    return scale.fact_note or scale.fact


def _whole(rows: FactRows) -> list[Fact]:
    """The facts that are there with their notes."""
    return [fact for fact, placed in zip(rows.chosen, rows.facts, strict=True) if placed.note or not placed.fact.note]


def _with_spare(
    rows: FactRows, facts: Sequence[Fact], spare: Sequence[Fact], scale: StepScale, room: Box, most: int
) -> FactRows:
    """The rows with as many of the spare facts, the first ones first, as take nothing from the others but the time.

    A spare fact with a word too long for a line stays on the back.
    """
    if len(rows.facts) < len(facts):
        return rows
    kept = [fact for fact in _whole(rows) if fact.topic != "time"]
    for wanted in _fuller(facts, spare):
        fuller = _choose(wanted, scale, room, most) if len(wanted) <= most else None
        is_whole = fuller and len(fuller.facts) == len(wanted) and all(fact in _whole(fuller) for fact in kept)
        if fuller and is_whole and not any(map(has_broken_word, fuller.facts[len(facts) - len(wanted) :])):
            return fuller
    return rows


def _fuller(facts: Sequence[Fact], spare: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
    """The facts with spare ones, the most first; at last a note on the amount instead of the time."""
    for count in range(len(spare), 0, -1):
        yield [*facts, *spare[:count]]
    if notes := [fact for fact in spare if fact.topic == "note"]:
        yield [*(fact for fact in facts if fact.topic != "time"), *notes]


def choose_facts(facts: Sequence[Fact], count: int) -> list[Fact]:
    """The first `count` facts, and all that must never be left out."""
    needed = [fact for fact in facts if fact.needed]
    ranked = sorted((fact for fact in facts if not fact.needed), key=_rank)
    others = ranked[: max(0, count - len(needed))]
    return keep_facts(facts, [*needed, *others])


def _rank(fact: Fact) -> int:
    """Amounts first, then which part works and which way, then all others."""
    return 0 if fact.amount else 1 if fact.topic in ("side", *MAIN_TOPICS) else LEAST_RANK


def _choose(facts: Sequence[Fact], scale: StepScale, room: Box, most: int) -> FactRows | None:
    """The most facts that fit: each in the row of its kind, else closer together, else without their notes.

    The notes of facts that must never be left out are worth more than other facts.
    """
    needed = sum(fact.needed for fact in facts)
    counts = range(max(needed, min(most, len(facts))), 0, -1)
    for notes, count in product(NOTES, counts):
        ways = _ways_to_set(choose_facts(facts, count), scale, room, most, notes)
        if rows := _most_readable(ways, scale):
            return rows
    return None


def _ways_to_set(
    chosen: Sequence[Fact], scale: StepScale, room: Box, most: int, notes: Notes
) -> Iterator[FactRows | None]:
    """The facts in the rows of their kinds, in as many rows as they need, and in rows of different heights."""
    count, gap, widest = len(chosen), gap_of_facts(scale), MOST_PITCH * scale.square - scale.icon
    broken = [list(ways_to_break(fact, scale, room.width, notes)) for fact in chosen]
    if own := _own_rows(chosen, most):
        apart = gap if count == most else max(gap, ROOMY_GAP * scale.icon)
        yield _set_rows(chosen, broken, room.height, own, most, apart, widest)
    yield _set_rows(chosen, broken, room.height, range(count), count, gap, widest)
    yield _set_uneven_rows(chosen, broken, room.height, gap, widest)


def _most_readable(ways: Iterator[FactRows | None], scale: StepScale) -> FactRows | None:
    """Of those that fit, the first whose smallest type is as large as it can be, with as many notes as there can be."""
    best, found = (0.0, 0), None
    for rows in ways:
        if rows and (rows.least_type, rows.notes) > best:
            best, found = (rows.least_type, rows.notes), rows
        if found and best[0] >= _usual_type(scale) and len(_whole(found)) == len(found.chosen):
            break
    return found


def _own_rows(facts: Sequence[Fact], count: int) -> list[int]:
    """A row for each of the main topics, the last one for another fact; empty when two facts would share one."""
    rows = [MAIN_TOPICS.index(fact.topic) if fact.topic in MAIN_TOPICS else count - 1 for fact in facts]
    return rows if count > len(MAIN_TOPICS) and sorted(set(rows)) == rows else []


def _set_rows(
    facts: Sequence[Fact],
    broken: Sequence[Sequence[RowFact]],
    room: float,
    places: Sequence[int],
    count: int,
    gap: float,
    widest: float,
) -> FactRows | None:
    """Facts in `count` rows, at least `gap` and at most `widest` apart; None when one has no room in its row."""
    share = (room - gap * (count - 1)) / count + SLACK
    found = [next((way for way in ways if way.height <= share), None) for ways in broken]
    fitting = [way for way in found if way]
    if len(fitting) < len(found):
        return None
    height = max(way.height for way in fitting)
    pitch = min((room - height) / max(1, count - 1), height + widest)
    return FactRows(facts, [way.placed for way in fitting], [(place * pitch, height) for place in places])


def _set_uneven_rows(
    facts: Sequence[Fact], broken: Sequence[Sequence[RowFact]], room: float, least: float, widest: float
) -> FactRows | None:
    """Facts in rows as high as each needs, at most `widest` apart; None when they do not fit `least` points apart."""
    fitting, gaps = [[way for way in ways if way.height <= room + SLACK] for ways in broken], max(1, len(facts) - 1)
    lowest = sum(min((way.height for way in ways), default=inf) for ways in fitting)
    for found in product(*fitting) if room - lowest >= (least - SLACK) * gaps else ():
        heights = [way.height for way in found]
        gap = min((room - sum(heights)) / gaps, widest)
        if found and gap >= least - SLACK:
            tops = accumulate((height + gap for height in heights[:-1]), initial=0.0)
            return FactRows(facts, [way.placed for way in found], list(zip(tops, heights, strict=True)))
    return None
