"""Spells out what cards leave to icons, drawings and the planner, for a page that has none of these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from cardgen.model.action import Action
from cardgen.model.program import Member
from cardgen.model.routine import Step
from cardgen.model.vocabulary import About, Minutes
from cardgen.planning.session import Turn
from cardgen.wording.amounts import word_amount, word_note
from cardgen.wording.deck import StepCard
from cardgen.wording.facts import hand_fact, way_fact, word_hands
from cardgen.wording.pressures import word_pressure
from cardgen.wording.sentences import capitalize, sentence, sentences
from cardgen.wording.times import word_minutes, word_step_minutes
from cardgen.wording.words import Words


def spell_out_step(turn: Turn, card: StepCard, words: Words) -> Iterator[tuple[str, str]]:
    """Headings and texts beyond the words of a step's card: stroke, phases, more amounts, no-go areas, times."""
    step = turn.step
    yield capitalize(words.techniques[step.technique]), sentences(_terms(step, words))
    for number, phase in enumerate(step.phases, 1):
        yield f"{number} {phase.do}", sentences(_action(step, phase, words))
    if more := list(_amounts(step, step, words))[1:]:
        yield words.say("also", name="; ".join(more)), ""
    if card.drawing and card.drawing.avoid:
        yield words.say("keep_off"), sentence(words.say("no_zone", place=_readable(card.drawing.avoid)))
    if card.drawing and card.drawing.light:
        yield words.say("light_only"), sentence(capitalize(_readable(card.drawing.light)))
    if file := card.picture.name if card.picture else step.image:
        yield words.say("picture", name=file), ""
    for variant in step.variants:
        if variant.minutes:
            yield variant.name, sentence(words.say("minutes", amount=word_minutes(variant.minutes)))
    spread = _spread(step.minutes, word_minutes, words)
    kept = words.say(f"keep_{step.keep}")
    yield words.heard["time"], sentences([word_step_minutes(step, spread, words) if spread else "", kept])


def spell_out_share(member: Member, words: Words) -> str:
    """The share that a routine has of a program's time, in sentences."""
    share = words.say("share", amount=word_minutes(member.minutes)) if member.minutes else ""
    least = words.say("share_least", amount=word_minutes(member.least)) if member.least else ""
    priority = words.say("share_priority", number=member.priority) if member.priority else ""
    return sentences(filter(None, [share, least, words.say(f"keep_{member.keep}"), priority]))


def _terms(action: Action, words: Words) -> Iterator[str]:
    """The usual words for hands and directions for which the author has other words."""
    if action.hand and action.hand.say:
        yield words.hands[action.hand.use]
    yield from (words.directions[way.way] for way in action.ways if way.say)


def _action(step: Step, action: Action, words: Words) -> Iterator[str]:
    """Everything about what the hands do."""
    yield words.techniques[action.technique]
    if action.hand:
        yield from (hand_fact(action.hand, words).line, word_hands(action.hand, words))
    for way in action.ways:
        yield from (way_fact(way, action, words).line, way.effect or "")
    yield from _terms(action, words)
    if action.force:
        yield from (word_pressure(action.force, words), action.force.note or "")
    if action.pace:
        yield words.paces[action.pace]
    yield from _amounts(step, action, words)
    yield word_note(action)


def _amounts(step: Step, action: Action, words: Words) -> Iterator[str]:
    """Every amount that is given, the most important first, each with the range of its estimate."""
    for amount in step.amounts_of(action):
        yield word_amount(amount, words)
        if amount.estimate and (spread := _spread(amount.estimate, "{:g}".format, words)):
            yield words.say("span_s", count=spread)


def _spread(given: Minutes | None, word: Callable[[float], str], words: Words) -> str:
    """How little and how much an estimate may become: "1 to 2½"; empty when the author does not say."""
    if not isinstance(given, About) or not (given.least or given.most):
        return ""
    least, most = given.least or given.about, given.most or given.about
    return words.say("spread", least=word(least), most=word(most))


def _readable(regions: Iterable[str]) -> str:
    """The names of regions as words: "knee back right"."""
    return ", ".join(re.sub(r"\W", " ", name) for name in regions)
