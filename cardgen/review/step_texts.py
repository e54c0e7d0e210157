"""The texts of a step, clause by clause, as warnings compare them with its facts, and which facts are opposite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from cardgen.model.prose import whole_text
from cardgen.model.routine import Phase, Routine, Step
from cardgen.model.vocabulary import Direction
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.placed_texts import general_cautions
from cardgen.wording.sentences import split_statements

TEXTS = ("name", "where", "cue", "detail")
"""Fields that say what is done, and where."""
FIELD_NAMES = {"where": "place", "do": "title of a phase", "say": "direction"}
"""What reports call fields whose keys are no nouns."""
CLAUSE_END = re.compile(r"[,.;:!?]|\bthen\b", re.IGNORECASE)

OPPOSITE: dict[Direction, Direction] = {
    "clockwise": "counterclockwise",
    "counterclockwise": "clockwise",
    "toward-head": "toward-feet",
    "toward-feet": "toward-head",
    "outward": "inward",
    "inward": "outward",
    "toward-spine": "away-from-spine",
    "away-from-spine": "toward-spine",
}
"""Directions that contradict each other."""


OF_SOME = WordPattern(
    r"\b(?:on|over|in|at|near|around|behind|beside|between|for|with|if|when|where|while|unless|until|after|before|during"
    r"|except)\b"
)
"""Words of a caution that is about a place, a receiver or a time, and not about all of every step."""
ONE_SPOT = WordPattern(r" (?:on|over|in|at) (?:one|any|each|the same|a single) (?:place|spot|point)\b")


class StepText(Struct, frozen=True):
    """A text that is about a step, with its place in the file."""

    place: Place
    owner: str
    """As a report begins: "The cue of 'Glide'"."""
    text: str
    step: str
    """The title of the step; empty where the text is its own."""

    def fact(self, name: str) -> str:
        """What the text is compared with: "its pressure", "the pressure of 'Glide'"."""
        return f"the {name} of '{self.step}'" if self.step else f"its {name}"


def owner_of(step: Step, field: str) -> str:
    """The text of a step in a field, as a report begins: "The cue of 'Glide'"."""
    return f"The {FIELD_NAMES.get(field, field)} of '{step.name}'"


def own_texts(step: Step, index: int, fields: Iterable[str]) -> Iterator[StepText]:
    """The texts of a step in some fields."""
    for field in fields:
        yield StepText(("steps", index, field), owner_of(step, field), whole_text(getattr(step, field)), "")


def texts_about(step: Step, index: int, routine: Routine, fields: Iterable[str]) -> Iterator[StepText]:
    """The texts of a step in some fields, and the cautions of the routine that hold for all of every step."""
    yield from own_texts(step, index, fields)
    for place, caution in general_cautions(routine):
        for sentence in _sentences_for_all(caution):
            yield StepText(place, "A caution for every step", sentence, step.name)


@lru_cache(maxsize=256)
def _sentences_for_all(caution: str) -> Sequence[str]:
    """The sentences of a caution that hold for all of every step."""
    return [sentence for sentence in split_statements(caution) if not OF_SOME.search(ONE_SPOT.without(sentence))]


def clauses_of_phases(step: Step, text: str) -> Iterator[tuple[Phase, str]]:
    """The clauses that name one phase alone, by the first word of its title: "press ten seconds, release five"."""
    names = [(phase, WordPattern(rf"\b{re.escape(phase.do.split()[0].lower())}")) for phase in step.phases]
    for clause in CLAUSE_END.split(text) if len(names) > 1 else ():
        named = [phase for phase, name in names if name.search(clause)]
        if len(named) == 1:
            yield named[0], clause


def step_texts(step: Step) -> Iterator[tuple[str, str]]:
    """Every text of a step that says what is done, after its field."""
    return ((field, whole_text(getattr(step, field))) for field in TEXTS)


def clauses(text: str, elsewhere: WordPattern) -> list[str]:
    """The clauses of a text without those that are about something else, by a word in them."""
    return [clause for clause in CLAUSE_END.split(text) if not elsewhere.search(clause)]
