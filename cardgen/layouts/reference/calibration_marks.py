"""The measures on a printer test sheet: rulers, crosses, fine scales, and stairs of lines at the edges."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import Outline, circle, line
from cardgen.scene.text import CAP, width
from cardgen.units import MM

MARK_LABEL = 9
"""Type size of the numbers at lines."""
FINE_LINE, THIN_LINE, MIDDLE_LINE, BOLD_LINE = 0.25, 0.35, 0.5, 0.8
"""Weights of lines, in points."""
REACH = 5
"""Millimeters from the middle of a scale to its ends, and of a cross to the ends of its arms."""
STAIR_DISTANCES = range(3, 11)
"""From the lines to an edge, in mm: no printer prints nearer (print facts: 4 to 6.7 mm stay white)."""
STAIR = 6.5 * MM
"""Length of one line with its gap."""


PaperEdge = Literal["top", "left", "bottom", "right"]
EDGES: tuple[PaperEdge, ...] = get_args(PaperEdge)


class ScaleNumbers(Struct, frozen=True):
    """Which millimeters of a scale have a number, and where it is."""

    last: int
    each: int
    """Between two numbers, in mm."""
    spread: float
    """Distance between numbers, as a multiple of the distance between their lines."""
    fan: float
    """From the grid to the numbers, in mm."""
    size: float
    """Type size."""


READ_NUMBERS, COMPARED_NUMBERS = ScaleNumbers(5, 1, 3.2, 12, 8.5), ScaleNumbers(4, 2, 1.7, 3.5, 6.5)
"""At the scale that is read, and at those that it is compared with."""


def draw_ruler(sketch: Sketch, x: float, y: float, length: int, down: bool = False) -> None:
    """Draw a ruler of `length` mm from x, y, to the right or down: a tick each mm, a number every ten."""
    for ticks, reach, weight in (
        ((mm for mm in range(length + 1) if mm % 5), 2.5, FINE_LINE),
        (range(5, length, 10), 4, FINE_LINE),
        (range(0, length + 1, 10), 5.5, MIDDLE_LINE),
    ):
        parts = [line(mm * MM, 0, mm * MM, reach * MM) for mm in ticks]
        sketch.draw_path(_placed(parts, x, y, down), stroke=sketch.theme.ink, width=weight)
    edge = [line(0, 0, length * MM, 0)]
    sketch.draw_path(_placed(edge, x, y, down), stroke=sketch.theme.ink, width=MIDDLE_LINE)
    for mm in range(0, length + 1, 10):
        if down:
            sketch.draw_text(x + 6.5 * MM, y + mm * MM + CAP * MARK_LABEL / 2, f"{mm}", "regular", MARK_LABEL)
        else:
            draw_centered(sketch, f"{mm}", x + mm * MM, y + 6.5 * MM + CAP * MARK_LABEL)


def draw_cross(sketch: Sketch, x: float, y: float) -> None:
    """Draw a cross to push a pin through."""
    ink, arm = sketch.theme.ink, REACH * MM
    arms = (*line(x - arm, y, x + arm, y), *line(x, y - arm, x, y + arm))
    sketch.draw_path(arms, stroke=ink, width=MIDDLE_LINE)
    sketch.draw_path(circle(x, y, 2 * MM), stroke=ink, width=MIDDLE_LINE)


def draw_grid(sketch: Sketch, x: float, y: float, reach: int, unit: float) -> None:
    """Draw a grid around x, y, `reach` units each way: lines every half unit, every unit, and through the middle."""
    theme, end = sketch.theme, reach * unit
    halves = range(-2 * reach, 2 * reach + 1)
    for lines, weight, color in (
        ((half for half in halves if half % 2), FINE_LINE, theme.detail),
        ((half for half in halves if half and half % 2 == 0), THIN_LINE, theme.ink),
        ((0,), BOLD_LINE, theme.ink),
    ):
        places = [half * unit / 2 for half in lines]
        down = [line(x + at, y - end, x + at, y + end) for at in places]
        across = [line(x - end, y + at, x + end, y + at) for at in places]
        sketch.draw_path(_joined((*down, *across)), stroke=color, width=weight)


def draw_scale(sketch: Sketch, x: float, y: float, numbers: ScaleNumbers) -> None:
    """Draw a grid of half millimeters around x, y, with numbers above and at the left that are spread out."""
    draw_grid(sketch, x, y, REACH, MM)
    start, end = (REACH + 0.4) * MM, (REACH + numbers.fan) * MM
    shown = range(-numbers.last, numbers.last + 1, numbers.each)
    above = [line(x + mm * MM, y - start, x + numbers.spread * mm * MM, y - end) for mm in shown]
    beside = [line(x - start, y + mm * MM, x - end, y + numbers.spread * mm * MM) for mm in shown]
    for leaders in (above, beside):
        sketch.draw_path(_joined(leaders), stroke=sketch.theme.ink, width=FINE_LINE)
    for mm in shown:
        draw_centered(sketch, f"{mm}", x + numbers.spread * mm * MM, y - end - 0.7 * MM, numbers.size)
        draw_ending(sketch, f"{mm}", x - end - 0.7 * MM, y + numbers.spread * mm * MM, numbers.size)


def draw_stairs(sketch: Sketch, edge: PaperEdge) -> None:
    """Draw lines at the middle of an edge, 3, 4, ... 10 mm from it, each with its number."""
    wide, high = sketch.form.size
    for number, mm in enumerate(STAIR_DISTANCES):
        start, off, drop = (number - len(STAIR_DISTANCES) / 2) * STAIR, mm * MM, CAP * MARK_LABEL
        end, middle = start + 0.86 * STAIR, start + 0.43 * STAIR
        if edge in ("top", "bottom"):
            y = off if edge == "top" else high - off
            _draw_stair(sketch, line(wide / 2 + start, y, wide / 2 + end, y))
            draw_centered(sketch, f"{mm}", wide / 2 + middle, y + MM + drop if edge == "top" else y - MM)
            continue
        x = off if edge == "left" else wide - off
        _draw_stair(sketch, line(x, high / 2 + start, x, high / 2 + end))
        if edge == "left":
            sketch.draw_text(x + MM, high / 2 + middle + drop / 2, f"{mm}", "regular", MARK_LABEL)
        else:
            draw_ending(sketch, f"{mm}", x - MM, high / 2 + middle)


def _draw_stair(sketch: Sketch, outline: Outline) -> None:
    sketch.draw_path(outline, stroke=sketch.theme.ink, width=BOLD_LINE)


def _placed(parts: Iterable[Outline], x: float, y: float, down: bool) -> Outline:
    """Lines along the x axis, moved to x, y; with `down` they are along the y axis."""
    points = ((letter, (b, a) if down else (a, b)) for part in parts for letter, (a, b) in part)
    return tuple((letter, (x + right, y + below)) for letter, (right, below) in points)


def _joined(parts: Iterable[Outline]) -> Outline:
    return tuple(segment for part in parts for segment in part)


def draw_centered(
    sketch: Sketch, text: str, x: float, baseline: float, size: float = MARK_LABEL, font: str = "regular"
) -> None:
    """Draw a text with its middle at x."""
    sketch.draw_text(x - width(text, font, size) / 2, baseline, text, font, size)


def draw_ending(
    sketch: Sketch, text: str, x: float, middle: float, size: float = MARK_LABEL, font: str = "regular"
) -> None:
    """Draw a text that ends at x, centered on the height `middle`."""
    sketch.draw_text(x - width(text, font, size), middle + CAP * size / 2, text, font, size)
