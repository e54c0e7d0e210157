"""What cards leave to their icons, their drawings and the planner: in words, for a page that has none of these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from cardgen.model.action import Action, Repeat
from cardgen.model.program import Member
from cardgen.model.vocabulary import About
from cardgen.planning.session import Turn
from cardgen.wording.deck import StepCard
from cardgen.wording.phrases import (
    AMOUNTS,
    amount,
    capital,
    hand_fact,
    hands_said,
    minutes_said,
    pressure_sentence,
    sentence,
    way_fact,
)
from cardgen.wording.words import Words


def in_full(turn: Turn, card: StepCard, words: Words) -> Iterator[tuple[str, str]]:
    """Headings and texts beyond the words of a step's card: stroke, phases, more amounts, no-go areas, times."""
    step = turn.step
    yield capital(words.techniques[step.technique]), _sentences(_terms(step, words))
    for number, phase in enumerate(step.phases, 1):
        yield f"{number} {phase.do}", _sentences(_action(phase, words))
    limb = words.limbs[step.limb] if step.twice else ""
    if more := list(_amounts(step.repeat, words, limb))[1:]:
        yield words.say("also", name="; ".join(more)), ""
    if card.drawing and card.drawing.avoid:
        places = ", ".join(re.sub(r"\W", " ", name) for name in card.drawing.avoid)
        yield words.say("keep_off"), sentence(words.say("no_zone", place=places))
    if file := card.picture.name if card.picture else step.image:
        yield words.say("picture", name=file), ""
    for variant in step.variants:
        if variant.minutes:
            yield variant.name, sentence(words.say("minutes", amount=minutes_said(variant.minutes)))
    spread = _spread(step.minutes, minutes_said, words)
    kept = words.say(f"keep_{step.keep}")
    yield words.heard["time"], _sentences([words.say("minutes", amount=spread) if spread else "", kept])


def share_in_full(member: Member, words: Words) -> str:
    """The share that a routine has of a program's time, in sentences."""
    share = words.say("share", amount=minutes_said(member.minutes)) if member.minutes else ""
    return _sentences([share, words.say(f"keep_{member.keep}")])


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(sentence(text) for text in texts if text)


def _terms(action: Action, words: Words) -> Iterator[str]:
    """The usual words for hands and ways that the author calls by others."""
    if action.hand and action.hand.say:
        yield words.hands[action.hand.use]
    yield from (words.directions[way.way] for way in action.ways if way.say)


def _action(action: Action, words: Words) -> Iterator[str]:
    """All that is said of what the hands do."""
    yield words.techniques[action.technique]
    if action.hand:
        yield from (hand_fact(action.hand, words).said, hands_said(action.hand, words))
    for way in action.ways:
        yield from (way_fact(way, action, words).said, way.effect or "")
    yield from _terms(action, words)
    if action.force:
        yield from (pressure_sentence(action.force, words), action.force.note or "")
    if action.pace:
        yield words.paces[action.pace]
    yield from _amounts(action.repeat, words)
    if action.repeat:
        yield from (action.repeat.extent or "", action.repeat.note or "")


def _amounts(repeat: Repeat | None, words: Words, limb: str = "") -> Iterator[str]:
    """Every amount that is given, the first as the card has it."""
    each = repeat.each if repeat else None
    for name in AMOUNTS:
        if given := getattr(repeat, name, None):
            yield amount(replace(Repeat(each=each), **{name: given}), words, limb)
            if spread := _spread(given, "{:g}".format, words):
                yield words.say("seconds", about="", count=spread)


def _spread(given: object, said: Callable[[float], str], words: Words) -> str:
    """How little and how much an estimate may become: "1 to 2½"; empty when nothing is said of it."""
    if not isinstance(given, About) or not (given.least or given.most):
        return ""
    least, most = given.least or given.about, given.most or given.about
    return words.say("spread", least=said(least), most=said(most))
