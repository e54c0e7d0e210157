"""Distributes the items of an overview card with figures over its faces, so that they are full."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import groupby, pairwise

from cardgen.layouts.cards.overview.pairs import Item
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import SLACK
from cardgen.units import Box

FULLNESS = tuple(part / 20 for part in range(10, 21))
"""How full faces may be at most, when items are distributed evenly."""
MOST_GROWTH = 0.4
"""How much higher than necessary an item may be, as a fraction of its least height."""
APART = 2
"""Between a step and any other item, as a multiple of the usual gap."""
FIRST_GAP, MOST_GAP = 1, 4
"""How much a gap grows before items do, and how much at most after them, as multiples of the usual one."""
RULE, RULE_AT = 0.6, 0.72
"""Weight of the rule between two steps, in points, and its distance from the lower step, as a fraction of the gap: more
than half, because the number of times of that step is taller than its title."""


def deal(items: Sequence[Item], rooms: Sequence[float], gap: float) -> list[list[Item]]:
    """Distribute items, in order, over as many faces as there are rooms; empty when they do not fit.

    Faces are about equally full, the first ones fuller.
    """
    heights = [item.height for item in items]
    gaps = [0.0, *(_apart(upper, lower, gap) for upper, lower in pairwise(items))]
    needed = sum(heights) + sum(gaps) - APART * gap * (len(rooms) - 1)  # no gap is between two faces
    for part in FULLNESS if len(rooms) > 1 else FULLNESS[-1:]:
        limits = [*(part * room for room in rooms[:-1]), rooms[-1]]
        if needed <= sum(limits) + SLACK and (starts := _fill(heights, gaps, limits)):
            return [list(items[start:stop]) for start, stop in pairwise([*starts, len(items)])]
    return []


def _fill(heights: Sequence[float], gaps: Sequence[float], rooms: Sequence[float]) -> list[int]:
    """Fill one face after another: the first item of each; empty when the faces do not hold all items."""
    starts, used = [0], 0.0
    for index, (height, gap) in enumerate(zip(heights, gaps, strict=True)):
        if index > starts[-1] and used + gap + height > rooms[len(starts) - 1] + SLACK:
            if len(starts) == len(rooms):
                return []
            starts.append(index)
        used = height + (used + gap if index > starts[-1] else 0.0)
        if used > rooms[len(starts) - 1] + SLACK:
            return []
    return starts


def _apart(upper: Item, lower: Item, gap: float) -> float:
    """The least distance between two items: steps are set off from other items."""
    if upper.list_gap and lower.list_gap:
        return upper.list_gap
    return gap if upper.grows == lower.grows else APART * gap


def draw_items(sketch: Sketch, items: Sequence[Item], room: Box, gap: float) -> None:
    """Draw items one below another, with a rule between two steps: it says to which of them a caution belongs.

    Gaps, then those that grow, and then the gaps again, use the height that is left.
    """
    apart = [_apart(upper, lower, gap) for upper, lower in pairwise(items)]
    spare = room.height - sum(item.height for item in items) - sum(apart)
    air = min(spare / max(1, len(apart)), FIRST_GAP * gap)
    growing = [item for item in items if item.grows]
    lowest, spare = min((item.height for item in growing), default=0.0), spare - air * len(apart)
    each = min(spare / len(growing), MOST_GROWTH * lowest) if growing else 0.0
    more = air + min((spare - each * len(growing)) / max(1, len(items) - 1), MOST_GAP * gap)
    gaps = iter([*(least + more for least in apart), 0.0])
    y = room.y
    for are_steps, run in groupby(items, lambda item: item.grows):
        with sketch.tagged("Table") if are_steps else nullcontext():
            above = 0.0
            for item in run:
                height = item.height + (each if are_steps else 0)
                if are_steps and above:
                    sketch.draw_rule(room.x, room.right, y - RULE_AT * above, RULE, sketch.theme.secondary)
                item.draw(sketch, Box(room.x, y, room.width, height))
                above = next(gaps)
                y += height + above
