"""From routines and a time to a session: chooses what is done, and says what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import Literal, NamedTuple

from cardgen.errors import Fault, UserError
from cardgen.plan.choice import Chosen, Item, Option, choose, least, worth
from cardgen.plan.choice import Part as Choices
from cardgen.plan.order import grouped
from cardgen.plan.session import LeftOut, Part, Session, Turn, schedule, stands
from cardgen.plan.timing import GRAIN, Dose, changeover, done, doses, on_sides, seconds, tempos
from cardgen.routine import LEAST_SESSION, Keep, Routine, Step

SessionLength = Literal["short", "standard", "long"]
MUST = ("opening", "core", "closing")
FIVE = 5
"""Lengths that no author states are whole steps of so many minutes."""


class Candidate(NamedTuple):
    """A step that may be in the session, and the ways to do it."""

    step: Step
    area: str
    keep: Keep
    doses: Sequence[Dose]


class Done(NamedTuple):
    """The steps of one routine as they are done, with their seconds on one side."""

    routine: Routine
    steps: Sequence[tuple[Candidate, Step, int]]


class Wanted(NamedTuple):
    """The steps of one routine that may be in the session."""

    routine: Routine
    candidates: Sequence[Candidate]


def plan(
    routines: Sequence[Routine],
    *,
    minutes: int | None = None,
    length: SessionLength | None = None,
    steps: frozenset[int] | None = None,
    without: frozenset[int] = frozenset(),
    group_positions: bool = False,
) -> Session:
    """The session of these routines, in the order given: everything as it is written, or what is best in the time.

    `steps` and `without` choose by hand, by the numbers in the whole of all routines. The steps that are left are
    numbered anew. UserError for a number that does not exist, or a time that is too short for a whole session.
    """
    ordered = grouped(routines) if group_positions else list(routines)
    wanted, unwanted = _by_hand(ordered, steps, without)
    asked = minutes if minutes is not None else _minutes(length, wanted) if length else None
    if asked is None:
        return _usual(wanted, unwanted)
    return _timed(wanted, unwanted, asked)


def _by_hand(
    routines: Sequence[Routine], steps: frozenset[int] | None, without: frozenset[int]
) -> tuple[list[Wanted], list[LeftOut]]:
    """The steps that are wanted, routine by routine, and those that are not."""
    count = sum(len(routine.steps) for routine in routines)
    if outside := sorted(number for number in (steps or frozenset()) | without if not 1 <= number <= count):
        names = " + ".join(f"'{routine.name}'" for routine in routines)
        problem = f"{names} has no step {', '.join(map(str, outside))}."
        raise UserError(Fault(problem, f"Its steps are 1 to {count}."))
    wanted: list[Wanted] = []
    unwanted: list[LeftOut] = []
    first = 1
    for routine in routines:
        numbered = list(enumerate(routine.steps, first))
        first += len(numbered)
        kept = [step for n, step in numbered if (steps is None or n in steps) and n not in without]
        unwanted += [LeftOut(step.name, "hand") for _, step in numbered if step not in kept]
        if kept:
            wanted.append(Wanted(routine, _candidates(routine, kept)))
    if not wanted:
        raise UserError(Fault("No step is left.", "Leave out fewer steps."))
    return wanted, unwanted


def _candidates(routine: Routine, steps: Sequence[Step]) -> list[Candidate]:
    """Steps with what a short session does with them: without an opening the first one is it, and so at the end.

    Only what must stay is ever done less than usual: the rest goes before that.
    """
    keeps = [step.keep for step in steps]
    if "opening" not in keeps:
        keeps[0] = "opening"
    if "closing" not in keeps and len(keeps) > 1:
        keeps[-1] = "closing"
    found = []
    for step, keep in zip(steps, keeps, strict=True):
        area = step.area or routine.area
        ways = [dose for dose in doses(step, area) if keep in MUST or dose.seconds >= dose.usual]
        found.append(Candidate(step, area, keep, ways))
    return found


def _usual(wanted: Sequence[Wanted], unwanted: Sequence[LeftOut]) -> Session:
    """Everything as it is written."""
    parts = [
        Done(routine, [(c, c.step, seconds(c.step, c.area)) for c in candidates]) for routine, candidates in wanted
    ]
    return schedule(_numbered(parts), unwanted, None)


def _minutes(length: SessionLength, wanted: Sequence[Wanted]) -> int | None:
    """The minutes of a length: what the routine states, else a part of the usual length; None for just that."""
    if len(wanted) == 1 and (stated := getattr(wanted[0].routine.lengths, length)):
        return int(stated)
    if length == "standard":
        return None
    usual = _usual(wanted, ()).seconds / 60
    return max(FIVE * round(tempos().lengths[length] * usual / FIVE), _shortest(_choices(wanted)))


def _timed(wanted: Sequence[Wanted], unwanted: Sequence[LeftOut], asked: int) -> Session:
    """What is best in the time that is asked for."""
    choices = _choices(wanted)
    rests = range(tempos().settle_and_rest[0], tempos().settle_and_rest[1] + 1, GRAIN)
    chosen = choose(choices, 60 * asked, [Option(time, worth("rest", time)) for time in rests], changeover)
    if chosen is None:
        what = f"'{wanted[0].routine.name}'" if len(wanted) == 1 else "any of these routines"
        problem = f"{asked} minutes are too short for a whole session of {what}."
        shortest = _shortest(choices)
        remedy = f"The shortest takes {shortest} minutes: --minutes {shortest}."
        raise UserError(Fault(problem, f"{remedy} Or choose single steps with --steps."))
    pairs = list(zip(wanted, chosen, strict=True))
    parts = [Done(part.routine, list(_done(part, options))) for part, options in pairs if options]
    dropped = [entry for part, options in pairs for entry in _dropped(part, options)]
    return schedule(_numbered(parts), (*unwanted, *dropped), asked)


def _done(part: Wanted, options: Chosen) -> Iterator[tuple[Candidate, Step, int]]:
    """The steps that are kept, as they are done."""
    for candidate, option in zip(part.candidates, options, strict=True):
        if option is not None:
            dose = candidate.doses[option]
            yield candidate, done(candidate.step, dose), dose.seconds


def _dropped(part: Wanted, options: Chosen | None) -> Iterator[LeftOut]:
    """What there is no time for."""
    if options is None:
        yield LeftOut(part.routine.name, "part")
        return
    for candidate, option in zip(part.candidates, options, strict=True):
        if option is None:
            yield LeftOut(candidate.step.name, "extra" if candidate.keep == "extra" else "detail")
            continue
        dose = candidate.doses[option]
        if dose.seconds < dose.usual:
            yield LeftOut(candidate.step.name, "fewer")
        for variant in candidate.step.variants[len(dose.variants) :]:
            yield LeftOut(variant.name, "variant")


def _numbered(parts: Iterable[Done]) -> tuple[Part, ...]:
    """Parts with their steps numbered from 1 on. A step that repeats others repeats those that are still there."""
    found = []
    number = 0
    for routine, steps in parts:
        turns: dict[str, Turn] = {}
        for candidate, step, time in steps:
            number += 1
            repeats = tuple(turns[name] for name in step.repeats if name in turns)
            turns[step.id] = Turn(number, step, candidate.area, time, repeats)
        found.append(Part(routine, tuple(turns.values())))
    return tuple(found)


def _choices(wanted: Sequence[Wanted]) -> list[Choices]:
    """The choice there is, in the planner's terms."""
    return [
        Choices(tuple(_items(routine, candidates)), 2 if routine.sides else 1, tempos().change_side)
        for routine, candidates in wanted
    ]


def _items(routine: Routine, candidates: Sequence[Candidate]) -> Iterator[Item]:
    places = {candidate.step.id: index for index, candidate in enumerate(candidates)}
    for candidate in candidates:
        step = candidate.step
        yield Item(
            options=tuple(_option(candidate, dose) for dose in candidate.doses),
            must=candidate.keep in MUST,
            stands=stands(step, routine),
            repeats=tuple(places[name] for name in step.repeats if name in places),
            again=2 if step.twice else 1,
        )


def _option(candidate: Candidate, dose: Dose) -> Option:
    """A dose, and what it is worth: up to the usual amount by what the step is, beyond that little."""
    level = candidate.keep if candidate.keep in ("detail", "extra") else "usual"
    usual = min(dose.seconds, dose.usual)
    gain = worth(level, usual) + worth("more", dose.seconds - usual)
    return Option(on_sides(candidate.step, dose.seconds), gain)


def _shortest(choices: Sequence[Choices]) -> int:
    """Minutes of the shortest whole session."""
    times = [part.passes * least(part.items, changeover) + part.between * (part.passes - 1) for part in choices]
    return max(LEAST_SESSION, ceil((min(times) + tempos().settle_and_rest[0]) / 60))
