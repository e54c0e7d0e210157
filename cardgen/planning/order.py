"""The order of routines in which the receiver turns over as seldom as possible."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cardgen.model.routine import Routine
from cardgen.planning.selection import Entry
from cardgen.planning.session import stands

Ends = tuple[str, str]
"""The receiver's position at the start and at the end of a routine."""


def grouped(entries: Sequence[Entry]) -> list[Entry]:
    """The routines with the fewest turn-overs between them; of such orders the one nearest to the order given."""
    ends = [_ends(entry.routine) for entry in entries]
    return [entries[number] for number in _fewest(tuple(range(len(entries))), None, tuple(ends))[1]]


def _ends(routine: Routine) -> Ends:
    return stands(routine.steps[0], routine)[0], stands(routine.steps[-1], routine)[0]


@cache
def _fewest(left: tuple[int, ...], position: str | None, ends: tuple[Ends, ...]) -> tuple[int, tuple[int, ...]]:
    """How often the receiver turns over at least in the routines that are left, and their order.

    Routines with the same ends keep their order: only the first of each kind can come next.
    """
    if not left:
        return 0, ()
    found = []
    for number in {ends[number]: number for number in reversed(left)}.values():
        start, end = ends[number]
        turns, order = _fewest(tuple(other for other in left if other != number), end, ends)
        found.append((turns + (position not in (None, start)), (number, *order)))
    return min(found)
