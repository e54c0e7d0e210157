"""The fonts: measuring text, breaking it into lines, fitting it into a space."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cardgen.files import shipped

FILES = {
    "regular": "IBMPlexSans-Regular.ttf",
    "medium": "IBMPlexSans-Medium.ttf",
    "semibold": "IBMPlexSans-SemiBold.ttf",
    "bold": "IBMPlexSans-Bold.ttf",
}
CAP = 0.698
"""Height of a capital, as a part of the type size (IBM Plex Sans, OS/2 table)."""
DESCENT = 0.22
"""How far g, j and y reach below the baseline, as a part of the type size."""
STEP = 0.5
"""Type sizes tried when text is fitted are this many points apart."""


@cache
def font(name: str) -> TTFont:
    """The font `name`, registered for measuring and for the PDF."""
    loaded = TTFont(name, shipped("fonts") / FILES[name], asciiReadable=0)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _width(word: str, name: str) -> float:
    return float(pdfmetrics.stringWidth(word, font(name).fontName, 1000)) / 1000


def width(text: str, name: str, size: float) -> float:
    """Width of one line of text, in points."""
    return _width(text, name) * size


def missing(text: str) -> list[str]:
    """The characters of `text` that the fonts cannot print."""
    glyphs = font("regular").face.charToGlyph
    return [char for char in dict.fromkeys(text) if ord(char) not in glyphs]


@cache
def wrap(text: str, name: str, size: float, room: float) -> tuple[str, ...]:
    """Break text into lines at most `room` points wide; a longer word stands alone and sticks out.

    A line feed in the text always breaks.
    """
    if "\n" in text:
        return tuple(line for paragraph in text.split("\n") for line in wrap(paragraph, name, size, room))
    space, limit = _width(" ", name), room / size + 1e-6
    lines = [""]
    used = 0.0
    for part, spaced in _parts(text):
        needed = _width(part, name) + (space if spaced and lines[-1] else 0)
        if lines[-1] and used + needed > limit:
            lines.append("")
            used, needed = 0.0, _width(part, name)
        lines[-1] += " " + part if spaced and lines[-1] else part
        used += needed
    return tuple(lines)


@cache
def _parts(text: str) -> list[tuple[str, bool]]:
    """The pieces a line may be broken between, each with whether a space stands before it.

    A word may be broken after a hyphen that has three letters or more on either side.
    """
    words = (
        re.sub(r"(?<=\w{3}-)(?=\w{3})", " ", word).split(" ") for word in text.replace("\n", " ").split(" ") if word
    )
    return [(part, index == 0) for word in words for index, part in enumerate(word)]


@cache
def balance(text: str, name: str, size: float, room: float) -> tuple[str, ...]:
    """Break text into as few lines as `wrap` does, and make the lines as even as possible."""
    if "\n" in text:
        return tuple(line for paragraph in text.split("\n") for line in balance(paragraph, name, size, room))
    lines = wrap(text, name, size, room)
    low, high = room / 2, room
    for _ in range(10 if len(lines) > 1 else 0):
        middle = (low + high) / 2
        tried = wrap(text, name, size, middle)
        if len(tried) <= len(lines) and widest(tried, name, size) <= middle:
            high, lines = middle, tried
        else:
            low = middle
    return lines


def widest(lines: Iterable[str], name: str, size: float) -> float:
    """Width of the widest line, in points."""
    return max(_width(line, name) for line in lines) * size


class Setting(NamedTuple):
    """Text broken into lines at one type size."""

    lines: tuple[str, ...]
    font: str
    size: float
    leading: float
    """Distance between baselines, in points."""

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline."""
        return CAP * self.size + (len(self.lines) - 1) * self.leading

    @property
    def width(self) -> float:
        return widest(self.lines, self.font, self.size)


def fit(
    text: str, name: str, sizes: tuple[float, float], room: tuple[float, float], leading: float, even: bool = False
) -> Setting | None:
    """Set text at the largest size between `sizes` (most, least) that stays in `room` (width, height).

    `leading` is in type sizes. None when even the least size sticks out.
    """
    size, least = sizes
    breaker = balance if even else wrap
    while size >= least - 1e-6:
        setting = Setting(breaker(text, name, size, room[0]), name, size, leading * size)
        if setting.height <= room[1] + 1e-6 and setting.width <= room[0] + 1e-6:
            return setting
        size -= STEP
    return None
