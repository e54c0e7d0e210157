"""Stated lengths of a session that its steps do not add up to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cardgen.errors import Fault
from cardgen.library.loading import LoadedFile
from cardgen.planning.planner import least_minutes, plan
from cardgen.wording.phrases import nearest

SLACK_PART, SLACK_MINUTES = 0.15, 3
"""A time may differ by this part of it, or by so many minutes, whichever is more."""
Length = Literal["short", "standard", "long"]
LENGTHS: tuple[Length, ...] = ("short", "standard", "long")


def unmet(opened: LoadedFile) -> Iterator[Fault]:
    """A warning for each stated length that no session of this routine or program has."""
    document = opened.program or opened.routines[0]
    for length in LENGTHS:
        stated = getattr(document.model.lengths, length)
        if stated and (found := _wrong(opened, length, stated)):
            yield document.warning(("lengths", length), *found)


def _wrong(opened: LoadedFile, length: Length, stated: int) -> tuple[str, str] | None:
    """What is wrong with a length, and what to do about it; None when a session can have it.

    The standard length of a routine is that of everything in it; a program may choose even then.
    """
    least = least_minutes(opened.selection)
    if stated < least:
        remedy = f"Write at least {least}, or let steps go: 'keep: detail', or 'extra'."
        return f"{length}: the shortest whole session takes {least} minutes, not {stated}.", remedy
    whole = length == "standard" and not opened.program
    takes = nearest(plan(opened.selection, length="all" if whole else length).seconds / 60)
    if abs(takes - stated) <= max(SLACK_MINUTES, SLACK_PART * stated):
        return None
    if whole:
        remedy = f"Write {takes}, or change the minutes of the steps."
        return f"{length}: everything together takes {takes} minutes, not {stated}.", remedy
    more = "the parts more minutes" if opened.program else "the steps more: a range of times, 'most' minutes, variants"
    remedy = f"Write fewer, or give {more}."
    return f"{length}: there is only enough to do for {takes} minutes, not {stated}.", remedy
