"""Transformations of the plane, as SVG writes them."""

from __future__ import annotations

import re
from math import cos, hypot, radians, sin, sqrt, tan
from typing import NamedTuple

from cardgen.artwork.pictures.undrawable import unreadable
from cardgen.scene.outlines import Outline

NUMBER = r"[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,3})?(?!\d)"
NUMBERS = re.compile(rf"[\s,]*({NUMBER})")
TRANSFORM_CALL = re.compile(r"[\s,]*([a-zA-Z]{4,9})\s*\(([^()]{0,300})\)")
LARGEST_NUMBER = 1e9
"""No picture needs larger numbers, and arithmetic with them is safe."""
MOST_UNEVENNESS = 0.001
"""How far from even a transformation may be, in parts of its scale, to be taken for it."""


def parse_number(text: str) -> float:
    """One number as it is written; UndrawableError when it is far too large."""
    value = float(text)
    if abs(value) > LARGEST_NUMBER:
        raise unreadable("far too large numbers")
    return value


def parse_numbers(text: str) -> tuple[float, ...]:
    """Numbers with blanks or commas between them; UndrawableError when there is anything else."""
    found, end = [], 0
    while match := NUMBERS.match(text, end):
        found.append(parse_number(match[1]))
        end = match.end()
    if text[end:].strip():
        raise unreadable("numbers")
    return tuple(found)


Slant = tuple[float, float, float, float]
"""How directions are turned, without any scale; what is not even makes a line of different widths."""
NO_SLANT: Slant = (1.0, 0.0, 0.0, 1.0)


class Matrix(NamedTuple):
    """A point x, y goes to a x + c y + e, b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, inner: Matrix) -> Matrix:
        """This one after the inner one."""
        a, b, c, d, e, f = inner
        return Matrix(*self.turned(a, b), *self.turned(c, d), *self.at(e, f))

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """A direction, which does not move with the rest."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def outline(self, drawn: Outline) -> Outline:
        return tuple(
            (letter, tuple([value for i in range(0, len(values), 2) for value in self.at(values[i], values[i + 1])]))
            for letter, values in drawn
        )

    @property
    def scale(self) -> float:
        """How much larger lengths become; where that is not the same each way, what keeps the area."""
        return sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def even(self) -> bool:
        """Lengths become larger by as much in every direction."""
        across, down = hypot(self.a, self.b), hypot(self.c, self.d)
        slant = abs(self.a * self.c + self.b * self.d)
        return abs(across - down) <= MOST_UNEVENNESS * max(across, down) and slant <= MOST_UNEVENNESS * across * down

    def parted(self) -> tuple[Slant, Matrix]:
        """What is not even about it, and the rest, which comes first: a scale and a move."""
        scale = self.scale
        a, b, c, d = self.a / scale, self.b / scale, self.c / scale, self.d / scale
        turned = a * d - b * c  # 1, or -1 when it mirrors
        move = (d * self.e - c * self.f) / turned, (a * self.f - b * self.e) / turned
        return (a, b, c, d), Matrix(scale, 0, 0, scale, *move)


def parse_transform(text: str) -> Matrix:
    """What a `transform` attribute says; UndrawableError when it cannot be read."""
    found, end = Matrix(), 0
    while match := TRANSFORM_CALL.match(text, end):
        found = found.of(_called(match[1], parse_numbers(match[2])))
        end = match.end()
    if text[end:].strip(" \t\r\n,"):
        raise unreadable("a transformation")
    return found


def _called(name: str, given: tuple[float, ...]) -> Matrix:
    match name, given:
        case "matrix", (a, b, c, d, e, f):
            return Matrix(a, b, c, d, e, f)
        case "translate", (x, *y):
            return Matrix(e=x, f=y[0] if y else 0)
        case "scale", (x, *y):
            return Matrix(a=x, d=y[0] if y else x)
        case "rotate", (angle,):
            return _rotated(radians(angle))
        case "rotate", (angle, x, y):
            return Matrix(e=x, f=y).of(_rotated(radians(angle))).of(Matrix(e=-x, f=-y))
        case "skewX", (angle,):
            return Matrix(c=tan(radians(angle)))
        case "skewY", (angle,):
            return Matrix(b=tan(radians(angle)))
    raise unreadable("a transformation")


def _rotated(angle: float) -> Matrix:
    return Matrix(cos(angle), sin(angle), -sin(angle), cos(angle))
