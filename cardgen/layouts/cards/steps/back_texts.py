"""The paragraphs on the back of a step card, without what its front says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.characters import SOFT_HYPHEN
from cardgen.layouts.cards.steps.front import FrontOverflow
from cardgen.wording.deck import Block, Fact, StepCard
from cardgen.wording.facts import word_giver
from cardgen.wording.key_figures import WordFigure
from cardgen.wording.sentences import sentence, sentences, split_sentences
from cardgen.wording.words import Words

PHASE_NUMBER = re.compile(r"(?:^|(?<=; ))\d+\)?\u00a0")
ASK_ICON, AMOUNT_ICONS = "talk", ("repetitions", "time")


class FrontWords(Struct, frozen=True):
    """What the front of a step says, in lower case."""

    headings: frozenset[str]
    """Of paragraphs about its place and its facts."""
    sentences: frozenset[str]

    def unsaid(self, text: str) -> list[str]:
        """The sentences of a text that the front does not say."""
        return [part for part in split_sentences(text) if part.rstrip(".").lower() not in self.sentences]


def back_blocks(step: StepCard, left_out: FrontOverflow, words: Words) -> list[Block]:
    """First what to do, then phases, questions and the rest: everything that does not fit on the front.

    A fact that the front left out has its icon here, too, and is no sentence among those that say what to do.
    """
    front = _front_words(step, left_out, words)
    doing: list[str] = []
    others: list[Block] = []
    for block in step.blocks:
        unsaid = front.unsaid(block.text)
        text = " ".join(unsaid)
        if _is_amount(block, step):
            hard = [part for part in unsaid if any(level.lower() in part.lower() for level in step.pressures)]
            doing += [part for part in unsaid if part not in hard]
            if hard:
                others.append(Block(_icon_of("pressure", step), words.say("how_hard"), " ".join(hard)))
        elif block.heading.lower() in front.headings or (not text and _is_fact(block, step)):
            doing.append(text)
        elif block.icon != ASK_ICON:
            others.append(Block(block.icon, block.heading, text))
        elif text:
            others.append(Block(block.icon, words.say("feel_and_ask"), text))
    facts = list(_unsaid(step, left_out, [*doing, *(f"{block.heading} {block.text}" for block in others)]))
    doing += [sentence(fact.line) for fact in facts if fact.topic == "note"]
    others += [Block(fact.icon, fact.line, "") for fact in facts if fact.topic != "note"]
    icon = _icon_of("hands", step)
    done = " ".join(filter(None, doing))
    do = [Block(icon, words.say("do"), done, running=True)] if done else []
    cue = [Block(icon, step.cue, "")] if left_out.cue else []
    return [*cue, *do, *others]


def _front_words(step: StepCard, left_out: FrontOverflow, words: Words) -> FrontWords:
    """What the front says; the sides of a step are a fact on its back where the front leaves them out."""
    shown = [fact for fact in (*step.facts, *step.spare_facts) if fact not in left_out.facts]
    places = (word_giver(fact.word, words) for fact in shown if fact.icon.startswith("giver-"))
    sides = (fact for fact in left_out.facts if fact.topic == "side")
    return FrontWords(
        headings=frozenset(text.lower() for text in (step.where, *(fact.line for fact in shown), *places)),
        sentences=frozenset((_time(step).lower(), *(text for fact in (*shown, *sides) for text in _ways_to_say(fact)))),
    )


def _is_fact(block: Block, step: StepCard) -> bool:
    """Whether the heading of a paragraph says no more than a fact."""
    return any(block.heading == fact.line for fact in step.facts)


def with_facts_run_in(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs of a back with facts at the end of what to do, not below it."""
    facts = [block for block in blocks if not (block.text or block is blocks[0])]
    if not (facts and any(block.running for block in blocks)):
        return list(blocks)
    said = " ".join(map(_run_in, facts))
    others = (block for block in blocks if block not in facts)
    return [replace(block, text=f"{block.text} {said}") if block.running else block for block in others]


def in_one_paragraph(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs of a small back as one, below the first heading."""
    first, *others = blocks
    return [replace(first, text=" ".join(filter(None, (first.text, *map(_run_in, others)))))]


def _run_in(block: Block) -> str:
    """A paragraph that goes on in the line of another one; a fact with a note has a colon already."""
    if ":" in block.heading or not block.text:
        return sentences([block.heading, block.text])
    return f"{block.heading}: {block.text}"


def _icon_of(topic: str, step: StepCard) -> str:
    """The icon of the first fact of a step about a topic, as on its front; without one, of its first paragraph."""
    return next((fact.icon for fact in step.facts if fact.topic == topic), step.blocks[0].icon)


def _is_amount(block: Block, step: StepCard) -> bool:
    """Whether a paragraph is about how much and how hard; the front says how much."""
    return block.icon in AMOUNT_ICONS and block.heading not in (
        step.key.lines if isinstance(step.key, WordFigure) and len(step.key.lines) > 1 else ()
    )


def time_on_back(left_out: FrontOverflow) -> str:
    """How long a step takes, if its front does not say so."""
    return next((fact.word for fact in left_out.facts if fact.topic == "time"), "")


def _time(step: StepCard) -> str:
    return next((fact.word for fact in step.facts if fact.topic == "time"), "")


def _ways_to_say(fact: Fact) -> Iterator[str]:
    """The sentences that say no more than a fact does."""
    for word in (fact.word, f"{fact.word} pressure"):
        for text in (word, f"{word}, {fact.note}", f"{word}: {fact.note}"):
            yield text.lower()
    yield fact.note.lower()
    if fact.topic == "note":
        yield from (said.lower() for part in _of_phases(fact.word) for said in part.split(", "))
    yield from (part.rstrip(".").lower() for part in split_sentences(fact.word))


def _of_phases(text: str) -> list[str]:
    """The word or the note of a fact; of several phases, that of each without its number."""
    return PHASE_NUMBER.sub("", text).split("; ") if PHASE_NUMBER.match(text) else [text]


def _unsaid(step: StepCard, left_out: FrontOverflow, texts: Sequence[str]) -> Iterator[Fact]:
    """The facts that the front left out and that neither the cue nor a paragraph of the back repeats."""
    said = _without_hyphens(" ".join([step.cue, *texts]))
    for fact in left_out.facts:
        parts = [*_of_phases(fact.word), *_of_phases(fact.note)]
        if fact.topic == "note":
            parts = [part for text in parts for part in text.split(", ")]
        if fact.topic != "time" and not all(_without_hyphens(part) in said for part in parts):
            yield fact


def _without_hyphens(text: str) -> str:
    """A text in which "re-use" and "reuse" are the same."""
    return text.replace(SOFT_HYPHEN, "").replace("-", "").lower()
