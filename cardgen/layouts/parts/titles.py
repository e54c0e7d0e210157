"""Titles: of a card or a page, and of a step with its number and its place on the body."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from cardgen.artwork.icons import icon
from cardgen.layouts.parts.number_square import SIDE, draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import Box
from cardgen.wording.deck import StepCard

SQUARE_GAP = 0.25
"""Between a number's square and the title, as a fraction of the square."""
SECOND_TITLE = 0.85
"""Size of a title that is too long for the usual one, as a fraction of it: one smaller size, so that a deck has few."""
ICON_ON_SQUARE = 0.68
"""Side of an icon, as a fraction of that of its square."""
WHERE_LEADING = 1.12
"""Between the lines of a place on the body, in type sizes."""
MOST_WHERE_LINES = 6
"""A place on the body has more lines than one only where it must."""


def draw_title(sketch: Sketch, title: str, top: float, size: float, least: float, *, lesser: bool = False) -> float:
    """Draw a title on one line, or on more when it is too long; returns its last baseline.

    A `lesser` one, of a later face, has its second line before a smaller size.
    """
    live, heights = sketch.live(top, top + size), (CAP * size + 1, 2 * size, 4 * size)
    setting = _set_title(title, live.width, heights, _usual_sizes(size, least, lesser), (size, least), 1.1)
    if setting is None:
        raise sketch.misfit("title", title)
    with sketch.tagged("H1"):
        return sketch.draw_setting(live.x, top + CAP * size - CAP * setting.size, setting)


def draw_step_title(
    sketch: Sketch,
    step: StepCard,
    title: str,
    top: float,
    number_size: float,
    sizes: tuple[float, float],
    *,
    lesser: bool = False,
) -> float:
    """Draw a step's number on its square, and the title next to it; returns where the lower of the two ends.

    The square is hollow when the step is optional. `sizes` are the most and the least of the title, in points; a
    `lesser` one, of a back, has its second line before a smaller size.
    """
    side = SIDE * number_size
    live = sketch.live(top, top + side)
    setting = _set_beside_square(sketch, title, live, side, sizes, lesser=lesser)
    color = draw_square(sketch, live.x, top, side, sketch.accent, hollow=step.optional)
    with sketch.tagged("H1"):
        draw_number_on_square(sketch, str(step.name.number), live.x, top, side, color)
        _draw_beside_square(sketch, setting, live.x, top, side)
    return top + max(side, setting.height)


def draw_icon_title(
    sketch: Sketch, name: str, title: str, top: float, side: float, color: str, sizes: tuple[float, float]
) -> float:
    """Draw an icon, white on a square, and a title next to it; returns where the lower of the two ends."""
    live = sketch.live(top, top + side)
    setting = _set_beside_square(sketch, title, live, side, sizes)
    draw_square(sketch, live.x, top, side, color)
    art = icon(name, sketch.theme.paper, color)
    inset = (1 - ICON_ON_SQUARE) / 2 * side
    sketch.draw_artwork(art, live.x + inset, top + inset, ICON_ON_SQUARE * side / art.size.width)
    with sketch.tagged("H1"):
        _draw_beside_square(sketch, setting, live.x, top, side)
    return top + max(side, setting.height)


def _set_beside_square(
    sketch: Sketch, title: str, live: Box, side: float, sizes: tuple[float, float], *, lesser: bool = False
) -> Setting:
    """A title for the room next to a square; MisfitError when it has none."""
    room, heights = live.width - (1 + SQUARE_GAP) * side, (side, 1.5 * side, 2.4 * side)
    setting = _set_title(title, room, heights, _usual_sizes(*sizes, lesser), sizes, 1.07)
    if setting is None:
        raise sketch.misfit("title", title)
    return setting


def _set_title(
    title: str,
    room: float,
    heights: tuple[float, float, float],
    usual: Sequence[float],
    sizes: tuple[float, float],
    leading: float,
) -> Setting | None:
    """A title in as low a room as holds it in one of its usual sizes, the best first, and at last in any size."""
    few = [((size, size), height) for height, size in product(heights[:2], usual)]
    ways = [*few, *((sizes, height) for height in heights)]
    tried = (fit(title, "semibold", each, (room, height), leading, even=True) for each, height in ways)
    return next(filter(None, tried), None)


def _usual_sizes(most: float, least: float, lesser: bool) -> tuple[float, ...]:
    """The sizes of titles of a deck, which has only one for lesser ones."""
    return (most,) if lesser else (most, max(least, SECOND_TITLE * most))


def _draw_beside_square(sketch: Sketch, setting: Setting, x: float, top: float, side: float) -> None:
    """Draw a title in the middle next to a square whose top left is at x, top."""
    sketch.draw_setting(x + (1 + SQUARE_GAP) * side, max(top + (side - setting.height) / 2, top), setting)


def set_where(text: str, room: float, size: float, least: float) -> Setting | None:
    """A place on the body, broken into as few lines as possible; None when a word is too long."""
    heights = (CAP * size + (lines - 0.5) * WHERE_LEADING * size for lines in range(1, MOST_WHERE_LINES + 1))
    tried = (fit(text, "medium", (size, least), (room, height), WHERE_LEADING, even=True) for height in heights)
    return next(filter(None, tried), None)
