"""Cards of a session, on sheets to be cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from cardgen.build.result import Print, of_session, traced
from cardgen.layouts import layout
from cardgen.layouts.parts import Kit
from cardgen.pdf.document import write
from cardgen.plan.session import Session
from cardgen.record import CardEntry, Command, Record
from cardgen.say.wording import word
from cardgen.scene import Card
from cardgen.sheet import fit_grid, impose, paper, stock
from cardgen.theme import theme
from cardgen.units import MM

Item = TypeVar("Item")

MOST_BLEED = 3 * MM
"""Colour runs this far over the edge of a card where the gap to the next one allows it."""


class Counted(Generic[Item]):
    """Things that pass one by one, and how many have passed: a long deck is never held in memory whole."""

    def __init__(self, things: Iterable[Item]) -> None:
        self.things = things
        self.count = 0

    def __iter__(self) -> Iterator[Item]:
        for thing in self.things:
            self.count += 1
            yield thing


def print_cards(
    session: Session,
    *,
    command: Command | None = None,
    layout_name: str = "steps",
    stock_name: str | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    duplex: bool = True,
    gap: float = 0.0,
    round_corners: bool = False,
    pdfa: bool = False,
    attach: bool = False,
    earlier: Record | None = None,
) -> Print:
    """Cards of a session; `gap` is the points between them. UserError when something does not fit.

    With the record of an `earlier` print only cards that were not in it, as they are now.
    """
    sheet, lay_out = paper(paper_name), layout(layout_name)
    card = stock(stock_name or sheet.stock)
    grid = fit_grid(card.size, sheet.size, gap)
    kit = Kit(card.size, theme(theme_name), bleed=min(MOST_BLEED, gap / 2))
    deck = word(session)
    record = Record("cards", command, traced(session), (round(card.width / MM, 1), round(card.height / MM, 1)))
    cards = Counted(_entered(lay_out(deck, kit, duplex), record, earlier))
    pages = Counted(impose(cards, grid, duplex, card.corner if round_corners else 0))
    data = write(pages, of_session(session, record, pdfa, attach), "Long" if duplex else None)
    return Print(data, pages.count, cards.count, grid, record)


def _entered(cards: Iterable[Card], record: Record, earlier: Record | None) -> Iterator[Card]:
    """The cards to be printed, all entered in the record."""
    known = {card.revision for card in earlier.cards} if earlier else set()
    for card in cards:
        printed = card.revision not in known
        record.cards.append(CardEntry(card.front.name, card.revision, printed))
        if printed:
            yield card
