"""Transformations of the plane, and their syntax in SVG."""

from __future__ import annotations

import re
from math import cos, hypot, radians, sin, sqrt, tan
from typing import NamedTuple

from cardgen.artwork.pictures.numerals import parse_svg_numbers
from cardgen.artwork.pictures.undrawable import unreadable
from cardgen.scene.outlines import Outline

TRANSFORM_CALL = re.compile(r"[\s,]*([a-zA-Z]{4,9})\s*\(([^()]{0,300})\)")
MOST_UNEVENNESS = 0.001
"""A transformation is taken for an even one when it differs by less, in parts of its scale."""


Slant = tuple[float, float, float, float]
"""The matrix a, b, c, d of a transformation without its scale; an uneven one makes the width of lines vary."""
NO_SLANT: Slant = (1.0, 0.0, 0.0, 1.0)


class Matrix(NamedTuple):
    """A transformation that takes a point x, y to a x + c y + e, b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, inner: Matrix) -> Matrix:
        """The transformation that does `inner` first, then this one."""
        a, b, c, d, e, f = inner
        return Matrix(*self.direct(a, b), *self.direct(c, d), *self.at(e, f))

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point after the transformation."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def direct(self, x: float, y: float) -> tuple[float, float]:
        """A direction after the transformation, which does not shift it."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def outline(self, drawn: Outline) -> Outline:
        """An outline after the transformation."""
        return tuple(
            (letter, tuple([value for i in range(0, len(values), 2) for value in self.at(values[i], values[i + 1])]))
            for letter, values in drawn
        )

    @property
    def scale(self) -> float:
        """The factor of lengths; when it depends on the direction, the one that gives the same area."""
        return sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def even(self) -> bool:
        """Whether the factor of lengths is the same in every direction."""
        across, down = hypot(self.a, self.b), hypot(self.c, self.d)
        slant = abs(self.a * self.c + self.b * self.d)
        return abs(across - down) <= MOST_UNEVENNESS * max(across, down) and slant <= MOST_UNEVENNESS * across * down

    def split(self) -> tuple[Slant, Matrix]:
        """The slant, and the scale and shift that are done before it."""
        scale = self.scale
        a, b, c, d = self.a / scale, self.b / scale, self.c / scale, self.d / scale
        turned = a * d - b * c  # 1, or -1 when it mirrors
        move = (d * self.e - c * self.f) / turned, (a * self.f - b * self.e) / turned
        return (a, b, c, d), Matrix(scale, 0, 0, scale, *move)


def parse_transform(text: str) -> Matrix:
    """The transformation of a `transform` attribute; UndrawableError when it cannot be read."""
    found, end = Matrix(), 0
    while match := TRANSFORM_CALL.match(text, end):
        found = found.after(_parse_call(match[1], parse_svg_numbers(match[2])))
        end = match.end()
    if text[end:].strip(" \t\r\n,"):
        raise unreadable("a transformation")
    return found


def _parse_call(name: str, given: tuple[float, ...]) -> Matrix:
    """One function of a `transform` attribute."""
    match name, given:
        case "matrix", (a, b, c, d, e, f):
            return Matrix(a, b, c, d, e, f)
        case "translate", (x, *y):
            return Matrix(e=x, f=y[0] if y else 0)
        case "scale", (x, *y):
            return Matrix(a=x, d=y[0] if y else x)
        case "rotate", (angle,):
            return _rotation(radians(angle))
        case "rotate", (angle, x, y):
            return Matrix(e=x, f=y).after(_rotation(radians(angle))).after(Matrix(e=-x, f=-y))
        case "skewX", (angle,):
            return Matrix(c=tan(radians(angle)))
        case "skewY", (angle,):
            return Matrix(b=tan(radians(angle)))
    raise unreadable("a transformation")


def _rotation(angle: float) -> Matrix:
    return Matrix(cos(angle), sin(angle), -sin(angle), cos(angle))
