"""The name of a card next to its step: in a frame like a card, so that nobody takes it for the step's number."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box

FONT = "regular"
AROUND, ABOVE = 0.26, 0.22
"""Between the name and its frame: next to it, and above and below its capitals, in type sizes."""
CORNER, LINE = 0.5 * MM, 0.6


def card_name_width(name: str, size: float) -> float:
    """Width of a name with its frame; 0 for none."""
    return width(name, FONT, size) + 2 * AROUND * size if name else 0.0


def draw_card_name(sketch: Sketch, x: float, baseline: float, name: str, size: float) -> None:
    """Draw a name in its frame, whose left edge is at x."""
    box = Box(x, baseline - (CAP + ABOVE) * size, card_name_width(name, size), (CAP + 2 * ABOVE) * size)
    sketch.draw_path(rounded(box, CORNER), stroke=sketch.theme.secondary, width=LINE)
    sketch.draw_text(x + AROUND * size, baseline, name, FONT, size, sketch.theme.secondary)
