"""The doses of a step: ways to do it shorter or longer, and the time of each."""

from __future__ import annotations

from itertools import accumulate
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.action import Action
from cardgen.model.amount import Bounds
from cardgen.model.routine import Step, Variant
from cardgen.model.vocabulary import About
from cardgen.planning.tempos import tempo, tempos

GRAIN = 30
"""A range of times is tried in steps of this many seconds."""
ROUNDING = 5
"""Estimates are multiples of this many seconds."""
MOST_RUNGS = 24
"""A wider range is tried in about this many steps."""


class Dose(Struct, frozen=True):
    """One way to do a step on one side: how often or how long, and with which variants."""

    seconds: int
    usual: int
    """Seconds of the usual way."""
    count: int | None = None
    """The number chosen from the author's range of repetitions."""
    variants: tuple[Variant, ...] = ()


def doses(step: Step, area: str) -> list[Dose]:
    """The ways to do a step, the shortest first; variants come only with the usual amount or more."""
    usual = usual_seconds(step, area)
    bounds = step.amounts[0].bounds
    bare = _counts(usual, bounds) if bounds else _times(step, usual)
    return bare + [
        replace(dose, seconds=dose.seconds + sum(map(_variant_seconds, chosen)), variants=tuple(chosen))
        for dose in bare
        if dose.seconds >= usual
        for chosen in accumulate([variant] for variant in step.variants)
    ]


def _counts(usual: int, bounds: Bounds) -> list[Dose]:
    """A dose for each number of the author's range; the usual number takes exactly the usual time."""
    counts = _rungs(bounds.least, bounds.usual, bounds.most, 1)
    times = [usual if count == bounds.usual else _round(usual * count / bounds.usual) for count in counts]
    return [Dose(time, usual, count) for time, count in zip(times, counts, strict=True)]


def _times(step: Step, usual: int) -> list[Dose]:
    """Doses from the author's shortest time to the longest."""
    given = step.minutes if isinstance(step.minutes, About) else About(about=usual / 60)
    least, most = (usual if bound is None else round(60 * bound) for bound in (given.least, given.most))
    return [Dose(time, usual) for time in _rungs(least, usual, most, GRAIN)]


def _rungs(least: int, usual: int, most: int, grain: int) -> list[int]:
    """From least to most by way of the usual, `grain` apart, or more in a wide range."""
    grain *= ceil(max(1, (most - least) / grain) / MOST_RUNGS)
    return sorted({least, most, *range(usual, least, -grain), *range(usual, most, grain)})


def apply_dose(step: Step, dose: Dose) -> Step:
    """The step as it is done with a dose: its repetitions, its minutes, its variants."""
    repeat = step.repeat
    if repeat and dose.count:
        repeat = repeat.with_count(dose.count)
    minutes: float | About | None = step.minutes
    if minutes is None or isinstance(minutes, About) or dose.seconds != dose.usual:
        minutes = About(about=dose.seconds / 60)
    return replace(step, repeat=repeat, minutes=minutes, variants=list(dose.variants))


def usual_seconds(step: Step, area: str) -> int:
    """The time of the usual amount on one side: the author's, or else an estimate."""
    if step.minutes is None:
        return _round(sum(_estimate(action, area) for action in step.done))
    return round(60 * (step.minutes.about if isinstance(step.minutes, About) else step.minutes))


def _estimate(action: Action, area: str) -> float:
    """Seconds of an action without a stated time."""
    return action.amounts[0].seconds(tempo(action.technique, area))


def _variant_seconds(variant: Variant) -> int:
    return tempos().variant if variant.minutes is None else round(60 * variant.minutes)


def _round(time: float) -> int:
    return max(ROUNDING, ROUNDING * round(time / ROUNDING))
