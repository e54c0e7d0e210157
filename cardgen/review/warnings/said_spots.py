"""Cues and details that count on each spot ("3 times on each finger") when the amounts do not, or name other spots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.action import Action
from cardgen.model.prose import whole_text
from cardgen.model.repetitions import Repetitions
from cardgen.model.routine import Step
from cardgen.reading.amount_parts import EACH_WORDS
from cardgen.reading.amount_texts import count_spots
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_numbers import SAID_NUMBER, number_of

FILE_KINDS = ("routine",)
ON_EACH = WordPattern(
    rf"\b{SAID_NUMBER}(?: ?[x×]| [a-z]+)? (?:on|in|at|for|per) (?:each|every) (?P<spot>[a-z]+)",
    needs=(" each ", " every "),
)
EACH_FIRST = WordPattern(rf"\beach (?P<spot>[a-z]+) (?:{SAID_NUMBER} times|twice|thrice)\b", needs=("each ",))
SPOTS = ("point", "spot", "place")
"""Words for the same."""
OTHERS = {*EACH_WORDS, "hand", "of", "one", "time", "breath", "turn", "pass", "stroke", "circle", "set", "round", "end"}
"""Spots that other keys are about, and times."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such text."""
    for index, step in enumerate(file.routine.model.steps):
        counting = [action for action in step.done if _counts(step, action)]
        for field in ("cue", "detail"):
            for problem, remedy in _problems(counting, whole_text(getattr(step, field))):
                yield file.routine.warning(("steps", index, field), problem, remedy)


def _counts(step: Step, action: Action) -> bool:
    return any(isinstance(amount, Repetitions) and amount.counted.most for amount in step.amounts_of(action))


def _problems(counting: list[Action], text: str) -> Iterator[tuple[str, str]]:
    """The problem with a text next to these amounts, and its remedy."""
    spots = [action.measure.spots for action in counting if action.measure.spots]
    if counting and not spots and not any(action.measure.each == "spot" for action in counting):
        own = any(action.measure.each for action in counting)
        for found in (*ON_EACH.finditer(text), *(() if own else EACH_FIRST.finditer(text))):
            if (spot := found["spot"].lower()) not in OTHERS:
                write = f"Write 'spots: each {spot}' in 'repeat' if its number is for each"
                problem = f"'{found[0]}' is not what 'repeat' says: its number is for all {spot}s together."
                yield problem, f"{write}; otherwise say that it is not."
    for named in spots:
        yield from _other_numbers(named, text)


def _other_numbers(named: str, text: str) -> Iterator[tuple[str, str]]:
    """A number of spots in a text that is not that of an amount: "five grooves" next to "4 grooves"."""
    number, noun = count_spots(named), named.rsplit(maxsplit=1)[-1].removesuffix("s")
    if not number:
        return
    nouns = rf"(?:{noun}|{'|'.join(SPOTS)})" if noun in SPOTS else noun
    of_all = rf"(?<!first )(?<!last )(?<!next )(?<!other )(?<!after )\b{SAID_NUMBER} {nouns}s\b(?! (?:at first|more))"
    for found in re.finditer(of_all, text, re.IGNORECASE):
        if number_of(found[1]) != number:
            yield f"'{found[0]}' is not the number in 'spots: {named}'.", "Correct one of the two."
