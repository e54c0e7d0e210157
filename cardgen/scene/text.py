"""Text in the fonts: measured, broken into lines, fitted into a space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from cardgen.characters import SOFT_HYPHEN
from cardgen.scene.fonts import unit_width
from cardgen.scene.line_breaks import break_softly, measure, soften

CAP = 0.698
"""Height of a capital in type sizes (IBM Plex Sans, OS/2 table)."""
DESCENT = 0.22
"""How far g, j and y reach below the baseline, in type sizes."""
SIZE_STEP = 0.5
"""The step between the type sizes that are tried when text is fitted, in points; the least size is always tried."""
SLACK = 1e-6
"""Less than any printer can show, in points."""


def width(text: str, name: str, size: float) -> float:
    """Width of one line of text, in points."""
    return unit_width(text, name) * size


def widest(lines: Iterable[str], name: str, size: float) -> float:
    """Width of the widest line, in points."""
    return max(unit_width(line, name) for line in lines) * size


def longest_word(text: str, name: str) -> float:
    """Width of the longest word of a text, in type of 1 point; a word may be broken after its hyphens."""
    return measure(text, name).longest


def wrap(text: str, name: str, size: float, room: float) -> tuple[str, ...]:
    """Break text into lines at most `room` points wide; a longer word gets its own line and sticks out.

    A line feed in the text always breaks; a word that is too long is broken with a hyphen if it may be.
    """
    limit, measured, softened = room / size, measure(text, name), text
    if SOFT_HYPHEN not in text and measured.longest > limit:
        softened = soften(text, name, limit, _Hyphenation.language)
    if SOFT_HYPHEN in softened:
        return tuple(break_softly(softened, name, limit))
    return tuple(measured.lines(measured.break_late(limit)))


def least_lines(text: str, name: str, size: float, room: float) -> int:
    """A number of lines at most `room` points wide that a text surely needs, found without breaking it."""
    return measure(text, name).least_count(room / size)


@lru_cache(maxsize=1024)  # lists are dealt out to faces in many ways
def count_lines(text: str, name: str, size: float, room: float) -> tuple[int, ...]:
    """The number of lines, at most `room` points wide, into which each line of a text is broken."""
    limit, measured = room / size, measure(text, name)
    if SOFT_HYPHEN in text or measured.longest > limit:
        return tuple(len(wrap(line, name, size, room)) for line in text.split("\n"))
    return tuple(map(len, measured.break_late(limit)))


def hyphenate_in(language: str) -> None:
    """Break words that fit on no line as a language does, such as "de", from now on."""
    if language != _Hyphenation.language:
        _Hyphenation.language = language
        fit.cache_clear()
        count_lines.cache_clear()


class _Hyphenation:
    """The language in which words are broken."""

    language = "en"


class Setting(Struct, frozen=True):
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


@lru_cache(maxsize=8192)  # all texts of some ten routines, which a batch prints again and again
def fit(
    text: str, name: str, sizes: tuple[float, float], room: tuple[float, float], leading: float, even: bool = False
) -> Setting | None:
    """Set text at the largest size between `sizes` (most, least) that stays in `room` (width, height).

    `leading` is in type sizes. None when the text sticks out even at the least size.
    """
    if SOFT_HYPHEN in text:
        return _fit_softly(text, name, sizes, room, leading)
    (size, least), (wide, high), measured = sizes, (room[0] + SLACK, room[1] + SLACK), measure(text, name)
    while size >= least - SLACK:
        limit, spacing = room[0] / size, leading * size
        most = (high - CAP * size) / spacing + 1
        if measured.longest * size <= wide and measured.least_count(limit) <= most:
            breaks = measured.break_late(limit)
            if (count := sum(map(len, breaks))) <= most:
                if even and count > len(breaks):
                    breaks = measured.break_evenly(limit, breaks)
                return Setting(tuple(measured.lines(breaks)), name, size, spacing)
        size = _next_size(size, least)
    has_two_lines = CAP * least + leading * least <= high
    if measured.longest * least <= wide or not has_two_lines:  # which a broken word needs
        return None
    softened = soften(text, name, room[0] / least, _Hyphenation.language)
    return _fit_softly(softened, name, sizes, room, leading) if SOFT_HYPHEN in softened else None


def _fit_softly(
    text: str, name: str, sizes: tuple[float, float], room: tuple[float, float], leading: float
) -> Setting | None:
    """The same for text with soft hyphens."""
    size, least = sizes
    while size >= least - SLACK:
        lines = break_softly(text, name, room[0] / size)
        setting = Setting(tuple(lines), name, size, leading * size)
        if setting.height <= room[1] + SLACK and setting.width <= room[0] + SLACK:
            return setting
        size = _next_size(size, least)
    return None


def type_sizes(most: float, least: float) -> Iterator[float]:
    """The type sizes that are tried from the largest to the least one, in points."""
    while most >= least - SLACK:
        yield most
        most = _next_size(most, least)


def _next_size(size: float, least: float) -> float:
    """The type size that is tried after one that is too large."""
    return least if least < size < least + SIZE_STEP else size - SIZE_STEP
