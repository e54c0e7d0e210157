"""What a routine does not have gets no card, page, entry or heading."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import ListCard
from cardgen.wording.words import ENGLISH, words
from tests.support.commands import succeed
from tests.support.printed import page_texts
from tests.support.printing import print_booklet, print_cards, print_plan

ROUTINE = """
name: Calves
summary: For both calves.
area: legs
receiver: prone
{more}
steps:
  - id: a
    name: Calf stretch
    technique: stretching
    where: Back of the lower leg
    cue: Lean in slowly.
    detail: Keep the heel down.
{step}
"""
MakeSession = Callable[..., Session]
AFTERCARE = words(ENGLISH).say("after")


@pytest.fixture
def session_of(tmp_path: Path) -> MakeSession:
    def make(more: str = "", step: str = "") -> Session:
        path = tmp_path / "calves.yaml"
        path.write_text(ROUTINE.format(more=more, step=step), encoding="utf-8")
        return plan(load_selection([str(path)]))

    return make


@pytest.mark.parametrize("more", ["", "after: [{icon: water, do: Offer water.}]", "sides: each\nlimb: leg"])
def test_every_print_says_when_to_see_a_doctor(session_of: MakeSession, more: str) -> None:
    session = session_of(more)
    for printed in (print_cards(session), print_booklet(session, pages=True), print_plan(session)):
        text = " ".join(" ".join(page_texts(printed.data)).split())
        assert AFTERCARE in text
        assert re.search("see a doctor", text, re.IGNORECASE)


def test_the_other_limb_comes_before_aftercare(session_of: MakeSession) -> None:
    deck = word_deck(session_of("sides: each\nlimb: leg"))
    assert deck.sections[-1].side_card.title == "Now the other leg"
    made = layout("steps")(deck, Format(stock("a6").size), theme("standard"), True)
    names = [face.name for card in made for face in card if face]
    last_step = max(at for at, name in enumerate(names) if "Calf stretch" in name)
    assert names[last_step + 1 : last_step + 3] == ["Calves: Now the other leg", "Calves: Aftercare"]


@pytest.mark.parametrize("more", ["", "after: [{icon: water, do: Offer water.}]"])
def test_the_last_step_leads_to_aftercare(session_of: MakeSession, more: str) -> None:
    deck = word_deck(session_of(more))
    assert (deck.after.title, deck.sections[0].steps[-1].next.text) == (AFTERCARE, AFTERCARE)


@pytest.mark.parametrize(
    ("step", "heading"),
    [
        ("", "How long"),
        ("    pace: slow", "How long"),
        ("    sides: each", "How long"),
        ("    pressure: light", "How hard"),
        ("    repeat: {times: 4}", "4 times"),
    ],
)
def test_the_heading_over_pressure_and_time_fits_them(session_of: MakeSession, step: str, heading: str) -> None:
    (card,) = word_deck(session_of(step=step)).sections[0].steps
    assert card.blocks[-1].heading == heading


def test_every_heading_has_something_below_it(session_of: MakeSession, tmp_path: Path) -> None:
    session = session_of()
    deck = word_deck(session)
    cards: list[ListCard] = [card for group in deck.before for card in group]
    assert all(card.blocks for card in cards)
    succeed("export", str(tmp_path / "calves.yaml"), "--markdown", "-o", str(tmp_path / "calves.md"))
    page = (tmp_path / "calves.md").read_text(encoding="utf-8")
    assert not re.search(r"(?m)^#+ .*\n\s*(## |\Z)", page.split("\n", 1)[1])


def test_a_plan_without_hands_has_no_column_of_hands(session_of: MakeSession) -> None:
    bare = page_texts(print_plan(session_of()).data)[0]
    full = page_texts(print_plan(session_of(step="    hands: palms\n    pressure: light")).data)[0]
    assert "Step Hands Press" in full
    assert "Step Hands" not in bare
    assert "Clock" in bare
