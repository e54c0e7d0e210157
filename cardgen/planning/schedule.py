"""Puts what is done on the clock: the steps with their changeovers, and the quiet times around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.routine import Quiet, QuietTime
from cardgen.model.vocabulary import LEAST_SESSION
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.session import LeftOut, Session, SessionPart, Slot, SlotKind, Turn, turns_on_sides
from cardgen.planning.sides import side_by_side
from cardgen.planning.tempos import (
    ROUNDING,
    Setup,
    TimeShare,
    change_routine,
    change_side,
    changeover,
    round_seconds,
    tempos,
)
from cardgen.planning.washing import AreaWork, Wash, washings


def schedule(
    selection: Selection,
    parts: tuple[SessionPart, ...],
    left_out: Iterable[LeftOut],
    asked: int | None,
    grows_at: int | None = None,
) -> Session:
    """Put parts on the clock; in a session of `asked` minutes, the rest takes a little of what is left."""
    settle, rest = settle_and_rest(selection, list(_slots(parts, 0))[-1].end)
    slots = [Slot("settle", 0, settle, 0), *_slots(parts, settle)]
    end = slots[-1].end
    if asked is not None and _minutes_given(selection.after_last) is None:
        rest = max(0, rest + min(tempos().spare, (60 * asked - end - rest) // ROUNDING * ROUNDING))
    slots.append(Slot("rest", end, rest, len(parts) - 1))
    slots = [slot for slot in slots if slot.seconds]
    starts: dict[int, tuple[int, ...]] = {}
    for slot in slots:
        if slot.turn:
            starts[slot.turn.number] = (*starts.get(slot.turn.number, ()), slot.start)
    return Session(selection, parts, tuple(slots), tuple(left_out), asked, starts, grows_at)


def settle_and_rest(selection: Selection, seconds: int) -> tuple[int, int]:
    """Seconds of settling in and of resting, around steps and changeovers that take `seconds`."""
    before = _quiet_seconds(selection.before_first, tempos().settle, seconds)
    return before, _quiet_seconds(selection.after_last, tempos().rest, seconds)


def minutes_around(selection: Selection, seconds: int) -> int:
    """Whole minutes of a session whose steps and changeovers take `seconds`."""
    return max(LEAST_SESSION, ceil((seconds + sum(settle_and_rest(selection, seconds))) / 60))


def announced_minutes(selection: Selection, seconds: int) -> int:
    """The nearest whole minutes, as prints say them; when that is a little short, the rest is shorter."""
    whole = seconds + sum(settle_and_rest(selection, seconds))
    return max(LEAST_SESSION, int(whole / 60 + 0.5))


def _quiet_seconds(given: QuietTime | None, share: TimeShare, seconds: int) -> int:
    """How long settling in or resting takes: as the author says, otherwise in proportion."""
    minutes = _minutes_given(given)
    if minutes is None:
        return share.seconds(seconds)
    return 0 if minutes == "none" else round_seconds(60 * minutes)


def _minutes_given(given: QuietTime | None) -> float | Literal["none"] | None:
    return given.minutes if isinstance(given, Quiet) else given


def _slots(parts: Sequence[SessionPart], clock: int) -> Iterator[Slot]:
    """Every step in order, with the changeovers between them, from `clock` on."""
    visits = list(_visits(parts))
    before: Visit | None = None
    for visit, wash in zip(visits, washings(visit.stretch for visit in visits), strict=True):
        for slot in _visit_slots(visit, before, wash):
            yield replace(slot, start=clock)
            clock += slot.seconds
        before = visit


class Visit(Struct, frozen=True):
    """A step in its place in the session."""

    part: int
    run: int
    turn: Turn
    begins: bool
    """Whether its part begins with it on this side, or at all."""
    turns_side: bool
    """Whether everything is done on the other side from here on."""
    is_new: bool
    """Whether its part has not been worked on before."""

    @property
    def stretch(self) -> AreaWork:
        """The work of the step."""
        return AreaWork(self.turn.area, self.turn.soils, self.is_new)


def _visits(parts: Sequence[SessionPart]) -> Iterator[Visit]:
    """Every step in order; twice where its routine is done on one side, then on the other."""
    begun = set[int]()
    for group in side_by_side([part.routine for part in parts]):
        for run, sides in enumerate(turns_on_sides([parts[number] for number in group])):
            turns_side = run > 0
            for number, turns in zip(group, sides, strict=True):
                for place, turn in enumerate(turns):
                    yield Visit(number, run, turn, not place, turns_side, number not in begun)
                    begun.add(number)
                    turns_side = False


def _visit_slots(visit: Visit, before: Visit | None, wash: Wash | None) -> Iterator[Slot]:
    """The changeovers to a step, and the step; all begin at 0.

    Hands are clean before a routine is prepared: its oil comes after that.
    """
    number, run, turn = visit.part, visit.run, visit.turn
    changes: list[Slot] = []
    way = 0
    if visit.turns_side and before:
        changes.append(Slot("side", 0, change_side(before.turn.setup, visit.turn.start), number, run))
    elif before:
        end, start = before.turn.setup, turn.start
        way = change_routine(end, start) if visit.begins else changeover(end, start)
        if way and (visit.begins or end[0] != start[0]):
            changes.append(Slot(_change(end, start), 0, way, number, run))
            way = 0
    if wash:
        changes.append(Slot(wash.how, 0, tempos().clean[wash.how], number, run, area=wash.area))
    yield from sorted(changes, key=lambda slot: slot.kind == "routine")
    yield Slot("step", 0, way + turn.total, number, run, turn)


def _change(before: Setup, here: Setup) -> SlotKind:
    """The changeover between two setups that has a line of its own; a short way in a routine belongs to the step."""
    if before[0] != here[0]:
        return "turn-over" if {before[0], here[0]} == {"prone", "supine"} else "position"
    return "routine"
