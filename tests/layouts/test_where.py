"""Where on the body a step is done can be read on every front, in every row of an overview and in the booklet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text
from cardgen.scene.text import CAP
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM
from tests.support.kept import deck_of, session_of
from tests.support.printed import SIZES, face_text, overlaps, page_texts
from tests.support.printing import print_booklet

LONG = "From the sacrum up beside the spine, over both shoulder blades and back"
"""As long as a place may be."""
SHORT = "The web between thumb and first finger"
LONG_NAME = "Squeeze the web between the thumb and the finger"
"""As long as a name may be."""
ROUTINE = f"""
name: Places
summary: Places of every length.
area: back
receiver: prone
steps:
  - id: long
    name: Glide with the flat of the whole hand
    technique: effleurage
    hands: palms
    direction: up-and-back
    pressure: firm
    where: {LONG}
    repeat: {{times: 4}}
    cue: Glide with both hands, slowly and evenly.
    detail: Keep the hands soft and close to the body.
    caution: Stay off the spine and the kidneys.
  - id: short
    name: Squeeze
    technique: squeezing
    hands: thumb-and-finger
    pressure: medium
    where: {SHORT}
    repeat: {{hold: 5}}
    cue: Squeeze and let go.
    detail: Squeeze the web between the bones.
"""


@pytest.fixture
def routine(tmp_path: Path) -> str:
    path = tmp_path / "places.yaml"
    path.write_text(ROUTINE, encoding="utf-8")
    return str(path)


def faces(routine: str, layout_name: str, stock_name: str) -> list[Face]:
    deck = deck_of(session_of(routine))
    cards = layout(layout_name)(deck, Format(stock(stock_name).size), theme("standard"), True)
    return [face for card in cards for face in card]


def is_step(face: Face) -> bool:
    return re.search(r" [A-Z]+\d+: ", face.name) is not None


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
def test_every_front_has_the_place_between_title_and_figure(routine: str, stock_name: str) -> None:
    size = stock(stock_name).size
    scale = step_scale(size)
    titles = (": Glide with the flat of the whole hand", ": Squeeze")
    fronts = [face for face in faces(routine, "steps", stock_name) if face.name.endswith(titles)]
    assert len(fronts) == 2
    for front, place in zip(fronts, (LONG, SHORT), strict=True):
        lines = [mark for mark in front.marks if isinstance(mark, Text) and mark.font == "medium"]
        lines = [mark for mark in lines if mark.text in place]
        assert " ".join(mark.text for mark in lines) == place
        assert all(scale.least_where - 0.01 <= mark.size <= scale.where + 0.01 for mark in lines)
        texts = [mark for mark in front.marks if isinstance(mark, Text) and mark.font == "semibold"]
        title = [mark.y for mark in texts if mark.text in front.name and mark.size > scale.where]
        assert min(mark.y for mark in lines) > max(title)
        assert list(overlaps(front)) == []


@pytest.mark.parametrize("stock_name", ["a6", "avery-5388", "poker", "business", "a5"])
def test_the_place_is_clear_of_a_long_title(stock_name: str, tmp_path: Path) -> None:
    path = tmp_path / "titles.yaml"
    path.write_text(ROUTINE.replace("name: Squeeze", f"name: {LONG_NAME}"), encoding="utf-8")
    front = next(face for face in faces(str(path), "steps", stock_name) if face.name.endswith(LONG_NAME))
    texts = [mark for mark in front.marks if isinstance(mark, Text)]
    place = next(mark for mark in texts if mark.text in SHORT and mark.font == "medium")
    title = [mark for mark in texts if mark.text in LONG_NAME and mark.font == "semibold" and mark.size > place.size]
    assert place.y - CAP * place.size - max(mark.y for mark in title) > 0.35 * title[0].size


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
def test_every_row_of_an_overview_has_the_place(routine: str, stock_name: str) -> None:
    printed = faces(routine, "overview", stock_name)
    text = " ".join(map(face_text, printed))
    assert LONG in text
    assert SHORT in text
    assert [str(pair) for face in printed for pair in overlaps(face)] == []


def test_the_place_has_the_same_height_on_every_card_with_a_title_of_at_most_two_lines(routine: str) -> None:
    heights = set()
    for name in ("legs-back", "joints", routine):
        for face in filter(is_step, faces(name, "steps", "a6")):
            lines = [mark for mark in face.marks if isinstance(mark, Text) and mark.font == "medium"]
            heights |= {round(mark.y / MM) for mark in lines[:1] if mark.size == 12.5}
    assert heights == {28}


def test_a_booklet_says_the_place_once_on_a_step_page(routine: str) -> None:
    texts = [" ".join(text.split()) for text in page_texts(print_booklet(plan(load_selection([routine]))).data)]
    (sample,) = [text for text in texts if re.match(r"\d+ How to read a step", text)]
    assert sample.count(LONG) == 1  # its first step is the example
    assert sum(text.count(LONG) for text in texts if text != sample) == 1
    assert sum(text.count(SHORT) for text in texts) == 1
