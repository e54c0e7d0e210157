"""What is measured on a printer test sheet: rulers, crosses, fine scales, and stairs of lines at the edges."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import Outline, circle, line
from cardgen.scene.text import CAP, width
from cardgen.units import MM

LABEL = 9
"""Type of the numbers at lines."""
FINE, THIN, MIDDLE, BOLD = 0.25, 0.35, 0.5, 0.8
"""Weights of lines, in points."""
REACH = 5
"""A scale goes so many mm either way, in half millimetres; the arms of a cross are as long."""
DISTANCES = range(3, 11)
"""Distances of the lines from an edge, in mm: no printer prints nearer (print facts: 4 to 6.7 mm stay white)."""
STEP = 6.5 * MM
"""Length of the line of one step, with its gap."""


class Numbers(Struct, frozen=True):
    """Which millimetres of a scale have a number, and where it stands."""

    last: int
    each: int
    spread: float
    """So many times as far apart as the lines."""
    fan: float
    """Millimetres from the grid."""
    size: float


LARGE, SMALL = Numbers(5, 1, 3.2, 12, 8.5), Numbers(4, 2, 1.7, 3.5, 6.5)
"""At the scale that is read, and at those that it is compared with."""


def ruler(sketch: Sketch, x: float, y: float, length: int, down: bool = False) -> None:
    """A ruler of `length` mm from x, y, to the right or down: a tick each mm, a number each ten."""
    for ticks, reach, weight in (
        ((mm for mm in range(length + 1) if mm % 5), 2.5, FINE),
        (range(5, length, 10), 4, FINE),
        (range(0, length + 1, 10), 5.5, MIDDLE),
    ):
        parts = [line(mm * MM, 0, mm * MM, reach * MM) for mm in ticks]
        sketch.draw_path(_placed(parts, x, y, down), stroke=sketch.theme.ink, width=weight)
    sketch.draw_path(_placed([line(0, 0, length * MM, 0)], x, y, down), stroke=sketch.theme.ink, width=MIDDLE)
    for mm in range(0, length + 1, 10):
        if down:
            sketch.draw_text(x + 6.5 * MM, y + mm * MM + CAP * LABEL / 2, f"{mm}", "regular", LABEL)
        else:
            centred(sketch, f"{mm}", x + mm * MM, y + 6.5 * MM + CAP * LABEL)


def cross(sketch: Sketch, x: float, y: float) -> None:
    """A cross to push a pin through."""
    ink, arm = sketch.theme.ink, REACH * MM
    sketch.draw_path((*line(x - arm, y, x + arm, y), *line(x, y - arm, x, y + arm)), stroke=ink, width=MIDDLE)
    sketch.draw_path(circle(x, y, 2 * MM), stroke=ink, width=MIDDLE)


def grid(sketch: Sketch, x: float, y: float, reach: int, unit: float) -> None:
    """A grid round x, y, `reach` units either way: lines each half unit, each unit, and through the middle."""
    theme, end = sketch.theme, reach * unit
    halves = range(-2 * reach, 2 * reach + 1)
    for lines, weight, color in (
        ((half for half in halves if half % 2), FINE, theme.detail),
        ((half for half in halves if half and half % 2 == 0), THIN, theme.ink),
        ((0,), BOLD, theme.ink),
    ):
        places = [half * unit / 2 for half in lines]
        down = [line(x + at, y - end, x + at, y + end) for at in places]
        across = [line(x - end, y + at, x + end, y + at) for at in places]
        sketch.draw_path(_joined((*down, *across)), stroke=color, width=weight)


def scale(sketch: Sketch, x: float, y: float, numbers: Numbers) -> None:
    """A grid of half millimetres round x, y, with numbers above it and at its left that stand farther apart."""
    grid(sketch, x, y, REACH, MM)
    start, end = (REACH + 0.4) * MM, (REACH + numbers.fan) * MM
    shown = range(-numbers.last, numbers.last + 1, numbers.each)
    above = [line(x + mm * MM, y - start, x + numbers.spread * mm * MM, y - end) for mm in shown]
    beside = [line(x - start, y + mm * MM, x - end, y + numbers.spread * mm * MM) for mm in shown]
    for leaders in (above, beside):
        sketch.draw_path(_joined(leaders), stroke=sketch.theme.ink, width=FINE)
    for mm in shown:
        centred(sketch, f"{mm}", x + numbers.spread * mm * MM, y - end - 0.7 * MM, numbers.size)
        ending(sketch, f"{mm}", x - end - 0.7 * MM, y + numbers.spread * mm * MM, numbers.size)


def stairs(sketch: Sketch) -> None:
    """At the middle of each edge a line 3, 4, ... 10 mm from it, each with its number."""
    wide, high = sketch.form.size
    for number, mm in enumerate(DISTANCES):
        start, off, drop = (number - len(DISTANCES) / 2) * STEP, mm * MM, CAP * LABEL
        end, middle = start + 0.86 * STEP, start + 0.43 * STEP
        for y, baseline in ((off, off + MM + drop), (high - off, high - off - MM)):
            _stair(sketch, line(wide / 2 + start, y, wide / 2 + end, y))
            centred(sketch, f"{mm}", wide / 2 + middle, baseline)
        for x in (off, wide - off):
            _stair(sketch, line(x, high / 2 + start, x, high / 2 + end))
        sketch.draw_text(off + MM, high / 2 + middle + drop / 2, f"{mm}", "regular", LABEL)
        ending(sketch, f"{mm}", wide - off - MM, high / 2 + middle)


def _stair(sketch: Sketch, outline: Outline) -> None:
    sketch.draw_path(outline, stroke=sketch.theme.ink, width=BOLD)


def _placed(parts: Iterable[Outline], x: float, y: float, down: bool) -> Outline:
    """Lines along the x axis, moved to x, y, or laid along the y axis there."""
    return tuple((letter, (x + values[down], y + values[not down])) for part in parts for letter, values in part)


def _joined(parts: Iterable[Outline]) -> Outline:
    return tuple(segment for part in parts for segment in part)


def centred(sketch: Sketch, text: str, x: float, baseline: float, size: float = LABEL, font: str = "regular") -> None:
    """A text with its middle at x."""
    sketch.draw_text(x - width(text, font, size) / 2, baseline, text, font, size)


def ending(sketch: Sketch, text: str, x: float, middle: float, size: float = LABEL, font: str = "regular") -> None:
    """A text that ends at x, centred on the height `middle`."""
    sketch.draw_text(x - width(text, font, size), middle + CAP * size / 2, text, font, size)
