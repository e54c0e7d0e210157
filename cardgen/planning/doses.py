"""The doses of a step: ways to do it shorter or longer, and the time of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil, inf

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.action import Action
from cardgen.model.amount import Amount, Bounds
from cardgen.model.durations import Extent, Hold, Lasting, Rest, RestAfter, Then, Time, Until
from cardgen.model.repetitions import Repetitions
from cardgen.model.routine import Step, Variant
from cardgen.model.tempo import Tempo
from cardgen.model.vocabulary import About
from cardgen.planning.tempos import (
    ROUNDING,
    least_useful_seconds,
    round_seconds,
    seconds_on_sides,
    tempo,
    tempos,
)
from cardgen.reading.amount_texts import count_spots

GRAIN, MINUTE = 15, 60
"""A range of times is tried in quarters of a minute; below one minute, in steps of five seconds."""
MOST_RUNGS = 24
"""A wider range is tried in about this many steps."""
QUICKEST: dict[str, float] = {
    "once": 0, "ease": 0, "over": 0, "several": 0, "spots": 1, "moment": 0, "until": 0, "breath": 3, "slow_breath": 4,
    "change_side": 0,
}  # fmt: skip
"""A tempo that adds nothing to what an author states, with the shortest breaths."""
SLOWEST: dict[str, float] = {"breath": 10, "slow_breath": 15, "change_side": 60}
"""The longest breaths and changes of side."""


class Dose(Struct, frozen=True):
    """One way to do a step on one side: how often or how long, and with which variants."""

    seconds: int
    usual: int
    """Seconds of the usual way."""
    count: int | None = None
    """The number chosen from the author's range of repetitions."""
    variants: tuple[Variant, ...] = ()

    @property
    def shorter(self) -> bool:
        return self.seconds < self.usual


def doses(step: Step, area: str) -> list[Dose]:
    """The ways to do a step, the shortest first; variants come after the usual amount, and before more of it."""
    usual = usual_seconds(step, area)
    bounds = step.amounts[0].bounds
    bare = _counts(usual, bounds) if bounds else _times(step, area, usual)
    count = bounds.usual if bounds else None
    at = next(place for place, dose in enumerate(bare) if (dose.seconds, dose.count) == (usual, count))
    varied = [_with(bare[at], chosen) for chosen in accumulate((variant,) for variant in step.variants)]
    return [*bare[: at + 1], *varied, *(_with(dose, tuple(step.variants)) for dose in bare[at + 1 :])]


def _with(dose: Dose, variants: tuple[Variant, ...]) -> Dose:
    return replace(dose, seconds=dose.seconds + sum(map(variant_seconds, variants)), variants=variants)


def _counts(usual: int, bounds: Bounds) -> list[Dose]:
    """A dose for each number of the author's range; the usual number takes exactly the usual time."""
    counts = range(bounds.least, bounds.most + 1, ceil((bounds.most - bounds.least + 1) / MOST_RUNGS))
    found = sorted({*counts, bounds.usual, bounds.most})
    times = [usual if count == bounds.usual else round_seconds(usual * count / bounds.usual) for count in found]
    return [Dose(time, usual, count) for time, count in zip(times, found, strict=True)]


def _times(step: Step, area: str, usual: int) -> list[Dose]:
    """Doses from the least to the most."""
    given = step.minutes if isinstance(step.minutes, About) else About(about=usual / 60)
    most = usual if given.most is None else max(usual, _on_one_side(step, given.most))
    return [Dose(time, usual) for time in _rungs(least_seconds(step, area, usual), usual, most)]


def least_seconds(step: Step, area: str, usual: int) -> int:
    """The shortest time on one side: the author's, unless it is too short to do any good.

    An author who estimates the time of a step without a number lets it be shortened: to half of it at most.
    """
    useful = least_useful_seconds(step.technique, area)
    if isinstance(step.minutes, About) and step.minutes.least is not None:
        return min(usual, max(useful, _on_one_side(step, step.minutes.least)))
    estimated = step.minutes is None or isinstance(step.minutes, About)
    if estimated and not step.phases and isinstance(step.amounts[0], Extent | Until):
        return min(usual, max(useful, round_seconds(usual / 2)))
    return usual


def _rungs(least: int, usual: int, most: int) -> list[int]:
    """From least to most by way of the usual: quarters of a minute, below one minute five seconds apart."""
    short = range(least, min(most, MINUTE), ROUNDING)
    grain = GRAIN * ceil(max(1, (most - least) / GRAIN) / MOST_RUNGS)
    long = range(max(MINUTE, grain * ceil(least / grain)), most, grain)
    return sorted({least, usual, most, *short, *long})


def apply_dose(step: Step, dose: Dose) -> Step:
    """The step as it is done with a dose: its repetitions, its minutes, its variants."""
    repeat = step.measure.with_count(dose.count) if dose.count else step.repeat
    minutes: float | About | None = step.minutes
    if minutes is None or isinstance(minutes, About) or dose.seconds != dose.usual:
        seconds = seconds_on_sides(step, dose.seconds) if step.minutes_for == "both-sides" else dose.seconds
        minutes = About(about=seconds / 60)
    return replace(step, repeat=repeat, minutes=minutes, variants=list(dose.variants))


def usual_seconds(step: Step, area: str) -> int:
    """The time of the usual amount on one side: the author's, otherwise an estimate."""
    if step.minutes is None:
        return round_seconds(_estimate(step, area))
    return _on_one_side(step, step.minutes.about if isinstance(step.minutes, About) else step.minutes)


def _on_one_side(step: Step, minutes: float) -> int:
    """Seconds on one side, of minutes as the author gives them; what the author is sure of is not rounded."""
    seconds = 60 * minutes
    if step.minutes_for == "both-sides":
        seconds = (seconds - tempos().change_side) / 2
    return round_seconds(seconds) if isinstance(step.minutes, About) else max(1, round(seconds))


def stated_seconds(step: Step, area: str) -> tuple[float, float]:
    """The least and the most that the author's own numbers take on one side; infinite if they do not say how long."""
    steady = all(_is_timed(step.amounts_of(action)[0]) for action in step.done) and not step.variants
    least = sum(_seconds(step, action, replace(_tempo(action, area), **QUICKEST)) for action in step.done)
    most = sum(_seconds(step, action, replace(_tempo(action, area), **SLOWEST)) for action in step.done)
    return least, most if steady else inf


def allowed_seconds(step: Step, area: str) -> float:
    """The most that the author allows on one side: "until it eases, at most 2 min"; infinite if nothing says so."""
    first, own = step.amounts[0], replace(_tempo(step, area), **SLOWEST, until=inf)
    if step.phases or step.variants or _has_unknown_spots(first):
        return inf
    if isinstance(first, Until) and first.longest:
        return first.seconds(own)
    if any(amount.limits_all for amount in step.amounts):
        return _seconds(step, step.done[0], own)
    each = isinstance(first, Repetitions) and first.cycle.longest and first.counted.most and not first.bounds
    return _seconds(step, step.done[0], own) if each else inf


def _has_unknown_spots(amount: Amount) -> bool:
    return amount.share.each == "spot" or bool(amount.share.spots and not count_spots(amount.share.spots))


def _is_timed(amount: Amount) -> bool:
    """Whether an amount has a length that follows from its numbers alone."""
    if _has_unknown_spots(amount):
        return False
    if isinstance(amount, Repetitions):
        cycle = amount.cycle
        return bool(amount.counted.most and (cycle.every or cycle.lasting or cycle.beats or cycle.hold))
    return isinstance(amount, Time | Hold | Rest | RestAfter) and amount.span.unit != "moment"


def _estimate(step: Step, area: str) -> float:
    """Seconds of what the hands do, without a stated time; an amount of the step itself is for all of its phases."""
    once = sum(_seconds(step, action, _tempo(action, area)) for action in step.done)
    if not (step.phases and step.repeat):
        return once
    whole, own = step.amounts[0], _tempo(step, area)
    if isinstance(whole, Repetitions):
        once = whole.share.count(own) * whole.usual(own) * once + whole.share.changes(own)
    elif isinstance(whole, Lasting) and not (whole.follows or whole.limits_all):
        once = whole.seconds(own)
    return _within(step.amounts, once, own) + _after(step.amounts[1:], own)


def _tempo(action: Action, area: str) -> Tempo:
    """The tempo of what the hands do, which goes nowhere without a direction."""
    return tempo(action.technique, area, moves=any(way.way != "still" for way in action.ways))


def _seconds(step: Step, action: Action, own: Tempo) -> float:
    """Seconds of what the hands do at a tempo."""
    first, *others = step.amounts_of(action)
    added = 0.0
    if not isinstance(first, Repetitions):
        count = first.share.count(own)
        added = sum((count - _is_between(amount)) * amount.once(own) for amount in others if amount.adds)
    return _within(others, first.seconds(own) + added, own) + _next(first, others, own) + _after(others, own)


def _is_between(amount: Amount) -> bool:
    """Whether there is one fewer of it than of what it comes between."""
    return isinstance(amount, Rest) and amount.between == "spots"


def _next(first: Amount, others: Sequence[Amount], own: Tempo) -> float:
    """Seconds of what follows the first amount, on all sides and spots, as far as the author says how much."""
    once = first.one(own) if isinstance(first, Repetitions) else own.once
    found = (amount.seconds_beside(once, own) for amount in others if isinstance(amount, Then))
    return first.share.count(own) * sum(found)


def _within(amounts: Sequence[Amount], seconds: float, own: Tempo) -> float:
    """Seconds, or fewer if a limit ends it earlier."""
    return min(seconds, *(amount.once(own) for amount in amounts if amount.limits_all), inf)


def _after(amounts: Sequence[Amount], own: Tempo) -> float:
    """Seconds of anything that comes once, after everything else."""
    return sum(amount.once(own) for amount in amounts if amount.follows)


def variant_seconds(variant: Variant) -> int:
    """Seconds of a variant on one side."""
    return tempos().variant if variant.minutes is None else round_seconds(60 * variant.minutes)
