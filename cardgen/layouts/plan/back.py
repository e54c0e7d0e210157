"""The back of a session plan: the lists for which a full front has no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise, product

from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.layouts.parts.step_map import draw_step_map, step_map_width
from cardgen.layouts.parts.titles import draw_title
from cardgen.layouts.plan.advice_lists import (
    ListItem,
    PlanList,
    column_height,
    draw_column,
    in_a_line,
    join_lines,
    least_list_height,
    set_list,
    split_into_columns,
)
from cardgen.layouts.plan.frame import PARTING, number_rooms
from cardgen.layouts.plan.scale import LARGER, LEAST_PLAN, PlanScale
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.words import words

BACK_COLUMNS, MOST_COLUMNS = 2, 3
BACK_TITLE = 0.8
"""Type size of the title, as a fraction of the front's."""
MAP_NUMBERS = 1.2
"""The greatest type size of the numbers beside the body, as a multiple of that of the lists."""
FEW_ITEMS = 2
"""The most items that are moved to the rest of their list rather than left alone in a column."""
MOST_BODY = 2.0
"""The greatest height of the body where there is space to spare, as a multiple of the usual one."""


def lay_out_back(page: PlanPage, lists: Sequence[PlanList], form: Format, theme: Theme, with_map: bool = False) -> Face:
    """The lists in two columns, in the largest type that fits, the body at the foot; MisfitError when none does.

    If need be they are in three columns, and at last the lines of lists without boxes to tick are joined into
    paragraphs: those of the steps, which have numbers, after all others, first in one for each routine.
    """
    joined = [_joined(each) for each in lists]
    divided = [replace(one, starts=each.starts) for each, one in zip(lists, joined, strict=True)]
    partly = [one if each.labels == "none" else each for each, one in zip(lists, joined, strict=True)]
    ways = (
        (lists, False, BACK_COLUMNS), (lists, True, BACK_COLUMNS), (lists, True, MOST_COLUMNS),
        (partly, True, MOST_COLUMNS), (divided, True, BACK_COLUMNS), (joined, False, BACK_COLUMNS),
        (joined, True, BACK_COLUMNS),
    )  # fmt: skip
    for (lines, tight, count), scale in product(ways, _scales()):
        sketch = Sketch(form, theme, words(page.language), page.title, scale.margin, larger=LARGER)
        room = _room(sketch, page, scale)
        if with_map:
            room = room._replace(height=room.height - scale.body_height - PARTING)
        columns = _set_columns(lines, room, scale, tight, count)
        used = max(map(column_height, columns), default=0.0)
        if columns and used <= room.height:
            for index, column in enumerate(columns):
                draw_column(sketch, column, room.x + index * (_column(room, count) + PARTING), room.y)
            if with_map and not _draw_map(sketch, page, scale, room, used):
                continue
            return sketch.face()
    raise _misfit(sketch, lists, room, scale)


def _scales() -> list[PlanScale]:
    """The scales that differ in what a back has, the largest first."""
    found: dict[tuple[float, ...], PlanScale] = {}
    for scale in scales("plan", list[PlanScale]):
        lists = (scale.list_heading, scale.list_text, scale.list_icon, scale.table_columns)
        found.setdefault((*lists, scale.margin, scale.title, scale.body_height), scale)
    return list(found.values())


def _joined(given: PlanList) -> PlanList:
    """A list with its lines in paragraphs, unless each has a box to tick."""
    if given.labels != "none":
        return replace(given, labels="paragraph", starts=())
    return given if given.tick else replace(given, blocks=tuple(join_lines(given.blocks)))


def _draw_map(sketch: Sketch, page: PlanPage, scale: PlanScale, room: Box, used: float) -> bool:
    """Draw the body with the numbers of the steps in the middle below the lists; returns whether there is room.

    The lists take up `used` points of their room. What they leave makes the body larger.
    """
    free = scale.body_height + room.height - used
    for numbers in number_rooms(page):
        least, most = (step_map_width(page, times * scale.body_height, numbers) for times in (1, MOST_BODY))
        times = min(MOST_BODY, free / scale.body_height, 1 + (MOST_BODY - 1) * (room.width - least) / (most - least))
        high = max(1, times) * scale.body_height
        wide = step_map_width(page, high, numbers)
        top = room.y + used + PARTING + (free - high) / 2
        place = Box(room.x + (room.width - wide) / 2, top, wide, high)
        if draw_step_map(sketch, page, numbers, place, MAP_NUMBERS * scale.list_text):
            return True
    return False


def _room(sketch: Sketch, page: PlanPage, scale: PlanScale) -> Box:
    """Draw the title; returns the room below it."""
    live = Box(0, 0, *sketch.form.size).inset(scale.margin)
    top = draw_title(sketch, page.title, live.y, BACK_TITLE * scale.title, LEAST_PLAN) + 6 * MM
    return live._replace(y=top, height=live.bottom - top)


def _column(room: Box, count: int) -> float:
    """Width of one of a number of columns."""
    return (room.width - PARTING * (count - 1)) / count


def _set_columns(
    lists: Sequence[PlanList], room: Box, scale: PlanScale, tight: bool, count: int
) -> list[list[ListItem]]:
    """All lists in columns; empty when a word is too long, or the room is clearly too low."""
    wide, high = _column(room, count), count * room.height
    if any(least > high for least in accumulate(least_list_height(each, wide, scale, tight) for each in lists)):
        return []
    found = [set_list(each, wide, scale, tight) for each in lists]
    items = [item for each in found for item in each or ()]
    if None in found or sum(item.height for item in items) > high:
        return []
    return _keep_lists_whole(split_into_columns(items, count, room.height), room.height)


def _keep_lists_whole(columns: list[list[ListItem]], free: float) -> list[list[ListItem]]:
    """The columns, none higher than `free` points, where a few items of a list are not apart from the rest of it."""
    for left, right in pairwise(columns):
        begun = next((place for place, item in enumerate(right) if item.is_heading), 0)
        if 0 < begun <= FEW_ITEMS and column_height([*left, *right[:begun]]) <= free:
            left += right[:begun]
            del right[:begun]
        is_continued = not right[0].is_heading
        last = max((place for place, item in enumerate(left) if item.is_heading), default=0)
        is_short = is_continued and last > 0 and len(left) - last - 1 <= FEW_ITEMS
        if is_short and column_height([*left[last:], *right]) <= free:
            right[:0] = left[last:]
            del left[last:]
    return columns


def _misfit(sketch: Sketch, lists: Iterable[PlanList], room: Box, scale: PlanScale) -> MisfitError:
    """The error for a line with too long a word, otherwise for the longest one."""
    lines = [in_a_line(block) for each in lists for block in each.blocks]
    wide = _column(room, BACK_COLUMNS)
    too_wide = (block for block in lines if set_list(PlanList("", (block,), tick=True), wide, scale) is None)
    return sketch.misfit("line", next(too_wide, max(lines, key=lambda block: len(block.heading))).heading)
