"""Words what a session leaves out or shortens: the reasons, each with names, and when a session has time for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import get_args

from msgspec.structs import replace

from cardgen.model.vocabulary import MOST_SESSION
from cardgen.planning.session import LeftOut, Reason, Session
from cardgen.wording.words import Words

LeftOutNames = tuple[tuple[str, tuple[str, ...]], ...]
"""Reasons, each with the names of what is left out for it."""
FEW = 3
"""More steps than these are counted rather than named."""
NEXT = 2
"""The steps that come in next are named even of many that there is no time for; `show` names them all."""


def word_left_out(session: Session, words: Words, brief: bool = True) -> LeftOutNames:
    """The names of what is left out, by reason: a part or a step with the minutes of a session that has it.

    `brief`: of many steps of several routines, only what comes in next.
    """
    found: dict[str, list[str]] = {}
    entries = _distinct(session)
    for reason in get_args(Reason):
        left = [entry for entry in entries if entry.reason == reason]
        if reason == "fewer":
            names = _shortened(left, session, words)
        elif reason == "hand":
            names = _by_hand(left, session, words)
        elif brief and len(session.parts) > 1 and reason != "part":
            names = _next(left, words)
        else:
            names = (_name(entry, words) for entry in left)
        if left:
            found.setdefault(words.left_out[reason], []).extend(names)
    return tuple((reason, tuple(dict.fromkeys(names))) for reason, names in found.items())


def _distinct(session: Session) -> list[LeftOut]:
    """What is left out; a step whose name several routines have, with the name of its card."""
    routines: dict[str, set[str]] = {}
    for part in session.selection.routines:
        for step in part.routine.steps:
            routines.setdefault(step.name, set()).add(part.routine.name)
    return [
        replace(entry, what=f"{entry.what} ({entry.card})") if entry.card and len(routines[entry.what]) > 1 else entry
        for entry in session.left_out
    ]


def _next(left: Sequence[LeftOut], words: Words) -> Iterator[str]:
    """The steps that come in next, and how many there are in addition."""
    soonest = sorted(left, key=lambda entry: entry.minutes or MOST_SESSION + 1)
    count = NEXT if len(left) > FEW else len(left)
    yield from (_name(entry, words) for entry in soonest[:count])
    if more := len(left) - count:
        yield words.say("more_steps", count=more)


def _shortened(left: Sequence[LeftOut], session: Session, words: Words) -> Iterator[str]:
    """Steps that are shorter than usual; nearly all together, or of several routines how many."""
    counts = {part.routine.name: len(part.turns) for part in session.parts}
    for routine, entries in groupby(left, key=attrgetter("routine")):
        names = [entry.what for entry in entries]
        others = [turn.step.name for turn in session.turns if turn.step.name not in names]
        if len(counts) == 1 and len(others) == 1 and len(names) >= FEW:
            yield words.say("all_steps_but", other=others[0])
        elif len(names) == counts[routine] > 1:
            yield words.say("all_steps") if len(counts) == 1 else routine
        elif len(counts) > 1 and len(names) > 1:
            yield words.say("steps_of", count=len(names), routine=routine)
        else:
            yield from names


def _by_hand(left: Sequence[LeftOut], session: Session, words: Words) -> Iterator[str]:
    """Steps that were left out by hand: of several routines, a whole one by its name, many of one by their number."""
    counts = {part.routine.name: len(part.steps) for part in session.selection.routines}
    for routine, entries in groupby(left, key=attrgetter("routine")):
        names = [_name(entry, words) for entry in entries]
        if len(counts) > 1 and len(names) == counts[routine]:
            yield routine
        elif len(counts) > 1 and len(names) > FEW:
            yield words.say("steps_of", count=len(names), routine=routine)
        else:
            yield from names


def _name(entry: LeftOut, words: Words) -> str:
    if entry.minutes is None or entry.minutes > MOST_SESSION:
        return entry.what
    return words.say("from_minutes", what=entry.what, amount=entry.minutes)
