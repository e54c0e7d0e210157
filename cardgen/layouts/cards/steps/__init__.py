"""One card for each step, with details on its back."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.parts.card import make_cards
from cardgen.scene.faces import Card
from cardgen.sheets.format import Format
from cardgen.wording.deck import Deck


def lay_out(deck: Deck, form: Format, theme: Theme, duplex: bool) -> Iterator[Card]:
    """The cards of a deck: preparation, safety, one for each step, and one for afterwards.

    With `duplex`, the back of a step has the rest of what its author wrote. Without it, a front that cannot hold
    everything is followed by a card that does.
    """
    faces = FaceMaker(deck, form, theme, duplex)
    yield from make_cards(faces.lay_out_title(), duplex)
    before, after = faces.share_lists()
    yield from make_cards(faces.lay_out_lists(before), duplex)
    for card in faces.safety:
        for sides in faces.lay_out_safety(card):
            yield from make_cards(sides, duplex)
    for section in deck.sections:
        if section.opener:
            yield from make_cards(faces.lay_out_list(section.opener, 0), duplex)
        for sides in faces.lay_out_section(section):
            yield from make_cards(sides, duplex)
    yield from make_cards(faces.lay_out_lists(after), duplex)
