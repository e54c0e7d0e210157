"""The words of the card that explains the signs and the words of a deck: only those that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.wording.deck import Block, ListCard, Section, StepCard
from cardgen.wording.glossary import explain_texts
from cardgen.wording.words import ParagraphWords, Words

EXPLAINED_TOPICS = {"palms": "hands", "up-and-back": "way", "pressure-3": "pressure", "time": "time"}
"""The facts that the paragraphs with these icons are about."""


def word_key_card(sections: Sequence[Section], words: Words) -> ListCard:
    """The meanings of the signs and the words of all steps."""
    steps = [step for section in sections for step in section.steps]
    shown = [paragraph for paragraph in (*words.reading, *words.key) if _occurs(paragraph, steps)]
    blocks = [Block(paragraph.icon, paragraph.heading, paragraph.text) for paragraph in shown]
    meanings = list(explain_texts((text for step in steps for text in _texts(step)), words))
    glossary = [Block("talk", words.say("glossary"), "\n".join(meanings))] if meanings else []
    return ListCard(words.say("key_card"), sections[0].tab, (*blocks, *glossary), "health-check")


def _occurs(paragraph: ParagraphWords, steps: Sequence[StepCard]) -> bool:
    """Whether any step has what a paragraph explains."""
    if topic := EXPLAINED_TOPICS.get(paragraph.icon):
        return any(fact.topic == topic for step in steps for fact in step.facts)
    if paragraph.icon == "optional":
        return any(step.optional for step in steps)
    if paragraph.icon == "caution":
        return any(step.caution for step in steps)
    return paragraph.icon != "no-go" or any(step.drawing for step in steps)


def _texts(step: StepCard) -> Iterator[str]:
    """The content of a step's card in sentences."""
    yield from (step.title, step.where, step.cue, step.caution, step.technique)
    yield from (text for block in step.blocks for text in (block.heading, block.text))
