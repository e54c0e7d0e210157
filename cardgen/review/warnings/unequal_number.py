"""Texts that say another number than the amount of their step, or the same in another unit, or a limit below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cardgen.errors import Fault
from cardgen.model.action import Action
from cardgen.model.amount import Amount
from cardgen.model.durations import Lasting
from cardgen.model.prose import whole_text
from cardgen.model.repetitions import Repetitions
from cardgen.model.routine import Step
from cardgen.planning.tempos import tempo
from cardgen.reading.amount_parts import NUMBER_WORDS
from cardgen.reading.value_types import Place
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
TEXTS = ("cue", "detail", "caution")
LIMITS_ALONE = "caution"
"""The field whose other numbers are about something else."""
DOZENS = {"a dozen": "12", "half a dozen": "6"}
NUMBER = rf"(?P<number>\d+|{'|'.join([*NUMBER_WORDS, *DOZENS])})"
LIMIT = r"(?P<limit>\b(?:more than|longer than|at (?:the )?most|up to|max(?:imum)?\.?|not over) (?:about )?)?"
"""Before a number that may not be exceeded."""
MOVEMENTS = "strokes|circles|passes|sets|rounds|repetitions|reps|squeezes|presses|rotations|sweeps|pulls|taps|glides"
UNIT = (
    rf" ?[x×]| (?:[a-z]+ )?(?:times|{MOVEMENTS})| (?:on|in|at|with|for|per) (?:each|every)"
    "| on (?:the|their) (?:left|right)"
)
COUNTED = re.compile(rf"{LIMIT}(?P<again>\brepeat\w* (?:\w+ ){{0,3}}?)?\b{NUMBER}(?:{UNIT})(?!\w)", re.IGNORECASE)
"""A number of times; what is repeated three times is done four times."""
TIMED = re.compile(
    rf"{LIMIT}\b{NUMBER}(?: (?:[a-z]+ )?(?P<unit>breaths?|seconds?|sec|s|minutes?|min)\b|(?P<mark>\"|″))", re.IGNORECASE
)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each number in a text that is none of its step's."""
    for index, step in enumerate(file.routine.model.steps):
        for place, actions, text in _texts(step):
            for said in _other_numbers(step, actions, text, str(place[-1])):
                field = "title of a phase" if place[-1] == "do" else place[-1]
                problem = f"The {field} of '{step.name}' says '{said}', but its amount does not."
                remedy = "Let both say the same: 'repeat' knows seconds, minutes, breaths, and 'each: hand'."
                yield file.routine.warning(("steps", index, *place), problem, remedy)


def _texts(step: Step) -> Iterator[tuple[Place, Sequence[Action], str]]:
    """The texts about the amounts of a step, and the actions whose amounts they may be about."""
    for field in TEXTS:
        yield (field,), step.done, whole_text(getattr(step, field))
    for number, phase in enumerate(step.phases):
        yield ("phases", number, "do"), (phase,), phase.do
        yield ("phases", number, "detail"), (phase,), phase.detail or ""


def _other_numbers(step: Step, actions: Sequence[Action], text: str, field: str) -> Iterator[str]:
    """The numbers in a text that contradict all amounts of these actions; in a caution, only limits."""
    amounts = [amount for action in actions for amount in step.amounts_of(action)]
    counts = set[float]().union(*(_counts(step, amount) for amount in amounts if isinstance(amount, Repetitions)))
    for found in COUNTED.finditer(text) if counts else ():
        if (found["limit"] or field != LIMITS_ALONE) and not _is_count(found, counts):
            yield found[0].removeprefix(found["again"] or "")
    lasting = [amount for amount in amounts if isinstance(amount, Lasting)]
    times = {1.0, *counts, *(float(_places(step, amount)) for amount in amounts)}
    for found in TIMED.finditer(text) if lasting else ():
        if (found["limit"] or field != LIMITS_ALONE) and not any(_is_time(found, one, times) for one in lasting):
            yield found[0]


def _is_count(found: re.Match[str], counts: set[float]) -> bool:
    """Whether a text says one of these numbers, or a limit that the least of them keeps; one of several is no count."""
    said = _value(found["number"])
    if found["limit"]:
        return said >= min(counts)
    return said == 1 or bool(counts & ({said, said + 1} if found["again"] else {said}))


def _is_time(found: re.Match[str], amount: Lasting, times: set[float]) -> bool:
    """Whether a text says the time of an amount, or of all its times together, or a limit that it keeps."""
    unit, span = (found["unit"] or "s").lower(), amount.span
    time = _value(found["number"]) * (60 if unit.startswith("min") else 1)
    same_unit = unit.startswith("breath") == (span.unit == "breaths")
    if found["limit"]:
        return not same_unit or span.least <= time
    return span.unit == "moment" or (same_unit and any(span.least * n <= time <= span.most * n for n in times))


def _counts(step: Step, amount: Repetitions) -> set[float]:
    """The numbers of times that are true of an amount: for one, for all that it is for, and of its sets."""
    least, most, sets, _ = amount.counted
    parts = {1, _places(step, amount), sets or 1}
    return {float(number * part) for number in range(least, most + 1) for part in parts} | (
        {float(sets)} if sets else set()
    )


def _places(step: Step, amount: Amount) -> int:
    """How often all of an amount is done: on each spot, on each side."""
    return amount.share.count(tempo(step.technique, "back")) * (2 if step.twice else 1)


def _value(number: str) -> float:
    return float((NUMBER_WORDS | DOZENS).get(number.lower(), number))
