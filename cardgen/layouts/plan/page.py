"""A whole session on one page: roomy for a few steps, dense for many; lists that do not fit are on its back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.edge_tab import draw_page_tab
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.layouts.parts.step_map import draw_step_map, set_step_map
from cardgen.layouts.parts.timeline import draw_timeline, timeline_height
from cardgen.layouts.plan.advice_lists import PlanList, column_height, draw_column
from cardgen.layouts.plan.back import lay_out_back
from cardgen.layouts.plan.contents import PlanContents, set_contents, set_fixed
from cardgen.layouts.plan.foot import draw_notes, notes_height
from cardgen.layouts.plan.frame import PARTING, Frame, bare_frames, frames, part_gap
from cardgen.layouts.plan.head import draw_head
from cardgen.layouts.plan.scale import LARGER, PlanScale
from cardgen.layouts.plan.sharing import (
    DENSE_WAYS,
    LAST_WAY,
    WAYS,
    FrontAndBack,
    RowOverflow,
    levels,
    share,
    without_long_amounts,
)
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.words import words

Kind = tuple[str, bool]
KINDS: tuple[Kind, ...] = (("rows", True), ("rows", False), ("list", True), ("list", False))
"""Where the cautions are, and whether rows have all the words: the best way first."""
TAB_MARGIN = 12 * MM
"""The least margin that holds an edge tab."""
ROUNDING = 0.01
"""What sums of heights may be off, in points."""


class Division(Struct, frozen=True):
    """A way to divide a front in which all texts have room, and the heights where its parts begin."""

    frame: Frame
    contents: PlanContents
    lists_top: float
    table_top: float
    bottom: float
    """Above the small print."""
    spare: float
    """The height that no text needs."""


Backs = dict[tuple[tuple[PlanList, ...], bool], list[Face] | MisfitError]
"""Backs by their lists and whether they have the body, or why such a back is too full."""


def lay_out_plan(page: PlanPage, form: Format, theme: Theme) -> list[Face]:
    """The plan on one page, as roomy as possible, or with lists on its back; empty when no page holds its table.

    MisfitError when the back is too full.
    """
    backs: Backs = {}
    for kind in KINDS:
        lay_out = _lay_out_whole_rows if kind[1] else _lay_out_dense
        if faces := lay_out(page, form, theme, kind, backs):
            return faces
    for misfit in backs.values():
        if isinstance(misfit, MisfitError):
            raise misfit
    return []


def _scales(kind: Kind) -> list[PlanScale]:
    """The scales of a kind, the largest first."""
    return [scale for scale in scales("plan", list[PlanScale]) if (scale.cautions, scale.whole_rows) == kind]


def lay_out_whole(page: PlanPage, form: Format, theme: Theme) -> Face | None:
    """The plan on one side that leaves nothing to its back or to the cards; None when no scale has room for that."""
    ranked = (scale for kind in KINDS if kind[1] for scale in _scales(kind))
    tried = (lay_out_front(FrontAndBack(page), form, theme, scale) for scale in ranked)
    return next((face for face in tried if face), None)


def _lay_out_whole_rows(page: PlanPage, form: Format, theme: Theme, kind: Kind, backs: Backs) -> list[Face]:
    """A plan whose rows have all the words; empty when nothing fits.

    Everything is on the front if it has room there. Otherwise large type comes first: as many of the lists go to the
    back as that needs, first what to take care of, then also what to do before, and at last what to do afterwards.
    """
    ranked = _scales(kind)
    first, *others = (*WAYS, LAST_WAY)
    for way, scale in (
        *((first, scale) for scale in ranked),
        *((way, scale) for scale, way in product(ranked, others)),
    ):
        choices = [(share(page, way, scale.cautions), RowOverflow())]
        if faces := _first_that_fits(choices, page, form, theme, scale, backs):
            return faces
    return []


def _lay_out_dense(page: PlanPage, form: Format, theme: Theme, kind: Kind, backs: Backs) -> list[Face]:
    """A plan whose rows have no room for all words, in type as large as possible; empty when nothing fits.

    The body goes before the type becomes smaller, then what to do between two routines, and at last the long amounts.
    """
    for rows, is_last in product((page, without_long_amounts(page)), (False, True)):
        *kept, least = levels(page, rows)
        for scale in _scales(kind):
            ways = [share(rows, way, scale.cautions) for way in DENSE_WAYS]
            fronts = [shown for shown in ways if _has_room(shown, form, scale)]
            choices = ((shown, level) for level, shown in product([least] if is_last else kept, fronts))
            if faces := _first_that_fits(choices, page, form, theme, scale, backs):
                return faces
    return []


def _first_that_fits(
    choices: Iterable[tuple[FrontAndBack, RowOverflow]],
    page: PlanPage,
    form: Format,
    theme: Theme,
    scale: PlanScale,
    backs: Backs,
) -> list[Face]:
    """The first plan that fits: its front, and the lists on its back.

    Empty when none does. Each back is laid out once, because it is the same at every scale of the front.
    """
    for shown, level in choices:
        named = replace(shown, front=level.name_on(shown.front))
        if not _has_room(named, form, scale):
            continue
        lists, with_map = (*shown.back, *level.lists), shown.body == "back"
        if (lists, with_map) not in backs:
            try:
                backs[lists, with_map] = [lay_out_back(page, lists, form, theme, with_map)] if lists else []
            except MisfitError as error:
                backs[lists, with_map] = error
        back = backs[lists, with_map]
        if not isinstance(back, MisfitError) and (front := lay_out_front(named, form, theme, scale)):
            return [front, *back]
    return []


def lay_out_front(shown: FrontAndBack, form: Format, theme: Theme, scale: PlanScale) -> Face | None:
    """The front of a plan at one scale; None when it does not hold it."""
    page = shown.front
    tried = (
        _draw(plan_sketch(page, form, theme, scale), page, scale, division) for division in _divide(shown, form, scale)
    )
    return next(filter(None, tried), None)


def _has_room(shown: FrontAndBack, form: Format, scale: PlanScale) -> bool:
    """Whether a front has room for its texts, found without drawing them; the numbers on the body may still lack it."""
    return next(_divide(shown, form, scale), None) is not None


def _divide(shown: FrontAndBack, form: Format, scale: PlanScale) -> Iterator[Division]:
    """The ways to divide a front at one scale so that all texts have room, the best first."""
    page = shown.front
    if shown.body != "front" and scale.table != "compact":
        return
    if len(page.rows) * scale.least_row / scale.table_columns >= form.size.height:
        return
    fixed = set_fixed(page, scale, Box(0, 0, *form.size).inset(scale.margin))
    if fixed is None:
        return
    divided = frames if shown.body == "front" else bare_frames
    for frame in divided(page, form.size, scale):
        contents = set_contents(page, scale, frame, fixed)
        if contents and (division := _share_height(contents, scale, frame)).spare >= 0:
            yield division


def _share_height(contents: PlanContents, scale: PlanScale, frame: Frame) -> Division:
    """Where the parts of a page are, one below the other."""
    live, gap, fixed = frame.live, part_gap(scale), contents.fixed
    lists_top = live.y + fixed.head.height + timeline_height(scale.timeline_bar) + 2 * gap
    band, closing = _heights(contents, scale, frame)
    table_top = lists_top + (band + gap)
    bottom = live.bottom - fixed.small_print.height - gap
    spare = bottom - table_top - fixed.table.height - gap - closing
    return Division(frame, contents, lists_top, table_top, bottom, spare)


def plan_sketch(page: PlanPage, form: Format, theme: Theme, scale: PlanScale) -> Sketch:
    """An empty page of a plan."""
    return Sketch(form, theme, words(page.language), page.title, scale.margin, page.tab, larger=LARGER)


def _draw(sketch: Sketch, page: PlanPage, scale: PlanScale, division: Division) -> Face | None:
    """A front divided in one way; None when the numbers on its body have no room."""
    frame, contents, lists_top, bottom = division.frame, division.contents, division.lists_top, division.bottom
    live, gap, fixed, table = frame.live, part_gap(scale), contents.fixed, contents.fixed.table
    if frame.map.height and not set_step_map(page, frame.numbers, Box(live.x, lists_top, *frame.map)):
        return None  # found before anything is drawn: many ways to divide a page fail only here
    _draw_top(sketch, page, scale, contents, frame, lists_top)
    extra = min(division.spare / table.most_rows, scale.most_row - scale.least_row)
    notes_top = table.draw(sketch, page, live.x, division.table_top, extra) + gap
    inset = (frame.column - frame.map.width) / 2 if frame.taken else 0.0
    body = Box(live.right - frame.map.width - inset, lists_top if frame.beside else notes_top, *frame.map)
    if frame.map.height and not draw_step_map(sketch, page, frame.numbers, body):
        return None
    for index, column in enumerate(contents.after):
        draw_column(sketch, column, live.x + index * (frame.after_column + PARTING), notes_top)
    if frame.foot == "after" and contents.after:
        notes_top += max(map(column_height, contents.after)) + gap
    if frame.map.height and bottom - notes_top >= notes_height(scale, max(1, frame.least_notes)) - ROUNDING:
        draw_notes(sketch, page, scale, frame.notes._replace(y=notes_top, height=bottom - notes_top))
    with sketch.tagged("P"):
        top = live.bottom - fixed.small_print.height
        sketch.draw_setting(live.x, top, fixed.small_print, sketch.theme.secondary)
    return sketch.face()


def _draw_top(
    sketch: Sketch, page: PlanPage, scale: PlanScale, contents: PlanContents, frame: Frame, lists_top: float
) -> None:
    """Draw the edge tab, the head, the timeline and the lists below it."""
    live, height = frame.live, timeline_height(scale.timeline_bar)
    if page.one_area and scale.margin >= TAB_MARGIN:
        draw_page_tab(sketch, page.tab, scale.margin)
    draw_head(sketch, page, scale, contents.fixed.head, live)
    place = Box(live.x, lists_top - part_gap(scale) - height, live.width, height)
    draw_timeline(sketch, page, place, scale.timeline_bar, scale.timeline_number)
    for index, column in enumerate(contents.lists):
        top = lists_top + (frame.taken if index == frame.columns - 1 else 0.0)
        draw_column(sketch, column, live.x + index * (frame.column + PARTING), top)


def _heights(contents: PlanContents, scale: PlanScale, frame: Frame) -> tuple[float, float]:
    """The heights of what is above the table and of what is below it; the body is in one of them."""
    heights = list(map(column_height, contents.lists))
    above = max([*heights[: frame.columns - 1], *(frame.taken + high for high in heights[frame.columns - 1 :])])
    notes = notes_height(scale, frame.least_notes) if frame.least_notes else 0.0
    below = max([notes, *map(column_height, contents.after)])
    if frame.beside:
        return max(above, frame.map.height), below
    return above, max(below, frame.map.height)
