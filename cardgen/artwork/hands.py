"""Signs that show a hand, a fist, a forearm or a pinched fold of skin."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cardgen.artwork.brush import Brush, polygon
from cardgen.artwork.curves import Curve, Point, arc
from cardgen.artwork.notation import Behavior, PlacedStroke, sign
from cardgen.artwork.postures import DETAIL_WEIGHT, HAND_FILL, HAND_UNITS, TOUCHES, PlacedHand, draw_posture
from cardgen.model.drawing import Stroke
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.scene.marks import Path

RESTING, RESTING_HAND, WORKING_HAND = "hold-on", 11, 14
"""The posture of a hand that rests, and the lengths of a resting and a working hand, in units of the brush."""
CUP_UNITS, CUP_LENGTH = 75, 9
"""The size of a stroke's cupped hands in the units of their drawing, and the usual one in units of the brush."""
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
    """A hand: one that rests, or in the posture of the hand that works."""
    _draw_hands(placed, brush)


def hands_of(placed: PlacedStroke, brush: Brush) -> Sequence[PlacedHand]:
    """The hands that a stroke draws, if it draws nothing else."""
    stroke = placed.stroke
    if stroke.draw == "support":
        scale = placed.size(CUP_LENGTH * brush.unit) / CUP_UNITS
        return [PlacedHand("cup-under", point, stroke.angle or 0, scale, stroke.flip) for point in placed.points]
    if stroke.draw == "hand":
        turned = (stroke.angle or 0) + 180  # its fingers point up at 180 degrees, down at 0
        scale, name = hand_scale(placed, brush), stroke.posture or RESTING
        return [PlacedHand(name, placed.points[0], turned, scale, stroke.flip, _pressure(stroke))]
    return []


def _pressure(stroke: Stroke) -> Level:
    """The highest pressure of a stroke; medium if nothing says it."""
    return max(stroke.levels, key=LEVELS.index, default="medium")


def _draw_hands(placed: PlacedStroke, brush: Brush) -> None:
    for each in hands_of(placed, brush):
        draw_posture(each, brush, brush.paper if placed.on_area else HAND_FILL)


def hand_scale(placed: PlacedStroke, brush: Brush) -> float:
    """Points in a unit of a hand's drawing."""
    return hand_length(placed, brush) / HAND_UNITS


def hand_length(placed: PlacedStroke, brush: Brush) -> float:
    """The length of a hand, in points."""
    usual = WORKING_HAND if placed.stroke.posture else RESTING_HAND
    return placed.size(usual * brush.unit)


@sign("support", Behavior(presses=False))
def support(placed: PlacedStroke, brush: Brush) -> None:
    """Cupped hands that carry from below."""
    _draw_hands(placed, brush)


@sign("roll")
def roll(placed: PlacedStroke, brush: Brush) -> None:
    """A short arc with two heads at each point, and knuckles below the first."""
    radius = placed.size(4.4 * brush.unit)
    for x, y in placed.points:
        brush.arrow(arc((x, y + 0.7 * radius), radius, -160, 140), 0.65, 2.0, 0.95, both=True, hollow=placed.hollow)
    if not placed.has_hand:
        x, y = placed.points[0]
        fist = PlacedHand("fist", (x, y + 0.9 * radius), 0, 2.6 * radius / HAND_UNITS, placed.stroke.flip)
        draw_posture(fist, brush)


FOREARM_OUTLINE = (
    (-0.045, -0.52), (-0.075, 0.05), (-0.04, 0.62), (0.07, 0.95), (0.26, 1.04), (0.5, 0.86), (0.74, 0.58), (0.8, 0.72),
    (0.88, 0.95), (0.97, 0.93), (1.03, 0.62), (1.045, 0.1), (1.03, -0.45), (0.985, -0.8), (0.92, -1.02), (0.85, -0.92),
    (0.79, -0.64), (0.74, -0.56), (0.5, -0.78), (0.26, -0.98), (0.07, -0.9),
)  # fmt: skip
"""Outline of a forearm with a loose fist: along it, from elbow (0) to hand (1), and across, in half thicknesses."""
FOREARM_CONTACT = ((0.22, 0.02), (0.32, -0.5), (0.5, -0.46), (0.66, 0.0), (0.5, 0.5), (0.32, 0.58))
"""Outline of the part of it that presses, in the same measures."""
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
    works = placed.stroke.state == "works"
    brush.shape(drawn, fill=HAND_FILL if works else brush.paper)
    if works:
        pressed = Curve.smooth([at(point) for point in FOREARM_CONTACT], closed=True)
        touch = TOUCHES.get(_pressure(placed.stroke))
        edge = (brush.ink, DETAIL_WEIGHT * brush.unit) if touch else (None, 0.0)
        brush.marks.append(Path(polygon(pressed.points), touch or brush.ink, *edge))
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


@sign("still", Behavior(separate=True, presses=False))
def still(placed: PlacedStroke, brush: Brush) -> None:
    """The two bars of a pause in a ring at each point: the hands stay still."""
    radius = placed.size(2.6 * brush.unit)
    for x, y in placed.points:
        brush.ring((x, y), radius / brush.unit, 0.4)
        for side in (1, -1):
            across, up = x + 0.3 * side * radius, 0.45 * radius
            brush.line([(across, y - up), (across, y + up)], 0.28 * radius / brush.unit, halo=False)
