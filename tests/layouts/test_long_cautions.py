"""A caution of many lines goes on below its sign, whole and in its bar, and leaves the cue and the facts their room."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.layouts.cards.steps.cue_and_caution import MOST_BESIDE, draw_cue_and_caution, set_cue_and_caution
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.library.finding import routines
from cardgen.scene.marks import Path, Text, Use
from cardgen.scene.text import width, wrap
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.deck import card_title
from cardgen.wording.words import words
from tests.support.kept import deck_of, session_of
from tests.support.printed import box_of, inside, intersect
from tests.support.sampling import crossed, examples

CUES_ON_BACKS = {"business": {"B5", "B6", "H5", "N2", "P5"}}
"""The steps whose cautions of seven lines and more leave their cues no room."""
MOST_HIGHER = 1.12
"""How high the bar of a long caution may be, as a multiple of the one for its least type."""
LONG = 1.8
"""The bar of a long caution has at least this height, in usual ones."""
STOCKS = ("a6", "a5", "tarot", "a7", "poker", "business", "id-1", "quarter-letter")
TEXTS = st.lists(st.text("aeinrst", min_size=1, max_size=11), min_size=2, max_size=40).map(" ".join)


def caution_on(stock_name: str, text: str) -> Sketch:
    size = stock(stock_name).size
    sketch, scale = Sketch(Format(size), theme("mono"), words("en"), "test", step_scale(size).margin), step_scale(size)
    draw_cue_and_caution(sketch, set_cue_and_caution(sketch, "", text, scale), scale)
    return sketch


@pytest.mark.parametrize("stock_name", STOCKS)
@settings(max_examples=examples(60))
@given(text=TEXTS)
def test_a_caution_of_any_length_is_whole_in_its_bar_and_clear_of_its_sign(stock_name: str, text: str) -> None:
    try:
        marks = caution_on(stock_name, text).marks
    except MisfitError:
        return
    (bar,), (sign,) = ([box_of(mark) for mark in marks if isinstance(mark, kind)] for kind in (Path, Use))
    lines = [mark for mark in marks if isinstance(mark, Text)]
    assert " ".join(line.text for line in lines) == text
    assert all(inside(box_of(each), bar) for each in lines)
    assert inside(sign, bar)
    assert not any(intersect(box_of(each), sign) for each in lines)


@pytest.mark.parametrize("stock_name", ["tarot", "poker", "business"])
def test_lines_of_a_long_caution_use_the_width_below_the_sign(stock_name: str) -> None:
    deck = deck_of(session_of("back-relaxing"))
    (caution,) = (step.caution for _, step in deck.steps if str(step.name) == "B6")
    marks = caution_on(stock_name, caution).marks
    (sign,) = (box_of(mark) for mark in marks if isinstance(mark, Use))
    lines = [mark for mark in marks if isinstance(mark, Text)]
    below = [line for line in lines if line.x < sign.right]
    assert len(lines) > MOST_BESIDE
    assert below
    assert below == lines[-len(below) :]


@pytest.mark.parametrize("stock_name", STOCKS)
def test_a_caution_goes_on_below_its_sign_only_where_that_saves_a_line(stock_name: str) -> None:
    cautions = {step.caution for name in routines() for _, step in deck_of(session_of(name)).steps if step.caution}
    divided = 0
    for caution in sorted(cautions):
        marks = caution_on(stock_name, caution).marks
        (sign,) = (box_of(mark) for mark in marks if isinstance(mark, Use))
        lines = [mark for mark in marks if isinstance(mark, Text)]
        if any(line.x < sign.right for line in lines):
            room = max(width(line.text, line.font, line.size) for line in lines if line.x > sign.right)
            assert len(wrap(caution, "semibold", lines[0].size, room)) > len(lines), caution
            divided += 1
    assert divided < 0.2 * len(cautions)


@pytest.mark.parametrize("stock_name", ["a6", "tarot", "poker", "business", "avery-l7414"])
def test_larger_type_of_a_long_caution_takes_no_room_from_the_figure(stock_name: str) -> None:
    size = stock(stock_name).size
    scale, found = step_scale(size), 0
    sketch, least = Sketch(Format(size), theme("mono"), words("en"), "test", scale.margin), scale.least_caution
    for routine in sorted(routines()):
        for _, step in deck_of(session_of(routine)).steps:
            ways = scale, replace(scale, caution=least)
            high, lowest = (set_cue_and_caution(sketch, "", step.caution, way).bar.height for way in ways)
            if lowest > LONG * scale.bar:
                found += 1
                assert high < MOST_HIGHER * lowest, step.title
    assert found


@pytest.mark.one_in(4)
@pytest.mark.parametrize(
    ("routine", "stock_name"), crossed(sorted(routines()), ("poker", "business", "a7", "index-3x5"))
)
def test_a_cue_stays_on_the_front_above_a_long_caution(routine: str, stock_name: str) -> None:
    deck = deck_of(session_of(routine))
    cards = layout("steps")(deck, Format(stock(stock_name).size), theme("mono"), True)
    fronts = {card.front.name: _said(card.front.marks) for card in cards}
    said = [(step, fronts[card_title(section.name, step)]) for section in deck.sections for step in section.steps]
    assert [str(step.name) for step, text in said if step.caution not in text] == []
    assert {str(step.name) for step, text in said if step.cue not in text} <= CUES_ON_BACKS.get(stock_name, set())


def _said(marks: Sequence[object]) -> str:
    """The words of a front; a word may be broken after its own hyphen."""
    return " ".join(mark.text for mark in marks if isinstance(mark, Text)).replace("- ", "-")
