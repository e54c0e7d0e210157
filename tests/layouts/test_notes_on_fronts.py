"""The order of sides, what changes from one time to the next, and what to ask are on fronts and in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from cardgen.wording.plan_page import word_plan
from tests.support.printed import face_text

ROUTINE = """name: Test
summary: A test.
area: back
receiver: prone
steps:
  - {{id: one, name: One, technique: kneading, where: Upper back, cue: Knead., detail: {detail}, {fields}}}
"""
NOTE = "The left once more at the end."
USUAL_NOTE = 12
"""Type size of a note on an A6 front, in points."""
SIDED = "hands: palms, pressure: medium, direction: toward-head, repeat: {times: 4}, sides: left-then-right"
NOTED = f"hands: palms, pressure: medium, sides: left-then-right, repeat: {{times: 4, note: {NOTE}}}"
ASKED = "pressure: medium, repeat: {times: 4}, ask: Does it get less?"


def session_of(folder: Path, fields: str, detail: str = "Knead well.") -> Session:
    return plan(load_selection([str(routine_file(folder, fields, detail))]))


def routine_file(folder: Path, fields: str, detail: str = "Knead well.") -> Path:
    path = folder / "routine.yaml"
    path.write_text(ROUTINE.format(fields=fields, detail=detail), encoding="utf-8")
    return path


def make_cards(session: Session, stock_name: str) -> Iterable[Card]:
    return layout("steps")(word_deck(session), Format(stock(stock_name).size), theme("standard"), True)


def sides_of(session: Session, stock_name: str = "a6") -> tuple[str, str]:
    """What is on the front of the only step, and on its back."""
    printed = [face for card in make_cards(session, stock_name) for face in card]
    found = [" ".join(face_text(face).split()) for face in printed]
    at = next(at for at, face in enumerate(printed) if face.name.endswith(": One"))
    return found[at], " ".join(found[at + 1 : at + 2])


@pytest.mark.parametrize("stock_name", ["a5", "a6", "index-3x5", "tarot"])
def test_the_order_of_sides_is_on_the_front(tmp_path: Path, stock_name: str) -> None:
    front, back = sides_of(session_of(tmp_path, SIDED), stock_name)
    assert "Left side, then right" in front
    assert "then right" not in back


def test_a_note_on_the_amount_is_on_the_front_and_nowhere_else(tmp_path: Path) -> None:
    front, back = sides_of(session_of(tmp_path, NOTED))
    assert NOTE.rstrip(".") in front
    assert "once more" not in back


def test_a_note_that_the_detail_says_is_printed_once_on_a_back(tmp_path: Path) -> None:
    front, back = sides_of(session_of(tmp_path, NOTED, detail=f"Knead well. {NOTE}"), "poker")
    assert (front + back).count("once more") <= 2
    assert back.count("once more") <= 1


def test_a_question_is_on_the_front_where_there_is_room_and_else_on_the_back(tmp_path: Path) -> None:
    session = session_of(tmp_path, ASKED)
    front, back = sides_of(session)
    assert "Does it get less?" in front
    assert "Does it get less?" not in back
    assert all("".join(sides_of(session, name)).count("Does it get less?") == 1 for name in ("poker", "id-1"))


def test_the_plan_has_notes_and_an_authors_words_for_the_way(tmp_path: Path) -> None:
    ways = "direction: {way: circles-both-ways, say: 'Backward, then forward'}"
    (row,) = (row for row in word_plan(session_of(tmp_path, f"{NOTED}, {ways}")).rows if row.card)
    assert "Backward, then forward" in row.more
    assert NOTE.rstrip(".") in row.more


PHASES = (
    "phases: [{do: Knead, technique: kneading, hands: palms, pressure: medium, direction: toward-head, "
    "repeat: {times: 3}}, {do: Press, technique: pressing, hands: thumbs, pressure: {level: firm, note: lean in}, "
    "direction: inward, repeat: {times: 4}}]"
)


def test_what_phases_do_with_other_hands_is_on_the_front_with_their_numbers(tmp_path: Path) -> None:
    front, back = sides_of(session_of(tmp_path, PHASES))
    for said in ("1 palms; 2 thumbs", "1 up; 2 inward", "1 medium; 2 firm", "2 lean in"):
        assert said in front
        assert said not in back
    assert "1 medium; 2 firm" in sides_of(session_of(tmp_path, PHASES), "poker")[0]


def test_what_all_phases_do_alike_is_said_once(tmp_path: Path) -> None:
    alike = PHASES.replace("thumbs", "palms").replace("{level: firm, note: lean in}", "medium")
    front, _ = sides_of(session_of(tmp_path, alike))
    assert front.count("Palms") == front.count("Medium") == 1


WAYS = "direction: [toward-head, toward-feet], hands: thumbs, pressure: firm, sides: left, repeat: " + (
    "{times: 2, hold: 20, rest: 1 breath, each: direction, then: further in}"
)


@pytest.mark.parametrize("stock_name", ["a6", "index-3x5"])
def test_a_front_names_all_directions_or_none_and_the_only_side(tmp_path: Path, stock_name: str) -> None:
    front, back = sides_of(session_of(tmp_path, WAYS), stock_name)
    assert bool(re.search(r"\bup\b", front, re.I)) == bool(re.search(r"\bdown\b", front, re.I))
    assert "Left side, only this one" in front
    assert "up" in (front + back).lower()
    assert "down" in (front + back).lower()


PALM = (
    "hands: thumbs, pressure: medium, sides: each, limb: hand, phases: ["
    "{do: Palm, technique: circles, direction: clockwise, repeat: 12}, {do: Pull, technique: stretching, "
    "hands: thumb-and-finger, repeat: {times: 1, hold: 2 s, spots: each finger}}]"
)


def test_the_way_round_and_the_hands_of_phases_are_on_the_front(tmp_path: Path) -> None:
    front, _ = sides_of(session_of(tmp_path, PALM))
    assert [
        said for said in ("clockwise", "2 thumb and finger", "Each hand", "then the other") if said not in front
    ] == []


@pytest.mark.parametrize("stock_name", ["a5", "a6", "index-3x5", "tarot", "poker", "business-us"])
def test_each_hand_then_the_other_never_leaves_the_front(tmp_path: Path, stock_name: str) -> None:
    front, _ = sides_of(session_of(tmp_path, PALM), stock_name)
    assert "Each hand" in front


@pytest.mark.parametrize("stock_name", ["a5", "a6", "tarot"])
def test_a_note_that_names_another_part_of_the_hand_is_on_the_front(tmp_path: Path, stock_name: str) -> None:
    hands = "hands: {use: forearm, note: 'the elbow, or the thumb'}, pressure: deep, direction: still, "
    amount = "repeat: {until: the muscle softens, at_most: 90 s}, caution: Stop at tingling in the leg."
    front, _ = sides_of(session_of(tmp_path, hands + amount), stock_name)
    assert "the elbow" in front


def test_a_front_says_that_a_length_of_time_ends_early(tmp_path: Path) -> None:
    front, _ = sides_of(session_of(tmp_path, "pressure: light, repeat: {seconds: 30, until: the breath slows}"))
    assert "30 s" in front
    assert "Or until the breath slows" in front


def test_one_each_breath_is_said_so(tmp_path: Path) -> None:
    front, _ = sides_of(session_of(tmp_path, "pressure: light, repeat: {times: 6, every: 1 breath}"))
    assert "One each breath" in front


@pytest.mark.parametrize(("level", "way"), [("medium", "toward-feet"), ("deep", "toward-head")])
def test_facts_with_long_notes_have_type_as_large_as_the_others(tmp_path: Path, level: str, way: str) -> None:
    hands = "hands: {use: heel-of-hand, say: Heels of hands, note: one each side}, sides: together"
    pressure = f"pressure: {{level: {level}, using: body-weight, limit: comfort}}"
    fields = f"{hands}, {pressure}, direction: {{way: {way}, note: hand by hand}}, repeat: {{passes: 3}}"
    session = session_of(tmp_path, f"{fields}, caution: Not on the spine.")
    (front,) = [card.front for card in make_cards(session, "a6") if "Knead." in face_text(card.front)]
    wanted = {"Heels of hands", "one each side", "Both sides", "within comfort", "hand by hand"}
    sizes = {mark.text: mark.size for mark in front.marks if isinstance(mark, Text) and mark.text in wanted}
    assert sizes.keys() == wanted
    assert min(sizes.values()) == USUAL_NOTE


MUCH = (
    "hands: {use: thumbs, note: one after the other}, pressure: {level: medium, note: 5 of 10}, pace: slow, "
    "direction: {way: toward-chest, say: Toward the heart, note: never back}, "
    "repeat: {times: 6, seconds: 5 s, note: slower each time}, caution: Not on the blue veins."
)
LITTLE = "hands: thumbs, pressure: medium, repeat: {times: 6}"
POINTERS = ("More on the back", "See back")


@pytest.mark.parametrize("stock_name", ["a6", "tarot", "poker", "business-us"])
def test_a_front_without_room_for_all_points_to_its_back(tmp_path: Path, stock_name: str) -> None:
    cards = make_cards(session_of(tmp_path, MUCH), stock_name)
    front, back = next(
        (" ".join(face_text(card.front).split()), " ".join(face_text(card.back).split()))
        for card in cards
        if card.back and "Upper back" in face_text(card.front)
    )
    texts = ("one after the other", "never back", "5 of 10", "Toward the heart", "slower each time")
    missing = [text for text in texts if text not in front]
    assert any(pointer in front for pointer in POINTERS) == bool(missing)
    assert [text for text in missing if text.lower() not in back.lower()] == []


def test_a_front_with_all_of_it_points_nowhere(tmp_path: Path) -> None:
    sides = "".join(sides_of(session_of(tmp_path, LITTLE)))
    assert [pointer for pointer in POINTERS if pointer in sides] == []


def test_a_clock_leaves_room_for_the_pointer(tmp_path: Path) -> None:
    whole = load_selection([str(routine_file(tmp_path, MUCH))])
    found = [" ".join(face_text(card.front).split()) for card in make_cards(plan(whole, minutes=5), "business-us")]
    (front,) = (text for text in found if "Toward the heart" in text)
    assert re.search(r"See back \d+:\d\d|\d+:\d\d.*(?:See|More on the) back", front)


def test_an_authors_word_for_the_way_stands_alone(tmp_path: Path) -> None:
    front, _ = sides_of(session_of(tmp_path, "direction: {way: toward-head, say: Toward the heart}"))
    assert "Toward the heart" in front
    assert "toward the head" not in front


def test_notes_on_phases_are_on_the_front_or_it_points_to_them(tmp_path: Path) -> None:
    noted = PHASES.replace("repeat: {times: 3}", "repeat: {times: 3, note: slower each time}")
    front, back = sides_of(session_of(tmp_path, noted))
    assert ("slower each time" in front) != any(pointer in front for pointer in POINTERS)
    assert (front + back).lower().count("slower each time") == 1


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("inward", ["inward 2\u00a0inward"]),
        ("toward-head", []),
        ("still", []),
        ("{way: toward-head, note: to the neck}", ["toward-head 2\u00a0up: to the neck"]),
    ],
)
def test_another_way_of_a_phase_is_next_to_its_own_icon(tmp_path: Path, way: str, said: list[str]) -> None:
    """Next to the icon of an amount, "2 inward" is read as twice inward."""
    phases = PHASES.replace("direction: inward", f"direction: {way}").replace(", note: lean in", "")
    (section,) = word_deck(session_of(tmp_path, f"{phases}, direction: toward-head")).sections
    assert [f"{fact.icon} {fact.word}" for fact in section.steps[0].spare_facts] == said


@pytest.mark.parametrize("stock_name", ["a6", "tarot", "poker", "business-us"])
def test_minutes_that_an_author_states_are_on_every_front(tmp_path: Path, stock_name: str) -> None:
    cards = make_cards(session_of(tmp_path, f"{MUCH}, minutes: 7"), stock_name)
    (front,) = (face_text(card.front) for card in cards if "Upper back" in face_text(card.front))
    assert "7 min" in front.replace("\u00a0", " ")


HEART = (
    "hands: {use: palms, note: both}, pressure: {out: light, back: none}, repeat: {times: 8-10, every: 1 breath}, "
    "direction: {way: toward-chest, say: Toward the heart}"
)


@pytest.mark.parametrize("stock_name", ["a6", "tarot", "poker"])
def test_which_way_is_on_the_front_where_a_caution_leaves_its_place(tmp_path: Path, stock_name: str) -> None:
    front, _ = sides_of(session_of(tmp_path, HEART), stock_name)
    wanted = ["Toward the heart", "Palms", "no pressure on return", "one each breath"]
    assert [text for text in wanted if text.lower() not in front.lower()] == []
    assert "Knead." in front


def test_facts_are_on_small_fronts_with_what_steers_the_hands() -> None:
    """On playing cards and tarot cards, most of nine steps have the way of the hands as a fact on their fronts.

    Where a long caution takes the room, the cue says it: "Lean back and pull".
    """
    shown = dict.fromkeys(("tarot", "poker"), 0)
    for stock_name in shown:
        session = plan(load_selection(["legs-back"]))
        fronts = {face.name: " ".join(face_text(face).split()).lower() for face in _faces(session, stock_name)}
        for section in word_deck(session).sections:
            for step in section.steps:
                front = fronts[f"{section.name} {step.name}: {step.title}"]
                shown[stock_name] += all(fact.word.lower() in front for fact in step.facts if fact.topic == "way")
    assert min(shown.values()) >= 7


def _faces(session: Session, stock_name: str) -> list[Face]:
    return [face for card in make_cards(session, stock_name) for face in card]


@pytest.mark.parametrize("stock_name", ["a6", "tarot", "poker"])
def test_the_time_that_alone_tells_two_sides_apart_is_on_the_front(tmp_path: Path, stock_name: str) -> None:
    done = (
        "hands: {use: thumbs, note: right thumb}, pressure: {level: medium, note: 5 of 10}, once: ONCE, minutes: TIME, "
        "direction: circles-both-ways, repeat: {times: 10, each: direction, until: it softens}"
    )
    for once, minutes, said in (("first", "1", "1 min"), ("last", "0.67", "40 s")):
        folder = tmp_path / once
        folder.mkdir()
        path = routine_file(folder, done.replace("ONCE", once).replace("TIME", minutes))
        text = path.read_text(encoding="utf-8").replace("receiver:", "sides: each\nlimb: arm\nreceiver:", 1)
        path.write_text(text, encoding="utf-8")
        front, _ = sides_of(plan(load_selection([str(path)])), stock_name)
        assert said in front
