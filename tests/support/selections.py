"""Random selections of small routines, in which everything that takes time varies."""

from __future__ import annotations

from hypothesis import strategies as st

from cardgen.model.repeat import Repeat
from cardgen.model.routine import Step, Variant
from cardgen.model.vocabulary import About
from cardgen.planning.chosen_routines import RANKS, SelectedRoutine, Selection
from tests.support.routines import routine, step

MUST = ("opening", "core", "closing")
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
        "area": st.sampled_from([None, None, "legs", "feet", "head"]),
        "again": st.sampled_from(["shorter", "shorter", "in-full"]),
        "variants": st.lists(st.builds(Variant, name=st.just("A"), detail=st.just("A."), minutes=halves), max_size=2),
    }
)


@st.composite
def selections(draw: st.DrawFn, least: bool) -> Selection:
    """One to three routines of up to five steps; `least`: some of them have least minutes."""
    entries = []
    for part in range(draw(st.integers(1, 3))):
        sides = draw(each)
        once = st.sampled_from([None, None, "first", "last"]) if sides else st.none()
        steps: list[Step] = []
        for number, varied in enumerate(draw(st.lists(facts, min_size=1, max_size=5))):
            only = draw(once)
            known = [one for one in steps if one.once in (None, only)]
            repeats = draw(st.lists(st.sampled_from(known), max_size=2, unique_by=id)) if known else []
            again = [repeated.id for repeated in repeats]
            steps.append(step(f"Step {part} {number}", repeats=again, once=only, **varied))
        entries.append(
            SelectedRoutine(
                routine(*steps, name=f"Part {part}", sides=sides),
                minutes=draw(st.none() | st.integers(3, 30)),
                least=draw(st.none() | st.integers(3, 20)) if least else None,
                keep=draw(st.sampled_from(RANKS)),
                priority=draw(st.none() | st.integers(1, 2)),
            )
        )
    return Selection("Test", tuple(entries), usual=draw(st.none() | st.integers(10, 90)))
