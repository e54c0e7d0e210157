"""Faces of step cards use their room: no back is half empty, and an amount is as far from the facts as these apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.layouts.cards.steps.paragraph_styles import LARGEST, paragraph_styles
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.model.drawing import Drawing
from cardgen.model.repeat import Repeat
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Card, Face, Tag
from cardgen.scene.marks import Text, Use
from cardgen.scene.text import CAP, DESCENT
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM
from cardgen.wording.cards import word_deck
from tests.support.kept import deck_of, session_of
from tests.support.routines import routine, step
from tests.support.together import together

DRAWING = Drawing(view="back")
SENTENCE = "Lay both hands on muscle {} and wait. "
MOST_EMPTY = 0.2
"""Of a back with a few sentences and a next step, as a fraction of its height."""
LISTS = ("Before you start", "Keep in mind", "Aftercare")
"""Titles of faces of paragraphs without pictures."""
SMALL_PRINT = 8
SLACK = 0.5 * MM
"""Rows are as high as their icons, even where words reach a little above or below them."""


def cards_of(stock_name: str, **facts: Any) -> list[Card]:
    """The cards of a step with these facts, before another one with a picture."""
    shown = {"drawing": DRAWING, "where": "Beside the spine, from the shoulders down to the lowest ribs"}
    whole = routine(step("Press", drawing=DRAWING, **facts), step("Knead", **shown))
    deck = word_deck(plan(Selection.of(whole)))
    made = layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True)
    return [card for card in made if "1: Press" in card.front.name]


@together
@pytest.mark.parametrize("stock_name", ["a6", "a5", "quarter-letter"])
@pytest.mark.parametrize("count", range(2, 9))
def test_a_back_with_few_words_is_full(stock_name: str, count: int) -> None:
    (card,) = cards_of(stock_name, detail="".join(map(SENTENCE.format, range(count))))
    assert card.back
    assert empty_part(card.back) <= MOST_EMPTY
    panel = " ".join(mark.text for mark in card.back.marks if isinstance(mark, Text)).partition("Next")[2]
    assert "lowest ribs" in panel
    assert any(isinstance(mark, Use) and mark.art.size.width > 20 * MM for mark in card.back.marks), "no picture"


def empty_part(face: Face) -> float:
    """The height of the largest empty place across a face, as a fraction of it."""
    extents = sorted(_extents(face))
    lowest, found = 0.0, [0.0]
    for top, bottom in extents:
        found.append(top - lowest)
        lowest = max(lowest, bottom)
    return max(found) / face.size.height


def _extents(face: Face) -> Iterator[tuple[float, float]]:
    """From where to where each text and each picture reaches."""
    for mark in face.marks:
        if isinstance(mark, Text):
            yield mark.y - CAP * mark.size, mark.y + DESCENT * mark.size
        elif isinstance(mark, Use):
            yield mark.y, mark.y + mark.scale * mark.art.size.height


@together
@pytest.mark.parametrize("stock_name", ["a6", "a5", "half-letter"])
@pytest.mark.parametrize(
    "repeat",
    [
        Repeat(extent="up to the shoulders and back down to the hips"),
        Repeat(until="the muscle eases", spots="on each finger"),
        Repeat(times=5, hold=10, each="spot"),
        Repeat(times=3),
    ],
)
@pytest.mark.parametrize("sides", ["together", "each"])
def test_an_amount_is_as_far_from_the_facts_as_these_are_apart(stock_name: str, repeat: Repeat, sides: str) -> None:
    facts = {"hands": "palms", "direction": "toward-head", "pressure": "light", "sides": sides, "repeat": repeat}
    front = cards_of(stock_name, **facts)[0].front
    (rows,) = [tag for tag in front.tags if tag.role == "L"]
    amount = max(mark.y for tag in front.tags if tag.stop == rows.start for mark in texts(front, tag))
    edges = [extent(front, row) for row in rows.parts]
    apart = min(lower[0] - upper[1] for upper, lower in pairwise(edges))
    assert edges[0][0] - amount >= apart - SLACK


@pytest.mark.parametrize("name", ["back-energising", "chest", "feet"])
def test_the_paragraphs_of_a_face_have_one_size_and_few_have_the_largest(name: str) -> None:
    cards = layout("steps")(deck_of(session_of(name)), Format(stock("a6").size), theme("standard"), True)
    lists = {face.name.partition(": ")[2]: face for card in cards for face in card if face}
    sizes = {title: paragraph_sizes(face) for title, face in lists.items() if title in LISTS}
    assert sizes
    assert [title for title, found in sizes.items() if len(found) > 1] == []
    usual = paragraph_styles(step_scale(stock("a6").size))[0].body
    few = [found for title, found in sizes.items() if empty_part(lists[title]) > MOST_EMPTY]
    assert all(max(found) >= LARGEST * usual for found in few)


def paragraph_sizes(face: Face) -> set[float]:
    """The type sizes of what is said below headings."""
    found = (mark for tag in face.tags if tag.role == "P" for mark in texts(face, tag))
    return {mark.size for mark in found if mark.font == "regular" and mark.size > SMALL_PRINT}


def texts(face: Face, tag: Tag) -> Iterator[Text]:
    return (mark for mark in face.marks[tag.start : tag.stop] if isinstance(mark, Text))


def extent(face: Face, tag: Tag) -> tuple[float, float]:
    """The top and the bottom of an icon and the words next to it."""
    marks = face.marks[tag.start : tag.stop]
    found = list(_extents(Face(face.name, face.size, marks)))
    return min(top for top, _ in found), max(bottom for _, bottom in found)


@pytest.mark.parametrize("stock_name", ["a6", "a5"])
def test_the_other_limb_is_announced_with_its_first_step(stock_name: str) -> None:
    detail = "".join(map(SENTENCE.format, range(4)))
    steps = (step(name, drawing=DRAWING, detail=detail) for name in ("Press", "Knead"))
    turned = routine(*steps, sides="each", limb="leg")
    deck = word_deck(plan(Selection.of(turned)))
    cards = layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True)
    (back,) = (card.back for card in cards if card.back and "2: Knead" in card.back.name)
    assert "other leg" in " ".join(text for text in map(back.text, back.tags) if "Next" in text).replace("\u00a0", " ")
    pictures = [mark for mark in back.marks if isinstance(mark, Use) and mark.art.name.startswith("figure ")]
    assert len(pictures) == 1
    assert empty_part(back) <= MOST_EMPTY
