"""The instructions on a printer test sheet: numbered steps, with the commands that they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, width, wrap
from cardgen.units import MM
from cardgen.wording.entry_words import InstructionWords

LEFT, RIGHT = 33 * MM, 17 * MM
"""From the text to the edges: it is clear of the upright ruler, and of the stairs of lines."""
COLUMN = 150 * MM
"""The greatest width of text and rulers; on large paper they are in the middle."""
LEAST_TEXT, MOST_TEXT = 11, 13
"""Type sizes of the text, on A5 and on A4."""
CONTINUED_COMMAND = "      "
"""Before the second line of a command."""
LEADING, STEP_DISTANCE, NUMBER_INDENT, MEASURE = 1.28, 1.65, 1.4, 30
"""Between lines, between steps, from a number to the text, and the greatest width of the text; all in type sizes."""


def text_size(sketch: Sketch) -> float:
    """The type size of instructions on this paper."""
    return min(MOST_TEXT, max(LEAST_TEXT, MOST_TEXT * min(sketch.form.size) / (210 * MM)))


def text_left(sketch: Sketch) -> float:
    """The left edge of instructions on this paper."""
    return max(LEFT, (sketch.form.size.width - COLUMN) / 2)


def draw_advice(sketch: Sketch, steps: Sequence[InstructionWords], y: float, first: int | None = None) -> float:
    """Draw instructions from the height y, numbered from `first`; returns where the next one would begin."""
    size, left = text_size(sketch), text_left(sketch)
    x = left + NUMBER_INDENT * size
    room = min(left + COLUMN, sketch.form.size.width - RIGHT) - x
    for number, step in enumerate(steps, first or 0):
        with sketch.tagged("H2", f"{number} {step.heading}" if first else ""):
            if first:
                sketch.draw_text(left, y + CAP * size, f"{number}", "bold", size)
            baseline = sketch.draw_setting(x, y, Setting((step.heading,), "semibold", size, LEADING * size))
        for setting in _set_step(step, room, size):
            with sketch.tagged("P"):
                baseline = sketch.draw_setting(x, baseline + (LEADING - CAP) * size, setting)
        y = baseline + STEP_DISTANCE * size
    return y


def advice_height(sketch: Sketch, steps: Sequence[InstructionWords]) -> float:
    """The height of instructions on this paper, from the top of the first heading to the last baseline."""
    trial = Sketch(sketch.form, sketch.theme, sketch.words, "", 0)
    return draw_advice(trial, steps, 0) - STEP_DISTANCE * text_size(sketch)


def _set_step(step: InstructionWords, room: float, size: float) -> Iterator[Setting]:
    """The text of a step, and its commands, broken into lines."""
    yield Setting(wrap(step.text, "regular", size, min(room, MEASURE * size)), "regular", size, LEADING * size)
    for command in step.commands:
        yield Setting(_break_command(command, room / size), "medium", size, LEADING * size)


def _break_command(command: str, room: float) -> tuple[str, ...]:
    """A command on as few lines as possible, `room` type sizes wide, broken only before an option."""
    lines = [""]
    for part in command.split(" --"):
        longer = f"{lines[-1]} --{part}" if lines[-1] else part
        if width(longer, "medium", 1) > room:
            lines.append(f"{CONTINUED_COMMAND}--{part}")
        else:
            lines[-1] = longer
    return tuple(lines)
