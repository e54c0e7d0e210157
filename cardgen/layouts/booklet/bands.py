"""Bands in the color of an area: they open a chapter, and what is done once more on the other limb."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from msgspec import Struct

from cardgen.artwork.icons import icon
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.booklet.scale import BookScale
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, DESCENT, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.book import Opener, OtherSide

BAND_CORNER = 1.4 * MM
BAND_INDENT = 4 * MM
ICON, ICON_GAP = 1.5, 2 * MM
"""The icon of the position, in type sizes, and the space after it."""
LEAST_GAP = 0.35
"""The least distance above a title, below it, and below the facts, in type sizes of the facts."""
ASIDE_GAP = 4 * MM
"""Between a title and what is at its right."""
TITLE_FORMS = ((1.0, 0.7, 1), (0.85, 0.6, 2), (0.7, 0.0, 9))
"""The largest and the least size of a title, as fractions of the usual one, and the most lines of a long one."""
TITLE_LEADING, FACTS_LEADING = 1.12, 1.2
LEAST_BESIDE = 0.75
"""The least size of the other side's title next to its time, as a fraction of the usual one; else it is above it."""
OTHER_TITLE, OTHER_TIME = 0.85, 1.1
"""Type of the title and of the time of the other side, as fractions of a chapter's title and facts."""
OTHER_BAND = 0.68
"""Height of the band of the other side, as a fraction of a chapter's."""
OTHER_SIGN, OTHER_INDENT = 0.66, 1.3
"""The sign of the other side, as a fraction of the band's height; from its left to the title, in signs."""
OTHER_GAP = 0.7
"""Between the title of the other side and the time below it, in type sizes of the time."""
BAND_GAP = 4 * MM
"""From a band to what is below it."""


class OpenerBand(Struct, frozen=True):
    """The band that opens a chapter, broken into lines."""

    pages: BookPages
    opener: Opener
    title: Setting
    facts: Setting
    height: float

    @property
    def gap(self) -> float:
        """The distance above the title, below it, and below the facts."""
        return (self.height - _head(self.title, self.pages.scale) - self.facts.height) / 3

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw it at the top of a box: name, numbers of the steps, position and time."""
        scale, theme = self.pages.scale, sketch.theme
        band = box._replace(height=self.height)
        sketch.draw_path(rounded(band, BAND_CORNER), fill=theme.accents[self.opener.tab.area].deep)
        left, right = band.x + BAND_INDENT, band.right - BAND_INDENT
        baseline = band.y + self.gap + CAP * scale.band_title
        with sketch.tagged("H1"):
            sketch.draw_setting(left, baseline - CAP * self.title.size, self.title, theme.paper)
        numbers, steps = self.opener.numbers, _steps(self.pages, self.opener)
        x = right - width(numbers, "bold", scale.band_title)
        with sketch.tagged("P"):
            word = x - _word(self.pages, self.opener)
            sketch.draw_text(word, baseline, steps, "semibold", scale.band_facts, theme.paper)
            sketch.draw_text(x, baseline, numbers, "bold", scale.band_title, theme.paper)
        self._draw_facts(sketch, left, band.bottom)

    def _draw_facts(self, sketch: Sketch, left: float, bottom: float) -> None:
        """Draw how the receiver lies, where the giver is, and when; the icon stays on the band."""
        theme, size = sketch.theme, ICON * self.pages.scale.band_facts
        middle = bottom - max(self.gap + self.facts.height / 2, size / 2)
        art = icon(self.opener.position, theme.paper, theme.accents[self.opener.tab.area].deep)
        sketch.draw_artwork(art, left, middle - size / 2, size / art.size.width)
        with sketch.tagged("P"):
            sketch.draw_setting(left + size + ICON_GAP, middle - self.facts.height / 2, self.facts, theme.paper)


def set_opener_band(pages: BookPages, opener: Opener, wide: float, part: float = 1.0) -> OpenerBand | None:
    """Set the band that opens a chapter; None when a word is too long.

    It is as high as usual, or `part` of that, and higher for a title or facts of more lines.
    """
    scale, usual = pages.scale, part * pages.scale.band
    room = wide - 2 * BAND_INDENT
    numbers = width(opener.numbers, "bold", scale.band_title) + _word(pages, opener) + ASIDE_GAP
    title = _set_title(opener.title, scale.band_title, scale.least, room - numbers)
    if title is None:
        return None
    least = _head(title, scale) + 3 * LEAST_GAP * scale.band_facts
    facts = _set_facts(opener.facts, scale, room, usual - least)
    if facts is None:
        return None
    return OpenerBand(pages, opener, title, facts, max(usual, least + max(ICON * scale.band_facts, facts.height)))


def _head(title: Setting, scale: BookScale) -> float:
    """Height of a title beside numbers that may be larger."""
    return title.height + CAP * (scale.band_title - title.size) + DESCENT * title.size


def _steps(pages: BookPages, opener: Opener) -> str:
    return pages.book.labels["step_count" if opener.numbers.isdecimal() else "steps_word"]


def _word(pages: BookPages, opener: Opener) -> float:
    """The room for the word before the numbers of the steps."""
    return width(_steps(pages, opener), "semibold", pages.scale.band_facts) + 1.5 * MM


def _set_facts(facts: Sequence[str], scale: BookScale, room: float, below: float) -> Setting | None:
    """The facts on one line, or on what fits below the title, or on more lines."""
    across = room - ICON * scale.band_facts - ICON_GAP
    sizes, text = (scale.band_facts, scale.least), " · ".join(facts)
    lines = (CAP * scale.band_facts + 1, below, inf)
    found = (fit(text, "semibold", sizes, (across, high), FACTS_LEADING) for high in lines)
    return next(filter(None, found), None)


def _set_title(text: str, usual: float, least: float, room: float) -> Setting | None:
    """A title in the first of its forms that has room."""
    for most, smaller, lines in TITLE_FORMS:
        sizes, high = (most * usual, max(least, smaller * usual)), (lines - 1) * TITLE_LEADING + CAP
        setting = fit(text, "semibold", sizes, (room, high * usual + 0.1), TITLE_LEADING, even=True)
        if setting and len(setting.lines) <= lines:
            return setting
    return None


class OtherSideBand(Struct, frozen=True):
    """The band over what is done on the other limb, broken into lines."""

    scale: BookScale
    other: OtherSide
    title: Setting
    beside: bool
    """Whether the time is at the right of the title; else it is below it."""
    height: float

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw it at the top of a box: the sign of the other side, which limb, and on the first page when."""
        theme, deep = sketch.theme, sketch.theme.accents[self.other.tab.area].deep
        band = box._replace(height=self.height)
        sketch.draw_path(rounded(band, BAND_CORNER), fill=deep)
        size, middle = _sign(self.scale), band.y + band.height / 2
        art = icon(self.other.icon, theme.paper, deep)
        sketch.draw_artwork(art, band.x + BAND_INDENT, middle - size / 2, size / art.size.width)
        left, small = band.x + BAND_INDENT + OTHER_INDENT * size, OTHER_TIME * self.scale.band_facts
        texts = self.title.height + (0 if self.beside or not self.other.when else (OTHER_GAP + CAP) * small)
        with sketch.tagged("H2"):
            sketch.draw_setting(left, middle - texts / 2, self.title, theme.paper)
        if not (when := self.other.when):
            return
        x = band.right - BAND_INDENT - width(when, "semibold", small) if self.beside else left
        baseline = middle + (CAP * small if self.beside else texts) / 2
        with sketch.tagged("P"):
            sketch.draw_text(x, baseline, when, "semibold", small, theme.paper)


def set_other_side_band(scale: BookScale, other: OtherSide, wide: float) -> OtherSideBand | None:
    """Set the band over what is done on the other limb; it is higher for a title of more lines.

    None when a word is too long.
    """
    usual = OTHER_BAND * scale.band
    room = wide - 2 * BAND_INDENT - OTHER_INDENT * _sign(scale)
    size, when = OTHER_TITLE * scale.band_title, width(other.when, "semibold", OTHER_TIME * scale.band_facts)
    one_line = (room - when - ASIDE_GAP, CAP * size + 0.1)
    if one := fit(other.title, "semibold", (size, LEAST_BESIDE * size), one_line, TITLE_LEADING):
        return OtherSideBand(scale, other, one, beside=True, height=usual)
    title = _set_title(other.title, size, scale.least, room)
    if title is None:
        return None
    return OtherSideBand(scale, other, title, beside=False, height=usual + title.height - CAP * title.size)


def _sign(scale: BookScale) -> float:
    """The size of the sign of the other side."""
    return OTHER_SIGN * OTHER_BAND * scale.band
