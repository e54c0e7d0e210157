"""The places where the strokes of a drawing press, in the units of its view: the points that each sign touches."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cardgen.artwork.curves import Curve, Point, arc
from cardgen.artwork.rings import is_ring_through
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.strokes import locate_point, mirror_stroke
from cardgen.model.drawing import Stroke
from cardgen.model.vocabulary import LEVELS, Level

PIECES = 24
"""The number of points along a stroke that are looked at."""
FOREARM_EDGE = 0.09
"""How far beside its line a forearm presses, as a fraction of its length: the dark part of its sign is that wide."""
USUAL_MARKS = 3
"""The number of marks along a stroke that does not set it; on paper it depends on the scale."""


class Touch(Struct, frozen=True):
    """A point that a stroke touches."""

    at: Point
    level: Level
    """How hard it presses there."""


def footprint(stroke: Stroke, landmarks: Mapping[str, Point], usual: Level) -> Iterator[Touch]:
    """The parts that a stroke touches, on both sides if it is mirrored; none for a sign that presses nothing.

    `usual` is the level of a stroke that has none of its own.
    """
    if not SIGNS[stroke.draw].behavior.presses or stroke.state == "rests":
        return
    levels = stroke.levels or (usual,)
    for side in (stroke, mirror_stroke(stroke)) if stroke.mirror else (stroke,):
        points = [locate_point(point, landmarks) for point in side.along]
        for part, point in _touched(side, points):
            yield Touch(point, levels[min(int(part * len(levels)), len(levels) - 1)])


def is_pressed(touch: Touch, least: Level = "light") -> bool:
    """Whether a touch is at least as hard as a level."""
    return LEVELS.index(touch.level) >= LEVELS.index(least)


def _touched(stroke: Stroke, points: Sequence[Point]) -> Iterator[tuple[float, Point]]:
    """The points that a stroke touches, each with its part of the way, from 0 to 1."""
    if SIGNS[stroke.draw].behavior.separate or (len(points) < 2 and stroke.draw not in AROUND):
        yield from ((index / len(points), point) for index, point in enumerate(points))
        return
    if SIGNS[stroke.draw].behavior.straight:
        curve = Curve([points[0], points[-1]])
    else:
        curve = Curve.smooth(points, closed=is_ring_through(stroke))
    yield from AROUND.get(stroke.draw, _along)(stroke, curve)


def _along(stroke: Stroke, curve: Curve) -> Iterator[tuple[float, Point]]:
    """Points on the line itself."""
    yield from ((step / PIECES, curve.at(curve.length * step / PIECES)) for step in range(PIECES + 1))


def _forearm(stroke: Stroke, curve: Curve) -> Iterator[tuple[float, Point]]:
    """A forearm from elbow to fist: what lies across a place cannot be kept off it while the rest presses."""
    for step in range(PIECES + 1):
        way_x, way_y = curve.heading(curve.length * step / PIECES)
        x, y = curve.at(curve.length * step / PIECES)
        for side in (-1, -0.5, 0, 0.5, 1):
            over = side * FOREARM_EDGE * curve.length
            yield step / PIECES, (x - way_y * over, y + way_x * over)


def _circles(stroke: Stroke, curve: Curve) -> Iterator[tuple[float, Point]]:
    """The loops along a line; without a size of their own, their middles."""
    for part, (x, y), _ in _marks(stroke, curve):
        loop = arc((x, y), stroke.size, 0, 360).points if stroke.size else [(x, y)]
        yield from ((part, point) for point in loop)


def _ring(stroke: Stroke, curve: Curve) -> Iterator[tuple[float, Point]]:
    """One big circle through the points, or around the only one."""
    around = arc(curve.points[0], stroke.size or 1, 0, 360, stroke.flat)
    loop = (curve if is_ring_through(stroke) else around).points
    yield from ((index / len(loop), point) for index, point in enumerate(loop))


def _across(stroke: Stroke, curve: Curve) -> Iterator[tuple[float, Point]]:
    """Points across the line, as far as the stroke is wide: hands that pass each other over a limb."""
    for part, (x, y), (way_x, way_y) in _marks(stroke, curve):
        half = _half_width(stroke, part)
        for step in range(-4, 5):
            over = half * step / 4
            yield part, (x - way_y * over, y + way_x * over)


def _squeeze(stroke: Stroke, curve: Curve) -> Iterator[tuple[float, Point]]:
    """The tips that face each other: what is between them is held, not pressed down."""
    for part, (x, y), (way_x, way_y) in _marks(stroke, curve):
        tip = max(_half_width(stroke, part) - (stroke.size or 0), 0)
        yield from ((part, (x - way_y * side * tip, y + way_x * side * tip)) for side in (1, -1))


def _knead(stroke: Stroke, curve: Curve) -> Iterator[tuple[float, Point]]:
    """The hooks on both sides of the line, in turn."""
    for index, (part, (x, y), (way_x, way_y)) in enumerate(_marks(stroke, curve)):
        side = 1 if index % 2 else -1
        for over in (0, side * (stroke.size or 0)):
            yield part, (x - way_y * over, y + way_x * over)


def _marks(stroke: Stroke, curve: Curve) -> Iterator[tuple[float, Point, Point]]:
    """For each mark along a line its part of the way, its place, and the direction of the line there."""
    count = stroke.count or USUAL_MARKS
    for index in range(count):
        part = (index + 0.5) / count
        ahead = curve.heading(curve.length * part)
        yield part, curve.at(curve.length * part), ahead if math.hypot(*ahead) else (0, -1)


def _half_width(stroke: Stroke, part: float) -> float:
    """Half the width of a stroke at a part of its way; 0 for one that does not set it."""
    given = stroke.width or 0
    first, last = (given[0], given[-1]) if isinstance(given, tuple) else (given, given)
    return first + (last - first) * part


AROUND = {
    "circles": _circles,
    "forearm": _forearm,
    "knead": _knead,
    "ring": _ring,
    "squeeze": _squeeze,
    "wring": _across,
}
"""How far beside its line a sign touches; the others touch the line."""
