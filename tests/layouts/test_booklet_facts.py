"""The facts next to the figures of a booklet."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cardgen.layouts.booklet.step_block import MOST_BESIDE
from cardgen.layouts.booklet.step_parts import choose_facts
from cardgen.library.finding import routines
from cardgen.model.action import Pressure, Zone
from cardgen.model.repeat import Repeat
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.wording.book_steps import word_book_steps
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Fact
from tests.support.kept import deck_of, session_of
from tests.support.routines import routine, step

LASTING = {"hands", "way", "pressure"}


def test_amounts_and_limits_leave_hands_way_and_pressure_where_they_are() -> None:
    whole = step("Press", hands="thumbs", direction="toward-head", pressure="light", sides="each")
    (card,) = word_deck(plan(Selection.of(routine(whole)))).sections[0].steps
    limits = [
        Fact("time", text, amount=True) for text in ("Hold 5 s", "Rest 30 s", "At most 1 min", "Until it softens")
    ]
    card = replace(card, facts=(*limits, *card.facts))
    assert len([fact for fact in card.facts if fact.topic != "time"]) > MOST_BESIDE
    shown = choose_facts(card, MOST_BESIDE)
    assert {fact.topic for fact in shown} >= LASTING
    assert all(fact in shown for fact in card.facts if fact.needed or fact.amount)


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", routines())
def test_no_step_has_its_hands_its_way_or_its_pressure_in_the_text_alone(name: str) -> None:
    for section in deck_of(session_of(name)).sections:
        for card in section.steps:
            topics = [
                {fact.topic for fact in facts} & LASTING for facts in (card.facts, choose_facts(card, MOST_BESIDE))
            ]
            assert topics[0] == topics[1], card.title


def test_a_text_says_where_the_pressure_changes_and_not_again_how_firm_it_is() -> None:
    force = Pressure(level="firm", using="body-weight", zones=[Zone(at="the back of the knee", level="feather")])
    pressed = step("Glide", pressure=force, detail="Lean in.")
    again = step("Tap", repeats=["glide"], repeat=Repeat(extent="all over"), detail="Then rest.")
    session = plan(Selection.of(routine(pressed, again)))
    first, last = word_book_steps(session, word_deck(session))
    assert first.details(first.card.facts) == "Lean in. Very light at the back of the knee."
    assert last.details(last.card.facts).endswith("Then rest."), "the figure says what is done after the steps again"
