"""Signs that show a hand, a fist, a forearm or a pinched fold of skin."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from cardgen.artwork.brush import Brush, polygon
from cardgen.artwork.curves import Curve, Point, arc
from cardgen.artwork.notation import Behavior, PlacedStroke, sign
from cardgen.artwork.postures import HAND_FILL, HAND_UNITS, PlacedHand, draw_posture, posture
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
        brush.arrow(arc((x, y + 0.4 * radius), radius, -160, 140), 0.65, 2.0, 0.95, both=True, hollow=placed.hollow)
    if not placed.has_hand:
        x, y = placed.points[0]
        fist = PlacedHand("fist", (x, y + 0.9 * radius), 0, 2.6 * radius / HAND_UNITS, placed.stroke.flip)
        draw_posture(fist, brush)


ELBOW, FIST = (-5.0, 60.0), (-5.0, -119.0)
"""The two ends of a forearm, in the units of its drawing."""


@sign("forearm", Behavior(needs_length=True, straight=True))
def forearm(placed: PlacedStroke, brush: Brush) -> None:
    """A forearm from elbow to fist, with the bend of its elbow: gray works, white rests, dashed is where it ends."""
    drawn = _forearm(placed)
    if placed.stroke.state == "ends":
        dash = (1.2 * brush.unit, 1.0 * brush.unit)
        edge = polygon(list(drawn.on_page(posture(drawn.name).edge)))
        brush.marks.append(Path(edge[:-1], stroke=brush.ink, width=0.4 * brush.unit, dash=dash))
    elif placed.stroke.state == "rests":
        draw_posture(drawn, brush, brush.paper, touches=False)
    else:
        draw_posture(drawn, brush)


def _forearm(placed: PlacedStroke) -> PlacedHand:
    """A forearm whose elbow is at the first point of a stroke, and its fist at the last."""
    (x, y), (x2, y2) = placed.points[0], placed.points[-1]
    turned = math.degrees(math.atan2(x2 - x, y - y2))
    scale = math.dist((x, y), (x2, y2)) / math.dist(ELBOW, FIST)
    free = PlacedHand("forearm", (0, 0), turned, scale, placed.stroke.flip, _pressure(placed.stroke))
    ((right, down),) = free.on_page([ELBOW])
    return replace(free, center=(x - right, y - down))


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
    """A pinched fold, and a block arrow away from the body: it is pulled, not moved along."""
    size = placed.size(2.0 * brush.unit)
    for x, y in placed.points:
        _draw_fold((x, y), size, brush)
        brush.block_arrow(Curve([(x, y - 2.7 * size), (x, y - 5.5 * size)]), 0.5 * size)


def _draw_fold(foot: Point, size: float, brush: Brush) -> None:
    """Draw a fold of skin between two fingertips."""
    x, y = foot
    brush.line(Curve.smooth([(x + across * size, y + up * size) for across, up in SKIN_FOLD]).points, 0.6)
    for side in (1, -1):
        brush.dot((x + 1.25 * side * size, y - 1.15 * size), 0.62)
