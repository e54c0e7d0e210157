"""Cautions that forbid the very place that a step works on: "Never on the calf" in a step on the calf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cardgen.errors import Fault, shorten
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine, Step
from cardgen.places.named_places import by_words, places
from cardgen.places.reading import named_places
from cardgen.places.risk_words import is_beside
from cardgen.places.usual_drawing import places_forbidden_in
from cardgen.reading.word_patterns import WordPattern, any_of
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.sentences import split_statements

FILE_KINDS = ("routine",)
QUALIFIED = WordPattern(
    r"\b(?:deep\w*|hard\w*|heav\w+|strong\w*|firm\w*|direct\w*|sharp\w*|sudden\w*|much|quick\w*|fast|flat|long\w*"
    r"|with|without|when|while|if|unless|until|after|before|during|more than|first|both|together|at once"
    r"|press(?:ed|ing)?|knead\w*|rub\w*|stroke\w*|tap\w*|pound\w*|strike\w*|lean\w*|dig\w*|push\w*|pull\w*|twist\w*|bend\w*)\b"
)
"""Words of a sentence that forbids only a way, a time or a strength."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step all of whose places are forbidden by its caution, or by one of the routine."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        for text in _cautions(step, routine):
            if _forbids(text, step.where):
                problem = (
                    f"'{shorten(text)}' forbids '{shorten(step.where)}', which is all that '{step.name}' works on."
                )
                remedy = "Write in the caution which part to keep off, or in 'where' which part the step works on."
                yield file.routine.warning(("steps", index, "where"), problem, remedy)


def _cautions(step: Step, routine: Routine) -> Iterator[str]:
    """Every sentence that forbids something in a step, whatever the strength."""
    for text in (whole_text(step.caution), *routine.safety.general_cautions):
        yield from (sentence for sentence in split_statements(text) if not QUALIFIED.search(sentence))


def _forbids(sentence: str, where: str) -> bool:
    """Whether a sentence forbids all places that a step names, on its side."""
    worked, known = named_places(where), by_words()
    names = [name for name in places_forbidden_in(sentence) if name in known]
    forbidden = [known[name] for name in names if not re.search(rf"{_part()} {name}\b", sentence.lower())]
    sides = [set(re.findall(r"\b(left|right)\b", text.lower())) for text in (where, sentence)]
    return (
        bool(worked) and not is_beside(where) and (sides[1] <= sides[0]) and all(place in forbidden for place in worked)
    )


@cache
def _part() -> str:
    """A pattern for words that make a part of the place after them."""
    return rf"\b(?:{any_of([*places().parts, *places().faces])})"
