"""The two sides of a printer test sheet, for any paper: what to measure, and instructions how."""

from __future__ import annotations

from cardgen.artwork.curves import Point
from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.sketch import Sketch, Tagging
from cardgen.layouts.reference.calibration_marks import (
    BOLD_LINE,
    COMPARED_NUMBERS,
    EDGES,
    MARK_LABEL,
    MIDDLE_LINE,
    READ_NUMBERS,
    draw_centered,
    draw_cross,
    draw_ending,
    draw_grid,
    draw_ruler,
    draw_scale,
    draw_stairs,
)
from cardgen.layouts.reference.print_advice import COLUMN, LEAST_TEXT, LEFT, advice_height, draw_advice, text_left
from cardgen.scene.faces import Face
from cardgen.scene.outlines import circle, line, rounded
from cardgen.scene.text import CAP, width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box, Size
from cardgen.wording.calibration import TestSheetWords
from cardgen.wording.words import Words

BANK_CARD, BANK_CARD_CORNER = Size(85.6 * MM, 53.98 * MM), 3.18 * MM
"""ISO/IEC 7810, ID-1."""
CROSS_INSET = 20 * MM
"""From the crosses near the corners to the edges."""
RULER_LEFT = 15.5 * MM
"""From the upright ruler to the column of text."""
SIDE_NAME = 34
"""Type size of the name of a side."""


def lay_out_test_sheet(instructions: TestSheetWords, words: Words, form: Format, theme: Theme) -> tuple[Face, Face]:
    """Front and back; crosses of the front are behind scales of the back, whichever edge the sheet is turned over."""
    front, back = (Sketch(form, theme, words, instructions.title, LEFT) for _ in range(2))
    _draw_front(front, instructions)
    _draw_back(back, instructions)
    return front.face(), back.face()


def _described(sketch: Sketch, phrase: str, **values: object) -> Tagging:
    """Read what is drawn in the `with` block as a description."""
    return sketch.tagged("Figure", sketch.words.say(phrase, **values))


def _places(size: Size) -> list[Point]:
    """The places of crosses and scales: the middle, then near the corners."""
    wide, high = size
    corners = ((x, y) for y in (CROSS_INSET, high - CROSS_INSET) for x in (CROSS_INSET, wide - CROSS_INSET))
    return [(wide / 2, high / 2), *corners]


def _draw_front(sketch: Sketch, instructions: TestSheetWords) -> None:
    """Draw a bank card, crosses, rulers, and stairs of lines at the edges."""
    _draw_head(sketch, "front")
    wide, high = sketch.form.size
    card = Box((wide - BANK_CARD.width) / 2, (high - BANK_CARD.height) / 2, *BANK_CARD)
    length = 150 if min(sketch.form.size) > 190 * MM else 100
    across = card.y - 15 * MM
    first = instructions.steps[:1]
    draw_advice(sketch, first, across - 6 * MM - advice_height(sketch, first), 1)
    with _described(sketch, "rulers_drawn", length=length):
        draw_ruler(sketch, text_left(sketch), across, length)
        draw_ruler(sketch, text_left(sketch) - RULER_LEFT, (high - length * MM) / 2, length, down=True)
    with _described(sketch, "bank_card_drawn"):
        sketch.draw_path(rounded(card, BANK_CARD_CORNER), stroke=sketch.theme.ink, width=MIDDLE_LINE)
        x, baseline = card.x + 6 * MM, card.y + 6 * MM + CAP * LEAST_TEXT
        sketch.draw_text(x, baseline, sketch.words.say("bank_card"), "semibold", LEAST_TEXT)
    draw_advice(sketch, instructions.steps[1:3], card.bottom + 8 * MM, 2)
    for edge in EDGES:
        with _described(sketch, f"{edge}_border_drawn"):
            draw_stairs(sketch, edge)
    with _described(sketch, "crosses_drawn"):
        for place in _places(sketch.form.size):
            draw_cross(sketch, *place)


def _draw_back(sketch: Sketch, instructions: TestSheetWords) -> None:
    """Draw scales that show how far the back is from the front."""
    _draw_head(sketch, "back")
    middle, *corners = _places(sketch.form.size)
    x, y = middle
    upside_down, askew = instructions.hints
    read, use = instructions.steps[3:]
    draw_advice(sketch, [upside_down], 38 * MM)
    draw_advice(sketch, [read], y - 30 * MM - advice_height(sketch, [read]), 4)
    with _described(sketch, "scales_drawn"):
        draw_scale(sketch, *middle, READ_NUMBERS)
        for corner in corners:
            draw_scale(sketch, *corner, COMPARED_NUMBERS)
        draw_centered(sketch, sketch.words.say("across"), x, y - 23 * MM, LEAST_TEXT, "semibold")
        draw_ending(sketch, sketch.words.say("down"), x - 23 * MM, y, LEAST_TEXT, "semibold")
    with _described(sketch, "example_drawn"):
        _draw_example(sketch, x + 38 * MM, y)
    bottom = draw_advice(sketch, [use], y + 21.5 * MM, 5)
    draw_advice(sketch, [askew], bottom)


def _draw_head(sketch: Sketch, side: str) -> None:
    """Draw the name of the side and an arrow at its top, between the crosses."""
    left, baseline, words = text_left(sketch), 17 * MM + CAP * SIDE_NAME, sketch.words
    with sketch.tagged("H1"):
        sketch.draw_text(left, baseline, words.say(side), "bold", SIDE_NAME)
    with sketch.tagged("P"):
        sketch.draw_text(left, baseline + 6 * MM, sketch.name, "regular", LEAST_TEXT, sketch.theme.secondary)
    up, right = words.say("this_edge_up"), min(left + COLUMN, sketch.form.size.width - LEFT - 3 * MM)
    x = right - width(up, "semibold", LEAST_TEXT)
    with sketch.tagged("P"):
        sketch.draw_text(x, baseline, up, "semibold", LEAST_TEXT)
    _draw_arrow(sketch, x - 4 * MM, baseline - CAP * SIDE_NAME, baseline)


def _draw_arrow(sketch: Sketch, x: float, top: float, bottom: float) -> None:
    """Draw an arrow that points up."""
    ink, half = sketch.theme.ink, 1.6 * MM
    sketch.draw_path(line(x, top + half, x, bottom), stroke=ink, width=2 * BOLD_LINE)
    head = (("M", (x, top)), ("L", (x + half, top + 2 * half)), ("L", (x - half, top + 2 * half)), ("Z", ()))
    sketch.draw_path(head, fill=ink)


def _draw_example(sketch: Sketch, x: float, y: float) -> None:
    """Draw a piece of a scale, large, around x, y, with a pinhole in it and how to read its place."""
    unit, reach = 5 * MM, 2
    end = reach * unit
    draw_grid(sketch, x, y, reach, unit)
    for number in range(-reach, reach + 1):
        draw_centered(sketch, f"{number}", x + number * unit, y - end - 1.6 * MM)
        draw_ending(sketch, f"{number}", x - end - 1.6 * MM, y + number * unit)
    sketch.draw_path(circle(x - unit / 2, y + unit, 1.2 * MM), fill=sketch.theme.ink)
    baseline = y + end + 2.5 * MM + CAP * MARK_LABEL
    draw_centered(sketch, sketch.words.say("example"), x, baseline, MARK_LABEL, "semibold")
