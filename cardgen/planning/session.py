"""A session: what is done, in order and by the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from msgspec import Struct

from cardgen.model.card_name import CardName
from cardgen.model.routine import Quiet, QuietTime, Routine, Step
from cardgen.model.vocabulary import About, Minutes, Position
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.tempos import changeover, seconds_on_sides, tempos

SlotKind = Literal["settle", "step", "turn-over", "position", "area", "side", "move", "rest"]
Reason = Literal["hand", "extra", "detail", "part", "fewer", "variant"]
"""Why something is left out: by hand; or for lack of time, a step, a routine, repetitions, a variant."""


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
    repeats: tuple[Turn, ...]
    """The earlier steps of this session that this one repeats."""

    @property
    def minutes(self) -> Minutes:
        """The time on one side, including the steps it repeats; an estimate when any part of it is one."""
        time = (self.seconds + sum(turn.total for turn in self.repeats)) / 60
        return About(about=time) if self.estimated else time

    @property
    def estimated(self) -> bool:
        """The author did not state the time, or not all of it."""
        own = self.step.minutes is None or isinstance(self.step.minutes, About)
        return own or any(turn.estimated for turn in self.repeats)

    @property
    def total(self) -> int:
        """Seconds of the step with everything it repeats; on both sides when it is done on each."""
        repeated = sum(turn.total for turn in self.repeats)
        return seconds_on_sides(self.step, self.seconds) + (2 if self.step.twice else 1) * repeated


class SessionPart(Struct, frozen=True):
    """The steps of one routine that a session does."""

    routine: Routine
    turns: tuple[Turn, ...]

    @property
    def passes(self) -> int:
        """2 when the whole routine is done on one side, then on the other."""
        return 2 if self.routine.sides else 1


class Slot(Struct, frozen=True):
    """A stretch of time: a step, or a changeover between steps."""

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


class Recipient(Struct, frozen=True):
    """The person a session is printed for."""

    name: str = ""
    notes: str = ""
    """What the giver should keep in mind."""


class QuietSeconds(NamedTuple):
    """The least and the most seconds of settling in, or of resting."""

    least: int
    most: int


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
    recipient: Recipient = Recipient()

    @property
    def name(self) -> str:
        return self.selection.name

    @property
    def title(self) -> str:
        """The title of the document."""
        return f"{self.name} ({self.recipient.name})" if self.recipient.name else self.name

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


def setup(step: Step, routine: Routine) -> tuple[str, str, str]:
    """Where everybody is for a step: the receiver's position, the area, the giver's place."""
    return (
        step.position or routine.position,
        step.area or routine.area,
        step.giver_at or routine.giver_at or "",
    )


def quiet_seconds(given: QuietTime | None) -> QuietSeconds:
    """How long settling in or resting takes: as the author says, or else half of both together."""
    least, most = tempos().settle_and_rest
    minutes = given.minutes if isinstance(given, Quiet) else given
    if minutes is None:
        return QuietSeconds(least // 2, most // 2)
    seconds = 0 if minutes == "none" else round(60 * minutes)
    return QuietSeconds(seconds, seconds)


def schedule(
    selection: Selection, parts: tuple[SessionPart, ...], left_out: Iterable[LeftOut], asked: int | None
) -> Session:
    """Put parts on the clock; in a session of `asked` minutes, settling in and resting share what is left."""
    before, after = quiet_seconds(selection.before_first), quiet_seconds(selection.after_last)
    between = list(_slots(parts, 0))
    least, both = before.least + after.least, before.most + after.most
    if asked is not None:
        spare = 60 * asked - between[-1].end
        both = max(least, min(both, spare - spare % 30))
    settle = min(max(both // 60 * 30, before.least, both - after.most), before.most, both - after.least)
    slots = [Slot("settle", 0, settle, 0), *_slots(parts, settle)]
    slots.append(Slot("rest", slots[-1].end, both - settle, len(parts) - 1))
    slots = [slot for slot in slots if slot.seconds]
    starts: dict[int, tuple[int, ...]] = {}
    for slot in slots:
        if slot.turn:
            starts[slot.turn.number] = (*starts.get(slot.turn.number, ()), slot.start)
    return Session(selection, parts, tuple(slots), tuple(left_out), asked, starts)


def _slots(parts: Iterable[SessionPart], clock: int) -> Iterator[Slot]:
    """Every step in order, with the changeovers between them, from `clock` on."""
    before = None
    for number, part in enumerate(parts):
        for run in range(part.passes):
            if run:
                yield Slot("side", clock, tempos().change_side, number, run)
                clock += tempos().change_side
                before = None
            for turn in part.turns:
                here = setup(turn.step, part.routine)
                if before and (time := changeover(before, here)):
                    yield Slot(_change(before, here), clock, time, number, run)
                    clock += time
                yield Slot("step", clock, turn.total, number, run, turn)
                clock += turn.total
                before = here


def _change(before: tuple[str, str, str], here: tuple[str, str, str]) -> SlotKind:
    """The changeover between two different setups."""
    if before[0] != here[0]:
        return "turn-over" if {before[0], here[0]} == {"prone", "supine"} else "position"
    return "area" if before[1] != here[1] else "move"
