"""Keys without a value, which count as if they were not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec.structs import replace

from cardgen.errors import Fault
from cardgen.files.tables import is_table
from cardgen.reading.parser import Spot
from cardgen.reading.yaml_loader import Loader
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine", "program", "stock", "theme", "language")


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each key with nothing after its colon; the empty cells of a table are meant to be empty."""
    if is_table(file.origin.path):
        return
    for key, value in _plain(yaml.compose(file.origin.text, Loader=Loader)):
        if key and not value.value:
            spot = Spot(value.start_mark.line + 1, value.start_mark.column + 1)
            problem = f"'{key}:' has no value, so it is left out."
            fault = file.origin.fault(spot, problem, "Write a value, or delete the line.")
            yield replace(fault, warning=True)


def _plain(node: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value without quotes in a tree of YAML, with its key, which is empty in a list."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _plain(value, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _plain(value)
    elif node and not node.style:  # an empty file has no tree
        yield key, node
