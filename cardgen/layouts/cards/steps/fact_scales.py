"""The sizes that the facts of a step card may have: one for all facts of a card."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from cardgen.layouts.cards.steps.scale import StepScale

SMALLER, SMALLEST = 6 / 7, 0.8
"""Size of words, then of icons too, where facts lack room, and the last one, as fractions of the usual one."""


@lru_cache(maxsize=16)
def fact_scales(scale: StepScale) -> tuple[StepScale, ...]:
    """The scale, and the same with smaller words, with smaller icons too, and with both as small as they can be.

    All facts of a card have one size; only the smallest may each be as large as they fit. Words below icons are at last
    next to them, which takes less height.
    """
    small, icon = max(scale.least_fact, SMALLER * scale.fact), SMALLER * scale.icon
    usual = replace(scale, least_fact=scale.fact, one_line=True)
    words = replace(scale, fact=small, least_fact=small, fact_note=_note(scale, small))
    last = max(scale.least_fact, SMALLEST * scale.fact)
    smallest = replace(scale, icon=SMALLEST * scale.icon, fact=last, fact_note=_note(scale, last), any_size=True)
    beside = (replace(smallest, words_below_icons=False),) if scale.words_below_icons else ()
    return usual, words, replace(words, icon=icon), smallest, *beside


def _note(scale: StepScale, word: float) -> float | None:
    """The size of notes below words of a size."""
    return scale.fact_note and min(scale.fact_note, word)
