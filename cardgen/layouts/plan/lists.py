"""The lists of a session plan: what to tick off, what to beware of, what comes afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import groupby, pairwise

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.scale import PlanScale
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box
from cardgen.wording.deck import Block

SPACING = 1.2
"""Distance between baselines, in type sizes."""
FINER = 2
"""Columns are made even to so many points."""


class Entry(Struct, frozen=True):
    """A line of a list, or a heading: broken into lines for its column."""

    setting: Setting
    icon: str
    tick: bool
    size: float
    """Of its icon, in points."""
    gap: float
    """Below it, in points."""

    @property
    def heading(self) -> bool:
        return not self.icon

    @property
    def height(self) -> float:
        """With the space below it."""
        if self.heading:
            return self.setting.height + 0.5 * self.size
        return max(self.size, self.setting.height) + self.gap

    @property
    def indent(self) -> float:
        return 0 if self.heading else (2.55 if self.tick else 1.35) * self.size

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        tall = max(self.size, self.setting.height)
        if self.tick:
            side = 0.72 * self.size
            box = Box(x + 0.4, y + (self.size - side) / 2, side, side)
            sketch.draw_path(rounded(box, 0.8 * MM), stroke=sketch.theme.ink, width=0.9)
        top = y if self.heading or self.setting.height > self.size else y + (tall - self.setting.height) / 2
        if self.heading:
            with sketch.tagged("H2"):
                sketch.draw_setting(x, top, self.setting)
            return
        left = x + self.indent - 1.35 * self.size
        alt = sketch.icon_alt(self.icon, " ".join(self.setting.lines))
        with sketch.tagged("LI"), sketch.beside_icon("LBody", self.icon, alt, left, y, self.size):
            sketch.draw_setting(x + self.indent, top, self.setting)


def entries(
    heading: str, blocks: Sequence[Block], room: float, scale: PlanScale, tick: bool = False
) -> list[Entry] | None:
    """A list under its heading, broken into lines for a column `room` points wide; None when a word is too long.

    A list of nothing has no heading either.
    """
    if not blocks:
        return []
    indent = (2.55 if tick else 1.35) * scale.list_icon
    gap = (0.55 if scale.table_columns == 1 else 0.4) * scale.list_text
    found = [
        Entry(Setting((heading,), "semibold", scale.list_heading, scale.list_heading), "", False, scale.list_icon, gap)
    ]
    for block in blocks:
        setting = fit(block.heading, "regular", (scale.list_text, scale.list_text), (room - indent, 1e6), SPACING)
        if setting is None:
            return None
        found.append(Entry(setting, block.icon, tick, scale.list_icon, gap))
    return found


def height(column: Sequence[Entry]) -> float:
    """Of entries below each other, in points."""
    return sum(entry.height for entry in column) + sum(_above(entry) for entry in column[1:])


def _above(entry: Entry) -> float:
    """Space above an entry that does not begin its column."""
    return 0.5 * entry.size if entry.heading else 0


def split(listed: Sequence[Entry], columns: int, free: float) -> list[list[Entry]]:
    """Columns as even as can be; each list its own column if that makes none higher than `free` points."""
    starts = [index for index, entry in enumerate(listed) if entry.heading]
    lists = [list(listed[start:end]) for start, end in pairwise([*starts, len(listed)])]
    if len(lists) == columns and max(map(height, lists)) <= free:
        return lists
    room, tall = height(listed) / columns, [entry.height for entry in listed]
    while len(filled := _fill(listed, tall, room)) > columns:
        room += FINER
    return filled


def _fill(listed: Sequence[Entry], tall: Sequence[float], room: float) -> list[list[Entry]]:
    """Columns no higher than `room` points, unless one entry is; a heading stays with what follows it.

    `tall` are the heights of the entries.
    """
    filled: list[list[Entry]] = [[]]
    used = 0.0
    for index, entry in enumerate(listed):
        last = index if not entry.heading else index + 1
        needed = sum(tall[index : last + 1])
        if filled[-1] and not filled[-1][-1].heading and used + needed > room:
            filled.append([])
            used = 0
        used += tall[index] + (_above(entry) if filled[-1] else 0)
        filled[-1].append(entry)
    return filled


def draw_column(sketch: Sketch, column: Sequence[Entry], x: float, y: float) -> None:
    """Draw entries below each other, those below a heading as a list."""
    first = True
    for heading, run in groupby(column, key=lambda entry: entry.heading):
        with nullcontext() if heading else sketch.tagged("L"):
            for entry in run:
                y += 0 if first else _above(entry)
                entry.draw(sketch, x, y)
                y += entry.height
                first = False


def heading_height(scale: PlanScale) -> float:
    """Of a heading, with the space below it."""
    return CAP * scale.list_heading + 0.5 * scale.list_icon
