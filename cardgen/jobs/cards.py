"""Cards of a session, on sheets to be cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import Generic, TypeVar

from cardgen.artwork.pictures.resolution import Coarse, coarse
from cardgen.artwork.theme import theme
from cardgen.jobs.result import Print, of_session, traced
from cardgen.layouts.cards import layout
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import TAGGED_PDF, PdfFormat
from cardgen.planning.session import Session
from cardgen.scene.faces import Card
from cardgen.scene.pages import Flip, Page
from cardgen.scene.record import CardEntry, Command, Record
from cardgen.sheets.border import find_cut_off
from cardgen.sheets.cards import deal_cards, deal_stacks, impose_cards, impose_singly
from cardgen.sheets.cutting import Cutting, choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.holes import HoleKind, place_holes
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.sheets.registration import fronts_first, move_back
from cardgen.units import MM
from cardgen.wording.cards import word_deck
from cardgen.wording.words import ENGLISH

Item = TypeVar("Item")


class Counted(Generic[Item]):
    """Things that pass one by one, and how many have passed, so that a long deck need not be held in memory."""

    def __init__(self, things: Iterable[Item]) -> None:
        self.things = things
        self.count = 0

    def __iter__(self) -> Iterator[Item]:
        for thing in self.things:
            self.count += 1
            yield thing


def print_cards(
    session: Session,
    cutting: Cutting | None = None,
    *,
    command: Command | None = None,
    layout_name: str = "steps",
    theme_name: str = "standard",
    language: str = ENGLISH,
    duplex: bool = True,
    flip: Flip = "long",
    manual_duplex: bool = False,
    first: int = 0,
    stacked: bool = False,
    copies: int = 1,
    hole: HoleKind | None = None,
    border: float = SAFE_BORDER,
    back_shift: tuple[float, float] = (0.0, 0.0),
    pdf_format: PdfFormat = TAGGED_PDF,
    earlier: Record | None = None,
) -> Print:
    """Cards of a session, cut as `cutting` says; UserError when something does not fit.

    The first sheet is used from place `first` on, from 0. With `stacked` a pile of sheets that is cut at once is in
    order. `border` is what the printer cannot reach, `back_shift` how far backs move to the right and down, in points.
    With the record of an `earlier` print only cards that were not in it, as they are now.
    """
    cutting, lay_out = cutting or choose_cutting(), layout(layout_name)
    punched = place_holes(hole, cutting.stock.size, cutting.laminated) if hole else None
    card_format = Format(cutting.stock.size, cutting.bleed, cutting.border_on_card(border), punched)
    deck, colors = word_deck(session, language), theme(theme_name)
    more = (cutting.source,) if cutting.source else ()
    width, height = (round(length / MM, 1) for length in card_format.size)
    record = Record("cards", command, traced(session, more), (width, height))
    cards = Counted(_copied(_entered(lay_out(deck, card_format, colors, duplex), record, earlier), copies))
    cut_off_names: dict[str, None] = {}
    rough: list[Coarse] = []
    seen = _looked_at(cards, rough)
    pages = Counted(_seen(_pages(seen, cutting, flip if duplex else None, first, stacked), border, cut_off_names))
    shift = back_shift if cutting.grid else (0.0, 0.0)  # a print shop's printers are its own
    moved = (move_back(page, shift) for page in pages)
    data = build_pdf(
        fronts_first(moved) if manual_duplex else moved,
        of_session(session, language, record, pdf_format, more),
        pdf_format,
        duplex=_turned(cutting, flip) if duplex and not manual_duplex else None,
    )
    return Print(data, pages.count, cards.count, record, tuple(cut_off_names), tuple(rough))


def _turned(cutting: Cutting, flip: Flip) -> Flip | None:
    """The edge that pages are turned over for their backs; upright backs of wide pages need the short one."""
    if cutting.grid is None:
        return "short" if cutting.stock.width > cutting.stock.height else "long"
    return None if cutting.grid.folded else flip


def _copied(cards: Iterable[Card], copies: int) -> Iterable[Card]:
    """The whole deck so many times, one after the other."""
    return cards if copies == 1 else chain.from_iterable(repeat(tuple(cards), copies))


def _pages(cards: Iterable[Card], cutting: Cutting, flip: Flip | None, first: int, stacked: bool) -> Iterator[Page]:
    """Cards on sheets, or each on a page of its own."""
    grid = cutting.grid
    if grid is None:
        return impose_singly(cards, cutting.stock.size, cutting.bleed, flip is not None, cutting.corner)
    sheets = deal_stacks(tuple(cards), grid.places) if stacked else deal_cards(cards, grid.places, first)
    return impose_cards(sheets, grid, flip=flip, corner=cutting.corner, bleed=cutting.bleed, marked=cutting.marked)


def _seen(pages: Iterable[Page], border: float, names: dict[str, None]) -> Iterator[Page]:
    """Note the names of the faces that have content where the printer cannot reach."""
    for page in pages:
        if page.trim is None:
            names.update(dict.fromkeys(find_cut_off(page, border)))
        yield page


def _looked_at(cards: Iterable[Card], rough: list[Coarse]) -> Iterator[Card]:
    """Note the pictures that look rough."""
    for card in cards:
        rough += coarse(card)
        yield card


def _entered(cards: Iterable[Card], record: Record, earlier: Record | None) -> Iterator[Card]:
    """The cards to be printed, all entered in the record."""
    known = {card.revision for card in earlier.cards} if earlier else set()
    for card in cards:
        printed = card.revision not in known
        record.cards.append(CardEntry(card.front.name, card.revision, printed))
        if printed:
            yield card
