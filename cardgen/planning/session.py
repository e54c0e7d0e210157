"""A session: what is done, in order and by the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.card_name import CardName
from cardgen.model.routine import Quiet, QuietTime, Routine, Step
from cardgen.model.vocabulary import LEAST_SESSION, About, Position
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.sides import side_by_side
from cardgen.planning.tempos import ROUNDING, Setup, Share, changeover, round_seconds, seconds_on_sides, tempos
from cardgen.planning.washing import soils, washings

SlotKind = Literal["settle", "step", "turn-over", "position", "area", "wash", "side", "rest"]
Reason = Literal["hand", "part", "detail", "extra", "variant", "fewer"]
"""Why something is left out: by hand; or for lack of time, a routine, a step, a variant, some of the amount."""


class Turn(Struct, frozen=True):
    """One step, as it is done in a session."""

    number: int
    """Its place in the order of the session, from 1."""
    card: CardName
    """The name of its card, whatever the session."""
    step: Step
    area: str
    seconds: int
    """On one side, without the steps that it repeats."""
    setup: Setup
    repeats: tuple[Turn, ...] = ()
    """The earlier steps of this session that this one does again, and how long each takes then."""

    @property
    def one_side(self) -> int:
        """Seconds on one side, including the steps it repeats."""
        return self.seconds + self._seconds_before

    @property
    def estimated(self) -> bool:
        """The author did not state the time, or not all of it."""
        own = self.step.minutes is None or isinstance(self.step.minutes, About)
        return own or bool(self.repeats)

    @property
    def start(self) -> Setup:
        """Where everybody is when it begins."""
        return self.repeats[0].setup if self.repeats else self.setup

    @property
    def total(self) -> int:
        """Seconds of the step with everything it repeats; on both sides when it is done on each."""
        return seconds_on_sides(self.step, self.one_side) + self._seconds_back

    @property
    def _seconds_before(self) -> int:
        """On one side: the steps that it repeats, and moving from each to the next."""
        moves = sum(changeover(one.setup, other.setup) for one, other in pairwise((*self.repeats, self)))
        return moves + sum(seconds_on_sides(turn.step, turn.seconds) for turn in self.repeats)

    @property
    def _seconds_back(self) -> int:
        """Moving back to where it begins, for the other side."""
        return changeover(self.setup, self.start) if self.step.twice else 0


class SessionPart(Struct, frozen=True):
    """The steps of one routine that a session does."""

    routine: Routine
    turns: tuple[Turn, ...]

    @property
    def passes(self) -> int:
        """2 when the whole routine is done on one side, then on the other."""
        return sum(bool(turns) for turns in self.runs)

    @property
    def runs(self) -> tuple[tuple[Turn, ...], ...]:
        """The steps on each side of the routine, or at all: some may be done only once."""
        if not self.routine.sides:
            return (self.turns,)
        return tuple(tuple(turn for turn in self.turns if turn.step.is_done(last)) for last in (False, True))

    @property
    def soils(self) -> bool:
        """Whether the giver washes the hands after it, before another area."""
        return any(soils(turn.step, turn.area) for turn in self.turns)


class Slot(Struct, frozen=True):
    """A stretch of time: a step with the way to it, or a longer changeover between steps."""

    kind: SlotKind
    start: int
    """Seconds from the start of the session."""
    seconds: int
    part: int
    """The number of the part, from 0; a changeover belongs to the part after it."""
    run: int = 0
    """1 when the part is done on the other side."""
    turn: Turn | None = None

    @property
    def end(self) -> int:
        return self.start + self.seconds


class LeftOut(Struct, frozen=True):
    """Something that is not done, or done less than usual."""

    what: str
    reason: Reason
    routine: str = ""
    """The name of the routine that it belongs to."""
    minutes: int | None = None
    """The minutes of a session that has it; None if no session does, or if it was left out by hand."""
    card: str = ""
    """The name of the card of a step; empty for a routine and for a variant."""


class Recipient(Struct, frozen=True):
    """The person a session is printed for."""

    name: str = ""
    notes: str = ""
    """What the giver should keep in mind."""


class Session(Struct, frozen=True):
    """What is done, in order and by the clock, and what is left out."""

    selection: Selection
    parts: tuple[SessionPart, ...]
    slots: tuple[Slot, ...]
    left_out: tuple[LeftOut, ...]
    asked: int | None
    """The minutes that were asked for; None for everything as it is written."""
    starts: dict[int, tuple[int, ...]]
    """The seconds at which each step begins, by its number; two of them when its routine is done on both sides."""
    grows_at: int | None = None
    """The minutes of the next longer session that has more; None when every step is at its most."""
    recipient: Recipient = Recipient()

    @property
    def name(self) -> str:
        """The name of the whole selection, of which the session may lack parts."""
        return self.selection.name

    def sides_of(self, number: int) -> list[list[Turn]]:
        """The steps on each side, or at all, of a part and of those that are done together with it on one side."""
        group = self._together_with(number)
        sides = _turns_on_sides([self.parts[one] for one in group])
        return [[turn for turns in side for turn in turns] for side in sides]

    def repeated_from(self, number: int) -> SessionPart | None:
        """The part from which everything is repeated on the other side after a part; None if the session goes on."""
        first, *others = self._together_with(number)
        ends = number == [first, *others][-1]
        return self.parts[first] if ends and len(self.sides_of(number)) > 1 else None

    def _together_with(self, number: int) -> tuple[int, ...]:
        """The numbers of the parts that are done together with a part on each side."""
        return next(group for group in side_by_side([part.routine for part in self.parts]) if number in group)

    @property
    def listed(self) -> list[Slot]:
        """The stretches of time with each step once, in its place, for a list."""
        found = [slot for slot in self.slots if not (slot.turn and slot.run)]
        for slot in self.slots:
            if slot.turn and slot.run and slot.turn.step.once:
                found.insert(_place_among(found, slot, slot.turn), slot)
        return found

    @property
    def whole(self) -> bool:
        """Whether it has every part that makes the selection what it is."""
        done = {part.routine.name for part in self.parts}
        return all(one.routine.name in done for one in self.selection.routines if one.keep == "core")

    @property
    def turns(self) -> tuple[Turn, ...]:
        return tuple(turn for part in self.parts for turn in part.turns)

    @property
    def seconds(self) -> int:
        return self.slots[-1].end

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions of the receiver, in order."""
        found: list[Position] = []
        for part in self.parts:
            for turn in part.turns:
                position = turn.step.position or part.routine.position
                if found[-1:] != [position]:
                    found.append(position)
        return tuple(found)


def _place_among(slots: Sequence[Slot], late: Slot, turn: Turn) -> int:
    """Where a step of a part belongs among the other steps of the part."""
    same = [(place, slot.turn.number) for place, slot in enumerate(slots) if slot.turn and slot.part == late.part]
    if earlier := [place for place, number in same if number < turn.number]:
        return earlier[-1] + 1
    later = (place for place, slot in enumerate(slots) if slot.start > late.start)
    return same[0][0] if same else next(later, len(slots))


def setup(step: Step, routine: Routine) -> Setup:
    """Where everybody is for a step: the receiver's position, the area, the giver's place."""
    return (
        step.position or routine.position,
        step.area or routine.area,
        step.giver_at or routine.giver_at or "",
    )


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
        for run, sides in enumerate(_turns_on_sides([parts[number] for number in group])):
            if run:
                yield Slot("side", clock, tempos().change_side, group[0], run)
                clock, before = clock + tempos().change_side, None
            for number, turns in zip(group, sides, strict=True):
                for slot in _part_slots(turns, before, number, run, washes[number]):
                    yield replace(slot, start=clock)
                    clock += slot.seconds
                before = turns[-1] if turns else before


def _turns_on_sides(parts: Sequence[SessionPart]) -> Iterator[list[tuple[Turn, ...]]]:
    """The steps of parts that are done together, on each side that has any."""
    for side in range(len(parts[0].runs)):
        turns = [part.runs[side] for part in parts]
        if any(turns):
            yield turns


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
