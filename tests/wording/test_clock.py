"""The clock of a session is the sum of what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import least_minutes, plan
from cardgen.wording.cards import word_deck
from cardgen.wording.timetable import word_timetable
from tests.support.printing import print_plan
from tests.support.screen_reader import Reading

NAMES = [*((name,) for name in (*routines(), *programs())), ("arms", "hands"), ("feet", "face", "scalp")]


def seconds(text: str) -> int:
    """The seconds of "4:05" or "about 4:05"."""
    found = re.search(r"(\d+):(\d\d)$", text)
    assert found, text
    return 60 * int(found[1]) + int(found[2])


@pytest.mark.parametrize("names", NAMES, ids="+".join)
def test_each_line_begins_when_the_one_before_it_ends(names: tuple[str, ...]) -> None:
    selection = load_selection(names)
    for minutes in (None, least_minutes(selection), least_minutes(selection) + 13):
        lines = word_timetable(plan(selection, minutes=minutes)).lines
        assert seconds(lines[0].clock) == 0
        for line, following in pairwise(lines):
            assert seconds(line.clock) + seconds(line.minutes) == seconds(following.clock), line


def stretches(data: bytes) -> Iterator[tuple[int, int]]:
    """Begin and end of each time that the rows of a printed plan show."""
    for row in Reading(data).document.walk():
        cells = [part.spoken() for part in row.parts if part.role == "TD"] if row.role == "TR" else []
        if cells and cells[-1]:
            clocks = [cell for cell in cells[:2] if re.fullmatch(r"\d+:\d\d", cell)]
            assert clocks, cells
            yield from ((seconds(clock), seconds(clock) + seconds(cells[-1])) for clock in clocks)


@pytest.mark.parametrize("names", NAMES, ids="+".join)
def test_the_rows_of_a_printed_plan_are_the_whole_session(names: tuple[str, ...]) -> None:
    """Without a gap, each time once: on both sides, with every changeover."""
    selection = load_selection(names)
    session = plan(selection, minutes=least_minutes(selection) + 13)
    shown = sorted(stretches(print_plan(session).data))
    assert shown[0][0] == 0
    assert all(one[1] == other[0] for one, other in pairwise(shown)), shown
    assert shown[-1][1] == session.seconds


@pytest.mark.parametrize("names", NAMES, ids="+".join)
def test_the_lines_of_an_order_card_follow_the_clock(names: tuple[str, ...]) -> None:
    selection = load_selection(names)
    lines = word_deck(plan(selection, minutes=least_minutes(selection) + 13)).order
    clocks = [seconds(line.facts.split(" · ")[0]) for line in lines if line.facts]
    assert clocks == sorted(set(clocks))
