"""The marks that stroke signs are made of: lines with a white halo, arrow heads, ribbons, rings."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct, field

from cardgen.artwork.curves import Curve, Point
from cardgen.scene.marks import Path, Text, Transformed
from cardgen.scene.outlines import Outline, Segment, circle
from cardgen.units import MM, Size

FLAT = 0.01
"""How far from a straight line a point is that is left out, in points."""
HALO_WIDTH = 0.42
"""Width of the white on each side of a mark, which keeps it readable over lines, in units."""
DOT_HALO = 0.3
"""Width of the white around a dot, in units."""
HOLLOW_WEIGHT = 0.28
"""Weight of the outline of a mark for a stroke that is done later, on the other side, in units."""

BrushMark = Path | Text | Transformed


class Brush(Struct):
    """Draws in one color. All sizes are in units, which are millimeters on paper times the scale of the drawing."""

    unit: float
    """Points in a unit."""
    ink: str
    paper: str
    marks: list[BrushMark] = field(default_factory=list)
    frame: Size | None = None
    """The size of the figure, beyond which nothing is seen; None where nothing is cut off."""

    def within(self, center: Point, radius: float) -> Point:
        """The place closest to `center` where a disc of this radius, in units, is seen as a whole."""
        if self.frame is None:
            return center
        (x, y), least = center, radius * self.unit
        return max(least, min(x, self.frame.width - least)), max(least, min(y, self.frame.height - least))

    @classmethod
    def scaled(cls, scale: float, ink: str, paper: str) -> Brush:
        """A brush for a drawing at a scale."""
        return cls(scale * MM, ink, paper)

    def line(self, points: Sequence[Point], weight: float, dash: tuple[float, ...] = (), halo: bool = True) -> None:
        """Draw an open line through points."""
        drawn = _open(points)
        if halo:
            self.marks.append(Path(drawn, stroke=self.paper, width=(weight + 2 * HALO_WIDTH) * self.unit))
        pattern = tuple(length * self.unit for length in dash)
        self.marks.append(Path(drawn, stroke=self.ink, width=weight * self.unit, dash=pattern))

    def halo(self, outline: Outline) -> None:
        """Draw the white around a filled outline."""
        self.marks.append(Path(outline, fill=self.paper, stroke=self.paper, width=2 * HALO_WIDTH * self.unit))

    def shape(self, outline: Outline, fill: str | None = None, hollow: bool = False, halo: bool = True) -> None:
        """Draw a filled outline; `hollow` is white with a thin edge."""
        if halo:
            self.halo(outline)
        if hollow:
            self.marks.append(Path(outline, fill=self.paper, stroke=self.ink, width=HOLLOW_WEIGHT * self.unit))
        else:
            self.marks.append(Path(outline, fill=fill or self.ink))

    def head(
        self, tip: Point, way: Point, length: float, half: float, hollow: bool = False, halo: bool = False
    ) -> None:
        """Draw an arrow head with its point at `tip` and a notched back."""
        self.shape(polygon(self.head_points(tip, way, length, half)), hollow=hollow, halo=halo)

    def head_points(self, tip: Point, way: Point, length: float, half: float) -> list[Point]:
        """The corners of an arrow head that points along `way`, a vector of length 1."""
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
        """Draw a line with a head at its end, or at both; `hollow` has hollow heads and half the weight."""
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
        """Draw an arrow whose width, in units, changes with the distance along the curve."""
        ends = [width(curve.length), width(0)]
        lengths = [1.5 + 1.55 * w for w in ends]
        halves = [0.72 + 0.92 * w for w in ends]
        start = 0.72 * lengths[1] * self.unit if both else 0.0
        stop = curve.length - 0.72 * lengths[0] * self.unit
        count = max(8, int(curve.length / 5))
        along = [start + (stop - start) * i / count for i in range(count + 1)]
        right, left = curve.sides(lambda distance: width(distance) * self.unit / 2, along)
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

    def block_arrow(self, curve: Curve, half: float) -> None:
        """Draw a wide white arrow along a curve, its shaft of half this width, in points."""
        stop = curve.length - 2.9 * half
        count = 16
        along = [stop * i / count for i in range(count + 1)]
        right, left = curve.sides(lambda _: half, along)
        wings = [curve.shifted(stop, side * 2.2 * half, 2.9 * half) for side in (1, -1)]
        body = polygon([*right, wings[0], curve.at(curve.length), wings[1], *reversed(left)])
        self.shape(body, fill=self.paper)
        self.marks.append(Path(body, stroke=self.ink, width=0.6 * self.unit))

    def ring(self, center: Point, radius: float, weight: float, dot: float = 0.0) -> None:
        """Draw a white ring, with a dot of radius `dot` in it."""
        x, y = center
        self.marks.append(Path(circle(x, y, (radius + weight / 2 + 0.8 * HALO_WIDTH) * self.unit), fill=self.paper))
        width = weight * self.unit
        self.marks.append(Path(circle(x, y, radius * self.unit), fill=self.paper, stroke=self.ink, width=width))
        if dot:
            self.marks.append(Path(circle(x, y, dot * self.unit), fill=self.ink))

    def dot(self, center: Point, radius: float, hollow: bool = False) -> None:
        """Draw a round dot."""
        x, y = center
        self.marks.append(Path(circle(x, y, (radius + DOT_HALO) * self.unit), fill=self.paper))
        edge = self.ink if hollow else None
        fill = self.paper if hollow else self.ink
        self.marks.append(Path(circle(x, y, radius * self.unit), fill, edge, 0.2 * self.unit))


def polygon(points: Sequence[Point]) -> Outline:
    """The closed outline through points."""
    return (*_open(points), ("Z", ()))


def place_outline(drawn: Outline, center: Point, degrees: float, scale: float, flip: bool = False) -> Outline:
    """A small drawing around the origin: scaled, turned clockwise, and moved to a center."""
    angle, side, (right, down) = math.radians(degrees), -1 if flip else 1, center
    cos, sin = math.cos(angle) * scale, math.sin(angle) * scale
    placed: list[Segment] = []
    for letter, values in drawn:
        numbers: list[float] = []
        for x, y in zip(values[::2], values[1::2], strict=True):
            numbers += (right + side * x * cos - y * sin, down + side * x * sin + y * cos)
        placed.append((letter, tuple(numbers)))
    return tuple(placed)


def _open(points: Sequence[Point]) -> Outline:
    first, *rest = _corners(points)
    return (("M", first), *(("L", point) for point in rest))


def _corners(points: Sequence[Point]) -> list[Point]:
    """The points without those on a straight line from one to the next: no printer shows the difference."""
    kept = [points[0]]
    for (x, y), following in pairwise(points[1:]):
        (left, top), (right, bottom) = kept[-1], following
        across, down, over, under = right - left, bottom - top, x - left, y - top
        is_flat = abs(across * under - down * over) <= FLAT * (abs(across) + abs(down))
        if not (is_flat and over * over + under * under <= across * across + down * down):  # or it turns back
            kept.append((x, y))
    return [*kept, *points[1:][-1:]]
