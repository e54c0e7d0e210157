"""Signs that show a hand, a fist, a forearm or a pinched fold of skin."""

from __future__ import annotations

import math
from functools import cache

from cardgen.artwork.brush import Brush, place_outline, polygon
from cardgen.artwork.curves import Curve, Point, arc
from cardgen.artwork.notation import Behavior, PlacedStroke, sign
from cardgen.artwork.svg import read_paths, read_svg
from cardgen.files.folders import DATA
from cardgen.scene.marks import Path
from cardgen.scene.outlines import Outline

HAND_FILL = "#DADADA"
"""Fill of a hand or a forearm on the body."""
SKIN_FOLD = (
    (-2.1, 0),
    (-1.1, -0.05),
    (-0.55, -0.55),
    (-0.5, -1.6),
    (0, -2.1),
    (0.5, -1.6),
    (0.55, -0.55),
    (1.1, -0.05),
    (2.1, 0),
)
"""Points of a fold of skin seen from the side: across the body, and up from it."""


@sign("hand", Behavior(points_down=True, presses=False))
def hand(placed: PlacedStroke, brush: Brush) -> None:
    """An open hand that rests on the body."""
    scale = placed.size(11 * brush.unit) / 100
    _draw_small("hand", placed.points[0], placed.stroke.angle or 0, scale, placed.stroke.flip, brush)


def _draw_small(name: str, center: Point, angle: float, scale: float, flip: bool, brush: Brush) -> None:
    """Draw a hand or a fist: gray, with its lines."""
    for kind, drawn in _small_drawing(name):
        shape = place_outline(drawn, center, angle, scale, flip)
        if kind == "shape":
            brush.shape(shape, fill=HAND_FILL)
            brush.marks.append(Path(shape, stroke=brush.ink, width=0.45 * brush.unit))
        elif kind == "solid":
            brush.marks.append(Path(shape, fill=brush.ink))
        else:
            brush.marks.append(Path(shape, stroke=brush.ink, width=0.25 * brush.unit))


@sign("support", Behavior(presses=False))
def support(placed: PlacedStroke, brush: Brush) -> None:
    """Cupped hands that carry from below."""
    angle, scale = placed.stroke.angle or 0, placed.size(9 * brush.unit) / 22
    for point in placed.points:
        for _, drawn in _small_drawing("cupped-hand"):
            brush.shape(place_outline(drawn, point, angle, scale, placed.stroke.flip))


@sign("roll")
def roll(placed: PlacedStroke, brush: Brush) -> None:
    """A short arc with two heads at each point, and a fist below the first."""
    radius = placed.size(4.4 * brush.unit)
    for x, y in placed.points:
        brush.arrow(arc((x, y + 0.7 * radius), radius, -160, 140), 0.65, 2.0, 0.95, both=True, hollow=placed.hollow)
    x, y = placed.points[0]
    _draw_small("fist", (x, y + 1.35 * radius), 0, 2.6 * radius / 24, placed.stroke.flip, brush)


FOREARM_OUTLINE = (
    (-0.045, -0.52), (-0.075, 0.05), (-0.04, 0.62), (0.07, 0.95), (0.26, 1.04), (0.5, 0.86), (0.74, 0.58), (0.8, 0.72),
    (0.88, 0.95), (0.97, 0.93), (1.03, 0.62), (1.045, 0.1), (1.03, -0.45), (0.985, -0.8), (0.92, -1.02), (0.85, -0.92),
    (0.79, -0.64), (0.74, -0.56), (0.5, -0.78), (0.26, -0.98), (0.07, -0.9),
)  # fmt: skip
"""Outline of a forearm with a loose fist: along it, from elbow (0) to hand (1), and across, in half thicknesses."""
FINGER_LINES = (((1.0, 0.55), (0.93, 0.52)), ((1.025, 0.18), (0.94, 0.17)), ((1.025, -0.16), (0.95, -0.15)))
"""Lines between the fingers of the fist, in the same measures."""


@sign("forearm", Behavior(needs_length=True, straight=True))
def forearm(placed: PlacedStroke, brush: Brush) -> None:
    """A forearm from elbow to hand: gray works, white rests, dashed is where it ends."""
    (x1, y1), (x2, y2) = placed.points[0], placed.points[-1]
    long, half = math.dist((x1, y1), (x2, y2)), placed.size(2.5 * brush.unit)
    ux, uy = (x2 - x1) / long, (y2 - y1) / long

    def at(point: Point) -> Point:
        along, across = point[0] * long, point[1] * half
        return x1 + ux * along - uy * across, y1 + uy * along + ux * across

    drawn = polygon(Curve.smooth([at(point) for point in FOREARM_OUTLINE], closed=True).points)
    if placed.stroke.state == "ends":
        dash = (1.2 * brush.unit, 1.0 * brush.unit)
        brush.marks.append(Path(drawn, stroke=brush.ink, width=0.4 * brush.unit, dash=dash))
        return
    fill = HAND_FILL if placed.stroke.state == "works" else brush.paper
    brush.shape(drawn, fill=fill)
    brush.marks.append(Path(drawn, stroke=brush.ink, width=0.45 * brush.unit))
    for finger in FINGER_LINES:
        brush.line([at(point) for point in finger], 0.25, halo=False)


@sign("skin-roll", Behavior(needs_length=True, travels=True))
def skin_roll(placed: PlacedStroke, brush: Brush) -> None:
    """Pinched folds in a row, and an arrow in the direction in which they roll."""
    curve, size = placed.curve, placed.size(1.7 * brush.unit)
    count = placed.count(max(2, int(curve.length / (3.6 * size))))
    brush.arrow(curve, 0.4, 2.3, 1.1, hollow=placed.hollow)
    for index in range(count):
        beside = (2.6 if placed.stroke.flip else -2.6) * size
        x, y = curve.shifted((curve.length - 2 * brush.unit) * (index + 0.5) / count, beside)
        _draw_fold((x, y + size), size, brush)
    brush.ring(curve.at(0), 0.95, 0.5)


@sign("lift", Behavior(separate=True))
def lift(placed: PlacedStroke, brush: Brush) -> None:
    """A pinched fold, and an arrow away from the body."""
    size = placed.size(2.0 * brush.unit)
    for x, y in placed.points:
        _draw_fold((x, y), size, brush)
        brush.arrow(Curve([(x, y - 2.5 * size), (x, y - 4.3 * size)]), 0.6, 2.1, 1.05)


def _draw_fold(foot: Point, size: float, brush: Brush) -> None:
    """Draw a fold of skin between two fingertips."""
    x, y = foot
    brush.line(Curve.smooth([(x + across * size, y + up * size) for across, up in SKIN_FOLD]).points, 0.6)
    for side in (1, -1):
        brush.dot((x + 1.25 * side * size, y - 1.15 * size), 0.62)


@sign("still", Behavior(presses=False))
def still(placed: PlacedStroke, brush: Brush) -> None:
    """Two nested arcs at each point: hands that stay still around a part of the body."""
    radius, angle = placed.size(3 * brush.unit), placed.stroke.angle or 0
    for point in placed.points:
        for ring, weight in ((0.0, 0.75), (1.5, 0.45)):
            brush.line(arc(point, radius + ring * brush.unit, angle - 58, 116).points, weight)


@cache
def _small_drawing(name: str) -> tuple[tuple[str, Outline], ...]:
    """A small drawing of the notation, from its SVG file."""
    return read_paths(read_svg(DATA / "marks" / f"{name}.svg"))
