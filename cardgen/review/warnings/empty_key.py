"""Keys without a value, which are treated as missing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cardgen.errors import Fault
from cardgen.files.tables import is_table
from cardgen.reading.parser import Origin, Spots, parse_yaml
from cardgen.reading.value_types import Spot
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine", "program", "stock", "theme", "language")
NO_VALUE = {"", " ", "\t", ",", "}"}
"""What is in the place of a value that is not there: the end of its line, of its entry, or the space before a #."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each key with nothing after its colon; the empty cells of a table are meant to be empty."""
    if is_table(file.origin.path):
        return
    spots = file.routine.spots if file.kind == "routine" else parse_yaml(file.origin).spots
    for key, spot in _empty(file.origin, spots):
        problem = f"'{key}:' has no value, so it is left out."
        fault = file.origin.fault(spot, problem, "Write a value, or delete the line.")
        yield replace(fault, warning=True)


def _empty(origin: Origin, spots: Spots) -> Iterator[tuple[str, Spot]]:
    """Every key with nothing after its colon, and where its value would be."""
    for key, value in spots.children.items():
        if value.children:
            yield from _empty(origin, value)
        elif isinstance(key, str) and origin.line(value.start)[value.start.column - 1 :][:1] in NO_VALUE:
            yield key, value.start
