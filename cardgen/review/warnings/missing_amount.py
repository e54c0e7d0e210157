"""Steps without an amount: how often, how long, or how far."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.routine import Step
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step that does not say how often, how long or how far."""
    for index, step in enumerate(file.routine.model.steps):
        if not any(action.repeat for action in step.actions) and not _timed(step):
            problem = f"'{step.name}' does not say how much: how often, how long, or how far."
            remedy = "Add 'repeat: {times: 3}', or passes, seconds, hold, until, extent."
            yield file.routine.warning(("steps", index, "name"), problem, remedy)


def _timed(step: Step) -> bool:
    """A step whose minutes say enough: they are stated, or it only holds still."""
    return isinstance(step.minutes, float) or (step.minutes is not None and step.technique == "holding")
