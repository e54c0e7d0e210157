"""From a selection and a time to a session: chooses what is done, and lists what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Literal

from cardgen.errors import Fault, UserError
from cardgen.model.routine import Routine
from cardgen.model.vocabulary import LEAST_SESSION, MOST_SESSION
from cardgen.planning.candidates import (
    TimedStep,
    WantedRoutine,
    choice_group,
    list_left_out,
    select_by_hand,
    shortest_seconds,
    timed_steps,
)
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.doses import GRAIN, usual_seconds
from cardgen.planning.order import order_by_positions
from cardgen.planning.search import Option, choose, worth
from cardgen.planning.session import LeftOut, Session, SessionPart, Turn, quiet_seconds, schedule
from cardgen.planning.tempos import changeover, tempos

SessionLength = Literal["short", "standard", "long", "all"]
"""`all`: everything as it is written."""
WHOLE_MINUTES = 5
"""Lengths that no author states are multiples of this."""


def plan(
    selection: Selection,
    *,
    minutes: int | None = None,
    length: SessionLength | None = None,
    steps: frozenset[int] | None = None,
    without: frozenset[int] = frozenset(),
    group_positions: bool = False,
) -> Session:
    """The best session that fits the time; without a time, everything as it is written.

    `steps` and `without` choose steps by hand, by their numbers in all routines together. The steps that are left get
    new numbers. UserError for a number that does not exist, or a time that is too short for a whole session.
    """
    if group_positions:
        selection = selection.reordered(order_by_positions(selection.routines))
    if steps is not None or without or length == "all":
        selection = selection.without_limits()
    wanted, unwanted = select_by_hand(selection.routines, steps, without)
    asked = minutes or (_minutes(length, selection, wanted) if length else selection.usual)
    if asked is None:
        return schedule(selection, _usual_parts(wanted), unwanted, None)
    return _best_session(selection, wanted, unwanted, asked)


def least_minutes(selection: Selection) -> int:
    """Minutes of the shortest whole session of a selection, with any one of its routines."""
    return _shortest(selection, select_by_hand(selection.routines, None, frozenset())[0])


def _usual_parts(wanted: Iterable[WantedRoutine]) -> tuple[SessionPart, ...]:
    """Everything as it is written."""
    return _numbered(
        (routine.routine, [TimedStep(c.step, c.area, usual_seconds(c.step, c.area)) for c in routine.candidates])
        for routine in wanted
    )


def _minutes(length: SessionLength, selection: Selection, wanted: Sequence[WantedRoutine]) -> int | None:
    """The minutes of a length: as stated, or else a part of the usual length; None for everything as it is written."""
    if stated := getattr(selection.lengths, length, None):
        return int(stated)
    if length in ("standard", "all"):
        return selection.usual
    usual = selection.usual or schedule(selection, _usual_parts(wanted), (), None).seconds / 60
    part = WHOLE_MINUTES * round(tempos().lengths[length] * usual / WHOLE_MINUTES)
    minutes = min(max(part, _shortest(selection, wanted)), MOST_SESSION)
    if length == "long":
        return max(minutes, ceil(usual))
    return minutes if minutes < usual else selection.usual


def _best_session(
    selection: Selection, wanted: Sequence[WantedRoutine], unwanted: Sequence[LeftOut], asked: int
) -> Session:
    """The best session that fits the minutes asked for."""
    scale = asked / selection.usual if selection.usual else 1
    before, after = quiet_seconds(selection.before_first), quiet_seconds(selection.after_last)
    rests = range(before.least + after.least, before.most + after.most + 1, GRAIN)
    options = [Option(time, worth("rest", time)) for time in rests]
    chosen = choose([choice_group(routine, scale) for routine in wanted], 60 * asked, options, changeover)
    if chosen is None:
        raise _too_short(selection, wanted, asked)
    pairs = list(zip(wanted, chosen, strict=True))
    parts = _numbered((routine.routine, list(timed_steps(routine, taken))) for routine, taken in pairs if taken)
    left_out = [left for routine, taken in pairs for left in list_left_out(routine, taken)]
    return schedule(selection, parts, (*unwanted, *left_out), asked)


def _too_short(selection: Selection, wanted: Sequence[WantedRoutine], asked: int) -> UserError:
    names = f"'{wanted[0].routine.name}'" if len(wanted) == 1 else "any of these routines"
    least = _shortest(selection, wanted)
    option = f": <minutes={least}>" if least <= MOST_SESSION else ""
    remedy = f"The shortest takes {least} minutes{option}. Or choose single steps with <steps>."
    return UserError(Fault(f"{asked} minutes is too short for a whole session of {names}.", remedy))


def _shortest(selection: Selection, wanted: Iterable[WantedRoutine]) -> int:
    """Minutes of the shortest whole session."""
    least = min(shortest_seconds(choice_group(routine, 1)) for routine in wanted)
    quiet = quiet_seconds(selection.before_first).least + quiet_seconds(selection.after_last).least
    return max(LEAST_SESSION, ceil((least + quiet) / 60))


def _numbered(parts: Iterable[tuple[Routine, Sequence[TimedStep]]]) -> tuple[SessionPart, ...]:
    """Parts with their steps numbered from 1 on; a step repeats only those of its repeats that are kept."""
    found = []
    number = 0
    for routine, steps in parts:
        turns, names = dict[str, Turn](), routine.card_names
        for step, area, seconds in steps:
            number += 1
            repeats = tuple(turns[name] for name in step.repeats if name in turns)
            turns[step.id] = Turn(number, names[step.id], step, area, seconds, repeats)
        found.append(SessionPart(routine, tuple(turns.values())))
    return tuple(found)
