"""The facts in `data/facts/`, and how one is found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from tests.support.folders import TEST_DATA

Facts = dict[str, str] | list[str]
"""The words that state each fact, with or without what the fact is about."""


class FactSheet(Struct, forbid_unknown_fields=True):
    """What the cards of a routine must say; `data/facts/README.md` has the notation."""

    steps: dict[int, Facts]
    general: Facts = []
    overview: Facts = []
    counts: dict[int, list[int]] | None = None
    ours: dict[int | str, Facts] | None = None
    """Of a routine that follows a source: what cardgen adds to it."""

    def places(self) -> dict[int | str, Facts]:
        """What must be printed, by the step that prints it."""
        return {"general": self.general, "overview": self.overview, **self.steps}

    def all_facts(self) -> Iterator[tuple[int | str, str]]:
        """Every fact with its place, the source's and ours."""
        for sheet in (self.places(), self.ours or {}):
            for place, facts in sheet.items():
                yield from ((place, fact) for fact in listed(facts))


def listed(facts: Facts) -> list[str]:
    return list(facts.values()) if isinstance(facts, dict) else facts


SHEETS = {
    path.stem: msgspec.yaml.decode(path.read_bytes(), type=FactSheet, strict=False)
    for path in sorted((TEST_DATA / "facts").glob("*.yaml"))
}


def pattern(fact: str) -> re.Pattern[str]:
    """The fact as whole words; after "very" or "about" they would state another fact."""
    signs = {"(": "(?:", "|": "|", ")": ")", " ... ": ".*"}
    parts = (signs.get(part, re.escape(part)) for part in re.split(r"( \.\.\. |[(|)])", fact))
    return re.compile(rf"(?<!\S)(?<!\bvery )(?<!\babout )(?:{''.join(parts)})(?!\w)", re.IGNORECASE)
