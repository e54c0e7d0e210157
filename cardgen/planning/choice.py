"""Chooses what to do in a given time: exact, by priorities that never trade off against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cardgen.errors import Fault, UserError

LEVELS = ("more", "rest", "extra", "detail", "usual")
"""What time is worth, the least first: any gain on a later level outweighs every gain on those before it.

`usual`: the usual amount of what must stay. `detail`, `extra`: steps that may go. `rest`: settling in and resting.
`more`: more than the usual amount, and optional variants. Above them all: whole parts.
"""
LEVEL_BITS = 24
"""Bits for the seconds on one level; 180 minutes need 14."""
BEAM = 24
"""States kept for each place while looking for a first good choice."""

MOST_STATES = 1_500_000
"""More are not looked at: these take some seconds. Routines of 500 steps have half as many, those of 60 a thirtieth."""
PLACE_COST = 10
"""What a place costs beside its states."""

Stands = tuple[str, ...]
"""Where everybody is: going to another place takes time."""
Changeover = Callable[[Stands, Stands], int]
"""Seconds between two places, the same both ways. Going from A to C never takes longer than by way of B."""


def worth(level: str, seconds: int) -> int:
    """What so many seconds on a level are worth, as one number that can be added up and compared."""
    return seconds << (LEVEL_BITS * LEVELS.index(level))


class Option(NamedTuple):
    """One way to do a step, or to rest."""

    seconds: int
    """All sides of one pass."""
    worth: int


class Item(Struct, frozen=True):
    """A step to choose about."""

    options: tuple[Option, ...]
    must: bool
    stands: Stands
    repeats: tuple[int, ...] = ()
    """Items of the same part, before this one, that it does again."""
    again: int = 1
    """How often it does them again."""


class Part(Struct, frozen=True):
    """Items that stay or go together, done in one pass or in several."""

    items: tuple[Item, ...]
    passes: int = 1
    between: int = 0
    """Seconds between two passes."""
    rank: int = 2
    """0 goes before 1, 1 before 2."""
    most: int | None = None
    """Seconds that it may take at most, when there is a limit."""

    def limited(self, most: int) -> Part:
        """The same part with a limit of so many seconds."""
        return replace(self, most=most)


Chosen = tuple[int | None, ...]
"""The number of the option for each item of a part, None for an item that goes."""


def choose(
    parts: Sequence[Part], seconds: int, rests: Sequence[Option], changeover: Changeover
) -> list[Chosen | None] | None:
    """What is worth most in the time, one of the `rests` included: for each part its choice, or None if it goes.

    None when not even one part fits. UserError when it would take too long to find.
    """
    rough = _Search(parts, seconds, rests, changeover, beam=BEAM).best()
    exact = _Search(parts, seconds, rests, changeover, bound=rough[1] if rough else 0).best()
    return _unwind(exact[2], parts) if exact else None


def least(items: Sequence[Item], changeover: Changeover) -> int:
    """Seconds that the items of one pass take at least: those that must stay, each in its shortest way."""
    staying = [index for index, item in enumerate(items) if item.must]
    moves = sum(changeover(items[one].stands, items[other].stands) for one, other in pairwise(staying))
    times = [0] * len(items)
    for index in reversed(staying):
        times[index] += 1
        for earlier in items[index].repeats:
            times[earlier] += times[index] * items[index].again
    return moves + sum(times[index] * min(option.seconds for option in items[index].options) for index in staying)


State = tuple[int, int, Any]
"""Seconds, worth (negative: the best sorts first), and the choices that led here as a linked list."""


class Place(NamedTuple):
    """What the time of earlier items of a part depends on."""

    first: Stands = ()
    """Where the first chosen item is, of those looked at so far."""
    last: Stands = ()
    """Where the last one is."""
    again: tuple[tuple[int, int], ...] = ()
    """Items to come, and how often they will be done again."""


Fronts = dict[Place, list[State]]
"""For every place the states that no other one there beats in both time and worth, the shortest first."""


class _Search:
    """Goes from the last part to the first, and in each from the last item to the first.

    Keeps, for each place, every state that may still become the best. With a `beam` it keeps only so many a place:
    quick, and nearly the best. The worth of what that finds is a `bound`: what cannot reach it any more is dropped.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        seconds: int,
        rests: Sequence[Option],
        changeover: Changeover,
        beam: int | None = None,
        bound: int = 0,
    ) -> None:
        self.parts, self.seconds, self.rests, self.changeover, self.beam = parts, seconds, rests, changeover, beam
        self.room = seconds - min(rest.seconds for rest in rests)
        gains = [self._part_gain(part, number) + sum(map(_most, part.items)) for number, part in enumerate(parts)]
        self.looked_at = 0
        self.bound = bound + 1 + max(rest.worth for rest in rests) + sum(gains)
        """States so far must be better than this: than the bound, even if all that is still open were done."""

    def best(self) -> State | None:
        fronts: Fronts = {Place(): [(0, 0, None)]}
        for number in reversed(range(len(self.parts))):
            part = self.parts[number]
            within = self._within(part, min(state[1] for front in fronts.values() for state in front))
            self.bound -= self._part_gain(part, number)
            fronts = self._join(fronts, within, part, number)
        ends = [state for front in fronts.values() for state in front if state[1]]
        rested = [(t + rest.seconds, value - rest.worth, link) for t, value, link in ends for rest in self.rests]
        fitting = [state for state in rested if state[0] <= self.seconds]
        return min(fitting, key=itemgetter(1, 0), default=None)

    def _part_gain(self, part: Part, number: int) -> int:
        """What a part is worth: as many of the highest rank as can be are best, and of those the first ones."""
        count = len(self.parts)
        gain = (1 << count) + (1 << (count - 1 - number))
        return gain << (LEVEL_BITS * len(LEVELS) + 2 * (count + 1) * part.rank)

    def _within(self, part: Part, best: int) -> Fronts:
        """The states of one part, from its start to its end; `best` is the best worth of what comes after it."""
        room = min(self.room, self.room if part.most is None else part.most) - part.between * (part.passes - 1)
        fronts: Fronts = {Place(): [(0, 0, None)]}
        for index in reversed(range(len(part.items))):
            self.bound -= _most(part.items[index])
            fronts = self._extend(fronts, part, index, room - part.passes * least(part.items[:index], self.changeover))
            fronts = self._thin(fronts, self.bound - best, part.passes)
        return fronts

    def _extend(self, fronts: Fronts, part: Part, index: int, room: int) -> Fronts:
        """The states after choosing about one more item."""
        item = part.items[index]
        found: defaultdict[Place, list[State]] = defaultdict(list)
        for place, front in fronts.items():
            again = dict(place.again)
            times = 1 + again.pop(index, 0)
            if not item.must:
                left = place._replace(again=tuple(again.items()))
                found[left] += [(t, value, (None, link)) for t, value, link in front]
            for earlier in item.repeats:
                again[earlier] = again.get(earlier, 0) + times * item.again
            change = self.changeover(item.stands, place.first) if place.first else 0
            here = found[Place(item.stands, place.last or item.stands, tuple(sorted(again.items())))]
            for option, (seconds, gain) in enumerate(item.options):
                cost = part.passes * (change + times * seconds)
                here += [(t + cost, value - gain, (option, link)) for t, value, link in front if t + cost <= room]
        return found

    def _join(self, after: Fronts, within: Fronts, part: Part, number: int) -> Fronts:
        """The states of all that comes after a part: without the part, and with it."""
        gain, between = self._part_gain(part, number), part.between * (part.passes - 1)
        found: defaultdict[Place, list[State]] = defaultdict(list)
        for following, front in after.items():
            found[following] += [(t, value, (None, link)) for t, value, link in front]
            for place, inner in within.items():
                time = between + (self.changeover(place.last, following.first) if following.first else 0)
                found[Place(place.first)] += [
                    (time + t + rest, value + worth - gain, (choices, link))
                    for t, value, choices in inner
                    for rest, worth, link in front
                    if time + t + rest <= self.room and value + worth - gain < self.bound
                ]
        return self._thin(found, self.bound, 1)

    def _thin(self, found: Fronts, bound: int, passes: int) -> Fronts:
        """Only the states that may still become the best; UserError when there were too many to look at."""
        self.looked_at += sum(PLACE_COST + len(states) for states in found.values())
        if self.looked_at > MOST_STATES:
            remedy = "Choose steps with --steps, or let fewer of them repeat others."
            raise UserError(Fault("There are too many ways to fill this time with steps.", remedy))
        fronts = {place: front for place, states in found.items() if (front := _front(states, bound))}
        if self.beam:
            return {place: _spread(front, self.beam) for place, front in fronts.items()}
        alike: defaultdict[tuple[object, ...], Fronts] = defaultdict(dict)
        for place, front in fronts.items():
            alike[place[1:]][place] = front
        return {place: self._unbeaten(place, alike[place[1:]], passes) for place in fronts}

    def _unbeaten(self, place: Place, alike: Fronts, passes: int) -> list[State]:
        """Without those that a state beats that differs in its place alone, even after going from there to here."""
        kept = alike[place]
        for other, front in alike.items():
            if other.first and place.first and other.first != place.first:
                kept = _later_and_better(kept, front, passes * self.changeover(other.first, place.first))
        return kept


def _front(states: Iterable[State], bound: int) -> list[State]:
    """Without those that take longer than another and are worth no more, or can no more reach the bound."""
    kept: list[State] = []
    for state in sorted(states, key=itemgetter(0, 1)):
        if state[1] < bound:
            kept.append(state)
            bound = state[1]
    return kept


def _most(item: Item) -> int:
    return max(option.worth for option in item.options)


def _spread(front: list[State], count: int) -> list[State]:
    """So many states of a front, evenly spread."""
    last = len(front) - 1
    return front if last < count else [front[number * last // (count - 1)] for number in range(count)]


def _later_and_better(front: list[State], other: list[State], delay: int) -> list[State]:
    """The states of a front that are better than all of the other one that are `delay` earlier."""
    kept: list[State] = []
    best, index = 1, 0
    for state in front:
        while index < len(other) and other[index][0] + delay <= state[0]:
            best = other[index][1]
            index += 1
        if state[1] < best:
            kept.append(state)
    return kept


def _unwind(link: Any, parts: Sequence[Part]) -> list[Chosen | None]:
    """The choices of a state, from its linked lists."""
    chosen: list[Chosen | None] = []
    for part in parts:
        choices, link = link
        options: list[int | None] = []
        for _ in part.items if choices else ():
            option, choices = choices
            options.append(option)
        chosen.append(tuple(options) or None)
    return chosen
