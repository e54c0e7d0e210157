"""A paragraph about safety that a small card cannot hold goes on on the side that is read next, never over a side."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.list_cards import preparation_cards, safety_card
from cardgen.wording.small_cards import shorten_card
from cardgen.wording.words import ENGLISH, words
from tests.attack.passages import plain
from tests.attack.print_reader import read_print
from tests.support.plans import face_text
from tests.support.printing import print_cards
from tests.support.safety import sides_before_steps
from tests.support.sampling import crossed

SMALL = ("pouch-credit", "avery-5371", "business", "business-us", "a7")
LONG = [f"an old break of the {number}. rib, which aches before rain and after long walks" for number in range(9)]


def session_of(name: str, added: int) -> Session:
    """A short session, of which its author says for whom it is not, and what not to do with some others."""
    (selected,) = load_selection([name]).routines
    routine = selected.routine
    changed = replace(routine, not_with=[*routine.not_with, *LONG[:added]], steps=routine.steps[:2])
    return plan(Selection.of(changed))


@pytest.mark.one_in(4)
@pytest.mark.parametrize("added", [0, 3, 9])
@pytest.mark.parametrize("stock_name", SMALL)
@pytest.mark.parametrize("name", ["face", "hands", "legs-back"])
def test_a_paragraph_goes_on_on_the_next_side(name: str, stock_name: str, added: int) -> None:
    session = session_of(name, added)
    made = print_cards(session, stock=stock_name)
    spoken, marks = words(ENGLISH), {entry.mark for entry in made.record.cards}
    card = shorten_card(safety_card(session, spoken), spoken)
    sides, fronts, name_at_foot = [], [], plain(session.parts[0].routine.name)
    for face in read_print(made.data)[1]:
        texts = [plain(block.text) for block in face.blocks]
        sides.append([text for text in texts if not text.startswith(plain(card.title)) and text != name_at_foot])
        fronts.append(not marks.isdisjoint(face.decorated))
    read = "".join("".join(texts) for texts in sides)
    items = [item for block in card.blocks for item in block.text.split("\n")]
    assert [item for item in items if plain(item) not in read] == []
    headings = {plain(block.heading) for block in card.blocks[: card.on_fronts]}
    on_backs = [texts for texts, is_front in zip(sides, fronts, strict=True) if not is_front]
    assert [texts for texts in on_backs if headings.intersection(texts)] == []


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("name", "stock_name"), crossed(sorted(routines()), (*SMALL, "poker", "tarot", "index-3x5")))
def test_how_to_work_precedes_the_steps(name: str, stock_name: str) -> None:
    session, spoken = plan(load_selection([name])), words(ENGLISH)
    texts = "".join(plain(face_text(side)) for side in sides_before_steps(session, stock_name))
    cards = [*preparation_cards(session, spoken), safety_card(session, spoken)]
    headings = [block.heading for card in cards for block in shorten_card(card, spoken).blocks]
    assert [heading for heading in headings if plain(heading) not in texts] == []


@pytest.mark.parametrize(("name", "stock_name"), [("arms", "business"), ("joints", "a7"), ("back-relaxing", "tarot")])
def test_safety_in_another_order_saves_a_card_without_a_back(name: str, stock_name: str) -> None:
    assert len(sides_before_steps(plan(load_selection([name])), stock_name)) % 2 == 0
