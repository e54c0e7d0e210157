"""The five dots of a pressure, next to the number of a step or below it."""

from __future__ import annotations

from functools import lru_cache

from cardgen.artwork.pressure_dots import dot_rows
from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Artwork, Path
from cardgen.scene.outlines import circle
from cardgen.units import MM, Size
from cardgen.wording.deck import Fact

DOT, DOT_PITCH, DOT_GAP = 0.42 * MM, 1.12 * MM, 0.9 * MM
"""Radius of the dots, their distance, and the space before them."""
DOTS = 5
RING = 0.4
"""Weight of the line around a dot that is not filled, in points."""
ROW_OF_DOTS = Size((DOTS - 1) * DOT_PITCH + 2 * DOT, 2 * DOT)


def count_dots(press: Fact) -> int:
    """The dots of a pressure, of two pressures the first one's; 0 when it has no level."""
    return next((row.high for row in dot_rows(press.icon)), 0)


def draw_dots(sketch: Sketch, press: Fact, middle: float, y: float) -> None:
    """Draw five dots, as many of them filled as the pressure has; of two pressures, the one on the way out."""
    art = _dots_art(count_dots(press), sketch.theme)
    with sketch.tagged("Figure", press.line):
        sketch.draw_artwork(art, middle - art.size.width / 2, y - art.size.height / 2)


@lru_cache(maxsize=16)
def _dots_art(filled: int, theme: Theme) -> Artwork:
    """Dots, some of them filled: a drawing, which a document stores once for all of its rows."""
    places = [circle(DOT + index * DOT_PITCH, DOT, DOT if index < filled else DOT - RING / 2) for index in range(DOTS)]
    marks = [Path(place, fill=theme.ink) for place in places[:filled]]
    marks += [Path(place, stroke=theme.secondary, width=RING) for place in places[filled:]]
    return Artwork(f"dots {filled} {theme.ink} {theme.secondary}", ROW_OF_DOTS, tuple(marks))
