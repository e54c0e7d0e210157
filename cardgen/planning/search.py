"""Chooses what to do in a given time: exactly, by priorities that are never traded off against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cardgen.errors import Fault, UserError

PRIORITIES = ("more", "rest", "extra", "detail", "usual")
"""What time is spent on, the least important first: any gain for a later one outweighs every gain for those before it.

`usual`: the usual amount of steps that must stay. `detail`, `extra`: steps that may go. `rest`: settling in and
resting. `more`: more than the usual amount, and optional variants. Above them all: whole groups of steps.
"""
PRIORITY_BITS = 24
"""Bits for the seconds of one priority; 180 minutes need 14."""
BEAM = 24
"""Number of states kept for each context while looking for a good first solution."""

MOST_STATES = 1_500_000
"""The search gives up here, after some seconds. Routines of 500 steps need half of it, those of 60 a thirtieth."""
CONTEXT_COST = 10
"""What a context costs in addition to its states, in states."""

Setup = tuple[str, ...]
"""Where everybody is for a step; changing it takes time."""
Changeover = Callable[[Setup, Setup], int]
"""Seconds between two setups, the same both ways. Going from A to C never takes longer than going by way of B."""


def worth(priority: str, seconds: int) -> int:
    """The worth of seconds spent on a priority, as a number that can be added and compared."""
    return seconds << (PRIORITY_BITS * PRIORITIES.index(priority))


class Option(NamedTuple):
    """One way to do a step, or to rest."""

    seconds: int
    """All sides of one pass."""
    worth: int


class Choice(Struct, frozen=True):
    """A step to decide about."""

    options: tuple[Option, ...]
    must: bool
    """The step cannot be left out."""
    setup: Setup
    repeats: tuple[int, ...] = ()
    """The numbers of earlier choices in the same group that this step does again."""
    repeat_count: int = 1
    """How often it does them again."""

    @property
    def most_worth(self) -> int:
        return max(option.worth for option in self.options)


class ChoiceGroup(Struct, frozen=True):
    """Steps that stay or go together, done in one pass or in several."""

    choices: tuple[Choice, ...]
    passes: int = 1
    between: int = 0
    """Seconds between two passes."""
    rank: int = 2
    """0 is given up before 1, 1 before 2."""
    most: int | None = None
    """The most seconds that it may take, if there is a limit."""

    @property
    def most_worth(self) -> int:
        return sum(choice.most_worth for choice in self.choices)

    def limited(self, most: int) -> ChoiceGroup:
        """The same group with a limit in seconds."""
        return replace(self, most=most)


Chosen = tuple[int | None, ...]
"""The number of the chosen option for each step of a group; None for a step that is left out."""


def choose(
    groups: Sequence[ChoiceGroup], seconds: int, rests: Sequence[Option], changeover: Changeover
) -> list[Chosen | None] | None:
    """What is worth most in the time, including one of the `rests`: the choices of each group, or None if it goes.

    None when not even one group fits. UserError when the search would take too long.
    """
    rough = _Search(groups, seconds, rests, changeover, beam=BEAM).best()
    exact = _Search(groups, seconds, rests, changeover, bound=rough[1] if rough else 0).best()
    return _unwind(exact[2], groups) if exact else None


def least_seconds(choices: Sequence[Choice], changeover: Changeover) -> int:
    """The shortest time of one pass: only the steps that must stay, each in its shortest way."""
    staying = [index for index, choice in enumerate(choices) if choice.must]
    moves = sum(changeover(choices[one].setup, choices[other].setup) for one, other in pairwise(staying))
    times = [0] * len(choices)
    for index in reversed(staying):
        times[index] += 1
        for earlier in choices[index].repeats:
            times[earlier] += times[index] * choices[index].repeat_count
    return moves + sum(times[index] * min(option.seconds for option in choices[index].options) for index in staying)


SearchState = tuple[int, int, Any]
"""Seconds, worth (negative, so that the best sorts first), and the choices that led here as a linked list."""


class Context(NamedTuple):
    """What the time of the earlier steps of a group depends on."""

    first: Setup = ()
    """The setup of the first chosen step, among those looked at so far."""
    last: Setup = ()
    """The setup of the last one."""
    repeated: tuple[tuple[int, int], ...] = ()
    """Earlier steps that will be done again, and how often."""


Frontiers = dict[Context, list[SearchState]]
"""For each context the states that no other one beats in both time and worth, the shortest first."""


class _Search:
    """Goes from the last group to the first, and in each group from the last step to the first.

    Keeps, for each context, every state that may still become the best. With a `beam` it keeps only that many: it is
    quick then, and nearly exact. The worth that it finds is the `bound` of an exact search, which drops every state
    that can no longer reach it.
    """

    def __init__(
        self,
        groups: Sequence[ChoiceGroup],
        seconds: int,
        rests: Sequence[Option],
        changeover: Changeover,
        beam: int | None = None,
        bound: int = 0,
    ) -> None:
        self.groups, self.seconds, self.rests, self.changeover, self.beam = groups, seconds, rests, changeover, beam
        self.room = seconds - min(rest.seconds for rest in rests)
        gain = sum(self._group_gain(group, number) + group.most_worth for number, group in enumerate(groups))
        self.looked_at = 0
        self.bound = bound + 1 + max(rest.worth for rest in rests) + gain
        """States must be better than this: than the bound, even if everything that is still open were done."""

    def best(self) -> SearchState | None:
        frontiers: Frontiers = {Context(): [(0, 0, None)]}
        for number in reversed(range(len(self.groups))):
            group = self.groups[number]
            within = self._within(group, min(state[1] for frontier in frontiers.values() for state in frontier))
            self.bound -= self._group_gain(group, number)
            frontiers = self._join(frontiers, within, group, number)
        ends = [state for frontier in frontiers.values() for state in frontier if state[1]]
        rested = [(t + rest.seconds, value - rest.worth, link) for t, value, link in ends for rest in self.rests]
        fitting = [state for state in rested if state[0] <= self.seconds]
        return min(fitting, key=itemgetter(1, 0), default=None)

    def _group_gain(self, group: ChoiceGroup, number: int) -> int:
        """The worth of a group: it is best to keep as many of the highest rank as possible, and of those the first."""
        count = len(self.groups)
        gain = (1 << count) + (1 << (count - 1 - number))
        return gain << (PRIORITY_BITS * len(PRIORITIES) + 2 * (count + 1) * group.rank)

    def _within(self, group: ChoiceGroup, best: int) -> Frontiers:
        """The states of one group, from its start to its end; `best` is the best worth of everything after it."""
        room = min(self.room, self.room if group.most is None else group.most) - group.between * (group.passes - 1)
        frontiers: Frontiers = {Context(): [(0, 0, None)]}
        for index in reversed(range(len(group.choices))):
            self.bound -= group.choices[index].most_worth
            before = group.passes * least_seconds(group.choices[:index], self.changeover)
            frontiers = self._extend(frontiers, group, index, room - before)
            frontiers = self._thin(frontiers, self.bound - best, group.passes)
        return frontiers

    def _extend(self, frontiers: Frontiers, group: ChoiceGroup, index: int, room: int) -> Frontiers:
        """The states after deciding about one more step."""
        choice = group.choices[index]
        found: defaultdict[Context, list[SearchState]] = defaultdict(list)
        for context, frontier in frontiers.items():
            repeated = dict(context.repeated)
            times = 1 + repeated.pop(index, 0)
            if not choice.must:
                left = context._replace(repeated=tuple(repeated.items()))
                found[left] += [(t, value, (None, link)) for t, value, link in frontier]
            for earlier in choice.repeats:
                repeated[earlier] = repeated.get(earlier, 0) + times * choice.repeat_count
            change = self.changeover(choice.setup, context.first) if context.first else 0
            here = found[Context(choice.setup, context.last or choice.setup, tuple(sorted(repeated.items())))]
            for option, (seconds, gain) in enumerate(choice.options):
                cost = group.passes * (change + times * seconds)
                here += [(t + cost, value - gain, (option, link)) for t, value, link in frontier if t + cost <= room]
        return found

    def _join(self, after: Frontiers, within: Frontiers, group: ChoiceGroup, number: int) -> Frontiers:
        """The states of everything after a group: without the group, and with it."""
        gain, between = self._group_gain(group, number), group.between * (group.passes - 1)
        found: defaultdict[Context, list[SearchState]] = defaultdict(list)
        for following, frontier in after.items():
            found[following] += [(t, value, (None, link)) for t, value, link in frontier]
            for context, inner in within.items():
                time = between + (self.changeover(context.last, following.first) if following.first else 0)
                found[Context(context.first)] += [
                    (time + t + rest, value + worth - gain, (choices, link))
                    for t, value, choices in inner
                    for rest, worth, link in frontier
                    if time + t + rest <= self.room and value + worth - gain < self.bound
                ]
        return self._thin(found, self.bound, 1)

    def _thin(self, found: Frontiers, bound: int, passes: int) -> Frontiers:
        """Only the states that may still become the best; UserError when there were too many to look at."""
        self.looked_at += sum(CONTEXT_COST + len(states) for states in found.values())
        if self.looked_at > MOST_STATES:
            remedy = "Choose steps with <steps>, or let fewer of them repeat others."
            raise UserError(Fault("There are too many ways to fill this time with steps.", remedy))
        frontiers = {context: front for context, states in found.items() if (front := _frontier(states, bound))}
        if self.beam:
            return {context: _sample(frontier, self.beam) for context, frontier in frontiers.items()}
        alike: defaultdict[tuple[object, ...], Frontiers] = defaultdict(dict)
        for context, frontier in frontiers.items():
            alike[context[1:]][context] = frontier
        return {context: self._unbeaten(context, alike[context[1:]], passes) for context in frontiers}

    def _unbeaten(self, context: Context, alike: Frontiers, passes: int) -> list[SearchState]:
        """Without the states that one with another first setup beats, even after changing from there to here."""
        kept = alike[context]
        for other, frontier in alike.items():
            if other.first and context.first and other.first != context.first:
                kept = _later_and_better(kept, frontier, passes * self.changeover(other.first, context.first))
        return kept


def _frontier(states: Iterable[SearchState], bound: int) -> list[SearchState]:
    """Without the states that take longer than another and are worth no more, or can no longer reach the bound."""
    kept: list[SearchState] = []
    for state in sorted(states, key=itemgetter(0, 1)):
        if state[1] < bound:
            kept.append(state)
            bound = state[1]
    return kept


def _sample(frontier: list[SearchState], count: int) -> list[SearchState]:
    """At most `count` states of a frontier, evenly spread."""
    last = len(frontier) - 1
    return frontier if last < count else [frontier[number * last // (count - 1)] for number in range(count)]


def _later_and_better(frontier: list[SearchState], other: list[SearchState], delay: int) -> list[SearchState]:
    """The states of a frontier that are better than every state of the other one that is `delay` earlier."""
    kept: list[SearchState] = []
    best, index = 1, 0
    for state in frontier:
        while index < len(other) and other[index][0] + delay <= state[0]:
            best = other[index][1]
            index += 1
        if state[1] < best:
            kept.append(state)
    return kept


def _unwind(link: Any, groups: Sequence[ChoiceGroup]) -> list[Chosen | None]:
    """The choices of a state, from its linked lists."""
    chosen: list[Chosen | None] = []
    for group in groups:
        choices, link = link
        options: list[int | None] = []
        for _ in group.choices if choices else ():
            option, choices = choices
            options.append(option)
        chosen.append(tuple(options) or None)
    return chosen
