"""Cards before a step whose front has too little room: with its caution, or its amount."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from cardgen.layouts.cards.steps.front import FrontOverflow
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.wording.deck import Block, StepCard
from cardgen.wording.key_figures import WordFigure
from cardgen.wording.words import Words


class SharedFront(NamedTuple):
    """The front of a step card."""

    ahead: Sequence[Block]
    """The text to read before it, on a card of its own; empty if the front holds all that must be on a front."""
    sketch: Sketch
    left_out: FrontOverflow


def share_front(step: StepCard, words: Words, draw: Callable[[StepCard], tuple[Sketch, FrontOverflow]]) -> SharedFront:
    """The front of a step with as much of it as fits; MisfitError if even a card before it does not help."""
    misfit = None
    for shown, ahead in _ways_to_share(step, words):
        try:
            return SharedFront(ahead, *draw(shown))
        except MisfitError as error:
            misfit = misfit or error
    raise misfit or AssertionError


def _ways_to_share(step: StepCard, words: Words) -> Iterator[tuple[StepCard, list[Block]]]:
    """The ways to show a step on its front, the complete one first, and the text on a card before it instead."""
    yield step, []
    warned = replace(step, caution=words.say("caution_ahead")) if step.caution else step
    caution = [Block("caution", words.say("take_care"), step.caution)] if step.caution else []
    if caution:
        yield warned, caution
    whole = step.with_amounts_together()
    amount = Block.of_lines("repetitions", words.say("how_much"), whole.key.lines)
    key = WordFigure((words.say("amount_ahead"),))
    yield replace(whole, key=key, whole_key=key), [amount]
    if caution:
        yield replace(warned, key=key, whole_key=key, facts=whole.facts), [*caution, amount]
    if whole.facts:
        facts = Block.of_lines(whole.facts[0].icon, words.say("do"), (fact.line for fact in whole.facts))
        yield replace(warned, key=key, whole_key=key, facts=()), [*caution, amount, facts]
