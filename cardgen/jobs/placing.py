"""Places the cards of a deck on sheets as they are laid out, so that a long deck is never held whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.scene.faces import Card
from cardgen.scene.pages import Flip, Page
from cardgen.sheets import registration
from cardgen.sheets.cards import deal_cards, deal_stacks, impose_cards, impose_singly
from cardgen.sheets.cutting import Cutting


class Delivery(Struct, frozen=True):
    """Cards that were laid out, and the pages that are complete with them."""

    cards: tuple[Card, ...]
    pages: tuple[Page, ...]


class Placing(Struct, frozen=True, kw_only=True):
    """How the cards of a deck go on their sheets."""

    cutting: Cutting
    flip: Flip | None
    """The edge that sheets are turned over; None prints fronts alone."""
    first: int = 0
    """The first place used on the first sheet, from 0."""
    stacked: bool = False
    """All sheets are cut as one pile, whose stacks are in order."""
    copies: int = 1

    def place(self, cards: Iterable[Card], is_printed: Callable[[Card], bool]) -> Iterator[Delivery]:
        """Deliver every card, in order, with the pages of those that are printed, as soon as a sheet is full.

        Copies and stacks need the whole deck first.
        """
        places = self.cutting.grid.places if self.cutting.grid else 1
        whole = self.stacked or self.copies > 1
        laid_out: list[Card] = []
        waiting: list[Card] = []
        number, first = 0, self.first
        for card in cards:
            laid_out.append(card)
            if is_printed(card):
                waiting.append(card)
            if not whole and len(waiting) == places - first:
                yield Delivery(tuple(laid_out), tuple(self._pages(waiting, number, first)))
                number, first = number + len(waiting), 0
                laid_out, waiting = [], []
        yield Delivery(tuple(laid_out), tuple(self._pages(waiting * self.copies, number, first)))

    def _pages(self, cards: Sequence[Card], number: int, first: int) -> Iterator[Page]:
        """The sides of the sheets that hold these cards; the first card has this `number` in the deck."""
        cutting, grid = self.cutting, self.cutting.grid
        if grid is None:
            duplex = self.flip is not None
            return impose_singly(cards, cutting.stock.size, cutting.bleed, duplex, cutting.corner, number)
        sheets = deal_stacks(cards, grid.places) if self.stacked else deal_cards(cards, grid.places, first, number)
        return impose_cards(
            sheets, grid, flip=self.flip, corner=cutting.corner, bleed=cutting.bleed, marked=cutting.marked
        )


def drop_blank_end(deliveries: Iterable[Delivery]) -> Iterator[Delivery]:
    """The same, without a back at the end on which nothing is printed."""
    held: list[Delivery] = []
    for delivery in deliveries:
        if delivery.pages:
            yield from held
            held = []
        held.append(delivery)
    for delivery in held:
        is_blank = delivery.pages and delivery.pages[-1].back and not delivery.pages[-1].faces
        yield replace(delivery, pages=delivery.pages[:-1]) if is_blank else delivery


def put_backs_last(deliveries: Iterable[Delivery]) -> Iterator[Delivery]:
    """The same cards; all pages come at the end, fronts before backs, for a printer that prints on one side.

    Each sheet has a back, so that every back meets its front, even if nothing is printed there; or none has.
    """
    pages: list[Page] = []
    for delivery in deliveries:
        pages += delivery.pages
        yield Delivery(delivery.cards, ())
    if not any(page.back and page.faces for page in pages):
        pages = [page for page in pages if not page.back]
    yield Delivery((), tuple(registration.fronts_first(pages)))
