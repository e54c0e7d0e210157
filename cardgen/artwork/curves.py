"""Curves through points: smooth lines, distances along them, directions."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from cardgen.scene.outlines import Outline

Point = tuple[float, float]

REACH = 3.0
"""How far before and after a point the direction of travel is averaged, in points, for what is beside the line."""
SPAN_PIECES = 8
"""The number of straight pieces in one span of a smooth curve."""
BEZIER_PIECES = 6
"""The number of straight pieces that replace a cubic Bézier curve of an outline."""
BEZIER_WEIGHTS = [
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    for t in (step / BEZIER_PIECES for step in range(1, BEZIER_PIECES + 1))
]
"""How much the four points of such a curve count at the end of each piece."""


class Curve:
    """A line through points, measured by the distance along it."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = list(points)
        self.distances = list(accumulate((math.dist(a, b) for a, b in pairwise(points)), initial=0.0))
        self.length = self.distances[-1]
        """The whole length of the line."""

    @classmethod
    def smooth(cls, points: Sequence[Point], closed: bool = False) -> Curve:
        """A centripetal Catmull-Rom curve through the points; a straight line through two."""
        if len(points) < 3 and not closed:
            (x1, y1), (x2, y2) = points[0], points[-1]
            return cls(
                [(x1 + (x2 - x1) * i / SPAN_PIECES, y1 + (y2 - y1) * i / SPAN_PIECES) for i in range(SPAN_PIECES + 1)]
            )
        first, last = (points[-1], points[1]) if closed else (_beyond(points[1], points[0]), _beyond(*points[-2:]))
        knots = [first, *points, points[0], last] if closed else [first, *points, last]
        spans = zip(knots, knots[1:], knots[2:], knots[3:], strict=False)
        drawn = [point for span in spans for point in _span(*span)]
        return cls([*drawn, knots[-2]])

    def at(self, distance: float) -> Point:
        """The point at a distance from the start."""
        # Plain comparisons: this is called hundreds of times for a figure.
        distances, last = self.distances, self.length
        distance = 0.0 if distance < 0.0 else last if distance > last else distance
        index = bisect_right(distances, distance) if distance < last else len(distances) - 1
        start, end = distances[index - 1], distances[index]
        part = (distance - start) / (end - start) if end > start else 0.0
        (x1, y1), (x2, y2) = self.points[index - 1], self.points[index]
        return x1 + (x2 - x1) * part, y1 + (y2 - y1) * part

    def heading(self, distance: float, reach: float = 1.0) -> Point:
        """The direction of travel at a distance, as a vector of length 1, averaged over `reach` each way."""
        (x1, y1), (x2, y2) = self.at(distance - reach), self.at(distance + reach)
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        return (x2 - x1) / length, (y2 - y1) / length

    def part(self, start: float, end: float) -> list[Point]:
        """The points from one distance to another."""
        inner = slice(bisect_right(self.distances, start), bisect_left(self.distances, end))
        return [self.at(start), *self.points[inner], self.at(end)]

    def beside(self, offset: Callable[[float], float], count: int) -> list[Point]:
        """Points at `offset(distance)` to the right of the direction of travel, in `count` steps from start to end."""
        return [self.shifted(self.length * i / count, offset(self.length * i / count)) for i in range(count + 1)]

    def sides(self, half: Callable[[float], float], distances: Sequence[float]) -> tuple[list[Point], list[Point]]:
        """The points `half(distance)` to the right of the direction of travel and to its left, at some distances."""
        right: list[Point] = []
        left: list[Point] = []
        for distance in distances:
            (x, y), (along_x, along_y), offset = self.at(distance), self.heading(distance, REACH), half(distance)
            right.append((x - along_y * offset, y + along_x * offset))
            left.append((x + along_y * offset, y - along_x * offset))
        return right, left

    def shifted(self, distance: float, offset: float, reach: float = REACH) -> Point:
        """The point at a distance along, and `offset` to the right of the direction of travel."""
        (x, y), (along_x, along_y) = self.at(distance), self.heading(distance, reach)
        return x - along_y * offset, y + along_x * offset


@lru_cache(maxsize=256)
def smooth_curve(points: tuple[Point, ...]) -> Curve:
    """The smooth curve through points, which a hand, its stroke and the check of both ask for."""
    return Curve.smooth(points)


def arc(center: Point, radius: float, start: float, sweep: float, flat: float = 1.0) -> Curve:
    """Part of an ellipse from `start` degrees (0 right, 90 down) through `sweep`; `flat` is height to width."""
    count = max(8, int(abs(sweep) / 9))
    angles = [math.radians(start + sweep * i / count) for i in range(count + 1)]
    return Curve([(center[0] + radius * math.cos(a), center[1] + radius * flat * math.sin(a)) for a in angles])


def straight_pieces(outline: Outline) -> list[Point]:
    """The corners of an outline of one part, its curves in straight pieces."""
    points: list[Point] = []
    for letter, values in outline:
        if letter == "C":
            (x0, y0), (x1, y1, x2, y2, x3, y3) = points[-1], values
            points += [
                (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in BEZIER_WEIGHTS
            ]
        elif letter in "ML":
            points.append((values[0], values[1]))
    return points


def _beyond(before: Point, end: Point) -> Point:
    """The point as far after `end` as `before` is before it."""
    return 2 * end[0] - before[0], 2 * end[1] - before[1]


def _span(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    """Points from b up to c on the curve through all four."""
    times = list(accumulate((max(1e-6, math.dist(p, q)) ** 0.5 for p, q in ((a, b), (b, c), (c, d))), initial=0.0))
    t0, t1, t2, t3 = times
    points = []
    for i in range(SPAN_PIECES):
        t = t1 + (t2 - t1) * i / SPAN_PIECES
        parts = (
            ((t - t0) / (t1 - t0), (t - t1) / (t2 - t1), (t - t2) / (t3 - t2)),
            ((t - t0) / (t2 - t0), (t - t1) / (t3 - t1)),
        )
        points.append((_blend(a[0], b[0], c[0], d[0], *parts), _blend(a[1], b[1], c[1], d[1], *parts)))
    return points


def _blend(a: float, b: float, c: float, d: float, near: tuple[float, float, float], far: tuple[float, float]) -> float:
    """A coordinate between four others, by the parts of the way from each to the next, and to the one after."""
    first, middle, last = a + (b - a) * near[0], b + (c - b) * near[1], c + (d - c) * near[2]
    left, right = first + (middle - first) * far[0], middle + (last - middle) * far[1]
    return left + (right - left) * near[1]
