"""A session grows as the docstring of `growth` states: each addition compared with every other that was possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from time import process_time
from typing import NamedTuple

from hypothesis import given, settings

from cardgen.model.routine import Step
from cardgen.model.vocabulary import About
from cardgen.planning.candidates import Candidate, WantedRoutine, select_by_hand
from cardgen.planning.chosen_routines import RANKS, SelectedRoutine, Selection
from cardgen.planning.draft import StepDose
from cardgen.planning.growth import Growth
from cardgen.planning.sides import side_by_side
from cardgen.planning.tempos import (
    Setup,
    change_routine,
    change_side,
    changeover,
    least_useful_seconds,
    seconds_on_sides,
    tempos,
)
from tests.support.routines import routine, step
from tests.support.sampling import examples
from tests.support.selections import selections

State = dict[tuple[int, int], int]
"""The dose of each step that a session has, by its part and its place there."""


POINTS = {-1: 1, 1: 1, 2: 1, 2.5: 1, 3: 2, 4: 2, 4.5: 2, 5: 3}
"""The points of the docstring; parts come before the rest of their point."""


class Possible(NamedTuple):
    """Something that could come next."""

    level: float
    need: float
    part: int
    kind: int
    order: tuple[float, ...]
    additions: tuple[StepDose, ...]


def seconds_again(one: Candidate, dose: int, again: str) -> int:
    """A third of the time, or less if several steps repeat it; shortened steps only for as long as does any good."""
    time = one.doses[dose].seconds
    if again == "in-full":
        return time
    part = max(5, time // one.shares // 5 * 5)
    return 0 if one.doses[dose].shorter and part < least_useful_seconds(one.step.technique, one.area) else part


def visits_again(wanted: WantedRoutine, place: int, doses: dict[int, int]) -> list[tuple[int, int]]:
    """The earlier steps that a step does again, and the seconds of each."""
    one = wanted.candidates[place]
    present = [earlier for earlier in one.repeats if earlier in doses]
    found = [
        (earlier, seconds_again(wanted.candidates[earlier], doses[earlier], one.step.again)) for earlier in present
    ]
    return [(earlier, time) for earlier, time in found if time]


def visits(wanted: WantedRoutine, doses: dict[int, int]) -> list[tuple[Setup, int]]:
    """Every stretch of work in one pass: where everybody is, and its seconds."""
    found = []
    for place in sorted(doses):
        one = wanted.candidates[place]
        for side in range(2 if one.step.twice else 1):
            turn = tempos().change_side if side else 0
            for earlier, seconds in visits_again(wanted, place, doses):
                again = wanted.candidates[earlier]
                found.append((again.setup, turn + (2 * seconds + 20 if again.step.twice else seconds)))
                turn = 0
            found.append((one.setup, turn + one.doses[doses[place]].seconds))
    return found


def seconds(wanted: Sequence[WantedRoutine], state: State, cleaned: bool = True) -> int:
    """The seconds of a session by definition: all stretches of work, and the changeovers between them.

    Hands that have touched the feet are washed before another area, and oil is wiped off before the head.
    """
    total, before = 0, None
    worked: list[tuple[str, bool, bool]] = []
    begun: set[int] = set()
    present = [number for number in range(len(wanted)) if of_part(state, number)]
    for group in side_by_side([wanted[number].routine for number in present]):
        members = [present[place] for place in group]
        sides = [
            {number: done for number in members if (done := on_side(wanted[number], of_part(state, number), missing))}
            for missing in (("last", "first") if wanted[members[0]].routine.sides else ("",))
        ]
        for side, parts in enumerate(filter(None, sides)):
            way = change_side if side else change_routine
            for number, done in parts.items():
                for place, time in visits(wanted[number], done):
                    total += time + (way(before, place) if before else 0)
                    before, way = place, changeover
                way = change_routine
                worked += [work(wanted[number], step, done, number in begun) for step in sorted(done)]
                begun.add(number)
    return total + (cleaning(worked) if cleaned else 0)


def work(wanted: WantedRoutine, place: int, doses: dict[int, int], begun: bool) -> tuple[str, bool, bool]:
    """The area of a step, whether its routine has begun before, and whether it touches the feet."""
    again = [wanted.candidates[earlier].area for earlier, _ in visits_again(wanted, place, doses)]
    area = wanted.candidates[place].area
    return area, begun or place != min(doses), "feet" in [area, *again]


def cleaning(worked: Sequence[tuple[str, bool, bool]]) -> int:
    """Seconds in which the giver cleans the hands."""
    total, soiled_in, before = 0, "", ""
    for area, begun, soils in worked:
        if soiled_in and area not in (soiled_in, "feet"):
            total, soiled_in = total + tempos().clean["wash"], ""
        elif before and area == "head" and (not begun or before != "head"):
            total += tempos().clean["wipe"]
        soiled_in = area if soils else soiled_in
        before = area
    return total


def on_side(wanted: WantedRoutine, state: State, missing: str) -> dict[int, int]:
    """The doses of the steps on one side: all but those that are done only once, on the other."""
    return {place: dose for (_, place), dose in state.items() if wanted.candidates[place].step.once != missing}


def times_done(wanted: WantedRoutine, one: Step) -> int:
    return 2 if wanted.routine.sides and one.once is None else 1


def of_part(state: State, part: int) -> State:
    return {key: dose for key, dose in state.items() if key[0] == part}


def least_share(wanted: Sequence[WantedRoutine], state: State, level: int) -> float:
    """How much of its share the part has that can grow on a level and has least of it."""
    needs = [one.need for one in additions_to_present(wanted, state) if one.level == level]
    return min(needs, default=inf)


def progress(candidate: Candidate, dose: int) -> float:
    times = [one.seconds for one in candidate.doses]
    usual = next(place for place, one in enumerate(candidate.doses) if not one.shorter)
    least, most = (times[0], times[usual]) if dose < usual else (times[usual], times[-1])
    return (times[dose] - least) / max(1, most - least)


def possible(wanted: Sequence[WantedRoutine], state: State) -> Iterator[Possible]:
    """Everything that could come next, one addition each, with its rank: what is less is worth more."""
    for number, part in enumerate(wanted):
        rank, priority = RANKS.index(part.selected.keep), part.selected.priority or 2000
        if not of_part(state, number):
            must = tuple(StepDose(number, place, 0) for place, one in enumerate(part.candidates) if one.must)
            taken = sum(
                times_done(part, part.candidates[place].step)
                * seconds_on_sides(part.candidates[place].step, part.candidates[place].doses[0].seconds)
                for _, place, _ in must
            )
            early = not state or taken <= 1.25 * least_share(wanted, state, 2 * rank) * part.share
            yield Possible(2 * rank - 1 if early else 2 * rank + 0.5, priority, number, 0, (), must)
            continue
    yield from additions_to_present(wanted, state)


def additions_to_present(wanted: Sequence[WantedRoutine], state: State) -> Iterator[Possible]:
    """What could come next in the parts that a session has."""
    for number, part in enumerate(wanted):
        if not of_part(state, number):
            continue
        need = seconds(wanted, of_part(state, number), cleaned=False) / part.share
        for place, one in enumerate(part.candidates):
            dose = state.get((number, place))
            if dose is None:
                level = 4 if one.keep == "extra" else 2
                yield Possible(level, need, number, 0, (place,), (StepDose(number, place, 0),))
            elif dose + 1 < len(one.doses):
                extra = "extra" in (one.keep, part.selected.keep)
                level = 5 if not one.doses[dose].shorter else 4 if extra else 2
                order = (progress(one, dose), place)
                yield Possible(level, need, number, 1, order, (StepDose(number, place, dose + 1),))


def grown(state: State, additions: Sequence[StepDose]) -> State:
    return state | {(part, place): dose for part, place, dose in additions}


def waits(wanted: Sequence[WantedRoutine], state: State, one: Possible) -> bool:
    """What comes in would take more than a tenth of the time so far, and a little more than that."""
    before, after = seconds(wanted, state), seconds(wanted, grown(state, one.additions))
    return one.kind == 0 and after - before > 0.1 * after + tempos().spare


def expected(wanted: Sequence[WantedRoutine], state: State) -> tuple[StepDose, ...]:
    found = sorted(possible(wanted, state), key=lambda one: one[:5])
    if not found:
        return ()
    if not state:
        return tuple(addition for one in found if one.level == found[0].level for addition in one.additions)
    raises = {(one.level, one.part): one for one in reversed(found) if one.kind}  # only the first of a part
    ready = [one for one in found if one in raises.values() or (not one.kind and not waits(wanted, state, one))]
    kinds = [[one for one in found if POINTS[one.level] == point] for point in (1, 2, 3)]
    possible_now = next(kind for kind in kinds if kind)
    return next((one for one in possible_now if one in ready), possible_now[0]).additions


@settings(max_examples=examples(150))
@given(selections(least=False))
def test_each_addition_is_the_best_of_all_that_are_possible(selection: Selection) -> None:
    wanted, _ = select_by_hand(selection.routines, None, frozenset())
    state: State = {}
    for stage in Growth(wanted).stages():
        assert stage.additions == expected(wanted, state)
        state = grown(state, stage.additions)
        assert stage.seconds == seconds(wanted, state)
    assert expected(wanted, state) == ()


@settings(max_examples=examples(80))
@given(selections(least=True))
def test_a_part_comes_in_with_its_least_minutes(selection: Selection) -> None:
    wanted, _ = select_by_hand(selection.routines, None, frozenset())
    state: State = {}
    for stage in Growth(wanted).stages():
        fresh = {addition.part for addition in stage.additions if not of_part(state, addition.part)}
        state = grown(state, stage.additions)
        for part in fresh:
            least = 60 * (wanted[part].selected.least or 0)
            everything = {
                (part, place): len(one.doses) - 1 for place, one in enumerate(wanted[part].candidates)
            }  # there may be less to do than that
            assert seconds(wanted, of_part(state, part)) >= min(least, seconds(wanted, everything))


@settings(max_examples=examples(80))
@given(selections(least=True))
def test_more_time_never_takes_anything_away(selection: Selection) -> None:
    wanted, _ = select_by_hand(selection.routines, None, frozenset())
    stages = list(Growth(wanted).stages())
    assert all(before.seconds <= after.seconds for before, after in pairwise(stages))
    state: State = {}
    for stage in stages:
        assert all(dose > state.get((part, place), -1) for part, place, dose in stage.additions)
        state = grown(state, stage.additions)


def test_the_time_of_growth_grows_little_faster_than_the_steps() -> None:
    """With ranges of times, all kinds of steps, and a closing step that repeats thirty others."""
    few, many = (min(seconds_of_growth(count) for _ in range(3)) for count in (60, 480))
    assert many < 24 * few  # eight times the steps


def seconds_of_growth(count: int) -> float:
    keeps = ["core", "detail", "extra", "core"]
    steps = [
        step(f"Step {n}", keep=keeps[n % 4], minutes=About(about=2, least=1, most=3), giver=["left", "head"][n % 2])
        for n in range(count - 1)
    ]
    closing = step("Close", keep="closing", minutes=1, repeats=[one.id for one in steps[:30]])
    wanted, _ = select_by_hand([SelectedRoutine(routine(*steps, closing))], None, frozenset())
    start = process_time()
    assert list(Growth(wanted).stages())
    return process_time() - start
