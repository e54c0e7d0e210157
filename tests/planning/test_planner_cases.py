"""Single cases of sessions, each small enough to check by hand."""

from __future__ import annotations

import pytest

from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Variant
from cardgen.model.vocabulary import MOST_SESSION, About
from cardgen.planning.chosen_routines import SelectedRoutine, Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import LeftOut
from cardgen.planning.tempos import tempos
from tests.support.routines import routine, shortest, step


def test_a_closing_step_repeats_only_what_there_was_time_for() -> None:
    session = plan(load_selection(["back-relaxing"]), minutes=20)
    assert LeftOut("Press with the fingertips", "detail") in session.left_out
    assert [turn.step.id for turn in session.turns[-1].repeats] == ["oil-strokes", "heel-circles"]


def test_details_and_extras_are_left_out_first() -> None:
    selection = load_selection(["legs-back"])
    steps = selection.routines[0].routine.steps
    gone = [LeftOut(one.name, one.keep) for one in steps if one.keep in ("detail", "extra")]
    assert plan(selection, minutes=20).left_out == tuple(gone)


@pytest.mark.parametrize(("minutes", "names"), [(9, ["One", "Three"]), (10, ["One", "Two", "Three"])])
def test_a_detail_is_done_in_full_or_not_at_all(minutes: int, names: list[str]) -> None:
    detail = step("Two", keep="detail", minutes=About(about=4, least=1))
    session = plan(Selection.of(routine(step("One", minutes=2), detail, step("Three", minutes=2))), minutes=minutes)
    assert [turn.step.name for turn in session.turns] == names


@pytest.mark.parametrize(("minutes", "share"), [(20, 10), (None, 20), (40, 20), (80, 40)])
def test_a_part_takes_its_share_in_proportion_and_no_more(minutes: int | None, share: int) -> None:
    whole = routine(step("One", minutes=About(about=10, least=1, most=60)))
    session = plan(Selection("Test", (SelectedRoutine(whole, minutes=20),), usual=40), minutes=minutes)
    assert session.asked == (minutes or 40)
    assert 60 * share - 480 < session.turns[0].seconds <= 60 * share


def test_the_first_and_the_last_step_open_and_close_when_no_others_do() -> None:
    whole = Selection.of(routine(*(step(name, keep="extra", minutes=5) for name in ("One", "Two", "Three"))))
    assert [turn.step.name for turn in plan(whole, minutes=shortest(whole)).turns] == ["One", "Three"]


@pytest.mark.parametrize(("minutes", "times"), [(None, [3, 5]), (5, 3), (6, 4), (8, 4), (9, 5)])
def test_a_range_becomes_a_number_in_a_session_with_a_time(minutes: int | None, times: int | list[int]) -> None:
    session = plan(Selection.of(routine(step("One", minutes=4, repeat=Repeat(times=[3, 5])))), minutes=minutes)
    assert session.turns[0].step.repeat == Repeat(times=times)
    assert session.turns[0].step.minutes == (About(about=times) if times in (3, 5) else 4)
    assert session.left_out == ((LeftOut("One", "fewer"),) if times == 3 else ())


@pytest.mark.parametrize(("minutes", "names"), [(7, []), (8, ["A"]), (9, ["A"]), (10, ["A", "B"])])
def test_variants_are_done_in_order_when_there_is_time_for_them(minutes: int, names: list[str]) -> None:
    variants = [Variant(name="A", detail="A.", minutes=1), Variant(name="B", detail="B.", minutes=2)]
    session = plan(Selection.of(routine(step("One", minutes=3, variants=variants))), minutes=minutes)
    assert [variant.name for variant in session.turns[0].step.variants] == names
    assert session.left_out == tuple(LeftOut(name, "variant") for name in "AB" if name not in names)


def test_steps_are_chosen_by_their_numbers_in_the_whole_session() -> None:
    both = load_selection(["joints", "partner"])
    names = [one.name for entry in both.routines for one in entry.routine.steps]
    session = plan(both, steps=frozenset({4, 5, 6}), without=frozenset({1, 6}))
    assert [(turn.number, turn.step.name) for turn in session.turns] == [(1, names[3]), (2, names[4])]
    assert session.left_out == tuple(LeftOut(name, "hand") for name in names[:3] + names[5:])
    problem = (
        rf"'Joint movements' \+ 'Partner massage' has no step 0, 99\.\s+Its steps are numbered 1 to {len(names)}\."
    )
    with pytest.raises(UserError, match=problem):
        plan(both, steps=frozenset({1, 99}), without=frozenset({0}))
    with pytest.raises(UserError, match="No steps are left"):
        plan(both, steps=frozenset({1}), without=frozenset({1}))


@pytest.mark.parametrize("minutes", [None, 30])
def test_a_time_that_is_not_given_is_estimated(minutes: int | None) -> None:
    whole = routine(step("One", minutes=3), step("Two"), step("Three", minutes=1, repeats=["two"]))
    estimate = tempos().usual_over * tempos().techniques["kneading"].over
    found = [turn.minutes for turn in plan(Selection.of(whole), minutes=minutes).turns]
    assert found == [3, About(about=estimate / 60), About(about=(60 + estimate) / 60)]


def test_a_time_above_the_limit_is_not_offered() -> None:
    endless = Selection.of(routine(*(step(name, minutes=60) for name in ("One", "Two", "Three", "Four"))))
    with pytest.raises(UserError, match=r"The shortest takes 242 minutes\. Or choose single steps"):
        plan(endless, minutes=MOST_SESSION)
