"""Paragraphs of an overview card: an icon, and a text that goes on behind its heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.deck import Block

LEADING, MOST_HEIGHT = 1.2, 1000.0
ICON, INDENT = 1.75, 2.35
"""Size of the icon, and from its left to the text, both in type sizes."""
FEW_WORDS = 2
"""No word is taken from so few."""
LEAST_ICON, LEAST_INDENT = 6 * MM, 8 * MM
TWO_WIDE, COLUMN_GAP = 100 * MM, 5 * MM
"""Room for two paragraphs beside each other, and the space between them."""


class RunIn(Struct, frozen=True, dict=True):
    """A paragraph whose text begins on the last line of its heading."""

    icon: str
    heading: Setting | None
    first: str
    """What is on the last line of the heading."""
    rest: Setting | None
    size: float
    grows: bool = False

    @cached_property
    def height(self) -> float:
        """The least height, which every arrangement asks for."""
        lines = sum(len(setting.lines) for setting in (self.heading, self.rest) if setting)
        return max((CAP + (lines - 1) * LEADING) * self.size, icon_size(self.size))

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw it at the top of the box."""
        icon, lines = icon_size(self.size), sum(len(part.lines) for part in (self.heading, self.rest) if part)
        text = (CAP + (lines - 1) * LEADING) * self.size
        top = box.y + max(0.0, (icon - text) / 2)
        x = box.x + max(LEAST_INDENT, INDENT * self.size)
        alt = sketch.icon_alt(self.icon, self.heading.lines[0] if self.heading else "")
        with sketch.beside_icon("P", self.icon, alt, box.x, box.y, icon):
            if self.heading:
                baseline = sketch.draw_setting(x, top, self.heading)
                if self.first:
                    left = x + _after(self.heading.lines[-1], self.size)
                    sketch.draw_text(left, baseline, self.first, "regular", self.size)
                top = baseline + (LEADING - CAP) * self.size
            if self.rest:
                sketch.draw_setting(x, top, self.rest)


class Pair(Struct, frozen=True, dict=True):
    """Two paragraphs beside each other."""

    left: RunIn
    right: RunIn
    grows: bool = False

    @cached_property
    def height(self) -> float:
        return max(self.left.height, self.right.height)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw both at the top of the box."""
        self.left.draw(sketch, box)
        self.right.draw(sketch, box._replace(x=box.x + (box.width + COLUMN_GAP) / 2))


def icon_size(size: float) -> float:
    """The size of the icon beside type of this size."""
    return max(LEAST_ICON, ICON * size)


def set_run_ins(blocks: Sequence[Block], size: float, room: float, sketch: Sketch) -> list[RunIn | Pair]:
    """Paragraphs in type of this size, two beside each other where that is lower; MisfitError for a word too long."""
    whole = [_set(block, size, room, sketch) for block in blocks]
    if room < TWO_WIDE:
        return list(whole)
    half = [_set(block, size, (room - COLUMN_GAP) / 2, sketch) for block in blocks]
    found: list[RunIn | Pair] = []
    while whole:
        pair = Pair(half[0], half[1]) if len(half) > 1 else None
        if pair and pair.height < whole[0].height + whole[1].height:
            found.append(pair)
            del half[:2], whole[:2]
        else:
            found.append(whole[0])
            del half[:1], whole[:1]
    return found


def _set(block: Block, size: float, room: float, sketch: Sketch) -> RunIn:
    """A paragraph broken into lines; MisfitError when a word is too long."""
    column = room - max(LEAST_INDENT, INDENT * size)
    heading = fit(block.heading, "semibold", (size, size), (column, MOST_HEIGHT), LEADING) if block.heading else None
    text = block.text.replace("\n", " ")
    first = _first_line(heading, text, size, column) if heading and text else ""
    later = text[len(first) :].lstrip()
    rest = fit(later, "regular", (size, size), (column, MOST_HEIGHT), LEADING) if later else None
    if (block.heading and heading is None) or (later and rest is None):
        whole = f"{block.heading} {text}".strip()
        raise sketch.misfit("line", whole, max(whole.split(), key=lambda word: width(word, "semibold", size)))
    return RunIn(block.icon, heading, first, rest, size)


def _first_line(heading: Setting, text: str, size: float, column: float) -> str:
    """As many words of a text as there is room for behind its heading."""
    words, space = text.split(" "), width(" ", "regular", size)
    left = column - _after(heading.lines[-1], size) + space
    ends = accumulate(space + width(word, "regular", size) for word in words)
    count = bisect_right(list(ends), left)
    spared = count > FEW_WORDS and count == len(words) - 1  # a word for the next line, which is no single word then
    return " ".join(words[: count - spared])


def _after(heading: str, size: float) -> float:
    """From the left of a heading to the text behind it."""
    return width(heading, "semibold", size) + width("  ", "regular", size)
