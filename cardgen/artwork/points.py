"""Signs of single points: press, press and hold, keep still, a sore spot."""

from __future__ import annotations

import math
from itertools import product

from cardgen.artwork.brush import Brush
from cardgen.artwork.notation import STILL_RADIUS, Behavior, PlacedStroke, sign

RAYS = 8
"""The number of rays around a sore spot."""
STILL_WEIGHT = 0.4
"""Weight of the ring around a pause, in units of the brush."""


@sign("press", Behavior(separate=True))
def press(placed: PlacedStroke, brush: Brush) -> None:
    """A ring with a dot at each point."""
    for point in placed.points:
        brush.ring(point, 1.3, 0.32, dot=0 if placed.hollow else 0.7)


@sign("hold", Behavior(separate=True))
def hold(placed: PlacedStroke, brush: Brush) -> None:
    """A heavy ring with a dot at each point."""
    radius = placed.size(1.8 * brush.unit) / brush.unit
    for point in placed.points:
        brush.ring(point, radius, 0.42 * radius, dot=0.42 * radius)


@sign("still", Behavior(separate=True, presses=False, beside=True))
def still(placed: PlacedStroke, brush: Brush) -> None:
    """The two bars of a pause in a ring at each point: the hands stay still."""
    radius = placed.size(STILL_RADIUS * brush.unit)
    for x, y in placed.points:
        brush.ring((x, y), radius / brush.unit, STILL_WEIGHT)
        for side in (1, -1):
            across, up = x + 0.3 * side * radius, 0.45 * radius
            brush.line([(across, y - up), (across, y + up)], 0.28 * radius / brush.unit, halo=False)


@sign("sore", Behavior(separate=True, presses=False))
def sore(placed: PlacedStroke, brush: Brush) -> None:
    """Short rays around each point."""
    near = placed.size(2.3 * brush.unit)
    for (x, y), ray in product(placed.points, range(RAYS)):
        turned = math.tau * (ray + 0.5) / RAYS
        brush.line([(x + math.cos(turned) * far, y + math.sin(turned) * far) for far in (near, 1.5 * near)], 0.45)
