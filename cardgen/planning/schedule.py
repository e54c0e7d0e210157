"""Puts what is done on the clock: the steps with their changeovers, and the quiet times around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import Literal

from msgspec.structs import replace

from cardgen.model.routine import Quiet, QuietTime
from cardgen.model.vocabulary import LEAST_SESSION
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.session import LeftOut, Session, SessionPart, Slot, SlotKind, Turn, turns_on_sides
from cardgen.planning.sides import side_by_side
from cardgen.planning.tempos import ROUNDING, Setup, Share, changeover, round_seconds, tempos
from cardgen.planning.washing import washings


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
        rest += min(tempos().spare, (60 * asked - end - rest) // ROUNDING * ROUNDING)
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


def _quiet_seconds(given: QuietTime | None, share: Share, seconds: int) -> int:
    """How long settling in or resting takes: as the author says, or else in proportion."""
    minutes = _minutes_given(given)
    if minutes is None:
        return share.seconds(seconds)
    return 0 if minutes == "none" else round_seconds(60 * minutes)


def _minutes_given(given: QuietTime | None) -> float | Literal["none"] | None:
    return given.minutes if isinstance(given, Quiet) else given


def _slots(parts: Sequence[SessionPart], clock: int) -> Iterator[Slot]:
    """Every step in order, with the changeovers between them, from `clock` on."""
    before: Turn | None = None
    washes = list(washings((part.routine.area, part.soils) for part in parts))
    for group in side_by_side([part.routine for part in parts]):
        for run, sides in enumerate(turns_on_sides([parts[number] for number in group])):
            if run:
                yield Slot("side", clock, tempos().change_side, group[0], run)
                clock, before = clock + tempos().change_side, None
            for number, turns in zip(group, sides, strict=True):
                for slot in _part_slots(turns, before, number, run, washes[number]):
                    yield replace(slot, start=clock)
                    clock += slot.seconds
                before = turns[-1] if turns else before


def _part_slots(turns: Sequence[Turn], previous: Turn | None, number: int, run: int, wash: int) -> Iterator[Slot]:
    """The steps of a part on one side, after the last one of the previous part; all begin at 0."""
    before = previous.setup if previous else None
    for turn in turns:
        first = turn is turns[0]
        way = changeover(before, turn.start) if before else 0
        if before and way and _is_shown(before, turn.start, first):
            yield Slot(_change(before, turn.start), 0, way, number, run)
            way = 0
        if first and previous and wash:
            yield Slot("wash", 0, wash, number, run)
        yield Slot("step", 0, way + turn.total, number, run, turn)
        before = turn.setup


def _is_shown(before: Setup, here: Setup, first: bool) -> bool:
    """Whether a changeover has a line of its own; a short way within a part belongs to the step after it."""
    return before[0] != here[0] or (first and before[1] != here[1])


def _change(before: Setup, here: Setup) -> SlotKind:
    """The changeover between two different setups."""
    if before[0] != here[0]:
        return "turn-over" if {before[0], here[0]} == {"prone", "supine"} else "position"
    return "area"
