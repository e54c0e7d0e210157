"""A row of a plan says a thing once: nothing in it repeats what another of its texts says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

import pytest

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from tests.support.folders import TEST_DATA
from tests.support.printing import print_plan
from tests.support.screen_reader import Node, Reading

NAMES = [*routines(), *programs(), *map(str, sorted((TEST_DATA / "own").glob("*.yaml")))]
SMALL = {"a", "an", "and", "at", "in", "of", "on", "over", "the", "to", "with", "your"}
TURNING = {"no", "not", "never", "very"}
LEAST = 2
"""Words of a phrase that a row may say only once."""


class Phrase(NamedTuple):
    """A clause of a row, as its words without the small ones."""

    words: list[str]
    own: bool
    """Whether it is of a title or a caution, which are printed as they are written."""


def phrases(row: Node) -> Iterator[Phrase]:
    """The clauses that a row shows."""
    for node in row.walk():
        for clause in re.split(r"[,.;:·!?]", node.text.lower()):
            words = [word for word in re.findall(r"[\w'’-]+", clause) if word not in SMALL]
            if len(words) >= LEAST:
                yield Phrase(words, node.role == "Span")


def repeats(row: Node) -> list[tuple[Phrase, Phrase]]:
    """Pairs of phrases of which the second has all the words of the first, ends alike, and means no less."""
    return [
        (one, other)
        for one, other in permutations(phrases(row), 2)
        if not (one.own and other.own) and TURNING & {*other.words} <= {*one.words}
        if one.words[-1] == other.words[-1] and is_in(one.words, iter(other.words))
    ]


def is_in(part: list[str], whole: Iterator[str]) -> bool:
    return all(word in whole for word in part)


@pytest.mark.one_in(8)
@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.rpartition("/")[2])
@pytest.mark.parametrize("minutes", [None, 30])
def test_no_row_says_a_thing_twice(name: str, minutes: int | None) -> None:
    reading = Reading(print_plan(plan(load_selection([name]), minutes=minutes, as_much_as_fits=True)).data)
    rows = [node for node in reading.document.walk() if node.role == "TR"]
    assert len(rows) > 1
    assert [found for row in rows for found in repeats(row)] == []
