"""Warnings about content that lies where the printer may not reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.errors import name_first
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.units import MM, in_mm

SPARE = 2 * MM
"""Most printers print this much closer to the edge than is safe for all (print facts: 4 to 6.7 mm stay white)."""
MOST_NAMED = 4
"""The most cards or pages that a warning names; others are only counted."""


def least_border(border: float) -> float:
    """The border that no text may be moved into: a measured one, or less than the safe one, which few need."""
    return border - SPARE if border == SAFE_BORDER else border


def edge_warnings(names: Sequence[str], border: float) -> Iterator[str]:
    """Warn of cards with content in the border (in points), and name the remedies; yields nothing without names."""
    if names:
        yield (
            f"The printer may cut off what is within {in_mm(border)} mm of the paper's edge, on "
            f"{name_first(names, MOST_NAMED, ';')}. Choose a smaller stock, or give the border of your printer if it "
            "prints closer to the edge: <border=4mm>."
        )


def shift_warnings(names: Sequence[str], border: float, choice: str) -> Iterator[str]:
    """Warn that <back_shift> moves text to where the printer may not reach; yields nothing without names."""
    if names:
        yield (
            f"<back_shift> moves text to within {in_mm(border)} mm of the paper's edge, on "
            f"{name_first(names, MOST_NAMED, ';')}: the printer may cut it off. {choice}, or straighten the paper in "
            "the tray and measure again with `cardgen calibrate`."
        )
