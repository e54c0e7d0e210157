"""A plan on as many pages as it takes: first what protects the receiver, then the steps, then what comes afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.step_map import draw_step_map, step_map_width
from cardgen.layouts.parts.timeline import draw_timeline, timeline_height
from cardgen.layouts.plan.advice_lists import PlanList, heading_height, set_list, split_into_columns
from cardgen.layouts.plan.compact_table import CompactTable, set_compact_table
from cardgen.layouts.plan.filling import PART_GAP, BodyMap, Filled, Filling, Lists, ListsBesideBody, PagePart
from cardgen.layouts.plan.foot import NOTE_LINE, draw_notes, set_small_print
from cardgen.layouts.plan.frame import PARTING, number_rooms
from cardgen.layouts.plan.head import Head, draw_head, draw_running_head, running_head_height, set_head
from cardgen.layouts.plan.page import plan_sketch
from cardgen.layouts.plan.scale import PlanScale
from cardgen.scene.faces import Face
from cardgen.scene.text import Setting
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage

LEAST_COLUMN = 48 * MM
"""The narrowest column of a list on a page that holds two."""
LEAST_LINES = 2
"""The least number of lines to write on."""
BODIES = (1.0, 0.8, 0.6, 1.4, 1.8)
"""Heights of the body, as multiples of the usual one: smaller where its page is full, larger for many numbers."""
MOST_PAGES = 99
"""The head has room for as high a number of pages."""


def lay_out_pages(page: PlanPage, form: Format, theme: Theme) -> list[Face]:
    """The plan on pages with everything that it says; empty when the paper is too small for a word or a row of it."""
    for scale in scales("plan-pages", list[PlanScale]):
        sketch = plan_sketch(page, form, theme, scale)
        live = Box(0, 0, *form.size).inset(scale.margin)
        head, table = _set_head(sketch, page, scale, 1, MOST_PAGES), set_compact_table(page, scale, live.width)
        small_print, bodies = set_small_print(page, scale, live.width), _set_bodies(sketch, page, scale, live.width)
        if head is None or small_print is None or table is None or not bodies:
            continue
        top = head.height + timeline_height(scale.timeline_bar) + 2 * PART_GAP
        filling = Filling(_below(live, top), _below(live, running_head_height(scale)))
        if _fill(filling, page, scale, table, bodies, small_print):
            return [
                _draw(sketch, page, scale, filling.pages, number, small_print) for number in range(len(filling.pages))
            ]
    return []


def _below(live: Box, head: float) -> Box:
    return live._replace(y=live.y + head, height=live.height - head)


def _set_head(sketch: Sketch, page: PlanPage, scale: PlanScale, number: int, count: int) -> Head | None:
    """The head of a page with its number, broken into lines; None when it is too long."""
    live = Box(0, 0, *sketch.form.size).inset(scale.margin)
    return set_head(replace(page, facts=f"{page.facts} · {_numbered(sketch, number, count)}"), scale, live.width)


def _numbered(sketch: Sketch, number: int, count: int) -> str:
    return sketch.words.say("page_of", number=str(number), count=str(count))


def _set_bodies(sketch: Sketch, page: PlanPage, scale: PlanScale, room: float) -> list[BodyMap]:
    """The body in every size with as little room for its numbers as holds them, the best size first."""
    return list(filter(None, (_set_body(sketch, page, part * scale.body_height, room) for part in BODIES)))


def _set_body(sketch: Sketch, page: PlanPage, height: float, room: float) -> BodyMap | None:
    widest = (room - step_map_width(page, height, 0)) / 4
    for numbers in (*number_rooms(page), widest):
        scratch, wide = replace(sketch, marks=[], tags=[]), step_map_width(page, height, numbers)
        if wide <= room and draw_step_map(scratch, page, numbers, Box(0, 0, wide, height)):
            return BodyMap(height, numbers)
    return None


def _fill(
    filling: Filling,
    page: PlanPage,
    scale: PlanScale,
    table: CompactTable,
    bodies: Sequence[BodyMap],
    small_print: Setting,
) -> bool:
    """Fill pages in the order of the session; returns whether everything has its place.

    The body is below the lists if their page has room for it, else below the steps.
    """
    width = filling.first.width
    columns = max(1, int((width + PARTING) / (LEAST_COLUMN + PARTING)))
    column = (width - PARTING * (columns - 1)) / columns
    before = set_list(PlanList(page.labels["before"], page.before, tick=True), column, scale)
    care = set_list(PlanList(page.labels["care"], page.care), column, scale)
    after = set_list(PlanList(page.labels["after"], page.after), column, scale)
    if before is None or care is None or after is None:
        return False
    filling.begin_page()
    if not filling.add_lists([*before, *care], columns, column):
        return False
    above = next((body for body in bodies if body.height <= filling.pages[-1].free), None)
    if above:
        filling.pages[-1].parts.append(above)
    if not filling.add_rows(table):
        return False
    closing: list[PagePart] = [Lists(split_into_columns(after, columns, 0), column)] if after else []
    ways = [closing] if above else [*_beside(page, scale, bodies, width), *([body, *closing] for body in bodies)]
    return _close(filling, ways, small_print.height)


def _beside(page: PlanPage, scale: PlanScale, bodies: Sequence[BodyMap], width: float) -> Iterator[list[PagePart]]:
    """The aftercare, in one column next to the body, for each size of the body that leaves room for it."""
    for body in bodies if page.after else ():
        column = width - step_map_width(page, body.height, body.numbers) - PARTING
        given = PlanList(page.labels["after"], page.after)
        after = set_list(given, column, scale) if column >= LEAST_COLUMN else None
        if after:
            yield [ListsBesideBody(Lists([after], column), body)]


def _close(filling: Filling, ways: Sequence[Sequence[PagePart]], small_print: float) -> bool:
    """Add the first of the ways to close a plan that fits below the steps, otherwise the first one on a new page.

    Returns whether a page has room for one and for the small print.
    """
    heights = [sum(part.height + PART_GAP for part in parts) + small_print for parts in ways]
    for is_new in (False, True):
        last = filling.begin_page() if is_new else filling.pages[-1]
        parts = next((parts for parts, height in zip(ways, heights, strict=True) if height <= last.free), None)
        if parts is not None:
            last.parts.extend(parts)
            return True
    return False


def _draw(
    sketch: Sketch, page: PlanPage, scale: PlanScale, filled: Sequence[Filled], index: int, small_print: Setting
) -> Face:
    """Draw a page with its number; the notes and the small print are on the last one."""
    face, each = replace(sketch, marks=[], tags=[], last_tags=[]), filled[index]
    live, is_last = each.live, index == len(filled) - 1
    if index == 0:
        _draw_top(face, page, scale, len(filled), live)
    else:
        draw_running_head(face, page, scale, _numbered(face, index + 1, len(filled)))
    spare = each.free - (small_print.height + PART_GAP if is_last else 0.0)
    if is_last and spare >= (notes := _notes_height(scale)):
        spare -= notes
    y = live.y
    for part in each.parts:
        y = part.draw(face, page, Box(live.x, y, live.width, part.height), max(0.0, spare)) + PART_GAP
    if is_last:
        _draw_foot(face, page, scale, Box(live.x, y, live.width, live.bottom - y), small_print)
    return face.face()


def _notes_height(scale: PlanScale) -> float:
    """The least height of lines to write on."""
    return heading_height(scale) + LEAST_LINES * NOTE_LINE


def _draw_top(sketch: Sketch, page: PlanPage, scale: PlanScale, count: int, live: Box) -> None:
    """Draw the head and the timeline of the first of `count` pages; `live` is the room below them."""
    if head := _set_head(sketch, page, scale, 1, count):
        draw_head(sketch, page, scale, head, Box(live.x, scale.margin, live.width, 0))
    height = timeline_height(scale.timeline_bar)
    place = Box(live.x, live.y - PART_GAP - height, live.width, height)
    draw_timeline(sketch, page, place, scale.timeline_bar, scale.timeline_number)


def _draw_foot(sketch: Sketch, page: PlanPage, scale: PlanScale, room: Box, small_print: Setting) -> None:
    """Draw lines for notes if there is room for them, and the small print at the foot of the page."""
    top = room.bottom - small_print.height
    if top - PART_GAP - room.y >= _notes_height(scale):
        draw_notes(sketch, page, scale, room._replace(height=top - PART_GAP - room.y))
    with sketch.tagged("P"):
        sketch.draw_setting(room.x, top, small_print, sketch.theme.secondary)
