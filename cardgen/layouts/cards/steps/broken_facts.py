"""A fact of a front broken into lines, in every way that reads well, and the height that it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from cardgen.characters import SOFT_HYPHEN
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.facts import SetFact, set_fact
from cardgen.units import MM
from cardgen.wording.deck import Fact

FACT_GAP, LEAST_FACT_GAP = 0.22, 1.3 * MM
"""Between facts with notes, as a fraction of an icon, so that they do not read as one text; the least of any."""
APART = 0.22
"""Added, half above and half below, to the gaps of a fact whose words are higher than its icon, in type sizes: no line
is as close to the next fact as to the other lines of its own. A note is told apart by its lighter type."""
WORD_GAP = 0.25
"""Between an icon and the words next to it, as a fraction of the icon."""
Notes = Literal["all", "hands", "none"]
NOTES: tuple[Notes, ...] = ("all", "hands", "none")
"""Whose notes stay, the most important first; that of the hands may name a different part than their word."""
MeasureFact = Callable[[Fact, StepScale, float], float | None]
"""`fact_height`, or what remembers it."""


class RowFact(NamedTuple):
    """A fact broken into lines, and the height that it takes with its icon."""

    placed: SetFact
    height: float


def ways_to_break(fact: Fact, scale: StepScale, room: float, notes: Notes) -> Iterator[RowFact]:
    """A fact with its note, with a needed note next to the word, and without it.

    `notes`: the facts that must never be left out whose notes are there, too.
    """
    needed = bool(fact.needed and fact.note)
    beside = [(replace(fact, word=fact.line, note=""), None)] if needed and _is_crowded(scale) else []
    below = [(fact, scale.fact_note)] if scale.fact_note and fact.note else []
    bare = [] if needed and (fact.note_needed or notes in ("all", fact.topic)) else [(fact, None)]
    for given, note in (*below, *beside, *bare):
        placed = _set_fact(given, scale, room, note)
        if placed and not _is_ugly(placed, scale):
            apart = 0 if placed.note else APART * placed.word.size
            yield RowFact(placed, max(scale.icon, placed.height + apart))


def least_height(facts: Sequence[Fact], scale: StepScale, room: float, measure: MeasureFact) -> float | None:
    """The least height of the facts that must never be left out; None when `room` points are too narrow for one."""
    heights = [measure(fact, scale, room) for fact in facts if fact.needed]
    known = [height for height in heights if height is not None]
    if len(known) < len(heights):
        return None
    return sum(known) + gap_of_facts(scale) * max(0, len(known) - 1)


def fact_height(fact: Fact, scale: StepScale, room: float) -> float | None:
    """The least height of a fact that must never be left out; None when `room` points are too narrow for it.

    Hands keep their note, which may name a different part than the word.
    """
    return min((way.height for way in ways_to_break(fact, scale, room, "hands")), default=None)


def has_broken_word(placed: SetFact) -> bool:
    """Whether a word is broken at a hyphen that it does not have itself."""
    word = placed.fact.word
    return SOFT_HYPHEN not in word and "".join(placed.word.lines).replace(" ", "") != word.replace(" ", "")


def _is_crowded(scale: StepScale) -> bool:
    """Whether notes may be in one text with their words: nothing else has room."""
    return scale.any_size or not scale.fact_note


def _is_ugly(fact: SetFact, scale: StepScale) -> bool:
    """Whether smaller type reads better: a word over a note has more lines than one, or any word is broken."""
    high = scale.one_line and fact.note and len(fact.word.lines) > 1
    return bool(high) or (not scale.broken_words and has_broken_word(fact))


def _set_fact(fact: Fact, scale: StepScale, room: float, note: float | None) -> SetFact | None:
    return set_fact(fact, room - (1 + WORD_GAP) * scale.icon, scale.fact, note, scale.least_fact, long=scale.any_size)


def gap_of_facts(scale: StepScale) -> float:
    """The least distance between two facts: those with notes must not read as one text."""
    wide = scale.fact_note and not scale.any_size
    return max(LEAST_FACT_GAP, FACT_GAP * scale.icon) if wide else LEAST_FACT_GAP
