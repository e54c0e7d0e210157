"""Steps with deep pressure but without a caution."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step that uses deep pressure, the highest level, without a caution."""
    for index, step in enumerate(file.routine.model.steps):
        levels = {level for action in step.actions if action.force for level in action.force.levels}
        if "deep" in levels and not step.caution:
            problem = f"'{step.name}' uses deep pressure without a caution."
            remedy = "Add 'caution: ...': where not to press, and when to stop."
            yield file.routine.warning(("steps", index, "name"), problem, remedy)
