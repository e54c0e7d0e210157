"""Lists in a booklet whose lines lead to pages: the contents, the session by the clock, the index of techniques."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from cardgen.layouts.booklet.pages import PAGE_TITLE_GAP, BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.pages import Link
from cardgen.scene.text import CAP, Setting, width, wrap
from cardgen.units import MM, Box

LINE_HEIGHT = 1.6
"""Height of a line of a list, in type sizes."""
LEFT_GAP, RIGHT_GAP = 2 * MM, 4 * MM
"""From the texts to what is at their left and right."""


class ListLine(Struct, frozen=True):
    """A line of a list, which may lead to a page."""

    text: str
    right: str
    """What is at the right end."""
    target: int | None
    """The number of the page, from 0."""
    strong: bool = False
    left: str = ""
    """What is before the text, in its own column."""


class ListTags(Struct, frozen=True):
    """The tags of a list, of a line, and of the text in it."""

    whole: str
    item: str
    body: str


LIST_TAGS, CONTENTS_TAGS = ListTags("L", "LI", "LBody"), ListTags("TOC", "TOCI", "Reference")


class SetLine(Struct, frozen=True):
    """A line of a list, its text broken into lines."""

    line: ListLine
    text: Setting
    indent: float
    """From the left of the list to the text, in points."""

    @property
    def height(self) -> float:
        return LINE_HEIGHT * self.text.size + (len(self.text.lines) - 1) * self.text.leading


def add_list(pages: BookPages, label: str, lines: Sequence[ListLine]) -> None:
    """Add a part of the book that is a list, on as many pages as it needs."""
    pages.bookmark(pages.book.labels[label])
    put_list(pages, label, lines, pages.reserve(count_pages(pages, lines)))


def put_list(pages: BookPages, label: str, lines: Sequence[ListLine], first: int, tags: ListTags = LIST_TAGS) -> None:
    """Put a list on reserved pages, from page `first` on."""
    for index, part in enumerate(_by_page(pages, lines)):
        sketch, room = pages.start_part(label, index, first + index)
        pages.links[first + index] = tuple(_draw_lines(sketch, part, room, tags))
        pages.faces[first + index] = sketch.face()


def count_pages(pages: BookPages, lines: Sequence[ListLine]) -> int:
    """The number of pages that a list needs."""
    return len(_by_page(pages, lines))


def _by_page(pages: BookPages, lines: Sequence[ListLine]) -> list[list[SetLine]]:
    """The lines of each page; a strong one is never the last of its page."""
    scale = pages.scale
    high = pages.form.size.height - scale.top_margin - scale.bottom_margin - CAP * scale.page_title - PAGE_TITLE_GAP
    waiting = _set_lines(lines, pages.width, scale.least)
    found: list[list[SetLine]] = []
    while waiting:
        heights = accumulate(line.height for line in waiting)
        end = max(1, sum(height <= high for height in heights))
        while 1 < end < len(waiting) and waiting[end - 1].line.strong:
            end -= 1
        found.append(waiting[:end])
        waiting = waiting[end:]
    return found


def _set_lines(lines: Sequence[ListLine], room: float, size: float) -> list[SetLine]:
    """Break the texts of a list into as many lines as they need between what is at their left and right."""
    before = max((width(line.left, "semibold", size) for line in lines), default=0)
    indent = before + LEFT_GAP if before else 0
    found = []
    for line in lines:
        beside = indent + width(line.right, "regular", size) + RIGHT_GAP
        font = "semibold" if line.strong else "regular"
        text = Setting(wrap(line.text, font, size, room - beside), font, size, 1.15 * size)
        found.append(SetLine(line, text, indent))
    return found


def _draw_lines(sketch: Sketch, lines: Sequence[SetLine], box: Box, tags: ListTags) -> Iterator[Link]:
    """Draw lines below each other, from the top of the box; yields their links."""
    y = box.y
    with sketch.tagged(tags.whole):
        for placed in lines:
            target = placed.line.target
            with sketch.tagged(tags.item), sketch.tagged(tags.body), sketch.tagged("P" if target is None else "Link"):
                _draw_line(sketch, placed, box._replace(y=y))
            sketch.draw_rule(box.x, box.right, y + placed.height, 0.4, sketch.theme.rule)
            if target is not None:
                yield Link(Box(box.x, y, box.width, placed.height), target, _read_link(placed.line, target, sketch))
            y += placed.height


def _read_link(line: ListLine, target: int, sketch: Sketch) -> str:
    """What is read for a link: the line, and the page that it leads to."""
    text = " ".join(filter(None, (line.left, line.text)))
    return sketch.words.say("link", text=text, page=target + 1)


def _draw_line(sketch: Sketch, placed: SetLine, box: Box) -> None:
    """Draw a line at the top of its box."""
    line, size = placed.line, placed.text.size
    baseline = box.y + (LINE_HEIGHT * size + CAP * size) / 2
    if line.left:
        x = box.x + placed.indent - LEFT_GAP - width(line.left, "semibold", size)
        sketch.draw_text(x, baseline, line.left, "semibold", size)
    sketch.draw_setting(box.x + placed.indent, baseline - CAP * size, placed.text)
    sketch.draw_text(box.right - width(line.right, "regular", size), baseline, line.right, "regular", size)
