"""A card that makes the receiver turn over loses none of its words to its panel, nor what an author says of turning."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from cardgen.library.loading import load_selection
from cardgen.model.routine import Note
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.words import ENGLISH, words
from tests.support.printed import face_text
from tests.support.safety import deck_cards

ENDING, BEGINNING = "Roll onto the belly slowly", "Give one minute for turning"
SIZES = ("a5", "a6", "poker")


@pytest.fixture(scope="module")
def session() -> Session:
    """Two routines with a turn between them, of which each says something of it, with the icon of turning."""
    selection = load_selection(["legs-front", "legs-back"])
    first, second = selection.routines
    first = replace(first, routine=replace(first.routine, after=[Note(icon="turn-over", do=ENDING)]))
    second = replace(second, routine=replace(second.routine, prepare=[Note(icon="turn-over", do=BEGINNING)]))
    return plan(replace(selection, routines=(first, second)))


def printed(session: Session, stock_name: str) -> str:
    faces = [face for card in deck_cards(session, "steps", stock_name) for face in card]
    return re.sub(r"\s+", " ", " ".join(map(face_text, faces)))


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
@pytest.mark.parametrize("text", [ENDING, BEGINNING, "Turn over: face down", words(ENGLISH).changes_how["turn-over"]])
def test_every_word_about_turning_is_on_the_cards(session: Session, stock_name: str, text: str) -> None:
    assert printed(session, stock_name).count(text) == 1
