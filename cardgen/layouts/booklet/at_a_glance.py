"""A session at a glance in a booklet: a page with its timeline and its bodies, then a list of steps by the clock."""

from __future__ import annotations

from collections.abc import Mapping

from cardgen.layouts.booklet.bodies import draw_bodies
from cardgen.layouts.booklet.page_lists import ListLine, count_pages, put_list
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.step_map import draw_step_map, step_map_width
from cardgen.layouts.parts.timeline import draw_timeline, timeline_height
from cardgen.units import MM, Box
from cardgen.wording.plan_rows import PlanRow

LABEL = "at_a_glance"
GLANCE_NUMBER_ROOMS = (12 * MM, 18 * MM, 24 * MM)
"""Room for the numbers of the steps at either side of a body: the first that holds them all is used."""


def reserve_glance(pages: BookPages) -> int:
    """Reserve the pages of the session at a glance; returns the first."""
    pages.bookmark(pages.book.labels[LABEL])
    return pages.reserve(1 + count_pages(pages, _timetable(pages, {})))


def put_glance(pages: BookPages, first: int, steps: Mapping[int, int]) -> None:
    """Make the reserved pages, from page `first` on; `steps` has the page of each step."""
    title, scale = pages.book.labels[LABEL], pages.scale
    sketch, room = pages.start_page(title, number=first)
    y = pages.draw_title(sketch, title, room) + 2 * MM
    box = Box(room.x, y, room.width, timeline_height(scale.timeline_bar))
    draw_timeline(sketch, pages.book.plan, box, scale.timeline_bar, scale.timeline_number)
    top = y + box.height + 8 * MM
    _draw_map(sketch, pages, Box(room.x, top, room.width, room.bottom - top))
    pages.faces[first] = sketch.face()
    put_list(pages, LABEL, _timetable(pages, steps), first + 1)


def _draw_map(sketch: Sketch, pages: BookPages, box: Box) -> None:
    """Draw the body with the numbers of the steps; without them where there is no room."""
    book, plan = pages.book, pages.book.plan
    for room in GLANCE_NUMBER_ROOMS:
        least = step_map_width(plan, 0, room)
        height = min(box.height, (box.width - least) / (step_map_width(plan, 1, 0) or 1))
        wide = step_map_width(plan, height, room)
        place = Box(box.x + (box.width - wide) / 2, box.y, wide, height)
        if height > 0 and draw_step_map(sketch, plan, room, place):
            return
    draw_bodies(sketch, box, plan.sites, book.tab.area, book.cover_alt)


def _timetable(pages: BookPages, steps: Mapping[int, int]) -> list[ListLine]:
    """Every step by the clock; it leads to its page."""
    unit = pages.book.labels["minutes_unit"]
    return [_timetable_line(row, unit, steps) for row in pages.book.plan.rows if not row.other_side]


def _timetable_line(row: PlanRow, unit: str, steps: Mapping[int, int]) -> ListLine:
    if row.is_heading:
        return ListLine(row.name, "", None, strong=True)
    title = " · ".join(filter(None, (row.name, row.once)))
    name = f"{row.number}  {row.card}  {title}" if row.number else title
    target = steps.get(int(row.number)) if row.number else None
    return ListLine(name, f"{row.minutes} {unit}", target, left=" · ".join(filter(None, row.clocks)))
