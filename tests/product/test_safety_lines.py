"""What authors say about safety is on safety card, overview, plan and booklet, or a fault names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cardgen.errors import UserError
from cardgen.layouts.parts.sketch import MisfitError
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.model.routine import Routine, Step
from cardgen.model.safety import Caution, Safety
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.wording.list_cards import safety_card
from cardgen.wording.words import ENGLISH, words
from tests.support.kept import session_of
from tests.support.printed import SIZES, face_texts
from tests.support.safety import (
    first_booklet_faces,
    gathered_lines,
    missing,
    overview_faces,
    plan_faces,
    safety_fronts,
    safety_sides,
    step_lines,
)
from tests.support.sampling import examples

EVERYTHING = [(name,) for name in [*routines(), *programs()]] + [("hands", "face"), ("back-and-legs", "feet")]
STOCKS = ("a6", "a5")
LEAST_START = 20
"""The letters of an item that are on a front at least: what is longer than one goes on on its back."""
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking, which takes minutes here."""


@pytest.fixture(scope="module", params=EVERYTHING, ids="+".join)
def session(request: pytest.FixtureRequest) -> Session:
    return session_of(*request.param)


def test_there_is_something_to_find() -> None:
    sessions = [session_of(name) for name in routines()]
    assert sum(len(gathered_lines(one)) for one in sessions) > len(sessions)
    assert all(step_lines(one) for one in sessions)


@pytest.mark.one_in(3)
def test_everything_is_on_the_fronts_of_the_safety_cards(session: Session) -> None:
    assert missing(gathered_lines(session), safety_fronts(session, "a6")) == []


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
def test_everything_is_on_fronts_of_every_size(stock_name: str) -> None:
    session = session_of("joints", "abdomen", "neck")
    assert missing(gathered_lines(session), safety_fronts(session, stock_name)) == []


@pytest.mark.one_in(3)
@pytest.mark.parametrize("stock_name", STOCKS)
def test_everything_is_on_the_overview(session: Session, stock_name: str) -> None:
    lines = [*gathered_lines(session), *step_lines(session)]
    assert missing(lines, overview_faces(session, stock_name)) == []


@pytest.mark.parametrize("stock_name", ["business-us", "poker", "a7"])
def test_a_sentence_is_not_divided_at_its_semicolon(stock_name: str) -> None:
    caution = "Leave out the front of the throat; the big vessels lie there."
    (selected,) = load_selection(["joints"]).routines
    cautions: list[str | Caution] = [caution, *(f"Gently over old breaks, {number}." for number in range(16))]
    session = plan(Selection.of(replace(selected.routine, cautions=cautions)))
    texts = " ".join(face_texts(overview_faces(session, stock_name)).split())
    assert texts.count("In every step:") > 1, "the block is not divided"
    assert "In every step: the big" not in texts


@pytest.mark.one_in(3)
def test_everything_is_on_the_plan(session: Session) -> None:
    assert missing([*gathered_lines(session), *step_lines(session)], plan_faces(session)) == []


@pytest.mark.one_in(3)
def test_everything_is_before_the_first_routine_of_a_booklet(session: Session) -> None:
    assert missing(gathered_lines(session), first_booklet_faces(session)) == []


def test_questions_come_first_and_nothing_comes_twice(session: Session) -> None:
    blocks = safety_card(session, words(ENGLISH)).blocks
    text = "\n".join(f"{block.heading}\n{block.text}" for block in blocks)
    asked = {line for part in session.parts for line in part.routine.ask}
    assert all(question in blocks[0].text for question in asked)
    cautions = [line for part in session.parts for line in part.routine.cautions if isinstance(line, str)]
    assert [line for line in (*asked, *cautions) if text.count(line) > 1] == []


def test_what_is_for_some_receivers_is_said_to_be_for_them() -> None:
    session = session_of("joints")
    blocks = safety_card(session, words(ENGLISH)).blocks
    for turn in session.turns:
        for condition in turn.step.exclusions:
            assert any(condition in one.heading and f"“{turn.step.name}”" in one.text for one in blocks)


def test_a_language_whose_rules_gather_nothing_loses_nothing() -> None:
    session, spoken = plan(load_selection(["abdomen", "face"])), words(ENGLISH)
    card = safety_card(session, replace(spoken, safety=[replace(rule, gathers=None) for rule in spoken.safety]))
    text = " ".join(f"{block.heading} {block.text}" for block in card.blocks[: card.on_fronts]).lower()
    assert [line for line in gathered_lines(session) if line.lower().rstrip(".") not in text] == []


def test_a_step_that_is_left_out_is_not_named() -> None:
    loaded = load_selection(["joints"])
    numbers = [number for number, step in enumerate(loaded.routines[0].routine.steps, 1) if not step.exclusions]
    card = safety_card(plan(loaded, steps=frozenset(numbers)), words(ENGLISH))
    assert not any(block.text.startswith("Leave out “") for block in card.blocks)


def line_of(word: str, count: int) -> str:
    """A line of different words, which no other line has."""
    return " ".join(f"{word}{number}" for number in range(count))[:600].strip()


LINES = st.builds(line_of, st.text("abcdefgh", min_size=1, max_size=24), st.integers(1, 90))
SHORT_LINES = LINES.map(lambda line: line[:72].strip())
CAUTIONS = LINES | st.builds(lambda do, condition: Caution(do=do, only_with=condition), LINES, SHORT_LINES)


def some(lines: st.SearchStrategy[object]) -> st.SearchStrategy[list[object]]:
    return st.lists(lines, max_size=5)


def routine_of(name: str, step: dict[str, object], safety: dict[str, list[object]]) -> Routine:
    one = Step(
        id="one", name="One", technique="kneading", where="The back", cue="Knead.", detail="Knead slowly.", **step
    )
    return Routine(name=name, summary="A test.", area="back", receiver="prone", steps=[one], **safety)


STEPS = st.fixed_dictionaries({}, optional={"leave_out_with": st.lists(SHORT_LINES, max_size=3), "caution": LINES})
OF_PROGRAMS = {"ask": some(LINES), "not_with": some(LINES), "cautions": some(CAUTIONS)}
PROGRAM_SAFETY = st.fixed_dictionaries({}, optional=OF_PROGRAMS)
SAFETY = st.fixed_dictionaries({}, optional={**OF_PROGRAMS, "leave_out_with": some(LINES)})


@settings(max_examples=examples(30), phases=QUICK, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.builds(routine_of, st.sampled_from(["One", "Two"]), STEPS, SAFETY), min_size=1, max_size=2),
    PROGRAM_SAFETY,
    st.sampled_from(SIZES),
)
def test_any_line_is_on_every_face_or_named_by_a_fault(
    written: list[Routine], program: dict[str, list[object]], stock_name: str
) -> None:
    whole = Safety(**{key: tuple(lines) for key, lines in program.items()})
    session = plan(Selection(**{**_fields(Selection.of(*written)), "safety": whole}))
    lines, all_lines = gathered_lines(session), [*gathered_lines(session), *step_lines(session)]
    faces = {
        "safety": (lambda: safety_sides(session, stock_name), lines),
        "fronts": (lambda: safety_fronts(session, stock_name), list(_starts_on_fronts(session))),
        "overview": (lambda: overview_faces(session, stock_name), all_lines),
        "plan": (lambda: plan_faces(session), all_lines),
        "booklet": (lambda: first_booklet_faces(session), lines),
    }
    for print_faces, wanted in faces.values():
        printed, misfit = _printed(print_faces)
        assert missing(wanted, printed) == [] or misfit
        assert not misfit or any(line[:20].lower() in misfit.text.lower() for line in all_lines)


def _starts_on_fronts(session: Session) -> Iterator[str]:
    """The first letters of each item of the paragraphs that begin on fronts."""
    card = safety_card(session, words(ENGLISH))
    for block in card.blocks[: card.on_fronts]:
        yield from (item[:LEAST_START] for item in block.text.split("\n"))


def _printed(print_faces: Callable[[], list[Face]]) -> tuple[list[Face], MisfitError | None]:
    """The faces, or the fault that says why there are none."""
    try:
        return print_faces(), None
    except MisfitError as misfit:
        return [], misfit


def _fields(selection: Selection) -> dict[str, object]:
    return {name: getattr(selection, name) for name in selection.__struct_fields__}


def test_a_plan_that_cannot_hold_a_line_names_it() -> None:
    word = "x" * 300
    session = plan(Selection.of(routine_of("One", {}, {"ask": [word]})))
    with pytest.raises(UserError, match=r"On 'One'.*the line does not fit: 'xxx"):
        plan_faces(session)
