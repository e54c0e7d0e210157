"""How much, in words: the key figure of a step, its further amounts, the line of a phase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cardgen.model.action import Action
from cardgen.model.amount import Amount, Phrase
from cardgen.model.routine import Phase
from cardgen.planning.session import Turn
from cardgen.wording.deck import CountFigure, EachWayFigure, Fact, KeyFigure, WordFigure
from cardgen.wording.sentences import capitalize, uncapitalize, word_steps
from cardgen.wording.words import Words


def word_amount(amount: Amount, words: Words) -> str:
    """An amount in a few words: "3 times in all", "Hold 5 s", "Up to the knee"; empty when the author gives none."""
    return _join(amount.phrases, amount, words)


def key_figure(turn: Turn, words: Words) -> KeyFigure:
    """How often, how long or how far a step is done."""
    step, amount = turn.step, turn.step.amounts[0]
    if step.phases:
        return WordFigure(tuple(word_phases(step.phases, words)))
    if turn.repeats:
        return WordFigure((_word_again(turn, word_amount(amount, words), words),))
    if figure := amount.figure:
        unit = words.say(figure.unit, count=figure.number, limb=_limb(amount, words))
        return EachWayFigure(figure.number, unit) if figure.both_ways else CountFigure(figure.number, unit)
    return WordFigure((capitalize(word_amount(amount, words) or words.techniques[step.technique]),))


def _word_again(turn: Turn, then: str, words: Words) -> str:
    """The steps to be done again, and how much of this one after them."""
    steps = word_steps(turn.repeats, words)
    return words.say("again_then", steps=steps, then=then) if then else words.say("again", steps=steps)


def further_amounts(action: Action, words: Words) -> list[Fact]:
    """The amounts after the first, each with its icon: "Hold 5 s"."""
    amounts = [replace(amount, each=None) for amount in action.amounts[1:]]
    return [Fact(amount.icon, capitalize(word_amount(amount, words))) for amount in amounts]


def word_phases(phases: Sequence[Phase], words: Words) -> Iterator[str]:
    """Each phase in a line: "1 Rock about 30 s"."""
    for number, phase in enumerate(phases, 1):
        yield words.say("phase", number=number, do=phase.do, amount=word_phase_amount(phase, words)).strip()


def word_phase_amount(phase: Phase, words: Words) -> str:
    """How much of a phase: "×3 to mid-back", "about 30 s", "5 s"."""
    amount, *others = phase.amounts
    further = [uncapitalize(fact.word) for fact in further_amounts(phase, words)]
    return ", ".join([_join(amount.brief(not others), amount, words), *further])


def _join(phrases: Iterable[Phrase], amount: Amount, words: Words) -> str:
    texts = (words.say(phrase.key, limb=_limb(amount, words), **phrase.values) for phrase in phrases)
    return " ".join(filter(None, texts))


def _limb(amount: Amount, words: Words) -> str:
    """The word for the limb that an amount is for, if it is for one."""
    return words.limbs.get(amount.each or "", "")


def word_notes(action: Action, beside: str) -> Iterator[str]:
    """What changes from one time to the next, and how far it goes unless the words beside it say so."""
    if action.repeat and action.repeat.note:
        yield action.repeat.note
    if action.repeat and action.repeat.extent and action.repeat.extent not in beside:
        yield action.repeat.extent
