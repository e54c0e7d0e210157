"""A routine that begins on a named side says so on every face, and shows that side."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import ImageColor

from cardgen.artwork.body_map import BodySpot, on_side
from cardgen.artwork.theme import theme
from cardgen.library.loading import load_selection
from cardgen.places.usual_drawing import usual_drawing
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.cards import word_deck
from tests.support.pictures import rendered
from tests.support.printed import page_texts, text_boxes
from tests.support.printing import print_booklet, print_cards, print_plan

MakeSession = Callable[..., Session]
ROUTINE = """\
name: {name}
summary: The calf and the ankle.
area: legs
letter: {letter}
receiver: prone
sides: {sides}
limb: leg
steps:
  - {{id: knead, name: Knead, technique: kneading, where: The calf, cue: Knead the calf., detail: Knead.}}
  - {{id: hold, name: Hold, technique: holding, where: The ankle, cue: Hold the ankle., detail: Hold.}}
"""

LIMITED = """\
name: Press
summary: The buttock.
area: legs
receiver: prone
sides: {sides}
limb: leg
steps:
  - id: press
    name: Press
    technique: press-and-hold
    where: The buttock
    pressure: {{level: deep, limit: resistance}}
    pace: very-slow
    repeat: {{until: it softens, at_most: 90 s}}
    cue: Sink in.
    detail: Let go slowly.
  - id: circle
    name: Circle
    technique: circles
    where: The calf
    repeat: {{times: 5, sets: 2, rest: 20 s}}
    cue: Circle the calf.
    detail: Stay on the muscle.
"""


@pytest.fixture
def session_of(tmp_path: Path) -> MakeSession:
    def make(*sides: str) -> Session:
        paths = [tmp_path / f"{letter}.yaml" for letter in "AB"[: len(sides)]]
        for path, order in zip(paths, sides, strict=True):
            path.write_text(ROUTINE.format(name=path.stem, letter=path.stem, sides=order), encoding="utf-8")
        return plan(load_selection([str(path) for path in paths]))

    return make


@pytest.mark.parametrize(
    ("sides", "first", "other"), [("left-then-right", "left", "right"), ("right-then-left", "right", "left")]
)
def test_the_order_of_the_sides_is_on_every_face(session_of: MakeSession, sides: str, first: str, other: str) -> None:
    session = session_of(sides)
    for printed in (print_cards(session), print_booklet(session, pages=True), print_plan(session)):
        text = " ".join(" ".join(page_texts(printed.data)).split()).lower()
        assert f"first the {first} leg, then the {other} leg" in text
        assert f"{other} leg" in text.replace(f"then the {other} leg", "")
        assert "other leg" not in text


def test_the_figure_fills_the_side_that_is_first(session_of: MakeSession) -> None:
    part = session_of("left-then-right").parts[0]
    drawings = [usual_drawing(turn.step, part.routine).drawing for turn in part.turns]
    assert [drawing.area for drawing in drawings] == [("calf.left",), ("ankle.left",)]


def test_a_routine_without_an_order_names_no_side(session_of: MakeSession) -> None:
    section = word_deck(session_of("each")).sections[0]
    assert section.other_side.endswith("on the other leg.")
    assert not [fact for fact in section.strip if fact.icon == "each-side"]


def test_routines_are_done_together_on_a_side_only_in_the_same_order(session_of: MakeSession) -> None:
    same, opposite = session_of("left-then-right", "left-then-right"), session_of("left-then-right", "right-then-left")
    assert [same.repeated_from(number) is None for number in (0, 1)] == [True, False]
    assert [opposite.repeated_from(number) is None for number in (0, 1)] == [False, False]


def test_a_place_on_the_body_is_on_the_side_that_is_first() -> None:
    spot = BodySpot("body-back", (100.0, 50.0), "hand.right", "right")
    moved = on_side(spot, "left")
    assert (moved.region, moved.at[1], on_side(moved, "right")) == ("hand.left", 50, spot)
    assert on_side(spot, "") == on_side(spot, "right") == spot


def test_a_place_without_a_region_is_on_the_side_that_is_first_too() -> None:
    spot = BodySpot("body-front", (100.0, 50.0), "", "right")
    moved = on_side(spot, "left")
    assert (moved.region, moved.side, moved.at[1], on_side(moved, "right")) == ("", "left", 50, spot)


def other_side_page(session: Session) -> tuple[bytes, int, str]:
    """A booklet, the place of its page about the other side, and the text of that page."""
    data = print_booklet(session, pages=True).data
    pages = [" ".join(text.split()) for text in page_texts(data)]
    number = max(number for number, text in enumerate(pages) if re.search(r"Now the \w+ leg \d", text))
    return data, number, pages[number].partition("Now the")[2]


@pytest.mark.parametrize(("sides", "sign"), [("right-then-left", -1), ("left-then-right", 1), ("each", -1)])
def test_the_page_of_the_other_side_fills_that_side(tmp_path: Path, sides: str, sign: int) -> None:
    """On a back, the receiver's left is at the left of the page."""
    path = tmp_path / "press.yaml"
    path.write_text(LIMITED.format(sides=sides), encoding="utf-8")
    data, number, _ = other_side_page(plan(load_selection([str(path)])))
    square = max((box for text, box in text_boxes(data)[number] if text == "1"), key=lambda box: box.y)
    scale = 100 / 72
    image = rendered(data, number).convert("RGB")
    top, right = int((square.y - 10) * scale), int((square.x - 10) * scale)
    figure = image.crop((0, top, right, top + int(150 * scale)))
    wash = ImageColor.getrgb(theme("standard").accents["legs"].wash or "")
    pixels = [(x, figure.getpixel((x, y))) for x in range(figure.width) for y in range(figure.height)]
    filled = [x for x, color in pixels if near(color, wash)]
    drawn = [x for x, color in pixels if max(cast(Any, color)) < 90]
    middle = (min(drawn) + max(drawn)) / 2
    assert len(filled) > 200
    assert all((x - middle) * sign > -3 for x in filled)


def near(color: Any, wanted: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 6 for one, other in zip(color, wanted, strict=False))


def test_the_page_of_the_other_side_keeps_every_limit(tmp_path: Path) -> None:
    path = tmp_path / "press.yaml"
    path.write_text(LIMITED.format(sides="each"), encoding="utf-8")
    _, _, text = other_side_page(plan(load_selection([str(path)])))
    for limit in ("until it softens, at most 90 s", "to resistance", "very slow", "rest 20 s between sets"):
        assert text.lower().count(limit) == 1, text
