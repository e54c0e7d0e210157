"""The facts of an overview card stand in columns, and a poster says on its front that the other side comes next."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.loading import load_selection
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Use
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from tests.support.printed import face_text, overlaps

ROUTINES = Path(__file__).parents[2] / "routines"
DIRECTIONS = ("toward", "across", "around", "clockwise", "up", "circles", "outward")


def cards(chosen: Selection, stock_name: str) -> list[Card]:
    return list(layout("overview")(word_deck(plan(chosen)), Format(stock(stock_name).size), theme("standard"), True))


def lefts(face: Face, *icons: str) -> set[float]:
    """Where these icons begin."""
    used = (mark for mark in face.marks if isinstance(mark, Use) and mark.art.name.startswith("icon "))
    return {round(mark.box.x, 2) for mark in used if mark.art.name.split()[1].startswith(icons)}


@pytest.mark.parametrize("name", ["abdomen", "legs-front", "neck"])
def test_pressures_stand_below_each_other_and_right_of_all_directions(name: str) -> None:
    card, *_ = cards(load_selection([name]), "a5")
    pressures = lefts(card.front, "pressure")
    assert len(pressures) == 1
    assert max(lefts(card.front, *DIRECTIONS)) < min(pressures)


@pytest.mark.parametrize("words", [("Palms", "Both palms, one on the other, fingers spread"), ("Fingers", "Knuckles")])
def test_facts_of_any_length_touch_nothing(words: tuple[str, str], tmp_path: Path) -> None:
    """A step whose facts are too wide for the columns of the others has its own."""
    text = (ROUTINES / "neck.yaml").read_text(encoding="utf-8")
    said = cycle(words)
    longer = re.sub(r"(hands: {use: [a-z-]+)(, say: [^,}]+)?", lambda found: f"{found[1]}, say: '{next(said)}'", text)
    path = tmp_path / "longer.yaml"
    path.write_text(longer, encoding="utf-8")
    for face in filter(None, cards(load_selection([str(path)]), "a5")[0]):
        assert [str(pair) for pair in overlaps(face)] == []


@pytest.mark.parametrize("name", ["arms", "hands", "joints", "legs-front"])
@pytest.mark.parametrize("stock_name", ["a4", "letter"])
def test_the_front_of_a_poster_says_that_the_other_side_comes_next(name: str, stock_name: str) -> None:
    """Nobody turns a poster over."""
    (card,) = cards(load_selection([name]), stock_name)
    assert card.back
    assert "Then repeat these steps on the other" in face_text(card.front)
    assert "Then repeat these steps on the other" not in face_text(card.back)
