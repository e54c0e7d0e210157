"""How much the usual run tests: a sample of what `pytest --all` tests."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any, ClassVar
from zlib import crc32

import pytest

SHARE = 6
"""The usual run tries one example of a property in this many."""


class Sampling:
    """Whether everything is tested, which is set before tests are collected, and what is lost, which is set then."""

    everything = False
    lost: ClassVar[set[str]] = set()


def examples(most: int) -> int:
    """The number of examples of a property that are tried."""
    return most if Sampling.everything else most // SHARE


def crossed(*choices: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Every combination of choices with `--all`; in the usual run as few as have each choice at least once."""
    listed = [list(each) for each in choices]
    if Sampling.everything:
        return list(product(*listed))
    return [tuple(each[number % len(each)] for each in listed) for number in range(max(map(len, listed)))]


def half(choices: Iterable[Any]) -> list[Any]:
    """All choices with `--all`; in the usual run every second one, to be crossed with fewer others."""
    return list(choices)[:: 1 if Sampling.everything else 2]


def usually(first: Any, *others: Any) -> list[Any]:
    """All choices with `--all`; in the usual run the first alone, which proves nearly all that the others do."""
    return [first, *others] if Sampling.everything else [first]


def is_sampled(item: pytest.Item) -> bool:
    """Whether a case is run: all of them, unless its test is marked `one_in`, and none if it is marked `thorough`.

    It depends on the test's file and the case's id, so a new routine or size changes no other case. Tests of one file
    run the same cases, and can share what they print.
    """
    mark = item.get_closest_marker("one_in")
    if Sampling.everything:
        return True
    if item.get_closest_marker("thorough"):
        return False
    if mark is None:
        return True
    case = item.name.partition("[")[2]
    return crc32(f"{item.path.name}[{case}".encode()) % int(mark.args[0]) == 0


def never_run(left_out: Iterable[pytest.Item], sampled: Iterable[pytest.Item]) -> set[str]:
    """The tests that lose all their cases, though they are not `thorough`."""
    lost = {item.nodeid.partition("[")[0] for item in left_out if not item.get_closest_marker("thorough")}
    return lost - {item.nodeid.partition("[")[0] for item in sampled}
