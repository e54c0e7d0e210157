"""The stroke notation: draws movements over a figure with signs whose size on paper does not depend on its scale."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise, starmap

from msgspec.structs import replace

from cardgen.artwork.brush import DOT_HALO, Brush
from cardgen.artwork.curves import Point
from cardgen.artwork.hand_places import Anywhere, Ground, place_hands
from cardgen.artwork.notation import STILL_RADIUS, PlacedStroke
from cardgen.artwork.sign_list import SIGNS
from cardgen.model.drawing import Rotation, Stroke
from cardgen.model.vocabulary import OTHER_SIDE
from cardgen.scene.marks import Text
from cardgen.scene.text import CAP, width

PlacePoint = Callable[[str], Point]
"""Finds where a point of a drawing ("knee-back.right 0 -6") is on the page."""
ANYWHERE = Anywhere()
OTHER_TURN: dict[str, Rotation] = {"clockwise": "counterclockwise", "counterclockwise": "clockwise"}
"""A turn in the mirror; what an author writes is as seen on the page."""
HANDS, WAYS = ("hand", "support", "forearm"), ("back", "on")
"""Signs that show a hand, which covers no other sign, and those of ways on which it does not work."""
PHASE_SIZE = 3.4
"""Type size of a phase's number, and its distance from the start of the stroke, in units of the brush."""
LEAST_PHASE = 6.0
"""The least type size of such a number, in points: smaller ones cannot be told apart at the table."""
PHASE_RADIUS = 1.9
"""Radius of the disc that the number is on, in units of the brush."""
RING_EDGE = 0.6
"""What the line of a ring and the white around it add to its radius, in units of the brush."""


def draw_strokes(
    strokes: Iterable[Stroke], place: PlacePoint, scale: float, brush: Brush, ground: Ground = ANYWHERE
) -> None:
    """Add all strokes to the brush's marks: first those to be done later, on the other side; no hand covers a stroke.

    No hand is drawn so that it presses a place that the ground forbids.
    """
    every = place_strokes(strokes, place, scale, brush, ground)
    for placed in sorted(every, key=lambda placed: (not placed.hollow, _layer(placed))):
        SIGNS[placed.stroke.draw].draw(placed, brush)
    for placed in every:
        if placed.stroke.order and not placed.hollow:
            _draw_phase(placed, brush)


def place_strokes(
    strokes: Iterable[Stroke], place: PlacePoint, scale: float, brush: Brush, ground: Ground = ANYWHERE
) -> list[PlacedStroke]:
    """Strokes where they are on the page, on both sides of the body where they are mirrored, and their hands."""
    placed = [_within(each, brush) for stroke in strokes for each in _place_stroke(stroke, place, scale)]
    return place_hands(placed, brush, ground)


def _layer(placed: PlacedStroke) -> int:
    """Hands are below ways back and on, which are below everything else."""
    sign = placed.stroke.draw
    return 0 if sign in HANDS else 1 if sign in WAYS else 2


def locate_point(point: str, landmarks: Mapping[str, Point]) -> Point:
    """A landmark's place in the view, with the offset that follows its name; KeyError for an unknown landmark."""
    name, *offset = point.split()
    dx, dy = map(float, offset or (0, 0))
    return landmarks[name][0] + dx, landmarks[name][1] + dy


def measure_stroke(stroke: Stroke, landmarks: Mapping[str, Point]) -> float:
    """The length of a stroke's line in the view's units."""
    points = [locate_point(point, landmarks) for point in stroke.along]
    line = [points[0], points[-1]] if SIGNS[stroke.draw].behavior.straight else points
    return sum(starmap(math.dist, pairwise(line)))


def mirror_stroke(stroke: Stroke) -> Stroke:
    """The same stroke on the other side of the body."""
    turn = OTHER_TURN.get(stroke.turn or "")
    along = tuple(map(_mirror_point, stroke.along))
    angle = None if stroke.angle is None else (360 if SIGNS[stroke.draw].behavior.points_down else 180) - stroke.angle
    return replace(stroke, along=along, turn=turn, angle=angle, flip=not stroke.flip, mirror=None, order=None)


def _mirror_point(point: str) -> str:
    name, *offset = point.split()
    name = re.sub(r"\.(right|left)$", lambda match: "." + OTHER_SIDE[match[1]], name)
    return " ".join([name, f"{-float(offset[0]):g}", offset[1]]) if offset else name


def _place_stroke(stroke: Stroke, place: PlacePoint, scale: float) -> Iterator[PlacedStroke]:
    """A stroke on the page, and on the other side of the body where it is mirrored."""
    yield PlacedStroke(stroke, tuple(map(place, stroke.along)), scale)
    if stroke.mirror:
        other = mirror_stroke(stroke)
        yield PlacedStroke(other, tuple(map(place, other.along)), scale, hollow=stroke.mirror == "later")


def _within(placed: PlacedStroke, brush: Brush) -> PlacedStroke:
    """A stroke whose sign may be beside the body, moved so that the figure holds all of it; any other as it is."""
    if not SIGNS[placed.stroke.draw].behavior.beside:
        return placed
    radius = placed.size(STILL_RADIUS * brush.unit) / brush.unit + RING_EDGE
    return replace(placed, points=tuple(brush.within(point, radius) for point in placed.points))


def _draw_phase(placed: PlacedStroke, brush: Brush) -> None:
    """Add the number of a phase on a disc: before its first stroke, or beside its only point; wholly in the figure."""
    (x, y), unit = placed.points[0], max(brush.unit, LEAST_PHASE / PHASE_SIZE)
    size, radius = PHASE_SIZE * unit, PHASE_RADIUS * unit / brush.unit
    if len(placed.points) > 1:
        along_x, along_y = placed.whole_curve.heading(0, brush.unit)
        x, y = x - along_x * size, y - along_y * size
    else:
        away = placed.size(STILL_RADIUS * brush.unit) + (radius + 2 * DOT_HALO) * brush.unit
        at_left, _ = brush.within((x - away, y), radius + DOT_HALO)
        x += -away if at_left == x - away else away
    x, y = brush.within((x, y), radius + DOT_HALO)
    number = str(placed.stroke.order)
    brush.dot((x, y), radius)
    left, baseline = x - width(number, "bold", size) / 2, y + CAP * size / 2
    brush.marks.append(Text(left, baseline, number, "bold", size, brush.paper))
