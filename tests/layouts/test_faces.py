"""Faces as lines of text, compared with approved ones; `pytest --update` rewrites them."""

from __future__ import annotations

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from tests.support.expected import Expected
from tests.support.folders import TEST_DATA
from tests.support.kept import deck_of, session_of

FOLDER = TEST_DATA / "faces"
CASES = [
    ("steps", "legs-back", "a6", "Wring the thigh"),
    ("steps", "joints", "a6", "Circle the hip"),
    ("steps", "legs-back", "poker", "Glide up the leg"),
    ("steps", "joints", "tarot", "Circle the wrist"),
    ("overview", "partner", "a5", "Partner massage"),
    ("overview", "joints", "poker", "Joint movements"),
]


@pytest.mark.parametrize(("layout_name", "routine", "stock_name", "title"), CASES)
def test_face_is_as_expected(layout_name: str, routine: str, stock_name: str, title: str, expected: Expected) -> None:
    cards = layout(layout_name)(deck_of(session_of(routine)), Format(stock(stock_name).size), theme("standard"), True)
    faces = [face for card in cards for face in card if face and title in face.name]
    listing = "\n\n".join(face.listing() for face in faces)
    expected.check(FOLDER / f"{layout_name}-{routine}-{stock_name}.txt", listing + "\n")
