"""Stocks that cards are made of: sheets cut by hand, perforated sheets, laminating pouches, folded cards."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import msgspec

from cardgen.errors import Fault
from cardgen.files.finding import YAML_SUFFIXES, as_on_disk, data_files, find_by_name
from cardgen.files.reading import read_text
from cardgen.reading.documents import Document, parse_document
from cardgen.reading.models import Model
from cardgen.sheets.paper import DEFAULT_PAPER, TOLERANCE, papers
from cardgen.suggestions import suggest
from cardgen.units import MM, Length, Size, in_mm

SEAL = 3 * MM
"""Film around a laminated card, to seal it (print facts: 2 to 3 mm)."""
LEAST_CARD = 40 * MM
"""A smaller card has no room for readable type."""
MOST_CARD = 500 * MM
"""A larger card fits no printer."""

GridCount = Annotated[int, msgspec.Meta(ge=1, le=20)]


class Perforated(Model, frozen=True, kw_only=True):
    """The places of cards on a perforated or die-cut sheet."""

    columns: GridCount
    """Cards side by side."""
    rows: GridCount
    """Cards one below the other."""
    left: Length
    """From the left edge of the paper to the first card."""
    top: Length
    """From the upper edge of the paper to the first card."""
    across: Length | None = None
    """From the left edge of one card to the left edge of the next; not needed for one column."""
    down: Length | None = None
    """From the upper edge of one card to the upper edge of the next; not needed for one row."""
    turned: bool = False
    """The cards lie on their left side."""


class Pouch(Model, frozen=True, kw_only=True):
    """A laminating pouch, and the cards in it."""

    width: Length
    """Width of the pouch."""
    height: Length
    """Height of the pouch."""
    columns: GridCount = 1
    """Cards side by side."""
    rows: GridCount = 1
    """Cards one below the other."""
    turned: bool = False
    """The cards lie on their left side."""


class Stock(Model, frozen=True, kw_only=True):
    """A card: its size, and what it is cut, broken or folded from."""

    summary: str
    """A description in a few words."""
    source: str
    """The source of the measures."""
    width: Length
    """Width of a card as it is read, 40 to 500 mm."""
    height: Length
    """Height of a card as it is read, 40 to 500 mm."""
    corner: Length = msgspec.field(default_factory=Length)
    """Radius of the rounded corners."""
    paper: str = DEFAULT_PAPER
    """The paper that it is usually printed on; the only one for a perforated sheet."""
    gap: Length = msgspec.field(default_factory=Length)
    """Between two cards."""
    fold: bool = False
    """Front and back are printed side by side, and folded."""
    sheet: Perforated | None = None
    """A perforated sheet; without one, as many cards as fit are cut by hand."""
    pouch: Pouch | None = None
    """A laminating pouch that the cards lie in."""

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    @property
    def flat(self) -> Size:
        """The size of the piece that is cut: a folded card is twice as wide."""
        return Size(2 * self.width if self.fold else self.width, self.height)


def stocks() -> dict[str, Path]:
    """The stock files that are found, by name."""
    return data_files("stocks")


def stock(name: str) -> Stock:
    """A stock by its name or the path of its file; UserError when there is none, or with its faults."""
    return stock_file(name).model


def stock_file(name: str) -> Document[Stock]:
    """A stock and the text of its file, by its name or path; UserError when there is none, or with its faults."""
    return open_stock(as_on_disk(Path(name)) if is_stock_file(name) else find_by_name("stock", name, stocks()))


def open_stock(path: Path) -> Document[Stock]:
    """The stock in a file; UserError with every fault."""
    return _read_stock(path, read_text(path))


@lru_cache(maxsize=16)
def _read_stock(path: Path, text: str) -> Document[Stock]:
    """The stock in the text of a file, which a job asks for several times."""
    return parse_document(path, text, Stock, _faults)


def is_stock_file(name: str) -> bool:
    """Whether a stock is named by the path of its file."""
    return name.endswith(YAML_SUFFIXES)


def _faults(document: Document[Stock]) -> Iterator[Fault]:
    """Everything that keeps a stock from being printed, with its measure."""
    found = document.model
    for field in ("width", "height"):
        if not LEAST_CARD <= getattr(found, field) <= MOST_CARD:
            problem = f"{field}: a card cannot be {in_mm(getattr(found, field))} mm {_MEASURED[field]}."
            remedy = f"Write {in_mm(LEAST_CARD)} to {in_mm(MOST_CARD)} mm: a smaller card is too small for type."
            yield document.fault((field,), problem, remedy)
    if found.corner > min(found.size) / 2:
        yield document.fault(("corner",), "corner: the radius is more than half the card.", "Write 3 mm.")
    if found.paper not in papers():
        yield document.fault(("paper",), f"There is no paper '{found.paper}'.", suggest(found.paper, papers()))
    elif found.sheet:
        yield from _sheet_faults(document, found.sheet, papers()[found.paper].size)
    if found.sheet and (found.fold or found.gap):
        field = "fold" if found.fold else "gap"
        yield document.fault((field,), f"A perforated sheet cannot have a {field}.", f"Leave out '{field}' or 'sheet'.")
    if found.sheet and found.pouch:
        yield document.fault(("pouch",), "The cards of a perforated sheet have no pouch.", "Leave out one of the two.")
    elif found.pouch:
        yield from _pouch_faults(document, found.pouch)


_MEASURED = {"width": "wide", "height": "high"}


def _sheet_faults(document: Document[Stock], sheet: Perforated, paper: Size) -> Iterator[Fault]:
    """Cards beyond the edge of their sheet, and cards that overlap."""
    card = document.model.size.turned if sheet.turned else document.model.size
    for start, pitch, count, size, room, edge in (
        ("left", "across", sheet.columns, card.width, paper.width, "right"),
        ("top", "down", sheet.rows, card.height, paper.height, "bottom"),
    ):
        step = getattr(sheet, pitch)
        if count > 1 and step is None:
            problem = f"{pitch}: the distance from one card to the next is missing."
            yield document.fault(("sheet",), problem, f"Add '{pitch}: ... mm'.")
            continue
        if count > 1 and size - step > TOLERANCE:
            problem = f"The cards overlap by {in_mm(size - step)} mm: they are {in_mm(size)} mm {pitch}."
            yield document.fault(("sheet", pitch), problem, f"Write at least {in_mm(size)} mm, or a smaller card.")
        over = getattr(sheet, start) + (count - 1) * (step or 0) + size - room
        if over > TOLERANCE:
            problem = f"The cards reach {in_mm(over)} mm beyond the {edge} edge of {document.model.paper}."
            yield document.fault(("sheet", start), problem, f"Check {start}, {pitch} and the number of cards.")


def _pouch_faults(document: Document[Stock], pouch: Pouch) -> Iterator[Fault]:
    """Too little film at the edges of a pouch, or between its cards."""
    found = document.model
    card = found.size.turned if pouch.turned else found.size
    for field, count, size in (("width", pouch.columns, card.width), ("height", pouch.rows, card.height)):
        lacking = count * size + (count - 1) * found.gap + 2 * SEAL - getattr(pouch, field)
        if lacking > TOLERANCE:
            problem = f"The pouch's {field} is {in_mm(lacking)} mm too small to leave {in_mm(SEAL)} mm of film to seal."
            yield document.fault(("pouch", field), problem, "Write a smaller size, or fewer cards in the pouch.")
    if pouch.columns * pouch.rows > 1 and found.gap < 2 * SEAL - TOLERANCE:
        problem = f"Cards in one pouch need {in_mm(2 * SEAL)} mm between them: {in_mm(SEAL)} mm of film for each."
        yield document.fault(("gap",), problem, f"Write 'gap: {in_mm(2 * SEAL)} mm'.")
