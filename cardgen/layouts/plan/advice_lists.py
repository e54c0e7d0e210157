"""The lists of a session plan: what to check before, what to be careful about, what to do afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from math import inf
from typing import Literal

from msgspec import Struct

from cardgen.layouts.parts.labeled_runs import LabeledRuns, set_labeled_runs
from cardgen.layouts.parts.run_in_text import RunInText, set_run_in
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.scale import PlanScale
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, Setting, fit, least_lines, longest_word
from cardgen.units import MM, Box
from cardgen.wording.deck import Block

Labels = Literal["none", "lines", "paragraph"]
"""Whether a list has labels, such as the numbers of steps, each on a line of its own or all in one paragraph."""
LIST_LEADING = 1.14
"""Distance between baselines, in type sizes."""
EVENING_STEP = 2
"""Columns are made even to this many points."""
ITEM_LEADING, WIDE_ITEM_LEADING, TIGHT_ITEM_LEADING = 1.4, 1.55, 1.3
"""From the last baseline of an item to the first one of the next, in type sizes: always more than between two lines of
an item, so that items stay apart; next to a table in one column, and where there are very many or rows are dense."""
PARAGRAPH_LEADING = 1.2
"""The same between paragraphs."""
ICON_GAP = 0.25
"""The least space between the icons of two items, in type sizes."""
ITEM_INDENT, TICK_INDENT = 1.35, 2.55
"""From the left of a column to the text, in icons: next to an icon, and next to a box to tick and an icon."""
LABEL_HANG = 1.0
"""From the left of a label to the later lines of its text, in type sizes."""
LEAST_BREAKING = 7
"""The narrowest line, in type sizes, that breaks a word which is too long; narrower ones are no way to set a list."""
LIST_HEADING_GAP = 0.5
"""Above and below a heading, in icons."""


class PlanList(Struct, frozen=True, dict=True):
    """A list of a plan with its heading."""

    heading: str
    blocks: tuple[Block, ...]
    tick: bool = False
    """Whether its lines have boxes to tick."""
    labels: Labels = "none"
    """With labels, texts are behind them, without icons."""
    starts: tuple[int, ...] = ()
    """The places of the lines with which further paragraphs begin."""

    @cached_property
    def runs(self) -> tuple[str, ...]:
        """The words of each item: a text goes on behind its label, and in a paragraph the next label behind a text."""
        if self.labels == "none":
            return tuple(block.heading for block in self.blocks)
        lines = tuple(f"{block.heading} {block.text}" for block in self.blocks)
        if self.labels == "lines":
            return lines
        return tuple(" ".join(lines[start:end]) for start, end in pairwise((0, *self.starts, len(lines))))


class ListItem(Struct, frozen=True, dict=True):
    """An item of a list, or its heading, broken into lines."""

    setting: Setting | RunInText | LabeledRuns
    icon: str
    """Empty for a heading, and for an item with labels."""
    tick: bool
    """Whether it has a box to tick."""
    icon_size: float
    gap: float
    """Below it, in points."""

    @property
    def is_heading(self) -> bool:
        return isinstance(self.setting, Setting) and not self.icon

    @cached_property
    def height(self) -> float:
        """With the space below it; every way to divide a page asks for it."""
        if self.is_heading:
            return self.setting.height + LIST_HEADING_GAP * self.icon_size
        if not isinstance(self.setting, Setting):
            return self.setting.height + self.gap
        return max(self.icon_size + ICON_GAP * self.setting.size, self.setting.height + self.gap)

    @property
    def above(self) -> float:
        """Space above an item that does not begin its column."""
        return LIST_HEADING_GAP * self.icon_size if self.is_heading else 0

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        if not isinstance(self.setting, Setting):
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                self.setting.draw(sketch, x, y)
        elif self.is_heading:
            with sketch.tagged("H2"):
                sketch.draw_setting(x, y, self.setting)
        else:
            self._draw_item(sketch, x, y, self.setting)

    def _draw_item(self, sketch: Sketch, x: float, y: float, setting: Setting) -> None:
        """Draw the box to tick, the icon, and the text next to them, its first line in their middle."""
        size = self.icon_size
        if self.tick:
            side = 0.72 * size
            box = Box(x + 0.4, y + (size - side) / 2, side, side)
            sketch.draw_path(rounded(box, 0.8 * MM), stroke=sketch.theme.ink, width=0.9)
        text = x + (TICK_INDENT if self.tick else ITEM_INDENT) * size
        top = y + (size - CAP * setting.size) / 2
        alt = sketch.icon_alt(self.icon, " ".join(setting.lines))
        with sketch.tagged("LI"), sketch.beside_icon("LBody", self.icon, alt, text - ITEM_INDENT * size, y, size):
            sketch.draw_setting(text, top, setting)


def set_list(given: PlanList, room: float, scale: PlanScale, tight: bool = False) -> list[ListItem] | None:
    """A list with its heading, broken into lines for a column `room` points wide; None when a word is too long.

    An empty list has no heading either.
    """
    if not given.blocks:
        return []
    size, icon, gap = scale.list_text, scale.list_icon, _gap(given, scale, tight)
    title = Setting((given.heading,), "semibold", scale.list_heading, scale.list_heading)
    items = [ListItem(title, "", tick=False, icon_size=icon, gap=gap)]
    wide = room - _indent(scale, given.tick)
    if wide < LEAST_BREAKING * size and _longest_word(given.blocks) * size > wide:
        return None
    if given.labels == "paragraph":
        texts = [(each.heading, each.text) for each in given.blocks]
        parts = [texts[start:end] for start, end in pairwise((0, *given.starts, len(texts)))]
        found = [runs for part in parts if (runs := set_labeled_runs(part, size, room, LIST_LEADING))]
        items += [ListItem(runs, "", tick=False, icon_size=icon, gap=gap) for runs in found]
        return items if len(found) == len(parts) else None
    for block in given.blocks:
        setting: Setting | RunInText | None
        if given.labels == "lines":
            setting = set_run_in(block.heading, block.text, size, room, LIST_LEADING, LABEL_HANG * size)
        else:
            setting = fit(block.heading, "regular", (size, size), (wide, inf), LIST_LEADING)
        if setting is None:
            return None
        items.append(ListItem(setting, block.icon if given.labels == "none" else "", given.tick, icon, gap))
    return items


def least_list_height(given: PlanList, room: float, scale: PlanScale, tight: bool = False) -> float:
    """A height that a list surely needs, found without breaking its texts into lines."""
    if not given.blocks:
        return 0.0
    size, gap, beside = scale.list_text, _gap(given, scale, tight), given.labels == "none"
    wide = room - _indent(scale, given.tick) if beside else room
    texts = [(CAP + (count - 1) * LIST_LEADING) * size for count in _least_lines(given.runs, size, wide)]
    icon = scale.list_icon + ICON_GAP * size
    heights = [max(icon, text + gap) if beside else text + gap for text in texts]
    return heading_height(scale) + sum(heights)


@lru_cache(maxsize=1024)  # a list is tried in many ways, with type of few sizes
def _least_lines(texts: tuple[str, ...], size: float, room: float) -> tuple[int, ...]:
    return tuple(least_lines(text, "regular", size, room) for text in texts)


def _indent(scale: PlanScale, tick: bool) -> float:
    """From the left of a column to the text next to icons."""
    return (TICK_INDENT if tick else ITEM_INDENT) * scale.list_icon


def _gap(given: PlanList, scale: PlanScale, tight: bool) -> float:
    """Below an item, in points."""
    if given.labels == "paragraph":
        return (PARAGRAPH_LEADING - CAP) * scale.list_text
    leading = TIGHT_ITEM_LEADING if tight else WIDE_ITEM_LEADING if scale.table_columns == 1 else ITEM_LEADING
    return (leading - CAP) * scale.list_text


def _longest_word(blocks: Iterable[Block]) -> float:
    """Width of the longest word of a list, in type of 1 point."""
    return max(longest_word(in_a_line(block).heading, "regular") for block in blocks)


def in_a_line(block: Block) -> Block:
    """A label with its text in one line."""
    return Block(block.icon, f"{block.heading}: {block.text}", "") if block.text else block


def join_lines(blocks: Iterable[Block]) -> list[Block]:
    """Neighbors with the same icon as one paragraph."""
    return [
        Block(icon, " ".join(block.heading for block in same), "")
        for icon, same in groupby(blocks, key=lambda block: block.icon)
    ]


def column_height(column: Sequence[ListItem]) -> float:
    """The height of items one below the other, in points."""
    return sum(item.height for item in column) + sum(item.above for item in column[1:])


def split_into_columns(
    items: Sequence[ListItem], columns: int, free: float, taken: float = 0.0
) -> list[list[ListItem]]:
    """Columns as even as possible; one for each list when that makes none higher than `free` points.

    The last one begins `taken` points lower than the others.
    """
    starts = [index for index, item in enumerate(items) if item.is_heading]
    lists = [list(items[start:end]) for start, end in pairwise([*starts, len(items)])]
    if len(lists) == columns and not taken and max(map(column_height, lists)) <= free:
        return lists
    room = (column_height(items) + taken) / columns
    heights, above = [item.height for item in items], [item.above for item in items]
    while len(filled := _fill(heights, above, [room] * (columns - 1) + [room - taken])) > columns:
        room += EVENING_STEP
    return [list(items[start:end]) for start, end in pairwise([*filled, len(items)])]


def _fill(heights: Sequence[float], above: Sequence[float], rooms: Sequence[float]) -> list[int]:
    """Where columns begin that are no higher than their rooms, in points, unless one item is.

    A heading stays with what follows it; only headings have space `above` them.
    """
    starts, used = [0], 0.0
    for index, height in enumerate(heights):
        needed = height + heights[index + 1] if above[index] and index + 1 < len(heights) else height
        room = rooms[min(len(starts), len(rooms)) - 1]
        if index > starts[-1] and not above[index - 1] and used + needed > room:
            starts.append(index)
            used = 0.0
        used += height + (above[index] if index > starts[-1] else 0)
    return starts


def draw_column(sketch: Sketch, column: Sequence[ListItem], x: float, y: float) -> None:
    """Draw items one below the other; those below a heading are read as a list."""
    first = True
    for is_heading, run in groupby(column, key=lambda item: item.is_heading):
        with nullcontext() if is_heading else sketch.tagged("L"):
            for item in run:
                y += 0 if first else item.above
                item.draw(sketch, x, y)
                y += item.height
                first = False


def heading_height(scale: PlanScale) -> float:
    """The height of a heading, with the space below it."""
    return CAP * scale.list_heading + LIST_HEADING_GAP * scale.list_icon
