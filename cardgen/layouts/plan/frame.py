"""The ways to divide a plan's page: where the body, the lists and the notes are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.layouts.parts.step_map import step_map_width
from cardgen.layouts.plan.scale import PlanScale
from cardgen.units import MM, Box, Size
from cardgen.wording.plan_page import PlanPage

PLAN_NUMBER_ROOMS = (12 * MM, 20 * MM, 30 * MM)
"""Room for the numbers of the steps at either side of the body: the first that holds them all is used."""
LARGE_BODY = 1.4
"""Height of a body beside lists that are higher than it, as a multiple of the usual one."""
PARTING = 5 * MM
"""Between two lists beside each other."""


class Frame(Struct, frozen=True):
    """A page divided in one way."""

    live: Box
    numbers: float
    """Room for the numbers of the steps at either side of the body."""
    map: Size
    """The body with these numbers."""
    beside: bool
    """Whether the body is beside the lists; else it is below the table, beside the notes."""
    dense: bool
    """Whether all lists are above the table; else what comes afterwards is below it, beside the notes."""

    @property
    def columns(self) -> int:
        """The number of columns of lists."""
        return 2 if self.beside else 3

    @property
    def column(self) -> float:
        """Width of a column of lists."""
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
        """The least number of lines to write on."""
        return 0 if not self.map.height else 1 if self.dense else 2


def frames(page: PlanPage, paper: Size, scale: PlanScale) -> Iterator[Frame]:
    """The ways to divide the page at a scale, the usual one first."""
    live, dense = Box(0, 0, *paper).inset(scale.margin), scale.table_columns == 2
    for numbers in PLAN_NUMBER_ROOMS:
        usual, large = (
            Size(step_map_width(page, part * scale.body_height, numbers), part * scale.body_height)
            for part in (1.0, LARGE_BODY)
        )
        if dense:
            yield Frame(live, numbers, usual, beside=False, dense=True)
        for size in (large, usual):
            yield Frame(live, numbers, size, beside=True, dense=dense)


def bare_frame(paper: Size, scale: PlanScale) -> Frame:
    """A page that has only the table: the body and the notes are on the back."""
    return Frame(Box(0, 0, *paper).inset(scale.margin), 0.0, Size(0, 0), beside=False, dense=True)
