"""Lengths with units at the door, points inside; sizes and boxes with the origin at the top left."""

from __future__ import annotations

import re
from typing import NamedTuple

MM = 72 / 25.4
"""Points in a millimetre."""

POINTS_PER_UNIT = {"mm": MM, "cm": 10 * MM, "in": 72.0, "pt": 1.0}


class Length(float):
    """A length in points, written by people as "63 mm", "3.5 in", "2 cm" or "12 pt"."""

    @classmethod
    def parse(cls, text: str) -> Length:
        """Read a number and its unit; ValueError when either is missing."""
        match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|pt)\s*", text)
        if match is None:
            raise ValueError(f"'{text}' is not a length; write a number and a unit, such as '3 mm' or '0.5 in'")
        return cls(float(match[1]) * POINTS_PER_UNIT[match[2]])


class Size(NamedTuple):
    """Width and height in points."""

    width: float
    height: float

    @property
    def turned(self) -> Size:
        return Size(self.height, self.width)


class Box(NamedTuple):
    """A rectangle in points: left, top, width, height, y downward."""

    x: float
    y: float
    width: float
    height: float

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, margin: float) -> Box:
        return Box(self.x + margin, self.y + margin, self.width - 2 * margin, self.height - 2 * margin)


def in_mm(points: float) -> str:
    """A length for people: millimetres, at most two decimals."""
    return f"{points / MM:.2f}".rstrip("0").removesuffix(".")
