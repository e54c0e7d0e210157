"""Lists of cards begin below others only where that saves a card; signs on a face are clear of each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.layouts.cards.steps import sharing
from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Text
from cardgen.scene.text import CAP
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from tests.support.kept import deck_of, session_of


def cards_of(name: str, stock_name: str) -> list[Card]:
    deck = deck_of(session_of(name))
    return list(layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True))


def faces_of(name: str, stock_name: str) -> list[Face]:
    return [face for card in cards_of(name, stock_name) for face in card if face]


def titles(face: Face) -> list[str]:
    return [face.text(tag) for tag in face.tags if tag.role == "H1"]


@pytest.mark.parametrize(
    ("name", "stock_name"), [("legs-back", "a6"), ("chair-office", "a6"), ("chest", "avery-5388"), ("feet", "tarot")]
)
def test_a_list_begins_below_another_where_that_saves_a_card(
    name: str, stock_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined = cards_of(name, stock_name)
    assert any(len(titles(face)) > 1 for card in joined for face in card if face)
    monkeypatch.setattr(sharing, "_join", lambda dealer, ways, best: best)
    assert len(joined) < len(cards_of(name, stock_name))


@pytest.mark.parametrize(
    ("name", "stock_name"), [("hands", "a6"), ("legs-back", "a6"), ("legs-front", "a6"), ("hands", "avery-5388")]
)
def test_what_comes_after_the_steps_shares_no_face_where_that_saves_no_card(name: str, stock_name: str) -> None:
    faces = faces_of(name, stock_name)
    (other,) = (place for place, face in enumerate(faces) if "Now the other" in face.name)
    assert [titles(face) for face in faces[other:] if len(titles(face)) != 1] == []


def text_rows(face: Face) -> Iterator[tuple[float, float]]:
    """The first capitals and the last baseline of what each sign of a face means."""
    for found in (tag for tag in face.tags if tag.role == "L"):
        for row in found.parts:
            lines = [mark for mark in face.marks[row.start : row.stop] if isinstance(mark, Text)]
            yield lines[0].y - CAP * lines[0].size, lines[-1].y


@pytest.mark.parametrize("stock_name", ["a6", "quarter-letter", "half-letter"])
@pytest.mark.parametrize("name", ["arms", "feet", "chair-office", "legs-front"])
def test_the_meanings_of_signs_are_no_lines_of_one_text(name: str, stock_name: str) -> None:
    (face,) = (face for face in faces_of(name, stock_name) if face.name.endswith("Strokes"))
    size = max(mark.size for mark in face.marks if isinstance(mark, Text) and mark.font == "regular")
    rows = list(text_rows(face))
    assert len(rows) > 1
    assert min(lower[0] - upper[1] for upper, lower in pairwise(rows)) >= 0.9 * size
