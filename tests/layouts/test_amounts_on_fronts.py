"""All that an author says about how much, and about the pressure, is on the front of a card, however small."""

from __future__ import annotations

from typing import Any

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.model.action import Pressure
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Note, Phase, Routine
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from tests.support.printed import face_text, face_texts
from tests.support.routines import routine, step

STOCKS = ("a5", "a6", "tarot", "poker")
AMOUNTS = Repeat(times="3x6", hold="3 breaths", rest=20, count=8)
SAID = ("3 sets of 6", "hold 3 breaths each time", "rest 20 s between sets", "to a count of 8")
PRESSURE = Pressure(level="light", using="body-weight", note="never into pain")


def fronts(whole: Routine, stock_name: str, layout_name: str = "steps", duplex: bool = True) -> list[str]:
    deck = word_deck(plan(Selection.of(whole)))
    cards = layout(layout_name)(deck, Format(stock(stock_name).size), theme("standard"), duplex)
    return [face_text(card.front).lower().replace("\u00a0", " ") for card in cards if " BT1: " in card.front.name]


@pytest.mark.parametrize("stock_name", STOCKS)
@pytest.mark.parametrize("others", [{}, {"hands": "palms", "direction": ["across", "inward"], "sides": "each"}])
def test_every_amount_is_on_the_front(others: dict[str, Any], stock_name: str) -> None:
    front, *_ = fronts(routine(step("Press", repeat=AMOUNTS, **others)), stock_name)
    assert [said for said in SAID if said not in front] == [], front


@pytest.mark.parametrize("stock_name", STOCKS)
def test_a_note_on_the_pressure_is_on_the_front(stock_name: str) -> None:
    texts = fronts(routine(step("Press", repeat=3, pressure=PRESSURE)), stock_name)
    assert any("body weight, never into pain" in text for text in texts), texts


def test_fronts_alone_have_what_a_phase_needs_at_the_table() -> None:
    phase = Phase(do="Slide", technique="stripping", hands="thumbs", pressure="firm", detail="Breathe out.")
    texts = " ".join(fronts(routine(step("Press", phases=[phase])), "a6", duplex=False))
    assert all(said in texts for said in ("slide", "thumbs", "firm"))


def test_an_overview_says_what_comes_before_and_after() -> None:
    whole = routine(
        step("Press"), prepare=[Note(icon="oil", do="Warm the oil.")], after=[Note(icon="water", do="Drink water.")]
    )
    deck = word_deck(plan(Selection.of(whole)))
    for stock_name in STOCKS:
        cards = layout("overview")(deck, Format(stock(stock_name).size), theme("standard"), True)
        text = face_texts(face for card in cards for face in card if face)
        assert "Before you start" in text, stock_name
        assert "Warm the oil." in text
        assert "Drink water." in text
        assert whole.summary in text or stock_name != "a5"
