"""`each` or `spots` without a number, and `each: direction` without two directions."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.action import Action
from cardgen.model.durations import Extent, Then
from cardgen.model.ways import RETURNING
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each amount that is for each of several without saying how much, or which."""
    for index, step in enumerate(file.routine.model.steps):
        for number, action in enumerate(step.actions):
            owner = ("steps", index, "phases", number - 1) if number else ("steps", index)
            for problem, remedy in _problems(action):
                key = "each" if action.measure.each else "spots"
                yield file.routine.warning((*owner, "repeat", key), problem, remedy)


def _problems(action: Action) -> Iterator[tuple[str, str]]:
    first = action.amounts[0]
    if first.share and isinstance(first, Extent | Then):
        what = f"each: {action.measure.each}" if action.measure.each else f"spots: {action.measure.spots}"
        yield f"'{what}' has no number.", "Write how often or how long as well: times, passes, seconds, hold."
    if action.measure.each == "direction" and len(action.ways) == 1 and action.ways[0].way not in RETURNING:
        problem = f"'each: direction' needs two directions, but the step has only '{action.ways[0].way}'."
        yield problem, "Write both directions, as in [toward-head, toward-feet], or leave 'each' out."
