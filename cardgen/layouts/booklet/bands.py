"""Bands in the color of an area: they open a chapter, and what is done once more on the other limb."""

from __future__ import annotations

from cardgen.artwork.icons import icon
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.booklet.scale import BookScale
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, DESCENT, fit, width
from cardgen.units import MM, Box
from cardgen.wording.book import Opener, OtherSide

BAND_CORNER = 1.4 * MM
BAND_INDENT = 4 * MM
ICON, ICON_GAP = 1.5, 2 * MM
"""The icon of the position, in type sizes, and the space after it."""
TITLE_MIDDLE = 0.34
"""The middle of the title, as a part of the band's height, where it has one line of facts."""
MOST_HEAD = 2.25
"""The most height of a band that places the title, in type sizes of the title."""
LEAST_BESIDE = 0.75
"""The least size of the title of the other side beside its time, as a part of the usual one; else it is above it."""
BAND_GAP = 4 * MM
"""From a band to what is below it."""


def draw_opener_band(sketch: Sketch, pages: BookPages, band: Box, opener: Opener) -> None:
    """Draw a band in the color of the area: name, numbers of the steps, position and time."""
    scale, steps = pages.scale, pages.book.labels["steps_word"]
    theme, deep = sketch.theme, sketch.theme.accents[opener.tab.area].deep
    sketch.draw_path(rounded(band, BAND_CORNER), fill=deep)
    left, right = band.x + BAND_INDENT, band.right - BAND_INDENT
    baseline = band.y + TITLE_MIDDLE * min(band.height, MOST_HEAD * scale.band_title) + CAP * scale.band_title / 2
    numbers = width(opener.numbers, "bold", scale.band_title)
    word = width(steps, "semibold", scale.band_facts) + 1.5 * MM
    title = _fit_line(opener.title, scale.band_title, right - left - numbers - word - 4 * MM)
    with sketch.tagged("H1"):
        sketch.draw_text(left, baseline, opener.title, "semibold", title, theme.paper)
    with sketch.tagged("P"):
        sketch.draw_text(right - numbers - word, baseline, steps, "semibold", scale.band_facts, theme.paper)
        sketch.draw_text(right - numbers, baseline, opener.numbers, "bold", scale.band_title, theme.paper)
    _draw_facts(sketch, pages, Box(left, baseline, right - left, band.bottom - baseline), opener)


def _draw_facts(sketch: Sketch, pages: BookPages, box: Box, opener: Opener) -> None:
    """Draw how the receiver lies, where the giver is, and when, on one line or on two."""
    theme, scale = sketch.theme, pages.scale
    size, facts = ICON * scale.band_facts, " · ".join(opener.facts)
    across = box.width - size - ICON_GAP
    sizes, leading = (scale.band_facts, scale.least), 1.2
    lines = (CAP * scale.band_facts + 1, box.height)
    found = (fit(facts, "semibold", sizes, (across, high), leading) for high in lines)
    setting = next(filter(None, found), None)
    if setting is None:
        raise sketch.misfit("line", facts)
    middle = box.y + (box.height + DESCENT * scale.band_title) / 2
    art = icon(opener.position, theme.paper, theme.accents[opener.tab.area].deep)
    sketch.draw_artwork(art, box.x, middle - size / 2, size / art.size.width)
    with sketch.tagged("P"):
        sketch.draw_setting(box.x + size + ICON_GAP, middle - setting.height / 2, setting, theme.paper)


def _fit_line(text: str, size: float, room: float) -> float:
    """The type size at which a text has room on one line."""
    return min(size, room / width(text, "semibold", 1))


def draw_other_side_band(sketch: Sketch, scale: BookScale, band: Box, other: OtherSide) -> None:
    """Draw the band: the sign of the other side, which limb, from when to when."""
    theme, deep = sketch.theme, sketch.theme.accents[other.tab.area].deep
    sketch.draw_path(rounded(band, BAND_CORNER), fill=deep)
    size, middle = 0.66 * band.height, band.y + band.height / 2
    art = icon("other-side", theme.paper, deep)
    sketch.draw_artwork(art, band.x + BAND_INDENT, middle - size / 2, size / art.size.width)
    left, right = band.x + BAND_INDENT + 1.3 * size, band.right - BAND_INDENT
    small = 1.1 * scale.band_facts
    when, most = width(other.when, "semibold", small), 0.85 * scale.band_title
    size = min(most, (right - left - when - 4 * MM) / width(other.title, "semibold", 1))
    beside = size >= LEAST_BESIDE * most
    if not beside:
        size = min(most, (right - left) / width(other.title, "semibold", 1))
    lower = 0.0 if beside else small
    with sketch.tagged("H2"):
        baseline = middle + CAP * size / 2 - 0.8 * lower
        sketch.draw_text(left, baseline, other.title, "semibold", size, theme.paper)
    with sketch.tagged("P"):
        x, baseline = (right - when, middle + CAP * small / 2) if beside else (left, middle + CAP * small / 2 + lower)
        sketch.draw_text(x, baseline, other.when, "semibold", small, theme.paper)
