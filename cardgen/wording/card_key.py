"""The words of the card that explains the signs and the words of a deck: only those that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.wording.deck import Block, ListCard, Section, StepCard
from cardgen.wording.glossary import explain_texts
from cardgen.wording.shown import key_blocks
from cardgen.wording.words import Words


def word_key_card(sections: Sequence[Section], words: Words) -> ListCard:
    """The meanings of the signs and the words of all steps."""
    steps = [step for section in sections for step in section.steps]
    blocks = key_blocks([*words.reading, *words.key], steps)
    meanings = list(explain_texts((text for step in steps for text in _texts(step)), words))
    glossary = [Block.of_lines("talk", words.say("glossary"), meanings)] if meanings else []
    return ListCard(words.say("key_card"), sections[0].tab, (*blocks, *glossary), "health-check")


def _texts(step: StepCard) -> Iterator[str]:
    """The content of a step's card in sentences."""
    yield from (step.title, step.where, step.cue, step.caution, step.technique)
    yield from (text for block in step.blocks for text in (block.heading, block.text))
