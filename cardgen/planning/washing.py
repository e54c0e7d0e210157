"""When the giver cleans the hands between the steps of a session, and how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct

from cardgen.model.areas import Area, Cleaning, areas
from cardgen.model.routine import Step


class AreaWork(NamedTuple):
    """Work in one area without a break."""

    area: str
    soils: str
    """The area that makes the giver clean the hands after it, before another one; empty if none does."""
    begins: bool = False
    """Whether a routine begins with it."""


class Wash(Struct, frozen=True):
    """The giver washes the hands, or wipes the oil off them."""

    how: Cleaning
    area: str
    """The area that is the reason."""


def soils(step: Step, area: str) -> str:
    """The area, such as the feet, that makes the giver clean the hands after a step in an area; empty if none does."""
    touched = (name for name, each in areas().items() if each.clean_after and (name == area or _touches(step, each)))
    return next(touched, "")


def _touches(step: Step, area: Area) -> bool:
    """Whether a step works on an area, by its limb, its drawing, or its words."""
    drawn = {region.split(".")[0] for region in (step.drawing.area if step.drawing else ())}
    named = set(re.findall(r"\w+", step.where.lower()))
    return (
        (area.limb is not None and step.limb == area.limb)
        or not drawn.isdisjoint(area.regions)
        or not named.isdisjoint(area.words)
    )


def join_work(work: Iterable[AreaWork]) -> Iterator[AreaWork]:
    """Successive work in one area as one stretch."""
    for area, run in groupby(work, key=attrgetter("area")):
        yield AreaWork(area, next((one.soils for one in run if one.soils), ""))


def washings(stretches: Iterable[AreaWork]) -> Iterator[Wash | None]:
    """How the giver cleans the hands before each of several stretches in order; None where they do not.

    Hands that are not clean stay so until they are washed. They may go on with the area in which they were soiled, and
    with the feet. Nothing is needed before the first stretch.
    """
    soiled, last = "", ""
    free: set[str] = set()
    for area, soils_after, begins in stretches:
        wash: Wash | None = None
        if soiled and area not in free and (after := areas()[soiled].clean_after):
            wash, soiled = Wash(after, soiled), ""
        elif last and (begins or area != last) and (before := areas()[area].clean_before):
            wash = Wash(before, area)
        yield wash
        if soils_after:
            soiled, free = soils_after, {area, *(name for name, each in areas().items() if each.clean_after)}
        last = area
