"""Session lengths that the steps do not add up to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cardgen.errors import Fault
from cardgen.library.loading import LoadedFile
from cardgen.planning.planner import least_minutes, plan
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.times import whole_minutes

FILE_KINDS = ("routine", "program")
SLACK_PART, SLACK_MINUTES = 0.15, 3
"""A time may differ by this part of it, or by this number of minutes, whichever is more."""
LengthName = Literal["short", "standard", "long"]
LENGTHS: tuple[LengthName, ...] = ("short", "standard", "long")


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each stated length that no session of this routine or program has."""
    document = file.loaded.program or file.routine
    for length in LENGTHS:
        stated = getattr(document.model.lengths, length)
        if stated and (found := _wrong(file.loaded, length, stated)):
            yield document.warning(("lengths", length), *found)


def _wrong(loaded: LoadedFile, length: LengthName, stated: int) -> tuple[str, str] | None:
    """The problem with a length, and its remedy; None when a session can have it.

    The standard length of a routine is that of everything in it; a program may choose even then.
    """
    least = least_minutes(loaded.selection)
    if stated < least:
        remedy = f"Write at least {least}, or make steps optional: 'keep: detail', or 'keep: extra'."
        return f"{length}: the shortest complete session takes {least} minutes, not {stated}.", remedy
    whole = length == "standard" and not loaded.program
    takes = whole_minutes(plan(loaded.selection, length="all" if whole else length).seconds)
    if abs(takes - stated) <= max(SLACK_MINUTES, SLACK_PART * stated):
        return None
    if whole:
        remedy = f"Write {takes}, or change the minutes of the steps."
        return f"{length}: everything together takes {takes} minutes, not {stated}.", remedy
    more = "add a routine" if loaded.program else "give the steps more: a range of times, 'most' minutes, variants"
    remedy = f"Write a smaller number, or {more}."
    return f"{length}: there is only enough to do for {takes} minutes, not {stated}.", remedy
