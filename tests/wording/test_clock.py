"""The clock of a session is the sum of what is shown."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import least_minutes, plan
from cardgen.wording.plan_page import word_plan
from cardgen.wording.timetable import word_timetable

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


@pytest.mark.parametrize("names", NAMES, ids="+".join)
def test_the_rows_of_a_plan_add_up_on_the_first_side(names: tuple[str, ...]) -> None:
    selection = load_selection(names)
    session = plan(selection, minutes=least_minutes(selection) + 13)
    rows = [row for row in word_plan(session).rows if row.clocks and not row.other_side]
    for row, following in pairwise(rows):
        end, start = seconds(row.clocks[0]) + seconds(row.minutes), seconds(following.clocks[0])
        assert end == start or end in [slot.start for slot in session.slots if slot.kind == "side"], row
