"""A step done once in a routine of two sides is counted once, and every print says with which side it is done."""

from __future__ import annotations

import re
from itertools import product

import pytest

from cardgen.exchange.markdown import as_markdown
from cardgen.model.routine import Routine
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.book import word_book
from cardgen.wording.cards import word_deck
from cardgen.wording.times import clock
from cardgen.wording.timetable import word_timetable
from tests.support.printed import page_texts
from tests.support.printing import print_booklet, print_cards, print_everything
from tests.support.routines import routine, step

OTHERS = ("Glide", "Press")


def session_of(once: str, sides: str = "each", place: int = 1) -> Session:
    """A routine with one step that is done once, among others of a minute."""
    steps = [step(name, minutes=1) for name in OTHERS]
    steps.insert(place, step("Cover", minutes=1, once=once))
    return plan(Selection.of(routine(*steps, sides=sides, limb="leg")))


def done(session: Session) -> list[list[str]]:
    return [[slot.turn.step.name for slot in session.slots if slot.turn and slot.run == run] for run in (0, 1)]


@pytest.mark.parametrize(("once", "place"), list(product(("first", "last"), range(3))))
def test_it_is_done_and_counted_on_one_side(once: str, place: int) -> None:
    whole, session = session_of("", place=place), session_of(once, place=place)
    with_it = [*OTHERS[:place], "Cover", *OTHERS[place:]]
    expected = [with_it, [*OTHERS]]
    assert done(session) == (expected if once == "first" else expected[::-1])
    cover = next(turn for turn in session.turns if turn.step.name == "Cover")
    assert len(session.starts[cover.number]) == 1
    working = [sum(slot.seconds for slot in one.slots[1:-1]) for one in (whole, session)]
    assert working[0] - working[1] == cover.total


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("once", "sides", "said"),
    [
        ("first", "each", "with the first leg"),
        ("last", "each", "with the second leg"),
        ("first", "left-then-right", "with the left leg"),
        ("last", "left-then-right", "with the right leg"),
    ],
)
def test_every_print_says_with_which_side(once: str, sides: str, said: str) -> None:
    session = session_of(once, sides)
    texts = {name: " ".join(page_texts(printed.data)) for name, printed in print_everything(session).items()}
    texts["show"] = " ".join(line.text for line in word_timetable(session).lines)
    texts["markdown"] = as_markdown(session.parts[0].routine, session)
    for name, text in texts.items():
        assert f"nce only, {said}" in " ".join(text.replace("\u00a0", " ").split()), name


@pytest.mark.parametrize(
    ("once", "place", "following"),
    [
        ("first", 0, {"Cover": "Glide", "Glide": "Press", "Press": "other leg, from step BT2"}),
        ("first", 1, {"Glide": "Cover; on the other leg: BT3 Press", "Cover": "Press"}),
        ("last", 1, {"Glide": "Press; on the other leg: BT2 Cover", "Cover": "Press"}),
        ("last", 2, {"Press": "other leg, from step BT1; on the other leg: BT3 Cover", "Cover": "Aftercare"}),
    ],
)
def test_a_card_says_what_comes_next_on_each_side(once: str, place: int, following: dict[str, str]) -> None:
    (section,) = word_deck(session_of(once, place=place)).sections
    found = {card.title: " ".join(card.next.text.split()) for card in section.steps if card.title in following}
    for title, expected in following.items():
        assert found[title].endswith(expected), found
        assert bool(found[title]) == bool(expected)


def test_only_the_steps_of_the_other_side_are_done_again() -> None:
    (section,) = word_deck(session_of("first", place=0)).sections
    assert section.other_side == "On the other leg, do steps BT2 and BT3."


def test_alone_it_needs_no_other_side() -> None:
    only: Routine = routine(step("Cover", once="first"), sides="each")
    session = plan(Selection.of(only))
    assert [slot.kind for slot in session.slots] == ["settle", "step", "rest"]


@pytest.mark.parametrize("place", range(3))
def test_a_list_keeps_to_the_clock_after_the_last_common_step(place: int) -> None:
    listed = session_of("last", place=place).listed
    first = [slot.start for slot in listed if not (slot.turn and slot.turn.step.once)]
    assert first == sorted(first)
    if place == len(OTHERS):
        assert [slot.start for slot in listed] == sorted(slot.start for slot in listed)


@pytest.mark.parametrize(("once", "place"), [("last", 2), ("last", 1), ("first", 2)])
def test_the_cards_change_sides_before_what_is_done_last(once: str, place: int) -> None:
    session = session_of(once, place=place)
    printed = print_cards(session, stock="a6", sides="front")
    text = " ".join(" ".join(page_texts(printed.data)).replace("\u00a0", " ").split())
    assert text.count(", do step") == 1
    change, cover = text.index(", do step"), text.index("nce only, with the")
    assert (cover > change) == (once == "last" and place == len(OTHERS))


@pytest.mark.parametrize(
    ("once", "place", "where", "said"),
    [
        ("first", 0, "Both feet", "at the beginning"),
        ("last", 2, "The soles of both feet", "at the end"),
        ("first", 0, "The foot", "with the left leg"),
        ("first", 1, "Both feet", "with the left leg"),
        ("last", 1, "Both feet", "with the right leg"),
    ],
)
def test_what_is_done_to_both_limbs_names_none_of_them(once: str, place: int, where: str, said: str) -> None:
    steps = [step(name, minutes=1) for name in OTHERS]
    steps.insert(place, step("Cover", minutes=1, once=once, where=where))
    session = plan(Selection.of(routine(*steps, sides="left-then-right", limb="leg")))
    (text,) = (line.text for line in word_timetable(session).lines if "once only" in line.text)
    assert text.replace("\u00a0", " ") == f"Cover (once only, {said})"


@pytest.mark.parametrize("count", [2, 8])
def test_what_comes_next_is_said_on_small_backs_too(count: int) -> None:
    """In names of cards where the titles have no room; only a back that is full says nothing."""
    detail = "".join(f"Press spot {number} and wait. " for number in range(count))
    steps = [*(step(name, minutes=1, detail=detail) for name in OTHERS), step("Cover", minutes=1, once="last")]
    session = plan(Selection.of(routine(*steps, sides="left-then-right", limb="leg")))
    texts = (" ".join(text.split()) for text in page_texts(print_cards(session, stock="poker", single=True).data))
    said = "Next: Right leg: BT1; on the right leg: BT3"
    assert any(said in text.replace("\u00a0", " ") for text in texts)


@pytest.mark.one_in(3)
@pytest.mark.parametrize("once", ["first", "last"])
@pytest.mark.parametrize("place", range(3))
def test_the_page_of_the_other_side_in_a_booklet_has_all_its_steps(once: str, place: int) -> None:
    session = session_of(once, "right-then-left", place)
    for pages in (True, False):
        texts = page_texts(print_booklet(session, pages=pages).data)
        (shown,) = [page.split("Now the left leg")[1] for page in texts if "Now the left leg" in page]
        assert re.findall(r"\d (\w+) Kneading", shown) == done(session)[1]
        assert ("nce only, with the left leg" in shown) == (once == "last")


def test_the_page_of_the_other_side_has_the_steps_that_are_done_only_there() -> None:
    steps = [step("Glide", once="first"), step("Press", once="last")]
    printed = print_booklet(plan(Selection.of(routine(*steps, sides="each", limb="leg"))), pages=True)
    assert any("Now the other leg" in page and "Press" in page for page in page_texts(printed.data))


@pytest.mark.parametrize("once", ["first", "last"])
def test_the_other_side_has_a_picture_of_each_step_done_there(once: str) -> None:
    card = word_deck(session_of(once)).sections[-1].side_card
    assert card
    assert [step.title for step in card.steps] == (list(OTHERS) if once == "first" else ["Glide", "Cover", "Press"])


def test_each_line_of_a_booklets_schedule_has_its_time() -> None:
    session = session_of("last")
    lines = {line.title: line.clock for line in word_book(session).schedule}
    (begins,) = session.starts[next(turn.number for turn in session.turns if turn.step.name == "Cover")]
    assert lines["Cover"] == clock(begins)
    assert all(lines.values())
