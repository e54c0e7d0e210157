"""Drafts: where the faults of a file are, and how a file with faults can be shown in the meantime."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from cardgen.artwork.pictures.album import Album
from cardgen.errors import Fault, UserError
from cardgen.files.reading import read_text
from cardgen.library.proof import prove_routine
from cardgen.model.routine import Routine, Step
from cardgen.reading.documents import examine_text
from cardgen.reading.parser import Origin, Spots, parse_yaml
from cardgen.reading.value_types import Place, value_at

OPEN = "…"
"""Shown in place of a text that is still to be written."""
NEEDED = {"name": OPEN, "summary": OPEN, "area": "back", "receiver": "prone"}
NEEDED_OF_STEP = {"id": "", "name": OPEN, "technique": "holding", "where": OPEN, "cue": OPEN, "detail": OPEN}
"""Fields that a routine and a step must have, with the values shown until they are written."""
MOST_ROUNDS = 4
"""The most rounds of leaving out wrong values: some faults show only when others are corrected."""


class Draft(NamedTuple):
    """A routine as far as it can be shown."""

    album: Album
    without_technique: frozenset[int]
    """The numbers of the steps, from 1, that have another technique until theirs is chosen."""


def read_draft(path: Path) -> Draft:
    """A routine as far as it can be shown: what is missing is open, and what is wrong is left out.

    UserError when there is nothing to be shown.
    """
    data = parse_yaml(Origin(path, read_text(path))).data
    without_technique = frozenset[int]()
    for _ in range(MOST_ROUNDS):
        without_technique |= frozenset(_fill_in(data))
        text = msgspec.json.format(msgspec.json.encode(data), indent=1).decode()
        try:
            return Draft(prove_routine(examine_text(path, text, Routine)), without_technique)
        except UserError as error:
            found = error
        spots = parse_yaml(Origin(path, text)).spots
        for place in {place_of(fault, spots) for fault in found.faults}:
            _leave_out(data, place[: 3 if place[:1] == ("steps",) else 1])
    raise found


def step_of(routine: Routine, number: int) -> Step:
    """A step of a routine, the first being 1; UserError when there is none."""
    if number > len(routine.steps):
        raise UserError(Fault(f"'{routine.name}' has no step {number}.", f"It has {len(routine.steps)}."))
    return routine.steps[number - 1]


def _fill_in(data: Any) -> Iterator[int]:
    """Give a routine and its steps the values that they lack; yields the numbers of the steps that lack a technique."""
    if not isinstance(data, dict) or not isinstance(data.get("steps"), list):
        return
    _fill(data, NEEDED)
    for number, step in enumerate(data["steps"], 1):
        if isinstance(step, dict):
            if not step.get("technique"):
                yield number
            _fill(step, NEEDED_OF_STEP | {"id": f"step-{number}"})


def _fill(values: dict[str, Any], needed: dict[str, str]) -> None:
    for key, value in needed.items():
        if not values.get(key) or (isinstance(values[key], str) and not values[key].strip()):
            values[key] = value


def _leave_out(data: Any, place: Place) -> None:
    """Remove a value of a routine or of a step; a needed one is filled in afterwards."""
    holder = value_at(data, place[:-1])
    if isinstance(holder, dict) and place and place != ("steps",):
        holder.pop(str(place[-1]), None)


def place_of(fault: Fault, spots: Spots | None) -> Place:
    """The path of the innermost value that begins at a fault's line and column; empty when there is none."""
    found = _find(spots, (fault.line, fault.column)) if spots and fault.line else None
    return found or ()


def _find(spots: Spots, at: tuple[int | None, int | None]) -> Place | None:
    """The path of keys to the value, or the key, that begins at a place."""
    for key, child in spots.children.items():
        inner = _find(child, at)
        if inner is not None:
            return (key, *inner)
        if at in ((child.start.line, child.start.column), child.key and (child.key.line, child.key.column)):
            return (key,)
    return None
