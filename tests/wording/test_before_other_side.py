"""What an author says to do between two sides is printed before the other side, on every print, once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page
from cardgen.wording.book import word_book
from tests.support.printed import face_text
from tests.support.safety import deck_cards, plan_faces

ROUTINE = """name: Arms
summary: A test.
area: arms
receiver: RECEIVER
sides: right-then-left
limb: arm
before_other_side: [Wipe off the oil, "Ask: was anything too much?"]
steps:
  - {id: one, name: Glide up, technique: effleurage, where: Forearm, cue: Glide., detail: Use the palms., repeat: 3}
"""
FIRST, SECOND = "Wipe off the oil.", "Ask: was anything too much?"


def _cards(layout: str, stock: str) -> Callable[[Session], list[Face]]:
    return lambda session: [face for card in deck_cards(session, layout, stock) for face in card]


def _booklet(session: Session) -> list[Face]:
    volume = lay_out_book(word_book(session), Format(booklet_page("a5")), theme("mono"))
    return list(volume.faces)


PRINTS: dict[str, Callable[[Session], list[Face]]] = {
    "cards": _cards("steps", "a6"),
    "small cards": _cards("steps", "poker"),
    "overview": _cards("overview", "a6"),
    "plan": plan_faces,
    "booklet": _booklet,
}


@pytest.mark.parametrize("name", PRINTS)
@pytest.mark.parametrize("receiver", ["seated", "side"])
def test_what_is_done_between_two_sides_is_printed(tmp_path: Path, receiver: str, name: str) -> None:
    path = tmp_path / "arms.yaml"
    path.write_text(ROUTINE.replace("RECEIVER", receiver), encoding="utf-8")
    faces = PRINTS[name](plan(load_selection([str(path)])))
    text = re.sub(r"\s+", " ", " ".join(map(face_text, faces)))
    assert text.count(FIRST) == text.count(SECOND) == 1
    assert text.index(FIRST) < text.index(SECOND)
