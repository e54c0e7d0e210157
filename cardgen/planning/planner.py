"""From a selection and a time to a session: chooses what is done, and lists what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal

from cardgen.model.vocabulary import MOST_SESSION
from cardgen.planning import excerpt, explanation, growth, order
from cardgen.planning.candidates import WantedRoutine, select_by_hand
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.draft import SessionDraft
from cardgen.planning.parts import make_parts, usual_draft
from cardgen.planning.schedule import minutes_around, schedule
from cardgen.planning.session import LeftOut, Session
from cardgen.planning.tempos import tempos

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
    as_much_as_fits: bool = False,
) -> Session:
    """The session that fits the time; without a time, everything as it is written.

    `steps` and `without` choose steps by hand, by their numbers in all routines together. The steps that are left get
    new numbers. With `as_much_as_fits`, a time that is too short for all parts is used for the most important ones.
    UserError for a number that does not exist, or a time that is too short for a whole session.
    """
    if group_positions:
        selection = selection.reordered(order.order_by_positions(selection.routines))
    if steps is not None or without or length == "all":
        selection = selection.without_limits()
    wanted, unwanted = select_by_hand(selection.routines, steps, without)
    asked = minutes or (_minutes(length, selection, wanted) if length else selection.usual)
    if asked is None:
        return _as_written(selection, wanted, unwanted)
    if as_much_as_fits:
        fitting, missing = excerpt.fit_parts(selection, wanted, asked)
        return _session_in(selection, fitting, [*unwanted, *missing], asked)
    return _session_in(selection, wanted, unwanted, asked)


def least_minutes(selection: Selection) -> int:
    """Minutes of the shortest whole session of a selection."""
    return excerpt.least_minutes_of(selection, select_by_hand(selection.routines, None, frozenset())[0])


def _as_written(selection: Selection, wanted: Sequence[WantedRoutine], unwanted: Sequence[LeftOut]) -> Session:
    return schedule(selection, make_parts(usual_draft(wanted), as_written=True), unwanted, None)


def _minutes(length: SessionLength, selection: Selection, wanted: Sequence[WantedRoutine]) -> int | None:
    """The minutes of a length: as stated, otherwise a part of the usual length; None for everything as written."""
    if stated := getattr(selection.lengths, length, None):
        return int(stated)
    if length in ("standard", "all"):
        return selection.usual
    usual = (
        selection.usual or schedule(selection, make_parts(usual_draft(wanted), as_written=True), (), None).seconds / 60
    )
    part = WHOLE_MINUTES * round(tempos().lengths[length] * usual / WHOLE_MINUTES)
    minutes = min(max(part, excerpt.least_minutes_of(selection, wanted)), MOST_SESSION)
    if length == "long":
        return max(minutes, ceil(usual))
    return minutes if minutes < usual else selection.usual


def _session_in(
    selection: Selection, wanted: Sequence[WantedRoutine], unwanted: Sequence[LeftOut], asked: int
) -> Session:
    """The session that fits the minutes asked for."""
    stages = list(growth.Growth(wanted).stages())
    fitting = [stage for stage in stages if minutes_around(selection, stage.seconds) <= asked]
    if not fitting and excerpt.least_minutes_of(selection, wanted) <= asked:
        fitting = stages[:1]
    if not fitting:
        raise excerpt.too_short(selection, wanted, asked)
    draft = SessionDraft(wanted)
    for stage in fitting:
        for addition in stage.additions:
            draft.add(addition)
    left_out = explanation.list_left_out(selection, draft, stages[len(fitting) :])
    later = minutes_around(selection, stages[len(fitting)].seconds) if len(fitting) < len(stages) else None
    return schedule(selection, make_parts(draft, as_written=False), (*unwanted, *left_out), asked, later)
