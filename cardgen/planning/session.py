"""What is done in a session, in order, by the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import About, Minutes, Position
from cardgen.planning.selection import Selection
from cardgen.planning.timing import changeover, on_sides, tempos

Kind = Literal["settle", "step", "turn-over", "position", "area", "side", "move", "rest"]
Reason = Literal["hand", "extra", "detail", "part", "fewer", "variant"]
"""Why something is left out: not wanted; or for want of time, a step, a whole routine, repetitions, a variant."""


class Turn(Struct, frozen=True):
    """One step of a session, as it is done in it."""

    number: int
    step: Step
    area: str
    seconds: int
    """On one side, without the steps that it repeats."""
    repeats: tuple[Turn, ...]
    """The earlier steps of this session that this one repeats."""

    @property
    def minutes(self) -> Minutes:
        """Time of the step on one side, with that of the steps it repeats; an estimate when any part of it is one."""
        time = (self.seconds + sum(turn.total for turn in self.repeats)) / 60
        return About(about=time) if self.estimated else time

    @property
    def estimated(self) -> bool:
        own = self.step.minutes is None or isinstance(self.step.minutes, About)
        return own or any(turn.estimated for turn in self.repeats)

    @property
    def total(self) -> int:
        """Seconds of the step, both sides and the change between them counted when it is done on each."""
        return on_sides(self.step, self.seconds) + (2 if self.step.twice else 1) * sum(
            turn.total for turn in self.repeats
        )


class Part(Struct, frozen=True):
    """The steps of one routine."""

    routine: Routine
    turns: tuple[Turn, ...]

    @property
    def passes(self) -> int:
        """2 when the whole routine is done on one side, then on the other."""
        return 2 if self.routine.sides else 1


class Slot(Struct, frozen=True):
    """A stretch of time: a step, or what lies between steps."""

    kind: Kind
    start: int
    """Seconds from the start of the session."""
    seconds: int
    part: int
    """The number of the part, from 0: of a changeover, that of the step after it."""
    run: int = 0
    """1 on the other side of a part that is done on both."""
    turn: Turn | None = None

    @property
    def end(self) -> int:
        return self.start + self.seconds


class LeftOut(Struct, frozen=True):
    """Something that is not done, or less of it."""

    what: str
    reason: Reason


class Recipient(Struct, frozen=True):
    """For whom a session is printed."""

    name: str = ""
    notes: str = ""
    """What is to be thought of with this one."""


class Session(Struct, frozen=True):
    """What is done, in order and by the clock, and what is not."""

    selection: Selection
    parts: tuple[Part, ...]
    slots: tuple[Slot, ...]
    left_out: tuple[LeftOut, ...]
    asked: int | None
    """The minutes that were asked for; None for everything as it is written."""
    starts: dict[int, tuple[int, ...]]
    """For each step's number the seconds at which it begins; two when its routine is done on both sides in turn."""
    recipient: Recipient = Recipient()

    @property
    def name(self) -> str:
        return self.selection.name

    @property
    def title(self) -> str:
        """The name of what is printed."""
        return f"{self.name} ({self.recipient.name})" if self.recipient.name else self.name

    @property
    def turns(self) -> tuple[Turn, ...]:
        return tuple(turn for part in self.parts for turn in part.turns)

    @property
    def seconds(self) -> int:
        return self.slots[-1].end

    @property
    def positions(self) -> tuple[Position, ...]:
        """How the receiver lies or sits, in order."""
        found: list[Position] = []
        for part in self.parts:
            for turn in part.turns:
                position = turn.step.position or part.routine.position
                if found[-1:] != [position]:
                    found.append(position)
        return tuple(found)


def stands(step: Step, routine: Routine) -> tuple[str, str, str]:
    """Where everybody is for a step: the receiver's position, the area, the giver's place."""
    return (
        step.position or routine.position,
        step.area or routine.area,
        step.giver_at or routine.giver_at or "",
    )


def schedule(selection: Selection, parts: tuple[Part, ...], left_out: Iterable[LeftOut], asked: int | None) -> Session:
    """Put parts on the clock. In a session of `asked` minutes settling in and resting get what the steps leave them."""
    least, usual = tempos().settle_and_rest
    between = list(_slots(parts, 0))
    spare = usual if asked is None else 60 * asked - between[-1].end
    both = max(least, min(usual, spare - spare % 30))
    settle = both // 60 * 30
    slots = [Slot("settle", 0, settle, 0), *_slots(parts, settle)]
    slots.append(Slot("rest", slots[-1].end, both - settle, len(parts) - 1))
    starts: dict[int, tuple[int, ...]] = {}
    for slot in slots:
        if slot.turn:
            starts[slot.turn.number] = (*starts.get(slot.turn.number, ()), slot.start)
    return Session(selection, parts, tuple(slots), tuple(left_out), asked, starts)


def _slots(parts: Iterable[Part], clock: int) -> Iterator[Slot]:
    """Every step in order, and the changeovers between them; begins at `clock`."""
    before = None
    for number, part in enumerate(parts):
        for run in range(part.passes):
            if run:
                yield Slot("side", clock, tempos().change_side, number, run)
                clock += tempos().change_side
                before = None
            for turn in part.turns:
                here = stands(turn.step, part.routine)
                if before and (time := changeover(before, here)):
                    yield Slot(_kind(before, here), clock, time, number, run)
                    clock += time
                yield Slot("step", clock, turn.total, number, run, turn)
                clock += turn.total
                before = here


def _kind(before: tuple[str, str, str], here: tuple[str, str, str]) -> Kind:
    """What changes between two steps."""
    if before[0] != here[0]:
        return "turn-over" if {before[0], here[0]} == {"prone", "supine"} else "position"
    return "area" if before[1] != here[1] else "move"
