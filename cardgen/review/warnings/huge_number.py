"""Numbers of times, passes, or breaths that nobody would count to."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.amount import Amount
from cardgen.model.durations import Lasting
from cardgen.model.repetitions import Repetitions
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
MOST_TIMES, MOST_BREATHS = 100, 60


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such number."""
    for index, step in enumerate(file.routine.model.steps):
        for number, action in enumerate(step.actions):
            owner = ("steps", index, "phases", number - 1) if number else ("steps", index)
            for amount in step.amounts_of(action):
                if said := _too_many(amount):
                    problem = f"'{step.name}' asks for {said}: nobody counts that far."
                    remedy = "Correct the number. A length of time has its unit: 'seconds: 90', 'seconds: 5 min'."
                    yield file.routine.warning((*owner, "repeat", amount.field), problem, remedy)


def _too_many(amount: Amount) -> str:
    """The number of an amount with its unit, if nobody would count to it; a rhythm is timed, not counted."""
    if isinstance(amount, Repetitions) and amount.counted.most > MOST_TIMES:
        return "" if amount.cycle.beat or amount.cycle.every else f"{amount.counted.number} {amount.field}"
    if isinstance(amount, Lasting) and amount.span.unit == "breaths" and amount.span.most > MOST_BREATHS:
        return f"{amount.span.number} breaths"
    return ""
