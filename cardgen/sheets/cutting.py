"""The stock, paper, gaps, bleed and corners of a print, which must go together."""

from __future__ import annotations

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.files.finding import as_name
from cardgen.reading.documents import SourceText
from cardgen.sheets.grid import Grid, choose_grid
from cardgen.sheets.paper import DEFAULT_PAPER, ROUNDING_ERROR, paper
from cardgen.sheets.stock import SEAL, Stock, is_stock_file, stock_file
from cardgen.units import MM, Size, in_mm

MOST_BLEED = 3 * MM
"""How far color runs over the edge of a card when no bleed is asked for, if the gap to the next card allows it."""
WIDEST_BLEED = 10 * MM
"""The widest bleed that may be asked for; print shops ask for 3 mm (print facts)."""
LAMINATED_CORNER = 3 * MM
"""Corner radius of a laminated card whose stock has none."""
MOST_EDGE_SHIFT = 8 * MM
"""Cards make room for a printer's border up to this; for a wider one there is a warning."""


class Cutting(Struct, frozen=True, kw_only=True):
    """The places of cards on their sheets and how they are cut out; lengths in points."""

    stock: Stock
    paper: str
    bleed: float
    corner: float
    """Radius of the corners to be rounded; 0 leaves them."""
    grid: Grid | None
    """The places on a sheet; None when each side of a card is a separate page."""
    laminated: bool
    source: SourceText | None = None
    """The file of an author's own stock."""

    @property
    def sources(self) -> tuple[SourceText, ...]:
        """The files that it was read from, other than cardgen's own."""
        return (self.source,) if self.source else ()

    @property
    def marked(self) -> bool:
        """Whether there is something to cut along marks; perforated sheets need none."""
        return self.stock.sheet is None

    def border_on_card(self, border: float) -> Size:
        """How much of a card's edge is in the border that the printer cannot reach: at the sides, at top and bottom."""
        margins = self.grid.margins if self.grid else Size(border, border)
        return Size(*(min(max(0.0, border - margin), MOST_EDGE_SHIFT) for margin in margins))


def is_other_sheet(stock_name: str, paper_name: str) -> bool:
    """Whether a stock is a perforated sheet of another paper; UserError when there is no such stock."""
    found = stock_file(stock_name).model
    return found.sheet is not None and found.paper != as_name(paper_name)


def choose_cutting(
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

    `gap` and `bleed` are in points; None is the gap of the stock, and as much bleed as the gaps have room for.
    """
    document = stock_file(stock_name or paper(paper_name or DEFAULT_PAPER).stock)
    stock = document.model
    on = as_name(paper_name or (stock.paper if stock_name else DEFAULT_PAPER))
    sheet, laminated = paper(on).size, laminate or stock.pouch is not None
    _refuse((bleed or 0.0) > WIDEST_BLEED, f"A bleed of {in_mm(bleed or 0)} mm is too wide.", "Write <bleed=3mm>.")
    if single:
        _refuse(gap is not None, "A card that is alone on its page has no gaps.", "Leave out <gap>, or <single>.")
        grid, bleed = None, bleed or 0.0
    else:
        _check_gap(stock, on, gap, laminated)
        wanted = _choose_gap(stock, gap, bleed or 0.0, laminated)
        grid = choose_grid(stock, sheet, wanted, bleed or 0.0)
        bleed = _choose_bleed(stock, bleed, laminated, _bleed_room(grid, wanted))
    return Cutting(
        stock=stock,
        paper=on,
        bleed=bleed,
        corner=(stock.corner or LAMINATED_CORNER) if laminated or round_corners else 0.0,
        grid=grid,
        laminated=laminated,
        source=document.source if stock_name and is_stock_file(stock_name) else None,
    )


def _check_gap(stock: Stock, on: str, gap: float | None, laminated: bool) -> None:
    """UserError when a perforated sheet should be changed, or when the gap leaves no room for film."""
    if stock.sheet:
        problem = f"This stock is a sheet of {stock.paper}, not of {on}."
        _refuse(on != stock.paper, problem, f"Write <paper={stock.paper}>.")
        _refuse(gap is not None, "The gaps of a perforated sheet cannot be changed.", "Leave out <gap>.")
    narrow = laminated and not stock.pouch and gap is not None and gap < 2 * SEAL - ROUNDING_ERROR
    _refuse(narrow, f"Film needs {in_mm(2 * SEAL)} mm between the cards.", "Leave out <gap>.")


def _choose_gap(stock: Stock, gap: float | None, bleed: float, laminated: bool) -> float:
    """The gap that is asked for, else what bleed or film need; cards with a pouch each need none for film."""
    if gap is not None:
        return gap
    return max(stock.gap, 2 * bleed, 2 * SEAL if laminated and not stock.pouch else 0.0)


def _choose_bleed(stock: Stock, bleed: float | None, laminated: bool, room: float) -> float:
    """The bleed that is asked for, else as much as there is `room` for; UserError when there is too little."""
    if bleed is None:
        return 0.0 if laminated or stock.fold else min(MOST_BLEED, room)
    _refuse(stock.fold and bleed > 0, "Color cannot run over the fold of a card.", "Leave out <bleed>, or <single>.")
    needed, found = in_mm(2 * bleed), in_mm(2 * room)
    problem = f"A bleed of {in_mm(bleed)} mm needs {needed} mm between the cards, but the gap is only {found} mm."
    _refuse(bleed > room + ROUNDING_ERROR, problem, "Choose a smaller bleed, another stock, or <single>.")
    return bleed


def _bleed_room(grid: Grid, gap: float) -> float:
    """The most that color may run over the edge of a card: half the least space to the next card."""
    spaces = [
        *([grid.across - grid.cell.width] if grid.columns > 1 else []),
        *([grid.down - grid.cell.height] if grid.rows > 1 else []),
    ]
    return min(spaces, default=gap) / 2


def _refuse(wrong: bool, problem: str, remedy: str) -> None:
    if wrong:
        raise UserError(Fault(problem, remedy))
