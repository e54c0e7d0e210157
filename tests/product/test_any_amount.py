"""Whatever amount an author writes: every number, unit and qualifier is on the card, the overview and the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.artwork.theme import theme
from cardgen.exchange.markdown import as_markdown
from cardgen.layouts.cards import layout
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.model.action import Pressure
from cardgen.model.repeat import Repeat
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from cardgen.wording.plan_page import word_plan
from tests.support.any_amount import AMOUNTS, SIDES, said_of
from tests.support.printed import face_texts
from tests.support.routines import routine, step
from tests.support.sampling import examples

THEME = theme("standard")


def texts(session: Session) -> dict[str, str]:
    """The text of a session's cards, of its overview and its plan, as Markdown, and read aloud."""
    deck, (one,) = word_deck(session), session.parts
    return {
        "markdown": " ".join(as_markdown(one.routine, session).replace("\\", "").split()),
        "heard": " ".join([deck.sections[0].steps[0].drawing_alt, *(deck.sections[0].steps[0].remarks)]),
        "card": face_texts(
            face for face in faces_of(deck, "steps", "a6") if " 1: " in face.name or "1: One" in face.name
        ),
        "overview": face_texts(faces_of(deck, "overview", "a5")),
        "plan": face_texts(lay_out_plan(word_plan(session), Format(paper("a4").size), THEME)),
    }


def faces_of(deck: Any, layout_name: str, stock_name: str) -> Iterator[Face]:
    cards = layout(layout_name)(deck, Format(stock(stock_name).size), THEME, True)
    return (face for card in cards for face in card if face)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(AMOUNTS, st.sampled_from([*SIDES]), st.booleans(), st.sampled_from([None, ["light", "medium"]]))
def test_every_amount_is_said_on_every_face(
    given: dict[str, Any], sides: Any, directed: bool, levels: list[Any] | None
) -> None:
    directions: list[Any] = ["toward-head", "toward-feet"] if directed else []
    one = step(
        "One", repeat=Repeat(**given), sides=sides, direction=directions,
        pressure=Pressure(level=levels) if levels else None,
    )  # fmt: skip
    expected = [*said_of(given, directions), SIDES[sides], "light to medium" if levels else ""]
    for face, text in texts(plan(Selection.of(routine(one)))).items():
        needed = [
            said for said in expected if face != "heard" or said != SIDES[sides]
        ]  # a drawing shows no order of sides
        missing = [said for said in needed if said.lower() not in text.lower().replace("\u00a0", " ")]
        assert missing == [], f"{face}: {text}"


@pytest.mark.parametrize("field", ["times", "seconds", "hold", "each", "spots"])
def test_the_test_sees_what_is_missing(field: str) -> None:
    given = {"times": 37, "seconds": "38 s", "hold": "39 breaths", "each": "side", "spots": "4 grooves"}
    (expected, *_) = said_of({field: given.pop(field)}, [])
    text = texts(plan(Selection.of(routine(step("One", repeat=Repeat(**given))))))["plan"]
    assert expected.lower() not in text.lower()
