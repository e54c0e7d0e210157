"""Cues and details that say another number than the amount of their step, or the same in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.durations import Lasting
from cardgen.model.prose import whole_text
from cardgen.model.repetitions import Repetitions
from cardgen.model.routine import Step
from cardgen.planning.tempos import tempo
from cardgen.reading.amount_parts import NUMBER_WORDS
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
TEXTS = ("cue", "detail")
NUMBER = rf"(\d+|{'|'.join(NUMBER_WORDS)})"
COUNTED = re.compile(rf"\b{NUMBER} (?:[a-z]+ )?(?:times|strokes|circles|passes|sets|with each)\b", re.IGNORECASE)
TIMED = re.compile(rf"\b{NUMBER} (?:[a-z]+ )?(breaths?|seconds?|sec|s|minutes?|min)\b", re.IGNORECASE)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each number in a text that is none of its step's."""
    for index, step in enumerate(file.routine.model.steps):
        if step.phases:
            continue  # each phase has numbers of its own
        for field in TEXTS:
            for said in _other_numbers(step, whole_text(getattr(step, field))):
                problem = f"The {field} of '{step.name}' says '{said}', but its amount does not."
                remedy = "Let both say the same: 'repeat' knows seconds, minutes, breaths, and 'each: hand'."
                yield file.routine.warning(("steps", index, field), problem, remedy)


def _other_numbers(step: Step, text: str) -> Iterator[str]:
    """The amounts in a text that the step itself does not have."""
    if counts := _counts(step):
        yield from (found[0] for found in COUNTED.finditer(text) if _value(found[1]) not in {1, *counts})
    if isinstance(step.amounts[0], Lasting) and not step.amounts[0].share:
        lasting = [amount for amount in step.amounts if isinstance(amount, Lasting)]
        times = TIMED.finditer(text)
        yield from (found[0] for found in times if not any(_is_same(found, amount) for amount in lasting))


def _is_same(found: re.Match[str], amount: Lasting) -> bool:
    """Whether a text says the time that an amount takes."""
    unit, span = found[2].lower(), amount.span
    time = _value(found[1]) * (60 if unit.startswith("min") else 1)
    return span.unit == "moment" or (
        unit.startswith("breath") == (span.unit == "breaths") and span.least <= time <= span.most
    )


def _counts(step: Step) -> set[float]:
    """The numbers of times that are true of a step: for one, for all that they are for, and of the sets."""
    found: set[float] = set()
    for amount in step.amounts:
        if isinstance(amount, Repetitions) and amount.counted.most:
            least, most, sets = amount.counted
            places = amount.share.count(tempo(step.technique, "back")) * (2 if step.twice else 1)
            found |= {number * part for number in range(least, most + 1) for part in (1, places, sets or 1)}
            found |= {sets} if sets else set()
    return found


def _value(number: str) -> float:
    return float(NUMBER_WORDS.get(number.lower(), number))
