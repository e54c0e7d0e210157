"""A step's caution: the caution sign and its text, on a bar or without one."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.wrapped_text import WrappedText, line_gap
from cardgen.scene.outlines import rounded
from cardgen.scene.text import Setting
from cardgen.units import MM, Box

SIGN_GAP = 0.32
"""Between the caution sign and its text, in signs, where there is room enough."""
BAR_CORNER, OUTLINE = 1.6 * MM, 0.75
"""The radius of the corners of a bar, and the weight of its outline."""


def draw_caution(
    sketch: Sketch, setting: Setting, x: float, bottom: float, sign: float, gap: float, icon: str = "caution"
) -> None:
    """Draw the caution sign and its text, centered on each other, down to `bottom`."""
    middle = bottom - max(sign, setting.height) / 2
    alt = sketch.icon_alt(icon, " ".join(setting.lines))
    with sketch.beside_icon("P", icon, alt, x, middle - sign / 2, sign):
        sketch.draw_setting(x + sign + gap, middle - setting.height / 2, setting)


def draw_caution_bar(
    sketch: Sketch, setting: Setting, bar: Box, sign: float, indent: float, icon: str = "caution"
) -> None:
    """Draw a caution on a gray bar across the face; an outlined one where the theme has no gray."""
    _draw_bar(sketch, bar)
    middle = bar.y + bar.height / 2
    bottom = middle + max(sign, setting.height) / 2
    draw_caution(sketch, setting, bar.x + indent, bottom, sign, indent, icon)


def draw_wrapped_caution(sketch: Sketch, text: WrappedText, bar: Box, sign: float, indent: float) -> None:
    """Draw a long caution on a bar; its first lines are next to the sign, the others below both."""
    _draw_bar(sketch, bar)
    x, top = bar.x + indent, bar.y + (bar.height - text.height) / 2
    alt, y = sketch.icon_alt("caution", " ".join(text.lines)), top + (text.beside.height - sign) / 2
    with sketch.beside_icon("P", "caution", alt, x, y, sign):
        end = sketch.draw_setting(x + sign + indent, top, text.beside)
        if text.below:
            sketch.draw_setting(x, end + line_gap(text.below), text.below)


def _draw_bar(sketch: Sketch, bar: Box) -> None:
    stroke = sketch.theme.ink if sketch.theme.bar == sketch.theme.paper else None
    sketch.draw_path(rounded(bar, BAR_CORNER), fill=sketch.theme.bar, stroke=stroke, width=OUTLINE)
