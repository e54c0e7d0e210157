"""Says what comes after a step: the next one, the other limb, the next routine, or the end."""

from __future__ import annotations

from cardgen.planning.session import Session, Turn
from cardgen.wording.deck import BEFORE_TITLE, AfterStep
from cardgen.wording.limb_order import other_limb
from cardgen.wording.other_side import word_turn
from cardgen.wording.sentences import capitalize, uncapitalize
from cardgen.wording.words import Words


def word_following(session: Session, index: int, turn: Turn, words: Words) -> AfterStep:
    """What comes after a step of a part; on each limb, if that is not the same."""
    part = session.parts[index]
    after = [following[turn.number] for following in part.following if turn.number in following]
    first, last = after[0], after[-1]
    text = _name(first) or _end(session, index, turn, words)
    brief = _name_card(first) or _end(session, index, turn, words, brief=True)
    if last is None or _name_card(first) == _name_card(last):
        return AfterStep(text, brief, first.card if first else None)
    other = other_limb(part.routine, words)
    return AfterStep(
        words.say("next_by_side", first=text, other=other, last=_name(last)),
        words.say("next_by_side", first=brief, other=other, last=_name_card(last)),
    )


def _name(turn: Turn | None) -> str:
    """The name of a step's card, and its title; empty for None."""
    return f"{turn.card}{BEFORE_TITLE}{turn.step.name}" if turn else ""


def _name_card(turn: Turn | None) -> str:
    return str(turn.card) if turn else ""


def _end(session: Session, index: int, turn: Turn, words: Words, *, brief: bool = False) -> str:
    """What comes after the last step on a limb, or of all: the other limb, the next routine, or the aftercare."""
    limb = "" if turn.step.once == "last" else _other_limb(session, index, words, brief)
    if limb:
        return limb
    if index + 1 < len(session.parts):
        return session.parts[index + 1].routine.name
    return words.say("next_after")


def _other_limb(session: Session, index: int, words: Words, brief: bool) -> str:
    """The other limb, and the card with which it begins; empty when the session goes on."""
    first = session.repeated_from(index)
    if first is None:
        return ""
    other, number = other_limb(first.routine, words), session.sides_of(index)[1][0].card
    text = words.say("next_other_brief" if brief else "next_other", other=other, number=number)
    turn = "" if brief else word_turn(session, index, words)
    return f"{turn}: {uncapitalize(text)}" if turn else capitalize(text)
