"""All the texts of a session plan, broken into lines."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from cardgen.layouts.plan.advice_lists import ListItem, join_lines, set_list, split_into_columns
from cardgen.layouts.plan.foot import set_small_print
from cardgen.layouts.plan.frame import Frame
from cardgen.layouts.plan.head import Head, set_head
from cardgen.layouts.plan.program_table import ProgramTable
from cardgen.layouts.plan.scale import PlanScale
from cardgen.layouts.plan.table import PlanTable
from cardgen.scene.text import Setting
from cardgen.wording.plan_page import PlanPage


class PlanContents(Struct, frozen=True):
    """The texts of a plan at one scale, in one way to divide the page."""

    head: Head
    lists: list[list[ListItem]]
    """The columns above the table."""
    after: list[list[ListItem]]
    """The columns below the table; none when what comes afterwards is among those above it."""
    table: PlanTable | ProgramTable
    small_print: Setting


SetTable = Callable[[float], PlanTable | ProgramTable | None]
"""Breaks the texts of a table into lines, in `room` points of width; None when one is too wide."""


def set_contents(page: PlanPage, scale: PlanScale, frame: Frame, set_table_in: SetTable) -> PlanContents | None:
    """Break all texts into lines; None when one is too wide, or the page is clearly too low for them."""
    room, labels, above = frame.live.width, page.labels, frame.foot == "notes"
    head, table, small_print = (
        set_head(page, scale, room),
        set_table_in(room),
        set_small_print(page, scale, room),
    )
    if head is None or table is None or small_print is None:
        return None
    free = frame.live.height - head.height - table.height - small_print.height
    if free < 0:
        return None
    warnings = (*page.care, *(page.cautions if scale.cautions == "list" else ()))
    before = set_list(labels["before"], page.before, frame.column, scale, tick=True)
    joined = frame.foot != "both" and scale.cautions == "list"
    care = set_list(labels["care"], join_lines(warnings) if joined else warnings, frame.column, scale)
    after = set_list(labels["after"], page.after, frame.after_column, scale)
    if before is None or care is None or after is None:
        return None
    items = [*before, *care, *(after if above else ())]
    if sum(item.height for item in items) > frame.columns * free:
        return None
    lists = split_into_columns(items, frame.columns, frame.map.height if frame.foot == "both" else 0) if items else [[]]
    below = split_into_columns(after, frame.after_columns, 0) if after and not above else []
    return PlanContents(head, lists, below, table, small_print)
