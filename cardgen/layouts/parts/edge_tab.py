"""The colored tab at the edge of a card, with the letter of its routine."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.parts.sketch import TAB_CLEAR, Sketch
from cardgen.scene.outlines import Outline, rounded, rounded_on_side
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Tab

LEAST_BLEED = 1.5 * MM
"""With less bleed than this, a tab ends at the cut."""
LETTER_GAP = 0.6 * MM
"""The least space between a letter and the inner side of its tab."""
REACHED = 5 / 7
"""Width of a tab that begins where the printer's border ends, as a fraction of the usual one."""
LETTER_PITCH = 1.35
"""Between the baselines of two letters, which are one below the other, in heights of a capital."""
SQUARE_CORNER, LETTER_SHARE = 0.12, 0.58
"""Of a letter's square: the radius of its corners, and the height of the letter, as fractions of its side."""
LETTER_HEIGHT = 1.3
"""Height of the color behind a letter that is next to other text, in type sizes."""
SLOTS = 8
"""Heights at which a tab can be; each body area has one."""
SLOT_MARGIN = 8 * MM
"""Above the first slot and below the last one."""
PAGE_FOOT = 0.08
"""Below the last slot of a page, whose number is there, as a fraction of its height."""
LETTER_CLEAR = 2 * MM
"""From the edge of a card to the letter: cuts and backs may be 2 mm askew (print facts)."""
PAGE_LETTER, LEAST_PAGE_LETTER, PAGE_LETTER_CLEAR = 0.58, 9.0, 5.05 * MM
"""The letter on a page's tab, as a fraction of a card's, and its least type size; and from the edge to it: many
printers lose 3 to 5 mm of a page (print facts)."""
PAGE_TAB_GAP = 1.7 * MM
"""From a page's tab to what is next to it."""
TAB_SCALES = (
    (200, 9, 22, 20, 2, 5.5), (130, 8, 19, 16, 1.8, 5), (100, 7, 16, 15, 1.6, 4), (69, 5, 12, 12, 1.2, 3),
    (0, 4.5, 9.2, 10.5, 1, 2.5),
)  # fmt: skip
"""From which width of a card, in mm: width and height in mm, letter in points, the other lengths in mm."""


class TabScale(Struct, frozen=True):
    """The size of a tab and of its letter, the radius of its corners, and the space kept clear; in points."""

    size: Size
    letter: float
    corner: float
    clear: float
    """Next to the tab."""


def _tab_scale(card: Size) -> TabScale:
    """The tab of a card of this size: 7 x 16 mm on A6, smaller and larger ones in steps (design system)."""
    fitting = (scale for scale in TAB_SCALES if card.width >= scale[0] * MM - 0.1)
    _, wide, tall, letter, *lengths = next(fitting)
    return TabScale(Size(wide * MM, tall * MM), letter, *(length * MM for length in lengths))


def draw_page_tab(sketch: Sketch, tab: Tab, margin: float) -> None:
    """Draw a routine's letter in the middle of a tab at the edge of a page, in a margin that holds nothing else."""
    scale = _tab_scale(sketch.form.size)
    size = max(LEAST_PAGE_LETTER, PAGE_LETTER * scale.letter)
    widest = max(width(letter, "bold", size) for letter in tab.letter)
    wide = min(2 * PAGE_LETTER_CLEAR + widest, margin - PAGE_TAB_GAP)
    foot = PAGE_FOOT * sketch.form.size.height
    sketch.tab_box = box = _tab_box(sketch, tab, Size(wide, scale.size.height), 0.0, foot)
    sketch.draw_path(_tab_outline(sketch, box, scale.corner), fill=sketch.accent)
    _draw_letters(sketch, tab, box, size, PAGE_LETTER_CLEAR)


def draw_edge_tab(sketch: Sketch, tab: Tab) -> None:
    """Draw a routine's letter at the edge, at the height of the body area; the rest of the face keeps clear of it.

    The tab ends at the cut, or runs over it where there is bleed. Where the printer cannot reach the edge, it begins
    inside the border, narrower, and everything else keeps its place.
    """
    scale, border = _tab_scale(sketch.form.size), sketch.form.border.width
    widest = max(width(letter, "bold", scale.letter) for letter in tab.letter)
    usual = max(scale.size.width, LETTER_CLEAR + widest + LETTER_GAP)
    wide = scale.size.width * REACHED if border else usual
    box = _tab_box(sketch, tab, Size(wide, scale.size.height), border, SLOT_MARGIN)
    sketch.tab_box, sketch.tab_room = box, max(usual + scale.clear, border + wide + TAB_CLEAR)
    sketch.draw_path(_tab_outline(sketch, box, scale.corner), fill=sketch.accent)
    _draw_letters(sketch, tab, box, scale.letter, 0.0 if border else LETTER_CLEAR)


def _draw_letters(sketch: Sketch, tab: Tab, box: Box, size: float, clear: float) -> None:
    """Draw the letter on its tab, or two, one below the other."""
    high = CAP * size
    baseline = box.y + (box.height + high - LETTER_PITCH * high * (len(tab.letter) - 1)) / 2
    for letter in tab.letter:
        x = _letter_x(sketch, box, width(letter, "bold", size), clear)
        sketch.draw_text(x, baseline, letter, "bold", size, sketch.theme.paper)
        baseline += LETTER_PITCH * high


def _letter_x(sketch: Sketch, box: Box, letter: float, clear: float) -> float:
    """The left edge of a letter: in the middle of its tab, but at least `clear` from the edge of the card."""
    x = box.x + (box.width - letter) / 2
    spare = min(clear, box.width - letter - 0.2) - (box.width - letter) / 2
    return x + max(0.0, spare) * (1 if sketch.mirrored else -1)


def _tab_box(sketch: Sketch, tab: Tab, size: Size, inset: float, foot: float) -> Box:
    """The part of a tab that is on the card, `inset` from its edge, in slots that end above the `foot`."""
    card = sketch.form.size
    step = (card.height - SLOT_MARGIN - foot) / SLOTS
    y = SLOT_MARGIN + (tab.slot + 0.5) * step - size.height / 2
    return Box(inset if sketch.mirrored else card.width - inset - size.width, y, size.width, size.height)


def _tab_outline(sketch: Sketch, box: Box, corner: float) -> Outline:
    """The tab with round corners inside the card; over the edge with enough bleed."""
    over = sketch.form.bleed if sketch.form.bleed >= LEAST_BLEED else 0.0
    x = box.x - over * sketch.mirrored
    return rounded_on_side(Box(x, box.y, box.width + over, box.height), corner, "right" if sketch.mirrored else "left")


def routine_letter_width(tab: Tab, size: float) -> float:
    """The width of a routine's letter on the color of its area."""
    return max(LETTER_HEIGHT * size, width(tab.letter, "bold", size) + 0.4 * size)


def draw_routine_letter(sketch: Sketch, tab: Tab, x: float, baseline: float, size: float) -> float:
    """Draw the letter of a routine on the color of its area, as on the edge tab but small; returns its width."""
    high, letter = LETTER_HEIGHT * size, width(tab.letter, "bold", size)
    box = Box(x, baseline - (high + CAP * size) / 2, routine_letter_width(tab, size), high)
    sketch.draw_path(rounded(box, 0.2 * high), fill=sketch.theme.accents[tab.area].deep)
    sketch.draw_text(x + (box.width - letter) / 2, baseline, tab.letter, "bold", size, sketch.theme.paper)
    return box.width


def draw_letter_square(sketch: Sketch, tab: Tab, box: Box) -> None:
    """Draw the letter of a routine on a square in the color of its area."""
    sketch.draw_path(rounded(box, SQUARE_CORNER * box.width), fill=sketch.theme.accents[tab.area].deep)
    size = min(LETTER_SHARE * box.height / CAP, 0.8 * box.width / width(tab.letter, "bold", 1))
    x = box.x + (box.width - width(tab.letter, "bold", size)) / 2
    sketch.draw_text(x, box.y + (box.height + CAP * size) / 2, tab.letter, "bold", size, sketch.theme.paper)
