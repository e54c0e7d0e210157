"""The choice of what to do in a given time is the best of all that fit, compared with brute force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from math import inf

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cardgen.model.vocabulary import MOST_SESSION
from cardgen.planning import search
from cardgen.planning.search import PRIORITIES, Choice, ChoiceGroup, Chosen, Option, Setup, choose, worth
from cardgen.planning.tempos import changeover
from tests.support.ranks import Rank, of_parts

PLACES = [("prone", "back", "left"), ("prone", "back", "head"), ("prone", "legs", "left"), ("supine", "legs", "left")]
RESTS = [Option(time, worth("rest", time)) for time in (120, 150, 180)]
modest = settings(max_examples=80, deadline=None)
each = st.sampled_from([None, "each"])


@st.composite
def items(draw: st.DrawFn, index: int, must: bool, most: int) -> Choice:
    """An item with up to `most` options, made as the planner makes them."""
    times = draw(st.lists(st.integers(1, 24).map(lambda count: 5 * count), min_size=1, max_size=most, unique=True))
    usual = draw(st.sampled_from(times))
    level = "usual" if must else draw(st.sampled_from(["detail", "extra"]))
    again = draw(st.sampled_from([1, 2]))
    gains = [worth(level, min(time, usual)) + worth("more", max(0, time - usual)) for time in times]
    options = tuple(Option(again * time, gain) for time, gain in zip(times, gains, strict=True))
    repeats = draw(st.lists(st.integers(0, index - 1), max_size=2)) if index else []
    return Choice(options, must, draw(st.sampled_from(PLACES)), tuple(repeats), again)


@st.composite
def choices(draw: st.DrawFn) -> list[ChoiceGroup]:
    """Parts with up to 12 items, at least one of them required in each part, in few enough ways to try them all."""
    parts, ways = [], 1500
    for size in draw(st.lists(st.integers(1, 6), min_size=1, max_size=3).filter(lambda sizes: sum(sizes) <= 12)):
        found: list[Choice] = []
        stays = draw(st.integers(0, size - 1))
        for index in range(size):
            must = index == stays or ways < 4 or draw(st.booleans())
            found.append(draw(items(index, must, most=max(1, min(3, ways)))))
            ways //= len(found[-1].options) + (not must)
        part = ChoiceGroup(tuple(found), draw(st.sampled_from([1, 2])), between=20, rank=draw(st.integers(0, 2)))
        times = sorted({judge([part], [way])[0] for way in every_way(part)})
        parts.append(part.limited(int(draw(st.sampled_from(times)))) if draw(st.booleans()) else part)
    return parts


def every_way(part: ChoiceGroup) -> Iterator[Chosen]:
    return product(*([*range(len(item.options)), *([] if item.must else [None])] for item in part.choices))


def time_of(index: int, part: ChoiceGroup, chosen: Chosen) -> int:
    """The seconds of an item with all that it repeats; 0 if it is not done."""
    item, option = part.choices[index], chosen[index]
    if option is None:
        return 0
    return item.options[option].seconds + item.repeat_count * sum(
        time_of(earlier, part, chosen) for earlier in item.repeats
    )


def moves(places: Sequence[Setup]) -> int:
    return sum(changeover(one, other) for one, other in pairwise(places))


def judge(parts: Sequence[ChoiceGroup], chosen: Sequence[Chosen | None]) -> tuple[float, Rank, int]:
    """The seconds of a choice (infinite when a part takes too many), the rank of its parts, and its worth."""
    time, gain, way = 0.0, 0, []
    for part, options in zip(parts, chosen, strict=True):
        done = [index for index, option in enumerate(options or ()) if option is not None]
        places = [part.choices[index].setup for index in done]
        one_pass = sum(time_of(index, part, options) for index in done) + moves(places)
        whole = part.passes * one_pass + (part.passes - 1) * part.between if options else 0
        time += whole - moves(places) if part.most is None or whole <= part.most else inf
        gain += sum(part.choices[index].options[options[index]].worth for index in done)
        way += places
    return time + moves(way), of_parts([part.rank for part in parts], chosen, (2, 1, 0)), gain


def best(judged: Iterable[tuple[float, Rank, int]], limit: int) -> Rank | None:
    """The rank of the best choice that fits: its parts, then what is done in them and the rest that still fits."""
    fitting = (
        (parts, gain + rest.worth) for time, parts, gain in judged for rest in RESTS if time + rest.seconds <= limit
    )
    return max(fitting, default=None)


def only(time: int, level: str, place: Setup) -> Choice:
    return Choice((Option(time, worth(level, time)),), level == "usual", place)


SAVED = ChoiceGroup(
    (only(5, "usual", PLACES[0]), only(20, "extra", PLACES[0]), only(15, "detail", PLACES[1])), passes=2
)
"""In 50 seconds there is only time for the extra: moving to the detail takes time on both sides."""


@modest
@example(parts=[SAVED], spare=0, beam=2)
@given(parts=choices(), spare=st.integers(0, 70), beam=st.sampled_from([2, search.BEAM]))
def test_the_choice_is_the_best_of_all_that_fit(parts: list[ChoiceGroup], spare: int, beam: int) -> None:
    every = [judge(parts, chosen) for chosen in product(*([None, *every_way(part)] for part in parts)) if any(chosen)]
    every = sorted(judged for judged in every if judged[0] < inf)
    just = {judged[1]: judged[0] for judged in reversed(every)}
    for time in (0, *just.values(), *(time for time, _, _ in every[:: len(every) // 12 + 1])):
        limit = int(time) + RESTS[0].seconds + spare
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(search, "BEAM", beam)
            chosen = choose(parts, limit, RESTS, changeover)
        assert best([judge(parts, chosen)] if chosen else [], limit) == best(every, limit)


@pytest.mark.parametrize(("lower", "higher"), [*pairwise(PRIORITIES)])
def test_a_second_on_one_level_outweighs_whole_sessions_on_the_level_below(lower: str, higher: str) -> None:
    assert worth(higher, 1) > 100 * worth(lower, 60 * MOST_SESSION)


def test_changeovers_take_the_same_both_ways_and_no_detour_is_shorter() -> None:
    places = list(product(["prone", "supine", "side"], ["back", "legs", "arms"], ["", "head", "left"]))
    for one, other in product(places, repeat=2):
        direct = changeover(one, other)
        assert (direct == 0) == (one == other)
        assert direct == changeover(other, one)
        assert direct <= min(changeover(one, via) + changeover(via, other) for via in places)
