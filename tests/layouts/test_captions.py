"""A figure that shows the receiver from below says that the receiver lies face up, where the front has room for it."""

from __future__ import annotations

import pytest

from cardgen.artwork.views import crop
from cardgen.library.finding import routines
from tests.support.kept import session_of
from tests.support.printed import face_text
from tests.support.safety import deck_cards

SAYS = "Face up, from below"


@pytest.mark.parametrize("stock_name", ["a6", "quarter-letter", "a5"])
def test_only_what_is_seen_from_below_says_so(stock_name: str) -> None:
    session = session_of("neck")
    views = {f"{turn.card}: {turn.step.name}": turn.step.drawing for turn in session.turns}
    fronts = [card.front for card in deck_cards(session, "steps", stock_name)]
    for title, drawing in views.items():
        (text,) = [face_text(face) for face in fronts if face.name.endswith(f" {title}")]
        assert (SAYS in text) == bool(drawing and crop(drawing.view).from_below), title
    assert sum(SAYS in face_text(face) for face in fronts) == 3


@pytest.mark.parametrize("name", [name for name in routines() if name != "neck"])
def test_no_other_routine_needs_it(name: str) -> None:
    assert not [one for one in session_of(name).turns if one.step.drawing and crop(one.step.drawing.view).from_below]
