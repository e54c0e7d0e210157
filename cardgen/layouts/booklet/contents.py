"""The contents of a booklet: what is before and after the steps, and the chapters next to an upright timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from cardgen.layouts.booklet.contents_parts import PART_GAP, draw_parts, row_heights, set_parts
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.edge_tab import draw_letter_square
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.timeline import draw_bar_shape, minutes_apart
from cardgen.scene.outlines import line
from cardgen.scene.pages import Link
from cardgen.scene.text import CAP, Setting, fit, type_sizes, width
from cardgen.units import MM, Box
from cardgen.wording.deck import Tab

BAR_WIDTH, BAR_INDENT, LEADER = 0.11, 0.085, 0.05
"""Width of the bars, of the minutes before them, and of the lines after them, as fractions of the room."""
LEAST_PITCH, MOST_PITCH = 1.5, 4
"""Height of an entry, in type sizes."""
ENTRY_GAP, TITLE_GAP, NUMBERS_GAP = 0.5, 2 * MM, 2 * MM
"""Between two entries, in type sizes; from a square to the title; before the page."""
NUMBERS = 0.85
"""Type size of the numbers of steps, as a fraction of the title's."""
SUMMARY_GAP = 0.6
"""From a title to the summary below it, in type sizes of the summary."""
SQUARE = 1.75
"""Side of its square, in type sizes."""
LEAST_BAR = 0.6
"""The least height of a bar, in points."""
BAR_CORNER, MOST_BAR_CORNER = 0.6 * MM, 0.3
"""Radius of the corners of a bar; the most of it, as a fraction of its height."""
LINE = 0.6
"""Weight of the outlines and lines of the timeline, in points."""
MOST_SIZE, MOST_LINES, SUMMARY_LINES = 1.25, 3, 3
"""The largest type size of titles, as a multiple of the usual text's; greatest heights, in type sizes."""
TITLE_LEADING, SUMMARY_LEADING = 1.1, 1.12


class ContentsEntry(Struct, frozen=True):
    """A chapter, or a step of the only one, next to the timeline."""

    title: str
    numbers: str
    page: int
    start: float
    """Seconds."""
    end: float
    tab: Tab
    number: str = ""
    """Of a step; empty for a chapter."""
    summary: str = ""


def put_contents(pages: BookPages, page: int, steps: dict[int, int], before: int) -> None:
    """Make the reserved page; `steps` has the page of each step, `before` the number of parts before the chapters."""
    sketch, room = pages.start_part("contents", 0, page)
    marks = [mark for mark in pages.bookmarks if not mark.level]
    first = [mark for mark in marks[:before] if mark.page != page]
    chapters, last = marks[before : before + len(pages.book.chapters)], marks[before + len(pages.book.chapters) :]
    links: list[Link] = []
    before_chapters, after_chapters = (set_parts(sketch, pages, marks, room) for marks in (first, last))
    with sketch.tagged("TOC"):
        y = room.y + draw_parts(sketch, pages, before_chapters, room, links)
        bottom = room.bottom - PART_GAP - sum(row_heights(pages, after_chapters))
        listed = partial(_entries, pages, steps, [mark.page for mark in chapters])
        sketch.draw_rule(room.x, room.right, y, 1, sketch.theme.ink)
        place = Box(room.x, y + PART_GAP, room.width, bottom - y - 2 * PART_GAP)
        links += _draw_entries(sketch, pages, (list(listed(by_step=True)), list(listed(by_step=False))), place)
        sketch.draw_rule(room.x, room.right, bottom, 1, sketch.theme.ink)
        draw_parts(sketch, pages, after_chapters, room._replace(y=bottom + PART_GAP), links)
    _draw_timeline(sketch, pages, place)
    pages.links[page] = tuple(links)
    pages.faces[page] = sketch.face()


def _entries(
    pages: BookPages, steps: dict[int, int], chapters: Sequence[int], by_step: bool
) -> Iterator[ContentsEntry]:
    """A line for each chapter; `by_step`, for each step where there is only one chapter."""
    bars = pages.book.plan.bars

    def span(numbers: Sequence[int]) -> tuple[float, float]:
        own = [bar for bar in bars if bar.number in numbers]
        return min(bar.start for bar in own), max(bar.end for bar in own)

    if len(pages.book.chapters) > 1 or not by_step:
        for chapter, page in zip(pages.book.chapters, chapters, strict=False):
            numbers, opener = [step.card.number for step in chapter.steps], chapter.opener
            yield ContentsEntry(opener.title, opener.numbers, page, *span(numbers), opener.tab, "", opener.summary)
        return
    for step in pages.book.steps:
        number = step.card.number
        first = next(bar for bar in bars if bar.number == number)
        yield ContentsEntry(step.card.title, "", steps[number], first.start, first.end, step.card.tab, str(number))


class SetEntry(Struct, frozen=True):
    """An entry broken into lines."""

    entry: ContentsEntry
    title: Setting
    summary: Setting | None
    size: float
    page: float
    """Width of the column of pages."""

    @property
    def texts(self) -> float:
        return self.title.height + (SUMMARY_GAP * self.summary.size + self.summary.height if self.summary else 0)

    @property
    def least(self) -> float:
        """The least height, with the space to the next one."""
        return max(LEAST_PITCH * self.size, self.texts + ENTRY_GAP * self.size)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the letter or number, the title over the summary, the steps and the page."""
        _entry, size = self.entry, self.size
        side = min(SQUARE * size, 0.92 * box.height)
        square = Box(box.x, box.y + (box.height - side) / 2, side, side)
        with sketch.tagged("Span"):
            self._draw_sign(sketch, square)
        x, top = box.x + SQUARE * size + TITLE_GAP, box.y + (box.height - self.texts) / 2
        with sketch.tagged("Span"):
            end = sketch.draw_setting(x, top, self.title)
        if self.summary:
            with sketch.tagged("Span"):
                sketch.draw_setting(x, end + SUMMARY_GAP * self.summary.size, self.summary)
        self._draw_numbers(sketch, box)

    def _draw_sign(self, sketch: Sketch, square: Box) -> None:
        entry, side = self.entry, square.width
        if entry.number:
            draw_square(sketch, square.x, square.y, side, sketch.theme.accents[entry.tab.area].deep)
            draw_number_on_square(sketch, entry.number, square.x, square.y, side)
        else:
            draw_letter_square(sketch, entry.tab, square)

    def _draw_numbers(self, sketch: Sketch, box: Box) -> None:
        """Draw the steps of a chapter, and the page."""
        entry, size, small = self.entry, self.size, NUMBERS * self.size
        baseline, page = box.y + (box.height + CAP * size) / 2, str(entry.page + 1)
        if entry.numbers:
            right = box.right - self.page - NUMBERS_GAP
            wide = width(entry.numbers, "regular", small)
            with sketch.tagged("Span"):
                sketch.draw_text(right - wide, baseline, entry.numbers, "regular", small)
        with sketch.tagged("Span"):
            sketch.draw_text(box.right - width(page, "bold", size), baseline, page, "bold", size)


def _draw_entries(
    sketch: Sketch, pages: BookPages, choices: Sequence[Sequence[ContentsEntry]], box: Box
) -> Iterator[Link]:
    """Draw the entries as near to their bars as they have room, with lines to these; yields their links.

    Of several choices of entries the first is taken that has room.
    """
    left = box.x + (BAR_INDENT + BAR_WIDTH + LEADER) * box.width
    room = Box(left, box.y, box.right - left, box.height)
    placed = next(filter(None, (_set_entries(pages, entries, room) for entries in choices)), None)
    if placed is None:
        raise sketch.misfit("contents", choices[-1][0].title)
    each = box.height / pages.book.plan.seconds
    owns = [box.y + (one.entry.start + one.entry.end) / 2 * each for one in placed]
    spare = (box.height - sum(one.least for one in placed)) / len(placed)
    heights = [min(one.least + spare, MOST_PITCH * one.size) for one in placed]
    x = box.x + (BAR_INDENT + BAR_WIDTH) * box.width
    for one, own, high, middle in zip(placed, owns, heights, _spread(owns, heights, box), strict=True):
        sketch.draw_path(line(x + MM, own, left - MM, middle), stroke=sketch.theme.ink, width=LINE)
        place = Box(left, middle - high / 2, box.right - left, high)
        with sketch.tagged("TOCI"), sketch.tagged("Reference"), sketch.tagged("Link"):
            one.draw(sketch, place)
        yield pages.link(place, one.entry.page, one.entry.title)


def _set_entries(pages: BookPages, entries: Sequence[ContentsEntry], box: Box) -> list[SetEntry] | None:
    """The entries in the largest type with which all of them have room, with their summaries if these have room too.

    None when they have no room in any.
    """
    least = pages.scale.least
    for size in type_sizes(MOST_SIZE * pages.scale.body, least):
        for with_summaries in (True, False):
            found = [_set_entry(entry, size, least, box.width, with_summaries) for entry in entries]
            placed = [one for one in found if one]
            if len(placed) == len(found) and sum(one.least for one in placed) <= box.height:
                return placed
    return None


def _set_entry(entry: ContentsEntry, size: float, least: float, wide: float, with_summary: bool) -> SetEntry | None:
    page = width("000", "bold", size)
    numbers = width(entry.numbers, "regular", NUMBERS * size) + 2 * NUMBERS_GAP if entry.numbers else 0.0
    room = wide - SQUARE * size - TITLE_GAP - page - numbers
    title = fit(entry.title, "semibold", (size, size), (room, MOST_LINES * size), TITLE_LEADING)
    summary = None
    if entry.summary and with_summary:
        summary = fit(entry.summary, "regular", (least, least), (room, SUMMARY_LINES * least), SUMMARY_LEADING)
    if title is None or (entry.summary and with_summary and summary is None):
        return None
    return SetEntry(entry, title, summary, size, page)


def _spread(middles: Sequence[float], heights: Sequence[float], box: Box) -> list[float]:
    """Middles so far apart that entries of these heights do not meet, as near as possible to those given."""
    found: list[float] = []
    y = box.y
    for middle, high in zip(middles, heights, strict=True):
        found.append(max(middle, y + high / 2))
        y = found[-1] + high / 2
    bottom = box.bottom
    for index in range(len(found) - 1, -1, -1):
        found[index] = min(found[index], bottom - heights[index] / 2)
        bottom = found[index] - heights[index] / 2
    return found


def _draw_timeline(sketch: Sketch, pages: BookPages, box: Box) -> None:
    """Draw the bars of the session from top to bottom, and the minutes at their left."""
    plan = pages.book.plan
    each = box.height / plan.seconds
    x, wide = box.x + BAR_INDENT * box.width, BAR_WIDTH * box.width
    with sketch.tagged("Figure", plan.timeline_alt):
        for bar in plan.bars:
            high = (bar.end - bar.start) * each - 0.5
            if high > LEAST_BAR:
                place = Box(x, box.y + bar.start * each, wide, high)
                draw_bar_shape(sketch, bar, place, min(BAR_CORNER, MOST_BAR_CORNER * high), LINE)
        size = pages.scale.least
        minutes = plan.seconds / 60
        apart = minutes_apart(1.8 * size / (60 * each))
        for minute in range(0, int(minutes) + 1, apart):
            y = box.y + minute * 60 * each
            text = str(minute)
            right = x - 1.6 * MM
            sketch.draw_text(right - MM - width(text, "medium", size), y + CAP * size / 2, text, "medium", size)
            sketch.draw_path(line(right, y, x - 0.4 * MM, y), stroke=sketch.theme.ink, width=LINE)
