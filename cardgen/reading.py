"""Reads YAML into typed models, with the place of everything, and reports every fault at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from cardgen.errors import Fault, UserError
from cardgen.faults import AT, MAPPED, Key, Place, Problem, explain, types_at, value_at
from cardgen.files import printable, read_text
from cardgen.parsing import Marks, Spot, fault_at, line_at, parse
from cardgen.units import Length, Shift

Content = TypeVar("Content")

Trail = tuple[int | Key, ...]
MOST_FAULTS = 100
"""More are not told: whoever mends a hundred reads on afterwards."""


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Part of a data file: immutable, and strict about its keys."""


class SourceText(NamedTuple):
    """A file that somebody wrote: its name without its folder, and its text."""

    name: str
    text: str


class Document(Struct, Generic[Content], frozen=True):
    """A file read into a model, with the places kept for later faults."""

    path: Path
    model: Content
    marks: Marks
    texts: tuple[tuple[Spot, str], ...]
    """Every text in the file, and where it begins."""
    source: SourceText

    def fault(self, place: Place, problem: str, remedy: str = "", key: bool = False) -> Fault:
        """A fault of the value at one place of this file, or of its `key`."""
        return self.fault_at(self.marks.spot(place, key), problem, remedy)

    def fault_at(self, spot: Spot, problem: str, remedy: str = "") -> Fault:
        """A fault at a line and a column."""
        return fault_at(self.path, self.source.text, spot, problem, remedy)


def read(path: Path, model: type[Content]) -> Document[Content]:
    """Read a YAML file as `model`; UserError with every fault, each with its place."""
    return understood(path, read_text(path), model)


def understood(path: Path, text: str, model: type[Content]) -> Document[Content]:
    """A text of YAML, from the file `path`, as `model`; UserError with every fault, each with its place."""
    data, marks, texts, faults = parse(path, text)
    faulty: set[Trail] = set()
    value = None
    while value is None and len(faults) < MOST_FAULTS:
        try:
            value = msgspec.convert(data, model, dec_hook=_decode)
        except msgspec.ValidationError as error:
            problem = _problem(error, model, data)
            trail = _trail(marks, problem.culprit)
            if not any(known[: len(trail)] == trail for known in faulty):
                spot = marks.spot(problem.culprit, key=problem.unknown is not None)
                faults.append(fault_at(path, text, spot, *explain(problem, model, data, _bare(problem, spot, text))))
            faulty.add(trail)
            if not _drop(data, marks, problem.place if problem.missing else problem.culprit):
                break
    if faults or value is None:
        raise UserError(in_order(faults))
    return Document(path, value, marks, texts, SourceText(printable(path.name), text))


def _trail(marks: Marks, place: Place) -> Trail:
    """What tells a place from all others, also when entries before it are taken out of their list."""
    trail: list[int | Key] = []
    for name in place:
        if name not in marks.children:
            return (*trail, name)
        marks = marks.children[name]
        trail.append(id(marks))
    return tuple(trail)


def _bare(problem: Problem, spot: Spot, text: str) -> bool:
    """A key that is not known has no colon behind it: a comma has cut a text in braces."""
    behind = line_at(text, spot)[spot.column - 1 :].lstrip("'\"")[len(problem.unknown or "") :]
    return problem.unknown is not None and re.match(r"['\"]?\s*:", behind) is None


def _problem(error: msgspec.ValidationError, model: Any, data: Any) -> Problem:
    """What msgspec found, with the keys that the author chose, which msgspec does not tell."""
    message = str(error)
    _, at, path = message.rpartition(AT)
    if not at or MAPPED not in path:
        return Problem.of(message)
    holder = Problem.of(message.rpartition(MAPPED)[0]).place
    kinds = [kind for kind in types_at(model, holder) if get_origin(kind) is dict]
    for key, value in value_at(data, holder).items():
        try:
            msgspec.convert(value, get_args(kinds[0])[1], dec_hook=_decode)
        except msgspec.ValidationError as inner:
            found = _problem(inner, get_args(kinds[0])[1], value)
            return replace(found, place=(*holder, key, *found.place))
    raise error


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults of one file as its lines follow each other; of very many the first."""
    ordered = sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0))
    more = len(ordered) - MOST_FAULTS
    return ordered if more <= 0 else [*ordered[:MOST_FAULTS], Fault(f"There are {more:,} more.", "Mend these first.")]


def _decode(kind: type, value: object) -> object:
    """Read a custom type from its text, for msgspec."""
    if kind in (Length, Shift) and isinstance(value, str):
        return kind.parse(value)
    raise ValueError(f"'{value}' is not a length; write a number and a unit, such as '3 mm'")


def _drop(data: Any, marks: Marks, place: Place) -> bool:
    """Take a faulty value out; False when it is the whole file."""
    if not place:
        return False
    for key in place[:-1]:
        data, marks = data[key], marks.children[key]
    last = place[-1]
    if isinstance(data, list) and isinstance(last, int):
        del data[last]
        rest = [child for index, child in sorted(marks.children.items()) if index != last]
        marks.children = dict(enumerate(rest))
    else:
        del data[last]
    return True
