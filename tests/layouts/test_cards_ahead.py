"""What a small front has no room for, though it must be on one, is on a card before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from tests.support.printed import face_text

CAUTION = " ".join(f"Never press number {number}." for number in range(1, 25))
PHASES = (
    "phases: ["
    + ", ".join(
        f"{{do: Part number {number}, technique: kneading, repeat: {{times: {number}0, each: side, hold: 5 s, "
        "until: the muscle feels soft and warm}}"
        for number in range(1, 6)
    )
    + "]"
)
ROUTINE = """name: Test
summary: A test.
area: back
receiver: prone
steps:
  - {{id: one, name: One, technique: kneading, where: Upper back, cue: Knead., detail: Slowly., {fields}}}
"""


def fronts(folder: Path, fields: str, stock_name: str) -> list[tuple[str, str]]:
    """The names of the fronts of a deck, and what is on them."""
    path = folder / "routine.yaml"
    path.write_text(ROUTINE.format(fields=fields), encoding="utf-8")
    deck = word_deck(plan(load_selection([str(path)])))
    cards = layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True)
    return [(card.front.name, " ".join(face_text(card.front).split())) for card in cards]


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", ["poker", "business-us", "a7"])
@pytest.mark.parametrize(
    ("fields", "said", "pointer"),
    [
        (f"caution: {CAUTION}", CAUTION, "Caution on the card before"),
        (PHASES, "Part number 5", "See the card before"),
        (f"{PHASES}, caution: {CAUTION}", CAUTION, "Caution on the card before"),
    ],
)
def test_what_must_be_on_a_front_is_on_a_card_before(
    tmp_path: Path, fields: str, said: str, pointer: str, stock_name: str
) -> None:
    found = fronts(tmp_path, fields, stock_name)
    (place,) = (at for at, (name, _) in enumerate(found) if name.endswith("1: One"))
    ahead = " ".join(text for name, text in found[:place] if name.endswith("1: One, first"))
    front = found[place][1]
    assert pointer in front
    assert said not in front
    assert set(said.split()) <= set(ahead.split())


def test_a_front_with_room_has_no_card_before_it(tmp_path: Path) -> None:
    assert not [
        name for name, _ in fronts(tmp_path, "caution: Not on the spine.", "poker") if name.endswith("One, first")
    ]


@pytest.mark.parametrize("stock_name", ["a6", "poker", "business-us"])
def test_a_row_that_no_face_holds_has_its_caution_below_it(tmp_path: Path, stock_name: str) -> None:
    path = tmp_path / "routine.yaml"
    path.write_text(ROUTINE.format(fields=f"{PHASES}, caution: {CAUTION}"), encoding="utf-8")
    deck = word_deck(plan(load_selection([str(path)])))
    cards = layout("overview")(deck, Format(stock(stock_name).size), theme("standard"), True)
    text = " ".join(face_text(face) for card in cards for face in card if face)
    assert set(CAUTION.split()) <= set(text.split())
    assert "Part number 5" in " ".join(text.split())


@pytest.mark.parametrize(("stock_name", "rules"), [("id-1", 8), ("business", 9), ("poker", 12)])
def test_the_most_time_of_an_amount_is_never_on_the_back(tmp_path: Path, stock_name: str, rules: int) -> None:
    caution = " ".join(f"Not on place {number}." for number in range(10, 10 + rules))
    fields = (
        f"repeat: {{until: it eases, at_most: 20 s, each: spot}}, pressure: {{level: firm, limit: comfort}}, "
        f"direction: {{way: still, say: Hold, note: no movement}}, minutes: 3, caution: {caution}"
    )
    found = fronts(tmp_path, fields, stock_name)
    assert "at most 20 s" in " ".join(text for name, text in found if "1: One" in name).lower()
