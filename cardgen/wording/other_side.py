"""Words the change to the other side of a routine: "Now the left leg"; a receiver on one side turns over."""

from __future__ import annotations

from typing import Literal

from cardgen.model.routine import Routine
from cardgen.planning.session import Session
from cardgen.wording.limb_order import other_limb
from cardgen.wording.sentences import sentences, uncapitalize
from cardgen.wording.words import Words

Change = Literal["side", "side_lying", "turn-over", "position"]
"""What the receiver does, by the key of its words: `side` stays as before, all others move."""


def other_side_change(session: Session, number: int) -> Change:
    """What the receiver does before a part, with those done together with it, is repeated on the other side."""
    moved = session.moved_between_sides(number)
    if moved is None:
        return "side"
    if moved == ("side", "side"):
        return "side_lying"
    return "turn-over" if set(moved) == {"prone", "supine"} else "position"


def other_side_icon(session: Session, number: int) -> str:
    """The icon of the change."""
    return "other-side" if other_side_change(session, number) == "side" else "turn-over"


def word_other_side(session: Session, number: int, words: Words) -> str:
    """Which limb comes next, and whether to turn over for it: "Turn over: now the left leg is on top"."""
    change, limb = other_side_change(session, number), other_limb(_routine(session, number), words)
    if change == "side_lying":
        return words.say("other_limb_on_top", other=limb)
    title = words.say("other_limb", other=limb)
    return title if change == "side" else f"{word_turn(session, number, words)}: {uncapitalize(title)}"


def word_turn(session: Session, number: int, words: Words) -> str:
    """That the receiver turns over or changes position; empty when the receiver does not move."""
    change = other_side_change(session, number)
    if change == "side":
        return ""
    return words.say("new_position" if change == "position" else "turn_over")


def word_other_side_how(session: Session, number: int, words: Words) -> str:
    """How the receiver moves; empty when nobody does."""
    return words.changes_how.get(other_side_change(session, number), "")


def word_top(routine: Routine, words: Words) -> str:
    """Which side to work on, for a receiver who lies on one; empty for others."""
    if not (routine.sides and routine.position == "side"):
        return ""
    return words.say("work_on_top", limb=words.limbs[routine.limb])


def before_other_side(session: Session, number: int, text: str, words: Words) -> str:
    """The whole change: what authors say to do first, how the receiver moves, then the `text` about the other side."""
    how = word_other_side_how(session, number, words)
    return sentences(filter(None, [authors_before_other_side(session, number), how, text]))


def authors_before_other_side(session: Session, number: int) -> str:
    """What authors say to do before a part, with those done together with it, is repeated on the other side."""
    routines = [session.parts[part].routine for part in session.together_with(number)]
    return sentences(dict.fromkeys(text for routine in routines for text in routine.before_other_side))


def _routine(session: Session, number: int) -> Routine:
    return session.parts[session.together_with(number)[0]].routine
