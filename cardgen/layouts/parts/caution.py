"""A step's caution: the caution sign and its text."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import Setting

SIGN_GAP = 0.32
"""Between the caution sign and its text, in signs, where there is room enough."""


def draw_caution(sketch: Sketch, setting: Setting, x: float, bottom: float, sign: float, gap: float) -> None:
    """Draw the caution sign and its text, centered on each other, down to `bottom`."""
    middle = bottom - max(sign, setting.height) / 2
    alt = sketch.icon_alt("caution", " ".join(setting.lines))
    with sketch.beside_icon("P", "caution", alt, x, middle - sign / 2, sign):
        sketch.draw_setting(x + sign + gap, middle - setting.height / 2, setting)
