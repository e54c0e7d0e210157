"""A whole session on one page, whatever its length: roomy for a few steps, dense for many, never a second page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.step_map import draw_step_map, step_map_width
from cardgen.layouts.parts.timeline import draw_timeline, timeline_height
from cardgen.layouts.plan.lists import Entry, draw_column, entries, heading_height, height, split
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.layouts.plan.table import Table, draw_table, set_table
from cardgen.scene.faces import Face
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.words import words

NOTE_LINE = 7.5 * MM
"""Between the lines to write on."""
MOST_NOTES = 6
"""Lines to write on."""
LABELS = (12 * MM, 20 * MM, 30 * MM)
"""Room for the numbers at either side of the body: the least that holds them."""
TAB_MARGIN = 12 * MM
"""The edge tab stands in a margin at least this wide."""
TOTAL_GAP = 1.5 * MM
"""Between the words of the total time."""
PARTING = 5 * MM
"""Between two lists beside each other."""


def lay_out_plan(page: PlanPage, form: Format, theme: Theme) -> Face | None:
    """The plan on one page, as roomy as can be; None when not even the densest page holds it.

    The steps' cautions are the last that is left to the cards.
    """
    tried = (
        _lay_out(_sketch(shown, form, theme, scale), shown, scale, frame)
        for shown in (page, replace(page, cautions=()))
        for scale in scales("plan", list[PlanScale])
        if len(page.rows) * scale.least_row / scale.table_columns < form.size.height
        for frame in _frames(page, form.size, scale)
    )
    return next((face for face in tried if face), None)


class Frame(Struct, frozen=True):
    """How the page is divided."""

    live: Box
    label: float
    """Room for the numbers at either side of the body."""
    map: Size
    beside: bool
    """The body stands beside the lists; else below the table, beside the notes."""
    dense: bool
    """All lists are above the table; else what comes afterwards is below it, beside the notes."""

    @property
    def columns(self) -> int:
        """Of the lists."""
        return 2 if self.beside else 3

    @property
    def column(self) -> float:
        """Width of a column of the lists."""
        beside = self.map.width + PARTING if self.beside else 0
        return (self.live.width - beside - PARTING * (self.columns - 1)) / self.columns

    @property
    def notes(self) -> Box:
        """The left edge of the notes and their width."""
        if not self.dense:
            return Box((self.live.width + PARTING) / 2 + self.live.x, 0, (self.live.width - PARTING) / 2, 0)
        return Box(self.live.x, 0, self.live.width - (0 if self.beside else self.map.width + PARTING), 0)

    @property
    def least_notes(self) -> int:
        """Lines to write on."""
        return 1 if self.dense else 2


def _frames(page: PlanPage, paper: Size, scale: PlanScale) -> Iterator[Frame]:
    """The ways to divide the page at a scale, the usual one first."""
    live, dense = Box(0, 0, *paper).inset(scale.margin), scale.table_columns == 2
    for label in LABELS:
        size = Size(step_map_width(page, scale.body_height, label), scale.body_height)
        if not dense:
            yield Frame(live, label, size, beside=True, dense=False)
        else:
            yield Frame(live, label, size, beside=False, dense=True)
            yield Frame(live, label, size, beside=True, dense=True)


class Pieces(Struct, frozen=True):
    """Everything broken into lines for one scale."""

    title: Setting
    lists: list[list[Entry]]
    after: list[Entry]
    """Below the table; empty when it is among the lists."""
    table: Table
    foot: Setting


def _sketch(page: PlanPage, form: Format, theme: Theme, scale: PlanScale) -> Sketch:
    return Sketch(form, theme, words(page.language), page.title, scale.margin, page.tab)


def _lay_out(sketch: Sketch, page: PlanPage, scale: PlanScale, frame: Frame) -> Face | None:
    """The page at one scale, or None when it does not fit."""
    live, gap = frame.live, 0.42 * scale.margin - 1.3 * MM
    pieces = _set(page, scale, frame)
    if pieces is None:
        return None
    if page.one_area and scale.margin >= TAB_MARGIN:
        draw_edge_tab(sketch, page.tab)
    y = _draw_head(sketch, page, scale, pieces.title, live) + gap
    draw_timeline(sketch, page, Box(live.x, y, live.width, scale.timeline_bar), scale.timeline_number)
    y += timeline_height(scale.timeline_bar) + gap
    for index, column in enumerate(pieces.lists):
        draw_column(sketch, column, live.x + index * (frame.column + PARTING), y)
    band = max(map(height, pieces.lists))
    closing = max(height(pieces.after), heading_height(scale) + frame.least_notes * NOTE_LINE)
    if frame.beside:
        band = max(band, frame.map.height)
    else:
        closing = max(closing, frame.map.height)
    map_top = y
    y += band + gap
    bottom = live.bottom - pieces.foot.height - gap
    spare = bottom - y - pieces.table.height - gap - closing
    if spare < 0:
        return None
    extra = min(spare / pieces.table.most_rows, scale.most_row - scale.least_row)
    y = draw_table(sketch, page, pieces.table, live.x, y, extra) + gap
    if not frame.beside:
        map_top = y
    if not draw_step_map(sketch, page, frame.label, Box(live.right - frame.map.width, map_top, *frame.map)):
        return None
    draw_column(sketch, pieces.after, live.x, y)
    _draw_notes(sketch, page, scale, frame.notes._replace(y=y, height=bottom - y))
    with sketch.tagged("P"):
        sketch.draw_setting(live.x, live.bottom - pieces.foot.height, pieces.foot, sketch.theme.secondary)
    return sketch.face()


def _set(page: PlanPage, scale: PlanScale, frame: Frame) -> Pieces | None:
    """Break everything into lines; None when something is too wide."""
    room = frame.live.width
    room_for_title = (room - _total_width(page, scale) - PARTING, 2 * scale.title)
    title = fit(page.title, "semibold", (scale.title, 0.6 * scale.title), room_for_title, 1.1)
    before = entries(page.labels["before"], page.before, frame.column, scale, tick=True)
    warnings = (*page.care, *(page.cautions if scale.cautions == "list" else ()))
    care = entries(page.labels["care"], _joined(warnings) if frame.dense else warnings, frame.column, scale)
    after = entries(page.labels["after"], page.after, frame.column if frame.dense else frame.notes.width, scale)
    table, foot = set_table(page, scale, room), _set_foot(page, scale, room)
    if title is None or before is None or care is None or after is None or table is None or foot is None:
        return None
    listed = [*before, *care, *(after if frame.dense else ())]
    lists = split(listed, frame.columns, 0 if frame.dense else frame.map.height)
    return Pieces(title, lists, [] if frame.dense else after, table, foot)


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Neighbours with the same icon as one paragraph."""
    return [
        Block(icon, " ".join(block.heading for block in same), "")
        for icon, same in groupby(blocks, key=lambda block: block.icon)
    ]


def _total(page: PlanPage, scale: PlanScale) -> list[tuple[str, str, float]]:
    """The total time: "about 30 min", each word with its font and size."""
    small = max(0.37 * scale.total_time, LEAST_PLAN)
    about, unit = (page.labels[name] for name in ("about", "minutes_unit"))
    return [(about, "semibold", small), (page.minutes, "bold", scale.total_time), (unit, "semibold", small)]


def _total_width(page: PlanPage, scale: PlanScale) -> float:
    total = _total(page, scale)
    return sum(width(*word) for word in total) + TOTAL_GAP * (len(total) - 1)


def _draw_head(sketch: Sketch, page: PlanPage, scale: PlanScale, title: Setting, live: Box) -> float:
    """Title, total time, positions and sides; returns where they end."""
    baseline = live.y + CAP * scale.total_time
    with sketch.tagged("H1"):
        last = sketch.draw_setting(live.x, max(live.y, baseline - title.height), title)
    x = live.right - _total_width(page, scale)
    with sketch.tagged("P"):
        for word in _total(page, scale):
            x += sketch.draw_run(x, baseline, *word) + TOTAL_GAP
    facts = last + 0.42 * title.size + CAP * scale.facts
    with sketch.tagged("P"):
        sketch.draw_text(live.x, facts, page.facts, "regular", scale.facts)
    return facts


def _draw_notes(sketch: Sketch, page: PlanPage, scale: PlanScale, box: Box) -> None:
    """Lines to write on, as many as there is room for."""
    with sketch.tagged("H2"):
        sketch.draw_text(box.x, box.y + CAP * scale.list_heading, page.labels["notes"], "semibold", scale.list_heading)
    lines = min(MOST_NOTES, int((box.height - heading_height(scale)) / NOTE_LINE + 0.01))
    for number in range(1, lines + 1):
        sketch.draw_rule(box.x, box.right, box.y + heading_height(scale) + number * NOTE_LINE, 0.5, sketch.theme.rule)


def _on_cards(page: PlanPage, scale: PlanScale) -> Iterator[str]:
    """What this scale leaves to the cards."""
    labels = page.labels
    yield labels["on_cards"]
    if scale.cue is None:
        yield labels["on_cards_cues"]
    if scale.cautions == "list" and not page.cautions:
        yield labels["on_cards_cautions"]
    if not scale.long_key_figures:
        yield labels["on_cards_amounts"]


def _set_foot(page: PlanPage, scale: PlanScale, room: float) -> Setting | None:
    """What stands on the cards alone, and the disclaimer."""
    text = f"{page.labels['estimates']} {', '.join(_on_cards(page, scale))}. {page.labels['disclaimer']}"
    return fit(text, "regular", (LEAST_PLAN, LEAST_PLAN), (room, 1e6), 1.2)
