"""The two sides of a printer test sheet, for any paper: what to measure, and in words what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.reference.calibration_marks import (
    BOLD,
    LABEL,
    LARGE,
    MIDDLE,
    SMALL,
    centred,
    cross,
    ending,
    grid,
    ruler,
    scale,
    stairs,
)
from cardgen.scene.faces import Face
from cardgen.scene.outlines import circle, line, rounded
from cardgen.scene.text import CAP, Setting, width, wrap
from cardgen.sheets.format import Format
from cardgen.units import MM, Box, Size
from cardgen.wording.calibration import Instructions
from cardgen.wording.words import Advice, Words

BANK_CARD, CORNER = Size(85.6 * MM, 53.98 * MM), 3.18 * MM
"""ISO/IEC 7810, ID-1."""
IN = 20 * MM
"""The crosses near the corners are so far from the edges."""
RULER = 15.5 * MM
"""The upright ruler stands so far left of the column."""
LEFT, RIGHT = 33 * MM, 17 * MM
"""Text keeps so far from the edges: clear of the upright ruler, and of the stairs."""
COLUMN = 150 * MM
"""The column of text and rulers is no wider; on large paper it stands in the middle."""
SIDE = 34
"""Type size of the name of a side."""
LEAST, MOST = 11, 13
"""Type sizes of the text, on A5 and on A4."""
SET_IN = "      "
"""The second line of a command begins so."""
LEADING, APART, INDENT, MEASURE = 1.28, 1.65, 1.4, 30
"""Between lines, between steps, of the text from its number, and its greatest width: in type sizes."""


def lay_out_test_sheet(said: Instructions, words: Words, form: Format, theme: Theme) -> tuple[Face, Face]:
    """Front and back. The crosses of the front lie behind the scales of the back, over whichever edge it is turned."""
    front, back = (Sketch(form, theme, words, said.title, margin=LEFT) for _ in range(2))
    return _front(front, words, said), _back(back, words, said)


def _places(size: Size) -> list[tuple[float, float]]:
    """Where crosses and scales are: the middle first, then near the corners."""
    wide, high = size
    return [(wide / 2, high / 2), *((x, y) for y in (IN, high - IN) for x in (IN, wide - IN))]


def _front(sketch: Sketch, words: Words, said: Instructions) -> Face:
    _head(sketch, words, said, "front")
    size = _type_size(sketch)
    wide, high = sketch.form.size
    card = Box((wide - BANK_CARD.width) / 2, (high - BANK_CARD.height) / 2, *BANK_CARD)
    sketch.draw_path(rounded(card, CORNER), stroke=sketch.theme.ink, width=MIDDLE)
    sketch.draw_text(card.x + 6 * MM, card.y + 6 * MM + CAP * LEAST, words.say("bank_card"), "semibold", LEAST)
    for place in _places(sketch.form.size):
        cross(sketch, *place)
    stairs(sketch)
    length = 150 if min(sketch.form.size) > 190 * MM else 100
    across = card.y - 15 * MM
    ruler(sketch, _left(sketch), across, length)
    ruler(sketch, _left(sketch) - RULER, (high - length * MM) / 2, length, down=True)
    first = said.steps[:1]
    _steps(sketch, first, 1, across - 6 * MM - _height(sketch, first, size), size)
    _steps(sketch, said.steps[1:3], 2, card.bottom + 8 * MM, size)
    return sketch.face()


def _back(sketch: Sketch, words: Words, said: Instructions) -> Face:
    _head(sketch, words, said, "back")
    size = _type_size(sketch)
    middle, *corners = _places(sketch.form.size)
    scale(sketch, *middle, LARGE)
    for corner in corners:
        scale(sketch, *corner, SMALL)
    x, y = middle
    centred(sketch, words.say("across"), x, y - 23 * MM, LEAST, "semibold")
    ending(sketch, words.say("down"), x - 23 * MM, y, LEAST, "semibold")
    _example(sketch, x + 38 * MM, y, words)
    upside_down, askew = said.hints
    read, use = said.steps[3:]
    _steps(sketch, [upside_down], None, 38 * MM, size)
    _steps(sketch, [read], 4, y - 30 * MM - _height(sketch, [read], size), size)
    bottom = _steps(sketch, [use], 5, y + 21.5 * MM, size)
    _steps(sketch, [askew], None, bottom, size)
    return sketch.face()


def _head(sketch: Sketch, words: Words, said: Instructions, name: str) -> None:
    """The name of the side and an arrow at its top, between the crosses."""
    left, baseline = _left(sketch), 17 * MM + CAP * SIDE
    sketch.draw_text(left, baseline, words.say(name), "bold", SIDE)
    sketch.draw_text(left, baseline + 6 * MM, said.title, "regular", LEAST, sketch.theme.secondary)
    up, right = words.say("this_edge_up"), min(left + COLUMN, sketch.form.size.width - LEFT - 3 * MM)
    x = right - width(up, "semibold", LEAST)
    sketch.draw_text(x, baseline, up, "semibold", LEAST)
    _arrow(sketch, x - 4 * MM, baseline - CAP * SIDE, baseline)


def _arrow(sketch: Sketch, x: float, top: float, bottom: float) -> None:
    """An arrow up."""
    ink, half = sketch.theme.ink, 1.6 * MM
    sketch.draw_path(line(x, top + half, x, bottom), stroke=ink, width=2 * BOLD)
    head = (("M", (x, top)), ("L", (x + half, top + 2 * half)), ("L", (x - half, top + 2 * half)), ("Z", ()))
    sketch.draw_path(head, fill=ink)


def _example(sketch: Sketch, x: float, y: float, words: Words) -> None:
    """A piece of a scale, large, with a hole in it, and what one reads there; x, y is its middle."""
    unit, reach = 5 * MM, 2
    end = reach * unit
    grid(sketch, x, y, reach, unit)
    for number in range(-reach, reach + 1):
        centred(sketch, f"{number}", x + number * unit, y - end - 1.6 * MM)
        ending(sketch, f"{number}", x - end - 1.6 * MM, y + number * unit)
    sketch.draw_path(circle(x - unit / 2, y + unit, 1.2 * MM), fill=sketch.theme.ink)
    centred(sketch, words.say("example"), x, y + end + 2.5 * MM + CAP * LABEL, LABEL, "semibold")


def _type_size(sketch: Sketch) -> float:
    return min(MOST, max(LEAST, MOST * min(sketch.form.size) / (210 * MM)))


def _left(sketch: Sketch) -> float:
    return max(LEFT, (sketch.form.size.width - COLUMN) / 2)


def _steps(sketch: Sketch, steps: Sequence[Advice], first: int | None, y: float, size: float) -> float:
    """What to do, from the height y, numbered from `first`; returns where the next one would begin."""
    left, x = _left(sketch), _left(sketch) + INDENT * size
    room = min(left + COLUMN, sketch.form.size.width - RIGHT) - x
    for number, step in enumerate(steps, first or 0):
        if first:
            sketch.draw_text(left, y + CAP * size, f"{number}", "bold", size)
        baseline = sketch.draw_setting(x, y, Setting((step.heading,), "semibold", size, LEADING * size))
        for setting in _settings(step, room, size):
            baseline = sketch.draw_setting(x, baseline + (LEADING - CAP) * size, setting)
        y = baseline + APART * size
    return y


def _height(sketch: Sketch, steps: Sequence[Advice], size: float) -> float:
    """From the top of the first heading to the last baseline."""
    return _steps(Sketch(sketch.form, sketch.theme, sketch.words, "", 0), steps, 0, 0, size) - APART * size


def _settings(step: Advice, room: float, size: float) -> Iterator[Setting]:
    """The text of a step, and its commands."""
    yield Setting(wrap(step.text, "regular", size, min(room, MEASURE * size)), "regular", size, LEADING * size)
    for command in step.commands:
        yield Setting(_command_lines(command, room / size), "medium", size, LEADING * size)


def _command_lines(command: str, room: float) -> tuple[str, ...]:
    """A command on as few lines as hold it, `room` type sizes wide, broken only before an option."""
    lines = [""]
    for part in command.split(" --"):
        longer = f"{lines[-1]} --{part}" if lines[-1] else part
        if width(longer, "medium", 1) > room:
            lines.append(f"{SET_IN}--{part}")
        else:
            lines[-1] = longer
    return tuple(lines)
