"""Lines with icons in a column of a booklet: what to do, with the reason after it in lighter type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice

from msgspec import Struct

from cardgen.layouts.parts.run_in_text import is_word_spared
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import circle
from cardgen.scene.text import CAP, SLACK, least_lines, type_sizes, width, wrap
from cardgen.units import Box, Size
from cardgen.wording.deck import Block

ICON_GAP = 0.4
"""Between an icon and its text, in icons."""
MOST_ICON = 1.4
"""An icon, at most, in type sizes: a taller one meets the descenders of the line above its text."""
LEADING = 1.2
"""Between baselines, in type sizes."""
LEAST_GAP, MOST_GAP = 0.55, 1.6
"""From the last baseline of an item to the capitals of the next one, in type sizes."""
SPACE = 0.3
"""Between a heading and its text on one line, in type sizes."""
DOT, DOT_LEFT, DOT_RISE = 0.13, 0.5, 0.3
"""Radius of the dot before each of several texts, and its middle from where a text begins, to the left and up from its
baseline, in type sizes."""


class TextRun(Struct, frozen=True):
    """Text in one font on a line, `x` points from the left of its item."""

    x: float
    text: str
    font: str


class SetItem(Struct, frozen=True):
    """An item broken into lines; its text follows its heading on the same line."""

    icon: str
    """Empty for none."""
    lines: tuple[tuple[TextRun, ...], ...]
    size: float
    icon_size: float
    starts: frozenset[int] = frozenset()
    """The lines with which several texts begin: they have a dot below the icon, or a later line would look like one."""

    @property
    def texts(self) -> float:
        """From the first capitals to the last baseline."""
        return CAP * self.size + LEADING * self.size * (len(self.lines) - 1)

    @property
    def height(self) -> float:
        return max(self.texts, self.icon_size if self.icon and len(self.lines) == 1 else 0)

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        if not self.icon:
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                self._draw_lines(sketch, x, y)
            return
        alone = len(self.lines) == 1
        icon_y = y + (self.height - self.icon_size) / 2 if alone else y - (self.icon_size - CAP * self.size) / 2
        top = y + (self.height - self.texts) / 2 if alone else y
        alt = sketch.icon_alt(self.icon, " ".join(run.text for run in self.lines[0]))
        with sketch.tagged("LI"), sketch.beside_icon("LBody", self.icon, alt, x, icon_y, self.icon_size):
            self._draw_lines(sketch, x + (1 + ICON_GAP) * self.icon_size, top)

    def _draw_lines(self, sketch: Sketch, x: float, y: float) -> None:
        baseline = y + CAP * self.size
        for number, line in enumerate(self.lines):
            for run in line:
                sketch.draw_text(x + run.x, baseline, run.text, run.font, self.size)
            if number in self.starts:
                dot = circle(x - DOT_LEFT * self.size, baseline - DOT_RISE * self.size, DOT * self.size)
                sketch.draw_path(dot, fill=sketch.theme.ink)
            baseline += LEADING * self.size


class SetLines(Struct, frozen=True):
    """Items one below the other."""

    items: tuple[SetItem, ...]
    size: float

    @property
    def height(self) -> float:
        """With the least gaps."""
        return sum(item.height for item in self.items) + LEAST_GAP * self.size * max(0, len(self.items) - 1)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw them from the top of the box, spread over its height."""
        y = box.y
        spare = max(0.0, box.height - self.height) / max(1, len(self.items) - 1)
        gap = min(LEAST_GAP * self.size + spare, MOST_GAP * self.size)
        with sketch.tagged("L"):
            for item in self.items:
                item.draw(sketch, box.x, y)
                y += item.height + gap


def set_lines(blocks: Sequence[Block], size: float, icon: float, room: Size) -> SetLines | None:
    """Break items into lines for a column; None when a word is too long, or when they are higher than the column."""
    if sum([_least_height(block, size, room.width) for block in blocks]) > room.height + LEAST_GAP * size + SLACK:
        return None
    lines = _set_first(blocks, size, icon, room)
    return lines if len(lines.items) == len(blocks) else None


def _least_height(block: Block, size: float, room: float) -> float:
    """A height that an item surely needs, with the gap after it; its text may begin on the last line of its heading."""
    texts = [(text, font) for text, font in ((block.heading, _heading_font(block)), (block.text, "regular")) if text]
    count = sum([least_lines(text, font, size, room) for text, font in texts]) + 1 - len(texts)
    return (CAP + LEADING * (count - 1) + LEAST_GAP) * size


def _set_first(blocks: Sequence[Block], size: float, icon: float, room: Size) -> SetLines:
    """The first of the items, as many as have room in a column, broken into lines."""
    items, high = list[SetItem](), 0.0
    for block in blocks:
        item = _set_item(block, size, icon, room.width)
        if item is None or high + item.height + LEAST_GAP * size * len(items) > room.height:
            break
        items.append(item)
        high += item.height
    return SetLines(tuple(items), size)


@lru_cache(maxsize=64)
def _set_item(block: Block, size: float, icon: float, room: float) -> SetItem | None:
    """An item broken into lines; fewer and fewer items are tried until they have room."""
    icon = min(icon, MOST_ICON * size)
    across = room - ((1 + ICON_GAP) * icon if block.icon else 0)
    lines = tuple(_break(block, size, across))
    if any(run.x + width(run.text, run.font, size) > across + 0.01 for line in lines for run in line):
        return None
    return SetItem(block.icon, lines, size, icon, _starts(block, size, across) if block.icon else frozenset())


def _starts(block: Block, size: float, room: float) -> frozenset[int]:
    """The lines with which the texts of an item begin, if it has several."""
    texts = block.lines
    if len(texts) == 1:
        return frozenset()
    counts = [len(wrap(text, "regular", size, room)) for text in texts[:-1]]
    above = len(wrap(block.heading, _heading_font(block), size, room)) if block.heading else 0
    return frozenset(accumulate(counts, initial=above))


def largest_lines(blocks: Sequence[Block], sizes: tuple[float, float], icon: float, room: Box) -> SetLines | None:
    """The lines in the largest type that fits in a room, between the most and the least size; None if none does."""
    tried = (set_lines(blocks, size, icon, room.size) for size in type_sizes(*sizes))
    return next(filter(None, tried), None)


def flow_lines(blocks: Sequence[Block], size: float, icon: float, rooms: Iterator[Box]) -> Iterator[SetLines]:
    """The lines at one size, part after part, each in the next room; nothing more when an item fits in none."""
    waiting = list(blocks)
    for room in rooms:
        lines = _set_first(waiting, size, icon, room.size)
        if not lines.items:
            return
        yield lines
        waiting = waiting[len(lines.items) :]
        if not waiting:
            return


def _break(block: Block, size: float, room: float) -> Iterator[tuple[TextRun, ...]]:
    """The lines of an item: a heading in bold type, and its text after it, or below where it has lines of its own."""
    font = _heading_font(block)
    if not block.heading:
        yield from ((TextRun(0.0, line, "regular"),) for line in wrap(block.text, "regular", size, room))
        return
    *first, last = wrap(block.heading, font, size, room)
    yield from ((TextRun(0.0, line, font),) for line in first)
    begun, end = "", width(last, font, size) + SPACE * size
    if len(block.lines) == 1:
        begun = _first_words(block.text, size, room - end)
    yield (TextRun(0.0, last, font), *([TextRun(end, begun, "regular")] if begun else []))
    if rest := block.text[len(begun) :].lstrip(" "):
        yield from ((TextRun(0.0, line, "regular"),) for line in wrap(rest, "regular", size, room))


def _heading_font(block: Block) -> str:
    return "semibold" if block.text else "medium"


def _first_words(text: str, size: float, room: float) -> str:
    """The words that a text begins with and that have room on one line; the next one gets no single word."""
    words, space = text.split(" "), width(" ", "regular", size)
    ends = accumulate((space + width(word, "regular", size) for word in words), initial=-space)
    count = sum(end <= room for end in islice(ends, 1, None))
    return " ".join(words[: count - is_word_spared(count, len(words))])
