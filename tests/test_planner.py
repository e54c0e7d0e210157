"""What a session holds: the best that fits, against brute force; what is true of any session; and cases to read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import combinations, pairwise, permutations, product
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cardgen.check import load
from cardgen.errors import UserError
from cardgen.plan import choice
from cardgen.plan.choice import LEVELS, Chosen, Item, Option, Stands, choose, worth
from cardgen.plan.choice import Part as Choices
from cardgen.plan.order import grouped
from cardgen.plan.planner import plan
from cardgen.plan.session import LeftOut, Session
from cardgen.plan.timing import changeover, seconds, tempos
from cardgen.routine import LEAST_SESSION, MOST_SESSION, About, Repeat, Routine, Step, Variant, routines

MUST = ("opening", "core", "closing")
PLACES = [("prone", "back", "left"), ("prone", "back", "head"), ("prone", "legs", "left"), ("supine", "legs", "left")]
RESTS = [Option(time, worth("rest", time)) for time in (120, 150, 180)]
NAMES = [*((name,) for name in routines()), *combinations(routines(), 2)]

Case = tuple[list[Routine], Session]
Judged = tuple[int, list[bool], int]
"""Of a choice: its seconds, the parts that stay, the worth of what is done in them."""

modest = settings(max_examples=80, deadline=None)
each = st.sampled_from([None, "each"])
halves = st.integers(1, 12).map(lambda count: count / 2)
ranges = st.lists(st.integers(1, 9), min_size=2, max_size=2).map(sorted)


@st.composite
def items(draw: st.DrawFn, index: int, must: bool, most: int) -> Item:
    """An item with up to `most` options, made as the planner makes them."""
    times = draw(st.lists(st.integers(1, 24).map(lambda count: 5 * count), min_size=1, max_size=most, unique=True))
    usual = draw(st.sampled_from(times))
    level = "usual" if must else draw(st.sampled_from(["detail", "extra"]))
    again = draw(st.sampled_from([1, 2]))
    gains = [worth(level, min(time, usual)) + worth("more", max(0, time - usual)) for time in times]
    options = tuple(Option(again * time, gain) for time, gain in zip(times, gains, strict=True))
    repeats = draw(st.lists(st.integers(0, index - 1), max_size=2)) if index else []
    return Item(options, must, draw(st.sampled_from(PLACES)), tuple(repeats), again)


@st.composite
def choices(draw: st.DrawFn) -> list[Choices]:
    """Parts with up to 12 items, something in each of them a must, in so few ways that all can be tried."""
    parts, ways = [], 1500
    for size in draw(st.lists(st.integers(1, 6), min_size=1, max_size=3).filter(lambda sizes: sum(sizes) <= 12)):
        found: list[Item] = []
        stays = draw(st.integers(0, size - 1))
        for index in range(size):
            must = index == stays or ways < 4 or draw(st.booleans())
            found.append(draw(items(index, must, most=max(1, min(3, ways)))))
            ways //= len(found[-1].options) + (not must)
        parts.append(Choices(tuple(found), draw(st.sampled_from([1, 2])), between=20))
    return parts


def every_way(part: Choices) -> Iterator[Chosen]:
    return product(*([*range(len(item.options)), *([] if item.must else [None])] for item in part.items))


def time_of(index: int, part: Choices, chosen: Chosen) -> int:
    """Seconds of an item, all that it repeats included, as far as it is done at all."""
    item, option = part.items[index], chosen[index]
    if option is None:
        return 0
    return item.options[option].seconds + item.again * sum(time_of(earlier, part, chosen) for earlier in item.repeats)


def moves(places: Sequence[Stands]) -> int:
    return sum(changeover(one, other) for one, other in pairwise(places))


def judge(parts: Sequence[Choices], chosen: Sequence[Chosen | None]) -> Judged:
    time, gain, way = 0, 0, []
    for part, options in zip(parts, chosen, strict=True):
        done = [index for index, option in enumerate(options or ()) if option is not None]
        places = [part.items[index].stands for index in done]
        time += part.passes * sum(time_of(index, part, options) for index in done)
        time += (part.passes - 1) * (moves(places) + part.between) if options else 0
        gain += sum(part.items[index].options[options[index]].worth for index in done)
        way += places
    return time + moves(way), [options is not None for options in chosen], gain


def best(judged: Iterable[Judged], limit: int) -> tuple[int, list[bool], int] | None:
    """The worth of the best that fits: the most parts, then the first ones, then what is done in them, and rest."""
    fitting = (
        (sum(kept), kept, gain + rest.worth)
        for time, kept, gain in judged
        for rest in RESTS
        if time + rest.seconds <= limit
    )
    return max(fitting, default=None)


@modest
@given(parts=choices(), spare=st.integers(0, 70), beam=st.sampled_from([2, choice.BEAM]))
def test_the_choice_is_the_best_of_all_that_fit(parts: list[Choices], spare: int, beam: int) -> None:
    every = [judge(parts, chosen) for chosen in product(*([None, *every_way(part)] for part in parts)) if any(chosen)]
    times = sorted({0, *(time for time, _, _ in every)})
    for time in times[:: len(times) // 4 + 1]:
        limit = time + RESTS[0].seconds + spare
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(choice, "BEAM", beam)
            chosen = choose(parts, limit, RESTS, changeover)
        assert best([judge(parts, chosen)] if chosen else [], limit) == best(every, limit)


@pytest.mark.parametrize(("lower", "higher"), [*pairwise(LEVELS)])
def test_a_second_on_a_level_outweighs_whole_sessions_on_the_one_before(lower: str, higher: str) -> None:
    assert worth(higher, 1) > 100 * worth(lower, 60 * MOST_SESSION)


def test_changeovers_take_the_same_both_ways_and_no_detour_is_shorter() -> None:
    places = list(product(["prone", "supine", "side"], ["back", "legs", "arms"], ["", "head", "left"]))
    for one, other in product(places, repeat=2):
        direct = changeover(one, other)
        assert (direct == 0) == (one == other)
        assert direct == changeover(other, one)
        assert direct <= min(changeover(one, via) + changeover(via, other) for via in places)


def step(name: str, **facts: Any) -> Step:
    shared = {"technique": "kneading", "where": "The back", "cue": "Knead.", "detail": "Knead the muscles."}
    return Step(id=name.lower().replace(" ", "-"), name=name, **(shared | facts))


def routine(*steps: Step, name: str = "Test", **facts: Any) -> Routine:
    return Routine(name=name, summary="A test.", steps=list(steps), **({"area": "back", "receiver": "prone"} | facts))


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
def programmes(draw: st.DrawFn) -> list[Routine]:
    """One to three routines of up to five steps, in which everything varies that takes time."""
    found = []
    for part in range(draw(st.integers(1, 3))):
        steps: list[Step] = []
        for number, varied in enumerate(draw(st.lists(facts, min_size=1, max_size=5))):
            repeats = draw(st.lists(st.sampled_from(steps), max_size=2)) if steps else []
            steps.append(step(f"Step {part} {number}", repeats=[repeated.id for repeated in repeats], **varied))
        found.append(routine(*steps, name=f"Part {part}", sides=draw(each)))
    return found


@st.composite
def timed(draw: st.DrawFn) -> Case:
    programme = draw(programmes())
    return programme, plan(programme, minutes=shortest(programme) + draw(st.integers(0, 60)))


def shortest(programme: Sequence[Routine]) -> int:
    """The minutes that the error about too short a time names."""
    with pytest.raises(UserError, match="1 minutes are too short") as told:
        plan(programme, minutes=1)
    return int(re.search(r"The shortest takes (\d+) minutes: --minutes \1\.", str(told.value))[1])


def keeps(whole: Routine) -> list[tuple[Step, str]]:
    """Steps, and what they are in a short session: something always opens it, and something closes it."""
    found: list[str] = [one.keep for one in whole.steps]
    if "opening" not in found:
        found[0] = "opening"
    if "closing" not in found and len(found) > 1:
        found[-1] = "closing"
    return list(zip(whole.steps, found, strict=True))


def resting(session: Session) -> int:
    return session.slots[0].seconds + session.slots[-1].seconds


def gains(programme: Sequence[Routine], session: Session) -> tuple[Any, ...]:
    """What a session is worth: parts, first parts, seconds of what must stay, of details, of extras, rest, and more."""
    kept = [part.routine for part in session.parts]
    done = {turn.step.id: turn.seconds for turn in session.turns}
    gained: Counter[str] = Counter()
    for whole in kept:
        for one, keep in keeps(whole):
            usual = seconds(one, one.area or whole.area)
            gained["must" if keep in MUST else keep] += min(usual, done.get(one.id, 0))
            gained["more"] += max(0, done.get(one.id, 0) - usual)
    first = [whole in kept for whole in programme]
    return len(kept), first, gained["must"], gained["detail"], gained["extra"], resting(session), gained["more"]


@modest
@given(timed())
def test_a_session_keeps_to_its_minutes_and_rests_in_what_is_left(case: Case) -> None:
    _, session = case
    spare = 60 * session.asked - session.seconds
    assert spare >= 0
    assert 120 <= resting(session) <= 240
    assert spare < 30 or resting(session) == 240


@modest
@given(timed())
def test_what_must_stay_stays_and_all_else_is_done_or_told(case: Case) -> None:
    programme, session = case
    done = {turn.step.name for turn in session.turns}
    told = Counter(left.what for left in session.left_out if left.reason in ("detail", "extra", "part"))
    for whole in programme:
        if whole in [part.routine for part in session.parts]:
            assert {one.name for one, keep in keeps(whole) if keep in MUST} <= done
            assert all(told.pop(one.name, 0) == (one.name not in done) for one in whole.steps)
        else:
            assert told.pop(whole.name) == 1
    assert not told


@modest
@given(timed())
def test_the_clock_and_the_numbers_have_no_gaps(case: Case) -> None:
    _, session = case
    steps = [slot for slot in session.slots if slot.turn]
    assert [slot.start for slot in session.slots] == [0, *(slot.end for slot in session.slots[:-1])]
    assert [turn.number for turn in session.turns] == list(range(1, len(session.turns) + 1))
    for number, part in enumerate(session.parts):
        for run in range(2):
            found = [(slot.turn, slot.seconds) for slot in steps if (slot.part, slot.run) == (number, run)]
            assert found == [(turn, turn.total) for turn in part.turns if run < (2 if part.routine.sides else 1)]
        for place, turn in enumerate(part.turns):
            before = {earlier.step.id: earlier for earlier in part.turns[:place]}
            assert list(turn.repeats) == [before[name] for name in turn.step.repeats if name in before]


@modest
@given(programmes())
def test_without_a_time_every_step_is_done_as_it_is_written(programme: list[Routine]) -> None:
    session = plan(programme)
    assert [turn.step for turn in session.turns] == [one for whole in programme for one in whole.steps]
    assert (session.left_out, session.asked, resting(session)) == ((), None, 240)


@modest
@given(timed())
def test_the_same_input_gives_the_same_session(case: Case) -> None:
    programme, session = case
    assert repr(plan(deepcopy(programme), minutes=session.asked)) == repr(session)


@modest
@given(programmes(), st.integers(1, 7))
def test_more_time_is_never_worth_less(programme: list[Routine], apart: int) -> None:
    first = shortest(programme)
    found = [gains(programme, plan(programme, minutes=first + apart * count)) for count in range(10)]
    assert found == sorted(found)


@modest
@given(programmes())
def test_the_shortest_time_is_named_and_is_the_shortest(programme: list[Routine]) -> None:
    minutes = shortest(programme)
    assert plan(programme, minutes=minutes).asked == minutes
    if minutes > LEAST_SESSION:
        with pytest.raises(UserError, match=f"{minutes - 1} minutes are too short"):
            plan(programme, minutes=minutes - 1)


@settings(modest, max_examples=20)
@given(
    usual=st.lists(st.tuples(st.sampled_from(["core", "detail", "extra"]), st.integers(3, 8)), min_size=3, max_size=5),
    sides=each,
    twice=each,
)
def test_times_that_may_vary_fill_nearly_any_session(usual: list[tuple[str, int]], sides: str, twice: str) -> None:
    times = [About(about=count / 2, least=count / 2 - 1, most=count / 2 + 3) for _, count in usual]
    steps = [step(f"Step {n}", keep=usual[n][0], minutes=time, sides=twice) for n, time in enumerate(times)]
    whole = [routine(*steps, sides=sides)]
    for minutes in range(shortest(whole), plan(whole, minutes=10 * MOST_SESSION).seconds // 60 + 1):
        assert 0.9 * 60 * minutes <= plan(whole, minutes=minutes).seconds <= 60 * minutes


@pytest.mark.parametrize("names", NAMES, ids="+".join)
def test_a_short_session_is_no_longer_than_a_standard_one_and_that_than_a_long_one(names: tuple[str, ...]) -> None:
    sessions = [plan([load(name) for name in names], length=length) for length in ("short", "standard", "long")]
    times = [session.seconds for session in sessions]
    assert times == sorted(times)
    assert times[0] < times[2]
    assert all(session.asked is None or session.seconds <= 60 * session.asked for session in sessions)


def turn_overs(order: Sequence[Routine]) -> int:
    return sum(one.steps[-1].receiver != other.steps[0].receiver for one, other in pairwise(order))


@modest
@example([["prone", "prone"]] * 6)
@given(st.lists(st.lists(st.sampled_from(["prone", "supine", "side"]), min_size=2, max_size=2), max_size=6))
def test_grouping_turns_over_as_seldom_as_any_order_and_is_the_first_such_order(ends: list[list[str]]) -> None:
    parts = [routine(*(step(at, receiver=at) for at in both), name=f"Part {n}") for n, both in enumerate(ends)]
    assert grouped(parts) == list(min(permutations(parts), key=turn_overs))


def test_a_closing_step_repeats_only_what_there_was_time_for() -> None:
    session = plan([load("back-relaxing")], minutes=20)
    assert LeftOut("Press with the fingertips", "detail") in session.left_out
    assert [turn.step.id for turn in session.turns[-1].repeats] == ["oil-strokes", "heel-circles"]


def test_details_and_extras_go_first() -> None:
    whole = load("legs-back")
    gone = [LeftOut(one.name, one.keep) for one in whole.steps if one.keep in ("detail", "extra")]
    assert plan([whole], minutes=20).left_out == tuple(gone)


def test_the_first_and_the_last_step_open_and_close_when_no_others_do() -> None:
    whole = routine(*(step(name, keep="extra", minutes=5) for name in ("One", "Two", "Three")))
    assert [turn.step.name for turn in plan([whole], minutes=shortest([whole])).turns] == ["One", "Three"]


@pytest.mark.parametrize(("minutes", "times"), [(None, [3, 5]), (5, 3), (6, 4), (8, 4), (9, 5)])
def test_a_range_becomes_a_number_in_a_session_of_so_many_minutes(minutes: int | None, times: int | list[int]) -> None:
    session = plan([routine(step("One", minutes=4, repeat=Repeat(times=[3, 5])))], minutes=minutes)
    assert session.turns[0].step.repeat == Repeat(times=times)
    assert session.left_out == ((LeftOut("One", "fewer"),) if times == 3 else ())


def test_steps_are_chosen_by_their_numbers_in_the_whole() -> None:
    both = [load("joints"), load("partner")]
    names = [one.name for whole in both for one in whole.steps]
    session = plan(both, steps=frozenset({4, 5, 6}), without=frozenset({1, 6}))
    assert [(turn.number, turn.step.name) for turn in session.turns] == [(1, names[3]), (2, names[4])]
    assert session.left_out == tuple(LeftOut(name, "hand") for name in names[:3] + names[5:])
    told = rf"'{both[0].name}' \+ '{both[1].name}' has no step 0, 99\.\s+Its steps are 1 to {len(names)}\."
    with pytest.raises(UserError, match=told):
        plan(both, steps=frozenset({1, 99}), without=frozenset({0}))
    with pytest.raises(UserError, match="No step is left"):
        plan(both, steps=frozenset({1}), without=frozenset({1}))


@pytest.mark.parametrize("minutes", [None, 30])
def test_a_time_that_nobody_gives_is_an_estimate(minutes: int | None) -> None:
    whole = routine(step("One", minutes=3), step("Two"), step("Three", minutes=1, repeats=["two"]))
    estimate = tempos().usual_over * tempos().techniques["kneading"].over
    found = [turn.minutes for turn in plan([whole], minutes=minutes).turns]
    assert found == [3, About(about=estimate / 60), About(about=(60 + estimate) / 60)]
