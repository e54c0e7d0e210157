"""Finds texts that repeat others, in the same words or nearly so: "light at knee", "light at the back of the knee"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cardgen.wording.deck import Fact, StepCard
from cardgen.wording.sentences import split_sentences
from cardgen.wording.words import Words

CLAUSE_END = re.compile(r"[,.;:·!?]")
WORD = re.compile(r"[\w'’-]+")
LEAST_WORDS = 2
"""A single word at the end of a clause may mean something else there: "up" in "The heel is up"."""


def unsaid(texts: Iterable[str], said: Iterable[str], words: Words) -> list[str]:
    """The texts that neither `said` nor another of them says already; of the same ones, the first."""
    given = list(dict.fromkeys(filter(None, texts)))
    if not given:
        return []
    spoken = [clause for text in said for clause in _clauses(text, words)]
    kept: list[str] = []
    for place, text in enumerate(given):
        others = (clause for other in (*kept, *given[place + 1 :]) for clause in _clauses(other, words))
        if not _is_said(text, [*spoken, *others], words):
            kept.append(text)
    return kept


def orders_to_add(text: str, said: Iterable[str], words: Words) -> str:
    """The sentences of a text with which no clause begins: not "Wipe off oil." after "Wipe off the oil and go on."."""
    spoken = [clause for one in said for clause in _clauses(one, words)]
    orders = ((sentence, list(_clauses(sentence, words))) for sentence in split_sentences(text))
    return " ".join(
        sentence
        for sentence, clauses in orders
        if not all(any(clause == other[: len(clause)] for other in spoken) for clause in clauses)
    )


def unrepeated(step: StepCard, cue: str) -> StepCard:
    """The step without the notes of facts, and the sides, that its amount, place, caution or this cue say in full."""
    said = [f" {_in_words(text)} " for text in (step.key.line, step.where, step.caution, cue)]
    facts = (_without_said_note(fact, said) for fact in step.facts if not _says_side(fact, said[:1]))
    return replace(step, facts=tuple(facts))


def _says_side(fact: Fact, said: Sequence[str]) -> bool:
    """Whether the amount says the sides and their order: "One side, then the other"."""
    return fact.topic == "side" and _is_in(fact.note or fact.word, said)


def _without_said_note(fact: Fact, said: Sequence[str]) -> Fact:
    return replace(fact, note="") if _is_in(fact.note, said) else fact


def _is_in(text: str, said: Sequence[str]) -> bool:
    """Whether one of the texts has these words, at least two, in a row."""
    wanted = _in_words(text)
    return wanted.count(" ") >= LEAST_WORDS - 1 and any(f" {wanted} " in other for other in said)


def _in_words(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def _clauses(text: str, words: Words) -> Iterator[list[str]]:
    """The words of each clause that carry its meaning, in their order."""
    small = words.recognized["small"].split()
    for clause in CLAUSE_END.split(text.lower()):
        if content := [word for word in WORD.findall(clause) if word not in small]:
            yield content


def _is_said(text: str, spoken: Sequence[list[str]], words: Words) -> bool:
    """Whether each clause of a text is among the spoken ones, or part of one that ends alike and means no other."""
    turning = set(words.recognized["turning"].split())
    return all(
        any(clause == other or _is_part(clause, other, turning) for other in spoken) for clause in _clauses(text, words)
    )


def _is_part(clause: Sequence[str], whole: Sequence[str], turning: set[str]) -> bool:
    """Whether the words of a clause are in another one, in order, and both end alike: "knee", "back of the knee".

    Words that turn the meaning, such as "not", must be the same in both.
    """
    rest = iter(whole)
    return (
        len(clause) >= LEAST_WORDS
        and clause[-1] == whole[-1]
        and turning.intersection(clause) == turning.intersection(whole)
        and all(word in rest for word in clause)
    )
