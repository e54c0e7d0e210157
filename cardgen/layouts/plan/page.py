"""A whole session on one page: roomy for a few steps, dense for many; lists that do not fit are on its back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.edge_tab import draw_page_tab
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.layouts.parts.step_map import draw_step_map
from cardgen.layouts.parts.timeline import draw_timeline, timeline_height
from cardgen.layouts.plan.advice_lists import PlanList, column_height, draw_column
from cardgen.layouts.plan.back import lay_out_back
from cardgen.layouts.plan.contents import FixedContents, PlanContents, set_contents, set_fixed
from cardgen.layouts.plan.foot import draw_notes, notes_height
from cardgen.layouts.plan.frame import PARTING, Frame, bare_frame, frames, part_gap
from cardgen.layouts.plan.head import draw_head
from cardgen.layouts.plan.scale import LARGER, PlanScale
from cardgen.layouts.plan.table_columns import long_key_words
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.plan_rows import PlanRow
from cardgen.wording.sentences import word_numbers
from cardgen.wording.words import words

Way = Literal["all", "care", "before", "table", "after"]
WAYS: tuple[Way, ...] = ("all", "care", "before", "table")
"""The contents of the front: everything; all but the care list; also without what to do before; only the table."""
LAST_WAY: Way = "after"
"""The table and the body, without what to do afterwards: for a table that no other way has room for."""
KINDS = (("rows", True), ("rows", False), ("list", True), ("list", False))
"""Where the cautions are, and whether rows have all the words: the best way first."""
TAB_MARGIN = 12 * MM
"""The least margin that holds an edge tab."""


class Shown(Struct, frozen=True):
    """The contents of the front of a plan, and the lists on its back."""

    front: PlanPage
    back: tuple[PlanList, ...] = ()
    map_on_back: bool = False
    """Whether the body is on the back, too, and the front has no lines for notes."""


def lay_out_plan(page: PlanPage, form: Format, theme: Theme) -> list[Face]:
    """The plan on one page, as roomy as possible, or with lists on its back; empty when no page holds its table.

    First what to take care of goes to the back, then also what to do before, then the long words of the table, and at
    last what to do afterwards.
    MisfitError when the back is too full.
    """
    misfits: list[MisfitError] = []
    for (cautions, whole_rows), way in (*product(KINDS, WAYS), *product(KINDS, (LAST_WAY,))):
        for scale in scales("plan", list[PlanScale]):
            if (scale.cautions, scale.whole_rows) != (cautions, whole_rows):
                continue
            shown = _share(page, way, cautions)
            if not (front := lay_out_front(shown, form, theme, scale)):
                continue
            if whole_rows:
                return _with_back(front, page, shown, shown.back, form, theme)
            if faces := _lay_out_dense(page, shown, form, theme, scale, misfits):
                return faces
    if misfits:
        raise misfits[-1]
    return []


def lay_out_whole(page: PlanPage, form: Format, theme: Theme) -> Face | None:
    """The plan on one side that leaves nothing to its back or to the cards; None when no scale has room for that."""
    for kind in KINDS:
        for scale in scales("plan", list[PlanScale]):
            if (scale.cautions, scale.whole_rows) != kind or not scale.whole_rows:
                continue
            if face := lay_out_front(Shown(page), form, theme, scale):
                return face
    return None


def _with_back(
    front: Face, page: PlanPage, shown: Shown, lists: Sequence[PlanList], form: Format, theme: Theme
) -> list[Face]:
    return [front, lay_out_back(page, lists, form, theme, shown.map_on_back)] if lists else [front]


def _lay_out_dense(
    page: PlanPage, shown: Shown, form: Format, theme: Theme, scale: PlanScale, misfits: list[MisfitError]
) -> list[Face]:
    """A plan whose rows have no room for long words: as many of them as possible are on the back, the rest is named.

    Empty when nothing fits; why the back was too full is added to `misfits`.
    """
    for label, further in _left_out(page, scale):
        lists = [*shown.back, *further]
        named = replace(shown, front=replace(shown.front, left_out=page.labels[label]))
        front = lay_out_front(named, form, theme, scale)
        try:
            if front:
                return _with_back(front, page, shown, lists, form, theme)
        except MisfitError as error:
            misfits.append(error)
    return []


def _share(page: PlanPage, way: Way, cautions: str) -> Shown:
    """The contents of the front and of the back."""
    overleaf, labels = Block("caution", page.labels["overleaf"], ""), page.labels
    before = PlanList(labels["before"], page.before, tick=True)
    in_steps = (
        (PlanList(labels["care_steps"], page.cautions, labels="lines"),) if cautions == "list" and page.cautions else ()
    )
    care = (PlanList(labels["care"], page.care), *in_steps)
    fuller = replace(page, care=(overleaf,), cautions=())
    if way == "all":
        return Shown(page)
    if way == "care":
        return Shown(fuller, care)
    if way == "before":
        return Shown(replace(fuller, before=()), (before, *care))
    after = (PlanList(labels["after"], page.after),) if page.after else ()
    if way == "after":
        return Shown(replace(fuller, before=(), after=()), (before, *care, *after))
    facts = f"{page.facts} · {labels['overleaf']}"
    only = replace(page, facts=facts, before=(), care=(), cautions=(), after=())
    return Shown(only, (before, *care, *after), map_on_back=True)


def _left_out(page: PlanPage, scale: PlanScale) -> Iterator[tuple[str, list[PlanList]]]:
    """The texts that do not fit in the rows, as lists for the back, and the label for them; then fewer and fewer."""
    found = [(row.number, long_key_words(row, scale), row.more) for row in page.rows]
    whole = [(number, " · ".join(filter(None, (key, more)))) for number, key, more in found]
    between = _as_list(page, "between", "next", map(_said_between, page.rows))
    yield "more_overleaf", [*_as_list(page, "column_amount", "repetitions", _by_text(whole)), *between]
    keys = _by_text((number, key) for number, key, _ in found)
    yield "more_on_cards", [*_as_list(page, "column_amount", "repetitions", keys), *between]
    yield "amounts_on_cards", between
    yield "notes_on_cards", []


def _said_between(row: PlanRow) -> tuple[str, str]:
    """The actions where a row begins; including how the receiver turns over, because they may fall then."""
    return row.name, " ".join(filter(None, (row.notes, row.cue if row.icon == "turn-over" else "")))


def _by_text(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each text once, with the numbers of its steps."""
    found: dict[str, list[int]] = {}
    for number, text in rows:
        if number and text:
            found.setdefault(text, []).append(int(number))
    return ((word_numbers(numbers), text) for text, numbers in found.items())


def _as_list(page: PlanPage, label: str, icon: str, rows: Iterable[tuple[str, str]]) -> list[PlanList]:
    """A list for the back, with a line for each row that has a text; none when no row has one."""
    blocks = tuple(Block(icon, name, text) for name, text in rows if text)
    return [PlanList(page.labels[label], blocks, labels="lines")] if blocks else []


def lay_out_front(shown: Shown, form: Format, theme: Theme, scale: PlanScale) -> Face | None:
    """The front of a plan at one scale; None when it does not hold it."""
    page = shown.front
    if shown.map_on_back and scale.table != "program":
        return None
    if len(page.rows) * scale.least_row / scale.table_columns >= form.size.height:
        return None
    fixed = set_fixed(page, scale, Box(0, 0, *form.size).inset(scale.margin))
    if fixed is None:
        return None
    divided = [bare_frame(form.size, scale)] if shown.map_on_back else frames(page, form.size, scale)
    tried = (_lay_out(_sketch(page, form, theme, scale), page, scale, frame, fixed) for frame in divided)
    return next((face for face in tried if face), None)


def _sketch(page: PlanPage, form: Format, theme: Theme, scale: PlanScale) -> Sketch:
    return Sketch(form, theme, words(page.language), page.title, scale.margin, page.tab, larger=LARGER)


def _lay_out(sketch: Sketch, page: PlanPage, scale: PlanScale, frame: Frame, fixed: FixedContents) -> Face | None:
    """The plan at one scale in one frame; None when it does not fit."""
    contents = set_contents(page, scale, frame, fixed)
    if contents is None:
        return None
    live, gap, table = frame.live, part_gap(scale), fixed.table
    lists_top = live.y + fixed.head.height + timeline_height(scale.timeline_bar) + 2 * gap
    band, closing = _heights(contents, scale, frame)
    table_top = lists_top + (band + gap)
    bottom = live.bottom - fixed.small_print.height - gap
    spare = bottom - table_top - table.height - gap - closing
    if spare < 0:
        return None
    _draw_top(sketch, page, scale, contents, frame, lists_top)
    extra = min(spare / table.most_rows, scale.most_row - scale.least_row)
    notes_top = table.draw(sketch, page, live.x, table_top, extra) + gap
    inset = (frame.column - frame.map.width) / 2 if frame.taken else 0.0
    body = Box(live.right - frame.map.width - inset, lists_top if frame.beside else notes_top, *frame.map)
    if frame.map.height and not draw_step_map(sketch, page, frame.numbers, body):
        return None
    for index, column in enumerate(contents.after):
        draw_column(sketch, column, live.x + index * (frame.after_column + PARTING), notes_top)
    if frame.foot == "after" and contents.after:
        notes_top += max(map(column_height, contents.after)) + gap
    if frame.map.height and bottom - notes_top >= notes_height(scale, max(1, frame.least_notes)):
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
