"""What a routine says that follows a source is either among the source's facts, or is marked as ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pytest

from cardgen.library.loading import load
from cardgen.model.action import Zone
from cardgen.model.additions import Addition, additions, own_keys
from cardgen.model.prose import Passage, passages
from cardgen.model.routine import Note, Routine, Step
from cardgen.model.safety import Caution
from cardgen.model.vocabulary import GiverPlace, RoutineKey, StepKey
from tests.support.facts import SHEETS, FactSheet, listed, pattern

SOURCED = [name for name, sheet in SHEETS.items() if sheet.ours is not None]
PROSE = {"cue", "detail", "caution", "ask", "more"}
LABELS = {
    "note", "say", "one", "other", "do", "effect", "extent", "until", "at", "where", "only_with", "ask", "not_with",
    "cautions",
}  # fmt: skip
"""Fields of free text beside prose; the others hold terms and numbers, which the cards say in their own words."""
SMALL_WORDS = {
    "a", "an", "and", "are", "at", "by", "each", "from", "in", "is", "it", "its", "of", "off", "on", "one", "or",
    "other", "the", "then", "this", "to", "up", "with", "you", "your",
}  # fmt: skip
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
Place = int | str


def test_the_source_routines_have_their_own_facts() -> None:
    assert sorted(SOURCED) == ["back-energising", "back-relaxing", "joints", "legs-back", "partner"]


@pytest.mark.parametrize("name", SOURCED)
def test_every_text_is_a_fact_of_the_source_or_marked_as_ours(name: str) -> None:
    routine: Routine = load(name)
    loose = [(place, text) for place, text in _source_texts(routine) if not _stated(text, place, SHEETS[name])]
    assert loose == []


@pytest.mark.parametrize("name", SOURCED)
def test_no_fact_of_the_source_is_marked_as_ours(name: str) -> None:
    routine: Routine = load(name)
    source = list(_source_texts(routine))
    for addition in additions(routine):
        place = _place(addition, routine)
        for text in addition.texts:
            found = [fact for fact in _facts(SHEETS[name], place) if pattern(fact).search(text)]
            elsewhere = [each for at, each in source if at == place]
            assert [fact for fact in found if not any(pattern(fact).search(each) for each in elsewhere)] == [], text


@pytest.mark.parametrize("name", SOURCED)
def test_every_fact_of_ours_is_marked(name: str) -> None:
    routine: Routine = load(name)
    marked = [(_place(addition, routine), " ".join(addition.texts)) for addition in additions(routine)]
    whole = {number for number, step in enumerate(routine.steps, 1) if step.ours == "all"}
    for place, facts in (SHEETS[name].ours or {}).items():
        if place in whole:
            continue
        texts = [text for at, text in marked if place in (at, "general")]
        assert [fact for fact in listed(facts) if not any(_overlap(fact, text) for text in texts)] == []


def _facts(sheet: FactSheet, place: Place) -> list[str]:
    """The source's facts that are on the cards of a step, or on those before and after the steps."""
    return listed(sheet.places().get(place, []))


def _place(addition: Addition, routine: Routine) -> Place:
    ids = [step.id for step in routine.steps]
    return ids.index(addition.step) + 1 if addition.step else "general"


def _stated(text: str, place: Place, sheet: FactSheet) -> bool:
    """Whether a fact is in a sentence, or a short text is in a fact, or it is other facts in the same words."""
    facts = _facts(sheet, place)
    known = {stem for fact in facts for stem in _stems(fact)}
    return any(_overlap(fact, text) for fact in facts) or _stems(text) <= known


def _stems(text: str) -> set[str]:
    """The beginnings of the words that say something."""
    return {word[:4] for word in re.findall(r"[a-z]+", text.lower()) if word not in SMALL_WORDS}


def _overlap(fact: str, text: str) -> bool:
    return bool(pattern(fact).search(text) or pattern(re.sub(r"[.:]$", "", text)).search(fact))


def _source_texts(routine: Routine) -> Iterator[tuple[Place, str]]:
    """Every sentence that is not marked as ours, by the number of its step."""
    for key in get_args(RoutineKey):
        if key not in routine.ours:
            yield from (("general", text) for text in _free_texts(getattr(routine, key), key))
    for number, step in enumerate(routine.steps, 1):
        yield from ((number, text) for text in _step_texts(step))


def _step_texts(step: Step) -> Iterator[str]:
    for key in get_args(StepKey):
        if key not in own_keys(step) and key != "leave_out_with":
            yield from _free_texts(getattr(step, key), key)


def _free_texts(value: Any, field: str) -> Iterator[str]:
    if field in PROSE and not isinstance(value, msgspec.Struct):
        for part in passages(value):
            if not (isinstance(part, Passage) and part.ours):
                yield from SENTENCE_END.split(part.text if isinstance(part, Passage) else part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _free_texts(part, field)
    elif isinstance(value, msgspec.Struct):
        if not (isinstance(value, (Note, Zone, Caution)) and value.ours):
            for name, inner in msgspec.structs.asdict(value).items():
                yield from _free_texts(inner, name)
    elif isinstance(value, str) and field in LABELS and value not in get_args(GiverPlace):
        yield value
