"""What is known of the amounts of a step, as texts may say them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cardgen.model.action import Action
from cardgen.model.durations import Lasting, Rest, RestAfter
from cardgen.model.repetitions import Repetitions
from cardgen.model.routine import Routine, Step
from cardgen.planning.tempos import tempo
from cardgen.reading.amount_texts import count_beats


class KnownCounts(Struct, frozen=True):
    """How often some actions are done."""

    ones: frozenset[int]
    """How often, for one of those that it is for."""
    totals: frozenset[int]
    """The same, and for all of them together."""
    rounds: frozenset[tuple[int, int]]
    """Sets, and how often in each."""
    single: bool
    """Whether there is one such number, or one range of them."""
    shared: bool
    """Whether the number is for each of several."""
    rate: float
    """How often in a minute; 0 if nothing says it."""

    @property
    def whole(self) -> int:
        """How often at the most, everything together."""
        return max(self.totals)

    @property
    def least_limit(self) -> int:
        """The lowest number that a limit may be."""
        return max(self.ones) if self.single and not self.rounds else min(self.totals)


class KnownAmounts(Struct, frozen=True):
    """The amounts of some actions of a step."""

    counts: KnownCounts
    lengths: Sequence[Lasting]
    shared: bool
    """Whether any amount is for each of several, a length of time too."""
    twice: bool
    """Whether all of it is done on one side, then on the other."""
    stroke: float
    """Seconds of one repetition whose length nothing states; 0 if something does."""
    beats: int
    """To how many they count; 0 if they do not."""

    @property
    def rests(self) -> Sequence[Lasting]:
        """The lengths of time without work."""
        return [length for length in self.lengths if isinstance(length, Rest | RestAfter)]


def known_amounts(step: Step, actions: Sequence[Action], routine: Routine) -> KnownAmounts:
    """The amounts of all of a step, or of some of its actions."""
    amounts = [amount for action in actions for amount in step.amounts_of(action)]
    counted = [amount for amount in amounts if isinstance(amount, Repetitions)]
    twice = step.twice or bool(routine.sides and not step.once)
    beats = next((action.measure.count for action in actions if action.measure.count), None)
    return KnownAmounts(
        _counts(counted, step, 2 if twice else 1),
        lengths=[amount for amount in amounts if isinstance(amount, Lasting)],
        shared=any(amount.share for amount in amounts),
        twice=twice,
        stroke=_stroke(step, actions, counted, step.area or routine.area),
        beats=count_beats(str(beats)) if beats else 0,
    )


def _counts(counted: Sequence[Repetitions], step: Step, sides: int) -> KnownCounts:
    sets = {amount.counted.sets for amount in counted if amount.counted.sets}
    return KnownCounts(
        frozenset(sets.union(*map(_times, counted))),
        frozenset(sets.union(*(_totals(amount, step, sides) for amount in counted))),
        frozenset(
            (amount.counted.sets, times) for amount in counted if amount.counted.sets for times in _times(amount)
        ),
        single=len(counted) == 1,
        shared=any(amount.share.each for amount in counted),
        rate=_rate(counted),
    )


def _times(amount: Repetitions) -> range:
    """Every number of times in an amount; none for several."""
    return range(amount.counted.least, amount.counted.most + 1) if amount.counted.most else range(0)


def _totals(amount: Repetitions, step: Step, sides: int) -> Iterator[int]:
    """The numbers of times, and those of all places, sides or sets together."""
    places = amount.share.count(tempo(step.technique, "back"))
    for together in (1, places, sides, places * sides, amount.counted.sets or 1):
        yield from (times * together for times in _times(amount))


def _rate(counted: Sequence[Repetitions]) -> float:
    """How often in a minute: the beat, or else what the rhythm means; 0 if neither is given."""
    cycles = [amount.cycle for amount in counted]
    beats = [float(cycle.beat) for cycle in cycles if cycle.beat]
    rhythms = [60 / cycle.every.usual for cycle in cycles if cycle.every and cycle.every.unit == "s"]
    return next(iter((*beats, *rhythms)), 0.0)


def _stroke(step: Step, actions: Sequence[Action], counted: Sequence[Repetitions], area: str) -> float:
    """Seconds of one time of the only action, if its author says only how often."""
    amounts = step.amounts_of(actions[0])
    if len(actions) > 1 or not counted or len(amounts) > 1 or step.minutes is not None:
        return 0
    return counted[0].stroke(tempo(actions[0].technique, area)) if counted[0].counted.most else 0
