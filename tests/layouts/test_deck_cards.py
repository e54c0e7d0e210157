"""The cards of a deck that are not steps: signs, the other limb, turning over, the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.model.routine import Note
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Card, Face, Tag
from cardgen.scene.marks import Text, Use
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM
from cardgen.wording.cards import word_deck
from cardgen.wording.words import ENGLISH, words
from tests.support.kept import deck_of, session_of
from tests.support.printed import SIZES, face_text, overlaps, page_texts
from tests.support.printing import print_cards
from tests.support.routines import routine, step
from tests.support.sampling import examples

LARGE_ICON = 20 * MM
LEAST_AGAIN = 15 * MM
"""The larger side of the smallest figure of a step that is done again."""
LEAST_FULL = 0.3
"""How far down a face goes on which paragraphs go on, as a fraction of its height."""


TOO_SMALL = ("pouch-credit",)
"""Cards that some step has no room on."""


@cache
def cards(name: str, minutes: int | None = None, stock_name: str = "a6") -> list[Card]:
    session = plan(load_selection([name]), minutes=minutes) if minutes else plan(load_selection([name]))
    return list(layout("steps")(word_deck(session), Format(stock(stock_name).size), theme("standard"), True))


def faces(name: str, title: str, minutes: int | None = None) -> list[Face]:
    found = [face for card in cards(name, minutes) for face in card]
    return [face for face in found if f": {title}" in face.name]


@pytest.mark.one_in(4)
@pytest.mark.parametrize("routine", routines())
def test_the_other_limb_has_a_picture_of_every_step(routine: str) -> None:
    section = deck_of(session_of(routine)).sections[0]
    shown = faces(routine, "Now the other")
    assert bool(shown) == bool(section.side_card)
    text = " ".join(map(face_text, shown))
    for other in section.side_card.steps if section.side_card else ():
        assert other.title in text
    pictures = [mark for face in shown for mark in face.marks if isinstance(mark, Use) and "figure" in mark.art.name]
    assert len(pictures) == len(section.side_card.steps if section.side_card else ())


@pytest.mark.parametrize("routine", ["arms", "hands", "legs-back", "feet"])
def test_figures_of_the_other_limb_are_large_and_meet_no_text(routine: str) -> None:
    shown = faces(routine, "Now the other")
    assert shown
    for face in shown:
        figures = [mark.box for mark in face.marks if isinstance(mark, Use) and mark.art.name.startswith("figure ")]
        assert min(max(box.width, box.height) for box in figures) >= LEAST_AGAIN
        assert [str(pair) for pair in overlaps(face)] == []


PICTURED = """name: My legs
summary: Two strokes.
area: legs
receiver: prone
sides: each
limb: leg
steps:
  - {id: glide, name: Glide, technique: effleurage, where: The calf, pressure: light, repeat: 3, cue: Glide.,
     detail: Go slowly., image: a.svg}
  - {id: press, name: Press, technique: pressing, where: The calf, pressure: light, repeat: 3, cue: Press.,
     detail: Go slowly., image: a.svg}
"""


def test_the_other_limb_shows_the_authors_own_pictures(tmp_path: Path) -> None:
    circle = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="90"><circle cx="20" cy="40" r="19"/></svg>'
    (tmp_path / "a.svg").write_text(circle, encoding="utf-8")
    (tmp_path / "my-legs.yaml").write_text(PICTURED, encoding="utf-8")
    session = plan(load_selection([str(tmp_path / "my-legs.yaml")]))
    shown = layout("steps")(word_deck(session), Format(stock("a6").size), theme("standard"), True)
    used = {
        face.name: [mark.art.digest for mark in face.marks if isinstance(mark, Use) and mark.art.digest]
        for card in shown
        for face in card
    }
    (again,) = (digests for name, digests in used.items() if "Now the other" in name)
    assert len(again) == len(session.parts[0].turns)
    assert any(digests for name, digests in used.items() if name.endswith("Press, back")), "the other leg comes next"


def test_the_other_limb_has_only_steps_of_the_session() -> None:
    session = plan(load_selection(["back-and-legs"]))
    missing = {6} - {turn.card.number for turn in session.parts[1].turns}
    assert missing
    text = " ".join(map(face_text, faces("back-and-legs", "Now the other leg")))
    assert "L1 to L9" not in text
    assert "L1 to L5" in text


def test_turning_over_shows_the_new_position() -> None:
    turning = [
        face for face in (face for card in cards("full-body") for face in card) if "Turn over" in face_text(face)
    ]
    assert turning
    for face in turning:
        assert any(isinstance(mark, Use) and mark.box.width > LARGE_ICON for mark in face.marks), face.name


@pytest.mark.one_in(4)
@pytest.mark.parametrize("routine", routines())
def test_only_the_strokes_of_a_deck_are_explained(routine: str) -> None:
    drawings = [step.drawing for section in deck_of(session_of(routine)).sections for step in section.steps]
    used = {stroke.draw for drawing in drawings if drawing for stroke in drawing.strokes}
    text = " ".join(map(face_text, faces(routine, "Strokes")))
    signs = words(ENGLISH).signs
    assert {sign for sign, meaning in signs.items() if meaning in text} == used & signs.keys()


@pytest.mark.one_in(4)
@pytest.mark.parametrize("routine", routines())
def test_no_face_repeats_another_and_none_that_goes_on_is_nearly_empty(routine: str) -> None:
    found = [face for card in cards(routine) for face in card]
    texts = [face_text(face) for face in found]
    assert len(set(texts)) == len(texts)
    for face in found:
        if "continued" in face.name:
            foot = 0.93 * face.size.height
            lowest = max(mark.y for mark in face.marks if isinstance(mark, Text) and mark.y < foot)
            assert lowest > LEAST_FULL * face.size.height, face.name


def headlines(tags: Iterable[Tag]) -> Iterator[Tag]:
    for tag in tags:
        if tag.role == "H1":
            yield tag
        yield from headlines(tag.parts)


@pytest.mark.one_in(20)
@pytest.mark.parametrize("stock_name", [name for name in SIZES if name not in TOO_SMALL])
def test_a_stock_has_three_sizes_of_titles(stock_name: str) -> None:
    sizes = {
        round(mark.size, 1)
        for routine in list(routines())[: examples(len(routines()))]
        for card in cards(routine, stock_name=stock_name)
        for face in card
        for tag in headlines(face.tags)
        for mark in face.marks[tag.start : tag.stop]
        if isinstance(mark, Text) and mark.font == "semibold"
    }
    assert len(sizes) <= 3, sizes


@pytest.mark.parametrize("routine", ["legs-back", "back-relaxing", "face"])
def test_the_last_card_says_how_to_get_up(routine: str) -> None:
    assert "get up slowly" in " ".join(map(face_text, faces(routine, "Aftercare")))


@pytest.mark.parametrize("stock_name", ["a6", "poker"])
def test_what_an_author_adds_about_turning_over_is_on_the_card(stock_name: str) -> None:
    first: Any = routine(step("One"), name="Front part", receiver="supine")
    notes = [
        Note(icon="turn-over", do="Roll toward the window. Give it 1 minute."),
        Note(icon="rest", do="Rest a while."),
    ]
    second: Any = routine(step("Two"), name="Back part", receiver="prone", prepare=notes)
    text = " ".join(" ".join(page_texts(print_cards(plan(Selection.of(first, second)), stock=stock_name).data)).split())
    assert "Roll toward the window. Give it 1 minute." in text
    assert "Rest a while." in text
    assert "Turn over" in text
    assert "Hold the cover; the receiver turns under it, slowly." in text


@pytest.mark.parametrize("routine", ["abdomen", "back-energising", "face", "chest"])
def test_what_to_do_afterwards_comes_after_the_steps_and_how_to_work_before_them(routine: str) -> None:
    names = [face.name for card in cards(routine, stock_name="a6") for face in card if face]
    steps = [at for at, name in enumerate(names) if re.search(r" [A-Z]{1,2}\d+: ", name)]
    assert all(steps[-1] < at for at, name in enumerate(names) if "Aftercare" in name)
    assert all(at < steps[0] for at, name in enumerate(names) if "Keep in mind" in name)


@pytest.mark.parametrize(("stock_name", "repeats"), [("a6", True), ("poker", False)])
def test_small_cards_leave_to_safety_what_it_says_where_that_saves_a_card(stock_name: str, repeats: bool) -> None:
    safety, working = (
        " ".join(
            face_text(face)
            for card in cards("partner", stock_name=stock_name)
            for face in card
            if face and title in face.name
        )
        for title in ("Safety first", "Keep in mind")
    )
    assert ("A raised hand means stop" in working) is ("whatever the dots say" in working) is repeats
    assert "Raise a hand to stop" in safety
    assert re.search(r"1 to 10 \(10 is pain\). Ease off above \d", safety)
    assert "Slow is right" in working
