"""The key figure of a step: how often, how long or how far."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, DESCENT, STEP, Setting, fit, width
from cardgen.units import MM, Box, Size
from cardgen.wording.alt_texts import explain_icon
from cardgen.wording.deck import CountFigure, EachWayFigure, KeyFigure, WordFigure

TIMES = "×"
TURNS = ("clockwise", "counterclockwise")
WAY_GAP = 3 * MM
"""Between the two ways when they stand one above the other."""


def draw_key(sketch: Sketch, key: KeyFigure, box: Box, size: float, words_size: float, least: float) -> None:
    """The key figure in its box, from the top."""
    if isinstance(key, CountFigure):
        _draw_count(sketch, key, box, size)
    elif isinstance(key, EachWayFigure):
        _draw_each_way(sketch, key, box, size)
    else:
        setting = set_words(key, (words_size, least), box.size)
        if setting is None:
            raise sketch.fault("key figure", " / ".join(key.lines))
        with sketch.tagged("P"):
            sketch.setting(box.x, box.y + 0.3 * MM, setting)


def set_words(key: WordFigure, sizes: tuple[float, float], room: Size) -> Setting | None:
    """A key figure in words, broken into even lines at the largest size that fits; None when none does."""
    return fit("\n".join(key.lines), "semibold", sizes, room, 1.14, even=True)


def has_room(key: KeyFigure, box: Size, size: float, words_size: float, least: float) -> bool:
    """Whether a key figure stays in a box: in words at `least`, as a number at its usual size."""
    if isinstance(key, WordFigure):
        return set_words(key, (words_size, least), box) is not None
    return isinstance(key, EachWayFigure) or _count_width(key, size) <= box.width


def _count_width(key: CountFigure, size: float) -> float:
    """Width of "×3", without what it counts."""
    return width(TIMES, "semibold", size * 0.7) + width(key.number, "bold", size) + 0.5 * MM


def _draw_count(sketch: Sketch, key: CountFigure, box: Box, size: float) -> None:
    """Draw "×3 in all": the sign smaller and lighter; the unit beside the number, below it when there is no room."""
    unit_size = max(size * 0.26, 10)
    number = _count_width(key, size)
    unit = 2 * MM + width(key.unit, "semibold", unit_size)
    beside = 0.7 * number + unit <= box.width
    while beside and number + unit > box.width:
        number *= (size - STEP) / size
        size -= STEP
    while not beside and (CAP + DESCENT) * size + unit_size > box.height:
        size -= STEP
    x, baseline = box.x, box.y + CAP * size
    with sketch.tagged("P"):
        x += sketch.run(x, baseline - 0.03 * size, TIMES, "semibold", size * 0.7) + 0.5 * MM
        x += sketch.run(x, baseline, key.number, "bold", size)
        if beside:
            sketch.text(x + 2 * MM, baseline, key.unit, "semibold", unit_size)
        else:
            sketch.text(box.x, baseline + DESCENT * size + CAP * unit_size, key.unit, "semibold", unit_size)


def _way_width(key: EachWayFigure, size: float) -> float:
    """Width of "3 ↻"."""
    return width(key.number, "bold", size) + 1.6 * MM + CAP * size


def ways_in_row(key: EachWayFigure, size: float, room: float) -> bool:
    """Whether "3 ↻ 3 ↺" stand in a row, not one above the other, in `room` points of width."""
    return 2 * _way_width(key, 0.75 * size) + 4 * MM <= room


def _draw_each_way(sketch: Sketch, key: EachWayFigure, box: Box, size: float) -> None:
    """ "3 ↻ 3 ↺" in a row, or one above the other in a narrow box."""
    in_row = ways_in_row(key, size, box.width)
    while in_row and 2 * _way_width(key, size) + 4 * MM > box.width:
        size -= STEP
    while not in_row and (2 * CAP * size + WAY_GAP > box.height or _way_width(key, size) > box.width):
        size -= STEP
    cap = CAP * size
    with sketch.tagged("P"):
        for place, sign in enumerate(TURNS):
            x = box.x + (place * (_way_width(key, size) + 4 * MM) if in_row else 0)
            y = box.y + (0 if in_row else place * (cap + WAY_GAP))
            draw_turn(sketch, key.number, sign, x, y + cap, size, 1.6 * MM)


def draw_turn(sketch: Sketch, number: str, sign: str, x: float, baseline: float, size: float, gap: float) -> float:
    """How often one way round: "3 ↻"; returns where it ends."""
    with sketch.tagged("Span"):
        x += sketch.run(x, baseline, number, "bold", size) + gap
    sketch.figure(explain_icon(sign, sketch.words), sign, x, baseline - CAP * size, CAP * size)
    return x + CAP * size
