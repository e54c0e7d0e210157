"""Regions of a view: whether a point is in one, how deep, and how much of one is in another."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, cached_property
from itertools import pairwise

from msgspec import Struct

from cardgen.artwork.curves import Point, straight_pieces
from cardgen.artwork.views import region_outline, view
from cardgen.scene.outlines import Outline, bounds
from cardgen.units import Box

Edge = tuple[Point, Point]
SKIN_ROWS, REGION_ROWS = 64, 24
"""The number of rows in which the edges of a body, or of a region, are looked up."""
POINTS_PER_SIDE = 12
"""The number of sample points across the box of a region, and down it."""


class RegionShape(Struct, frozen=True, dict=True):
    """The shape of a region, in the units of its view."""

    outline: Outline

    @cached_property
    def box(self) -> Box:
        """The box around it."""
        return bounds(self.outline)

    @cached_property
    def _sides(self) -> tuple[float, float, float, float]:
        """The left, upper, right and lower edge of the box around it."""
        return self.box.x, self.box.y, self.box.right, self.box.bottom

    @cached_property
    def _polygon(self) -> list[Point]:
        """Its closed outline in straight pieces."""
        points = straight_pieces(self.outline)
        return [*points, points[0]]

    @cached_property
    def _rows(self) -> list[list[Edge]]:
        """For each row of its box the edges that are in it."""
        _, top, _, bottom = self._sides
        return _sort_edges(pairwise(self._polygon), top, bottom - top, REGION_ROWS)

    @cached_property
    def points(self) -> list[Point]:
        """Points spread evenly over it."""
        left, top = min(x for x, _ in self._polygon), min(y for _, y in self._polygon)
        width, height = max(x for x, _ in self._polygon) - left, max(y for _, y in self._polygon) - top
        steps = [(step + 0.5) / POINTS_PER_SIDE for step in range(POINTS_PER_SIDE)]
        tried = [(left + across * width, top + down * height) for across in steps for down in steps]
        return [point for point in tried if self.holds(point)]

    def holds(self, point: Point) -> bool:
        """Whether a point is in it."""
        left, top, right, bottom = self._sides
        if not (left < point[0] < right and top < point[1] < bottom):  # most points outside are outside its box
            return False
        row = int((point[1] - top) / (bottom - top) * REGION_ROWS)
        return _crossed(self._rows[row], point) % 2 == 1

    def depth(self, point: Point) -> float:
        """How far a point in it is from its edge; 0 for one outside."""
        return min(_distance(point, *edge) for edge in pairwise(self._polygon)) if self.holds(point) else 0

    def near(self, points: Iterable[Point]) -> list[Point]:
        """Those of some points that are in the box around it: of the many points of a hand hardly any."""
        left, top, right, bottom = self._sides
        return [point for point in points if left < point[0] < right and top < point[1] < bottom]

    def edge_point(self, inset: float, at_right: bool) -> Point:
        """A point at half its height, `inset` from its right or left side, or in the middle if it is narrow."""
        ys = [y for _, y in self._polygon]
        y = (min(ys) + max(ys)) / 2
        edges = pairwise(self._polygon)
        crossings = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in edges if (y1 > y) != (y2 > y)
        )
        left, right = crossings[-2:] if at_right else crossings[:2]
        inside = min(inset, (right - left) / 2)
        return (right - inside if at_right else left + inside), y


@cache
def region_shape(view_name: str, region: str) -> RegionShape:
    """The shape of a region of a view."""
    return RegionShape(region_outline(view_name, region))


@cache
def region_share(view_name: str, region: str, within: str) -> float:
    """The part of a region that is in another region of the same view, from 0 to 1."""
    points, other = region_shape(view_name, region).points, region_shape(view_name, within)
    return sum(map(other.holds, points)) / len(points)


def skin_holds(view_name: str, point: Point) -> bool:
    """Whether a point, in the view's own units, is on the body."""
    row = int(point[1] / view(view_name).size.height * SKIN_ROWS)
    parts = _skin_rows(view_name)[row] if 0 <= row < SKIN_ROWS else ()
    return any(_crossed(edges, point) % 2 for edges in parts)


@cache
def _skin_rows(view_name: str) -> list[list[list[Edge]]]:
    """For each row of a view the edges that are in it, of each part of the body there."""
    seen = view(view_name)
    rows: list[list[list[Edge]]] = [[] for _ in range(SKIN_ROWS)]
    for path in seen.figure:
        corners = straight_pieces(path.outline) if path.layer == "skin" else []
        edges_in = _sort_edges(pairwise([*corners, *corners[:1]]), 0, seen.size.height, SKIN_ROWS)
        for row, edges in zip(rows, edges_in, strict=True):
            row += [edges] if edges else []
    return rows


def _crossed(edges: Iterable[Edge], point: Point) -> int:
    """How many edges are at the right of a point."""
    x, y = point
    return sum(x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in edges if (y1 > y) != (y2 > y))


def _sort_edges(edges: Iterable[Edge], top: float, height: float, count: int) -> list[list[Edge]]:
    """For each of `count` rows from the top the edges that are in it: few of all are at one height."""
    rows: list[list[Edge]] = [[] for _ in range(count)]
    for edge in edges:
        first, last = sorted(int((y - top) / height * count) for _, y in edge)
        for row in range(max(first, 0), min(last + 1, count)):
            rows[row].append(edge)
    return rows


def _distance(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from a straight edge."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x**2 + along_y**2 or 1
    part = ((point[0] - start[0]) * along_x + (point[1] - start[1]) * along_y) / length
    part = min(max(part, 0), 1)
    return math.dist(point, (start[0] + part * along_x, start[1] + part * along_y))
