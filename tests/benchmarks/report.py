"""What was measured, as a document: what is compared, with which versions, and a table for each deck."""

from __future__ import annotations

import os
import platform
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise
from operator import attrgetter
from textwrap import fill

from contest import BASE, Measured
from own import Job
from running import Figures, Run
from targets import targets

PACKAGES = (
    "cardgen", "reportlab", "rl_accel", "msgspec", "click", "jinja2", "pyyaml", "typst", "fpdf2", "weasyprint",
)  # fmt: skip
NAMES = {
    "cardgen": "cardgen",
    "cardgen-untagged": "cardgen, untagged",
    "reportlab": "reportlab, bare",
    "typst": "Typst",
    "typst-untagged": "Typst, untagged",
    "fpdf2": "fpdf2",
    "weasyprint": "WeasyPrint",
}
WIDTH = 118
HEAD = """# Benchmarks

The same cards, made with cardgen and with the alternatives, in one run on one machine. Written by

    {command}

{made}

Absolute times depend on the machine; ratios less so. Run it yourself before you quote a number.

## What is compared

All programs make a neutral deck of A6 cards, four to a sheet of A4, printed on one side. A card has a title, forty
words of text that the program itself breaks into lines, five dots (some of them filled), a badge with a number, and
an arrow. No two cards have the same words. All programs read the same words and positions from one JSON file, embed
the same three fonts as subsets, and compress the PDF. Each is written as an expert in that tool would write it: see
`tests/benchmarks/peers/`.

- **reportlab, bare** is the baseline: a program for this deck alone, on reportlab's canvas, which cardgen uses too.
- **cardgen** covers everything from the laid-out card to the file, with tags for screen readers, as it prints by
  default; **untagged** is the same without them. Here it reads no routine and plans no session: the last table
  includes that.
- **Typst** is one template, through its Python package. It also tags a PDF by default, but here without cardgen's
  descriptions of the drawings.
- **fpdf2** and **WeasyPrint** (one Jinja2 template, absolute positions, drawings as SVG images) write no tags here.

## How to read it

Each figure covers a whole process, from the start of Python to the file on disk. Every round runs all programs in
turn, and the first round does not count. A figure is the median of {rounds} rounds, with the lowest and highest in
brackets; × is the ratio to cardgen in the same round, so below 1 is less than cardgen. User time is the time that
all cores spend on the program's own code; it remains meaningful on a busy machine, where wall time does not. Memory
is the peak of the process. With ten cards, nearly all of the time is start-up. Every PDF was checked for the words of
every card. A program that takes more than a minute runs once; one that takes more than {limit:.0f} minutes is
stopped.

Two virtual cores rarely do the work of two real ones. For this reason, a batch on both cores is compared with two
processes that do nothing but count.
"""
ROW_HEAD = ("program", "wall time, s", "×", "user time, s", "×", "peak memory, MB", "×", "file, KB", "×")
Get = Callable[[Run], float]
WALL: Get = attrgetter("wall")
USER: Get = attrgetter("user")
PEAK: Get = attrgetter("peak")
Contest = Mapping[int, Mapping[str, Measured]]
"""What every program took, by the number of cards."""


def document(found: Contest, jobs: Mapping[str, Job], argv: Sequence[str], rounds: int, limit: float) -> str:
    """Everything as Markdown; `argv` is what stood behind the command."""
    versions = f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    made = f"with {versions}, on {os.cpu_count()} cores of {platform.system()} {platform.machine()}."
    command = shlex.join(["python", "tests/benchmarks/compare.py", *argv])
    head = HEAD.format(command=command, made=fill(made, WIDTH), rounds=rounds, limit=limit / 60)
    return f"{head}\n{tables(found, jobs, limit)}\n"


def tables(found: Contest, jobs: Mapping[str, Job], limit: float) -> str:
    """All tables, each below its heading."""
    parts = [f"## Targets\n\n{_targets(found, jobs)}"] if targets(found, jobs) else []
    parts += [f"## {cards:,} cards\n\n{_deck(measured, limit)}" for cards, measured in found.items()]
    parts += [f"## How times grow\n\n{_growth(found)}"] if len(found) > 1 else []
    parts += [f"## What people do with cardgen\n\n{_jobs(jobs)}"] if jobs else []
    return "\n\n".join(parts)


def _targets(found: Contest, jobs: Mapping[str, Job]) -> str:
    rows = [[each.what, f"{each.measured:.2f}", each.aim, "yes" if each.met else "no"] for each in targets(found, jobs)]
    return _table(("what", "measured", "wanted", "reached"), rows)


def _deck(measured: Mapping[str, Measured], limit: float) -> str:
    base = measured[BASE]
    rows = [_row(NAMES[name], one, base) or _too_long(NAMES[name], limit) for name, one in measured.items()]
    return _table(ROW_HEAD, rows)


def _too_long(name: str, limit: float) -> list[str]:
    return [name, f"more than {limit:.0f}", *[""] * (len(ROW_HEAD) - 2)]


def _row(name: str, one: Measured, base: Measured) -> list[str]:
    """A line of the table of a deck; none when the program took too long."""
    if not one.runs:
        return []
    cells = [name]
    for get in (WALL, USER):
        cells += (_spread(Figures.of(map(get, one.counted.values())), 2), _spread(_ratio(one, base, get), 2))
    cells += (f"{_middle(one, PEAK) / 1e6:,.0f}", f"{_ratio(one, base, PEAK).middle:.2f}")
    return [*cells, f"{one.size / 1000:,.0f}", f"{one.size / base.size:.2f}"]


def _middle(one: Measured, get: Get) -> float:
    return Figures.of(map(get, one.counted.values())).middle


def _ratio(one: Measured, base: Measured, get: Get) -> Figures:
    """To cardgen in the same round."""
    return Figures.of(get(run) / get(base.runs[number]) for number, run in one.counted.items())


def _growth(found: Contest) -> str:
    """The median times of each deck beside those of the one before it, and what a card takes when the start is done."""
    counts = list(found)
    pairs = list(pairwise(counts))
    head = ["program"]
    for few, more in pairs:
        head += (f"wall time of {more:,} / {few:,} cards", "user time")
    rows = []
    for name in found[counts[0]]:
        each = [found[count][name] for count in counts]
        grown = [_grown(few, more, get) for few, more in pairwise(each) for get in (WALL, USER)]
        rows.append([NAMES[name], *grown, _a_card(each[0], each[-1], counts[-1] - counts[0])])
    return _table([*head, "user time per extra card, µs"], rows)


def _grown(few: Measured, more: Measured, get: Get) -> str:
    return f"{_middle(more, get) / _middle(few, get):.1f}" if few.runs and more.runs else ""


def _a_card(few: Measured, more: Measured, cards: int) -> str:
    """Microseconds of each of the cards that one deck has more than another."""
    return f"{1e6 * (_middle(more, USER) - _middle(few, USER)) / cards:,.0f}" if few.runs and more.runs else ""


def _jobs(jobs: Mapping[str, Job]) -> str:
    head = ("job", "wall time, ms", "×", "user time, ms", "×", "peak memory, MB")
    return _table(head, [[what, *_job(job)] for what, job in jobs.items()])


def _job(job: Job) -> list[str]:
    wall, user = (_spread(_in_ms(seconds), 1) for seconds in (job.wall, job.user))
    return [wall, _spread(job.wall_ratio, 2), user, _spread(job.user_ratio, 2), f"{job.peak.middle / 1e6:.0f}"]


def _in_ms(seconds: Figures) -> Figures:
    return Figures(*(1000 * figure for figure in seconds))


def _spread(figures: Figures, digits: int) -> str:
    """The median, and when they differ the least and the most."""
    middle, least, most = (f"{figure:,.{digits}f}" for figure in figures)
    return middle if least == most else f"{middle} ({least}–{most})"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown that can be read as text: the first column to the left, the others to the right."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    ruled = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    padded = [
        [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        for line in (lines[0], ruled, *lines[1:])
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in padded)
