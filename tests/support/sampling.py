"""How much the usual run tests: a sample of what `pytest --all` tests."""

from __future__ import annotations

from zlib import crc32

import pytest

SHARE = 4
"""The usual run tries one example of a property in this many."""


class Sampling:
    """Whether everything is tested; set before tests are collected."""

    everything = False


def examples(most: int) -> int:
    """The number of examples of a property that are tried."""
    return most if Sampling.everything else most // SHARE


def is_sampled(item: pytest.Item) -> bool:
    """Whether a case is run: all of them, unless its test is marked `one_in`.

    It depends on the test's file and the case's id, so a new routine or size changes no other case. Tests of one file
    run the same cases, and can share what they print.
    """
    mark = item.get_closest_marker("one_in")
    if Sampling.everything or mark is None:
        return True
    case = item.name.partition("[")[2]
    return crc32(f"{item.path.name}[{case}".encode()) % int(mark.args[0]) == 0
