"""The end of a booklet: every technique with its steps and their pages, and what the words of the trade mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from math import inf

from msgspec import Struct

from cardgen.layouts.booklet.glossary import add_words, draw_words, has_words, set_words
from cardgen.layouts.booklet.notes import draw_notes
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.pages import Link
from cardgen.scene.text import CAP, Setting, fit, type_sizes, width, wrap
from cardgen.units import MM, Box
from cardgen.wording.sentences import capitalize

COLUMNS_FROM = 105 * MM
"""From this width on there may be two columns."""
COLUMN_GAP = 6 * MM
LEADING, TIGHT = 1.42, 1.19
"""Between two lines, in type sizes; and where one page holds them only then."""
GROUP_GAP = 0.45
"""More below the last step of a technique, in type sizes, unless lines are tight."""
MOST_SIZE = 1.2
"""The largest type, as a multiple of that of paragraphs."""
NUMBER_GAP = 2 * MM
NOTES_FROM, NOTES_GAP = 0.45, 12 * MM
"""A page that is empty by more than this part has lines to write on, this far below the index."""


class IndexLine(Struct, frozen=True):
    """A technique, or a step below it."""

    text: Setting
    leading: float
    number: str = ""
    area: str = ""
    page: int | None = None
    below: float = 0.0
    """The space below it, before the next technique."""

    @property
    def height(self) -> float:
        return self.leading * self.text.size + (len(self.text.lines) - 1) * self.text.leading + self.below


class Index(Struct, frozen=True):
    """All lines, in columns: as many on each page as it has room for side by side."""

    columns: list[list[IndexLine]]
    size: float
    beside: int
    """The columns on a page."""

    def has_usual_titles(self, body: float) -> bool:
        """Whether each title has one line, in type no smaller than paragraphs."""
        return self.size >= body and not any(line.text.lines[1:] for column in self.columns for line in column)

    @property
    def height(self) -> float:
        """Of the columns on its first page."""
        return max(sum(line.height for line in lines) for lines in self.columns[: self.beside])


def add_index(pages: BookPages, steps: dict[int, int]) -> None:
    """Add the index, in as large a type as one page has room for, or on as many pages as it needs; then the words.

    These are below the index where there is room.
    """
    label = "techniques"
    pages.bookmark(pages.book.labels[label])
    first, index = pages.next, 0
    room = pages.start_part(label, 0, first)[1]
    chosen = _choose(pages, steps, room)
    columns, count, size = chosen.columns, chosen.beside, chosen.size
    while columns:
        number = first + index
        sketch, room = pages.start_part(label, index, number)
        wide = _column(room, count)
        links: list[Link] = []
        for at, lines in enumerate(columns[:count]):
            links += _draw_column(
                sketch, pages, lines, Box(room.x + at * (wide + COLUMN_GAP), room.y, wide, room.height), size
            )
        pages.links[number] = tuple(links)
        end = room.y + max(sum(line.height for line in lines) for lines in columns[:count])
        columns, index = columns[count:], index + 1
        below = room._replace(y=end, height=room.bottom - end)
        if not columns and not draw_words(sketch, pages, below) and below.height > NOTES_FROM * room.height:
            draw_notes(sketch, pages, below._replace(y=end + NOTES_GAP, height=below.height - NOTES_GAP))
        pages.faces.append(sketch.face())
    add_words(pages)


def _count(room: Box) -> int:
    return 2 if room.width >= COLUMNS_FROM else 1


def _column(room: Box, count: int) -> float:
    return (room.width - COLUMN_GAP * (count - 1)) / count


def _choose(pages: BookPages, steps: dict[int, int], room: Box) -> Index:
    """The index on one page in the largest type with which it has the best form.

    The best has titles of one line and room for the words below it; the next best room for the words; then come titles
    of one line, any that one page holds, and one of tight lines or of several pages.
    """
    whole: list[Index] = []
    for index in _on_a_page(pages, steps, room):
        if index.has_usual_titles(pages.scale.body) and _leaves_room(pages, index, room):
            return index
        whole.append(index)
    with_words = (index for index in whole if _leaves_room(pages, index, room))
    usual = (index for index in whole if index.has_usual_titles(pages.scale.body))
    tight = (_set(pages, steps, room, (pages.scale.least, TIGHT, _count(room))),)
    return next(chain(with_words, usual, whole, tight))


def _on_a_page(pages: BookPages, steps: dict[int, int], room: Box) -> Iterator[Index]:
    """The index in every size and number of columns with which one page holds it, the largest first."""
    for size in type_sizes(MOST_SIZE * pages.scale.body, pages.scale.least):
        for count in range(_count(room), 0, -1):
            index = _set(pages, steps, room, (size, LEADING, count))
            if len(index.columns) <= count:
                yield index


def _leaves_room(pages: BookPages, index: Index, room: Box) -> bool:
    """Whether there is room for the words below it, or none are left."""
    below = room._replace(y=room.y + index.height, height=room.height - index.height)
    return not has_words(pages) or set_words(pages, below) is not None


def _set(pages: BookPages, steps: dict[int, int], room: Box, look: tuple[float, float, int]) -> Index:
    """The index in a type size, a leading and a number of columns."""
    size, leading, count = look
    lines = list(_lines(pages, steps, size, leading, _column(room, count)))
    even = _even(lines, room) if 1 < count >= len(_fill(lines, room.height)) else None
    return Index(even or _fill(lines, room.height, repeated=True), size, count)


def _even(lines: Sequence[IndexLine], room: Box) -> list[list[IndexLine]] | None:
    """The columns of one page, as even as they can be where each begins with a technique; None if too high."""
    places = [at for at, line in enumerate(lines) if line.page is None and at]
    if not places:
        return None
    heights = [line.height for line in lines]
    height, place = min((max(sum(heights[:at]), sum(heights[at:])), at) for at in places)
    return [[*lines[:place]], [*lines[place:]]] if height <= room.height else None


def _lines(pages: BookPages, steps: dict[int, int], size: float, leading: float, room: float) -> Iterator[IndexLine]:
    cards = {step.card.number: step.card for step in pages.book.steps}
    indent = width("000", "bold", size) + NUMBER_GAP
    across = room - indent - width("000", "regular", size) - NUMBER_GAP
    for technique, numbers in pages.book.techniques:
        name = fit(capitalize(technique), "semibold", (1.1 * size, size), (room, inf), 1.15)
        yield IndexLine(name or Setting((technique,), "semibold", size, size), leading)
        for number in numbers:
            card = cards[number]
            text = Setting(wrap(card.title, "regular", size, across), "regular", size, 1.15 * size)
            below = GROUP_GAP * size if number == numbers[-1] and leading == LEADING else 0.0
            yield IndexLine(text, leading, str(number), card.tab.area, steps[number], below)


def _fill(lines: Sequence[IndexLine], room: float, *, repeated: bool = False) -> list[list[IndexLine]]:
    """Columns no higher than the room; a technique is never the last line of one.

    `repeated`: it is also the first line of a column on which its steps go on.
    """
    columns: list[list[IndexLine]] = [[]]
    used, technique = 0.0, lines[0] if lines else None
    for index, line in enumerate(lines):
        technique = line if line.page is None else technique
        needed = line.height + (lines[index + 1].height if line.page is None else 0)
        if columns[-1] and used + needed > room:
            above = [technique] if repeated and technique and technique is not line else []
            columns.append([*above])
            used = sum(one.height for one in above)
        columns[-1].append(line)
        used += line.height
    return columns


def _draw_column(sketch: Sketch, pages: BookPages, lines: Sequence[IndexLine], box: Box, size: float) -> Iterator[Link]:
    """Draw lines one below the other; yields their links."""
    y, indent = box.y, width("000", "bold", size)
    for placed in lines:
        if placed.page is None:
            with sketch.tagged("H2"):
                sketch.draw_setting(box.x, y, placed.text)
            rule = y + placed.text.height + 0.28 * size
            sketch.draw_rule(box.x, box.right, rule, 0.4, sketch.theme.rule)
        else:
            with sketch.tagged("P"), sketch.tagged("Link"):
                _draw_step(sketch, placed, Box(box.x, y, box.width, placed.height), indent)
            place = Box(box.x, y - 0.2 * size, box.width, placed.height)
            yield pages.link(place, placed.page, f"{placed.number} {' '.join(placed.text.lines)}")
        y += placed.height


def _draw_step(sketch: Sketch, placed: IndexLine, box: Box, indent: float) -> None:
    """Draw the number of a step, its title and its page."""
    size = placed.text.size
    deep = sketch.theme.accents[placed.area].deep
    baseline = box.y + CAP * size
    with sketch.tagged("Span"):
        left = box.x + indent - width(placed.number, "bold", size)
        sketch.draw_text(left, baseline, placed.number, "bold", size, deep)
    with sketch.tagged("Span"):
        sketch.draw_setting(box.x + indent + NUMBER_GAP, box.y, placed.text)
    page = str((placed.page or 0) + 1)
    with sketch.tagged("Span"):
        sketch.draw_text(box.right - width(page, "regular", size), baseline, page, "regular", size)
