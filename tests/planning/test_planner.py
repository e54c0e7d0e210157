"""Properties of any session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import combinations, dropwhile, pairwise, permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cardgen.errors import UserError
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Routine, Step, Variant
from cardgen.model.vocabulary import LEAST_SESSION, MOST_SESSION, About
from cardgen.planning.chosen_routines import SelectedRoutine, Selection
from cardgen.planning.doses import usual_seconds
from cardgen.planning.order import order_by_positions
from cardgen.planning.planner import SessionLength, plan
from cardgen.planning.session import Session, SessionPart, Turn, setup
from cardgen.planning.tempos import changeover, tempos
from tests.support.ranks import Rank, of_parts
from tests.support.routines import routine, shortest, step

MUST = ("opening", "core", "closing")
RANKS = ("core", "detail", "extra")
LENGTHS: tuple[SessionLength, ...] = ("short", "standard", "long")
BUNDLED = [*combinations(routines(), 1), *combinations(routines(), 2), *combinations(programs(), 1)]
Case = tuple[Selection, Session]
modest = settings(max_examples=80, deadline=None)
each = st.sampled_from([None, "each"])
halves = st.integers(1, 12).map(lambda count: count / 2) | st.integers(2, 60).map(lambda count: count / 10)
ranges = st.lists(st.integers(1, 9), min_size=2, max_size=2).map(sorted)


facts = st.fixed_dictionaries(
    {
        "technique": st.sampled_from(["effleurage", "circles", "holding"]),
        "keep": st.sampled_from([*MUST, "detail", "extra"]),
        "minutes": st.none()
        | halves
        | st.lists(halves, min_size=3, max_size=3).map(sorted).map(lambda t: About(least=t[0], about=t[1], most=t[2])),
        "repeat": st.none() | st.builds(Repeat, times=ranges) | st.builds(Repeat, passes=ranges),
        "sides": each,
        "giver": st.sampled_from([None, "head", "left"]),
        "receiver": st.sampled_from([None, None, "supine"]),
        "area": st.sampled_from([None, "legs"]),
        "variants": st.lists(st.builds(Variant, name=st.just("A"), detail=st.just("A."), minutes=halves), max_size=2),
    }
)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """One to three routines of up to five steps, in which everything that takes time varies."""
    entries = []
    for part in range(draw(st.integers(1, 3))):
        steps: list[Step] = []
        for number, varied in enumerate(draw(st.lists(facts, min_size=1, max_size=5))):
            repeats = draw(st.lists(st.sampled_from(steps), max_size=2)) if steps else []
            steps.append(step(f"Step {part} {number}", repeats=[repeated.id for repeated in repeats], **varied))
        whole = routine(*steps, name=f"Part {part}", sides=draw(each))
        entries.append(SelectedRoutine(whole, draw(st.none() | st.integers(3, 30)), draw(st.sampled_from(RANKS))))
    return Selection("Test", tuple(entries), usual=draw(st.none() | st.integers(10, 90)))


@st.composite
def timed(draw: st.DrawFn) -> Case:
    selection = draw(selections())
    return selection, plan(selection, minutes=shortest(selection) + draw(st.integers(0, 60)))


def keeps(whole: Routine) -> list[tuple[Step, str]]:
    """Steps with what they are in a short session: one step always opens it, and one closes it."""
    found: list[str] = [one.keep for one in whole.steps]
    if "opening" not in found:
        found[0] = "opening"
    if "closing" not in found and len(found) > 1:
        found[-1] = "closing"
    return list(zip(whole.steps, found, strict=True))


def resting(session: Session) -> int:
    return session.slots[0].seconds + session.slots[-1].seconds


def gains(selection: Selection, session: Session) -> Rank:
    """How good a session is: its parts, the seconds of core steps, of details, of extras, of rest, and of more."""
    done = {turn.step.id: turn.seconds for turn in session.turns}
    kept = [entry.routine in [part.routine for part in session.parts] for entry in selection.routines]
    gained: Counter[str] = Counter()
    for part in session.parts:
        for one, keep in keeps(part.routine):
            usual = usual_seconds(one, one.area or part.routine.area)
            gained["must" if keep in MUST else keep] += min(usual, done.get(one.id, 0))
            gained["more"] += max(0, done.get(one.id, 0) - usual)
    parts = of_parts([entry.keep for entry in selection.routines], kept, RANKS)
    return parts, gained["must"], gained["detail"], gained["extra"], resting(session), gained["more"]


def on_the_clock(turn: Turn) -> int:
    """The seconds of a step by definition: on each of its sides, with what it repeats."""
    own = 2 * turn.seconds + tempos().change_side if turn.step.twice else turn.seconds
    return own + (2 if turn.step.twice else 1) * sum(map(on_the_clock, turn.repeats))


def one_side(part: SessionPart) -> Iterator[int]:
    """The seconds of every step of a part, and of the changeovers between them."""
    for before, turn in pairwise([None, *part.turns]):
        change = changeover(setup(before.step, part.routine), setup(turn.step, part.routine)) if before else 0
        yield from [change, on_the_clock(turn)] if change else [on_the_clock(turn)]


@modest
@given(timed())
def test_a_session_keeps_to_its_minutes_and_rests_in_what_is_left(case: Case) -> None:
    _, session = case
    spare = 60 * session.asked - session.seconds
    assert spare >= 0
    assert resting(session) in range(120, 241, 30)
    assert spare < 30 or resting(session) == 240


@modest
@given(timed())
def test_core_steps_stay_and_all_others_are_done_in_full_or_reported(case: Case) -> None:
    selection, session = case
    done = {turn.step.name: turn for turn in session.turns}
    reported = Counter(left.what for left in session.left_out if left.reason in ("detail", "extra", "part"))
    for whole in (entry.routine for entry in selection.routines):
        if whole not in [part.routine for part in session.parts]:
            assert reported.pop(whole.name) == 1
            continue
        for one, keep in keeps(whole):
            assert reported.pop(one.name, 0) == (one.name not in done)
            if keep in MUST:
                assert one.name in done
            elif one.name in done:
                assert done[one.name].seconds >= usual_seconds(one, one.area or whole.area)
    assert not reported


@modest
@given(timed())
def test_the_clock_and_the_numbers_have_no_gaps(case: Case) -> None:
    _, session = case
    assert [slot.start for slot in session.slots] == [0, *(slot.end for slot in session.slots[:-1])]
    assert [turn.number for turn in session.turns] == list(range(1, len(session.turns) + 1))
    for turn in session.turns:
        assert session.starts[turn.number] == tuple(slot.start for slot in session.slots if slot.turn == turn)


@modest
@given(timed())
def test_a_part_is_done_in_the_same_way_on_each_side(case: Case) -> None:
    _, session = case
    for number, part in enumerate(session.parts):
        for run in range(2):
            slots = [slot for slot in session.slots[1:-1] if (slot.part, slot.run) == (number, run)]
            steps = list(dropwhile(lambda slot: slot.kind != "step", slots))
            asked_for = run == 0 or part.routine.sides == "each"
            assert [slot.turn for slot in steps if slot.turn] == (list(part.turns) if asked_for else [])
            assert [slot.seconds for slot in steps] == (list(one_side(part)) if asked_for else [])


@modest
@given(timed())
def test_a_step_repeats_only_earlier_steps_that_are_included(case: Case) -> None:
    for part in case[1].parts:
        for place, turn in enumerate(part.turns):
            before = {earlier.step.id: earlier for earlier in part.turns[:place]}
            assert list(turn.repeats) == [before[name] for name in turn.step.repeats if name in before]


@modest
@given(selections())
def test_without_a_time_every_step_is_done_as_written(selection: Selection) -> None:
    given = [entry.routine for entry in selection.routines]
    session = plan(Selection.of(*given))
    assert [turn.step for turn in session.turns] == [one for whole in given for one in whole.steps]
    assert (session.left_out, session.asked, resting(session)) == ((), None, 240)


@modest
@given(timed())
def test_the_same_input_gives_the_same_session(case: Case) -> None:
    selection, session = case
    assert repr(plan(deepcopy(selection), minutes=session.asked)) == repr(session)


@modest
@given(selections(), st.integers(1, 7))
def test_more_time_is_never_worth_less(selection: Selection, apart: int) -> None:
    first = shortest(selection)
    found = [gains(selection, plan(selection, minutes=first + apart * count)) for count in range(10)]
    assert found == sorted(found)


@modest
@given(selections())
def test_the_reported_shortest_time_is_the_shortest(selection: Selection) -> None:
    minutes = shortest(selection)
    assert plan(selection, minutes=minutes).asked == minutes
    if minutes > LEAST_SESSION:
        with pytest.raises(UserError, match=f"{minutes - 1} minutes is too short"):
            plan(selection, minutes=minutes - 1)


@settings(modest, max_examples=20)
@given(
    usual=st.lists(st.tuples(st.sampled_from(RANKS), st.integers(3, 8)), min_size=3, max_size=5),
    sides=each,
    twice=each,
)
def test_flexible_times_fill_nearly_any_session(usual: list[tuple[str, int]], sides: str, twice: str) -> None:
    times = [About(about=count / 2, least=count / 2 - 1, most=count / 2 + 3) for _, count in usual]
    steps = [step(f"Step {n}", keep=usual[n][0], minutes=time, sides=twice) for n, time in enumerate(times)]
    whole = Selection.of(routine(*steps, sides=sides))
    for minutes in range(shortest(whole), plan(whole, minutes=10 * MOST_SESSION).seconds // 60 + 1):
        assert 0.9 * 60 * minutes <= plan(whole, minutes=minutes).seconds <= 60 * minutes


@pytest.mark.parametrize("names", BUNDLED, ids="+".join)
def test_a_short_session_is_no_longer_than_a_standard_one_nor_that_than_a_long_one(names: tuple[str, ...]) -> None:
    sessions = [plan(load_selection(names), length=length) for length in LENGTHS]
    times = [session.seconds for session in sessions]
    assert times == sorted(times)
    assert times[0] < times[2]
    assert all(session.asked is None or session.seconds <= 60 * session.asked for session in sessions)


def turn_overs(order: Sequence[SelectedRoutine]) -> int:
    return sum(one.routine.steps[-1].receiver != other.routine.steps[0].receiver for one, other in pairwise(order))


@modest
@example([["prone", "prone"]] * 6)
@given(st.lists(st.lists(st.sampled_from(["prone", "supine", "side"]), min_size=2, max_size=2), max_size=6))
def test_grouping_is_the_first_order_with_the_fewest_turn_overs(ends: list[list[str]]) -> None:
    parts = [routine(*(step(at, receiver=at) for at in both), name=f"Part {n}") for n, both in enumerate(ends)]
    entries = [SelectedRoutine(part) for part in parts]
    assert order_by_positions(entries) == list(min(permutations(entries), key=turn_overs))
