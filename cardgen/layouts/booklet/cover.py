"""The covers of a booklet: name, bodies and numbers in front; when everything begins on the back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from math import ceil, inf

from msgspec import Struct

from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.bodies import draw_bodies
from cardgen.layouts.parts.edge_tab import draw_letter_square
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.text import CAP, SIZE_STEP, fit, width
from cardgen.units import MM, Box
from cardgen.wording.book import ScheduleLine

COVER_TOP, COVER_FOOT = 0.1, 0.93
"""Where the title begins, and the baseline of the numbers at the foot, as fractions of the page."""
COUNT = 0.9
"""Type size of these numbers, as a fraction of the title's."""
UNIT, UNIT_GAP = 0.4, 0.4
"""And of their units, as a fraction of the numbers'; the space between both, in type sizes of the unit."""
COUNT_GAP = 4 * MM
"""The least space between a unit and the next number."""
SUBTITLE = 1.3
"""Type size of the subtitle in those of headings; the distance of its lines, and from the title, in its type sizes."""
MOST_SUBTITLE = 5
"""The greatest height of a subtitle, in type sizes of headings."""
ABOVE_BODIES, BELOW_BODIES = 8 * MM, 9 * MM
SUMMARY_GAP, MOST_SUMMARY = 0.9, 0.2
"""From the subtitle to the summary, in type sizes of the summary; its greatest height, as a fraction of the page."""
BACK_TITLE, TOTAL_GAP = 0.9, 5 * MM
"""Type size of the title of the back, as a fraction of a page's; before the total time at its right."""
BACK_TOP, ABOVE_SCHEDULE, BELOW_SCHEDULE = 4 * MM, 6 * MM, 4 * MM
"""From the margin to the title of the back; above and below the lines of the schedule."""
ABOVE_ESTIMATES = 1.6
"""From what is above the last line of the back to its baseline, in the least type sizes."""
FOOT_ICON, FOOT_INDENT = 1.1, 1.4
"""The icon at the foot of the back, in icons of lists; from its left to the text beside it, in its sides."""
MOST_PITCH = 12.5 * MM
"""The greatest height of a line on the back."""
TWO_LINES = 0.72
"""The greatest height of a title, from its capitals to its last baseline, as a fraction of the height of a line."""
PITCHES = (1.0, 0.8, 0.65, 0.5)
"""Heights of a line, as fractions of the most: in a lower one, clock and mark are smaller, so the title has more."""
LEAST_PITCH = 1.5
"""The least, in the least type sizes of the page."""
SCHEDULE_COLUMNS, SCHEDULE_GAP = (1, 2, 3), 4 * MM
"""The numbers of columns of lines on the back, the best first, and the space between two."""
MARK_GAP, MARK_GAP_PART = 3 * MM, 0.55
"""Before and after a mark, and the most of it as a fraction of the clock's type size."""
CLOCK = 0.72
"""Type size of the minutes, as a fraction of the height of a line."""
NAME, NOTE, NOTE_GAP = 0.74, 0.5, 3 * MM
"""Type sizes of a title and of the note at its right, as fractions of the minutes'; between both."""
SECONDS = 0.62
"""Type size of the seconds, as a fraction of the minutes'."""
SQUARE = 0.72
"""Side of a letter's square, as a fraction of the height of a line."""


def add_cover(pages: BookPages) -> None:
    """Add the front cover; MisfitError when the title or the subtitle is too long."""
    book, scale, size = pages.book, pages.scale, pages.form.size
    sketch = pages.sketch(f"{book.title}: cover", scale.outer_margin + scale.gutter)
    live = sketch.live(0, 0)
    baseline = draw_title(sketch, book.title, COVER_TOP * size.height, scale.cover_title, scale.page_title)
    room = live.width, MOST_SUBTITLE * scale.heading
    setting = fit(book.subtitle, "regular", (SUBTITLE * scale.heading, scale.least), room, SUBTITLE)
    if setting is None:
        raise sketch.misfit("subtitle", book.subtitle)
    with sketch.tagged("P"):
        baseline = sketch.draw_setting(live.x, baseline + SUBTITLE * scale.heading, setting)
    top = _draw_summary(sketch, pages, live, baseline) + ABOVE_BODIES
    foot = COVER_FOOT * size.height
    bottom = foot - CAP * COUNT * scale.cover_title - BELOW_BODIES
    draw_bodies(sketch, Box(live.x, top, live.width, bottom - top), book.plan.sites, book.tab.area, book.cover_alt)
    _draw_counts(sketch, pages, live, foot)
    pages.faces.append(sketch.face())


def _draw_summary(sketch: Sketch, pages: BookPages, live: Box, baseline: float) -> float:
    """Draw what the only routine is, where there is room; returns the last baseline. Contents say it of several."""
    scale, chapters = pages.scale, pages.book.chapters
    summary = chapters[0].opener.summary if len(chapters) == 1 else ""
    room = live.width, MOST_SUMMARY * pages.form.size.height
    setting = fit(summary, "regular", (scale.heading, scale.least), room, 1.25) if summary else None
    if setting is None:
        return baseline
    with sketch.tagged("P"):
        return sketch.draw_setting(live.x, baseline + SUMMARY_GAP * setting.size, setting)


def _draw_counts(sketch: Sketch, pages: BookPages, live: Box, baseline: float) -> None:
    """Draw how many minutes, steps and parts: as large as they have room side by side."""
    book, steps = pages.book, len(tuple(pages.book.steps))
    unit_of_steps = book.labels["steps_count" if steps > 1 else "step_count"]
    counts = [(book.minutes, book.labels["minutes_unit"]), (str(steps), unit_of_steps)]
    if len(book.chapters) > 1:
        counts.append((str(len(book.chapters)), book.labels["parts_count"]))

    def wide(count: tuple[str, str], size: float) -> float:
        return width(count[0], "bold", size) + UNIT_GAP * UNIT * size + width(count[1], "semibold", UNIT * size)

    room, size = live.width - COUNT_GAP * (len(counts) - 1), COUNT * pages.scale.cover_title
    while sum(wide(count, size) for count in counts) > room:
        size -= SIZE_STEP
    spare = live.width - sum(wide(count, size) for count in counts)
    x, apart = live.x, spare / max(1, len(counts) - 1)
    for number, unit in counts:
        with sketch.tagged("P"):
            end = x + sketch.draw_run(x, baseline, number, "bold", size) + UNIT_GAP * UNIT * size
            sketch.draw_text(end, baseline, unit, "semibold", UNIT * size)
        x += wide((number, unit), size) + apart


def draw_back_cover(pages: BookPages) -> Sketch:
    """The back cover: when each part begins, to be read at arm's length."""
    book, scale, size = pages.book, pages.scale, pages.form.size
    sketch = pages.sketch(f"{book.title}: back cover", scale.outer_margin + scale.gutter / 2)
    live = sketch.live(0, 0)
    top = scale.top_margin + BACK_TOP
    total = f"{book.minutes} {book.labels['minutes_unit']}"
    title = BACK_TITLE * scale.page_title
    room = live.width - width(total, "bold", title) - TOTAL_GAP
    setting = fit(book.title, "semibold", (title, scale.least), (room, 2.5 * title), 1.1, even=True)
    if setting is None:
        raise sketch.misfit("title", book.title)
    with sketch.tagged("H1"):
        end = sketch.draw_setting(live.x, top, setting)
    with sketch.tagged("P"):
        sketch.draw_text(live.right - width(total, "bold", title), top + CAP * title, total, "bold", title)
    foot = size.height - scale.bottom_margin
    bottom = foot - ABOVE_ESTIMATES * scale.least - FOOT_ICON * scale.list_icon - BELOW_SCHEDULE
    _draw_schedule(sketch, pages, live._replace(y=end + ABOVE_SCHEDULE, height=bottom - end - ABOVE_SCHEDULE))
    _draw_back_foot(sketch, pages, live, foot)
    return sketch


class ScheduleColumns(Struct, frozen=True):
    """The type sizes and the places of clock, mark and title in a line of the schedule, in points."""

    clock: float
    seconds: float
    """Type sizes of the minutes and of the seconds after them."""
    minutes: float
    """The right edge of the minutes."""
    mark: float
    side: float
    title: float

    @classmethod
    def of(cls, lines: Sequence[ScheduleLine], pitch: float, least: float) -> ScheduleColumns:
        """Those of lines of this height; seconds take room only where a line has some."""
        clock, side = max(least, CLOCK * pitch), SQUARE * pitch
        gap, seconds = min(MARK_GAP, MARK_GAP_PART * clock), max(least, SECONDS * clock)
        minutes = max(width(line.clock.partition(":")[0], "bold", clock) for line in lines)
        has_seconds = not all(line.clock.endswith(":00") for line in lines)
        mark = minutes + (width(":00", "regular", seconds) if has_seconds else 0.0) + gap
        return cls(clock, seconds, minutes, mark, side, mark + side + gap)


def _draw_schedule(sketch: Sketch, pages: BookPages, box: Box) -> None:
    """Draw all lines of the schedule, as high as there is room for, in as few columns as hold them; else none."""
    lines = pages.book.schedule
    for count in SCHEDULE_COLUMNS:
        rows, wide = ceil(len(lines) / count), (box.width - (count - 1) * SCHEDULE_GAP) / count
        columns = [
            (lines[start : start + rows], box._replace(x=box.x + index * (wide + SCHEDULE_GAP), width=wide))
            for index, start in enumerate(range(0, len(lines), rows))
        ]
        pitches = (part * min(MOST_PITCH, box.height / max(1, rows)) for part in PITCHES)
        holding = (pitch for pitch in pitches if all(_holds(pages, *column, pitch) for column in columns))
        if pitch := next(holding, None):
            for column, place in columns:
                _draw_schedule_column(sketch, pages, column, place, pitch)
            return


def _draw_schedule_column(
    sketch: Sketch, pages: BookPages, lines: Sequence[ScheduleLine], box: Box, pitch: float
) -> None:
    columns, y = ScheduleColumns.of(lines, pitch, pages.scale.least), box.y
    with sketch.tagged("L"):
        for line in lines:
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                _draw_schedule_line(sketch, pages, line, box._replace(y=y, height=pitch), columns)
            y += pitch
            sketch.draw_rule(box.x, box.right, y, 0.4, sketch.theme.rule)


def _holds(pages: BookPages, lines: Sequence[ScheduleLine], box: Box, pitch: float) -> bool:
    """Whether a column has room for these lines in the least type, with titles of two lines."""
    least = pages.scale.least
    if pitch < LEAST_PITCH * least:
        return False
    columns = ScheduleColumns.of(lines, pitch, least)
    room = box.width - columns.title, TWO_LINES * pitch
    return all(fit(line.title, "semibold", (least, least), room, 1.05) for line in lines)


def _draw_schedule_line(
    sketch: Sketch, pages: BookPages, line: ScheduleLine, box: Box, columns: ScheduleColumns
) -> None:
    """Draw the clock, the letter, number or icon, the title, and when the other side begins."""
    size, least = columns.clock, pages.scale.least
    baseline = box.y + (box.height + CAP * size) / 2
    whole, _, seconds = line.clock.partition(":")
    x = box.x + columns.minutes - width(whole, "bold", size)
    with sketch.tagged("Span", line.clock):
        x += sketch.draw_run(x, baseline, whole, "bold", size)
        if seconds != "00":
            sketch.draw_text(x, baseline, f":{seconds}", "regular", columns.seconds)
    x, side = box.x + columns.mark, columns.side
    with sketch.tagged("Span") if not line.icon else nullcontext():
        _draw_sign(sketch, line, Box(x, box.y + (box.height - side) / 2, side, side))
    x = box.x + columns.title
    _draw_schedule_texts(sketch, line, Box(x, box.y, box.right - x, box.height), size, least)


def _draw_schedule_texts(sketch: Sketch, line: ScheduleLine, box: Box, size: float, least: float) -> None:
    """Draw a title, with when the other side begins at its right; its chapter has that where there is no room."""
    note_size = max(least, NOTE * size)
    beside = width(line.note, "regular", note_size) + NOTE_GAP if line.note else 0.0
    sizes = max(least, NAME * size), least
    rooms = (
        (box.width - beside, CAP * sizes[0] + 1),
        (box.width, CAP * sizes[0] + 1),
        (box.width, TWO_LINES * box.height),
    )
    tried = ((fit(line.title, "semibold", sizes, room, 1.05), room) for room in rooms)
    setting, room = next((pair for pair in tried if pair[0]), (None, rooms[0]))
    if setting is None:
        raise sketch.misfit("name", line.title)
    with sketch.tagged("Span"):
        sketch.draw_setting(box.x, box.y + (box.height - setting.height) / 2, setting)
    if line.note and room[0] < box.width:
        baseline = box.y + (box.height + CAP * size) / 2
        with sketch.tagged("Span"):
            sketch.draw_text(box.right - beside + NOTE_GAP, baseline, line.note, "regular", note_size)


def _draw_sign(sketch: Sketch, line: ScheduleLine, box: Box) -> None:
    """Draw the number of a step, the letter of a routine, or the icon of a changeover."""
    deep = sketch.theme.accents[line.tab.area].deep
    if line.icon:
        sketch.draw_icon(line.icon, box.x, box.y, box.width)
    elif line.number:
        draw_square(sketch, box.x, box.y, box.width, deep)
        draw_number_on_square(sketch, line.number, box.x, box.y, box.width)
    else:
        draw_letter_square(sketch, line.tab, box)


def _draw_back_foot(sketch: Sketch, pages: BookPages, live: Box, foot: float) -> None:
    """Draw when to stop, and that times are estimates."""
    book, scale = pages.book, pages.scale
    icon_size = FOOT_ICON * scale.list_icon
    setting = fit(
        book.labels["disclaimer"],
        "semibold",
        (scale.heading, scale.least),
        (live.width - FOOT_INDENT * icon_size, inf),
        1.1,
        even=True,
    )
    if setting is None:
        raise sketch.misfit("line", book.labels["disclaimer"])
    top = foot - ABOVE_ESTIMATES * scale.least - icon_size
    with sketch.beside_icon("P", "stop", sketch.icon_alt("stop", book.labels["disclaimer"]), live.x, top, icon_size):
        sketch.draw_setting(live.x + FOOT_INDENT * icon_size, top + (icon_size - setting.height) / 2, setting)
    with sketch.tagged("P"):
        sketch.draw_text(live.x, foot, book.labels["estimates"], "regular", scale.least, sketch.theme.secondary)
