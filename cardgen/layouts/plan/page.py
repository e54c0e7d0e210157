"""A whole session on one page: roomy for a few steps, dense for many; lists that do not fit are on its back."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.step_map import draw_step_map
from cardgen.layouts.parts.timeline import draw_timeline, timeline_height
from cardgen.layouts.plan.advice_lists import column_height, draw_column
from cardgen.layouts.plan.back import PlanList, lay_out_back
from cardgen.layouts.plan.contents import PlanContents, set_contents
from cardgen.layouts.plan.foot import draw_notes, notes_height
from cardgen.layouts.plan.frame import PARTING, Frame, frames
from cardgen.layouts.plan.head import draw_head
from cardgen.layouts.plan.scale import PlanScale
from cardgen.layouts.plan.table import draw_table
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.words import words

TAB_MARGIN = 12 * MM
"""The least margin that holds an edge tab."""


def lay_out_plan(page: PlanPage, form: Format, theme: Theme) -> list[Face]:
    """The plan on one page, as roomy as possible, or with lists on its back; empty when no page holds its table.

    First what to take care of goes to the back, then also what to do before. MisfitError when the back is too full.
    """
    if front := _lay_out_front(page, form, theme):
        return [front]
    overleaf, labels = Block("caution", page.labels["overleaf"], ""), page.labels
    before = PlanList(labels["before"], page.before, tick=True)
    care = PlanList(labels["care"], (*page.care, *page.cautions))
    fuller = replace(page, care=(overleaf,), cautions=())
    if front := _lay_out_front(fuller, form, theme):
        return [front, lay_out_back(page, [care], form, theme)]
    if front := _lay_out_front(replace(fuller, before=()), form, theme):
        return [front, lay_out_back(page, [before, care], form, theme)]
    return []


def _lay_out_front(page: PlanPage, form: Format, theme: Theme) -> Face | None:
    """All of a plan on one page; None when even the densest page does not hold it."""
    tried = (
        _lay_out(_sketch(page, form, theme, scale), page, scale, frame)
        for scale in scales("plan", list[PlanScale])
        if len(page.rows) * scale.least_row / scale.table_columns < form.size.height
        for frame in frames(page, form.size, scale)
    )
    return next((face for face in tried if face), None)


def _sketch(page: PlanPage, form: Format, theme: Theme, scale: PlanScale) -> Sketch:
    return Sketch(form, theme, words(page.language), page.title, scale.margin, page.tab)


def _lay_out(sketch: Sketch, page: PlanPage, scale: PlanScale, frame: Frame) -> Face | None:
    """The plan at one scale in one frame; None when it does not fit."""
    contents = set_contents(page, scale, frame)
    if contents is None:
        return None
    live, gap, table = frame.live, _gap(scale), contents.table
    lists_top = _draw_top(sketch, page, scale, contents, frame)
    band, closing = _heights(contents, scale, frame)
    table_top = lists_top + (band + gap)
    bottom = live.bottom - contents.small_print.height - gap
    spare = bottom - table_top - table.height - gap - closing
    if spare < 0:
        return None
    extra = min(spare / table.most_rows, scale.most_row - scale.least_row)
    notes_top = draw_table(sketch, page, table, live.x, table_top, extra) + gap
    body = Box(live.right - frame.map.width, lists_top if frame.beside else notes_top, *frame.map)
    if not draw_step_map(sketch, page, frame.numbers, body):
        return None
    draw_column(sketch, contents.after, live.x, notes_top)
    draw_notes(sketch, page, scale, frame.notes._replace(y=notes_top, height=bottom - notes_top))
    with sketch.tagged("P"):
        top = live.bottom - contents.small_print.height
        sketch.draw_setting(live.x, top, contents.small_print, sketch.theme.secondary)
    return sketch.face()


def _gap(scale: PlanScale) -> float:
    """Between two parts of the page."""
    return 0.42 * scale.margin - 1.3 * MM


def _draw_top(sketch: Sketch, page: PlanPage, scale: PlanScale, contents: PlanContents, frame: Frame) -> float:
    """Draw the edge tab, the head, the timeline and the lists below it; returns the top of the lists."""
    live, gap = frame.live, _gap(scale)
    if page.one_area and scale.margin >= TAB_MARGIN:
        draw_edge_tab(sketch, page.tab)
    y = draw_head(sketch, page, scale, contents.title, live) + gap
    height = timeline_height(scale.timeline_bar)
    draw_timeline(sketch, page, Box(live.x, y, live.width, height), scale.timeline_bar, scale.timeline_number)
    y += height + gap
    for index, column in enumerate(contents.lists):
        draw_column(sketch, column, live.x + index * (frame.column + PARTING), y)
    return y


def _heights(contents: PlanContents, scale: PlanScale, frame: Frame) -> tuple[float, float]:
    """The heights of what is above the table and of what is below it; the body is in one of them."""
    above = max(map(column_height, contents.lists))
    below = max(column_height(contents.after), notes_height(scale, frame.least_notes))
    if frame.beside:
        return max(above, frame.map.height), below
    return above, max(below, frame.map.height)
