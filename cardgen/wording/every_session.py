"""The texts of cardgen's own that fit a session: its areas, and how strong it may feel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from cardgen.planning.session import Session
from cardgen.wording.deck import Block
from cardgen.wording.safety import session_strength, word_conditions, word_session_strength
from cardgen.wording.safety_map import worked_areas
from cardgen.wording.words import FurtherWords, LineWords, Words, WorkingWords, fill


def working_blocks(session: Session, words: Words) -> tuple[Block, ...]:
    """How to work."""
    return tuple(_blocks(words.working, session, words))


def afterwards_blocks(session: Session, words: Words) -> Iterator[Block]:
    """Signs that are normal after the session, and signs that are not."""
    return _blocks(words.afterwards, session, words)


def _blocks(given: Iterable[WorkingWords], session: Session, words: Words) -> Iterator[Block]:
    for one in given:
        text = word_for_session(one.text, one.also, session, words)
        yield Block(one.icon, one.heading, text, in_safety=one.in_safety)


def care_lines(session: Session, words: Words) -> Iterator[LineWords]:
    """What to take care of, in lines."""
    for line in words.care:
        if text := word_conditions(line.text, line.conditions, session, words):
            yield replace(line, text=word_for_session(text, line.also, session, words))


def word_for_session(text: str, also: Iterable[FurtherWords], session: Session, words: Words) -> str:
    """A text with the strength that a session may have at most, and the further sentences that are about it."""
    strength, areas = session_strength(session), worked_areas(session.parts)
    techniques = frozenset().union(*(part.techniques for part in session.parts))
    said = [
        one.text
        for one in also
        if strength > one.above
        and (not one.areas or set(one.areas) & set(areas))
        and (not one.techniques or set(one.techniques) & techniques)
    ]
    return " ".join(filter(None, [fill(text, most=word_session_strength(session, words)), *said]))
