"""What backs say is in sentences: facts and pressure are paragraphs of their own, and no place is said twice."""

from __future__ import annotations

import re

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.finding import routines
from cardgen.scene.faces import Face
from cardgen.scene.marks import Use
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.words import ENGLISH, words
from tests.support.kept import deck_of, session_of
from tests.support.printed import face_text
from tests.support.sampling import crossed, usually

SPOKEN = words(ENGLISH)
HARD = re.compile(r"How hard:? (.+?)(?= Feel and ask| Next| Facing| At the| [A-Z][\w ]+: |$)")


def backs_of(name: str, stock_name: str) -> list[Face]:
    deck = deck_of(session_of(name))
    cards = layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True)
    return [card.back for card in cards if card.back and card.back.name.endswith(", back")]


@pytest.mark.one_in(3)
@pytest.mark.parametrize(("name", "stock_name"), crossed(routines(), ["a6", "poker", "business"]))
def test_backs_are_in_sentences(name: str, stock_name: str) -> None:
    for face in backs_of(name, stock_name):
        text = " ".join(face_text(face).replace("\u00a0", " ").split())
        paces = "|".join(pace.capitalize() for pace in SPOKEN.paces.values())
        assert not re.search(rf"(?:^|[.:] )(?:{paces})\.", text), text
        assert not re.search(r": [\w, ]+(?<!Next): [A-Z]", text), text
        assert " Do The other hand" not in text, text
        for found in HARD.findall(text):
            assert re.search(r"pressure|weight", found.split(".")[0]), found


@pytest.mark.parametrize("stock_name", ["a6", "poker"])
def test_a_back_says_where_the_giver_is_if_not_where_the_routine_begins(stock_name: str) -> None:
    """Also where the step before it says so: another session may lack that step."""
    texts = {face.name.split(":")[0]: face_text(face) for face in backs_of("legs-back", stock_name)}
    fronts = {"Back of the legs L4"}  # the first step there, whose front may say so
    for step in session_of("legs-back").turns:
        name = f"Back of the legs {step.card}"
        if step.step.giver_at == "square-on" and name not in fronts:
            assert "You: facing across the body" in texts[name], name
        if step.step.giver_at == "feet":
            assert "facing across" not in texts[name].lower()


def pressures_on(face: Face) -> set[str]:
    """The signs of pressure on a face, with their dots."""
    names = [mark.art.name for mark in face.marks if isinstance(mark, Use)]
    return {name for name in names if re.match(r"icon (?:pressure|body-weight)", name)}


@pytest.mark.parametrize("stock_name", usually("a6", "poker"))
def test_a_back_has_as_many_dots_of_pressure_as_its_front(stock_name: str) -> None:
    both = 0
    for name in sorted(routines()):
        cards = layout("steps")(deck_of(session_of(name)), Format(stock(stock_name).size), theme("standard"), True)
        for card in cards:
            if card.back and card.back.name.endswith(", back") and (front := pressures_on(card.front)):
                assert pressures_on(card.back) <= front, card.back.name
                both += bool(pressures_on(card.back))
    assert both > 15
