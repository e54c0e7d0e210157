"""All the texts of a session plan, broken into lines."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.parts.timeline import timeline_height
from cardgen.layouts.plan.advice_lists import (
    ListItem,
    PlanList,
    in_a_line,
    join_lines,
    least_list_height,
    set_list,
    split_into_columns,
)
from cardgen.layouts.plan.compact_table import CompactTable, set_compact_table
from cardgen.layouts.plan.foot import notes_height, set_small_print
from cardgen.layouts.plan.frame import Frame, part_gap
from cardgen.layouts.plan.head import Head, set_head
from cardgen.layouts.plan.scale import PlanScale
from cardgen.layouts.plan.table import PlanTable, set_table
from cardgen.scene.text import Setting
from cardgen.units import Box
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import PlanPage

GAPS = 5
"""Between the parts of the page: the head, the timeline, which has two below it, the lists, the table and the foot."""


class FixedContents(Struct, frozen=True):
    """The texts of a plan at one scale that are the same however its page is divided."""

    head: Head
    table: PlanTable | CompactTable
    small_print: Setting

    @property
    def height(self) -> float:
        """The height of all of them without the space between them, in points."""
        return self.head.height + self.table.height + self.small_print.height


class PlanContents(Struct, frozen=True):
    """The texts of a plan at one scale, in one way to divide the page."""

    fixed: FixedContents
    lists: list[list[ListItem]]
    """The columns above the table."""
    after: list[list[ListItem]]
    """The columns below the table; none when what comes afterwards is among those above it."""


def set_fixed(page: PlanPage, scale: PlanScale, live: Box) -> FixedContents | None:
    """Break what is the same in all frames into lines; None when a text is too wide, or the page is too low."""
    head, small_print = set_head(page, scale, live.width), set_small_print(page, scale, live.width)
    table = (set_compact_table if scale.table == "compact" else set_table)(page, scale, live.width)
    if head is None or table is None or small_print is None:
        return None
    fixed = FixedContents(head, table, small_print)
    return fixed if fixed.height <= live.height else None


def set_contents(page: PlanPage, scale: PlanScale, frame: Frame, fixed: FixedContents) -> PlanContents | None:
    """Break the lists into lines; None when a word is too wide, or the page is clearly too low for all texts."""
    free = _room_for_lists(scale, frame, fixed)
    if free < (frame.map.height if frame.beside else 0):
        return None
    asked = PlanList(page.labels["before"], page.before, tick=True)
    advice = PlanList(page.labels["care"], _warnings(page, scale, frame))
    aftercare = PlanList(page.labels["after"], page.after)
    above, tight = frame.foot == "notes", not scale.whole_rows
    together = replace(advice, blocks=(*advice.blocks, *aftercare.blocks)) if above else advice
    least = sum(least_list_height(each, frame.column, scale, tight) for each in (asked, together))
    if least + frame.taken > frame.columns * free:
        return None
    before, care = (set_list(each, frame.column, scale, tight) for each in (asked, advice))
    after = set_list(aftercare, frame.after_column, scale, tight)
    if before is None or care is None or after is None:
        return None
    items = [*before, *care, *(after if above else ())]
    if sum(item.height for item in items) + frame.taken > frame.columns * free:
        return None
    usual = frame.map.height if frame.foot == "both" else 0
    lists = split_into_columns(items, frame.columns, usual, frame.taken) if items else [[]]
    below = split_into_columns(after, frame.after_columns, 0) if after and not above else []
    return PlanContents(fixed, lists, below)


def _warnings(page: PlanPage, scale: PlanScale, frame: Frame) -> tuple[Block, ...]:
    """What protects the receiver, and the cautions of steps where the rows do not have them."""
    if scale.cautions != "list":
        return page.care
    warnings = (*page.care, *map(in_a_line, page.cautions))
    return warnings if frame.foot == "both" else tuple(join_lines(warnings))


def _room_for_lists(scale: PlanScale, frame: Frame, fixed: FixedContents) -> float:
    """The greatest height above the table that the other parts of the page and the gaps between all of them leave."""
    notes = notes_height(scale, frame.least_notes) if frame.least_notes else 0.0
    below = notes if frame.beside else max(notes, frame.map.height)
    others = fixed.height + timeline_height(scale.timeline_bar) + below
    return frame.live.height - others - GAPS * part_gap(scale)
