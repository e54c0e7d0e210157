"""Large print: no type on a card is smaller than 14 points, and cues and numbers are much larger."""

from __future__ import annotations

import pytest

from cardgen.artwork.theme import theme
from cardgen.errors import UserError
from cardgen.jobs.cards import CardsJob
from cardgen.layouts.cards import layout
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from tests.support.printed import overlaps

LEAST, CUE, NUMBER = 14, 20, 60


def faces(routine: str, layout_name: str, stock_name: str) -> list[Face]:
    form = Format(stock(stock_name).size, large=True)
    cards = layout(layout_name)(word_deck(plan(load_selection([routine]))), form, theme("standard"), True)
    return [face for card in cards for face in card if face]


def texts(face: Face) -> list[Text]:
    return [mark for mark in face.marks if isinstance(mark, Text)]


@pytest.mark.parametrize("stock_name", ["a5", "half-letter", "a4"])
@pytest.mark.parametrize("layout_name", ["steps", "overview", "order"])
@pytest.mark.parametrize("routine", ["joints", "legs-back"])
def test_no_type_is_smaller(routine: str, layout_name: str, stock_name: str) -> None:
    printed = faces(routine, layout_name, stock_name)
    assert [mark.text for face in printed for mark in texts(face) if mark.size < LEAST] == []
    assert [str(pair) for face in printed for pair in overlaps(face)] == []


@pytest.mark.parametrize("routine", ["joints", "legs-back"])
def test_numbers_are_very_large_and_most_cues_too(routine: str) -> None:
    session = plan(load_selection([routine]))
    cues = {turn.step.cue.split()[0]: turn.step.cue for turn in session.turns if isinstance(turn.step.cue, str)}
    fronts = [face for face in faces(routine, "steps", "a5") if not face.name.endswith("back")]
    sizes = {round(mark.size) for face in fronts for mark in texts(face) if mark.font == "bold" and mark.text.isdigit()}
    assert NUMBER in sizes
    said = [mark.size for face in fronts for mark in texts(face) if any(c.startswith(mark.text) for c in cues.values())]
    assert max(said) >= CUE


def test_cards_are_half_a_sheet_unless_others_are_asked_for() -> None:
    assert CardsJob(routines=("joints",), large=True).cutting.stock == stock("a5")
    assert CardsJob(routines=("joints",), large=True, paper="letter").cutting.stock == stock("half-letter")
    assert CardsJob(routines=("joints",), large=True, stock="a4").cutting.stock == stock("a4")
    with pytest.raises(UserError, match="Large print does not fit"):
        CardsJob(routines=("joints",), large=True, stock="a6")
