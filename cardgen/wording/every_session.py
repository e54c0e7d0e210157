"""The texts of cardgen's own that fit a session: its areas, and how strong it may feel."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from cardgen.planning.session import Session
from cardgen.wording.deck import Block
from cardgen.wording.entry_words import LineWords, WorkingWords
from cardgen.wording.safety import session_strength, word_conditions, word_session_strength
from cardgen.wording.safety_map import worked_areas
from cardgen.wording.shown_words import FurtherWords
from cardgen.wording.words import Words, fill


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


def word_for_session(text: str, also: Sequence[FurtherWords], session: Session, words: Words) -> str:
    """A text with the strength that a session may have at most, and the further sentences that are about it."""
    said = _further_texts(also, session) if also else ()
    return " ".join(filter(None, [fill(text, most=word_session_strength(session, words)), *said]))


def _further_texts(also: Sequence[FurtherWords], session: Session) -> list[str]:
    strength, has = session_strength(session), _features(session)
    return [one.text for one in also if strength > one.above and _is_for(one, has)]


class _Features(NamedTuple):
    """What a session has that sentences may be about."""

    areas: Collection[str]
    techniques: Collection[str]
    levels: Collection[str]
    paces: Collection[str | None]
    ways: Collection[str]


def _features(session: Session) -> _Features:
    actions = [action for turn in session.turns for action in turn.step.actions]
    return _Features(
        areas=worked_areas(session.parts),
        techniques={action.technique for action in actions},
        levels={level for action in actions if action.force for level in action.force.levels},
        paces={action.pace for action in actions},
        ways={way.way for action in actions for way in action.ways},
    )


def _is_for(text: FurtherWords, has: _Features) -> bool:
    """Whether a sentence is about something that a session has, of each kind that it names."""
    named: tuple[Collection[str], ...] = (text.areas, text.techniques, text.levels, text.paces, text.ways)
    return all(not wanted or any(one in found for one in wanted) for wanted, found in zip(named, has, strict=True))
