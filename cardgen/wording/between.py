"""Words what the lists of programs and routines say to do before a session, between its routines, and after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from cardgen.model.prose import whole_text
from cardgen.model.routine import Note, Quiet, Receiver, Routine
from cardgen.planning.session import Session
from cardgen.reading.word_patterns import NOTHING, WordPattern, any_of
from cardgen.wording.deck import Block
from cardgen.wording.entry_words import ComfortWords
from cardgen.wording.every_session import word_for_session
from cardgen.wording.sentences import sentence, split_sentences
from cardgen.wording.timeline import CLEANING
from cardgen.wording.times import word_time
from cardgen.wording.words import Words

WASHING = "wash-hands"
"""The icon of notes about clean hands, which are not printed where the clock has time for that."""
AGREEING = "talk"
"""The icon of notes about what both agree on, which holds until the session ends."""
ONE_IS_ENOUGH = ("calm-room", "oil", "rest", "water")
"""The icons of notes that say the same in other words; with others, such as a towel's, two may say different things."""


def comfort_blocks(position: str, lines: Iterable[Block], words: Words) -> list[Block]:
    """What makes a position comfortable, in a heading, without what a line of the author says; none if that is all."""
    own = list(lines)
    unsaid = [one for one in words.comfort.get(position, ()) if not _is_said(one, own)]
    return [Block(unsaid[0].icon, sentence("; ".join(one.text for one in unsaid)), "")] if unsaid else []


def _is_said(comfort: ComfortWords, lines: Iterable[Block]) -> bool:
    names = WordPattern(rf"\b(?:{any_of(map(str.lower, comfort.names)) or NOTHING})s?\b")
    return any(line.icon == comfort.icon or names.search(f"{line.heading} {line.text}") for line in lines)


def comfort_lines(routine: Routine) -> Iterator[Block]:
    """The lines in which an author says what makes a position comfortable."""
    if isinstance(routine.receiver, Receiver) and routine.receiver.note:
        yield Block(f"receiver-{routine.position}", routine.receiver.note, "")
    yield from map(note_block, routine.prepare)


def note_block(note: Note) -> Block:
    """An author's note as a paragraph."""
    return Block(note.icon, note.do, whole_text(note.more))


def preparation_blocks(session: Session) -> Iterator[Block]:
    """What to prepare before the session: the program's list, or that of its first routine; each note once.

    What other routines need for the whole session comes with it, before what is done at the table, unless the program
    has a note with the same icon.
    """
    parts, program = session.parts, session.selection.prepare
    given = program or parts[0].routine.prepare
    place = len(given) - len(_at_the_table(session))
    further = _further(given, (part.routine.prepare for part in parts[not program :]), program)
    yield from dict.fromkeys(map(note_block, (*given[:place], *further, *given[place:])))


def _at_the_table(session: Session) -> list[Note]:
    """What is prepared last: in the first routine, from its first note that is for itself alone; not a program's."""
    given = session.parts[0].routine.prepare
    place = next((number for number, note in enumerate(given) if note.belongs_to == "routine"), len(given))
    return [] if session.selection.prepare else given[place:]


def preparation_with_washing(session: Session, words: Words) -> list[Block]:
    """The same, with clean hands."""
    return with_washing(preparation_blocks(session), session, words)


def with_washing(preparation: Iterable[Block], session: Session, words: Words) -> list[Block]:
    """A preparation with clean hands: after what is fetched and laid out for the session, before hands are oiled."""
    blocks = list(preparation)
    if any(block.icon == WASHING for block in blocks):
        return blocks
    last = list(map(note_block, _at_the_table(session)))
    place = next((number for number, block in enumerate(blocks) if block in last), len(blocks))
    return [*blocks[:place], Block(WASHING, sentence(words.changes["wash"]), ""), *blocks[place:]]


def aftercare_blocks(session: Session) -> Iterator[Block]:
    """What to do after the session: what the last routine and the program say; each note once.

    What earlier routines say for the whole session comes with it. A program's note replaces those with the same icon.
    """
    *earlier, last = session.parts
    program = session.selection.after
    given = (*_unlike(last.routine.after, program), *program)
    further = _further(given, (part.routine.after for part in earlier), program)
    yield from dict.fromkeys(map(note_block, (*given, *further)))


def aftercare_in_brief(session: Session, words: Words) -> tuple[Block, ...]:
    """What to do after the session, and when to see a doctor, each in a heading."""
    return (*rest_blocks(session, words), *doctor_blocks(session, words))


def rest_blocks(session: Session, words: Words) -> tuple[Block, ...]:
    """How the session ends quietly, and what to do after it."""
    return (*quiet_blocks(session, "rest", words), *aftercare_blocks(session))


def doctor_blocks(session: Session, words: Words) -> Iterator[Block]:
    """When to see a doctor afterwards, each in a heading."""
    return (Block(line.icon, word_for_session(line.text, line.also, session, words), "") for line in words.see_doctor)


def quiet_blocks(session: Session, kind: Literal["settle", "rest"], words: Words) -> list[Block]:
    """What the author says about the time before the first step, or after the last: what to do, and how long."""
    slots = [slot for slot in session.slots if slot.kind == kind]
    given = session.selection.before_first if kind == "settle" else session.selection.after_last
    do, minutes = (given.do, given.minutes) if isinstance(given, Quiet) else (None, given)
    if not slots or (do is None and minutes is None):
        return []
    heading = (do or words.say(f"only_{kind}")).rstrip(".")
    if isinstance(minutes, (int, float)) and not re.search(r"\d", heading):
        heading = words.say("for_time", do=heading, time=word_time(slots[0].seconds, words))
    return [Block("rest", heading, "")]


def ending_notes(session: Session, index: int) -> list[Note]:
    """What ends the routine before another one; nothing before the first."""
    return _here(session.parts[index - 1].routine.after, session, index) if index else []


def beginning_notes(session: Session, index: int) -> list[Note]:
    """What to do where a routine begins; that of the first is done before the session, unless a program has a list."""
    if not index and not session.selection.prepare:
        return []
    agreed = [note for part in session.parts[:index] for note in part.routine.prepare if note.icon == AGREEING]
    notes = _here(session.parts[index].routine.prepare, session, index)
    return [note for note in notes if note not in agreed]


def word_notes(notes: Iterable[Note]) -> str:
    """Notes in a line: "Cover the leg. Warm a little oil in your hands."."""
    return " ".join(sentence(note.do) for note in notes)


def first_notes(session: Session, index: int, words: Words) -> str:
    """What ends the routine before another one, in a line that says to do it first; empty when there is nothing."""
    ending = word_notes(ending_notes(session, index))
    return words.say("first_do", notes=ending) if ending else ""


def _here(notes: Iterable[Note], session: Session, index: int) -> list[Note]:
    """The notes that are not for the whole session; none about clean hands alone where the clock has time for that."""
    cleaned = any(slot.kind in CLEANING for slot in session.changes_before(index))
    needless = [note for note in notes if cleaned and note.icon == WASHING and not split_sentences(note.do)[1:]]
    return [note for note in notes if note.belongs_to == "routine" and note not in needless]


def _further(given: Sequence[Note], lists: Iterable[Iterable[Note]], program: Sequence[Note]) -> list[Note]:
    """The notes of routines that are for the whole session, and that neither the program nor those given replace."""
    known = [note for note in given if note.icon in ONE_IS_ENOUGH and note.belongs_to == "session"]
    found: list[Note] = []
    for note in (note for notes in lists for note in notes if note.belongs_to == "session"):
        if _unlike([note], [*program, *known]):
            found.append(note)
            if note.icon in ONE_IS_ENOUGH:
                known.append(note)
    return found


def _unlike(notes: Iterable[Note], others: Iterable[Note]) -> list[Note]:
    """The notes whose icons none of the others has."""
    icons = {note.icon for note in others}
    return [note for note in notes if note.icon not in icons]
