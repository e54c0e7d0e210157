"""The sizes that the facts of a step card may have: one for all facts of a card."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.units import MM

SMALLER, SMALLEST = 6 / 7, 0.8
"""Size of words, then of icons too, where facts lack room, and the last one, as fractions of the usual one."""
LEAST_ICON = 6.4 * MM
"""The least size of an icon that is told from others at a massage table, in dim light."""


@lru_cache(maxsize=16)
def fact_scales(scale: StepScale) -> tuple[StepScale, ...]:
    """The scale, and the same with smaller words, with smaller icons too, and with both as small as they can be.

    All facts of a card have one size; only the smallest may each be as large as they fit; at last words are broken.
    """
    small, icon = max(scale.least_fact, SMALLER * scale.fact), _icon(scale, SMALLER)
    usual = replace(scale, least_fact=scale.fact, one_line=True)
    words = replace(scale, fact=small, least_fact=small, fact_note=_note(scale, small))
    last = max(scale.least_fact, SMALLEST * scale.fact)
    smallest = replace(scale, icon=_icon(scale, SMALLEST), fact=last, fact_note=_note(scale, last), any_size=True)
    return usual, words, replace(words, icon=icon), smallest, replace(smallest, broken_words=True)


def _icon(scale: StepScale, part: float) -> float:
    """The size of icons that are this part of the usual one, but not too small to tell apart."""
    return min(scale.icon, max(LEAST_ICON, part * scale.icon))


def _note(scale: StepScale, word: float) -> float | None:
    """The size of notes below words of a size."""
    return scale.fact_note and min(scale.fact_note, word)
