"""Words a session by the clock: a line for each step and changeover, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.model.routine import Quiet
from cardgen.planning.session import Session, Slot
from cardgen.wording.between import ending_notes
from cardgen.wording.left_out import LeftOutNames, word_left_out
from cardgen.wording.limb_order import once_only, other_limb
from cardgen.wording.other_side import word_turn
from cardgen.wording.repetition import orders_to_add
from cardgen.wording.sentences import split_sentences, uncapitalize, word_steps
from cardgen.wording.session_title import word_title
from cardgen.wording.times import clock, with_about, word_length
from cardgen.wording.words import ENGLISH, Words, fill, words


class TimetableLine(Struct, frozen=True):
    """A step, or a changeover between steps."""

    clock: str
    number: str
    """The place of a step in the order of the session; empty for a changeover."""
    card: str
    """The name of the card of a step."""
    text: str
    minutes: str


class Timetable(Struct, frozen=True):
    """A whole session by the clock."""

    title: str
    summary: str
    lines: tuple[TimetableLine, ...]
    left_out: LeftOutNames


def word_timetable(session: Session, language: str = ENGLISH) -> Timetable:
    """The timetable of a session."""
    spoken = words(language)
    return Timetable(
        word_title(session, spoken),
        " · ".join(_summary(session, spoken)),
        tuple(_line(slot, session, spoken) for slot in session.slots),
        word_left_out(session, spoken, brief=False),
    )


def _summary(session: Session, words: Words) -> Iterator[str]:
    yield word_length(session.seconds, words)
    if session.asked:
        yield words.say("asked", amount=session.asked)
    yield from (words.positions[position].lower() for position in session.positions)


def _line(slot: Slot, session: Session, words: Words) -> TimetableLine:
    if slot.turn:
        turn, time = slot.turn, with_about(clock(slot.seconds), slot.turn.estimated, words)
        once = once_only(turn.step, session.parts[slot.part].routine, words)
        name = f"{turn.step.name} ({uncapitalize(once)})" if once else turn.step.name
        return TimetableLine(clock(slot.start), str(turn.number), str(turn.card), name, time)
    return TimetableLine(clock(slot.start), "", "", word_change(slot, session, words), clock(slot.seconds))


def word_change(slot: Slot, session: Session, words: Words) -> str:
    """A changeover: "Turn over: face up"."""
    if slot.kind in ("settle", "rest"):
        return _quiet_words(slot, session) or words.changes[_quiet_kind(slot, session)]
    part = session.parts[slot.part]
    later = (one.turn for one in session.slots if one.turn and one.part == slot.part and one.start >= slot.end)
    position = next(later, part.turns[-1]).step.position or part.routine.position
    if slot.kind == "side":
        return _word_side(session, slot.part, words)
    to = {
        "turn-over": words.positions[position].lower(),
        "position": words.positions[position].lower(),
        "routine": part.routine.name,
    }
    return fill(words.changes[slot.kind], to=to.get(slot.kind, ""))


def _word_side(session: Session, part: int, words: Words) -> str:
    """The change to the other side: "Turn over. The left leg: same steps"."""
    limb, once = other_limb(session.parts[part].routine, words), _steps_on_other(session, part, words)
    text = fill(words.changes["side_some" if once else "side"], to=limb, steps=once)
    turn = word_turn(session, part, words)
    return f"{turn}. {text}" if turn else text


def _steps_on_other(session: Session, part: int, words: Words) -> str:
    """The steps on the other side, if they are not the same as on the first one."""
    first, other = session.sides_of(part)
    return "" if first == other else uncapitalize(word_steps(other, words))


def word_change_how(slot: Slot, session: Session, words: Words) -> str:
    """What to do during a changeover, without what the routine before it ends with.

    Empty when its author has words for it, or when that is clear.
    """
    if slot.kind in ("settle", "rest") and _quiet_words(slot, session):
        return ""
    if slot.area:
        return word_cleaning(slot, words)
    if slot.kind == "position" and session.parts[slot.part - 1].routine.position == "seated":
        kind = "lie_down"
    else:
        kind = _quiet_kind(slot, session)
    done = [note.do for note in ending_notes(session, slot.part)]
    wiped = [words.changes_how["oil"]] if any(_is_wiped(text, words) for text in done) else []
    return orders_to_add(words.changes_how.get(kind, ""), [*done, *wiped], words)


def _is_wiped(text: str, words: Words) -> bool:
    """Whether a sentence of a text says to wipe the receiver: "Pat off what is left of the lotion."."""
    wiping = words.recognized["wiping"].split()
    return any(sentence.split()[0].lower() in wiping for sentence in split_sentences(text))


def word_cleaning(slot: Slot, words: Words) -> str:
    """Why and how the giver cleans the hands."""
    return " ".join(filter(None, (words.areas[slot.area].cleaning, words.changes_how[slot.kind])))


def _quiet_words(slot: Slot, session: Session) -> str:
    """The author's words for settling in or resting."""
    given = session.selection.before_first if slot.kind == "settle" else session.selection.after_last
    return (given.do or "") if isinstance(given, Quiet) else ""


def _quiet_kind(slot: Slot, session: Session) -> str:
    """The key of a changeover: who sits does not get up from a table."""
    return "rest_seated" if slot.kind == "rest" and session.positions[-1] == "seated" else slot.kind
