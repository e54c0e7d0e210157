"""A session: what is done, in order and by the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, takewhile, zip_longest
from typing import Literal

from msgspec import Struct

from cardgen.model.card_name import CardName
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import About, Position
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.sides import side_by_side
from cardgen.planning.tempos import Setup, changeover, moves_between_sides, seconds_on_sides
from cardgen.planning.washing import soils

SlotKind = Literal["settle", "step", "turn-over", "position", "routine", "wash", "wipe", "side", "rest"]
Reason = Literal["hand", "part", "detail", "extra", "variant", "fewer"]
"""Reasons for leaving something out: by hand; or for lack of time, a routine, step, variant, or part of the amount."""


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
    not_again: tuple[Turn, ...] = ()
    """Those that its author has it do again, for which this session is too short."""

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
    def soils(self) -> str:
        """The area that makes the giver clean the hands after it, or after what it repeats; empty if none does."""
        return next(filter(None, (soils(turn.step, turn.area) for turn in (*self.repeats, self))), "")

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


class SessionPart(Struct, frozen=True, dict=True):
    """The steps of one routine that a session does."""

    routine: Routine
    turns: tuple[Turn, ...]

    @property
    def passes(self) -> int:
        """2 when the whole routine is done on one side, then on the other."""
        return sum(bool(turns) for turns in self.runs)

    @cached_property
    def runs(self) -> tuple[tuple[Turn, ...], ...]:
        """The steps on each side of the routine, or at all: some may be done only once."""
        if not self.routine.sides:
            return (self.turns,)
        return tuple(tuple(turn for turn in self.turns if turn.step.is_done(last)) for last in (False, True))

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The body areas that it works on, that of the routine first; every text about a session asks for them."""
        return tuple(dict.fromkeys([self.routine.area, *(turn.area for turn in self.turns)]))

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The positions of the receiver in it, in the order in which they come."""
        usual = self.routine.position
        return tuple(dict.fromkeys(turn.step.position or usual for turn in self.turns))

    @cached_property
    def following(self) -> list[dict[int, Turn | None]]:
        """For each side the step after each step, by its number; None after the last one."""
        return [{turn.number: after for turn, after in zip_longest(turns, turns[1:])} for turns in self.runs]


class Slot(Struct, frozen=True):
    """A stretch of time: a step with the way to it, or a changeover with a line of its own."""

    kind: SlotKind
    start: int
    """Seconds from the start of the session."""
    seconds: int
    part: int
    """The number of the part, from 0; a changeover belongs to the part after it."""
    run: int = 0
    """1 when the part is done on the other side."""
    turn: Turn | None = None
    area: str = ""
    """The body area that is the reason why the giver's hands are cleaned."""

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
    """A note that the giver should keep in mind."""


class Session(Struct, frozen=True, dict=True):
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
        """The name of the whole selection; the session may lack parts of it."""
        return self.selection.name

    def sides_of(self, number: int) -> list[list[Turn]]:
        """The steps on each side, or at all, of a part and of those that are done together with it on one side."""
        group = self.together_with(number)
        sides = turns_on_sides([self.parts[one] for one in group])
        return [[turn for turns in side for turn in turns] for side in sides]

    def repeated_from(self, number: int) -> SessionPart | None:
        """The part from which everything is repeated on the other side after a part; None if the session goes on."""
        first, *others = self.together_with(number)
        ends = number == [first, *others][-1]
        return self.parts[first] if ends and len(self.sides_of(number)) > 1 else None

    def moved_between_sides(self, number: int) -> tuple[str, str] | None:
        """The receiver's positions at the end of one side and the start of the other; None if the receiver stays."""
        one, *others = self.sides_of(number)
        end, start = one[-1].setup[0], others[0][0].start[0] if others else one[-1].setup[0]
        return (end, start) if others and moves_between_sides(end, start) else None

    def together_with(self, number: int) -> tuple[int, ...]:
        """The numbers of the parts that are done together with a part on each side."""
        return next(group for group in side_by_side([part.routine for part in self.parts]) if number in group)

    @cached_property
    def slots_before(self) -> dict[int, Slot]:
        """The slot before each step, where it is done first, by the step's number."""
        return {slot.turn.number: before for before, slot in reversed([*pairwise(self.slots)]) if slot.turn}

    @property
    def following(self) -> tuple[int, ...]:
        """For each slot the number of the step that it is, or that comes after it; 0 after the last step."""
        numbers, number = list[int](), 0
        for slot in reversed(self.slots):
            number = slot.turn.number if slot.turn else number
            numbers.append(number)
        return tuple(reversed(numbers))

    def starts_of(self, slot: Slot) -> tuple[int, ...]:
        """The seconds at which a step or a changeover begins; two when it is the same on the other side."""
        numbers = self.following
        same = (slot.kind, numbers[self.slots.index(slot)])
        return tuple(one.start for one, number in zip(self.slots, numbers, strict=True) if (one.kind, number) == same)

    def runs_of(self, number: int) -> list[int]:
        """The sides on which a part is done: 0 for the first, 1 for the other."""
        return sorted({slot.run for slot in self.slots if slot.turn and slot.part == number})

    def changes_before(self, number: int) -> tuple[Slot, ...]:
        """The changeovers from one part to another."""
        return tuple(takewhile(lambda slot: not slot.turn, (slot for slot in self.slots if slot.part == number)))

    @property
    def listed(self) -> list[Slot]:
        """The stretches of time, each once: with each step in its place, for a list."""
        numbered = list(zip(self.slots, self.following, strict=True))
        first = {(slot.kind, number) for slot, number in numbered if not slot.run}
        found = [slot for slot, number in numbered if not slot.run or not (slot.turn or (slot.kind, number) in first)]
        for slot in self.slots:
            if slot.turn and slot.run and slot.turn.step.once:
                found.insert(_place_among(found, slot, slot.turn), slot)
        return found

    @property
    def whole(self) -> bool:
        """Whether it has every essential part of the selection."""
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
    """Where a step of a part belongs: among its other steps, or after them, behind the change of side."""
    same = [(place, slot.turn.number) for place, slot in enumerate(slots) if slot.turn and slot.part == late.part]
    if earlier := [place for place, number in same if number < turn.number]:
        place = earlier[-1] + 1
        changes = slots[place : place + 1] if len(earlier) == len(same) else ()
        return place + sum(slot.kind == "side" and slot.start < late.start for slot in changes)
    later = (place for place, slot in enumerate(slots) if slot.start > late.start)
    return same[0][0] if same else next(later, len(slots))


def setup(step: Step, routine: Routine) -> Setup:
    """Where everybody is for a step: the receiver's position, the area, the giver's place."""
    return (
        step.position or routine.position,
        step.area or routine.area,
        step.giver_at or routine.giver_at or "",
    )


def turns_on_sides(parts: Sequence[SessionPart]) -> Iterator[list[tuple[Turn, ...]]]:
    """The steps of parts that are done together, on each side that has any."""
    for side in range(len(parts[0].runs)):
        turns = [part.runs[side] for part in parts]
        if any(turns):
            yield turns
