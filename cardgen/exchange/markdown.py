"""Writes a routine as Markdown, to paste into a document: everything that its cards say and show, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import fields

from cardgen.model.additions import additions
from cardgen.model.program import Member, Program
from cardgen.model.routine import Lengths, Routine
from cardgen.planning.session import Session, SessionPart, Turn
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Block, ListCard, Section, StepCard
from cardgen.wording.in_full import spell_out_share, spell_out_step
from cardgen.wording.times import word_time
from cardgen.wording.timetable import word_change
from cardgen.wording.words import ENGLISH, Words, words

SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$@^]|^[-+=]|(?<=www)\.|:(?=//)")
"""Characters with a special meaning in Markdown or a dialect of it."""
NUMBERED_LINE = re.compile(r"^(\d+)(?=[.)](\s|$))")


def as_markdown(written: Routine | Program, session: Session) -> str:
    """A routine or a program as Markdown; the session must be the one that does all of it."""
    spoken, deck = words(ENGLISH), word_deck(session)
    members = written.parts if isinstance(written, Program) else [None]
    sections = zip(deck.sections, session.parts, members, strict=True)
    parts = [
        f"# {escape_markdown(written.name)}",
        escape_markdown(written.summary),
        *_lengths(written.lengths, spoken),
        *_quiet_times(session, spoken),
        *(_list(card) for group in deck.before for card in group),
        *(text for section in sections for text in _section(*section, spoken)),
        _list(deck.after),
        *(_additions(written, spoken) if isinstance(written, Routine) else []),
        f"**{escape_markdown(deck.disclaimer)}**",
    ]
    return "\n\n".join(parts) + "\n"


def escape_markdown(text: str) -> str:
    """Escape a text so that Markdown prints it unchanged."""
    return NUMBERED_LINE.sub(r"\1\\", SPECIAL.sub(r"\\\g<0>", text))


def _lengths(lengths: Lengths, words: Words) -> Iterator[str]:
    """The minutes of each length that the author states."""
    given = [(field.name, getattr(lengths, field.name)) for field in fields(Lengths)]
    if stated := [f"{name}: {words.say('minutes', amount=minutes)}" for name, minutes in given if minutes]:
        yield ", ".join(stated).capitalize() + "."


def _quiet_times(session: Session, words: Words) -> Iterator[str]:
    """How long settling in and resting take."""
    quiet = [slot for slot in session.slots if slot.kind in ("settle", "rest")]
    times = [(word_change(slot, session, words), word_time(slot.seconds, words)) for slot in quiet]
    if times:
        stated = (f"{text}: {time}." for text, time in times)
        yield escape_markdown(" ".join(stated))


def _section(section: Section, part: SessionPart, member: Member | None, words: Words) -> Iterator[str]:
    """The steps of a routine; if it is a `member` of a program, below its name."""
    yield f"## {escape_markdown(section.name) if member else words.say('steps')}"
    yield escape_markdown(". ".join(fact.line for fact in section.facts) + ".")
    if member:
        yield escape_markdown(part.routine.summary)
        yield escape_markdown(spell_out_share(member, words))
    if section.opener:
        yield _bullets(section.opener.blocks)
    for card, turn in zip(section.steps, part.turns, strict=True):
        yield from _step(card, turn, words)
    if section.other_side:
        yield f"**{escape_markdown(section.other_side)}**"


def _step(card: StepCard, turn: Turn, words: Words) -> Iterator[str]:
    yield f"### {card.name}. {escape_markdown(card.title)}"
    yield f"**{escape_markdown(card.cue)}**"
    if card.caution:
        yield f"**{escape_markdown(words.heard['caution'])}: {escape_markdown(card.caution)}**"
    yield escape_markdown(" · ".join([card.key.line, *(fact.line for fact in card.facts)]))
    yield _bullets([*card.blocks, *(Block("", *text) for text in spell_out_step(turn, card, words))])


def _list(card: ListCard) -> str:
    return f"## {escape_markdown(card.title)}\n\n{_bullets(card.blocks)}"


def _additions(routine: Routine, words: Words) -> Iterator[str]:
    """What the author adds to the source."""
    titles = {step.id: f"{routine.card_names[step.id]}. {step.name}" for step in routine.steps}
    blocks = []
    for addition in additions(routine):
        key = addition.key.replace("_", " ").capitalize()
        text = f"{key}: {'; '.join(addition.texts)}" if addition.texts else f"{key}."
        blocks.append(Block("", titles.get(addition.step, routine.name), text))
    if blocks:
        yield f"## {words.say('ours')}\n\n{_bullets(blocks)}"


def _bullets(blocks: Iterable[Block]) -> str:
    """A list of paragraphs with headings."""
    pairs = ((block.heading.rstrip("."), block.in_one_line) for block in blocks)
    entries = ((escape_markdown(heading), escape_markdown(text)) for heading, text in pairs)
    return "\n".join(f"- **{heading}.** {text}".rstrip() for heading, text in entries)
