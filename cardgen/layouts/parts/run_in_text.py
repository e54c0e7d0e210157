"""A text that begins on the last line of its heading."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit, width

MOST_HEIGHT = 1000.0
FEW_WORDS = 2
"""No word is taken from so few."""


class RunInText(Struct, frozen=True):
    """A heading and the text behind it, broken into lines of one type size."""

    heading: Setting | None
    first: str
    """The text on the last line of the heading."""
    rest: Setting | None
    size: float
    leading: float
    """Distance between baselines, in type sizes."""
    hang: float = 0.0
    """How much farther right than the heading the text begins on its later lines, in points."""

    @property
    def height(self) -> float:
        """From the first capitals to the last baseline."""
        lines = sum(len(setting.lines) for setting in (self.heading, self.rest) if setting)
        return (CAP + (lines - 1) * self.leading) * self.size

    def draw(self, sketch: Sketch, x: float, top: float) -> None:
        """Draw it with its first capitals at `top`."""
        if self.heading:
            baseline = sketch.draw_setting(x, top, self.heading)
            if self.first:
                left = x + _after(self.heading.lines[-1], self.size)
                sketch.draw_text(left, baseline, self.first, "regular", self.size)
            top = baseline + (self.leading - CAP) * self.size
        if self.rest:
            sketch.draw_setting(x + self.hang, top, self.rest)


def set_run_in(
    heading: str, text: str, size: float, room: float, leading: float, hang: float = 0.0
) -> RunInText | None:
    """A heading with its text, broken into lines `room` points wide; None when a word is too long."""
    title = fit(heading, "semibold", (size, size), (room, MOST_HEIGHT), leading) if heading else None
    first = _first_line(title, text, size, room) if title and text else ""
    later = text[len(first) :].lstrip()
    rest = fit(later, "regular", (size, size), (room - hang, MOST_HEIGHT), leading) if later else None
    if (heading and title is None) or (later and rest is None):
        return None
    return RunInText(title, first, rest, size, leading, hang)


def _first_line(heading: Setting, text: str, size: float, column: float) -> str:
    """As many words of a text as there is room for behind its heading."""
    words, space = text.split(" "), width(" ", "regular", size)
    left = column - _after(heading.lines[-1], size) + space
    ends = accumulate(space + width(word, "regular", size) for word in words)
    count = bisect_right(list(ends), left)
    return " ".join(words[: count - is_word_spared(count, len(words))])


def is_word_spared(count: int, words: int) -> bool:
    """Whether the first of two lines, with room for `count` of the words, leaves one more to the last word."""
    return count > FEW_WORDS and count == words - 1


def _after(heading: str, size: float) -> float:
    """From the left of a heading to the text behind it."""
    return width(heading, "semibold", size) + width("  ", "regular", size)
