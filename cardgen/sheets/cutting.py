"""What cards are cut from: stock, paper, gaps, bleed and corners, and whether all that goes together."""

from __future__ import annotations

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.reading.models import SourceText
from cardgen.sheets.grid import Grid, grid_of
from cardgen.sheets.paper import paper
from cardgen.sheets.stock import SEAL, Stock, is_path, stock_file
from cardgen.units import MM, Size, in_mm

MOST_BLEED = 3 * MM
"""Colour runs this far over the edge of a card where the gap to the next one allows it, unless more is asked for."""
CORNER = 3 * MM
"""The corners of a laminated card whose stock has none."""
MOST_EDGE = 8 * MM
"""Cards make room for a printer's border up to this; of a wider one they warn."""
WIDEST_BLEED = 10 * MM
"""Print shops ask for 3 mm (print facts)."""
DEFAULT_PAPER = "a4"


class Cutting(Struct, frozen=True):
    """How cards lie on their sheets and are cut out of them; lengths in points."""

    stock: Stock
    paper: str
    bleed: float
    corner: float
    """Radius of the corners to be rounded; 0 leaves them."""
    grid: Grid | None
    """The places on a sheet; None when every side of a card is a page of its own."""
    laminated: bool
    source: SourceText | None = None
    """The file of a stock of one's own."""

    @property
    def marked(self) -> bool:
        """There is something to cut along marks: perforated sheets need none."""
        return self.stock.sheet is None

    def edge(self, border: float) -> Size:
        """How much of a card's edge lies in the border that the printer cannot reach, each way."""
        margins = self.grid.margins if self.grid else Size(border, border)
        return Size(*(min(max(0.0, border - margin), MOST_EDGE) for margin in margins))


def cut(
    stock_name: str | None = None,
    paper_name: str | None = None,
    *,
    gap: float | None = None,
    bleed: float | None = None,
    laminate: bool = False,
    round_corners: bool = False,
    single: bool = False,
) -> Cutting:
    """Choose stock and paper, each the usual one for the other; UserError when something does not go together.

    `gap` and `bleed` are points; None takes what the stock has, and as much bleed as its gaps have room for.
    """
    name = stock_name or paper(paper_name or DEFAULT_PAPER).stock
    document = stock_file(name)
    found, source = document.model, document.source if is_path(name) else None
    laminate = laminate or found.pouch is not None
    on = (paper_name or (found.paper if stock_name else DEFAULT_PAPER)).lower()
    sheet = paper(on).size
    corner = (found.corner or CORNER) if laminate or round_corners else 0.0
    _refuse((bleed or 0.0) > WIDEST_BLEED, f"A bleed of {in_mm(bleed or 0)} mm is too wide.", "Write --bleed 3mm.")
    if single:
        _refuse(gap is not None, "A card that is alone on its page has no gaps.", "Leave out --gap, or --single.")
        return Cutting(found, on, bleed or 0.0, corner, None, laminate, source)
    _check_fixed(found, on, gap)
    narrow = laminate and not found.pouch and gap is not None and gap < 2 * SEAL - 0.01
    _refuse(narrow, f"Film needs {in_mm(2 * SEAL)} mm between the cards.", "Leave out --gap.")
    wanted = _gap(found, gap, bleed or 0.0, laminate)
    grid = grid_of(found, sheet, wanted, bleed or 0.0)
    room = _room(grid, wanted)
    if bleed is None:
        bleed = 0.0 if laminate or found.fold else min(MOST_BLEED, room)
    _refuse(found.fold and bleed > 0, "Colour cannot run over the fold of a card.", "Leave out --bleed, or --single.")
    lacking = (
        f"A bleed of {in_mm(bleed)} mm needs {in_mm(2 * bleed)} mm between the cards: there are {in_mm(2 * room)}."
    )
    _refuse(bleed > room + 0.01, lacking, "Choose a smaller bleed, another stock, or --single.")
    return Cutting(found, on, bleed, corner, grid, laminate, source)


def _check_fixed(found: Stock, on: str, gap: float | None) -> None:
    """A perforated sheet is what it is."""
    if found.sheet:
        problem = f"This stock is a sheet of {found.paper}, not of {on}."
        _refuse(on != found.paper, problem, f"Write --paper {found.paper}.")
        _refuse(gap is not None, "The gaps of a perforated sheet are what they are.", "Leave out --gap.")


def _gap(found: Stock, gap: float | None, bleed: float, laminate: bool) -> float:
    """The gap that is asked for, else what bleed or film need; cards with a pouch each need none for film."""
    if gap is not None:
        return gap
    return max(found.gap, 2 * bleed, 2 * SEAL if laminate and not found.pouch else 0.0)


def _room(grid: Grid, gap: float) -> float:
    """The most that colour may run over the edge of a card: half the least space to the next one."""
    spaces = [
        *([grid.across - grid.cell.width] if grid.columns > 1 else []),
        *([grid.down - grid.cell.height] if grid.rows > 1 else []),
    ]
    return min(spaces, default=gap) / 2


def _refuse(wrong: bool, problem: str, remedy: str) -> None:
    if wrong:
        raise UserError(Fault(problem, remedy))
