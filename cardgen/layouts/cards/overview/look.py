"""How the steps of an overview card with figures look."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.cards.overview.cell_texts import Telling
from cardgen.layouts.cards.overview.scale import CellScale


class Look(Struct, frozen=True):
    """How steps look."""

    columns: int
    """How many are side by side."""
    scale: CellScale
    telling: Telling
    together: bool = False
    """Whether all amounts of a step are together."""
