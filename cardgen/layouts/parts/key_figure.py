"""The key figure of a step: how often, how long or how far, as a large number or in words."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from msgspec.structs import replace

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import circle
from cardgen.scene.text import CAP, DESCENT, SIZE_STEP, SLACK, Setting, fit, width
from cardgen.units import MM, Box, Size
from cardgen.wording.alt_texts import explain_icon
from cardgen.wording.key_figures import CountFigure, EachWayFigure, KeyFigure, WordFigure

TIMES, TIMES_SIZE = "×", 0.7
"""The sign before a number, and its type size as a fraction of the number's."""
TIMES_GAP, TIMES_RISE = 0.5 * MM, 0.03
"""Between the sign and a large number, and from its baseline up to that of the sign, in type sizes."""
LEAST_BESIDE, LEAST_TIMES = 0.7, 9
"""The least size of a number with its unit next to it, as a fraction of the usual one; the least size of its sign."""
UNIT_SIZE, LEAST_UNIT, UNIT_GAP = 0.35, 10, 2 * MM
"""Type size of a unit as a fraction of the number's, the least one, and the space before it."""
LEAST_UNIT_PART = 0.7
"""The least size of a unit below its number, as a fraction of that of many words."""
UNIT_LINES = 3
"""The most lines of a unit below its number."""
WAY_SIGN_GAP, SMALL_WAY_SIGN_GAP = 1.6 * MM, 0.5 * MM
"""Between a number and the icon after it; in a row of a table the smaller one."""
WAYS_APART, STACKED_WAYS_APART = 4 * MM, 3 * MM
"""Between the two ways, side by side and one above the other."""
LEAST_NUMBER = 1.5
"""The least type size of a number over its unit, as a fraction of the unit's."""
LEAST_WAY = 0.75
"""The least size at which the two ways are side by side, as a fraction of the usual one."""
LEAST_ABOVE_WORDS = 0.3 * MM
KEY_LEADING = 1.14
DISC, DISC_DIGIT, DISC_ROOM = 0.5, 0.72, 1.3
"""Radius of the disc with the number of a phase, type size of its digit, and the room for it, in type sizes."""
LEAST_DIGIT, DISC_OF_DIGIT = 9, 0.56
"""The least type size of the digit, and the least radius of its disc, in type sizes of the digit."""
KEY_FIGURE_HEIGHTS = (1.2, 1.4, 1.6, 1.8, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0)
"""Heights that a key figure may have, in capitals of a number; only those of several phases need the larger ones."""


class KeySizes(NamedTuple):
    """The type sizes of a key figure, in points."""

    number: float
    words: float
    many_words: float


def draw_key_figure(sketch: Sketch, key: KeyFigure, box: Box, sizes: KeySizes) -> None:
    """Draw the key figure in its box, from the top."""
    if isinstance(key, EachWayFigure):
        _draw_each_way(sketch, key, box, sizes.number)
    elif isinstance(key, CountFigure) and _is_beside(key, sizes.number, box.width):
        _draw_count(sketch, key, box, sizes.number)
    elif isinstance(key, CountFigure) and (unit := _unit_below(key, sizes, box.size)):
        _draw_count_over_unit(sketch, key, box, sizes.number, unit)
    else:
        words = key if isinstance(key, WordFigure) else WordFigure((key.line,))
        setting = set_key_words(words, (sizes.words, sizes.many_words), box.size)
        if setting is None:
            raise sketch.misfit("key figure", " / ".join(words.lines))
        with sketch.tagged("P"):
            _draw_key_words(sketch, words, setting, box, min(CAP * sizes.number, box.height))


def set_key_words(key: WordFigure, sizes: tuple[float, float], room: Size) -> Setting | None:
    """A key figure in words, broken into even lines at the largest size that fits; None when no size does.

    The lines of phases leave room for a disc before them.
    """
    if not key.phases:
        return fit("\n".join(key.lines), "semibold", sizes, room, KEY_LEADING, even=True)
    size, least = sizes
    while size >= least - SLACK:
        lines = tuple(line for lines in _phase_lines(key, size, room.width) for line in lines)
        setting = Setting(lines, "semibold", size, KEY_LEADING * size)
        if lines and setting.height <= room.height:
            return setting
        size -= SIZE_STEP
    return None


def _phase_lines(key: WordFigure, size: float, room: float) -> list[tuple[str, ...]]:
    """The lines of each phase, then those for the whole step; empty when they are too wide for the room."""
    count, found = len(key.phases), list[tuple[str, ...]]()
    for place, text in enumerate((*key.phases, *key.lines[count:])):
        wide = room - (DISC_ROOM * size if place < count else 0.0)
        if (setting := fit(text, "semibold", (size, size), (wide, inf), KEY_LEADING, even=True)) is None:
            return []
        found.append(setting.lines)
    return found


def _draw_key_words(sketch: Sketch, key: WordFigure, setting: Setting, box: Box, high: float) -> None:
    """Draw a key figure in words, with a black disc for the number of each phase, as in the drawing.

    A line is in the middle of the height `high` that a number has.
    """
    size, y = setting.size, box.y + max(LEAST_ABOVE_WORDS, (high - setting.height) / 2)
    if not key.phases:
        sketch.draw_setting(box.x, y, setting)
        return
    for number, lines in enumerate(_phase_lines(key, size, box.width), 1):
        x = box.x
        if number <= len(key.phases):
            digit, middle = max(DISC_DIGIT * size, LEAST_DIGIT), y + CAP * size / 2
            radius = max(DISC * size, DISC_OF_DIGIT * digit)
            sketch.draw_path(circle(x + radius, middle, radius), fill=sketch.theme.ink)
            left = x + radius - width(str(number), "bold", digit) / 2
            sketch.draw_text(left, middle + CAP * digit / 2, str(number), "bold", digit, sketch.theme.paper)
            x += DISC_ROOM * size
        y = sketch.draw_setting(x, y, replace(setting, lines=lines)) + setting.leading - CAP * size


def has_room(key: KeyFigure, box: Size, sizes: KeySizes) -> bool:
    """Whether a key figure fits in a box: many words in their size, a number in its own."""
    if isinstance(key, WordFigure):
        return set_key_words(key, (sizes.words, sizes.many_words), box) is not None
    if isinstance(key, EachWayFigure):
        return True
    return _count_width(key, sizes.number) <= box.width and (
        _is_beside(key, sizes.number, box.width) or _unit_below(key, sizes, box) is not None
    )


def key_figure_height(key: KeyFigure, room: float, sizes: KeySizes) -> float:
    """The height that a key figure needs in `room` points of width."""
    size, words_size, least = sizes
    if isinstance(key, EachWayFigure) and not ways_in_row(key, size, room):
        return (2 * CAP + DESCENT) * size + STACKED_WAYS_APART
    heights = [CAP * size * part for part in KEY_FIGURE_HEIGHTS]
    if isinstance(key, EachWayFigure) or (isinstance(key, CountFigure) and _is_beside(key, size, room)):
        return heights[0]
    if isinstance(key, CountFigure):
        unit = _unit_below(key, sizes, Size(room, heights[-1]))
        return (CAP + DESCENT) * size + unit.height if unit else heights[-1]
    smallest = least if len(key.lines) == 1 else min(words_size, 1.2 * least)
    fitting = (height for height in heights if set_key_words(key, (words_size, smallest), Size(room, height)))
    return next(fitting, heights[-1])


def _count_width(key: CountFigure, size: float) -> float:
    """Width of "×3", without its unit."""
    return width(TIMES, "semibold", TIMES_SIZE * size) + width(key.number, "bold", size) + TIMES_GAP


def _unit_size(size: float) -> float:
    """Type size of the unit of a number."""
    return max(UNIT_SIZE * size, LEAST_UNIT)


def _unit_width(key: CountFigure, size: float) -> float:
    """Width of the unit next to a number, with the space before it."""
    return UNIT_GAP + width(key.unit, "semibold", _unit_size(size)) if key.unit else 0


def _is_beside(key: CountFigure, size: float, room: float) -> bool:
    """Whether a number has its unit next to it, in `room` points of width; it may be a little smaller for that."""
    part = min(1, max(LEAST_BESIDE, LEAST_TIMES / (TIMES_SIZE * size)))
    return part * _count_width(key, size) + _unit_width(key, size) <= room


def _unit_below(key: CountFigure, sizes: KeySizes, room: Size) -> Setting | None:
    """The unit of a number, broken into lines below it; None when it has too little room there."""
    unit = _unit_size(sizes.number)
    smallest = max(LEAST_UNIT, min(unit, LEAST_UNIT_PART * sizes.many_words))
    space = room.width, UNIT_LINES * 1.2 * unit
    setting = fit(key.unit, "semibold", (unit, smallest), space, KEY_LEADING, even=True)
    if setting is None or LEAST_NUMBER * setting.size * (CAP + DESCENT) + setting.height > room.height:
        return None
    return setting


def _draw_count(sketch: Sketch, key: CountFigure, box: Box, size: float) -> None:
    """Draw "×3 on each side": the sign smaller and lighter, the unit next to the number."""
    unit_size = _unit_size(size)
    size = _shrunk(key, size, box.width - _unit_width(key, size))
    with sketch.tagged("P"):
        x = _draw_times(sketch, key, box.x, box.y + CAP * size, size)
        if key.unit:
            sketch.draw_text(x + UNIT_GAP, box.y + CAP * size, key.unit, "semibold", unit_size)


def _draw_count_over_unit(sketch: Sketch, key: CountFigure, box: Box, size: float, unit: Setting) -> None:
    """Draw a number with its unit below it, as large as there is room for."""
    size = min(_shrunk(key, size, box.width), (box.height - unit.height) / (CAP + DESCENT))
    with sketch.tagged("P"):
        _draw_times(sketch, key, box.x, box.y + CAP * size, size)
        sketch.draw_setting(box.x, box.y + (CAP + DESCENT) * size, unit)


def _shrunk(key: CountFigure, size: float, room: float) -> float:
    """The type size at which a number is at most `room` points wide."""
    while _count_width(key, size) > room:
        size -= SIZE_STEP
    return size


def _draw_times(sketch: Sketch, key: CountFigure, x: float, baseline: float, size: float) -> float:
    """Draw "×3"; returns where it ends."""
    x += sketch.draw_run(x, baseline - TIMES_RISE * size, TIMES, "semibold", TIMES_SIZE * size) + TIMES_GAP
    return x + sketch.draw_run(x, baseline, key.number, "bold", size)


def _way_width(key: EachWayFigure, size: float) -> float:
    """Width of "3 ↻"."""
    return width(key.number, "bold", size) + WAY_SIGN_GAP + CAP * size


def ways_in_row(key: EachWayFigure, size: float, room: float) -> bool:
    """Whether "3 ↻ 3 ↺" fit side by side in `room` points of width."""
    return 2 * _way_width(key, LEAST_WAY * size) + WAYS_APART <= room


def _draw_each_way(sketch: Sketch, key: EachWayFigure, box: Box, size: float) -> None:
    """Draw "3 ↻ 3 ↺" in a row, or one above the other in a narrow box."""
    in_row = ways_in_row(key, size, box.width)
    while in_row and 2 * _way_width(key, size) + WAYS_APART > box.width:
        size -= SIZE_STEP
    while not in_row and (2 * CAP * size + STACKED_WAYS_APART > box.height or _way_width(key, size) > box.width):
        size -= SIZE_STEP
    cap = CAP * size
    with sketch.tagged("P"):
        for place, sign in enumerate(key.ways):
            x = box.x + (place * (_way_width(key, size) + WAYS_APART) if in_row else 0)
            y = box.y + (0 if in_row else place * (cap + STACKED_WAYS_APART))
            draw_way_round(sketch, key.number, sign, x, y + cap, size, WAY_SIGN_GAP)


def number_width(key: CountFigure | EachWayFigure, size: float, times_size: float) -> float:
    """Width of "×3" without its unit, or of "3 ↻ 3 ↺", in a row."""
    number = width(key.number, "bold", size)
    if isinstance(key, EachWayFigure):
        return 2 * (number + SMALL_WAY_SIGN_GAP + CAP * size) + MM
    return width(TIMES, "semibold", times_size) + number


def draw_number(
    sketch: Sketch, key: CountFigure | EachWayFigure, x: float, baseline: float, size: float, times_size: float
) -> None:
    """Draw "×3" without its unit, or "3 ↻ 3 ↺", in a row."""
    if isinstance(key, CountFigure):
        x += sketch.draw_run(x, baseline, TIMES, "semibold", times_size)
        sketch.draw_text(x, baseline, key.number, "bold", size)
        return
    for sign in key.ways:
        x = draw_way_round(sketch, key.number, sign, x, baseline, size, SMALL_WAY_SIGN_GAP) + MM


def draw_way_round(sketch: Sketch, number: str, sign: str, x: float, baseline: float, size: float, gap: float) -> float:
    """Draw how often one way around, "3 ↻"; returns where it ends."""
    with sketch.tagged("Span"):
        x += sketch.draw_run(x, baseline, number, "bold", size) + gap
    sketch.draw_icon_with_alt(explain_icon(sign, sketch.words), sign, x, baseline - CAP * size, CAP * size)
    return x + CAP * size
