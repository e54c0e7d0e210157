"""Words the table of a plan: a row for each step, each long changeover, and each of several routines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.action import Pressure
from cardgen.model.card_name import CardName
from cardgen.model.routine import Routine, Step
from cardgen.planning.session import Session, Slot, Turn
from cardgen.wording.amounts import key_figure, whole_figure, word_note, word_way
from cardgen.wording.between import beginning_notes, ending_notes, first_notes, word_notes
from cardgen.wording.deck import Fact, Tab
from cardgen.wording.facts import (
    amount_says_sides,
    hand_fact,
    tab_of,
    way_fact,
    word_ask,
    word_side,
)
from cardgen.wording.key_figures import KeyFigure
from cardgen.wording.limb_order import once_only
from cardgen.wording.other_side import authors_before_other_side, other_side_icon, word_other_side_how
from cardgen.wording.pressures import pressure_fact, word_pressure, word_pressures
from cardgen.wording.repetition import unsaid
from cardgen.wording.safety import step_caution
from cardgen.wording.sentences import capitalize
from cardgen.wording.step_cards import word_cue
from cardgen.wording.timeline import CHANGEOVER_ICONS
from cardgen.wording.times import clock
from cardgen.wording.timetable import word_change, word_change_how
from cardgen.wording.words import Words


class PlanRow(Struct, frozen=True, cache_hash=True):
    """A step, a changeover (with an icon instead of a card), or the name of a routine (with neither).

    Its hash is kept, because rows are looked up again and again among those that are broken into lines.
    """

    tab: Tab
    name: str
    clocks: tuple[str, ...] = ()
    """When it begins; twice when the routine is done on one side, then on the other."""
    card: CardName | None = None
    """The name of the card of a step, which is its number in all of the plan."""
    cue: str = ""
    notes: str = ""
    """What to do between two routines, in the words of their authors."""
    icon: str = ""
    """The icon of a changeover."""
    hands: Fact | None = None
    way: Fact | None = None
    press: Fact | None = None
    key: KeyFigure | None = None
    more: str = ""
    """Texts beyond the icons and the key figure: a range of pressure, further directions, sides, questions."""
    minutes: str = ""
    caution: str = ""
    only: str = ""
    """Next to the name of a step: that it is done only once in a routine with sides, or only if you like."""
    is_other_side: bool = False
    """Whether it is the change to the other side."""

    @property
    def turns_over(self) -> bool:
        """Whether the receiver moves, and may fall: dense rows, too, say how."""
        return self.icon == "turn-over"

    @property
    def is_heading(self) -> bool:
        """The name of a routine; its clock is when the giver begins to move there."""
        return not (self.card or self.icon)


def word_rows(session: Session, words: Words) -> Iterator[PlanRow]:
    """The rows of the table; each step and each changeover has only one, even if it is repeated on the other side."""
    named, change, ends = -1, None, True
    for slot in session.listed:
        new = slot.part != named and len(session.parts) > 1
        if slot.kind == "routine":
            change = slot
        if new and slot.turn:
            yield _name_row(session, slot.part, change, ends, words)
            named, change, ends = slot.part, None, True
        if slot.turn:
            yield _step_row(slot, slot.turn, session.parts[slot.part].routine, session, words)
        elif slot.kind == "side":
            yield _other_side_row(slot, session, words)
        elif slot.kind in CHANGEOVER_ICONS:
            notes = first_notes(session, slot.part, words) if new and ends else ""
            ends = ends and not new
            yield replace(_changeover_row(slot, session, words), notes=notes)


def _clocks(slot: Slot, session: Session) -> tuple[str, ...]:
    """When a changeover begins; twice when it is the same on the other side."""
    return tuple(map(clock, session.starts_of(slot)))


def _changeover_row(slot: Slot, session: Session, words: Words) -> PlanRow:
    return PlanRow(
        tab_of(session.parts[slot.part].routine, words),
        word_change(slot, session, words),
        _clocks(slot, session),
        cue=word_change_how(slot, session, words),
        icon=CHANGEOVER_ICONS[slot.kind],
        minutes=clock(slot.seconds),
    )


def _other_side_row(side: Slot, session: Session, words: Words) -> PlanRow:
    return PlanRow(
        tab_of(session.parts[side.part].routine, words),
        word_change(side, session, words),
        (clock(side.start),),
        cue=word_other_side_how(session, side.part, words),
        notes=authors_before_other_side(session, side.part),
        icon=other_side_icon(session, side.part),
        minutes=clock(side.seconds),
        is_other_side=True,
    )


def _name_row(session: Session, number: int, change: Slot | None, ends: bool, words: Words) -> PlanRow:
    """A routine's name, what to do before it, and how long that takes; `ends`: also what ends the one before it."""
    routine = session.parts[number].routine
    notes = [*(ending_notes(session, number) if ends else ()), *beginning_notes(session, number)]
    row = PlanRow(tab_of(routine, words), routine.name, notes=word_notes(notes))
    return replace(row, clocks=_clocks(change, session), minutes=clock(change.seconds)) if change else row


def _step_row(slot: Slot, turn: Turn, routine: Routine, session: Session, words: Words) -> PlanRow:
    """A step with the first hands, direction and pressure that it or its phases name."""
    step, extra = turn.step, turn.step.keep == "extra"
    hand = next((action.hand for action in step.actions if action.hand), None)
    way = next(((way, action) for action in step.actions for way in action.ways), None)
    force = next((action.force for action in step.actions if action.force), None)
    return PlanRow(
        tab_of(routine, words, turn.area),
        step.name,
        ("",) * slot.run + tuple(map(clock, session.starts[turn.number])),
        turn.card,
        word_cue(turn, words),
        hands=hand_fact(hand, words) if hand else None,
        way=way_fact(*way, words) if way else None,
        press=pressure_fact(force, words) if force else None,
        key=_row_figure(turn, words),
        minutes=clock(slot.seconds),
        more=_more(turn, routine, words),
        caution=step_caution(step, words),
        only=" · ".join(filter(None, (once_only(step, routine, words), words.say("if_liked") if extra else ""))),
    )


def _row_figure(turn: Turn, words: Words) -> KeyFigure:
    """All the amounts of a step: a large number where it says as much as the words."""
    whole, number = whole_figure(turn, words), key_figure(turn, words)
    return number if number.line == whole.line else whole


def _more(turn: Turn, routine: Routine, words: Words) -> str:
    """Texts beyond the icons of a step and the other texts of its row."""
    step = turn.step
    amount = whole_figure(turn, words).line
    said = [step.name, amount, once_only(step, routine, words), step_caution(step, words)]
    notes = [*_pressures(step, said, words), *_ways(step, words), *_sides(step, amount, words)]
    notes += [note.rstrip(".") for action in step.actions if (note := word_note(action))]
    return " · ".join([*unsaid(notes, said, words), *filter(None, [word_ask(step, words)])])


def _pressures(step: Step, said: Sequence[str], words: Words) -> Iterator[str]:
    """The pressures of a step that are more than one level, and the notes on them."""
    forces = [action.force for action in step.actions if action.force]
    plain = [Pressure(level=level) for force in forces for level in force.levels][:1]
    texts = list(word_pressures(step, said, words))
    if forces != plain and texts != [word_pressure(force, words).rstrip(".") for force in plain]:
        yield from texts
    yield from (capitalize(force.note) for force in forces if force.note)


def _ways(step: Step, words: Words) -> Iterator[str]:
    """The directions of a step, or those of its phases if it has none, that are more than one icon."""
    ways = step.ways or [way for phase in step.phases for way in phase.ways]
    named = list(dict.fromkeys(word_way(way, words) for way in ways))
    if named[1:] and step.amounts[0].share.each != "direction":
        yield capitalize(", ".join(named))
    else:
        yield from (way.say for way in ways[:1] if way.say)


def _sides(step: Step, amount: str, words: Words) -> Iterator[str]:
    """The sides of a step, if the amount does not tell them: "x3 on each leg", "One side, then the other"."""
    if step.sides and not amount_says_sides(step, amount, words):
        yield word_side(step, words)
