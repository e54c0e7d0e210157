"""The foot of a front says that the step is done on the other limb, too: on each of a routine's fronts, or on none."""

from __future__ import annotations

import re

import pytest

from cardgen.library.finding import routines
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session, Turn
from cardgen.sheets.stock import stock
from cardgen.units import MM
from tests.support.kept import session_of
from tests.support.printed import SIZES, face_text
from tests.support.routines import routine, step
from tests.support.safety import deck_cards

LIMB = "(?:leg|arm|foot|hand|side)"
SAYS = re.compile(rf" [0-9a-f]{{4}}(?: More on the back| See back)? (?:the other {LIMB} later|each {LIMB}\b)")
"""The words of the foot, after the card's revision."""
WITH_ROOM = 95 * MM
"""A card at least this wide has room for it."""


def fronts(session: Session, stock_name: str) -> list[tuple[Turn, str]]:
    """Each step with the text of its front."""
    titles = {f"{turn.card}: {turn.step.name}": turn for turn in session.turns}
    faces = [card.front for card in deck_cards(session, "steps", stock_name)]
    found = [(title, face) for face in faces for title in titles if face.name.endswith(f" {title}")]
    return [(titles[title], face_text(face)) for title, face in found]


@pytest.mark.one_in(24)
@pytest.mark.parametrize("stock_name", [name for name in SIZES if name != "pouch-credit"])
@pytest.mark.parametrize("name", routines())
def test_all_fronts_of_a_routine_say_so_or_none(name: str, stock_name: str) -> None:
    session = session_of(name)
    is_sided = session.parts[0].routine.sides is not None
    found = fronts(session, stock_name)
    assert len(found) == len(session.turns)
    said = {bool(SAYS.search(text)) for turn, text in found if is_sided and not turn.step.once}
    if stock(stock_name).size.width >= WITH_ROOM:
        assert said == ({True} if is_sided else set())
    assert len(said) <= 1
    assert not [text for turn, text in found if (turn.step.once or not is_sided) and SAYS.search(text)]


def test_the_words_name_the_limb_and_leave_out_what_is_done_once() -> None:
    one, two, three = step("Glide"), step("Cover", once="last"), step("Press")
    session = plan(Selection.of(routine(one, two, three, sides="left-then-right", limb="arm")))
    said = ["the right arm later" in text for _, text in fronts(session, "a6")]
    assert said == [True, False, True]


def test_a_front_with_the_time_on_each_limb_says_no_more() -> None:
    session = plan(Selection.of(routine(step("Glide", minutes=3), step("Press", minutes=3), sides="each")), minutes=15)
    texts = [text for _, text in fronts(session, "a6")]
    assert texts
    assert not any("the other" in text for text in texts)
