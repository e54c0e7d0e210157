"""A condition of an author replaces one of cardgen's own only if nobody with that one is left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from cardgen.library.loading import load_selection
from cardgen.model.safety import Caution
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.conditions import condition_key, left_over
from cardgen.wording.list_cards import safety_card
from cardgen.wording.words import ENGLISH, words
from tests.support.printed import face_text
from tests.support.safety import deck_cards, first_booklet_faces
from tests.support.together import together

SPOKEN = words(ENGLISH)
RULE = next(rule for rule in SPOKEN.safety if rule.conditions)
NARROWER = (
    "uncontrolled high blood pressure", "high blood pressure over 180", "pregnancy in the first 12 weeks",
    "cancer in treatment", "skin cancer on the back", "diabetes with open sores", "diabetes, with open sores",
    "a stroke in the last month", "heart disease with chest pain", "recent surgery on the knee",
    "numb skin on the back",
    "a slipped disc with a drop foot", "brittle bones in the spine", "Pregnancy (first 12 weeks)", "late pregnancy",
    "cancer or a stroke in the last month", "severe diabetes or cancer", "recent knee surgery", "not a stroke",
    "blood thinners and a bleeding disorder", "no high blood pressure", "unexplained back pain at night",
    "removed lymph nodes: both sides", "pain down a leg below the knee", "type 1 diabetes",
)  # fmt: skip
EQUAL_OR_WIDER = {
    "high blood pressure": "high blood pressure",
    "Pregnancy.": "pregnancy",
    "the diabetes": "diabetes",
    "surgery": "recent surgery",
    "back pain": "unexplained back pain",
    "a fever; a stroke": "a stroke",
    "a cold, or cancer": "cancer",
}


def with_conditions(*conditions: str) -> Session:
    """The session of a bundled routine that is left out with these conditions."""
    selection = load_selection(["feet"])
    return plan(replace(selection, safety=replace(selection.safety, not_with=conditions)))


@together
@pytest.mark.parametrize("condition", NARROWER)
def test_a_narrower_condition_replaces_none(condition: str) -> None:
    assert left_over(RULE.conditions, [condition], SPOKEN) == RULE.conditions


@together
@pytest.mark.parametrize("built_in", RULE.conditions)
@pytest.mark.parametrize("more", ["in the last year", ", untreated", "with pain", "(severe)", "and a fever"])
def test_no_words_after_a_condition_make_it_wider(built_in: str, more: str) -> None:
    name = built_in.partition(" (")[0]
    assert built_in in left_over(RULE.conditions, [f"{name} {more}"], SPOKEN)
    assert built_in not in left_over(RULE.conditions, [name], SPOKEN)


@pytest.mark.parametrize(("condition", "replaced"), EQUAL_OR_WIDER.items())
def test_an_equal_or_wider_condition_replaces_one(condition: str, replaced: str) -> None:
    assert left_over(RULE.conditions, [condition], SPOKEN) == [one for one in RULE.conditions if one != replaced]


def test_alternatives_replace_each_of_theirs() -> None:
    left = left_over(RULE.conditions, ["a slipped disc, or pain down a leg", "cancer or diabetes"], SPOKEN)
    gone = {"a slipped disc", "pain down a leg", "cancer", "diabetes"}
    assert left == [one for one in RULE.conditions if one not in gone]


def printed_rules(session: Session) -> Iterator[str]:
    """What the safety card, with its back, and the booklet list for a health professional."""
    cards = [face for card in deck_cards(session, "steps", "a5") for face in card if face]
    for faces in (cards, first_booklet_faces(session)):
        text = " ".join(" ".join(face_text(face).split()) for face in faces)
        yield text.partition(RULE.heading)[2].partition(".")[0]


def test_prints_keep_the_conditions_beside_narrower_ones() -> None:
    for printed in printed_rules(with_conditions(*NARROWER[:6])):
        assert [one for one in RULE.conditions if one not in printed] == []


def test_prints_lack_what_is_ruled_out() -> None:
    for printed in printed_rules(with_conditions("high blood pressure")):
        assert [one for one in RULE.conditions if one not in printed] == ["high blood pressure"]


def test_a_condition_in_two_spellings_has_one_heading() -> None:
    selection = load_selection(["legs-back"])
    chosen = selection.routines[0]
    cautions: list[str | Caution] = [
        Caution(only_with="lymphoedema", do="Stay light."),
        Caution(only_with="a Lymphedema", do="Never press."),
    ]
    steps = [replace(chosen.routine.steps[0], leave_out_with="lymphedema"), *chosen.routine.steps[1:]]
    own = replace(chosen.routine, cautions=cautions, steps=steps)
    session = plan(replace(selection, routines=(replace(chosen, routine=own),)))
    [block] = [one for one in safety_card(session, words(ENGLISH)).blocks if "edema" in one.heading]
    assert block.heading == "With lymphoedema"
    assert block.text.replace("\n", " ") == f"Stay light. Never press. Leave out “{steps[0].name}”."


@pytest.mark.parametrize(
    ("excluded", "text"),
    [((0, 1), "Leave out “Glide”."), ((0,), "Leave out “Glide” (L1)."), ((1, 2), "Leave out “Glide” (L2) and “Hold”.")],
)
def test_steps_of_one_title_are_named_once_or_told_apart(excluded: tuple[int, ...], text: str) -> None:
    selection = load_selection(["legs-back"])
    chosen = selection.routines[0]
    first, second, third, *_ = chosen.routine.steps
    given = [replace(first, name="Glide"), replace(second, name="Glide"), replace(third, name="Hold")]
    steps = [
        replace(step, leave_out_with="a cramp" if place in excluded else [], keep="core")
        for place, step in enumerate(given)
    ]
    session = plan(replace(selection, routines=(replace(chosen, routine=replace(chosen.routine, steps=steps)),)))
    [block] = [one for one in safety_card(session, SPOKEN).blocks if one.heading == "With a cramp"]
    assert block.text == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a blood thinner", "blood thinners"),
        ("clots", "a clot"),
        ("Lymphoedema", "lymphedema"),
        ("diabetes", "diabetes"),
    ],
)
def test_one_condition_is_the_same_however_it_is_spelled(one: str, other: str) -> None:
    assert condition_key(one, SPOKEN) == condition_key(other, SPOKEN)
