"""Small cards: one for a step, whose front shows the hand at work and which way it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest

from cardgen.artwork.postures import postures
from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.finding import routines
from cardgen.scene.marks import Drawn, Mark, Stenciled, Text, Use
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.deck import card_title
from tests.support.kept import deck_of, session_of
from tests.support.printed import box_of
from tests.support.sampling import crossed, usually

MOST_WITHOUT_WAY = 2
"""Fronts of a routine that may leave the direction to the figure: long cautions take the room of the cue, too."""

SMALL_STOCKS = ("poker", "business", "a7", "tarot", "index-3x5")

LEAST_FIGURE = 0.23
"""The least width of a wide figure, as a part of the card's."""

LEAST_APART = 0.5
"""From the last line of a fact to the capitals of the next one, in type sizes; the lines of one are 0.36 apart."""

LEAST_CLEAR = 0.5
"""From the last line of a cue to the words below it, in type sizes."""


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("routine", "stock_name"), crossed(sorted(routines()), ("poker", "business")))
def test_a_small_front_shows_the_hand_and_the_direction(routine: str, stock_name: str) -> None:
    deck = deck_of(session_of(routine))
    cards = layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True)
    fronts = {card.front.name: card.front for card in cards}
    without_way = 0
    for section in deck.sections:
        for step in section.steps:
            front = fronts[card_title(section.name, step)]
            shown = [mark.art for mark in front.marks if isinstance(mark, Use)]
            stencils = {name for art in shown if art.name.startswith("figure") for name in _stencils(art.marks)}
            if step.drawing and any(stroke.posture for stroke in step.drawing.strokes):
                assert stencils & set(postures()), step.title
            ways = {fact.icon for fact in step.facts if fact.topic == "way"}
            is_shown = any(way in art.name for art in shown for way in ways)
            without_way += bool(ways) and not is_shown and step.cue not in _words(front.marks)
    assert without_way <= MOST_WITHOUT_WAY


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("routine", "stock_name"), crossed(sorted(routines()), SMALL_STOCKS))
def test_a_step_is_one_card_also_of_a_small_stock(routine: str, stock_name: str) -> None:
    deck = deck_of(session_of(routine))
    fronts = [
        card.front.name for card in layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True)
    ]
    for section in deck.sections:
        for step in section.steps:
            title = card_title(section.name, step)
            assert [name for name in fronts if name.startswith(title)] == [title]


@pytest.mark.parametrize(
    "routine", ["back-relaxing", *usually("chest", *sorted({*routines()} - {"back-relaxing", "chest"}))]
)
def test_every_cue_is_on_the_front_of_a_tarot_card(routine: str) -> None:
    """Also one of four lines."""
    deck = deck_of(session_of(routine))
    fronts = {
        card.front.name: card.front
        for card in layout("steps")(deck, Format(stock("tarot").size), theme("standard"), True)
    }
    steps = [(section.name, step) for section in deck.sections for step in section.steps]
    assert [step.title for name, step in steps if step.cue not in _words(fronts[card_title(name, step)].marks)] == []


@pytest.mark.parametrize("stock_name", ["poker", "tarot", "a7"])
def test_a_wide_figure_is_not_small_above_when_it_is_larger_beside_the_facts(stock_name: str) -> None:
    deck, size = deck_of(session_of("joints")), stock(stock_name).size
    fronts = {card.front.name: card.front for card in layout("steps")(deck, Format(size), theme("standard"), True)}
    for section in deck.sections:
        for step in section.steps:
            marks = fronts[card_title(section.name, step)].marks
            (figure,) = (mark for mark in marks if isinstance(mark, Use) and mark.art.name.startswith("figure"))
            assert figure.box.width > LEAST_FIGURE * size.width, step.title


def test_an_amount_leaves_its_place_only_for_a_much_larger_figure() -> None:
    """The amount of J3 was in two lines at the left, below a figure that was a twelfth larger there."""
    deck, size = deck_of(session_of("joints")), stock("index-3x5").size
    fronts = {card.front.name: card.front for card in layout("steps")(deck, Format(size), theme("standard"), True)}
    numbers: dict[str, list[Text]] = {}
    for section in deck.sections:
        for step in section.steps:
            marks = fronts[card_title(section.name, step)].marks
            (figure,) = (mark for mark in marks if isinstance(mark, Use) and mark.art.name.startswith("figure"))
            beside = [mark for mark in marks if isinstance(mark, Text) and mark.x > figure.box.right]
            numbers[str(step.name)] = [mark for mark in beside if mark.text == "3"]
    assert [len({number.y for number in numbers[name]}) for name in ("J1", "J3", "J4")] == [1, 1, 1]


@pytest.mark.parametrize("routine", ["hands", "legs-front", "neck-shoulders-seated"])
def test_a_cue_without_a_caution_stays_clear_of_the_foot(routine: str) -> None:
    deck, size = deck_of(session_of(routine)), stock("poker").size
    fronts = {card.front.name: card.front for card in layout("steps")(deck, Format(size), theme("standard"), True)}
    for section in deck.sections:
        for step in section.steps:
            texts = [mark for mark in fronts[card_title(section.name, step)].marks if isinstance(mark, Text)]
            last = [mark for mark in texts if step.cue.endswith(mark.text)]
            below = [box_of(mark).y for cue in last for mark in texts if mark.y > cue.y]
            assert all(min(below) - box_of(cue).bottom > LEAST_CLEAR * cue.size for cue in last), step.title


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("routine", "stock_name"), crossed(sorted(routines()), SMALL_STOCKS))
def test_facts_do_not_read_as_one_text(routine: str, stock_name: str) -> None:
    """A word of a fact may have more lines than its icon is high."""
    deck, size = deck_of(session_of(routine)), stock(stock_name).size
    for card in layout("steps")(deck, Format(size), theme("standard"), True):
        listed = (part for tag in card.front.tags if tag.role == "L" for part in tag.parts)
        facts = [
            [mark for mark in card.front.marks[part.start : part.stop] if isinstance(mark, Text)] for part in listed
        ]
        for (*_, above), (below, *_) in pairwise(sorted(facts, key=lambda lines: lines[0].y)):
            gap = box_of(below).y - above.y
            assert below.x != above.x or gap > LEAST_APART * below.size, (card.front.name, below.text)


def _words(marks: Iterable[Mark]) -> str:
    return " ".join(mark.text for mark in marks if isinstance(mark, Text))


def _stencils(marks: Iterable[Drawn]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, Stenciled):
            yield mark.stencil.name.partition(".")[0]
        elif inside := getattr(mark, "marks", ()):
            yield from _stencils(inside)
