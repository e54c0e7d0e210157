"""Parts of a booklet that are lines with icons, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.layouts.booklet.lines import SetLines, flow_lines, largest_lines
from cardgen.layouts.booklet.pages import BookPages, StartPage
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box
from cardgen.wording.deck import Block

TYPE_STEP = 0.5
"""Between two type sizes that are tried, in points."""
FULLNESS = tuple(part / 20 for part in range(10, 21))
"""How full pages before the last one may be at most, so that all are about equally full."""
MOST_TYPE = 1.25
"""The largest type of lines that have a page, as a multiple of the usual type of paragraphs."""


def add_lines(pages: BookPages, label: str, blocks: Sequence[Block], made: int = 0) -> None:
    """Add a part of the book, or its further pages when some are made; nothing without lines."""
    if not blocks:
        return
    if not made:
        pages.bookmark(pages.book.labels[label])
    first = pages.next

    def start(index: int) -> tuple[Sketch, Box]:
        return pages.start_part(label, made + index, first + index)

    pages.faces += [sketch.face() for sketch in lay_out_lines(pages, blocks, start)]


def lay_out_lines(pages: BookPages, blocks: Sequence[Block], start: StartPage) -> list[Sketch]:
    """Lines in the largest type that one page has room for, otherwise in the least on as many as they need."""
    scale, (first, room) = pages.scale, start(0)
    if one := largest_lines(blocks, (MOST_TYPE * scale.body, scale.least), scale.list_icon, room):
        one.draw(first, room)
        return [first]
    made: list[tuple[Sketch, Box]] = []

    def rooms() -> Iterator[Box]:
        while True:
            made.append(start(len(made)))
            yield made[-1][1]

    parts: list[SetLines] = list(flow_lines(blocks, scale.least, scale.list_icon, rooms()))
    done = sum(len(part.items) for part in parts)
    if done < len(blocks):
        if divided := _divide(blocks, done):
            return lay_out_lines(pages, divided, start)
        raise first.misfit("line", blocks[done].text or blocks[done].heading)
    for (sketch, box), part in zip(made, _even(pages, blocks, [box for _, box in made]) or parts, strict=True):
        part.draw(sketch, box)
    return [sketch for sketch, _ in made]


def _divide(blocks: Sequence[Block], long: int) -> list[Block]:
    """The blocks with one in two that is longer than a page, between its questions; empty when it has only one."""
    block, lines = blocks[long], blocks[long].lines
    if not block.to_tick or len(lines) == 1:
        return []
    halves = lines[: len(lines) // 2], lines[len(lines) // 2 :]
    return [*blocks[:long], *(block.with_lines(half) for half in halves), *blocks[long + 1 :]]


def _even(pages: BookPages, blocks: Sequence[Block], rooms: Sequence[Box]) -> list[SetLines]:
    """Lines in the largest type for which these rooms are enough, about equally many in each; empty when none is."""
    scale = pages.scale
    sizes = [
        scale.least + TYPE_STEP * step for step in range(int((MOST_TYPE * scale.body - scale.least) / TYPE_STEP) + 1)
    ]
    for size in reversed(sizes):
        tried = (_fill(blocks, size, scale.list_icon, rooms, part) for part in FULLNESS)
        if found := max(tried, key=lambda parts: min((lines.height for lines in parts), default=0.0)):
            return found
    return []


def _fill(blocks: Sequence[Block], size: float, icon: float, rooms: Sequence[Box], part: float) -> list[SetLines]:
    """The lines in these rooms, all but the last filled only in part; empty when they do not hold them."""
    lower = [room._replace(height=part * room.height) for room in rooms[:-1]]
    found = list(flow_lines(blocks, size, icon, iter([*lower, rooms[-1]])))
    return found if len(found) == len(rooms) and sum(len(lines.items) for lines in found) == len(blocks) else []
