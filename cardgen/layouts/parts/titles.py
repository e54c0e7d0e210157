"""Titles: of a card or a page, and of a step with its number and its place on the body."""

from __future__ import annotations

from cardgen.layouts.parts.number_square import SIDE, draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit

SQUARE_GAP = 0.25
"""Between a number's square and the title, as a part of the square."""
WHERE_LEADING = 1.12
"""Between the lines of a place on the body, in type sizes."""
MOST_WHERE_LINES = 6
"""A place on the body has more lines than one only where it must."""


def draw_title(sketch: Sketch, title: str, top: float, size: float, least: float) -> float:
    """Draw a title on one line, or on more when it is too long; returns its last baseline."""
    live, sizes = sketch.live(top, top + size), (size, least)
    rooms = (CAP * size + 1, 2 * size, 4 * size)
    found = filter(None, (fit(title, "semibold", sizes, (live.width, room), 1.1) for room in rooms))
    setting = next(found, None)
    if setting is None:
        raise sketch.misfit("title", title)
    with sketch.tagged("H1"):
        return sketch.draw_setting(live.x, top + CAP * size - CAP * setting.size, setting)


def draw_step_title(
    sketch: Sketch, number: int, title: str, top: float, number_size: float, title_size: float, least: float
) -> float:
    """Draw a step's number on its square, and the title beside it; returns where the lower of the two ends."""
    side = SIDE * number_size
    live = sketch.live(top, top + side)
    x = live.x + (1 + SQUARE_GAP) * side
    sizes, rooms = (title_size, least), (side, 1.5 * side, 2.4 * side)
    found = filter(None, (fit(title, "semibold", sizes, (live.right - x, room), 1.07, even=True) for room in rooms))
    setting = next(found, None)
    if setting is None:
        raise sketch.misfit("title", title)
    draw_square(sketch, live.x, top, side, sketch.accent)
    with sketch.tagged("H1"):
        draw_number_on_square(sketch, str(number), live.x, top, side)
        sketch.draw_setting(x, max(top + (side - setting.height) / 2, top), setting)
    return top + max(side, setting.height)


def set_where(text: str, room: float, size: float, least: float) -> Setting | None:
    """A place on the body, broken into as few lines as possible; None when a word is too long."""
    heights = (CAP * size + (lines - 0.5) * WHERE_LEADING * size for lines in range(1, MOST_WHERE_LINES + 1))
    tried = (fit(text, "medium", (size, least), (room, height), WHERE_LEADING, even=True) for height in heights)
    return next(filter(None, tried), None)
