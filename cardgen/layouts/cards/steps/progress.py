"""How far a routine has come: a dot for each step, or figures where there are too many."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import circle, rounded
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box

MOST_DOTS = 12
"""A routine of more steps shows its progress in figures."""
LEAST_DOT_GAP = 0.5 * MM
"""A routine whose dots would be closer shows figures too."""
MOST_DOT_GAP = 1.9 * MM
DOT = 0.22
"""Radius of a dot, in type sizes of the figures."""
BAR = 5
"""Width of the present step's bar, in radii of a dot."""
TALL = 1.45
"""Half the height of the bar, in radii of a dot."""
TRACK, TRACK_HEIGHT = 3.7, 0.48
"""Length and height of the bar next to the figures, in their type sizes."""


def draw_progress(sketch: Sketch, step: int, steps: int, x: float, middle: float, room: float, size: float) -> float:
    """Draw a solid dot for each step that is done, a bar for the present one, hollow dots for those to come.

    A long routine has a bar that fills, and figures. Returns the right end. Next to a long clock on a small card there
    is no room for any of it.
    """
    radius = DOT * size
    gap = min(MOST_DOT_GAP, (room - BAR * radius - 2 * radius * (steps - 1)) / max(1, steps - 1))
    if steps > MOST_DOTS or gap < LEAST_DOT_GAP:
        return _draw_figures(sketch, step, steps, x, middle, room, size)
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


def least_width(sketch: Sketch, step: int, steps: int, size: float) -> float:
    """The least width that the progress needs, in points."""
    dots = (BAR + 2 * (steps - 1)) * DOT * size + (steps - 1) * LEAST_DOT_GAP
    figures = (TRACK + 0.5) * size + width(sketch.words.say("progress", step=step, steps=steps), "medium", size)
    return figures if steps > MOST_DOTS else min(dots, figures)


def _draw_figures(sketch: Sketch, step: int, steps: int, x: float, middle: float, room: float, size: float) -> float:
    """Draw a bar that fills, and "31 of 54" next to it if the room holds them; returns the right end."""
    text = sketch.words.say("progress", step=step, steps=steps)
    if (TRACK + 0.5) * size + width(text, "medium", size) > room:
        return x
    track = Box(x, middle - TRACK_HEIGHT * size / 2, TRACK * size, TRACK_HEIGHT * size)
    corner = track.height / 2
    done = track._replace(width=max(track.height, track.width * step / steps))
    sketch.draw_path(rounded(track, corner), fill=sketch.theme.paper, stroke=sketch.accent, width=0.75)
    sketch.draw_path(rounded(done, corner), fill=sketch.accent)
    x = track.right + size / 2
    return x + sketch.draw_run(x, middle + CAP * size / 2, text, "medium", size)
