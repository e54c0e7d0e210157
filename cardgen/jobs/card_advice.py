"""How to print, cut, fold and laminate cards."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.scene.pages import Flip
from cardgen.sheets.cutting import Cutting
from cardgen.sheets.grid import Grid
from cardgen.sheets.holes import HOLE_DIAMETER, LAMINATED_HOLE_DIAMETER, HoleKind
from cardgen.sheets.printer_marks import find_unmarked
from cardgen.sheets.stock import SEAL
from cardgen.units import in_mm


def advise(
    cutting: Cutting, sheets: int, flip: Flip | None, by_hand: bool, stacked: bool, hole: HoleKind | None
) -> Iterator[str]:
    """How to print the cards, `flip` being the edge that sheets are turned over, and how to cut and laminate them.

    None for `flip`: nothing is on the backs of the sheets.
    """
    if cutting.grid is None:
        yield from _for_a_print_shop(cutting)
    else:
        yield from _printing(sheets, flip, by_hand)
        yield from _cutting(cutting, cutting.grid)
    if stacked:
        yield "Cut all sheets as one pile. Put each stack under the one before it, row by row, to get them in order."
    if cutting.stock.fold and cutting.grid:
        yield "Cut out the double cards. Fold each in the middle with the print outside, and glue it."
    yield from _laminating(cutting)
    if hole:
        yield _punching(cutting)


def _printing(sheets: int, flip: Flip | None, by_hand: bool) -> Iterator[str]:
    if flip is None:
        yield "Print it at 100% (actual size), on one side."
    elif by_hand:
        yield from duplex_by_hand(sheets)
    else:
        yield f"Print it at 100% (actual size), on both sides, flipped on the {flip} edge."


def _for_a_print_shop(cutting: Cutting) -> Iterator[str]:
    trim = f"{in_mm(cutting.stock.size.width)} x {in_mm(cutting.stock.size.height)} mm"
    if cutting.bleed:
        yield f"Every side is a page, in the order of the cards: trim {trim},"
        yield f"bleed {in_mm(cutting.bleed)} mm, with crop and registration marks."
    else:
        yield f"Every side is a page of {trim}, in the order of the cards, without marks."
        yield "For a print shop, add <bleed=3mm>: white shows at an edge that is cut a little too far out."


def duplex_by_hand(sheets: int) -> Iterator[str]:
    """How to print both sides of sheets on a printer that prints on one side."""
    if sheets == 1:
        yield "Print page 1 at 100% (actual size). Put the sheet back as it came out, to print on the empty side."
        yield "Then print page 2. If it is upside down, turn the sheet end for end before you print its other side."
        return
    yield f"Print pages 1 to {sheets} at 100% (actual size). Put the stack back as it came out, to print on the"
    yield f"empty sides. Then print pages {sheets + 1} to {2 * sheets}: the back of the last sheet comes first."
    yield "Try it with two sheets. If their backs are upside down, turn the stack end for end."


def _cutting(cutting: Cutting, grid: Grid) -> Iterator[str]:
    """The cuts and folds that no mark shows."""
    if not cutting.marked:
        yield "Break the cards out of the sheet, or peel them off."
        return
    bare = find_unmarked(grid, cutting.bleed)
    for places, do, edge, margins in (
        (bare.cuts_across, "cut", "left", "top and bottom"),
        (bare.cuts_down, "cut", "top", "left and right"),
        (bare.folds_across, "fold", "left", "top and bottom"),
        (bare.folds_down, "fold", "top", "left and right"),
    ):
        if places:
            *others, last = map(in_mm, places)
            shown = f"{', '.join(others)} and {last}" if others else last
            yield f"Measure and {do} {shown} mm from the {edge} edge: the {margins} margins are too narrow for marks."


def _laminating(cutting: Cutting) -> Iterator[str]:
    pouch, seal = cutting.stock.pouch, in_mm(SEAL)
    if pouch:
        size, together = f"{in_mm(pouch.width)} x {in_mm(pouch.height)} mm", pouch.columns * pouch.rows
        if together == 1:
            yield f"Put each card in the middle of a pouch of {size}: {seal} mm of film seals each edge."
        else:
            yield f"Cut the cards out. Lay {together} in a pouch of {size}, {in_mm(cutting.stock.gap)} mm apart,"
            yield f"{seal} mm from its edges. Cut the film {seal} mm outside each card."
    elif cutting.laminated:
        yield f"Separate the cards and round their corners. Lay them {in_mm(2 * SEAL)} mm apart in the pouch,"
        yield f"{seal} mm from its edges. Cut the film {seal} mm outside each card, and round its corners too."


def _punching(cutting: Cutting) -> str:
    if not cutting.laminated:
        return f"Punch the holes {in_mm(HOLE_DIAMETER)} mm wide, along the circles."
    paper, film = in_mm(LAMINATED_HOLE_DIAMETER), in_mm(HOLE_DIAMETER)
    return f"Cut the holes {paper} mm wide in the paper. Laminate, then punch {film} mm in the film: it seals the rim."
