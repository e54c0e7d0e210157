"""Regions of a view: whether a point is in one, and how much of one is in another."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from cardgen.artwork.curves import Point, straight_pieces
from cardgen.artwork.views import view
from cardgen.scene.outlines import parse_outline

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
    points = straight_pieces(parse_outline(view(view_name).regions[region]))
    return [*points, points[0]]
