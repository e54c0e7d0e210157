"""A text next to the picture of the hand goes on below it, across the card: no side has an empty column."""

from __future__ import annotations

import pytest

from cardgen.artwork.postures import HAND_UNITS, posture
from cardgen.layouts.cards.steps.back import posture_of
from cardgen.library.finding import routines
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text, Use
from tests.layouts.test_card_grid import cards, deck_of
from tests.support.printed import box_of
from tests.support.sampling import crossed

MOST_LINES_BELOW = 3
"""The last line of a text may stay beside a picture that ends above it; the next step has a place of two lines."""

LEAST_HAND = 0.9
"""The length of a whole hand, even of a fist with its wrist, in the units of its drawing."""


def lines_in_empty_column(back: Face) -> int:
    """Lines to the right of the picture of the hand that begin below it, and have nothing at their left."""
    placed = [mark.box for mark in back.marks if isinstance(mark, Use)]
    texts = [box_of(mark) for mark in back.marks if isinstance(mark, Text)]
    pictures = [mark.box for mark in back.marks if isinstance(mark, Use) and mark.art.name.startswith("posture")]
    return sum(
        not any(box.x < text.x and box.y < text.bottom and text.y < box.bottom for box in (*placed, *texts))
        for picture in pictures
        for text in texts
        if text.x > picture.right and text.y > picture.bottom
    )


@pytest.mark.one_in(8)
@pytest.mark.parametrize(("routine", "stock_name"), crossed(sorted(routines()), ("tarot", "a7", "a6", "index-3x5")))
def test_a_text_goes_on_below_the_picture_of_the_hand(routine: str, stock_name: str) -> None:
    backs = [card.back for card in cards(routine, stock_name) if card.back]
    assert [back.name for back in backs if lines_in_empty_column(back) > MOST_LINES_BELOW] == []


@pytest.mark.one_in(4)
@pytest.mark.parametrize("routine", sorted(routines()))
def test_the_picture_of_the_hand_shows_the_whole_hand(routine: str) -> None:
    shown = {posture_of(step) for _, step in deck_of(routine).steps} - {""}
    assert [name for name in shown if _length(name) < LEAST_HAND * HAND_UNITS] == []


def _length(name: str) -> float:
    """The length of a posture across the page or down it, whichever is greater."""
    return max(max(along) - min(along) for along in zip(*posture(name).edge, strict=True))
