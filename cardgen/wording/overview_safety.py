"""The safety rules for a card with a whole routine: as on the safety card, or in brief as on a plan."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.planning.session import Session
from cardgen.wording.deck import Block, SafetyRules
from cardgen.wording.every_session import care_lines
from cardgen.wording.keep_off import keep_off_in_a_line
from cardgen.wording.list_cards import rule_blocks, safety_card
from cardgen.wording.safety import (
    SafetySource,
    caution_blocks,
    exclusion_blocks,
    questions,
    routine_source,
    safety_sources,
    without_steps,
)
from cardgen.wording.words import Words


def word_rules(session: Session, words: Words) -> tuple[SafetyRules, ...]:
    """The rules for a whole session: in full, in brief, then without steps to leave out, whose rows say so."""
    sources = safety_sources(session, words)
    in_brief = (_in_brief(session, shown, words) for shown in (sources, without_steps(sources)))
    return _in_full(session, words), *in_brief


def word_rules_of_part(session: Session, index: int, words: Words) -> tuple[SafetyRules, ...]:
    """The rules on the card of one of several routines, which have those of the whole session on a card before them."""
    part = session.parts[index]
    cautions, keep_off = caution_blocks([routine_source(session, part)], words), keep_off_in_a_line([part], words)
    return (SafetyRules(tuple(cautions), keep_off),)


def _in_full(session: Session, words: Words) -> SafetyRules:
    card, keep_off = safety_card(session, words), keep_off_in_a_line(session.parts, words)
    asked = rule_blocks([rule for rule in words.safety if rule.conditions], session, words)
    later = rule_blocks([rule for rule in words.safety if not rule.conditions], session, words)
    return SafetyRules((*card.blocks[: card.on_fronts], *asked), (*keep_off, *later))


def _in_brief(session: Session, sources: Sequence[SafetySource], words: Words) -> SafetyRules:
    asked = Block("talk", "", " ".join([*(check.text for check in words.checks), *questions(sources)]))
    care = list(care_lines(session, words))
    not_now = Block("stop", "", " ".join(line.text for line in care if line.before))
    stopping = Block("stop", "", " ".join(line.text for line in care if not line.before))
    authors = (*exclusion_blocks(sources, words), *caution_blocks(sources, words))
    return SafetyRules((asked, not_now, *authors), (*keep_off_in_a_line(session.parts, words), stopping))
