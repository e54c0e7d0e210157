"""The order of routines in which the receiver turns over as seldom as possible."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cardgen.planning.chosen_routines import SelectedRoutine
from cardgen.planning.session import setup

Ends = tuple[str, str]
"""The receiver's position at the start and at the end of a routine."""


def order_by_positions(routines: Sequence[SelectedRoutine]) -> list[SelectedRoutine]:
    """The routines with the fewest turn-overs between them, as near as possible to the order given."""
    ends = [_ends(selected) for selected in routines]
    return [routines[number] for number in _fewest(tuple(range(len(routines))), None, tuple(ends))[1]]


def _ends(selected: SelectedRoutine) -> Ends:
    first, last = selected.steps[0], selected.steps[-1]
    return setup(first, selected.routine)[0], setup(last, selected.routine)[0]


@cache
def _fewest(left: tuple[int, ...], position: str | None, ends: tuple[Ends, ...]) -> tuple[int, tuple[int, ...]]:
    """The fewest turn-overs in the routines that are left, and the order that has them.

    Routines with the same ends keep their order: only the first of them can come next.
    """
    if not left:
        return 0, ()
    found = []
    for number in {ends[number]: number for number in reversed(left)}.values():
        start, end = ends[number]
        turns, order = _fewest(tuple(other for other in left if other != number), end, ends)
        found.append((turns + (position not in (None, start)), (number, *order)))
    return min(found)
