"""A session by the clock, in words: every step and changeover in a line, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.planning.session import Session, Slot, setup
from cardgen.wording.times import clock, word_length, word_seconds, word_turn_time
from cardgen.wording.words import ENGLISH, Words, fill, words


class Line(Struct, frozen=True):
    """A step, or what lies between steps."""

    clock: str
    number: str
    text: str
    minutes: str


class Timetable(Struct, frozen=True):
    """A whole session by the clock."""

    title: str
    summary: str
    lines: tuple[Line, ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]
    """Why, and what."""


def word_timetable(session: Session, language: str = ENGLISH) -> Timetable:
    """The timetable of a session."""
    spoken = words(language)
    return Timetable(
        session.name,
        " · ".join(_summary(session, spoken)),
        tuple(_line(slot, session, spoken) for slot in session.slots if slot.kind != "move"),
        word_left_out(session, spoken),
    )


def _summary(session: Session, words: Words) -> Iterator[str]:
    yield word_length(session.seconds, words)
    if session.asked:
        yield words.say("asked", amount=session.asked)
    yield from (words.positions[position].lower() for position in session.positions)


def _line(slot: Slot, session: Session, words: Words) -> Line:
    if slot.turn:
        about = words.say("about") + " " if slot.turn.estimated else ""
        return Line(
            clock(slot.start), str(slot.turn.number), slot.turn.step.name, about + word_turn_time(slot.turn, words)
        )
    time = word_seconds(slot.seconds, words)
    return Line(clock(slot.start), "", word_change(slot, session, words), time)


def word_change(slot: Slot, session: Session, words: Words) -> str:
    """What happens between two steps: "Turn over: face up"."""
    part = session.parts[slot.part]
    following = next((turn for turn in part.turns if session.starts[turn.number][slot.run] >= slot.end), part.turns[-1])
    position, area, giver = setup(following.step, part.routine)
    to = {
        "turn-over": words.positions[position].lower(),
        "position": words.positions[position].lower(),
        "area": words.areas[area].name.lower(),
        "side": words.limbs[part.routine.limb],
        "move": words.givers.get(giver, "").lower(),
    }
    return fill(words.changes[slot.kind], to=to.get(slot.kind, ""))


def word_left_out(session: Session, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is left out, under the reason for it."""
    found: dict[str, list[str]] = {}
    for entry in session.left_out:
        found.setdefault(words.left_out[entry.reason], []).append(entry.what)
    return tuple((reason, tuple(dict.fromkeys(names))) for reason, names in found.items())
