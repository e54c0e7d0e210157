"""What is measured on a printer test sheet: rulers, crosses, fine scales, and stairs of lines at the edges."""

from __future__ import annotations

from collections.abc import Iterable

from cardgen.layouts.parts import Sketch
from cardgen.scene import Outline, circle, line
from cardgen.text import CAP, width
from cardgen.units import MM

LABEL, SMALL = 9, 6
"""Type of the numbers at lines, and at the small scales of the corners."""
FINE, MIDDLE, BOLD = 0.25, 0.5, 1.0
"""Weights of lines, in points."""
REACH = 5
"""A scale goes so many mm either way, in half millimetres; the arms of a cross are as long."""
STEPS = range(3, 11)
"""Distances of the lines from an edge, in mm: no printer prints nearer (print facts: 4 to 6.7 mm stay white)."""
STEP = 6.5 * MM
"""Length of the line of one step, with its gap."""
SPREAD, FAN = 4, 6 * MM
"""The numbers at a scale stand so many times farther apart than its lines, and so far from it."""


def ruler(sketch: Sketch, x: float, y: float, length: int, down: bool = False) -> None:
    """A ruler of `length` mm from x, y, to the right or down: a tick each mm, a number each ten."""
    for ticks, reach, weight in (
        ((mm for mm in range(length + 1) if mm % 5), 2.5, FINE),
        (range(5, length, 10), 4, FINE),
        (range(0, length + 1, 10), 5.5, MIDDLE),
    ):
        parts = [line(mm * MM, 0, mm * MM, reach * MM) for mm in ticks]
        sketch.path(_placed(parts, x, y, down), stroke=sketch.kit.theme.ink, width=weight)
    sketch.path(_placed([line(0, 0, length * MM, 0)], x, y, down), stroke=sketch.kit.theme.ink, width=MIDDLE)
    for mm in range(0, length + 1, 10):
        text = f"{mm}" if mm < length else f"{mm} mm"
        if down:
            sketch.text(x + 6.5 * MM, y + mm * MM + CAP * LABEL / 2, text, "regular", LABEL)
        else:
            sketch.text(
                x + mm * MM - width(f"{mm}", "regular", LABEL) / 2, y + 6.5 * MM + CAP * LABEL, text, "regular", LABEL
            )


def cross(sketch: Sketch, x: float, y: float) -> None:
    """A cross to push a pin through."""
    ink, arm = sketch.kit.theme.ink, REACH * MM
    sketch.path((*line(x - arm, y, x + arm, y), *line(x, y - arm, x, y + arm)), stroke=ink, width=MIDDLE)
    sketch.path(circle(x, y, 2 * MM), stroke=ink, width=MIDDLE)


def scale(sketch: Sketch, x: float, y: float) -> None:
    """A net round x, y: a line each half mm, each mm, each five mm, ever heavier."""
    halves = range(-2 * REACH, 2 * REACH + 1)
    for lines, weight in (
        ((half for half in halves if half % 2), 0.15),
        ((half for half in halves if half % 2 == 0 and half % 10), 0.4),
        ((half for half in halves if half % 10 == 0), BOLD),
    ):
        sketch.path(_net([half / 2 * MM for half in lines], x, y), stroke=sketch.kit.theme.ink, width=weight)


def small_numbers(sketch: Sketch, x: float, y: float) -> None:
    """The ends and the middle of a scale, above it and at its left."""
    for mm in (-REACH, 0, REACH):
        _centred(sketch, f"{mm}", x + mm * MM, y - (REACH + 1) * MM, SMALL)
        _right(sketch, f"{mm}", x - (REACH + 1) * MM, y + mm * MM, SMALL)


def large_numbers(sketch: Sketch, x: float, y: float, across: str, down: str) -> None:
    """A number for each mm of a scale, above it and at its left, spread out so that it can be read."""
    ink, start, end = sketch.kit.theme.ink, REACH * MM + 0.4 * MM, REACH * MM + FAN
    numbers = range(-REACH, REACH + 1)
    above = [line(x + mm * MM, y - start, x + SPREAD * mm * MM, y - end) for mm in numbers]
    beside = [line(x - start, y + mm * MM, x - end, y + SPREAD * mm * MM) for mm in numbers]
    for leaders in (above, beside):
        sketch.path(_joined(leaders), stroke=ink, width=FINE)
    for mm in numbers:
        _centred(sketch, f"{mm}", x + SPREAD * mm * MM, y - end - 0.8 * MM, LABEL + 1)
        _right(sketch, f"{mm}", x - end - 0.8 * MM, y + SPREAD * mm * MM, LABEL + 1)
    _centred(sketch, across, x, y - end - 6.5 * MM, LABEL + 3, "semibold")
    _right(sketch, down, x - end - 7 * MM, y, LABEL + 3, "semibold")


def stairs(sketch: Sketch) -> None:
    """At the middle of each edge a line 3, 4, ... 10 mm from it, each with its number."""
    wide, high = sketch.kit.size
    for number, mm in enumerate(STEPS):
        start, off, drop = (number - len(STEPS) / 2) * STEP, mm * MM, CAP * LABEL
        end, middle = start + 0.86 * STEP, start + 0.43 * STEP
        for y, baseline in ((off, off + MM + drop), (high - off, high - off - MM)):
            _stair(sketch, line(wide / 2 + start, y, wide / 2 + end, y))
            _centred(sketch, f"{mm}", wide / 2 + middle, baseline)
        for x in (off, wide - off):
            _stair(sketch, line(x, high / 2 + start, x, high / 2 + end))
        sketch.text(off + MM, high / 2 + middle + drop / 2, f"{mm}", "regular", LABEL)
        _right(sketch, f"{mm}", wide - off - MM, high / 2 + middle)


def _stair(sketch: Sketch, outline: Outline) -> None:
    sketch.path(outline, stroke=sketch.kit.theme.ink, width=BOLD)


def _net(lines: Iterable[float], x: float, y: float) -> Outline:
    end = REACH * MM
    return _joined(
        part
        for at in lines
        for part in (line(x + at, y - end, x + at, y + end), line(x - end, y + at, x + end, y + at))
    )


def _placed(parts: Iterable[Outline], x: float, y: float, down: bool) -> Outline:
    """Lines along the x axis, moved to x, y, or laid along the y axis there."""
    return tuple((letter, (x + values[down], y + values[not down])) for part in parts for letter, values in part)


def _joined(parts: Iterable[Outline]) -> Outline:
    return tuple(segment for part in parts for segment in part)


def _centred(sketch: Sketch, text: str, x: float, baseline: float, size: float = LABEL, font: str = "regular") -> None:
    sketch.text(x - width(text, font, size) / 2, baseline, text, font, size)


def _right(sketch: Sketch, text: str, x: float, middle: float, size: float = LABEL, font: str = "regular") -> None:
    """A text that ends at x, centred on the height `middle`."""
    sketch.text(x - width(text, font, size), middle + CAP * size / 2, text, font, size)
