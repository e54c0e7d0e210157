"""The card of signs and words explains what its deck shows, and nothing else."""

from __future__ import annotations

from typing import get_args

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.finding import programs, routines
from cardgen.model.drawing import Stroke
from cardgen.model.routine import Step
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.shown import word_sign
from cardgen.wording.shown_words import Shown
from cardgen.wording.words import ENGLISH, words
from tests.support.kept import deck_of, session_of
from tests.support.printed import face_text

SPOKEN = words(ENGLISH)
KEY_FACES = ("Signs and words", "Strokes")


def faces_of(name: str) -> tuple[str, str]:
    """The words of the fronts of steps, and of the faces that explain signs."""
    deck = deck_of(session_of(name))
    cards = list(layout("steps")(deck, Format(stock("a6").size), theme("standard"), True))
    names = {f"{section.name} {step.name}: {step.title}" for section, step in deck.steps}
    fronts = (card.front for card in cards if card.front.name in names)
    keys = (face for card in cards for face in card if any(part in face_text(face) for part in KEY_FACES))
    return " ".join(map(face_text, fronts)), " ".join(map(face_text, keys))


def steps_of(name: str) -> list[Step]:
    return [turn.step for turn in session_of(name).turns]


def drawn(name: str) -> list[Stroke]:
    """The strokes as the deck draws them."""
    cards = (step for _, step in deck_of(session_of(name)).steps)
    return [stroke for card in cards if card.drawing for stroke in card.drawing.strokes]


@pytest.mark.one_in(3)
@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_a_deck_explains_only_what_it_shows(name: str) -> None:
    fronts, key = faces_of(name)
    glides = {level for stroke in drawn(name) if stroke.draw == "glide" for level in stroke.levels or ("medium",)}
    drawings = [step.drawing for step in steps_of(name) if step.drawing]
    expected = {
        "×3 means three times": "×" in fronts,
        "Up is toward the head": " Up" in fronts or " Down" in fronts,
        "Two arrows": " on return" in fronts,
        "A hollow number": "If you like" in fronts,
        "Hatched: no pressure": any(drawing.avoid for drawing in drawings),
        "Dotted: light pressure only": any(drawing.light for drawing in drawings),
        "Thick arrows are firm": bool(glides & {"firm", "deep"}),
        "dashes hardly touch": bool(glides & {"none", "feather"}),
        "Hollow arrows": any(stroke.mirror == "later" for stroke in drawn(name)),
        "it ends here": any(stroke.state == "ends" for stroke in drawn(name)),
    }
    assert {said: said in key for said in expected} == expected


def test_every_condition_is_known_and_used() -> None:
    further = [text for one in (*SPOKEN.reading, *SPOKEN.key) for text in one.also]
    details = [text for given in SPOKEN.sign_details.values() for text in given]
    used = {one.where for one in (*SPOKEN.reading, *SPOKEN.key, *further, *details)}
    assert used - {None} == set(get_args(Shown))


def test_a_legend_says_everything_of_a_sign() -> None:
    assert word_sign("glide", SPOKEN) == "Glide from the ring; a thicker line is firmer; dashes hardly touch"
    assert word_sign("press", SPOKEN) == SPOKEN.signs["press"]
    assert word_sign("glide", SPOKEN, []) == SPOKEN.signs["glide"]
