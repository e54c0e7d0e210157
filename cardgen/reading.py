"""Reads YAML into typed models, with the place of everything, and reports every fault at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from cardgen.errors import Fault, UserError
from cardgen.faults import MAPPED, Place, Problem, types_at, value_at
from cardgen.files import printable, read_text
from cardgen.parsing import Marks, Origin, Parsed, Spot, parse
from cardgen.units import Length, Shift

Content = TypeVar("Content")

MOST_FAULTS = 100
"""More are not looked for: whoever mends a hundred reads on afterwards."""


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Part of a data file: immutable, and strict about its keys."""


class SourceText(NamedTuple):
    """A file that somebody wrote: its name without its folder, and its text."""

    name: str
    text: str


class Document(Struct, Generic[Content], frozen=True):
    """A file read into a model, with the places kept for later faults."""

    origin: Origin
    model: Content
    marks: Marks
    texts: tuple[tuple[Spot, str], ...]
    """Every text in the file, and where it begins."""

    @property
    def path(self) -> Path:
        return self.origin.path

    @property
    def source(self) -> SourceText:
        return SourceText(printable(self.path.name), self.origin.text)

    def fault(self, place: Place, problem: str, remedy: str = "", key: bool = False) -> Fault:
        """A fault of the value at one place of this file, or of its `key`."""
        return self.fault_at(self.marks.spot(place, key), problem, remedy)

    def fault_at(self, spot: Spot, problem: str, remedy: str = "") -> Fault:
        """A fault at a line and a column."""
        return self.origin.fault(spot, problem, remedy)


def read(path: Path, model: type[Content]) -> Document[Content]:
    """Read a YAML file as `model`; UserError with every fault, each with its place."""
    return understood(path, read_text(path), model)


def understood(path: Path, text: str, model: type[Content]) -> Document[Content]:
    """A text of YAML, from the file `path`, as `model`; UserError with every fault, each with its place."""
    origin = Origin(path, text)
    return fitted(origin, parse(origin), model)


def fitted(origin: Origin, parsed: Parsed, model: type[Content]) -> Document[Content]:
    """What was taken apart, as `model`; UserError with every fault, those from before too."""
    data, marks, texts, faults = parsed
    faulty: set[Place] = set()
    value = None
    while value is None and len(faults) < MOST_FAULTS:
        try:
            value = msgspec.convert(data, model, dec_hook=_decode)
        except msgspec.ValidationError as error:
            problem = _problem(error, model, data)
            if not any(place[: len(problem.culprit)] == problem.culprit for place in faulty):
                spot = marks.spot(problem.culprit, key=bool(problem.unknown))
                faults.append(origin.fault(spot, *origin.explain(problem, model, data)))
            faulty.add(problem.culprit)
            if not _drop(data, marks, dropped := problem.place if problem.missing else problem.culprit):
                break
            faulty = {_moved(place, dropped) for place in faulty}
    if faults or value is None:
        raise UserError(in_order(faults))
    return Document(origin, value, marks, texts)


def _problem(error: msgspec.ValidationError, model: Any, data: Any) -> Problem:
    """What msgspec found, with the keys that the author chose, which msgspec does not tell."""
    message = str(error)
    if MAPPED not in message:
        return Problem.of(message)
    holder = Problem.of(message.partition(MAPPED)[0]).place
    kinds = [kind for kind in types_at(model, holder) if get_origin(kind) is dict]
    for key, value in value_at(data, holder).items():
        try:
            msgspec.convert(value, get_args(kinds[0])[1], dec_hook=_decode)
        except msgspec.ValidationError as inner:
            found = _problem(inner, get_args(kinds[0])[1], value)
            return replace(found, place=(*holder, key, *found.place))
    raise error


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults of one file as its lines follow each other."""
    return sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0))


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


def _moved(place: Place, dropped: Place) -> Place:
    """What a place is called after an entry of its list was taken out; the list itself, for a place in that entry."""
    holder, index = dropped[:-1], dropped[-1]
    if isinstance(index, str) or len(place) < len(dropped) or place[: len(holder)] != holder:
        return place
    own, rest = place[len(holder)], place[len(dropped) :]
    if own == index:
        return holder
    return (*holder, own - 1, *rest) if isinstance(own, int) and own > index else place
