"""How far a routine has come: a dot for each step, or figures where there are too many."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import circle, rounded
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box

MOST_DOTS = 24
"""A routine of more steps shows its progress in figures."""
LEAST_DOT_GAP = 0.5 * MM
"""A routine whose dots would be closer shows figures too."""
MOST_DOT_GAP = 1.9 * MM
FIGURE_SIZE = 7
"""Type size of the figures, in radii of a dot."""
BAR = 5
"""Width of the present step's bar, in radii of a dot."""
TALL = 1.45
"""Half the height of the bar, in radii of a dot."""


def dot_gap(steps: int, room: float, radius: float) -> float:
    """The space between the dots of `steps` steps in `room` points of width; 0 when figures are shown instead."""
    gap = min(MOST_DOT_GAP, (room - BAR * radius - 2 * radius * (steps - 1)) / max(1, steps - 1))
    return 0 if steps > MOST_DOTS or gap < LEAST_DOT_GAP else gap


def progress_depth(steps: int, room: float, radius: float) -> float:
    """How far the dots or figures reach below their middle, in points."""
    figures = 0 if dot_gap(steps, room, radius) else FIGURE_SIZE * radius
    return max(TALL * radius, 0.57 * figures)


def draw_progress(sketch: Sketch, step: int, steps: int, x: float, middle: float, room: float, radius: float) -> float:
    """Draw a solid dot for each step that is done, a bar for the present one, hollow dots for those to come.

    Returns the right end. Beside a long clock on a small card there is no room for any of it.
    """
    gap = dot_gap(steps, room, radius)
    if not gap:
        size, text = FIGURE_SIZE * radius, f"{step} / {steps}"
        if width(text, "medium", size) > room:
            return x
        return x + sketch.draw_run(x, middle + CAP * size / 2, text, "medium", size, sketch.theme.ink)
    for number in range(1, steps + 1):
        if number == step:
            tall = TALL * radius
            sketch.draw_path(rounded(Box(x, middle - tall, BAR * radius, 2 * tall), tall), fill=sketch.accent)
            x += BAR * radius + gap
        else:
            fill = sketch.accent if number < step else sketch.theme.paper
            dot = circle(x + radius, middle, radius * 0.85)
            sketch.draw_path(dot, fill=fill, stroke=sketch.accent, width=0.75)
            x += 2 * radius + gap
    return x - gap
