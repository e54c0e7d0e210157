"""Turns SVG path data with any commands into outlines of absolute M, L, C and Z."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, sqrt, tan

from cardgen.artwork.curves import Point
from cardgen.artwork.pictures.matrix import Matrix
from cardgen.artwork.pictures.numerals import NUMBERS, parse_svg_number
from cardgen.artwork.pictures.undrawable import MOST_SEGMENTS, TooMuchError, unreadable
from cardgen.scene.outlines import Outline, Segment

COMMAND = re.compile(r"[\s,]*([MmZzLlHhVvCcSsQqTtAa])")
FLAG = re.compile(r"[\s,]*([01])")
"""A flag of an arc, which needs no separator after it."""
FLAT_RADIUS = 1e-6
"""An arc with a smaller radius is a line."""
COMMAND_LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
"""The number of values of each command."""


def parse_path(data: str) -> Outline:
    """The outline of path data; UndrawableError when they cannot be read to their end."""
    return tuple(_Tracer(data).trace())


class _Tracer:
    """Follows path data command by command."""

    def __init__(self, data: str) -> None:
        self.data, self.place = data, 0
        self.segments: list[Segment] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        """The start of the current subpath."""
        self.handle: Point | None = None
        """The last handle of the previous curve, which the next one may continue."""
        self.last = ""
        self.open = False

    def trace(self) -> list[Segment]:
        """Follow all path data."""
        while found := COMMAND.match(self.data, self.place):
            self.place = found.end()
            self._follow_command(found[1])
            if len(self.segments) > MOST_SEGMENTS:
                raise TooMuchError
        if self.data[self.place :].strip():
            raise unreadable("a path")
        return self.segments

    def _follow_command(self, letter: str) -> None:
        """Follow a command with all its values, which may be repeated without the letter."""
        kind, relative = letter.upper(), letter.islower()
        if kind != "M" and not self.segments:
            raise unreadable("a path")
        if kind == "Z":
            self.segments.append(("Z", ()))
            self.at, self.last, self.open = self.start, kind, False
            return
        while True:
            self._draw(kind, self._make_absolute(kind, self._take_values(kind), relative))
            kind = "L" if kind == "M" else kind
            if len(self.segments) > MOST_SEGMENTS or not NUMBERS.match(self.data, self.place):
                return

    def _take_values(self, kind: str) -> list[float]:
        """The values of a command."""
        found = []
        for place in range(COMMAND_LENGTHS[kind]):
            match = (FLAG if kind == "A" and place in (3, 4) else NUMBERS).match(self.data, self.place)
            if match is None:
                raise unreadable("a path")
            found.append(parse_svg_number(match[1]))
            self.place = match.end()
        return found

    def _make_absolute(self, kind: str, values: list[float], relative: bool) -> list[float]:
        """The values of a command from the origin instead of from the current point."""
        x, y = self.at
        if kind == "H":
            return [values[0] + x * relative, y]
        if kind == "V":
            return [x, values[0] + y * relative]
        if not relative:
            return values
        if kind == "A":
            return [*values[:5], values[5] + x, values[6] + y]
        return [value + (y if place % 2 else x) for place, value in enumerate(values)]

    def _draw(self, kind: str, values: list[float]) -> None:
        """Draw a command once."""
        end = (values[-2], values[-1])
        if kind == "M":
            self.segments.append(("M", end))
            self.start, self.open = end, True
        else:
            if not self.open:  # after a closed subpath the next one starts where it started
                self.segments.append(("M", self.at))
                self.open = True
            self.segments += self._segments(kind, values, end)
        self.at, self.last = end, kind

    def _segments(self, kind: str, values: list[float], end: Point) -> Iterator[Segment]:
        """The lines and curves of a command."""
        match kind:
            case "C" | "S":
                first = self._continued_handle("CS") if kind == "S" else (values[0], values[1])
                self.handle = (values[-4], values[-3])
                yield "C", (*first, *values[-4:])
            case "Q" | "T":
                self.handle = self._continued_handle("QT") if kind == "T" else (values[0], values[1])
                yield "C", (*_raise_handle(self.at, self.handle), *_raise_handle(end, self.handle), *end)
            case "A":
                yield from arc_curves(self.at, values)
            case _:
                yield "L", end

    def _continued_handle(self, kinds: str) -> Point:
        """The handle that continues the previous curve; the current point when that was not of these kinds."""
        if self.last not in kinds or not self.last or self.handle is None:
            return self.at
        return 2 * self.at[0] - self.handle[0], 2 * self.at[1] - self.handle[1]


def _raise_handle(end: Point, handle: Point) -> Point:
    """A handle of the cubic curve that equals a quadratic one."""
    return end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3


def arc_curves(start: Point, values: list[float]) -> Iterator[Segment]:
    """An elliptic arc as curves of at most a quarter turn each (SVG 1.1, appendix F.6)."""
    end = (values[5], values[6])
    if start == end:
        return
    if min(abs(values[0]), abs(values[1])) < FLAT_RADIUS:
        yield "L", end
        return
    ellipse, angle, swept = _find_ellipse(start, values)
    count = max(1, ceil(abs(swept) / (pi / 2) - 1e-9))
    for number in range(count):
        drawn = _unit_arc(angle + swept * number / count, swept / count)
        points = [value for point in drawn for value in ellipse.at(*point)]
        yield "C", (*points[:4], *(end if number == count - 1 else points[4:]))


def _find_ellipse(start: Point, values: list[float]) -> tuple[Matrix, float, float]:
    """The ellipse of an arc as a transformed unit circle, and the arc's start and extent on that, in radians."""
    width, height, degrees, large, sweep, *end = values
    rx, ry, turn = abs(width), abs(height), radians(degrees)
    across, down = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos(turn) * across + sin(turn) * down, cos(turn) * down - sin(turn) * across
    grown = max(1.0, hypot(x / rx, y / ry))
    rx, ry = rx * grown, ry * grown
    part = hypot(x / rx, y / ry)
    out = sqrt(max(0.0, 1 / part**2 - 1)) * (1 if large != sweep else -1) if part else 0.0
    middle = (out * rx * y / ry, -out * ry * x / rx)
    first = ((x - middle[0]) / rx, (y - middle[1]) / ry)
    last = ((-x - middle[0]) / rx, (-y - middle[1]) / ry)
    swept = _angle(first, last) % (2 * pi) - (0 if sweep else 2 * pi)
    circle = Matrix(rx * cos(turn), rx * sin(turn), -ry * sin(turn), ry * cos(turn))
    center = circle.direct(middle[0] / rx, middle[1] / ry)
    ellipse = circle._replace(e=(start[0] + end[0]) / 2 + center[0], f=(start[1] + end[1]) / 2 + center[1])
    return ellipse, _angle((1.0, 0.0), first), swept


def _unit_arc(angle: float, swept: float) -> tuple[Point, Point, Point]:
    """An arc of the unit circle, at most a quarter: its two handles and its end."""
    reach = 4 / 3 * tan(swept / 4)
    start, stop = (cos(angle), sin(angle)), (cos(angle + swept), sin(angle + swept))
    return (
        (start[0] - reach * start[1], start[1] + reach * start[0]),
        (stop[0] + reach * stop[1], stop[1] - reach * stop[0]),
        stop,
    )


def _angle(one: Point, other: Point) -> float:
    """The angle from one direction to another, in radians."""
    cosine = (one[0] * other[0] + one[1] * other[1]) / (hypot(*one) * hypot(*other))
    return copysign(acos(max(-1.0, min(1.0, cosine))), one[0] * other[1] - one[1] * other[0])
