"""Which cards of a deck to lay out for a session, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.order.faces import lay_out_order
from cardgen.layouts.parts.card import make_cards
from cardgen.scene.faces import Card
from cardgen.sheets.format import Format
from cardgen.wording.deck import Deck


def lay_out(deck: Deck, form: Format, theme: Theme, duplex: bool) -> Iterator[Card]:
    """A line for each card in the order of the session, with its time and with what differs from the card."""
    yield from make_cards(lay_out_order(deck, form, theme, duplex), duplex)
