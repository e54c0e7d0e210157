"""When the giver washes the hands between the parts of a session."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cardgen.model.areas import Area, areas
from cardgen.model.routine import Step
from cardgen.planning.tempos import tempos


def soils(step: Step, area: str) -> bool:
    """Whether the giver washes the hands after a step in a body area, before another one: it touches the feet."""
    return any(each.wash == "after" and (name == area or _touches(step, each)) for name, each in areas().items())


def _touches(step: Step, area: Area) -> bool:
    """Whether a step works on an area, by its limb, its drawing, or its words."""
    drawn = {region.split(".")[0] for region in (step.drawing.area if step.drawing else ())}
    named = set(re.findall(r"\w+", step.where.lower()))
    return (
        (area.limb is not None and step.limb == area.limb)
        or not drawn.isdisjoint(area.regions)
        or not named.isdisjoint(area.words)
    )


def washings(parts: Iterable[tuple[str, bool]]) -> Iterator[int]:
    """Seconds in which the giver washes before each of several parts, given its area and whether it soils the hands.

    Hands that are not clean stay so until they are washed. They may go on with the area in which they were soiled, and
    with the feet.
    """
    free: set[str] | None = None
    for number, (area, soiled) in enumerate(parts):
        wash = number > 0 and (areas()[area].wash == "before" or (free is not None and area not in free))
        yield tempos().wash if wash else 0
        if wash:
            free = None
        if soiled:
            free = {area, *(name for name, each in areas().items() if each.wash == "after")}
