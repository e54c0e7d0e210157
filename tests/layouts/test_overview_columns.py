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
from cardgen.scene.marks import Text, Use
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from tests.support.printed import face_text, overlaps
from tests.support.routines import routine, step

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


@pytest.mark.parametrize("stock_name", ["a4", "letter"])
@pytest.mark.parametrize("name", ["chest", "hands-quick", "neck"])
def test_a_step_alone_on_the_last_line_of_a_poster_uses_its_whole_width(name: str, stock_name: str) -> None:
    front = cards(load_selection([name]), stock_name)[0].front
    icons = [mark for mark in front.marks if isinstance(mark, Use) and mark.art.name.startswith("icon pressure")]
    lowest = max(icons, key=lambda mark: mark.box.y)
    assert lowest.box.x > 0.6 * front.size.width


def test_steps_on_a_small_card_are_below_their_titles() -> None:
    """Each is alone on its line, and is a tile."""
    whole = routine(*(step(f"Press {number}") for number in (1, 2)))
    (card,) = cards(Selection.of(whole), "a6")
    for number in ("1", "2"):
        (title,) = [mark for mark in card.front.marks if isinstance(mark, Text) and mark.text == f"Press {number}"]
        (square,) = [mark for mark in card.front.marks if isinstance(mark, Text) and mark.text == number]
        below = [mark for mark in card.front.marks if isinstance(mark, Text) and 1 < mark.y - title.y < 5 * title.size]
        assert min(mark.x for mark in below) < title.x
        assert square.x < title.x


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", ["a5", "half-letter", "a4", "letter"])
@pytest.mark.parametrize("name", ["arms", "feet", "hands", "hands-quick", "joints", "legs-back", "legs-front"])
def test_the_face_with_the_last_step_says_that_it_is_done_on_the_other_side_too(name: str, stock_name: str) -> None:
    """Whoever has done the last step with oily hands does not turn the card over to find out."""
    selection = load_selection([name])
    last = selection.routines[0].routine.steps[-1].name
    (card,) = cards(selection, stock_name)
    faces = [face for face in card if face]
    texts = [face_text(face) for face in faces]
    titles = [[mark for mark in face.marks if isinstance(mark, Text) and mark.font == "semibold"] for face in faces]
    (shown,) = [text for text, marks in zip(texts, titles, strict=True) if last in " ".join(one.text for one in marks)]
    assert "these steps on the other" in shown or re.search(
        "Each (leg|foot|arm|hand|side) |The other [a-z]+ later", shown
    )
    assert sum("Then repeat these steps on the other" in text for text in texts) == 1


def test_the_order_of_sides_says_that_both_are_done(tmp_path: Path) -> None:
    """It is not said twice."""
    text = (ROUTINES / "legs-front.yaml").read_text(encoding="utf-8")
    path = tmp_path / "ordered.yaml"
    path.write_text(text.replace("sides: each", "sides: left-then-right", 1), encoding="utf-8")
    front = face_text(cards(load_selection([str(path)]), "a5")[0].front)
    assert "First the left leg, then the right leg" in front
    assert "Each leg" not in front
