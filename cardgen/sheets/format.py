"""The piece of paper that a card or a page is laid out on."""

from __future__ import annotations

from msgspec import Struct

from cardgen.sheets.holes import Holes
from cardgen.units import Size


class Format(Struct, frozen=True):
    """A piece of paper as it is after the cut: its size, and what happens at its edges; lengths in points."""

    size: Size
    bleed: float = 0.0
    """How far color may run over the edge."""
    border: Size = Size(0.0, 0.0)
    """The border that the printer cannot reach: at the sides, and at the top and bottom."""
    holes: Holes | None = None
    large: bool = False
    """Large print: no type is smaller than 14 points."""
