"""What cardgen says in every session is about that session, and never promises more strength than an author allows."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from cardgen.exchange.markdown import as_markdown
from cardgen.model.action import Pressure
from cardgen.model.routine import Note, Routine
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.cards import word_deck
from cardgen.wording.every_session import care_lines, working_blocks
from cardgen.wording.plan_page import word_plan
from cardgen.wording.words import ENGLISH, words
from tests.support.printed import page_texts
from tests.support.printing import print_everything
from tests.support.routines import routine, step

SPOKEN = words(ENGLISH)


def session_of(*limits: int | None, area: str = "back") -> Session:
    return plan(Selection.of(*(made(limit, number, area) for number, limit in enumerate(limits))))


def made(limit: int | None, number: int = 0, area: str = "back") -> Routine:
    one: Any = routine(step("Glide", direction="up-and-back"), name=f"Routine {number}", area=area)
    return replace(one, strength_at_most=limit)


def said_in(session: Session) -> str:
    return " ".join(
        [
            *(block.text for block in working_blocks(session, SPOKEN)),
            *(line.text for line in care_lines(session, SPOKEN)),
        ]
    )


@pytest.mark.parametrize(
    ("limits", "most"), [((None,), 5), ((3,), 3), ((1,), 1), ((None, 4), 4), ((2, None, 4), 2), ((6,), 6)]
)
def test_the_scale_is_that_of_the_most_careful_routine(limits: tuple[int | None, ...], most: int) -> None:
    said = said_in(session_of(*limits))
    assert f"Stay at {most} or less" in said
    assert f"(10 is pain): at most {most}" in said
    assert ("belly, chest, neck, face and head, at 3 or less" in said) == (most > 3)


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ((9, 7), "7 (in Routine 0: 9)"),
        ((7, None, 3), "3 (in Routine 0: 7)"),
        ((6, None, 6), "5 (in Routine 0, Routine 2: 6)"),
    ],
)
def test_a_routine_that_may_feel_stronger_than_the_others_is_named(limits: tuple[int | None, ...], said: str) -> None:
    assert f"Stay at {said} or less" in said_in(session_of(*limits))


@pytest.mark.parametrize(("whole", "limit", "said"), [(7, None, 7), (3, 8, 3), (None, 6, 6), (6, 4, 4)])
def test_the_limit_of_a_program_holds_in_its_routines(whole: int | None, limit: int | None, said: int) -> None:
    one = Selection.of(made(limit, 0), made(limit, 1))
    session = plan(replace(one, safety=replace(one.safety, strength_at_most=whole)))
    text = " ".join(page_texts(print_everything(session)["a6"].data)) + said_in(session)
    assert f"Stay at {said} or less" in text
    assert {int(most) for most in re.findall(r"Strength: at most (\d) of 10", text)} <= {whole, said}
    assert f"at most {said} of 10" in text


@pytest.mark.parametrize("limit", [3, 2, None, 6, 9])
def test_every_print_has_the_limit_of_the_routine(limit: int | None) -> None:
    session = session_of(limit)
    texts = {name: " ".join(page_texts(printed.data)) for name, printed in print_everything(session).items()}
    texts["markdown"] = as_markdown(session.parts[0].routine, session)
    for name, text in texts.items():
        plain = " ".join(text.replace("\u00a0", " ").split())
        assert (f"Strength: at most {limit} of 10" in plain) == bool(limit), name
        assert ("5 or less" in plain or "at most 5" in plain) <= (limit is None), name


@pytest.mark.parametrize(
    ("area", "about", "not_about"),
    [
        ("arms", ["an arm and down again: 12"], ["belly", "Up a leg", "a foot"]),
        ("legs", ["a leg and down again: 16"], ["belly", "an arm and", "a foot"]),
        (
            "trunk-front",
            ["Stay at 3 or less"],
            ["belly, chest, neck, face and head", "5 or less", "Up a back or an arm", "Up a leg"],
        ),
        ("back", ["Stay at 5 or less", "belly, chest, neck, face and head"], ["Up a leg"]),
    ],
)
def test_a_routine_is_told_of_its_own_areas(area: str, about: list[str], not_about: list[str]) -> None:
    said = said_in(session_of(None, area=area))
    assert [text for text in about if text not in said] == []
    assert [text for text in not_about if text in said] == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"pressure": "firm"}, "Where a stroke is firm"),
        ({"pressure": Pressure(out="deep", back="light")}, "Where a stroke is firm"),
        ({"pace": "quick"}, "Be quick only where a step says so"),
        ({"direction": "up-and-back"}, "Up a back or an arm and down again"),
    ],
)
def test_how_to_work_has_only_what_the_steps_have(fields: dict[str, Any], said: str) -> None:
    with_it, without = (
        said_in(plan(Selection.of(routine(step("Work", **given))))) for given in (fields, {"pressure": "medium"})
    )
    assert said in with_it
    assert said not in without


@pytest.mark.parametrize(("technique", "is_said"), [("kneading", True), ("effleurage", False)])
def test_how_long_a_squeeze_lasts_is_said_where_there_is_kneading(technique: str, is_said: bool) -> None:
    one: Any = routine(step("Work", technique=technique))
    assert ("A kneading squeeze" in said_in(plan(Selection.of(one)))) == is_said


@pytest.mark.parametrize(
    ("position", "own", "said", "left"),
    [
        ("side", Note(icon="pillow", do="Do it in my way."), ["under the head", "to hold"], []),
        ("prone", Note(icon="pillow", do="Under the belly."), ["under the ankles"], ["face cradle"]),
        ("prone", Note(icon="blanket", do="No cushions, please."), ["under the ankles"], ["face cradle"]),
        ("prone", Note(icon="head-support", do="Do it in my way."), ["face cradle"], ["under the ankles"]),
        ("prone", Note(icon="towel", do="Let the forehead rest on a towel."), ["face cradle"], ["under the ankles"]),
        ("prone", Note(icon="towel", do="Have a towel within reach."), [], ["face cradle", "under the ankles"]),
    ],
)
def test_a_line_of_the_author_takes_the_place_of_that_comfort_of_a_position(
    position: str, own: Note, said: list[str], left: list[str]
) -> None:
    for prepare, gone in (([], []), ([own], said)):
        one: Any = routine(step("Glide"), receiver=position, prepare=prepare)
        (preparation, _), *_ = word_deck(plan(Selection.of(one))).before
        printed = " ".join(block.text for block in preparation.blocks)
        before = " ".join(block.heading for block in word_plan(plan(Selection.of(one))).before)
        for each in (printed, before):
            assert [words for words in (*said, *left) if words not in each] == gone
