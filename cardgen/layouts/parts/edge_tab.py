"""The colored tab at the edge of a card, with the letter of its routine."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import Outline, rectangle, rounded
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Tab

TAB_CORNER = 1 * MM
"""Radius of the corners of a tab that cannot bleed."""
LEAST_BLEED = 1.5 * MM
"""With less bleed than this, a tab is inside the card."""
LETTER_CLEAR = 2 * MM
"""From the edge to the letter of a tab that bleeds: backs may be printed 2 mm askew (print facts)."""
LETTER_PITCH = 1.35
"""Between the baselines of two letters, which are one below the other, in heights of a capital."""
SLOTS = 8
"""Heights at which a tab can be; each body area has one."""
SLOT_MARGIN = 8 * MM
"""Above the first slot and below the last one."""


class TabScale(Struct, frozen=True):
    """The size of a tab and of its letter, and how far a tab that cannot bleed is from the edge; in points."""

    size: Size
    letter: float
    inset: float


def _tab_scale(card: Size) -> TabScale:
    """The tab of a card of this size: 6 x 13 mm on A6, smaller and larger ones in steps (design system)."""
    for least, wide, tall, letter, inset in ((130, 7, 15, 15, 4), (95, 6, 13, 13, 4), (69, 5, 10, 11, 3)):
        if card.width >= least * MM:
            return TabScale(Size(wide * MM, tall * MM), letter, inset * MM)
    return TabScale(Size(4.5 * MM, 8.5 * MM), 10, 2.5 * MM)


def draw_edge_tab(sketch: Sketch, tab: Tab) -> None:
    """Draw a routine's letter at the edge, at the height of the body area; the rest of the face keeps clear of it.

    The tab runs over the edge where the card has enough bleed, else it is inside with round corners.
    """
    scale = _tab_scale(sketch.form.size)
    inset = 0 if sketch.form.bleed >= LEAST_BLEED else max(scale.inset, sketch.form.border.width)
    box = sketch.tab_box = _tab_box(sketch, tab, scale, inset)
    sketch.draw_path(_tab_outline(sketch, box, inset), fill=sketch.accent)
    high = CAP * scale.letter
    baseline = box.y + (box.height + high - LETTER_PITCH * high * (len(tab.letter) - 1)) / 2
    for letter in tab.letter:
        x = _letter_x(sketch, box, width(letter, "bold", scale.letter), bool(inset))
        sketch.draw_text(x, baseline, letter, "bold", scale.letter, sketch.theme.paper)
        baseline += LETTER_PITCH * high


def _letter_x(sketch: Sketch, box: Box, letter: float, inside: bool) -> float:
    """The left edge of a letter: in the middle of its tab; it stays whole when the card is cut or printed askew."""
    x = box.x + (box.width - letter) / 2
    if inside:
        return x
    spare = min(LETTER_CLEAR, box.width - letter - 0.2) - (box.width - letter) / 2
    return x + max(0.0, spare) * (1 if sketch.mirrored else -1)


def _tab_box(sketch: Sketch, tab: Tab, scale: TabScale, inset: float) -> Box:
    """The part of a tab that is on the card."""
    card, size = sketch.form.size, scale.size
    step = (card.height - 2 * SLOT_MARGIN) / SLOTS
    y = SLOT_MARGIN + (tab.slot + 0.5) * step - size.height / 2
    wide = size.width + (-MM if inset else MM)
    return Box(inset if sketch.mirrored else card.width - inset - wide, y, wide, size.height)


def _tab_outline(sketch: Sketch, box: Box, inset: float) -> Outline:
    if inset:
        return rounded(box, TAB_CORNER)
    bleed = sketch.form.bleed
    return rectangle(Box(box.x - bleed * sketch.mirrored, box.y, box.width + bleed, box.height))


def draw_routine_letter(sketch: Sketch, tab: Tab, x: float, baseline: float, size: float) -> float:
    """Draw the letter of a routine on the color of its area, as on the edge tab but small; returns its width."""
    high, letter = 1.3 * size, width(tab.letter, "bold", size)
    box = Box(x, baseline - (high + CAP * size) / 2, max(high, letter + 0.4 * size), high)
    sketch.draw_path(rounded(box, 0.2 * high), fill=sketch.theme.accents[tab.area].deep)
    sketch.draw_text(x + (box.width - letter) / 2, baseline, tab.letter, "bold", size, sketch.theme.paper)
    return box.width
