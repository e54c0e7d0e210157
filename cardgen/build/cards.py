"""Cards of a session, on sheets to be cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from cardgen.build.result import Print
from cardgen.layouts import layout
from cardgen.layouts.parts import Kit
from cardgen.pdf.document import write
from cardgen.plan.session import Session
from cardgen.say.wording import word
from cardgen.say.words import ENGLISH
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
    layout_name: str = "steps",
    stock_name: str | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    duplex: bool = True,
    gap: float = 0.0,
    round_corners: bool = False,
    tagged: bool = True,
) -> Print:
    """Cards of a session; `gap` is the points between them; `tagged` for screen readers.

    UserError when something does not fit.
    """
    sheet, lay_out = paper(paper_name), layout(layout_name)
    card = stock(stock_name or sheet.stock)
    grid = fit_grid(card.size, sheet.size, gap)
    kit = Kit(card.size, theme(theme_name), bleed=min(MOST_BLEED, gap / 2))
    deck = word(session)
    cards = Counted(lay_out(deck, kit, duplex))
    pages = Counted(impose(cards, grid, duplex, card.corner if round_corners else 0))
    data = write(pages, deck.name, ENGLISH, "Long" if duplex else None, tagged=tagged)
    return Print(data, pages.count, cards.count, grid)
