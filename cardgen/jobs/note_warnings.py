"""Warnings that the note about the receiver names a condition with which the pages leave something out."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.planning.session import Session, SessionPart
from cardgen.wording.noted_conditions import named_words
from cardgen.wording.position_limits import limits_within, ruled_out_by_position
from cardgen.wording.safety import routine_source
from cardgen.wording.sentences import sentence
from cardgen.wording.words import Words

Ruling = tuple[str, str]
"""A condition, and what the pages say about receivers with it."""


def note_warnings(session: Session, words: Words) -> Iterator[str]:
    """For each condition that the note names, what the pages say about it, as a warning for all that the note says.

    A warning is in English, and quotes the pages in the language of these.
    """
    found: dict[str, list[str]] = {}
    for condition, rule in _rules(session, words) if session.recipient.notes else ():
        if named := named_words(session.recipient.notes, condition, words):
            found.setdefault(named, []).append(rule)
    for said, rules in found.items():
        yield f"The note says '{said}'. {' '.join(dict.fromkeys(rules))}"


def _rules(session: Session, words: Words) -> Iterator[Ruling]:
    """Every condition of a session: what rules out all of it, then routines and steps, at last what to ask a doctor."""
    for rule in words.safety:
        if rule.gathers == "not_with":
            yield from ((name, sentence(f"{rule.heading}: {name}")) for name in rule.names)
    programs = session.selection.safety
    yield from ((one, sentence(f"{words.say('not_with')}: {one}")) for one in programs.not_with)
    for part in session.parts:
        yield from _of_part(part, session, words)
    for rule in words.safety:
        yield from ((one, sentence(f"{rule.heading}: {one}")) for one in rule.conditions)


def _of_part(part: SessionPart, session: Session, words: Words) -> Iterator[Ruling]:
    """What holds for a routine, for a receiver who lies as it needs, and for its steps."""
    safety, name = routine_source(session, part).safety, part.routine.name
    for one in safety.not_with:
        yield one, sentence(f"{words.say('not_with')}: {one}")
    for one in (*ruled_out_by_position(part, words), *safety.leave_out_with):
        yield one, sentence(f"'{name}' is not for: {one}")
    for limit in limits_within(part, words):
        yield limit.condition, sentence(f"'{name}' with {limit.condition}: {limit.remark}")
    for caution in safety.group_cautions:
        yield caution.only_with, sentence(f"'{name}' with {caution.only_with}: {caution.do}")
    for turn in part.turns:
        for one in turn.step.exclusions:
            what = words.say("leave_out", steps=f"{turn.card} '{turn.step.name}'")
            yield one, sentence(f"{what} {words.say('not_with_conditions', conditions=one)}")
