"""Deals what is on an overview card with figures out to its faces, so that they are full."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import groupby, pairwise

from cardgen.layouts.cards.overview.items import Item
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box

FULLNESS = tuple(part / 20 for part in range(10, 21))
"""How full faces may be at most, when items are dealt out evenly."""
MOST_GROWTH = 0.4
"""How much higher than it needs an item may be, as a part of that."""
APART = 2
"""Between a step and what is not a step, as a multiple of the usual gap."""
MOST_GAP = 8
"""How much a gap may grow, as a multiple of the usual one."""


def deal(items: Sequence[Item], rooms: Sequence[float], gap: float) -> list[list[Item]]:
    """Deal items out, in their order, to as many faces as there are rooms; empty when they do not fit.

    Faces are about equally full, the first ones fuller.
    """
    for part in FULLNESS if len(rooms) > 1 else FULLNESS[-1:]:
        dealt = _fill(items, [part * room for room in rooms[:-1]] + [rooms[-1]], gap)
        if dealt:
            return dealt
    return []


def _fill(items: Sequence[Item], rooms: Sequence[float], gap: float) -> list[list[Item]]:
    """Fill one face after another; empty when the faces do not hold all items."""
    faces: list[list[Item]] = [[]]
    used = 0.0
    for item in items:
        if faces[-1] and used + _apart(faces[-1][-1], item, gap) + item.height > rooms[len(faces) - 1] + 1e-6:
            if len(faces) == len(rooms):
                return []
            faces.append([])
        used = (used + _apart(faces[-1][-1], item, gap) if faces[-1] else 0.0) + item.height
        if used > rooms[len(faces) - 1] + 1e-6:
            return []
        faces[-1].append(item)
    return faces


def _apart(upper: Item, lower: Item, gap: float) -> float:
    """The least distance between two items: steps are set off from what is not a step."""
    return gap if upper.grows == lower.grows else APART * gap


def draw_items(sketch: Sketch, items: Sequence[Item], room: Box, gap: float) -> None:
    """Draw items one below another: those that grow, and then the gaps, use the height that is left."""
    apart = [_apart(upper, lower, gap) for upper, lower in pairwise(items)]
    spare = room.height - sum(item.height for item in items) - sum(apart)
    growing = [item for item in items if item.grows]
    lowest = min((item.height for item in growing), default=0.0)
    each = min(spare / len(growing), MOST_GROWTH * lowest) if growing else 0.0
    more = min((spare - each * len(growing)) / max(1, len(items) - 1), MOST_GAP * gap)
    gaps = iter([*(least + more for least in apart), 0.0])
    y = room.y
    for are_steps, run in groupby(items, lambda item: item.grows):
        with sketch.tagged("Table") if are_steps else nullcontext():
            for item in run:
                height = item.height + (each if are_steps else 0)
                item.draw(sketch, Box(room.x, y, room.width, height))
                y += height + next(gaps)
