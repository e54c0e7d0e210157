"""From a selection and a time to a session: chooses what is done, and says what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Literal

from cardgen.errors import Fault, UserError
from cardgen.model.routine import Routine
from cardgen.model.vocabulary import LEAST_SESSION, MOST_SESSION
from cardgen.planning.candidates import Done, Wanted, as_done, by_hand, dropped, part_of, shortest
from cardgen.planning.choice import Option, choose, worth
from cardgen.planning.order import grouped
from cardgen.planning.selection import Selection
from cardgen.planning.session import LeftOut, Part, Session, Turn, schedule
from cardgen.planning.timing import GRAIN, changeover, tempos, usual_seconds

SessionLength = Literal["short", "standard", "long", "all"]
"""`all`: everything as it is written."""
FIVE = 5
"""Lengths that no author states are whole steps of so many minutes."""


def plan(
    selection: Selection,
    *,
    minutes: int | None = None,
    length: SessionLength | None = None,
    steps: frozenset[int] | None = None,
    without: frozenset[int] = frozenset(),
    group_positions: bool = False,
) -> Session:
    """The session of a selection: what is best in the time, or without one everything as it is written.

    `steps` and `without` choose by hand, by the numbers in the whole of all routines. The steps that are left are
    numbered anew. UserError for a number that does not exist, or a time that is too short for a whole session.
    """
    if group_positions:
        selection = selection.ordered(grouped(selection.entries))
    if steps is not None or without or length == "all":
        selection = selection.whole()
    wanted, unwanted = by_hand(selection.entries, steps, without)
    asked = minutes or (_minutes(length, selection, wanted) if length else selection.usual)
    if asked is None:
        return schedule(selection, _usual(wanted), unwanted, None)
    return _timed(selection, wanted, unwanted, asked)


def least_minutes(selection: Selection) -> int:
    """Minutes of the shortest whole session of a selection: of any of its routines."""
    return _shortest(by_hand(selection.entries, None, frozenset())[0])


def _usual(wanted: Iterable[Wanted]) -> tuple[Part, ...]:
    """Everything as it is written."""
    return _numbered(
        (routine.routine, [(c.step, c.area, usual_seconds(c.step, c.area)) for c in routine.candidates])
        for routine in wanted
    )


def _minutes(length: SessionLength, selection: Selection, wanted: Sequence[Wanted]) -> int | None:
    """The minutes of a length: what is stated, else a part of the usual length; None for just that."""
    if stated := getattr(selection.lengths, length, None):
        return int(stated)
    if length in ("standard", "all"):
        return selection.usual
    usual = selection.usual or schedule(selection, _usual(wanted), (), None).seconds / 60
    minutes = min(max(FIVE * round(tempos().lengths[length] * usual / FIVE), _shortest(wanted)), MOST_SESSION)
    if length == "long":
        return max(minutes, ceil(usual))
    return minutes if minutes < usual else selection.usual


def _timed(selection: Selection, wanted: Sequence[Wanted], unwanted: Sequence[LeftOut], asked: int) -> Session:
    """What is best in the time that is asked for."""
    scale = asked / selection.usual if selection.usual else 1
    rests = range(tempos().settle_and_rest[0], tempos().settle_and_rest[1] + 1, GRAIN)
    options = [Option(time, worth("rest", time)) for time in rests]
    chosen = choose([part_of(routine, scale) for routine in wanted], 60 * asked, options, changeover)
    if chosen is None:
        raise _too_short(wanted, asked)
    pairs = list(zip(wanted, chosen, strict=True))
    parts = _numbered((routine.routine, list(as_done(routine, taken))) for routine, taken in pairs if taken)
    without = [left for routine, taken in pairs for left in dropped(routine, taken)]
    return schedule(selection, parts, (*unwanted, *without), asked)


def _too_short(wanted: Sequence[Wanted], asked: int) -> UserError:
    what = f"'{wanted[0].routine.name}'" if len(wanted) == 1 else "any of these routines"
    least = _shortest(wanted)
    option = f": --minutes {least}" if least <= MOST_SESSION else ""
    remedy = f"The shortest takes {least} minutes{option}. Or choose single steps with --steps."
    return UserError(Fault(f"{asked} minutes are too short for a whole session of {what}.", remedy))


def _shortest(wanted: Iterable[Wanted]) -> int:
    """Minutes of the shortest whole session."""
    least = min(shortest(part_of(routine, 1)) for routine in wanted)
    return max(LEAST_SESSION, ceil((least + tempos().settle_and_rest[0]) / 60))


def _numbered(parts: Iterable[tuple[Routine, Sequence[Done]]]) -> tuple[Part, ...]:
    """Parts with their steps numbered from 1 on. A step that repeats others repeats those that are still there."""
    found = []
    number = 0
    for routine, steps in parts:
        turns: dict[str, Turn] = {}
        for step, area, time in steps:
            number += 1
            repeats = tuple(turns[name] for name in step.repeats if name in turns)
            turns[step.id] = Turn(number, step, area, time, repeats)
        found.append(Part(routine, tuple(turns.values())))
    return tuple(found)
