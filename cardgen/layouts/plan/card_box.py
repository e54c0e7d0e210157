"""The box with the name of a step's card, or with the letter of a routine; a longer name has a wider one."""

from __future__ import annotations

from collections.abc import Iterable

from cardgen.layouts.parts.edge_tab import SQUARE_CORNER
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.scale import LEAST_PLAN
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box

INDENT = 0.8 * MM
"""Next to the widest name, both sides together."""
HEIGHT, WIDEST = 0.84, 0.8
"""The greatest type size, as a fraction of the box's height, and the greatest width of a name that may be smaller."""


def box_width(names: Iterable[str], side: float) -> float:
    """The width of all boxes of a table, which are `side` points high: that of a square unless a name is wider."""
    return max([side, *(width(name, "bold", LEAST_PLAN) + INDENT for name in names)])


def draw_box(sketch: Sketch, name: str, box: Box, color: str) -> None:
    """Draw a name in white on a box of this color."""
    sketch.draw_path(rounded(box, SQUARE_CORNER * box.height), fill=color)
    size = max(LEAST_PLAN, min(HEIGHT * box.height, WIDEST * box.width / width(name, "bold", 1)))
    x = box.x + (box.width - width(name, "bold", size)) / 2
    sketch.draw_text(x, box.y + (box.height + CAP * size) / 2, name, "bold", size, sketch.theme.paper)
