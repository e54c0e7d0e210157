"""Measures what people do with cardgen itself: cards, a plan, a booklet, a change, a thousand cards, a batch."""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from long_routine import routine
from measure import CARDS, IMPORTS
from running import HERE, Figures, Run, python

LEGS = HERE.parents[1] / "routines" / "legs-back.yaml"
SIDES = 2
FEW, MANY = 60, 600
"""Rows of a batch."""
ROUTINES = ("legs-back", "joints", "back-relaxing", "feet", "partner")
IMPORTS_ALONE = "click, yaml, jinja2, msgspec and reportlab's canvas, imported and not used"
COLD = "`cardgen cards legs-back`"
AGAIN = "`cardgen watch legs-back.yaml`: again after a change"
SIDE = f"a side of a card, of {CARDS:,} steps with drawings and backs"
ONE_CORE = f"a document of `cardgen batch`, of {MANY} rows, on one core"
TWO_CORES = f"a document of `cardgen batch`, of {MANY} rows, on two cores"
ONE_COUNTS = "a process that only counts"
TWO_COUNT = "one of two processes that only count, at the same time"
COUNTING = "for number in range(20_000_000): pass"
FEW_ROWS = f"a document of `cardgen batch`, of {FEW} rows, on two cores"


class Took(NamedTuple):
    """What a job took once."""

    wall: float
    user: float
    """Seconds of all processors."""
    peak: float
    """The most memory of its process, in bytes."""


class Job(NamedTuple):
    """What a job took in several rounds."""

    wall: Figures
    wall_ratio: Figures
    """To the imports alone in the same round."""
    user: Figures
    user_ratio: Figures
    peak: Figures


def own_jobs(folder: Path, rounds: int) -> dict[str, Job]:
    """What each job took; every round does all in turn, and the first round does not count."""
    (folder / "long.yaml").write_text(routine(CARDS, strokes=True), encoding="utf-8")
    done: dict[str, list[Took]] = {what: [] for what in JOBS}
    for number in range(rounds + 1):
        for what, job in JOBS.items():
            print(f"round {number}: {what}", file=sys.stderr)
            done[what].append(job(folder))
    base = done[IMPORTS_ALONE]
    return {what: _job(took[1:], base[1:]) for what, took in done.items()}


def _job(took: list[Took], base: list[Took]) -> Job:
    pairs = list(zip(took, base, strict=True))
    return Job(
        Figures.of(one.wall for one in took),
        Figures.of(one.wall / other.wall for one, other in pairs),
        Figures.of(one.user for one in took),
        Figures.of(one.user / other.user for one, other in pairs),
        Figures.of(one.peak for one in took),
    )


def _took(run: Run) -> Took:
    return Took(run.wall, run.user, run.peak)


def _cold(*arguments: str) -> Callable[[Path], Took]:
    """A whole process that runs a command of cardgen."""

    def run(folder: Path) -> Took:
        return _took(python(folder, "-m", "cardgen", *arguments, "-o", folder / "own.pdf"))

    return run


def _imports(folder: Path) -> Took:
    return _took(python(folder, "-c", IMPORTS))


def _again(folder: Path) -> Took:
    """The second time in a process, after the routine was changed."""
    copy = folder / "own" / LEGS.name  # where no other job finds it by its name
    copy.parent.mkdir(exist_ok=True)
    shutil.copyfile(LEGS, copy)
    done = python(folder, HERE / "rebuilt.py", copy)
    wall, user = map(float, done.output.split())
    return Took(wall, user, done.peak)


def _side(folder: Path) -> Took:
    """A side of a card in a long deck: the time of a whole process, shared by all."""
    done = python(folder, "-m", "cardgen", "cards", folder / "long.yaml", "-o", folder / "own.pdf")
    found = re.search(r"(\d+) cards on", done.output)
    assert found, done.output
    sides = SIDES * int(found[1])
    return Took(done.wall / sides, done.user / sides, done.peak)


def _batch(rows: int, cores: int) -> Callable[[Path], Took]:
    """A document of a batch: the time of a whole process, shared by all."""

    def run(folder: Path) -> Took:
        roster, into = folder / "roster.csv", folder / "batch"
        lines = [f"{ROUTINES[row % len(ROUTINES)]},Person {row},Note {row}" for row in range(rows)]
        roster.write_text("\n".join(["routine,recipient,notes", *lines]), encoding="utf-8")
        shutil.rmtree(into, ignore_errors=True)
        done = python(folder, "-m", "cardgen", "batch", roster, "--into", into, "--jobs", str(cores))
        return Took(done.wall / rows, done.user / rows, done.peak)

    return run


def _counting(processes: int) -> Callable[[Path], Took]:
    """What the machine's cores are worth side by side: processes that have nothing to share."""

    def run(folder: Path) -> Took:
        with ThreadPoolExecutor(processes) as pool:
            start = time.perf_counter()
            done = list(pool.map(lambda _: python(folder, "-c", COUNTING), range(processes)))
            wall = time.perf_counter() - start
        return Took(wall / processes, done[0].user, done[0].peak)

    return run


JOBS: dict[str, Callable[[Path], Took]] = {
    IMPORTS_ALONE: _imports,
    COLD: _cold("cards", "legs-back"),
    "`cardgen plan full-body`": _cold("plan", "full-body"),
    "`cardgen booklet full-body`": _cold("booklet", "full-body"),
    AGAIN: _again,
    SIDE: _side,
    ONE_CORE: _batch(MANY, 1),
    TWO_CORES: _batch(MANY, 2),
    FEW_ROWS: _batch(FEW, 2),
    ONE_COUNTS: _counting(1),
    TWO_COUNT: _counting(2),
}
