"""The facts of all steps of an overview card in common columns: hands below hands, directions below directions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, count, groupby
from math import inf
from operator import itemgetter

from msgspec import Struct

from cardgen.layouts.cards.overview.cell_facts import (
    LEAST_GAP,
    LINE_GAP,
    MOST_GAP,
    USUAL_LINES,
    FactLine,
    FactLines,
    FittingFact,
    fact_line,
    most_lines,
)
from cardgen.wording.deck import MAIN_TOPICS

COLUMNS = (4, 3, 2)
"""The numbers of columns that are tried."""
EMPTY_COLUMN = 1.6
"""Width of a column where nothing has a fact to its right, in icons."""
MOST_MORE = 0.25
"""How much higher a step may be in common columns than in its own ones, in icons."""

Ways = Sequence[FittingFact]
"""The ways to set a fact, the widest first."""
LineAndColumn = tuple[int, int]
"""A line of a step, and a column of the card."""


class FactSlot(Struct, frozen=True):
    """A fact in its column; the last one on a line has all the room to its right."""

    column: int
    is_last: bool
    widths: Sequence[float]
    """The widths of the ways to set it, the narrowest first."""
    lowest: Sequence[tuple[float, FittingFact]]
    """For each width the lowest way that is no wider, after its height: most widths of columns are tried in vain."""

    @classmethod
    def of(cls, column: int, is_last: bool, ways: Ways) -> FactSlot:
        """A fact with its ways, the widest first."""
        widening = [(way.fact.height, way) for way in reversed(ways)]
        return cls(column, is_last, [way.width for _, way in widening], [*accumulate(widening, _lower)])

    def within(self, lefts: Sequence[float], room: float) -> tuple[float, FittingFact] | None:
        """The lowest way for which there is room if columns begin at `lefts`, after its height."""
        wide = (room if self.is_last else lefts[self.column + 1] - LEAST_GAP) - lefts[self.column]
        count = bisect_right(self.widths, wide)
        return self.lowest[count - 1] if count else None


class Wording(Struct, frozen=True):
    """A way to word the facts of a step."""

    facts: Sequence[Ways]
    alone: FactLines
    """The facts in columns of their own."""
    below: float
    """The height of what it says below them."""


class PlacedFacts(Struct, frozen=True):
    """The facts of a step in their columns."""

    lines: Sequence[Sequence[FactSlot]]
    below: float
    """The height of what is below them."""


def _place(wording: Wording, columns: int) -> PlacedFacts:
    """Each fact in the column of its topic, with no more lines than in columns of its own."""
    taken = dict[LineAndColumn, Ways]()
    for ways in sorted(wording.facts, key=_rank):
        place = next(place for place in _places(_rank(ways), columns) if place not in taken)
        taken[place] = [way for way in ways if most_lines(way.fact) <= max(USUAL_LINES, wording.alone.most_lines)]
    lines = [[*line] for _, line in groupby(sorted(taken), key=itemgetter(0))]
    return PlacedFacts(
        [[FactSlot.of(place[1], place == line[-1], taken[place]) for place in line] for line in lines], wording.below
    )


def _rank(ways: Ways) -> int:
    topic = ways[0].fact.fact.topic
    return MAIN_TOPICS.index(topic) if topic in MAIN_TOPICS else len(MAIN_TOPICS)


def _places(rank: int, columns: int) -> Iterator[LineAndColumn]:
    """The places of a fact, the best first: one below another, or, for what has no column of its own, anywhere."""
    line, column = divmod(rank, columns)
    if rank < len(MAIN_TOPICS):
        yield from ((below, column) for below in count(line))
    if columns > len(MAIN_TOPICS):
        yield line, column
    yield from (divmod(index, columns) for index in count())


class FactTable:
    """The facts of all steps, each in some wordings, in the columns that need the least height."""

    def __init__(
        self, steps: Sequence[Sequence[PlacedFacts]], alone: Sequence[float], icon: float, room: float
    ) -> None:
        self.steps, self.alone, self.icon, self.room = steps, alone, icon, room
        self.costs = dict[tuple[float, ...], float]()
        """What columns cost whose widths were tried: half of all widths are tried again."""
        self.lines = [line for step in steps for placed in step for line in placed.lines]
        inner = max((slot.column for line in self.lines for slot in line), default=0)
        possible = [self._widths(column) or [EMPTY_COLUMN * icon] for column in range(inner)]
        starts = min(self._ever_narrower(possible), key=self._cost), [each[-1] for each in possible]
        widths = min((self._improve(start, possible) for start in starts), key=self._cost)
        self.cost, self.lefts = self._cost(widths), _begin_columns(widths)

    def _ever_narrower(self, possible: Sequence[Sequence[float]]) -> Iterator[list[float]]:
        """The widest columns, then one after another the next narrower one that costs least."""
        while True:
            yield [each[0] for each in possible]
            narrower = [[*possible[:at], each[1:], *possible[at + 1 :]] for at, each in enumerate(possible) if each[1:]]
            if not narrower:
                return
            possible = min(narrower, key=lambda found: self._cost([each[0] for each in found]))

    def _improve(self, widths: list[float], possible: Sequence[Sequence[float]]) -> list[float]:
        """One column after another as wide as costs least."""
        for column, each in enumerate(possible):
            widths = min(([*widths[:column], wide, *widths[column + 1 :]] for wide in each), key=self._cost)
        return widths

    def _widths(self, column: int) -> list[float]:
        """The widths that a column may have, the widest first: those of its facts with another one to their right."""
        slots = (slot for line in self.lines for slot in line if slot.column == column and not slot.is_last)
        return sorted({width for slot in slots for width in slot.widths}, reverse=True)

    def _cost(self, widths: Sequence[float]) -> float:
        """How much higher steps are than alone; one with its own columns counts for the most that it may be higher."""
        tried = tuple(widths)
        if tried not in self.costs:
            self.costs[tried] = self._find_cost(tried)
        return self.costs[tried]

    def _find_cost(self, widths: Sequence[float]) -> float:
        lefts = _begin_columns(widths)
        heights = (min(self._height(placed, lefts) for placed in step) for step in self.steps)
        more = (max(0.0, height - alone) for height, alone in zip(heights, self.alone, strict=True))
        return sum(min(each, self.most_more) for each in more)

    @property
    def most_more(self) -> float:
        """How much higher a step may be in common columns than in its own ones."""
        return MOST_MORE * self.icon

    def _height(self, placed: PlacedFacts, lefts: Sequence[float]) -> float:
        total = placed.below + LINE_GAP * (len(placed.lines) - 1)
        for line in placed.lines:
            highest = self.icon
            for slot in line:
                if (found := slot.within(lefts, self.room)) is None:
                    return inf
                highest = max(highest, found[0])
            total += highest
        return total

    def set(self) -> list[list[FactLines | None]]:
        """The facts of each step in each wording, columns as far apart as the room allows; None for too little room."""
        fitting = [
            [placed if self._height(placed, self.lefts) < alone + self.most_more else None for placed in step]
            for step, alone in zip(self.steps, self.alone, strict=True)
        ]
        ends = [self._end(line) for step in fitting for placed in step if placed for line in placed.lines]
        spare = min(((self.room - end) / column for column, end in ends if column), default=0.0)
        more = min(spare, MOST_GAP - LEAST_GAP)
        apart = [left + column * more for column, left in enumerate(self.lefts)]
        return [[self._set(placed, apart) if placed else None for placed in step] for step in fitting]

    def _end(self, line: Sequence[FactSlot]) -> tuple[int, float]:
        """The column of the last fact of a line, and where it ends."""
        last = line[-1]
        return last.column, self.lefts[last.column] + self._fit(line)[-1].width

    def _fit(self, line: Sequence[FactSlot]) -> list[FittingFact]:
        return [found[1] for slot in line if (found := slot.within(self.lefts, self.room))]

    def _set(self, placed: PlacedFacts, lefts: Sequence[float]) -> FactLines:
        return FactLines([self._set_line(line, lefts) for line in placed.lines], self.icon)

    def _set_line(self, line: Sequence[FactSlot], lefts: Sequence[float]) -> FactLine:
        return fact_line([way.fact for way in self._fit(line)], [lefts[slot.column] for slot in line], self.icon)


def _lower(best: tuple[float, FittingFact], wider: tuple[float, FittingFact]) -> tuple[float, FittingFact]:
    return wider if wider[0] <= best[0] else best


def _begin_columns(widths: Sequence[float]) -> list[float]:
    """Where columns begin, and where one behind the last would."""
    return [0.0, *accumulate(wide + LEAST_GAP for wide in widths)]


def set_in_columns(steps: Sequence[Sequence[Wording]], icon: float, room: float) -> list[list[FactLines | None]]:
    """The facts of each step in each wording, in columns that steps share; None where they are much higher so."""
    alone = [min(wording.alone.height + wording.below for wording in step) for step in steps]
    placed = ([[_place(wording, columns) for wording in step] for step in steps] for columns in COLUMNS)
    return min((FactTable(each, alone, icon, room) for each in placed), key=lambda table: table.cost).set()
