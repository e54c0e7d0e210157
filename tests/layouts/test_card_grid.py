"""What makes a deck of cards a good one, measured on its faces: nothing twice, no crowding, no empty sides."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TypeGuard

import pytest

from cardgen.artwork.body_map import WHOLE_VIEWS
from cardgen.artwork.risks import risks
from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.layouts.parts.figure import least_type
from cardgen.layouts.parts.safety_map import place_safety_map
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.model.areas import areas
from cardgen.planning.planner import plan
from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Text, Use
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM, Size
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck, StepCard
from cardgen.wording.words import words
from tests.support.printed import face_text, overlaps

ROUTINES = ("neck-shoulders-seated", "legs-back", "joints", "hands")
STOCKS = ("a6", "a5", "poker", "business-us", "quarter-letter", "a4")
MOST_POKER_CARDS = 11
LEAST_NUMBER = 6
"""Type size of a number in a figure, in points."""
SMALL = ("poker", "a7", "tarot")
LONGEST = ("E7", "E2", "E3", "E9", "A2", "O3", "D5", "J2", "L5", "L6", "K6", "N4", "P1")
"""The steps with the most words, which are more than a business card holds; the first is so on any small card."""
LEAST_WIDE = 0.36
"""Width of a wide figure, in those of the card."""
LEAST_LINE = 1.0
"""Distance of two baselines in a paragraph, in type sizes."""


@cache
def deck_of(routine: str) -> Deck:
    return word_deck(plan(load_selection([routine])))


@cache
def cards(routine: str, stock_name: str) -> tuple[Card, ...]:
    made = layout("steps")(deck_of(routine), Format(stock(stock_name).size), theme("standard"), True)
    return tuple(made)


def of_step(routine: str, stock_name: str, step: StepCard) -> list[Card]:
    name = f"{deck_of(routine).name} {step.name}: {step.title}"
    return [card for card in cards(routine, stock_name) if card.front.name.removesuffix(", back") == name]


def texts(face: Face) -> list[Text]:
    return [mark for mark in face.marks if isinstance(mark, Text)]


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", STOCKS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_nothing_overlaps_and_lines_keep_their_distance(routine: str, stock_name: str) -> None:
    for card in cards(routine, stock_name):
        for face in filter(None, card):
            assert [str(pair) for pair in overlaps(face)] == []
            columns: dict[float, list[Text]] = {}
            for mark in texts(face):
                columns.setdefault(round(mark.x, 1), []).append(mark)
            for lines in columns.values():
                ordered = sorted(lines, key=lambda mark: mark.y)
                for above, below in itertools.pairwise(ordered):
                    assert below.y - above.y >= LEAST_LINE * min(above.size, below.size) - 0.01, (above, below)


@pytest.mark.parametrize("stock_name", ["a6", "poker", "index-3x5", "a7", "tarot", "business-us"])
@pytest.mark.parametrize("routine", sorted(routines()))
@pytest.mark.one_in(16)
def test_a_step_is_one_card(routine: str, stock_name: str) -> None:
    """Only a few steps have more words than the back of a small card holds."""
    steps = deck_of(routine).sections[0].steps
    continued = [str(step.name) for step in steps if len(of_step(routine, stock_name, step)) != 1]
    most = set(LONGEST if stock_name == "business-us" else LONGEST[:1] if stock_name in SMALL else ())
    assert set(continued) <= most


@pytest.mark.parametrize("stock_name", ["a6", "quarter-letter", "a5"])
def test_a_wide_figure_is_as_large_as_one_beside_its_facts(stock_name: str) -> None:
    for step in deck_of("joints").sections[0].steps:
        (card,) = of_step("joints", stock_name, step)
        widest = max(mark.box.width for mark in card.front.marks if isinstance(mark, Use))
        assert widest > LEAST_WIDE * card.front.size.width, step.title
        assert any(fact.word in face_text(card.front) for fact in step.facts if fact.topic == "time"), step.title


def test_a_deck_of_playing_cards_is_small_and_only_its_last_side_is_blank() -> None:
    made = cards("neck-shoulders-seated", "poker")
    assert len(made) <= MOST_POKER_CARDS
    assert [card.front.name for card in made[:-1] if card.back is None] == []


@pytest.mark.parametrize("stock_name", ["a6", "a5"])
@pytest.mark.parametrize("routine", ROUTINES)
def test_a_back_says_what_to_do_and_shows_the_next_step(routine: str, stock_name: str) -> None:
    steps = deck_of(routine).sections[0].steps
    shown = 0
    for step, following in itertools.pairwise(steps):
        (card,) = of_step(routine, stock_name, step)
        assert card.back
        text = face_text(card.back)
        assert step.where not in text.replace(following.where, "")
        assert " Do " in text
        shown += following.title in text
    assert shown >= len(steps) - 2


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_next_step_is_shown_by_the_figure_of_its_front(routine: str) -> None:
    made = [cards_of for step in deck_of(routine).sections[0].steps for cards_of in of_step(routine, "a6", step)]
    figures = [{mark.art.name: mark for mark in card.front.marks if is_figure(mark)} for card in made]
    backs = [{mark.art.name: mark for mark in card.back.marks if is_figure(mark)} for card in made if card.back]
    assert any(backs)
    for shown, following in zip(backs, figures[1:], strict=False):
        views = {name.rpartition(" ")[0] for name in following}
        for name, mark in shown.items():  # a figure with numbers is drawn again, so that they can be read
            has_numbers = least_type(mark.art) < 2 * LEAST_NUMBER
            assert name in following or (has_numbers and name.rpartition(" ")[0] in views)


def is_figure(mark: object) -> TypeGuard[Use]:
    return isinstance(mark, Use) and mark.art.name.startswith("figure ")


@pytest.mark.parametrize("stock_name", ["a6", "a5", "quarter-letter"])
@pytest.mark.parametrize("routine", ROUTINES)
def test_the_name_of_a_deck_is_once_on_a_card_without_a_step(routine: str, stock_name: str) -> None:
    name = deck_of(routine).name
    lists = [card for card in cards(routine, stock_name) if card.front.name.startswith(f"{name}: ")]
    assert len(lists) > 3
    for card in lists:
        assert [mark.text for face in card for mark in texts(face)].count(name) == 1, card.front.name


@pytest.mark.parametrize("routine", ["back-relaxing", "face", "legs-back"])
def test_a_deck_begins_with_its_name_and_the_places_to_keep_off(routine: str) -> None:
    deck = deck_of(routine)
    title = cards(routine, "a6")[0]
    assert title.back
    assert deck.name in face_text(title.front)
    assert "Keep off" in face_text(title.back)
    back = face_text(title.back)
    assert "No pressure" in back
    assert [label.text for label in deck.safety_map.labels if label.text not in back] == []
    keep_off = next(block for block in deck.before[-1][0].blocks if block.heading == "Keep off")
    cautions = keep_off.text.split("\n")
    assert [line for line in cautions if line not in back and line not in deck.safety_map.said] == []


@pytest.mark.parametrize("routine", ["full-body", "legs-back", "partner", "face"])
@pytest.mark.parametrize("stock_name", ["a6", "a5", "quarter-letter"])
def test_lines_of_a_map_lead_to_a_label_each_and_cross_nothing(routine: str, stock_name: str) -> None:
    deck = deck_of(routine)
    room = Size(stock(stock_name).size.width - 22 * MM, 0.6 * stock(stock_name).size.height)
    placed = place_safety_map(deck.safety_map, deck.sites, room, (12.5, 12, 11.5, 11, 10.5))
    assert placed
    assert sorted(" ".join(each.setting.lines) for each in placed.labels) == sorted(
        label.text for label in deck.safety_map.labels
    )
    for shown, body in placed.bodies.items():
        edge = placed.column.x if body.x < placed.column.x else placed.column.right
        lines = [(*label.spot, edge, label.middle) for label in placed.labels if label.view == shown]
        assert [pair for pair in itertools.combinations(lines, 2) if is_crossing(*pair)] == []
    boxes = sorted((label.middle - label.half, label.middle + label.half) for label in placed.labels)
    assert all(below[0] - above[1] > 0.3 * placed.type_size for above, below in itertools.pairwise(boxes))


def is_crossing(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two lines between a place and the labels, each x, y, x, y, cross."""
    steps = [step / 50 for step in range(51)]
    first, last = (sorted((line[0], line[2])) for line in (one, other))
    xs = [max(first[0], last[0]) + part * (min(first[1], last[1]) - max(first[0], last[0])) for part in steps]
    above = [height_at(one, x) < height_at(other, x) for x in xs]
    return len(set(above)) > 1


def height_at(line: tuple[float, ...], x: float) -> float:
    return line[1] + (line[3] - line[1]) * (x - line[0]) / (line[2] - line[0])


@pytest.mark.parametrize("name", sorted({name for area in areas() for name in words("en").areas[area].on_map}))
def test_what_a_map_says_is_about_places_that_it_marks(name: str) -> None:
    """Each of these cautions names places, and a map of the body shows and names all that belong to its area."""
    known = words("en")
    here = [area for area in areas() if name in known.areas[area].on_map]
    places = [risk for risk in risks() if set(here) & set(risk.areas) and risk.named_in(name)]
    assert places
    for risk in places:
        named = [one for one in risks() if known.places[one.name] == known.places[risk.name]]
        assert any(one.mapped_in(view) for one in named for view in WHOLE_VIEWS)


def test_small_decks_have_no_title_card() -> None:
    assert "Safety first" in face_text(cards("joints", "poker")[0].front)
    assert not any("Passive movements" in face_text(face) for card in cards("joints", "poker") for face in card)
