"""A receiver on one side turns over before the other one is worked on; every print says so and counts the time."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.planning.tempos import tempos
from cardgen.wording.book import word_book
from cardgen.wording.cards import word_deck
from cardgen.wording.plan_page import word_plan
from cardgen.wording.timeline import word_bars
from cardgen.wording.words import ENGLISH, words
from tests.support.printed import page_texts
from tests.support.printing import print_booklet, print_cards, print_plan

ROUTINE = """\
name: Hip
summary: The buttock and the calf.
area: legs
receiver: {position}
sides: {sides}
limb: {limb}
steps:
  - {{id: knead, name: Knead, technique: kneading, where: The calf, cue: Knead the calf., detail: Knead.}}
  - {{id: hold, name: Hold, technique: holding, where: The ankle, cue: Hold the ankle., detail: Hold.}}
  - {{id: end, name: End, technique: holding, where: The foot, cue: Hold the foot., detail: Hold., receiver: {last}}}
"""
OTHERS = [
    ("each", "leg", "other leg"),
    ("right-then-left", "side", "left side"),
    ("left-then-right", "arm", "right arm"),
]


def session_of(folder: Path, sides: str, limb: str, position: str = "side", last: str = "") -> Session:
    path = folder / "hip.yaml"
    text = ROUTINE.format(sides=sides, limb=limb, position=position, last=last or position)
    path.write_text(text, encoding="utf-8")
    return plan(load_selection([str(path)]))


def change_seconds(session: Session) -> int:
    return next(slot.seconds for slot in session.slots if slot.kind == "side")


@pytest.mark.parametrize(("sides", "limb", "other"), OTHERS)
def test_every_print_says_to_turn_over(tmp_path: Path, sides: str, limb: str, other: str) -> None:
    session = session_of(tmp_path, sides, limb)
    cards, overview = print_cards(session), print_cards(session, layout="overview")
    for printed in (cards, overview, print_booklet(session, pages=True)):
        text = " ".join(" ".join(page_texts(printed.data)).split())
        assert f"Turn over: now the {other} is on top" in text
    text = " ".join(" ".join(page_texts(print_plan(session).data)).split())
    assert f"Turn over. The {other}: same steps" in text


@pytest.mark.parametrize(("sides", "limb", "other"), OTHERS)
def test_the_cards_say_that_the_side_on_top_is_worked(tmp_path: Path, sides: str, limb: str, other: str) -> None:
    text = " ".join(" ".join(page_texts(print_cards(session_of(tmp_path, sides, limb)).data)).split())
    assert f"Work on the {limb} that is on top." in text
    assert "Place the pillows again." in text


def test_turning_has_its_icon_and_its_time(tmp_path: Path) -> None:
    session = session_of(tmp_path, "each", "leg")
    assert change_seconds(session) == tempos().turn_over
    row = next(row for row in word_plan(session, ENGLISH).rows if row.is_other_side)
    assert (row.icon, row.minutes) == ("turn-over", "2:00")
    assert [bar.icon for bar in word_bars(session, words(ENGLISH))].count("turn-over") == 1
    deck, book = word_deck(session), word_book(session)
    change = deck.sections[0].side_card
    assert change
    assert (change.icon, change.title.partition(":")[0]) == ("turn-over", "Turn over")
    assert deck.sections[0].other_side_icon == "turn-over"
    assert [chapter.other_side.icon for chapter in book.chapters if chapter.other_side] == ["turn-over"]


def test_nobody_turns_over_between_two_legs(tmp_path: Path) -> None:
    session = session_of(tmp_path, "each", "leg", "prone")
    assert change_seconds(session) == tempos().change_side
    text = " ".join(" ".join(page_texts(print_cards(session).data)).split())
    assert "Turn over" not in text
    assert "on top" not in text


@pytest.mark.parametrize(("last", "turn"), [("supine", "Turn over"), ("seated", "Change position")])
def test_who_ends_in_another_position_moves_back(tmp_path: Path, last: str, turn: str) -> None:
    session = session_of(tmp_path, "each", "leg", "prone", last)
    assert change_seconds(session) == tempos().turn_over
    text = " ".join(" ".join(page_texts(print_cards(session).data)).split())
    assert f"{turn}: now the other leg" in text
