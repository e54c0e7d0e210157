"""A paragraph of short texts, each behind a label in bold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, width

LABEL, TEXT = "semibold", "regular"
LABEL_GAP = 2
"""Before a label that does not begin a line, in spaces."""

RunWord = tuple[str, str, float]
"""A word, its font, and where it begins on its line, in points."""


class LabeledRuns(Struct, frozen=True):
    """The texts broken into lines."""

    lines: tuple[tuple[RunWord, ...], ...]
    size: float
    leading: float
    """Distance between baselines, in type sizes."""

    @property
    def height(self) -> float:
        """From the first capitals to the last baseline."""
        return (CAP + (len(self.lines) - 1) * self.leading) * self.size

    def draw(self, sketch: Sketch, x: float, top: float) -> None:
        """Draw it with its first capitals at `top`."""
        baseline = top + CAP * self.size
        for line in self.lines:
            for font, run in groupby(line, key=itemgetter(1)):
                words = list(run)
                sketch.draw_text(x + words[0][2], baseline, " ".join(word for word, _, _ in words), font, self.size)
            baseline += self.leading * self.size


def set_labeled_runs(texts: Sequence[tuple[str, str]], size: float, room: float, leading: float) -> LabeledRuns | None:
    """Labels and their texts, broken into lines `room` points wide; None when a word is too long."""
    lines: list[tuple[RunWord, ...]] = []
    line: list[RunWord] = []
    space, end = width(" ", TEXT, size), 0.0
    for word, font, kept in _words(texts):
        wide = width(word, font, size)
        left = end + space * (LABEL_GAP if kept else 1) if line else 0.0
        if line and left + max(wide, width(kept, font, size)) > room:
            lines.append(tuple(line))
            line, left = [], 0.0
        if wide > room:
            return None
        line.append((word, font, left))
        end = left + wide
    return LabeledRuns((*lines, tuple(line)), size, leading)


def _words(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Each word, its font, and what a line must have room for where a label begins: no label is at its end."""
    for label, text in texts:
        first, *others = text.split(" ")
        begin, *more = label.split(" ")
        yield begin, LABEL, f"{label} {first}"
        yield from ((word, LABEL, "") for word in more)
        yield from ((word, TEXT, "") for word in (first, *others))
