"""How the steps of an overview card with figures look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import ceil

from msgspec import Struct

from cardgen.layouts.cards.overview.cell_texts import Telling
from cardgen.layouts.cards.overview.scale import CellScale, OverviewScale


class StepLook(Struct, frozen=True):
    """How steps look."""

    columns: int
    """How many are side by side."""
    scale: CellScale
    telling: Telling
    together: bool = False
    """Whether all amounts of a step are together."""

    def counts(self, steps: int) -> list[int]:
        """How many steps are on each line: on the last lines fewer and wider ones, if they do not fill all."""
        lines = ceil(steps / self.columns)
        least, more = divmod(steps, lines)
        return [least + 1] * more + [least] * (lines - more)


def looks(scale: OverviewScale, also_brief: bool = False) -> Iterator[StepLook]:
    """How steps may look, the roomiest first; in several columns, tiles before rows."""
    tiles, rows = ([cell for cell in scale.cells if cell.tile == tile] for tile in (True, False))
    for columns, cell in (*product(scale.columns, tiles), *product(scale.columns[:1], rows)):
        yield StepLook(columns, cell, "notes")
        if also_brief:
            yield StepLook(columns, cell, "brief", together=True)
            yield StepLook(columns, cell, "brief")
        yield StepLook(columns, cell, "line")
