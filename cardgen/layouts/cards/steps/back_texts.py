"""The paragraphs on the back of a step card, without what its front says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cardgen.characters import SOFT_HYPHEN
from cardgen.layouts.cards.steps.front import FrontOverflow
from cardgen.wording.deck import Block, Fact, StepCard, WordFigure
from cardgen.wording.sentences import split_sentences
from cardgen.wording.words import Words

PHASE_NUMBER = re.compile(r"(?:^|(?<=; ))\d+\)?\u00a0")
ASK_ICON, PRESSURE_ICON, AMOUNT_ICONS = "talk", "pressure-3", ("repetitions", "time")


def back_blocks(step: StepCard, left_out: FrontOverflow, words: Words) -> list[Block]:
    """First what to do, then phases, questions and the rest: everything that does not fit on the front."""
    shown = [fact for fact in (*step.facts, *step.spare_facts) if fact not in left_out.facts]
    headings = {step.where.lower(), *(fact.line.lower() for fact in shown)}
    said = {text for fact in shown for text in _ways_to_say(fact)} | {_time(step).lower()}
    facts = {fact.line for fact in step.facts}
    doing, others = [], []
    for block in step.blocks:
        text = " ".join(part for part in split_sentences(block.text) if part.rstrip(".").lower() not in said)
        if _is_amount(block, step):
            if any(pressure.lower() in text.lower() for pressure in step.pressures):
                others.append(Block(PRESSURE_ICON, words.say("how_hard"), text))
            else:
                doing.append(text)
        elif block.icon == ASK_ICON and not text:
            continue
        elif block.heading.lower() in headings or (not text and block.heading in facts):
            doing.append(text)
        else:
            heading = words.say("feel_and_ask") if block.icon == ASK_ICON else block.heading
            others.append(Block(block.icon, heading, text))
    icon = next((fact.icon for fact in step.facts if fact.topic == "hands"), step.blocks[0].icon)
    doing += _unsaid(step, left_out, [*doing, *(f"{block.heading} {block.text}" for block in others)])
    done = " ".join(filter(None, doing))
    do = [Block(icon, words.say("do"), done, running=True)] if done else []
    cue = [Block(icon, step.cue, "")] if left_out.cue else []
    return [*cue, *do, *others]


def in_one_paragraph(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs of a small back as one, below the first heading."""
    first, *others = blocks
    texts = (f"{block.heading}: {block.text}" if block.text else f"{block.heading}." for block in others)
    return [replace(first, text=" ".join(filter(None, (first.text, *texts))))]


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


def _unsaid(step: StepCard, left_out: FrontOverflow, texts: Sequence[str]) -> Iterator[str]:
    """The facts and notes that the front left out and that neither the cue nor a paragraph of the back repeats."""
    said = _without_hyphens(" ".join([step.cue, *texts]))
    for fact in left_out.facts:
        parts = [*_of_phases(fact.word), *_of_phases(fact.note)]
        if fact.topic == "note":
            parts = [part for text in parts for part in text.split(", ")]
        if fact.topic != "time" and not all(_without_hyphens(part) in said for part in parts):
            yield f"{fact.line}."


def _without_hyphens(text: str) -> str:
    """A text in which "re-use" and "reuse" are the same."""
    return text.replace(SOFT_HYPHEN, "").replace("-", "").lower()
