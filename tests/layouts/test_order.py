"""Order cards on every size: nothing overlaps, nothing leaves the card, no card of the session is missing."""

from __future__ import annotations

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.layouts.cards.order.scale import OrderScale
from cardgen.layouts.parts.scales import scale_for
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM, Box
from cardgen.wording.deck import Deck
from tests.support.kept import deck_of, session_of
from tests.support.printed import SIZES, box_of, face_text, inside, overlaps


def faces(deck: Deck, stock_name: str, duplex: bool = True) -> list[Face]:
    form = Format(stock(stock_name).size)
    return [face for card in layout("order")(deck, form, theme("standard"), duplex) for face in card]


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
@pytest.mark.parametrize("name", ["full-body", "legs-back"])
def test_every_card_has_its_line(name: str, stock_name: str) -> None:
    deck = deck_of(session_of(name, length="standard"))
    found = faces(deck, stock_name)
    scale = scale_for(stock(stock_name).size, "order", list[OrderScale])
    text = " ".join(map(face_text, found))
    for section, step in deck.steps:
        assert f"{step.number} {step.name} {step.title.split()[0]}" in text, section.name
        assert step.clock.split(",")[0] in text
    for face in found:
        assert list(overlaps(face)) == []
        live = Box(0, 0, *face.size).inset(2.5 * MM)
        texts = [mark for mark in face.marks if isinstance(mark, Text)]
        assert [mark for mark in texts if not inside(box_of(mark), live)] == []
        assert min(mark.size for mark in texts if mark.size != scale.small_print) >= scale.least


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
def test_the_name_of_a_routine_is_never_the_last_line_of_a_face(stock_name: str) -> None:
    deck = deck_of(session_of("full-body"))
    names = {section.name for section in deck.sections}
    for face in faces(deck, stock_name):
        rows = [mark.text for mark in face.marks if isinstance(mark, Text) and mark.font == "semibold"]
        assert rows[-1] not in names
