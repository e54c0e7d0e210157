"""A whole routine on one card, with a row for each step."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.overview.faces import FaceFiller
from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.cards.overview.sizes import RowSizes
from cardgen.layouts.parts.card import make_cards
from cardgen.layouts.parts.scales import scale_for
from cardgen.scene.faces import Card
from cardgen.sheets.format import Format
from cardgen.wording.deck import Deck

SHRINKS = (1.0, 0.94, 0.88, 0.82, 0.76)
"""How much type may shrink to save a face; no text becomes smaller than the scale's least size."""


def lay_out(deck: Deck, form: Format, theme: Theme, duplex: bool) -> Iterator[Card]:
    """The steps of each routine in rows, on as few faces as possible, with figures where they cost no face.

    Before several routines comes what their authors say about safety.
    """
    scale = scale_for(form.size, "overview", list[OverviewScale])
    sizes = [RowSizes.of(scale, shrink, figures) for figures in (True, False) for shrink in SHRINKS]
    for section in filter(None, (deck.gathered, *deck.sections)):
        tried = (FaceFiller(section, deck, form, theme, duplex).fill(each) for each in sizes)
        yield from make_cards(min(tried, key=len), duplex)
