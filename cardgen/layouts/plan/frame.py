"""The ways to divide a plan's page: where the body, the lists and the notes are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Literal

from msgspec import Struct

from cardgen.layouts.parts.step_map import label_width, map_views, numbered_bodies_width
from cardgen.layouts.plan.scale import PlanScale
from cardgen.units import MM, Box, Size
from cardgen.wording.plan_page import PlanPage

PLAN_NUMBER_ROOMS = (12 * MM, 20 * MM, 30 * MM)
"""Room for the numbers of the steps at either side of the body."""
LARGE_BODY = 1.4
"""Height of a body next to lists that are higher than it, as a multiple of the usual one."""
LEAST_COLUMN = 45 * MM
"""The narrowest of two columns of what comes afterwards."""
PARTING = 5 * MM
"""Between two lists side by side."""


Foot = Literal["both", "notes", "after"]


class Frame(Struct, frozen=True):
    """A page divided in one way."""

    live: Box
    numbers: float
    """Room for the numbers of the steps at either side of the body."""
    map: Size
    """The body with these numbers."""
    beside: bool
    """Whether the body is next to the lists; else it is below the table, next to the notes."""
    foot: Foot
    """The parts below the table: what comes afterwards, or lines for notes and then all lists are above, or both."""

    @property
    def columns(self) -> int:
        """The number of columns of lists: the last of three is below a body that is no wider, otherwise next to all."""
        return 2 if self.beside and not self.taken else 3

    @property
    def column(self) -> float:
        """Width of a column of lists."""
        beside = self.map.width + PARTING if self.columns == 2 else 0
        return (self.live.width - beside - PARTING * (self.columns - 1)) / self.columns

    @property
    def taken(self) -> float:
        """The height that the body takes of the last column of lists, with the space below it."""
        third = (self.live.width - 2 * PARTING) / 3
        return self.map.height + PARTING if self.beside and self.map.width <= third else 0.0

    @property
    def below(self) -> Box:
        """The left edge of what is below the table, and its width."""
        return Box(self.live.x, 0, self.live.width - (0 if self.beside else self.map.width + PARTING), 0)

    @property
    def notes(self) -> Box:
        """The left edge of the notes and their width."""
        if self.foot != "both":
            return self.below
        return Box((self.live.width + PARTING) / 2 + self.live.x, 0, (self.live.width - PARTING) / 2, 0)

    @property
    def after_columns(self) -> int:
        """The number of columns of what comes afterwards, below the table."""
        if self.foot == "after":
            return 2 if self.below.width >= 2 * LEAST_COLUMN + PARTING else 1
        return 1 if self.foot == "both" else 0

    @property
    def after_column(self) -> float:
        """Width of such a column; of the columns of lists when it is among them."""
        if self.foot == "after":
            return (self.below.width - PARTING * (self.after_columns - 1)) / self.after_columns
        return self.notes.width if self.foot == "both" else self.column

    @property
    def least_notes(self) -> int:
        """The least number of lines to write on."""
        return {"both": 2, "notes": 1, "after": 0}[self.foot] if self.map.height else 0


def part_gap(scale: PlanScale) -> float:
    """Between two parts of the page, in points."""
    return 0.42 * scale.margin - 1.3 * MM


def number_rooms(page: PlanPage) -> list[float]:
    """The rooms for numbers, the least first, but those that would break the numbers of a place last."""
    needed = label_width(page)
    return sorted(PLAN_NUMBER_ROOMS, key=lambda room: room < needed)


def frames(page: PlanPage, paper: Size, scale: PlanScale) -> Iterator[Frame]:
    """The ways to divide the page at a scale, the usual one first, those without notes last."""
    live, two_columns = Box(0, 0, *paper).inset(scale.margin), scale.table_columns == 2
    views, has_lists = map_views(page), bool(page.before or page.care)
    for foot, numbers in product(_feet(page, two_columns), number_rooms(page)):
        usual, large = (
            Size(numbered_bodies_width(views, part * scale.body_height, numbers), part * scale.body_height)
            for part in (1.0, LARGE_BODY)
        )
        if two_columns or not has_lists:
            yield Frame(live, numbers, usual, beside=False, foot=foot)
        for size in (large, usual) if has_lists else ():
            yield Frame(live, numbers, size, beside=True, foot=foot)


def _feet(page: PlanPage, two_columns: bool) -> tuple[Foot, ...]:
    """The choices for the part below the table, the best first."""
    if page.before or page.care:
        return ("notes", "after") if two_columns else ("both",) if page.after else ("notes",)
    return ("after", "notes") if page.after else ("notes",)


def bare_frames(page: PlanPage, paper: Size, scale: PlanScale) -> Iterator[Frame]:
    """A page without the body; what comes afterwards is below the steps if there are no other lists."""
    live = Box(0, 0, *paper).inset(scale.margin)
    if page.after and not (page.before or page.care):
        yield Frame(live, 0.0, Size(0, 0), beside=False, foot="after")
    yield Frame(live, 0.0, Size(0, 0), beside=False, foot="notes")
