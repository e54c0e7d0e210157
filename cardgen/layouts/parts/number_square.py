"""The number of a step, white on a square in the color of its body area."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, width
from cardgen.units import Box

SIDE = 1.194
"""Side of the square, in type sizes of one digit: 16 mm for 38 points (design system)."""
CORNER = 0.12
"""Radius of its corners, as a fraction of its side."""
WIDEST = 0.8
"""Width of the widest number, as a fraction of the side."""

HOLLOW = 0.05
"""Weight of the line of a hollow square, as a fraction of its side: 2.3 points on A6."""


def draw_square(sketch: Sketch, x: float, y: float, side: float, deep: str, hollow: bool = False) -> str:
    """Draw a square for a number, its top left at x, y; returns the color of the number on it.

    A step that may be left out has a hollow one.
    """
    if not hollow:
        sketch.draw_path(rounded(Box(x, y, side, side), CORNER * side), fill=deep)
        return sketch.theme.paper
    weight = HOLLOW * side
    box = Box(x + weight / 2, y + weight / 2, side - weight, side - weight)
    sketch.draw_path(rounded(box, CORNER * side), fill=sketch.theme.paper, stroke=deep, width=weight)
    return deep


def draw_number_on_square(sketch: Sketch, number: str, x: float, y: float, side: float, color: str = "") -> None:
    """Draw a number on its square, white unless a color is given; a longer one is smaller."""
    size = min(side / SIDE, WIDEST * side / width(number, "bold", 1))
    left = x + (side - width(number, "bold", size)) / 2
    sketch.draw_text(left, y + (side + CAP * size) / 2, number, "bold", size, color or sketch.theme.paper)
