"""Regions of a view: whether a point is in one, and how much of one is in another."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from cardgen.artwork.curves import Point
from cardgen.artwork.views import view
from cardgen.scene.outlines import parse_outline

CURVE_PIECES = 6
"""The number of straight pieces that replace a curve of an outline."""
POINTS_PER_SIDE = 12
"""The number of sample points across the box of a region, and down it."""


def region_holds(view_name: str, region: str, point: Point) -> bool:
    """Whether a point, in the view's own units, is in a region."""
    x, y = point
    edges = pairwise(_polygon(view_name, region))
    crossed = (x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in edges if (y1 > y) != (y2 > y))
    return sum(crossed) % 2 == 1


@cache
def region_share(view_name: str, region: str, within: str) -> float:
    """The part of a region that is in another region of the same view, from 0 to 1."""
    points = _sample_points(view_name, region)
    return sum(region_holds(view_name, within, point) for point in points) / len(points)


@cache
def _sample_points(view_name: str, region: str) -> list[Point]:
    """Points spread evenly over a region."""
    corners = _polygon(view_name, region)
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    steps = [(step + 0.5) / POINTS_PER_SIDE for step in range(POINTS_PER_SIDE)]
    tried = [(left + across * width, top + down * height) for across in steps for down in steps]
    return [point for point in tried if region_holds(view_name, region, point)]


@cache
def _polygon(view_name: str, region: str) -> list[Point]:
    """The closed outline of a region in straight pieces."""
    points: list[Point] = []
    for letter, values in parse_outline(view(view_name).regions[region]):
        if letter == "C":
            start = points[-1]
            points += [_on_curve(start, values, step / CURVE_PIECES) for step in range(1, CURVE_PIECES + 1)]
        elif letter in "ML":
            points.append((values[0], values[1]))
    return [*points, points[0]]


def _on_curve(start: Point, values: tuple[float, ...], t: float) -> Point:
    """The point of a cubic Bézier curve at `t`, from 0 to 1."""
    x1, y1, x2, y2, x3, y3 = values
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3
