"""Texts that allow more strength than the scale on every deck, "up to 8 out of 10", or less than it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cardgen.errors import Fault
from cardgen.model.routine import Routine
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import FoundWords, WordPattern
from cardgen.review.placed_texts import general_cautions, group_cautions, note_texts, working_texts
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_numbers import SAID_NUMBER, number_of
from cardgen.wording.sentences import split_statements

FILE_KINDS = ("routine",)
OUT_OF_TEN = WordPattern(rf"\b{SAID_NUMBER} ?(?:/|out of|of) ?(?:10|ten)\b", needs=("10", "ten"))
ON_SCALE = WordPattern(
    rf"\b(?:pain|strength|intensity|feels? like)(?: (?:scale|level|of|at|up to|a|an))* {SAID_NUMBER}\b"
    r"(?! ?(?:/|of|out of|times|s\b|min))"
    rf"|\b{SAID_NUMBER} on the (?:pain )?scale\b",
    needs=("pain", "strength", "intensity", "feel", "scale"),
)
"""A number that is on the scale without its ten: "pain 6"."""
TOO_MUCH = WordPattern(r"\b(?:too (?:much|strong)|stop|ease off|let go)\b")
LIMIT = WordPattern(
    r"\b(?:never|not|no|at most|up to|maximum|max|most|strongest|deeper|more|limit|stay|under|below|or less)\b"
)
"""Words of a sentence that says how strong it may be at most."""
BARE_LIMIT = WordPattern(
    rf"\b(?:at (?:the )?most|up to|max(?:imum)?|(?:never|not?)(?: go)? (?:over|above|beyond|past|"
    rf"(?:more|higher|stronger|deeper) than)) {SAID_NUMBER}"
    r"(?=\s*(?:[.,;:!?)]|$|and\b|but\b|or\b|on\b|for (?:them|the)\b))"
)
"""A limit without its scale, which a number next to it names: "5 of 10, at most 6"; "at most 6 strokes" is not one."""
AT_A_PLACE = WordPattern(r"\b(?:at|on|over|near|around|in|for) (?:the|their|your) [a-z]+")


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each number above the limit of the scale, and for each lower limit that the scale does not have."""
    routine = file.routine.model
    most = routine.safety.strength
    for place, text in (*_texts_of_all(routine), *_texts_of_steps(routine)):
        for said, number in _numbers(text):
            if most < number < 10:
                problem = f"'{said}' contradicts the scale on every deck: 10 is pain, stay at {most} or less."
                yield file.routine.warning(place, problem, _remedy(number, most))
    for place, text in _texts_of_all(routine):
        for sentence in split_statements(text):
            lower = [(said, number) for said, number in _numbers(sentence) if 1 <= number < most]
            if lower and LIMIT.search(sentence) and not _is_local(sentence, lower[-1][0]):
                said, number = lower[-1]
                problem = f"'{said}' is a lower limit than that of the scale on every deck, which says {most} or less."
                remedy = f"Add 'strength_at_most: {number}' to the routine: then every print has this limit."
                yield file.routine.warning(place, problem, remedy)


def _is_local(sentence: str, said: str) -> bool:
    """Whether a number is for one place: "at the Achilles tendon never above 3 of 10"."""
    return any(said in clause and AT_A_PLACE.search(clause) for clause in re.split(r"[,;:]", sentence))


def _remedy(number: int, most: int) -> str:
    """Both meanings: the limit of the scale is too low, or the number is too high."""
    return (
        f"Add 'strength_at_most: {number}' to the routine if all of it may feel that strong; otherwise write "
        f"{most} or less, or leave the number out."
    )


@lru_cache(maxsize=1024)
def _numbers(text: str) -> Sequence[tuple[str, int]]:
    """Every number of such a scale: "3 out of 10", 3; in a sentence with one, a limit as well: "never over 4", 4."""
    matches: list[FoundWords] = []
    for sentence in split_statements(text):
        scaled = list(OUT_OF_TEN.finditer(sentence))
        unscaled = () if TOO_MUCH.search(sentence) else ON_SCALE.finditer(sentence)
        matches += (*scaled, *(BARE_LIMIT.finditer(sentence) if scaled else ()), *unscaled)
    return [(found[0], number_of(next(filter(None, found.groups())))) for found in matches]


def _texts_of_all(routine: Routine) -> Iterator[tuple[Place, str]]:
    """Every text that tells the giver how to do all steps; what to ask before is about the receiver's state."""
    yield from note_texts(routine, ("prepare", "principles", "after"))
    yield from general_cautions(routine)


def _texts_of_steps(routine: Routine) -> Iterator[tuple[Place, str]]:
    """Every text that tells the giver how to do one step, or what holds for some receivers."""
    yield from (((*place, "do"), caution.do) for place, caution in group_cautions(routine))
    yield from working_texts(routine, ("cue", "detail", "caution", "ask"))
