"""Words which cards of a deck a session needs, in which order, and what differs from what is printed on them."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.model.routine import Routine
from cardgen.planning.session import Session, Slot, Turn
from cardgen.wording.amounts import key_figure
from cardgen.wording.deck import OrderLine
from cardgen.wording.facts import tab_of
from cardgen.wording.limb_order import once_only
from cardgen.wording.other_side import other_side_icon
from cardgen.wording.timeline import CHANGEOVER_ICONS
from cardgen.wording.times import clock, with_about, word_length, word_time, word_turn_time
from cardgen.wording.timetable import word_change
from cardgen.wording.words import Words


def word_order(session: Session, words: Words) -> Iterator[OrderLine]:
    """A line for each card, for each long changeover, and for each of several routines."""
    named, change = -1, None
    for slot in session.listed:
        routine = session.parts[slot.part].routine
        if slot.kind == "routine":
            change = slot
        if slot.part != named and len(session.parts) > 1 and slot.turn:
            yield OrderLine(tab_of(routine, words), routine.name, _change_facts(change, words) if change else "")
            named, change = slot.part, None
        if icon := _icon(slot, session):
            yield _change_line(slot, icon, session, words)
        if slot.turn:
            yield _card_line(slot, slot.turn, routine, session.asked is not None, words)


def word_order_facts(session: Session, words: Words) -> str:
    """How many cards, and how long: "6 cards in this order. About 20 min."."""
    count = len({str(turn.card) for turn in session.turns})
    phrase = "order_one" if count == 1 else "order_facts"
    return words.say(phrase, count=count, length=word_length(session.seconds, words))


def _change_line(slot: Slot, icon: str, session: Session, words: Words) -> OrderLine:
    """A changeover: when it begins and how long it takes; the other side is as long as the first one."""
    facts = clock(slot.start) if slot.kind == "side" else _change_facts(slot, words)
    tab = tab_of(session.parts[slot.part].routine, words)
    return OrderLine(tab, word_change(slot, session, words), facts, icon=icon)


def _icon(slot: Slot, session: Session) -> str:
    """The icon of a changeover with a line of its own; empty for other stretches of time."""
    return other_side_icon(session, slot.part) if slot.kind == "side" else CHANGEOVER_ICONS.get(slot.kind, "")


def _change_facts(slot: Slot, words: Words) -> str:
    return f"{clock(slot.start)} · {word_time(slot.seconds, words)}"


def _card_line(slot: Slot, turn: Turn, routine: Routine, timed: bool, words: Words) -> OrderLine:
    time = with_about(word_turn_time(turn, words), turn.estimated, words)
    return OrderLine(
        tab_of(routine, words, turn.area),
        turn.step.name,
        f"{clock(slot.start)} · {time}",
        number=str(turn.number),
        card=str(turn.card),
        changed="; ".join(_changes(turn, routine, timed, words)),
    )


def _changes(turn: Turn, routine: Routine, timed: bool, words: Words) -> Iterator[str]:
    """The points in which this session differs from its other sides or from the card: amounts, repeated steps."""
    if once := once_only(turn.step, routine, words):
        yield once
    written = routine.steps[turn.card.number - 1]
    if turn.step.repeat != written.repeat or len(turn.repeats) < len(written.repeats):
        yield words.say("this_time", what=key_figure(turn, words).line)
    if timed:
        yield from (words.say("also", name=variant.name) for variant in turn.step.variants)
