"""A receiver who lay gets up over one side, one who sat only stands up, and a print says so once."""

from __future__ import annotations

import re

import pytest

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.model.routine import Note
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from tests.support.kept import session_of as kept_session_of
from tests.support.printed import face_text, page_texts
from tests.support.printing import print_booklet, print_cards
from tests.support.routines import routine, step
from tests.support.safety import overview_faces

OVER_ONE_SIDE, FROM_A_CHAIR = "Roll to one side, sit, wait, then stand.", "Sit for a moment, then stand."


def session_of(receiver: str, *after: str) -> Session:
    notes = [Note(icon="rest", do=text, belongs_to="session") for text in after]
    return plan(Selection.of(routine(step("Knead"), receiver=receiver, after=notes)))


def aftercare(session: Session) -> list[str]:
    """All that cards say, and the page of a booklet that says what to do afterwards."""
    cards, pages = page_texts(print_cards(session).data), page_texts(print_booklet(session, pages=True).data)
    (page,) = (text for text in pages if "Sore after 3 days" in text)
    return [" ".join(text.split()) for text in (" ".join(cards), page)]


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_an_overview_says_how_to_get_up(name: str) -> None:
    session = kept_session_of(name)
    text = " ".join(" ".join(map(face_text, overview_faces(session, "a5"))).split())
    assert len(re.findall(r"(?:[Gg]et|stand) up slowly", text)) == 1
    assert text.count(OVER_ONE_SIDE) == (session.positions[-1] != "seated")


@pytest.mark.parametrize("name", ["neck-shoulders-seated", "chair-office"])
def test_nobody_who_sits_is_told_to_roll_over(name: str) -> None:
    for text in aftercare(plan(load_selection([name]))):
        assert "one side" not in text
        assert text.count("up slowly") == 1


@pytest.mark.parametrize(("receiver", "how"), [("prone", OVER_ONE_SIDE), ("seated", FROM_A_CHAIR)])
def test_cardgen_says_how_to_get_up(receiver: str, how: str) -> None:
    for text in aftercare(session_of(receiver)):
        assert (text.count("up slowly"), text.count(how)) == (1, 1)


def test_what_an_author_says_of_getting_up_is_not_said_again_but_how_to_do_it_is() -> None:
    for text in aftercare(session_of("prone", "Sit up slowly, wait", "Offer water")):
        assert (text.lower().count("up slowly"), text.count(OVER_ONE_SIDE)) == (1, 1)
        assert text.index("Sit up slowly") < text.index(OVER_ONE_SIDE) < text.index("Offer water")
