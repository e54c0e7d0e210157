"""Keys without a value, which are treated as missing."""

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
ENDS = (yaml.SequenceEndEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each key with nothing after its colon; the empty cells of a table are meant to be empty."""
    if is_table(file.origin.path):
        return
    events = iter(Loader(file.origin.text).get_event, None)
    for key, value in _plain(events, next(events)):
        if key and not value.value:
            spot = Spot(value.start_mark.line + 1, value.start_mark.column + 1)
            problem = f"'{key}:' has no value, so it is left out."
            fault = file.origin.fault(spot, problem, "Write a value, or delete the line.")
            yield replace(fault, warning=True)


def _plain(events: Iterator[Any], event: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value without quotes that begins with an event, with its key, which is empty in a list."""
    if isinstance(event, yaml.MappingStartEvent):
        while not isinstance(name := next(events), yaml.MappingEndEvent):
            yield from _plain(events, next(events), name.value)
    elif isinstance(event, yaml.SequenceStartEvent | yaml.StreamStartEvent | yaml.DocumentStartEvent):
        while not isinstance(item := next(events), ENDS):
            yield from _plain(events, item)
    elif isinstance(event, yaml.ScalarEvent) and not event.style:  # an empty file has none
        yield key, event
