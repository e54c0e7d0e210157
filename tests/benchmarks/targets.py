"""What cardgen is meant to reach, and what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from contest import BASE, Measured
from own import AGAIN, COLD, FEW_ROWS, ONE_CORE, ONE_COUNTS, SIDE, TWO_CORES, TWO_COUNT, Job

THOUSAND, TEN_THOUSAND = 1000, 10_000


class Target(NamedTuple):
    """A figure that must not be more than its limit, or not less."""

    what: str
    measured: float
    limit: float
    least: bool = False
    unit: str = "×"

    @property
    def aim(self) -> str:
        return f"{'at least' if self.least else 'at most'} {self.limit:g} {self.unit}"

    @property
    def met(self) -> bool:
        return self.measured >= self.limit if self.least else self.measured <= self.limit


def targets(found: Mapping[int, Mapping[str, Measured]], jobs: Mapping[str, Job]) -> list[Target]:
    """All targets that something was measured for."""
    return [*_deck(found.get(THOUSAND, {})), *_growth(found), *(_own(jobs) if jobs else ())]


def _deck(measured: Mapping[str, Measured]) -> Iterator[Target]:
    """Of a thousand cards, each beside another program in the same round."""
    deck = f"{THOUSAND:,} neutral cards"
    for name, said, limit in (("reportlab", "bare reportlab", 1.3), ("typst", "Typst", 1.5)):
        if name in measured and measured[name].runs:
            yield Target(f"cardgen / {said}, {deck}", _ratio(measured[BASE], measured[name]), limit)
    for name, said, limit in (("fpdf2", "fpdf2", 3), ("weasyprint", "WeasyPrint", 15)):
        if name in measured and measured[name].runs:
            yield Target(f"{said} / cardgen, {deck}", 1 / _ratio(measured[BASE], measured[name]), limit, least=True)


def _ratio(one: Measured, other: Measured) -> float:
    """Wall time beside another program's in the same round; the middle of all."""
    ratios = sorted(one.runs[number].wall / run.wall for number, run in other.counted.items())
    return ratios[len(ratios) // 2]


def _growth(found: Mapping[int, Mapping[str, Measured]]) -> Iterator[Target]:
    if {THOUSAND, TEN_THOUSAND} <= found.keys():
        few, many = (found[cards][BASE] for cards in (THOUSAND, TEN_THOUSAND))
        yield Target(f"{TEN_THOUSAND:,} neutral cards / {THOUSAND:,}", _ratio(many, few), 10.5)


def _own(jobs: Mapping[str, Job]) -> Iterator[Target]:
    cores = jobs[ONE_CORE].wall.middle / jobs[TWO_CORES].wall.middle
    most = jobs[ONE_COUNTS].wall.middle / jobs[TWO_COUNT].wall.middle
    memory = jobs[TWO_CORES].peak.middle / jobs[FEW_ROWS].peak.middle
    yield Target(f"{COLD} / the imports alone", jobs[COLD].wall_ratio.middle, 1.5)
    yield Target(SIDE, 1000 * jobs[SIDE].wall.middle, 1.5, unit="ms")
    yield Target(AGAIN, 1000 * jobs[AGAIN].wall.middle, 50, unit="ms")
    yield Target(f"`cardgen batch` on one core / on two; mere counting: {most:.2f}", cores, 1.8, least=True)
    yield Target("memory of `cardgen batch` with ten times the rows", memory, 1.1)
