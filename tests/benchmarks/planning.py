"""Measures how long it takes to choose a session: `python tests/benchmarks/planning.py`."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator

from cardgen.errors import UserError
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import About
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan

ROUTINES, MINUTES = 10, range(15, 181, 15)
KEEPS = ("core", "detail", "detail", "extra", "extra")
TARGETS = {60: "under 50 ms", 500: "under 1 s"}


def main() -> None:
    """Print for each number of steps the time of a plan, over many routines and times; it never fails on a number."""
    for count, target in TARGETS.items():
        times = [spent for seed in range(ROUTINES) for spent in _times(_routine(count, random.Random(seed)))]
        middle, most = 1000 * statistics.median(times), 1000 * max(times)
        figures = f"{middle:6.0f} ms, at most {most:6.0f} ms of {len(times)} plans"
        print(f"Planning {count} steps: {figures}; target: {target}")


def _times(routine: Routine) -> Iterator[float]:
    """Seconds of every plan that can be made."""
    for minutes in MINUTES:
        start = time.perf_counter()
        try:
            plan(Selection.of(routine), minutes=minutes)
        except UserError:
            continue
        yield time.perf_counter() - start


def _routine(count: int, chance: random.Random) -> Routine:
    """A routine of this many steps that vary in everything a plan depends on; no longer than ten hours."""
    usual = min(2.0, 600 / count)
    return Routine(
        name="Many steps",
        summary="A test.",
        area="back",
        receiver="prone",
        giver="right",
        steps=[_step(number, usual, chance) for number in range(count)],
    )


def _step(number: int, usual: float, chance: random.Random) -> Step:
    about = usual * chance.choice((0.25, 0.5, 0.5, 1, 1, 1.5))
    return Step(
        id=f"step-{number}",
        name=f"Step {number}",
        technique="kneading",
        where="The back",
        cue="Knead.",
        detail="Knead.",
        giver=chance.choice((None, None, "head", "square-on")),
        area=chance.choice((None, None, None, "legs")),
        sides=chance.choice((None, None, "each")),
        keep=chance.choice(KEEPS) if number else "opening",
        minutes=About(about=about, least=about / 2, most=about * 1.5) if chance.random() < 0.4 else About(about=about),
    )


if __name__ == "__main__":
    main()
