"""Which routines are done together on one side, and then on the other: an arm and its hand."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.model.areas import areas
from cardgen.model.routine import Routine


def side_by_side(routines: Sequence[Routine]) -> list[tuple[int, ...]]:
    """The numbers of routines in order; those that are done together on each side are in one group."""
    groups: list[tuple[int, ...]] = []
    for number, routine in enumerate(routines):
        if number and _together(routines[number - 1], routine):
            groups[-1] = (*groups[-1], number)
        else:
            groups.append((number,))
    return groups


def _together(one: Routine, other: Routine) -> bool:
    """Whether two routines in succession are done on the same side before the other one."""
    return (
        bool(one.sides and one.sides == other.sides)
        and (one.area, one.position) == (other.area, other.position)
        and not any(step.area or step.position for routine in (one, other) for step in routine.steps)
        and not areas()[other.area].clean_before
    )
