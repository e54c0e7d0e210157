"""The number of a step, white on a square in the color of its body area."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, width
from cardgen.units import Box

SIDE = 1.194
"""Side of the square, in type sizes of one digit: 16 mm for 38 points (design system)."""
CORNER = 0.12
"""Radius of its corners, as a part of its side."""
WIDEST = 0.8
"""Width of the widest number, as a part of the side."""


def draw_square(sketch: Sketch, x: float, y: float, side: float, deep: str) -> None:
    """Draw a square for a number, its top left at x, y."""
    sketch.draw_path(rounded(Box(x, y, side, side), CORNER * side), fill=deep)


def draw_number_on_square(sketch: Sketch, number: str, x: float, y: float, side: float) -> None:
    """Draw a number on its square; a longer one is smaller."""
    size = min(side / SIDE, WIDEST * side / width(number, "bold", 1))
    left = x + (side - width(number, "bold", size)) / 2
    sketch.draw_text(left, y + (side + CAP * size) / 2, number, "bold", size, sketch.theme.paper)
