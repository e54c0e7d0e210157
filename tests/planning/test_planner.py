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
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import LEAST_SESSION, MOST_SESSION, About
from cardgen.planning.chosen_routines import SelectedRoutine, Selection
from cardgen.planning.doses import usual_seconds
from cardgen.planning.order import order_by_positions
from cardgen.planning.planner import SessionLength, plan
from cardgen.planning.session import Session, Turn
from cardgen.planning.tempos import changeover, least_useful_seconds, tempos
from tests.support.routines import routine, shortest, step
from tests.support.sampling import examples
from tests.support.selections import selections

MUST = ("opening", "core", "closing")
RANKS = ("core", "detail", "extra")
LENGTHS: tuple[SessionLength, ...] = ("short", "standard", "long")
BUNDLED = [*combinations(routines(), 1), *combinations(routines(), 2), *combinations(programs(), 1)]
Case = tuple[Selection, Session]
modest = settings(max_examples=examples(80))
each = st.sampled_from([None, "each"])


@st.composite
def timed(draw: st.DrawFn) -> Case:
    selection = draw(selections(least=False))
    return selection, plan(selection, minutes=shortest(selection) + draw(st.integers(0, 60)))


def keeps(whole: Routine) -> list[tuple[Step, str]]:
    """Steps with what they are in a short session: what their author says, but one of them stays."""
    found: list[str] = [one.keep for one in whole.steps]
    if not set(found) & set(MUST):
        found[min(range(len(found)), key=lambda place: RANKS.index(found[place]))] = "core"
    return list(zip(whole.steps, found, strict=True))


def on_the_clock(turn: Turn) -> int:
    """The seconds of a step by definition: on each of its sides, what it repeats, and moving between them."""
    stops = [(one.setup, one.seconds, one.step.twice) for one in (*turn.repeats, turn)]
    moves = sum(changeover(before[0], after[0]) for before, after in pairwise(stops))
    again = sum(2 * time + tempos().change_side if twice else time for _, time, twice in stops[:-1])
    if turn.step.twice:
        return 2 * (turn.seconds + again + moves) + tempos().change_side + changeover(stops[-1][0], stops[0][0])
    return turn.seconds + again + moves


def one_side(turns: Sequence[Turn]) -> Iterator[int]:
    """The seconds of every step on one side with the way to it, and of turning over between them."""
    for before, turn in pairwise([None, *turns]):
        way = changeover(before.setup, turn.start) if before else 0
        if before and before.setup[0] != turn.start[0]:
            yield from [way, on_the_clock(turn)]
        else:
            yield way + on_the_clock(turn)


@modest
@given(timed())
def test_a_session_keeps_to_its_minutes_and_settles_and_rests_in_proportion(case: Case) -> None:
    _, session = case
    settle, *between, rest = session.slots
    working = sum(slot.seconds for slot in between)
    spare = 60 * session.asked - session.seconds
    assert spare >= 0
    assert settle.seconds == tempos().settle.seconds(working)
    assert 0 <= rest.seconds - tempos().rest.seconds(working) <= tempos().spare
    assert spare < 5 or rest.seconds == tempos().rest.seconds(working) + tempos().spare


@modest
@given(timed())
def test_what_must_stay_does_and_everything_else_is_done_or_reported(case: Case) -> None:
    selection, session = case
    done = {turn.step.name: turn for turn in session.turns}
    reported = Counter(left.what for left in session.left_out if left.reason in ("detail", "extra", "part"))
    shortened = {left.what for left in session.left_out if left.reason == "fewer"}
    for entry in selection.routines:
        whole = entry.routine
        if whole not in [part.routine for part in session.parts]:
            assert reported.pop(whole.name) == 1
            assert entry.keep != min((one.keep for one in selection.routines), key=RANKS.index)
            continue
        for one, keep in keeps(whole):
            assert reported.pop(one.name, 0) == (one.name not in done)
            assert one.name in done or keep not in MUST
            if one.name in done:
                area = one.area or whole.area
                usual, useful = usual_seconds(one, area), least_useful_seconds(one.technique, area)
                assert (done[one.name].seconds < usual) == (one.name in shortened)
                assert done[one.name].seconds >= min(usual, useful) or one.repeat
    assert not reported


@modest
@given(timed())
def test_no_more_than_a_quarter_of_the_work_is_done_again(case: Case) -> None:
    for part in case[1].parts:
        again_for = [one.seconds for turn in part.turns for one in turn.repeats]
        if all(turn.step.again == "shorter" for turn in part.turns) and 5 not in again_for:
            again = sum(work(one) * (2 if turn.step.twice else 1) for turn in part.turns for one in turn.repeats)
            assert again <= 0.25 * (again + sum(map(work, part.turns)))


@modest
@given(timed())
def test_what_is_left_out_comes_in_at_the_minutes_that_are_reported(case: Case) -> None:
    selection, session = case
    for left in session.left_out:
        if left.reason in ("part", "detail", "extra") and left.minutes <= MOST_SESSION:
            assert left.minutes > session.asked
            longer = plan(selection, minutes=left.minutes)
            names = [part.routine.name for part in longer.parts] + [turn.step.name for turn in longer.turns]
            assert left.what in names
            shorter = plan(selection, minutes=left.minutes - 1)
            assert left.what in [other.what for other in shorter.left_out]


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
def test_a_part_is_done_in_the_same_way_on_each_side_but_for_what_is_done_once(case: Case) -> None:
    _, session = case
    for number, part in enumerate(session.parts):
        sides = [[turn for turn in part.turns if turn.step.once != other] for other in ("last", "first")]
        sides = sides if part.routine.sides == "each" else [list(part.turns)]
        work = [slot for slot in session.slots[1:-1] if slot.kind not in tempos().clean]
        found = [[slot for slot in work if (slot.part, slot.run) == (number, run)] for run in range(2)]
        done = [list(dropwhile(lambda slot: slot.kind != "step", slots)) for slots in found]
        assert [[slot.turn for slot in slots if slot.turn] for slots in done if slots] == [
            side for side in sides if side
        ]
        for slots, side in zip(filter(None, done), filter(None, sides), strict=True):
            assert [slot.seconds for slot in slots] == list(one_side(side))


@modest
@given(timed())
def test_a_step_repeats_only_earlier_steps_that_are_included(case: Case) -> None:
    for part in case[1].parts:
        for place, turn in enumerate(part.turns):
            before = {earlier.step.id: earlier for earlier in part.turns[:place]}
            again = [before[name] for name in turn.step.repeats if name in before]
            repeated, others = ([one.step.id for one in turns] for turns in (turn.repeats, turn.not_again))
            assert [*repeated, *others] == sorted((one.step.id for one in again), key=lambda name: name in others)
            written = {one.id: one for one in part.routine.steps}
            in_full = [one for one in again if one.seconds >= usual_seconds(written[one.step.id], one.area)]
            assert all(one.step.id in repeated for one in in_full)


@modest
@given(selections(least=True))
def test_without_a_time_every_step_is_done_as_written(selection: Selection) -> None:
    given = [entry.routine for entry in selection.routines]
    session = plan(Selection.of(*given))
    assert [turn.step for turn in session.turns] == [one for whole in given for one in whole.steps]
    assert (session.left_out, session.asked) == ((), None)


@modest
@given(timed())
def test_the_same_input_gives_the_same_session(case: Case) -> None:
    selection, session = case
    assert repr(plan(deepcopy(selection), minutes=session.asked)) == repr(session)


@modest
@given(selections(least=True), st.integers(1, 7))
def test_a_longer_session_has_everything_that_a_shorter_one_has(selection: Selection, apart: int) -> None:
    first = shortest(selection)
    found = [plan(selection, minutes=first + apart * count) for count in range(8)]
    for shorter, longer in pairwise(found):
        more = {turn.step.name: turn for turn in longer.turns}
        for turn in shorter.turns:
            assert more[turn.step.name].seconds >= turn.seconds
            assert more[turn.step.name].total >= turn.total
            assert len(more[turn.step.name].step.variants) >= len(turn.step.variants)


@modest
@given(selections(least=True))
def test_the_reported_shortest_time_is_the_shortest(selection: Selection) -> None:
    minutes = shortest(selection)
    assert plan(selection, minutes=minutes).asked == minutes
    if minutes > LEAST_SESSION:
        with pytest.raises(UserError, match=f"{minutes - 1} minutes is not enough"):
            plan(selection, minutes=minutes - 1)


@settings(modest, max_examples=examples(20))
@given(
    usual=st.lists(st.tuples(st.sampled_from(RANKS), st.integers(3, 8)), min_size=3, max_size=5),
    sides=each,
    twice=each,
)
@example(usual=[("core", 3), ("core", 3), ("core", 3), ("core", 6), ("detail", 4)], sides="each", twice="each")
def test_flexible_times_fill_nearly_any_session(usual: list[tuple[str, int]], sides: str, twice: str) -> None:
    times = [About(about=count / 2, least=count / 2 - 1, most=count / 2 + 3) for _, count in usual]
    steps = [step(f"Step {n}", keep=usual[n][0], minutes=time, sides=twice) for n, time in enumerate(times)]
    whole = Selection.of(routine(*steps, sides=sides))
    for minutes in range(shortest(whole), plan(whole, minutes=10 * MOST_SESSION).seconds // 60 + 1):
        session = plan(whole, minutes=minutes)
        assert session.seconds <= 60 * minutes
        shorter = [turn for turn in session.turns if turn.seconds < 60 * times[int(turn.step.name[-1])].about]
        assert 60 * minutes - session.seconds <= 0.1 * 60 * (minutes + 1) or not shorter, (
            "a tenth of the next longer one"
        )


@pytest.mark.one_in(4)
@pytest.mark.parametrize("names", BUNDLED, ids="+".join)
def test_a_short_session_is_no_longer_than_a_standard_one_nor_that_than_a_long_one(names: tuple[str, ...]) -> None:
    sessions = [plan(load_selection(names), length=length) for length in LENGTHS]
    times = [session.seconds for session in sessions]
    assert times == sorted(times)
    assert times[0] < times[2] or times[2] == 60 * LEAST_SESSION
    assert all(session.asked is None or session.seconds <= 60 * session.asked for session in sessions)


def work(turn: Turn) -> int:
    """Seconds of hands on the body, on all sides, without what it repeats."""
    return (2 if turn.step.twice else 1) * turn.seconds


def turn_overs(order: Sequence[SelectedRoutine]) -> int:
    return sum(one.routine.steps[-1].receiver != other.routine.steps[0].receiver for one, other in pairwise(order))


@modest
@example([["prone", "prone"]] * 6)
@given(st.lists(st.lists(st.sampled_from(["prone", "supine", "side"]), min_size=2, max_size=2), max_size=6))
def test_grouping_is_the_first_order_with_the_fewest_turn_overs(ends: list[list[str]]) -> None:
    parts = [routine(*(step(at, receiver=at) for at in both), name=f"Part {n}") for n, both in enumerate(ends)]
    entries = [SelectedRoutine(part) for part in parts]
    assert order_by_positions(entries) == list(min(permutations(entries), key=turn_overs))
