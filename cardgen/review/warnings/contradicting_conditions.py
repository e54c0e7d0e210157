"""Conditions that leave out a step, or have their own caution, but already rule out the whole routine."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.review.placed_texts import group_conditions
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.conditions import left_over
from cardgen.wording.words import ENGLISH, words

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such condition: whoever has it gets none of the steps."""
    routine, spoken = file.routine.model, words(ENGLISH)
    for key in ("not_with", "leave_out_with"):
        ruled_out = getattr(routine, key)
        for place, condition in group_conditions(routine):
            if ruled_out and not left_over([condition], ruled_out, spoken):
                problem = f"With '{condition}', '{key}' already leaves out the whole routine, so this is never needed."
                remedy = f"Leave it out here, or take it out of '{key}' if the other steps may be given."
                yield file.routine.warning(place, problem, remedy)
