"""What the back of a step says comes next is the next card of the deck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.finding import programs, routines
from cardgen.scene.faces import Card, Face
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from tests.support.kept import deck_of, session_of
from tests.support.printed import face_text
from tests.support.sampling import crossed

STOCKS = ("poker", "a6", "business", "a7", "index-3x5", "tarot", "a5")
"""A stock for each scale of step cards, and a larger one."""


@pytest.mark.one_in(6)
@pytest.mark.parametrize(("name", "stock_name"), crossed([*sorted(routines()), *sorted(programs())], STOCKS))
def test_what_comes_next_is_the_next_card(name: str, stock_name: str) -> None:
    deck = deck_of(session_of(name))
    cards = list(layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True))
    said = [(back, following) for card, following in zip_longest(cards, cards[1:]) for back in _backs(card)]
    assert [f"{back.name}: {_next(back)}" for back, following in said if not _is(_next(back), following)] == []


def _backs(card: Card) -> Iterator[Face]:
    """The faces of a card that continue a step and say what comes next."""
    yield from (face for face in (card.front, card.back) if face and face.name.endswith(", back") and _next(face))


def _next(back: Face) -> str:
    """What a face says comes next; empty when it says nothing."""
    spoken = (tag.alt for tag in back.tags if tag.alt.startswith("Next: "))
    return next(spoken, face_text(back)).partition("Next: ")[2]


def _is(said: str, card: Card | None) -> bool:
    """Whether a card is the one that was said: by its name, or by its title."""
    title = " ".join(_title(card.front).split()) if card else "no card"
    return title.lower().removeprefix("now ") in said.lower() or said.startswith(f"{title.partition(':')[0]} ")


def _title(front: Face) -> str:
    """A card's name and title: "B2: Heel-of-hand circles"; of a list, its title."""
    name = front.name.removesuffix(", first")
    found = re.search(r" ([A-Z]+\d+: .*)", name)
    return found[1] if found else next(front.text(tag) for tag in front.tags if tag.role == "H1")
