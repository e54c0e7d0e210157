"""Sessions of what cardgen brings, sampled: every routine and program, and some pairs of routines."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.planning.walk import NAMES, walk

SAMPLE = [names for number, names in enumerate(NAMES) if len(names) == 1 or number % 20 == 0]


@pytest.mark.one_in(4)
@pytest.mark.parametrize("names", SAMPLE, ids="+".join)
def test_sessions_are_true_nested_filled_and_alike_on_both_sides(names: Sequence[str]) -> None:
    assert {minutes: faults for minutes, faults in walk(names, apart=7) if faults} == {}
