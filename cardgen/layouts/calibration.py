"""The two sides of a printer test sheet, for any paper: what to measure, and in words what to do."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.layouts.calibration_marks import (
    BOLD,
    FINE,
    MIDDLE,
    cross,
    large_numbers,
    ruler,
    scale,
    small_numbers,
    stairs,
)
from cardgen.layouts.parts import Kit, Sketch
from cardgen.say.calibration import Instructions
from cardgen.say.words import Advice, Words
from cardgen.scene import Face, circle, line, rounded
from cardgen.text import CAP, Setting, fit, width, wrap
from cardgen.units import MM, Box, Size

BANK_CARD, CORNER = Size(85.6 * MM, 53.98 * MM), 3.18 * MM
"""ISO/IEC 7810, ID-1."""
IN = 20 * MM
"""The crosses near the corners are so far from the edges."""
RULER_X, RULER_Y = 17.5 * MM, 38 * MM
LEFT, RIGHT = 33 * MM, 17 * MM
"""Text keeps so far from the edges."""
SIDE = 34
"""Type size of the name of a side."""
LEAST, MOST = 11, 15
"""Type sizes of the text; on A4 it is 13 points."""
LEADING, APART, INDENT, MEASURE = 1.3, 1.7, 1.4, 30
"""Between lines, between steps, of the text beside its number, and its greatest width: in type sizes."""


def lay_out_test_sheet(kit: Kit, words: Words, said: Instructions) -> tuple[Face, Face]:
    """Front and back. The crosses of the front lie behind the scales of the back, over whichever edge it is turned."""
    return _front(kit, words, said), _back(kit, words, said)


def places(size: Size) -> list[tuple[float, float]]:
    """Where crosses and scales are: the middle first, then near the corners."""
    wide, high = size
    return [(wide / 2, high / 2), *((x, y) for y in (IN, high - IN) for x in (IN, wide - IN))]


def _front(kit: Kit, words: Words, said: Instructions) -> Face:
    sketch = _side(kit, words, said, "front")
    wide, high = kit.size
    length = 150 if wide > 190 * MM else 100
    ruler(sketch, (wide - length * MM) / 2, RULER_Y, length)
    ruler(sketch, RULER_X, (high - length * MM) / 2, length, down=True)
    stairs(sketch)
    card = Box((wide - BANK_CARD.width) / 2, (high - BANK_CARD.height) / 2, *BANK_CARD)
    sketch.path(rounded(card, CORNER), stroke=kit.theme.ink, width=MIDDLE)
    size = _type_size(kit)
    sketch.text(card.x + 6 * MM, card.y + 6 * MM + CAP * LEAST, words.say("bank_card"), "semibold", LEAST)
    for x, y in places(kit.size):
        cross(sketch, x, y)
    first = _height(sketch, said.steps[:1], size)
    _steps(sketch, said.steps[:1], 1, card.y - 7 * MM - first, size)
    _steps(sketch, said.steps[1:3], 2, card.bottom + 7 * MM, size)
    return sketch.face()


def _back(kit: Kit, words: Words, said: Instructions) -> Face:
    sketch = _side(kit, words, said, "back")
    (x, y), *corners = places(kit.size)
    scale(sketch, x, y)
    large_numbers(sketch, x, y, words.say("across"), words.say("down"))
    for corner in corners:
        scale(sketch, *corner)
        small_numbers(sketch, *corner)
    _example(sketch, x + 38 * MM, y, words)
    size = _type_size(kit)
    _steps(sketch, said.steps[3:4], 4, y - 22 * MM - _height(sketch, said.steps[3:4], size), size)
    bottom = _steps(sketch, said.steps[4:], 5, y + 24 * MM, size)
    _steps(sketch, said.hints, None, bottom, size)
    return sketch.face()


def _side(kit: Kit, words: Words, said: Instructions, name: str) -> Sketch:
    """A side with its name and an arrow at its top, between the crosses."""
    sketch = Sketch(kit, said.title, margin=LEFT)
    baseline = 17 * MM + CAP * SIDE
    sketch.text(LEFT, baseline, words.say(name), "bold", SIDE)
    sketch.text(LEFT, baseline + 6 * MM, said.title, "regular", LEAST, kit.theme.secondary)
    up, right = words.say("this_edge_up"), kit.size.width - LEFT
    x = right - width(up, "semibold", LEAST)
    sketch.text(x, baseline, up, "semibold", LEAST)
    _arrow(sketch, x - 4 * MM, baseline - CAP * SIDE, baseline)
    return sketch


def _arrow(sketch: Sketch, x: float, top: float, bottom: float) -> None:
    """An arrow up."""
    ink, half = sketch.kit.theme.ink, 1.6 * MM
    sketch.path(line(x, top + half, x, bottom), stroke=ink, width=2 * BOLD)
    head = (("M", (x, top)), ("L", (x + half, top + 2 * half)), ("L", (x - half, top + 2 * half)), ("Z", ()))
    sketch.path(head, fill=ink)


def _example(sketch: Sketch, x: float, y: float, words: Words) -> None:
    """A piece of a scale, large, with a hole in it, and what one reads there; x, y is its middle."""
    ink, unit, reach = sketch.kit.theme.ink, 5 * MM, 2
    for half in range(-2 * reach, 2 * reach + 1):
        at, weight = half * unit / 2, FINE if half % 2 else BOLD if half == 0 else MIDDLE
        end = reach * unit
        sketch.path(line(x + at, y - end, x + at, y + end), stroke=ink, width=weight)
        sketch.path(line(x - end, y + at, x + end, y + at), stroke=ink, width=weight)
    sketch.path(circle(x - unit / 2, y + unit, 1.2 * MM), fill=ink)


def _type_size(kit: Kit) -> float:
    return min(MOST, max(LEAST, 13 * kit.size.width / (210 * MM)))


def _steps(sketch: Sketch, steps: Sequence[Advice], first: int | None, y: float, size: float) -> float:
    """What to do, from the height y, numbered from `first`; returns where the next one would begin."""
    x, room = LEFT + INDENT * size, _room(sketch, size)
    for number, step in enumerate(steps, first or 0):
        if first:
            sketch.text(LEFT, y + CAP * size, f"{number}", "bold", size)
        baseline = sketch.setting(x, y, Setting((step.heading,), "semibold", size, LEADING * size))
        for setting in _settings(step, room, size):
            baseline = sketch.setting(x, baseline + (LEADING - CAP) * size, setting)
        y = baseline + APART * size
    return y


def _height(sketch: Sketch, steps: Sequence[Advice], size: float) -> float:
    """From the top of the first heading to the last baseline."""
    return _steps(Sketch(sketch.kit, "", 0), steps, 0, 0, size) - APART * size


def _settings(step: Advice, room: float, size: float) -> list[Setting]:
    text = Setting(wrap(step.text, "regular", size, room), "regular", size, LEADING * size)
    commands = [fit(command, "medium", (size, 8), (room, size), LEADING) for command in step.commands]
    return [text, *filter(None, commands)]


def _room(sketch: Sketch, size: float) -> float:
    return min(sketch.kit.size.width - LEFT - RIGHT - INDENT * size, MEASURE * size)
