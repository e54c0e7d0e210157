"""Text next to a picture or a sign, which goes on below it in wider lines."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from cardgen.scene.text import CAP, Setting, fit


class WrappedText(Struct, frozen=True):
    """The lines of a text next to something, and those below it."""

    beside: Setting
    below: Setting | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines."""
        return (*self.beside.lines, *(self.below.lines if self.below else ()))

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline."""
        return self.beside.height + (line_gap(self.below) + self.below.height if self.below else 0.0)


def line_gap(setting: Setting) -> float:
    """From a baseline to the capitals of the next line."""
    return setting.leading - CAP * setting.size


def go_on_below(text: str, beside: Setting, count: int, room: float, even: bool = False) -> WrappedText | None:
    """A text with its first `count` lines, and the others below them, `room` points wide.

    None if there are no others, or if a line ends with a hyphen that is not in the text.
    """
    rest = _rest(text, beside.lines[:count]) if count < len(beside.lines) else ""
    size, leading = (beside.size, beside.size), beside.leading / beside.size
    below = fit(rest, beside.font, size, (room, inf), leading, even) if rest else None
    return WrappedText(replace(beside, lines=beside.lines[:count]), below) if below else None


def _rest(text: str, lines: Sequence[str]) -> str:
    """What a text has after these lines of it; empty if they are not its own."""
    place = 0
    for line in lines:
        if not text.startswith(line, place):
            return ""
        place += len(line)
        place += text.startswith(" ", place)
    return text[place:]
