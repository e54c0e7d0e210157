"""The pages of a booklet as they are made: margins, running heads, numbers, tabs, paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from cardgen.artwork.theme import Theme
from cardgen.layouts.booklet.scale import LEAST_BOOK, BookScale
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.paragraphs import ParagraphStyle, flow_paragraphs
from cardgen.layouts.parts.scales import scale_for
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.faces import Face
from cardgen.scene.pages import Link
from cardgen.scene.text import CAP, Setting, width, wrap
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.deck import Block, Tab
from cardgen.wording.words import Words

LINE = 1.6
"""Height of a line of a list, in type sizes."""


class Line(Struct, frozen=True):
    """A line of a list: a text, and what stands at its right; a step or a chapter leads to its page."""

    text: str
    right: str
    target: int | None
    strong: bool = False
    left: str = ""
    """What stands before the text, in a column of its own."""


class ListTags(Struct, frozen=True):
    """What a list is, for those who hear it."""

    whole: str
    item: str
    body: str


LIST, CONTENTS = ListTags("L", "LI", "LBody"), ListTags("TOC", "TOCI", "Reference")


class SetLine(Struct, frozen=True):
    """A line of a list with its text broken into lines."""

    line: Line
    text: Setting
    indent: float
    """From the left of the list to the text, in points."""

    @property
    def height(self) -> float:
        return LINE * self.text.size + (len(self.text.lines) - 1) * self.text.leading


class Pages:
    """Pages one after the other. Odd ones are at the right, or at the left when the spine is at the right."""

    def __init__(self, form: Format, theme: Theme, words: Words, right_bound: bool) -> None:
        self.form, self.theme, self.words, self.right_bound = form, theme, words, right_bound
        self.scale = scale_for(form.size, "booklet", list[BookScale])
        self.faces: list[Face] = []
        self.links: dict[int, tuple[Link, ...]] = {}

    @property
    def next(self) -> int:
        """The number of the next page, from 0."""
        return len(self.faces)

    @property
    def width(self) -> float:
        """Between the margins, in points."""
        return self.form.size.width - 2 * self.scale.outer_margin - self.scale.gutter

    def page(self, name: str, running: str, tab: Tab | None = None, number: int | None = None) -> tuple[Sketch, Box]:
        """A page with its running head, its number, and its tab at the fore edge; and the room on it."""
        number = self.next if number is None else number
        scale, height = self.scale, self.form.size.height
        mirrored = (number % 2 == 0) == self.right_bound
        sketch = self.sketch(name, scale.outer_margin, tab, gutter=scale.gutter, mirrored=mirrored)
        if tab:
            draw_edge_tab(sketch, tab)
        left = scale.outer_margin + scale.gutter * (not mirrored)
        live = Box(left, scale.top_margin, self.width, height - scale.top_margin - scale.bottom_margin)
        for text, baseline in (
            (running, 0.62 * scale.top_margin),
            (str(number + 1), height - 0.52 * scale.bottom_margin),
        ):
            x = live.x if mirrored else live.right - width(text, "regular", scale.running_head)
            sketch.draw_text(x, baseline, text, "regular", scale.running_head, self.theme.secondary)
        return sketch, live

    def sketch(
        self, name: str, margin: float, tab: Tab | None = None, gutter: float = 0.0, mirrored: bool = False
    ) -> Sketch:
        """An empty page."""
        return Sketch(self.form, self.theme, self.words, name, margin, tab, gutter=gutter, mirrored=mirrored)

    def blank(self) -> Face:
        return Face("empty", self.form.size, ())

    def title(self, sketch: Sketch, text: str, room: Box, continued: bool = False) -> float:
        """A title at the top of a page, smaller where it is continued; returns where the page's content may begin."""
        size = self.scale.page_title * (0.7 if continued else 1)
        return draw_title(sketch, text, room.y, size, LEAST_BOOK) + 6 * MM

    def paragraphs(self, title: str, again: str, running: str, blocks: Sequence[Block]) -> None:
        """Paragraphs with icons below a title, on as many pages as they need; `again` is the title of later ones."""
        first = self.next

        def start(index: int) -> tuple[Sketch, float]:
            sketch, room = self.page(f"{title} {index + 1}", running, number=first + index)
            return sketch, self.title(sketch, again if index else title, room, continued=index > 0)

        sketches = flow_paragraphs(blocks, start, styles(self.scale), self.form.size.height - self.scale.bottom_margin)
        self.faces += [sketch.face() for sketch in sketches]

    def lists(
        self, title: str, again: str, running: str, lines: Sequence[Line], at: int | None = None, tags: ListTags = LIST
    ) -> None:
        """A list below a title, on as many pages as it needs; from page `at` on, in place of what is there."""
        for index, part in enumerate(self.parts(lines)):
            number = self.next if at is None else at + index
            sketch, room = self.page(f"{title} {index + 1}", running, number=number)
            y = self.title(sketch, again if index else title, room, continued=index > 0)
            self.links[number] = tuple(_draw_lines(sketch, part, room._replace(y=y), self.scale.least, tags))
            self.faces[number : number + 1] = [sketch.face()]

    def parts(self, lines: Sequence[Line]) -> list[list[SetLine]]:
        """The lines of each page of a list, broken; a strong one is never the last of its page."""
        scale = self.scale
        high = self.form.size.height - scale.top_margin - scale.bottom_margin - CAP * scale.page_title - 6 * MM
        waiting = _set_lines(lines, self.width, scale.least)
        found: list[list[SetLine]] = []
        while waiting:
            heights = accumulate(line.height for line in waiting)
            end = max(1, sum(height <= high for height in heights))
            while 1 < end < len(waiting) and waiting[end - 1].line.strong:
                end -= 1
            found.append(waiting[:end])
            waiting = waiting[end:]
        return found


def styles(scale: BookScale) -> list[ParagraphStyle]:
    """How paragraphs may be set, the roomiest first."""
    return [
        ParagraphStyle(scale.heading, scale.body, scale.paragraph_icon, spacing=1.28, gap=1.1 * scale.body),
        ParagraphStyle(
            scale.heading - 0.5, scale.least, 0.9 * scale.paragraph_icon, spacing=1.22, gap=0.8 * scale.least
        ),
        ParagraphStyle(LEAST_BOOK, LEAST_BOOK, 0.8 * scale.paragraph_icon, spacing=1.2, gap=0.7 * LEAST_BOOK),
    ]


def _set_lines(lines: Sequence[Line], room: float, size: float) -> list[SetLine]:
    """Break the texts of a list into as many lines as they need between what stands at their left and right."""
    before = max((width(line.left, "semibold", size) for line in lines), default=0)
    indent = before + 2 * MM if before else 0
    found = []
    for line in lines:
        beside = indent + width(line.right, "regular", size) + 4 * MM
        font = "semibold" if line.strong else "regular"
        found.append(
            SetLine(line, Setting(wrap(line.text, font, size, room - beside), font, size, 1.15 * size), indent)
        )
    return found


def _draw_lines(sketch: Sketch, lines: Sequence[SetLine], box: Box, size: float, tags: ListTags) -> Iterator[Link]:
    """Lines below each other, their right parts at the right; gives their links."""
    y = box.y
    with sketch.tagged(tags.whole):
        for placed in lines:
            target = placed.line.target
            with sketch.tagged(tags.item), sketch.tagged(tags.body), sketch.tagged("P" if target is None else "Link"):
                _draw_line(sketch, placed, box._replace(y=y), size)
            sketch.draw_rule(box.x, box.right, y + placed.height, 0.4, sketch.theme.rule)
            if target is not None:
                yield Link(Box(box.x, y, box.width, placed.height), target)
            y += placed.height


def _draw_line(sketch: Sketch, placed: SetLine, box: Box, size: float) -> None:
    """A line at the top of its box, its right part at the right."""
    line, baseline = placed.line, box.y + (LINE * size + CAP * size) / 2
    if line.left:
        x = box.x + placed.indent - 2 * MM - width(line.left, "semibold", size)
        sketch.draw_text(x, baseline, line.left, "semibold", size)
    sketch.draw_setting(box.x + placed.indent, baseline - CAP * size, placed.text)
    sketch.draw_text(box.right - width(line.right, "regular", size), baseline, line.right, "regular", size)
