"""SVG path data of every kind to outlines of absolute M, L, C and Z."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, sqrt, tan

from cardgen.artwork.pictures.matrix import NUMBERS, Matrix, parse_number
from cardgen.artwork.pictures.undrawable import MOST_SEGMENTS, TooMuchError, unreadable
from cardgen.scene.outlines import Outline, Segment

COMMAND = re.compile(r"[\s,]*([MmZzLlHhVvCcSsQqTtAa])")
FLAG = re.compile(r"[\s,]*([01])")
"""The two flags of an arc, which need nothing between them and what follows."""
FLAT_RADIUS = 1e-6
"""An arc with a radius below this is a line."""
COMMAND_LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
"""How many numbers belong to each command."""
Point = tuple[float, float]


def parse_path(data: str) -> Outline:
    """The outline that path data describe; UndrawableError when they cannot be read to their end."""
    return tuple(_Tracer(data).trace())


class _Tracer:
    """Follows path data command by command."""

    def __init__(self, data: str) -> None:
        self.data, self.place = data, 0
        self.segments: list[Segment] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        """Of the present part of the outline."""
        self.handle: Point | None = None
        """The last handle of the curve before, which the next one may continue."""
        self.last = ""
        self.open = False

    def trace(self) -> list[Segment]:
        while found := COMMAND.match(self.data, self.place):
            self.place = found.end()
            self.command(found[1])
            if len(self.segments) > MOST_SEGMENTS:
                raise TooMuchError
        if self.data[self.place :].strip():
            raise unreadable("a path")
        return self.segments

    def command(self, letter: str) -> None:
        """A command with all its numbers: it may come again and again without its letter."""
        kind, relative = letter.upper(), letter.islower()
        if kind != "M" and not self.segments:
            raise unreadable("a path")
        if kind == "Z":
            self.segments.append(("Z", ()))
            self.at, self.last, self.open = self.start, kind, False
            return
        while True:
            self.draw(kind, self.absolute(kind, self.take(kind), relative))
            kind = "L" if kind == "M" else kind
            if len(self.segments) > MOST_SEGMENTS or not NUMBERS.match(self.data, self.place):
                return

    def take(self, kind: str) -> list[float]:
        """The numbers of a command."""
        found = []
        for place in range(COMMAND_LENGTHS[kind]):
            match = (FLAG if kind == "A" and place in (3, 4) else NUMBERS).match(self.data, self.place)
            if match is None:
                raise unreadable("a path")
            found.append(parse_number(match[1]))
            self.place = match.end()
        return found

    def absolute(self, kind: str, values: list[float], relative: bool) -> list[float]:
        """The numbers with the present point added to those that are counted from it."""
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

    def draw(self, kind: str, values: list[float]) -> None:
        """One command with as many numbers as it takes."""
        end = (values[-2], values[-1])
        if kind == "M":
            self.segments.append(("M", end))
            self.start, self.open = end, True
        else:
            if not self.open:  # what follows a closed part begins where that began
                self.segments.append(("M", self.at))
                self.open = True
            self.segments += self.pieces(kind, values, end)
        self.at, self.last = end, kind

    def pieces(self, kind: str, values: list[float], end: Point) -> Iterator[Segment]:
        """The lines and curves of a command."""
        match kind:
            case "C" | "S":
                first = self.continued("CS") if kind == "S" else (values[0], values[1])
                self.handle = (values[-4], values[-3])
                yield "C", (*first, *values[-4:])
            case "Q" | "T":
                self.handle = self.continued("QT") if kind == "T" else (values[0], values[1])
                yield "C", (*_third(self.at, self.handle), *_third(end, self.handle), *end)
            case "A":
                yield from arc_curves(self.at, values)
            case _:
                yield "L", end

    def continued(self, kinds: str) -> Point:
        """The handle that continues the curve before; the present point when that was none of its kind."""
        if self.last not in kinds or not self.last or self.handle is None:
            return self.at
        return 2 * self.at[0] - self.handle[0], 2 * self.at[1] - self.handle[1]


def _third(end: Point, handle: Point) -> Point:
    """A handle of the cubic curve that is the same as a quadratic one."""
    return end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3


def arc_curves(start: Point, values: list[float]) -> Iterator[Segment]:
    """An elliptic arc as curves of a quarter turn at most (SVG 1.1, appendix F.6)."""
    width, height, turn, large, sweep, *end = values
    rx, ry, turn = abs(width), abs(height), radians(turn)
    if (start[0], start[1]) == (end[0], end[1]):
        return
    if min(rx, ry) < FLAT_RADIUS:
        yield "L", (end[0], end[1])
        return
    across, down = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos(turn) * across + sin(turn) * down, cos(turn) * down - sin(turn) * across
    grown = max(1.0, hypot(x / rx, y / ry))
    rx, ry = rx * grown, ry * grown
    part = hypot(x / rx, y / ry)
    out = sqrt(max(0.0, 1 / part**2 - 1)) * (1 if large != sweep else -1) if part else 0.0
    middle = (out * rx * y / ry, -out * ry * x / rx)
    first = ((x - middle[0]) / rx, (y - middle[1]) / ry)
    last = ((-x - middle[0]) / rx, (-y - middle[1]) / ry)
    angle = _between((1.0, 0.0), first)
    swept = _between(first, last) % (2 * pi) - (0 if sweep else 2 * pi)
    circle = Matrix(rx * cos(turn), rx * sin(turn), -ry * sin(turn), ry * cos(turn))
    centre = circle.turned(middle[0] / rx, middle[1] / ry)
    moved = circle._replace(e=(start[0] + end[0]) / 2 + centre[0], f=(start[1] + end[1]) / 2 + centre[1])
    count = max(1, ceil(abs(swept) / (pi / 2) - 1e-9))
    for part_number in range(count):
        drawn = _quarter(angle + swept * part_number / count, swept / count)
        points = [value for point in drawn for value in moved.at(*point)]
        yield "C", (*points[:4], *(end if part_number == count - 1 else points[4:]))


def _quarter(angle: float, swept: float) -> tuple[Point, Point, Point]:
    """An arc of the circle round the origin: its two handles and its end."""
    reach = 4 / 3 * tan(swept / 4)
    start, stop = (cos(angle), sin(angle)), (cos(angle + swept), sin(angle + swept))
    return (
        (start[0] - reach * start[1], start[1] + reach * start[0]),
        (stop[0] + reach * stop[1], stop[1] - reach * stop[0]),
        stop,
    )


def _between(one: Point, other: Point) -> float:
    """The angle from one direction to another, in radians."""
    cosine = (one[0] * other[0] + one[1] * other[1]) / (hypot(*one) * hypot(*other))
    return copysign(acos(max(-1.0, min(1.0, cosine))), one[0] * other[1] - one[1] * other[0])
