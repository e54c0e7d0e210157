"""Lengths, which people write with units and cardgen keeps in points; boxes with the origin at the top left."""

from __future__ import annotations

import re
from typing import NamedTuple

MM = 72 / 25.4
"""Points in a millimeter."""

POINTS_PER_UNIT = {"mm": MM, "cm": 10 * MM, "in": 72.0, "pt": 1.0}

LENGTH_PATTERN = r"\s*(\d{1,4}(?:\.\d{1,9})?)\s*(mm|cm|in|pt)\s*"
"""A number and its unit."""
SIGNED_LENGTH_PATTERN = r"\s*([-+−]?)(\d{1,4}(?:\.\d{1,9})?)\s*(mm|cm|in|pt)?\s*"
"""A sign, a number and a unit; only the number is required."""

MOST_SHIFT = 10 * MM
"""If a printer is off by more, its paper is loaded wrong."""


class Length(float):
    """A length in points; people write "63 mm", "3.5 in", "2 cm" or "12 pt"."""

    @classmethod
    def parse(cls, text: str) -> Length:
        """Read a number and its unit, to a thousandth of a millimeter; ValueError if either is missing."""
        match = re.fullmatch(LENGTH_PATTERN, text)
        if match is None:
            raise ValueError(f"'{text}' is not a length; write a number and a unit, such as '3 mm' or '0.5 in'")
        return cls(_exact(float(match[1]) * POINTS_PER_UNIT[match[2]]))


def _signed_length(sign: str, number: str, unit: str) -> float:
    points = _exact(float(number) * POINTS_PER_UNIT[unit or "mm"])
    return points if sign in ("", "+") else -points


def _exact(points: float) -> float:
    """Round a length to the three decimals in which millimeters are written, so that it is read back the same."""
    return round(points / MM, 3) * MM


class Shift(tuple[float, float]):
    """How far something moves to the right and down, in points; people write "-0.5,1", in millimeters."""

    @classmethod
    def parse(cls, text: str) -> Shift:
        """Read two numbers, with units or in millimeters; ValueError if either is more than `MOST_SHIFT`."""
        parts = [re.fullmatch(SIGNED_LENGTH_PATTERN, part) for part in text.split(",")]
        lengths = [_signed_length(*part.groups("")) for part in parts if part]
        if len(parts) != 2 or len(lengths) != 2:
            raise ValueError(
                f"'{text}' is not a shift; write two numbers with a comma between them, such as -0.5,1: "
                "mm to the right (with a minus: to the left), then mm down (with a minus: up)"
            )
        if max(map(abs, lengths)) > MOST_SHIFT + 0.001:
            raise ValueError(f"'{text}' is too far; a back can move at most {in_mm(MOST_SHIFT)} mm in each direction")
        return cls(lengths)

    def __str__(self) -> str:
        return ", ".join(f"{round(length / MM, 3) + 0:g} mm" for length in self)


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

    def moved(self, right: float, down: float) -> Box:
        return Box(self.x + right, self.y + down, self.width, self.height)

    def inset(self, margin: float) -> Box:
        return Box(self.x + margin, self.y + margin, self.width - 2 * margin, self.height - 2 * margin)


def in_mm(points: float) -> str:
    """A length in millimeters for people, with at most two decimals."""
    return f"{points / MM:.2f}".rstrip("0").removesuffix(".")
