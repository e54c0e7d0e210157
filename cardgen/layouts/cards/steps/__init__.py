"""One card for each step, with details on its back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.cards.steps.sharing import lay_out_all, share_all, side_card
from cardgen.layouts.cards.steps.step_faces import StepMaker
from cardgen.layouts.parts.card import make_cards
from cardgen.scene.faces import Card
from cardgen.sheets.format import Format
from cardgen.wording.deck import Deck


def lay_out(deck: Deck, form: Format, theme: Theme, duplex: bool) -> Iterator[Card]:
    """The cards of a deck: safety, preparation, signs, one for each step, and one for afterwards.

    Preparation begins on the back of the safety card if that is free.

    With `duplex`, the back of a step has the rest of what its author wrote. Without it, a front that cannot hold
    everything is followed by a card that does.
    """
    faces = FaceMaker(deck, form, theme, duplex)
    steps = StepMaker(faces)
    yield from make_cards(faces.lay_out_title(), duplex)
    dealt = share_all(faces)
    for sides in (*dealt.safety, dealt.first):
        yield from make_cards(sides, duplex)
    for index, section in enumerate(deck.sections):
        openers = [*side_card(deck.sections[index - 1 : index]), *filter(None, [section.opener])]
        yield from make_cards(lay_out_all(openers, [], partial(faces.lay_out_list, roomy=True)), duplex)
        for sides in steps.lay_out_section(section):
            yield from make_cards(sides, duplex)
    yield from make_cards(dealt.last, duplex)
