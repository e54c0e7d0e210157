"""Patterns for areas that do not bear the usual pressure: hatched for none, dotted for light pressure only."""

from __future__ import annotations

from collections.abc import Callable

from cardgen.artwork.theme import Theme
from cardgen.scene.marks import Clip, Path
from cardgen.scene.outlines import Outline, bounds, line

HATCH_PITCH = 5.2
"""Horizontal distance of the lines that hatch an area, in points."""
LEAST_LINES, LEAST_PITCH = 6, 2.4
"""A small area has as many lines, but none closer than this, in points: a square with one line is no hatching."""
HATCH_WEIGHT = 0.6
"""Weight of these lines and of the edge of any pattern, in points."""
DOT_PITCH, DOT_RADIUS = 3.4, 0.75
"""Distance and radius of dots, in points."""
DOT_LENGTH = 0.01
"""A dot is a line with round ends; some programs draw none that has no length."""

Pattern = Callable[[Outline, Theme, float], Clip]
"""Fills an outline; the number is one point in the outline's units."""


def hatch(area: Outline, theme: Theme, point: float) -> Clip:
    """Lines at 45 degrees in an area that must not be pressed; `point` is one point in its units."""
    box = bounds(area)
    pitch = min(HATCH_PITCH * point, max(LEAST_PITCH * point, (box.width + box.height) / LEAST_LINES))
    count = int((box.width + box.height) / pitch) + 1
    starts = [box.x - box.height + step * pitch for step in range(count)]
    lines = tuple(segment for x in starts for segment in line(x, box.y, x + box.height, box.bottom))
    return Clip(area, (Path(lines, stroke=theme.ink, width=HATCH_WEIGHT * point),))


def dot(area: Outline, theme: Theme, point: float) -> Clip:
    """Dots in an area that takes light pressure only; `point` is one point in its units."""
    box, pitch = bounds(area), DOT_PITCH * point
    rows, columns = int(box.height / pitch) + 1, int(box.width / pitch) + 1
    centers = [
        (box.x + (column + 0.5 * (row % 2)) * pitch, box.y + row * pitch)
        for row in range(rows + 1)
        for column in range(columns + 1)
    ]
    dots = tuple(segment for x, y in centers for segment in line(x, y, x + DOT_LENGTH, y))
    return Clip(area, (Path(dots, stroke=theme.ink, width=2 * DOT_RADIUS * point),))


def draw_patterned(area: Outline, pattern: Pattern, theme: Theme, point: float = 1) -> tuple[Path | Clip, ...]:
    """An area with a pattern and a thin edge; `point` is one point in its units."""
    edge = Path(area, stroke=theme.ink, width=HATCH_WEIGHT * point)
    return Path(area, fill=theme.paper), pattern(area, theme, point), edge
