"""The texts of a step, of its author's and of the wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cardgen.model.routine import Step
from cardgen.wording.deck import StepCard
from cardgen.wording.key_figures import CountFigure, EachWayFigure, KeyFigure
from tests.attack.passages import Wanted, plain

SENTENCE_END = re.compile(r"(?<=[.!?]) |\n")


def once_each(texts: Iterable[str], more: Iterable[Wanted] = ()) -> tuple[Wanted, ...]:
    """Texts that must be there, each once."""
    found = [*((text,) for text in texts if plain(text)), *more]
    return tuple({plain(one_of[0]): one_of for one_of in found}.values())


def key_figures(card: StepCard) -> Iterator[Wanted]:
    """How much: in the large figure, or all of it in words."""
    lines, whole = list(key_lines(card.key)), tuple(key_lines(card.whole_key))
    for line in lines:
        yield (line,) if line in whole else (line, "".join(whole))


def key_lines(key: KeyFigure) -> Iterator[str]:
    match key:
        case CountFigure():
            yield f"{key.number} {key.unit}"
        case EachWayFigure():
            yield key.number
        case _:
            yield from key.lines


def facts_of(card: StepCard) -> Iterator[str]:
    for fact in card.facts:
        if fact.topic != "time":
            yield fact.word
            yield fact.note


def asked(card: StepCard) -> str:
    """The question without its heading."""
    return card.ask.partition(": ")[2]


def all_of(card: StepCard, own: Step) -> Iterator[str]:
    """All that the paragraphs of a step say and no fact does."""
    told = set(map(plain, told_by_facts(card)))
    for block in card.blocks:
        yield from (text for text in sentences(block.text) if plain(text) not in told)
    yield from written_in(own)


def told_by_facts(card: StepCard) -> Iterator[str]:
    """The sentences that say no more than a fact does."""
    for fact in (*card.facts, *card.spare_facts):
        yield from (fact.word, fact.line, fact.note, f"{fact.word} pressure", f"{fact.word} pressure {fact.note}")
        yield from SENTENCE_END.split(fact.word)


def written_in(step: Step) -> Iterator[str]:
    """The author's own texts."""
    for text in (step.cue, step.detail, step.caution, step.ask):
        yield from sentences(str(text or ""))
    if step.hand:
        yield step.hand.note or ""
    if step.force:
        yield step.force.note or ""
    yield from (way.note or "" for way in step.ways)


def sentences(text: str) -> list[str]:
    return SENTENCE_END.split(text)
