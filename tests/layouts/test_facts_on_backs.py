"""Facts for which a front has no room are next to their icons on the back, if what comes next still has its place."""

from __future__ import annotations

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.finding import routines
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text, Use
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.deck import Fact, card_title
from tests.support.kept import deck_of, session_of
from tests.support.printed import box_of
from tests.support.sampling import crossed, usually

LEAST_ROWS = {"poker": 0.5, "business": 0.4}
"""The least part of the facts on backs that are next to their icons; others have room only in a text."""
LEAST_NEXT = {"poker": 0.7, "business": 0.6}
"""The least part of the backs that say what comes next."""


def beside(face: Face, fact: Fact) -> bool:
    """Whether a face has the fact's words next to its icon."""
    icons = [box_of(mark) for mark in face.marks if isinstance(mark, Use) and f"icon {fact.icon}" in mark.art.name]
    heads = [mark for mark in face.marks if isinstance(mark, Text) and mark.font == "semibold"]
    first = [mark for mark in heads if fact.line.startswith(mark.text)]
    return any(icon.y <= mark.y <= icon.bottom and mark.x > icon.right for icon in icons for mark in first)


def heads(face: Face) -> str:
    return " ".join(mark.text for mark in face.marks if isinstance(mark, Text) and mark.font == "semibold")


def texts(face: Face) -> str:
    return " ".join(mark.text for mark in face.marks if isinstance(mark, Text) and mark.font == "regular")


@pytest.mark.parametrize("stock_name", usually("business", "poker"))
def test_most_facts_on_backs_are_next_to_their_icons(stock_name: str) -> None:
    rows, sentences, following = 0, 0, list[bool]()
    for routine in sorted(routines()):
        deck, size = deck_of(session_of(routine)), stock(stock_name).size
        cards = layout("steps")(deck, Format(size), theme("mono"), True)
        backs = {card.front.name: card.back for card in cards if card.back}
        for section in deck.sections:
            for step in section.steps:
                back = backs[card_title(section.name, step)]
                following.append("Next: " in heads(back))
                for fact in step.facts:
                    rows += beside(back, fact)
                    sentences += f"{fact.line}." in texts(back)
    assert rows > LEAST_ROWS[stock_name] * (rows + sentences)
    assert sum(following) > LEAST_NEXT[stock_name] * len(following)


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("routine", "stock_name"), crossed(sorted(routines()), ("poker", "business", "a7", "a6")))
def test_a_fact_next_to_its_icon_is_not_in_a_sentence_too(routine: str, stock_name: str) -> None:
    deck, size = deck_of(session_of(routine)), stock(stock_name).size
    cards = layout("steps")(deck, Format(size), theme("mono"), True)
    backs = {card.front.name: card.back for card in cards if card.back}
    for section in deck.sections:
        for step in section.steps:
            back = backs.get(card_title(section.name, step))
            for fact in step.facts if back else ():
                if back and beside(back, fact):
                    assert f"{fact.word}, {fact.note}." not in texts(back), step.title
