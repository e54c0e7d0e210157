"""The few marks that every stroke sign is made of: lines with a white halo, arrow heads, ribbons, rings."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from msgspec import Struct, field

from cardgen.artwork.curves import Curve, Point
from cardgen.scene.marks import Path, Text
from cardgen.scene.outlines import Outline, circle
from cardgen.units import MM

HALO_WIDTH = 0.42
"""White on each side of a mark, so that it stays readable over any line, in units."""
HOLLOW_WEIGHT = 0.28
"""Outline of a mark that is done later, on the other side, in units."""


class Brush(Struct):
    """Draws in one colour. All sizes are in units: a millimetre on paper, times the scale of the drawing."""

    unit: float
    """Points in a unit."""
    ink: str
    paper: str
    marks: list[Path | Text] = field(default_factory=list)

    @classmethod
    def scaled(cls, scale: float, ink: str, paper: str) -> Brush:
        return cls(scale * MM, ink, paper)

    def line(self, points: Sequence[Point], weight: float, dash: tuple[float, ...] = (), halo: bool = True) -> None:
        """An open line through points."""
        drawn = _open(points)
        if halo:
            self.marks.append(Path(drawn, stroke=self.paper, width=(weight + 2 * HALO_WIDTH) * self.unit))
        pattern = tuple(length * self.unit for length in dash)
        self.marks.append(Path(drawn, stroke=self.ink, width=weight * self.unit, dash=pattern))

    def shape(self, outline: Outline, fill: str | None = None, hollow: bool = False, halo: bool = True) -> None:
        """A filled outline; white with a thin edge when `hollow`."""
        if halo:
            self.marks.append(Path(outline, fill=self.paper, stroke=self.paper, width=2 * HALO_WIDTH * self.unit))
        if hollow:
            self.marks.append(Path(outline, fill=self.paper, stroke=self.ink, width=HOLLOW_WEIGHT * self.unit))
        else:
            self.marks.append(Path(outline, fill=fill or self.ink))

    def head(
        self, tip: Point, way: Point, length: float, half: float, hollow: bool = False, halo: bool = False
    ) -> None:
        """An arrow head with its point at `tip`, its back notched."""
        self.shape(polygon(self.head_points(tip, way, length, half)), hollow=hollow, halo=halo)

    def head_points(self, tip: Point, way: Point, length: float, half: float) -> list[Point]:
        long, wide = length * self.unit, half * self.unit
        x, y = tip[0] - way[0] * long, tip[1] - way[1] * long
        notch = (tip[0] - way[0] * long * 0.8, tip[1] - way[1] * long * 0.8)
        return [tip, (x - way[1] * wide, y + way[0] * wide), notch, (x + way[1] * wide, y - way[0] * wide)]

    def arrow(
        self,
        curve: Curve,
        weight: float,
        length: float,
        half: float,
        both: bool = False,
        dash: tuple[float, ...] = (),
        hollow: bool = False,
    ) -> None:
        """A line with a head at its end, or at both; hollow heads and half the weight for the other side, later."""
        back = 0.7 * length * self.unit
        tips = [(curve.at(curve.length), curve.heading(curve.length - back / 2, back / 2))]
        if both:
            way = curve.heading(back / 2, back / 2)
            tips.append((curve.at(0), (-way[0], -way[1])))
        for tip, way in tips:
            outline = polygon(self.head_points(tip, way, length, half))
            self.marks.append(Path(outline, fill=self.paper, stroke=self.paper, width=2 * HALO_WIDTH * self.unit))
        self.line(curve.part(back if both else 0, curve.length - back), weight / 2 if hollow else weight, dash)
        for tip, way in tips:
            self.head(tip, way, length, half, hollow)

    def ribbon(self, curve: Curve, width: Callable[[float], float], both: bool = False, hollow: bool = False) -> None:
        """An arrow whose width, in units, changes along the way."""
        ends = [width(curve.length), width(0)]
        lengths = [1.5 + 1.55 * w for w in ends]
        halves = [0.72 + 0.92 * w for w in ends]
        start = 0.72 * lengths[1] * self.unit if both else 0.0
        stop = curve.length - 0.72 * lengths[0] * self.unit
        count = max(8, int(curve.length / 5))
        along = [start + (stop - start) * i / count for i in range(count + 1)]
        right = [curve.shifted(d, width(d) * self.unit / 2) for d in along]
        left = [curve.shifted(d, -width(d) * self.unit / 2) for d in along]
        reach = lengths[0] * self.unit / 2
        tip = self.head_points(
            curve.at(curve.length), curve.heading(curve.length - reach, reach), lengths[0], halves[0]
        )
        body = [*right, tip[1], tip[0], tip[3], *reversed(left)]
        if both:
            reach = lengths[1] * self.unit / 2
            way = curve.heading(reach, reach)
            tail = self.head_points(curve.at(0), (-way[0], -way[1]), lengths[1], halves[1])
            body += [tail[1], tail[0], tail[3]]
        self.shape(polygon(body), hollow=hollow)

    def ring(self, centre: Point, radius: float, weight: float, dot: float = 0.0) -> None:
        """A white ring, with a dot in it when `dot` is more than 0."""
        x, y = centre
        self.marks.append(Path(circle(x, y, (radius + weight / 2 + 0.8 * HALO_WIDTH) * self.unit), fill=self.paper))
        width = weight * self.unit
        self.marks.append(Path(circle(x, y, radius * self.unit), fill=self.paper, stroke=self.ink, width=width))
        if dot:
            self.marks.append(Path(circle(x, y, dot * self.unit), fill=self.ink))

    def dot(self, centre: Point, radius: float, hollow: bool = False) -> None:
        """A round dot."""
        x, y = centre
        self.marks.append(Path(circle(x, y, (radius + 0.3) * self.unit), fill=self.paper))
        edge = self.ink if hollow else None
        fill = self.paper if hollow else self.ink
        self.marks.append(Path(circle(x, y, radius * self.unit), fill, edge, 0.2 * self.unit))


def polygon(points: Sequence[Point]) -> Outline:
    """The outline round points."""
    return (*_open(points), ("Z", ()))


def place_outline(drawn: Outline, centre: Point, degrees: float, scale: float, flip: bool = False) -> Outline:
    """A small drawing around the origin: scaled, turned clockwise, and moved to a center."""
    angle, side = math.radians(degrees), -1 if flip else 1
    cos, sin = math.cos(angle) * scale, math.sin(angle) * scale

    def at(x: float, y: float) -> Point:
        return centre[0] + side * x * cos - y * sin, centre[1] + side * x * sin + y * cos

    pairs = [(letter, list(zip(values[::2], values[1::2], strict=True))) for letter, values in drawn]
    return tuple((letter, tuple(value for pair in points for value in at(*pair))) for letter, points in pairs)


def _open(points: Sequence[Point]) -> Outline:
    first, *rest = points
    return (("M", first), *(("L", point) for point in rest))
