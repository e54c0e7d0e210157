"""How long things take: a step as often as its author asks, the ways to do it shorter or longer, changeovers."""

from functools import cache
from itertools import accumulate
from math import ceil
from typing import Annotated

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from cardgen.files import DATA
from cardgen.model.action import Action
from cardgen.model.amount import Bounds, Tempo
from cardgen.model.routine import Step, Variant
from cardgen.model.vocabulary import About, Technique
from cardgen.planning.choice import Stands
from cardgen.reading.models import Model, read_document

GRAIN = 30
"""A time that may be shorter or longer changes by so many seconds."""
ROUNDING = 5
"""Estimates are multiples of so many seconds."""
MOST_RUNGS = 24
"""A wide range is not tried number by number, but in about so many steps."""

Seconds = Annotated[int, msgspec.Meta(ge=1, le=3600)]


class TechniqueTempo(Model, frozen=True):
    """Seconds of one stroke, and of going over the whole area once."""

    once: Seconds
    over: Seconds
    areas: dict[str, Seconds] = {}
    """One stroke, in areas where it differs."""


class Tempos(Model, frozen=True, kw_only=True):
    """Every duration that no author gives; in seconds where nothing else is said."""

    techniques: dict[str, TechniqueTempo]
    several: int
    """Times."""
    spots: int
    """Places."""
    usual_over: int
    """Times over the area."""
    moment: Seconds
    until: Seconds
    variant: Seconds
    turn_over: Seconds
    change_area: Seconds
    change_side: Seconds
    move: Seconds
    settle_and_rest: tuple[Seconds, Seconds]
    """The least and the usual."""
    lengths: dict[str, float]
    """Parts of the usual length."""


@cache
def tempos() -> Tempos:
    """The durations of `tempos.yaml`, which names their sources."""
    return read_document(DATA / "tempos.yaml", Tempos).model


class Dose(Struct, frozen=True):
    """One way to do a step on one side: how often, or how long, and with which variants."""

    seconds: int
    usual: int
    """Seconds of the usual way."""
    number: int | None = None
    """The number chosen from the author's range of times or passes."""
    variants: tuple[Variant, ...] = ()


def doses(step: Step, area: str) -> list[Dose]:
    """The ways to do a step, the shortest first; variants only beside the usual amount or more."""
    usual = usual_seconds(step, area)
    bounds = step.amounts[0].bounds
    bare = _counts(usual, bounds) if bounds else _times(step, usual)
    return bare + [
        replace(dose, seconds=dose.seconds + sum(map(_added, chosen)), variants=tuple(chosen))
        for dose in bare
        if dose.seconds >= usual
        for chosen in accumulate([variant] for variant in step.variants)
    ]


def _counts(usual: int, bounds: Bounds) -> list[Dose]:
    """A dose for each number of the author's range of repetitions; the usual number takes exactly the usual time."""
    counts = _rungs(bounds.least, bounds.usual, bounds.most, 1)
    times = [usual if count == bounds.usual else _round(usual * count / bounds.usual) for count in counts]
    return [Dose(time, usual, count) for time, count in zip(times, counts, strict=True)]


def _times(step: Step, usual: int) -> list[Dose]:
    """Doses from the author's shortest to the author's longest time."""
    given = step.minutes if isinstance(step.minutes, About) else About(about=usual / 60)
    least, most = (usual if bound is None else round(60 * bound) for bound in (given.least, given.most))
    return [Dose(time, usual) for time in _rungs(least, usual, most, GRAIN)]


def apply_dose(step: Step, dose: Dose) -> Step:
    """The step as it is done with a dose: its number of times, its minutes, its variants."""
    repeat = step.repeat
    if repeat and dose.number:
        repeat = repeat.with_count(dose.number)
    minutes: float | About | None = step.minutes
    if minutes is None or isinstance(minutes, About) or dose.seconds != dose.usual:
        minutes = About(about=dose.seconds / 60)
    return replace(step, repeat=repeat, minutes=minutes, variants=list(dose.variants))


def usual_seconds(step: Step, area: str) -> int:
    """Time of the usual amount on one side: the author's, else an estimate."""
    if step.minutes is None:
        return _round(sum(_estimate(action, area) for action in step.done))
    return round(60 * (step.minutes.about if isinstance(step.minutes, About) else step.minutes))


def on_sides(step: Step, seconds: int) -> int:
    """Seconds on all sides of a step that takes `seconds` on one."""
    return 2 * seconds + tempos().change_side if step.twice else seconds


def changeover(one: Stands, other: Stands) -> int:
    """Seconds from one step to the next: the longest of what changes in (receiver's position, area, giver's place)."""
    return next((time for time, a, b in zip(_change_times(), one, other, strict=True) if a != b), 0)


def _change_times() -> tuple[int, int, int]:
    return tempos().turn_over, tempos().change_area, tempos().move


def _estimate(action: Action, area: str) -> float:
    """Seconds of an action whose author gives no time."""
    return action.amounts[0].seconds(tempo(action.technique, area))


def tempo(technique: Technique, area: str) -> Tempo:
    """The tempo of a technique in a body area."""
    known = tempos()
    own = known.techniques[technique]
    return Tempo(
        once=own.areas.get(area, own.once),
        over=own.over,
        usual_over=known.usual_over,
        several=known.several,
        spots=known.spots,
        moment=known.moment,
        until=known.until,
    )


def _rungs(least: int, usual: int, most: int, grain: int) -> list[int]:
    """From least to most by way of the usual, `grain` apart, or farther in a wide range."""
    grain *= ceil(max(1, (most - least) / grain) / MOST_RUNGS)
    return sorted({least, most, *range(usual, least, -grain), *range(usual, most, grain)})


def _added(variant: Variant) -> int:
    return tempos().variant if variant.minutes is None else round(60 * variant.minutes)


def _round(time: float) -> int:
    return max(ROUNDING, ROUNDING * round(time / ROUNDING))
