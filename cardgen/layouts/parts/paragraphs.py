"""Paragraphs with icons: backs of step cards, preparation, safety, aftercare."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, Setting, count_lines, fit, longest_word
from cardgen.units import Box
from cardgen.wording.deck import Block
from cardgen.wording.sentences import SENTENCE_END, split_sentences

READ_GROUPS = ("people", "room", "safety")
"""Groups of icons that say more than the paragraphs next to them; others only help to find a paragraph."""
BOX, BOX_ROOM, BOX_CORNER, BOX_WEIGHT = 0.8, 1.3, 0.12, 0.08
"""Side of a box to tick and the room for it, in type sizes; radius of its corners, in sides; line, in type sizes."""
HEADING_GAP = 0.55
"""From the last baseline of a heading to the capitals of its text, in type sizes of the text."""
LEAST_REST = 2
"""The least number of lines, or of boxes to tick, that a divided block leaves to the next face."""
LEAST_WORDS = 3
"""The least number of words of a divided sentence on each face."""
MOST_SPARED = 1
"""Lines that a face leaves free so that a sentence ends there."""


class ParagraphStyle(Struct, frozen=True):
    """Type sizes in points and lengths of paragraphs."""

    heading: float
    body: float
    icon: float
    spacing: float
    """Distance between baselines of the text, in type sizes."""
    gap: float
    """From the last baseline of a block to the capitals of the next one, or to its icon."""
    hanging: bool = True
    """Whether the text is next to the icon, below the heading; else it is as wide as there is room, below both."""

    @property
    def indent(self) -> float:
        return 1.36 * self.icon


class SetBlock(Struct, frozen=True, dict=True):
    """A block, or the part of it that is on one face, broken into lines."""

    icon: str
    heading: Setting | None
    """None for a part that continues a block."""
    body: Setting | None
    style: ParagraphStyle
    running: bool = False
    """Whether the heading is a running head, which is not read aloud."""
    boxes: tuple[int, ...] | None = None
    """The lines that begin with a box to tick; None for text without any."""
    starts: tuple[int, ...] = ()
    """The lines in which an item of a list begins, such as a question; none for a text."""
    on_front: bool = False
    """Whether no back may have it, or a part of it with its heading."""

    @cached_property
    def height(self) -> float:
        """From the first capitals to the last baseline, or to the foot of the icon; every way to deal asks for it."""
        between = HEADING_GAP * self.style.body if self.heading and self.body else 0
        body = self.body.height if self.body else 0
        return max(self.head + between + body, self.style.icon if self.heading else 0)

    @cached_property
    def said(self) -> str:
        """All that it says, however its lines are broken."""
        lines = [line for setting in (self.heading, self.body) if setting for line in setting.lines]
        return "".join("".join(lines).split())

    @property
    def head(self) -> float:
        """The height of the heading, or of the icon next to it where the text is below both."""
        heading = self.heading.height if self.heading else 0
        return max(heading, self.style.icon) if self.heading and self.body and not self.style.hanging else heading

    def draw(self, sketch: Sketch, x: float, top: float) -> None:
        text_top = top
        if self.heading:
            if len(self.heading.lines) == 1 and not (self.body and self.style.hanging):
                text_top += (self.style.icon - self.heading.height) / 2
            self._draw_heading(sketch, x, top, text_top, self.heading)
            text_top = top + self.head + HEADING_GAP * self.style.body
        if self.body:
            self._draw_body(sketch, x + (self.style.indent if self.style.hanging else 0.0), text_top, self.body)

    def _draw_body(self, sketch: Sketch, x: float, top: float, body: Setting) -> None:
        """Draw the text, with its boxes before it."""
        side = BOX * body.size
        for index in self.boxes or ():
            middle = top + index * body.leading + CAP * body.size / 2
            box = rounded(Box(x, middle - side / 2, side, side), BOX_CORNER * side)
            sketch.draw_path(box, stroke=sketch.theme.ink, width=BOX_WEIGHT * body.size)
        with sketch.tagged("P"):
            sketch.draw_setting(x + (0 if self.boxes is None else BOX_ROOM * body.size), top, body)

    def _draw_heading(self, sketch: Sketch, x: float, top: float, text_top: float, heading: Setting) -> None:
        """Draw the icon and the heading next to it."""
        if self.running:
            sketch.draw_icon(self.icon, x, top, self.style.icon)
            sketch.draw_setting(x + self.style.indent, text_top, heading)
            return
        alt = sketch.icon_alt(self.icon, " ".join(heading.lines), only=READ_GROUPS)
        with sketch.beside_icon("H2" if self.body else "P", self.icon, alt, x, top, self.style.icon):
            sketch.draw_setting(x + self.style.indent, text_top, heading)

    def split(self, room: float) -> tuple[SetBlock, SetBlock] | None:
        """The part that fits in `room` points of height, and the rest; None when not even one line of text fits.

        What may not be on backs is divided between the items of a list, and the rest has the heading, too.
        """
        if self.body is None:
            return None
        over = CAP * self.body.size + (self.head + HEADING_GAP * self.style.body if self.heading else 0)
        fitting = int((room - over) / self.body.leading) + 1
        if room < over:
            return None
        if self.on_front and (items := [start for start in self.starts if 0 < start <= fitting]):
            return self._part(0, items[-1]), self._part(items[-1], len(self.body.lines))
        count = self._count_first(fitting)
        if count < 1:
            return None
        first, rest = self.body.lines[:count], self.body.lines[count:]
        return (
            replace(self, body=replace(self.body, lines=first), boxes=self._boxes_in(0, count)),
            SetBlock(
                self.icon,
                None,
                replace(self.body, lines=rest),
                self.style,
                boxes=self._boxes_in(count, len(self.body.lines)),
            ),
        )

    def part_tall_items(self, height: float) -> list[SetBlock]:
        """The block, or its parts, where an item of its list is by itself taller than `height` points."""
        total = len(self.body.lines) if self.body else 0
        for start, stop in pairwise((*self.starts, total)):
            if stop - start < total and (tall := self._part(start, stop)).height > height:
                before = [self._part(0, start)] if start else []
                after = self._part(stop, total).part_tall_items(height) if stop < total else []
                return [*before, tall, *after]
        return [self]

    def _part(self, start: int, stop: int) -> SetBlock:
        """Some of its lines, below its heading."""
        body = replace(self.body, lines=self.body.lines[start:stop]) if self.body else None
        starts = tuple(at - start for at in self.starts if start <= at < stop)
        return replace(self, body=body, boxes=self._boxes_in(start, stop), starts=starts)

    def _count_first(self, most: int) -> int:
        """How many lines to divide a block after, at most: before a box to tick, and never before a single line.

        A text is divided where a sentence ends, otherwise where some words of it are on both faces, if possible.
        """
        total = len(self.body.lines) if self.body else 0
        if self.boxes is None:
            last = min(most, max(1, total - LEAST_REST))
            kept = {count: self._words_beside(count) for count in range(last, 0, -1)}
            fit_to_read = [count for count, words in kept.items() if words == 0 or words >= LEAST_WORDS]
            latest = fit_to_read[0] if fit_to_read else last
            return next((count for count in fit_to_read if not kept[count] and count >= latest - MOST_SPARED), latest)
        whole = [box for box in self.boxes[: 1 - LEAST_REST] if 0 < box <= most]
        return whole[-1] if whole else most

    def _words_beside(self, count: int) -> int:
        """The fewest words that the sentence after a number of lines has on one side of it; 0 where one ends."""
        lines = self.body.lines if self.body else ()
        begin = max((start for start in self.starts if start < count), default=0)
        end = min((start for start in self.starts if start >= count), default=len(lines))
        before, after = " ".join(lines[begin:count]), " ".join(lines[count:end])
        if count == end or before.endswith(SENTENCE_END):
            return 0
        return min(len(split_sentences(before)[-1].split()), len(split_sentences(after)[0].split()))

    def _boxes_in(self, start: int, stop: int) -> tuple[int, ...] | None:
        """The boxes of some lines, counted from the first of them."""
        if self.boxes is None:
            return None
        return tuple(index - start for index in self.boxes if start <= index < stop)


def set_blocks(blocks: Sequence[Block], style: ParagraphStyle, room: float, sketch: Sketch) -> list[SetBlock]:
    """Break blocks into lines for a column `room` points wide; MisfitError when a word is too long for it.

    Headings and questions are short: their lines end where a reader pauses. Those of a text are as long as can be.
    """
    column = room - style.indent
    below = column if style.hanging else room
    found = []
    for block in blocks:
        heading = _set_text(block.heading, "semibold", style.heading, column, 1.2, sketch, even=True)
        wide = below - (BOX_ROOM * style.body if block.to_tick else 0.0)
        body = _set_text(block.text, "regular", style.body, wide, style.spacing, sketch, even=block.to_tick)
        starts = _first_lines(block.text, body, wide) if body and (block.to_tick or len(block.lines) > 1) else ()
        boxes = starts if block.to_tick and body else None
        found.append(SetBlock(block.icon, heading, body, style, block.running, boxes, starts))
    return found


def _set_text(
    text: str, font: str, size: float, room: float, spacing: float, sketch: Sketch, even: bool
) -> Setting | None:
    """A text in lines, None for none; MisfitError when a word is too long for them."""
    if not text:
        return None
    setting = fit(text, font, (size, size), (room, inf), spacing, even=even)
    if setting is None:
        raise sketch.misfit("word", text, max(text.split(), key=lambda word: longest_word(word, font)))
    return setting


def _first_lines(text: str, body: Setting, room: float) -> tuple[int, ...]:
    """The numbers of the lines in which a line of a text begins that is broken into these."""
    return tuple(accumulate(count_lines(text, body.font, body.size, room), initial=0))[:-1]
