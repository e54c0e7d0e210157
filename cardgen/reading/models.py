"""Reads YAML into typed models, with the place of everything, and reports every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from pathlib import Path
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from cardgen.errors import Fault, UserError
from cardgen.files import printable_name, read_text
from cardgen.reading.messages import AT, MAPPED, Key, Place, Problem, lacking, types_at, value_at
from cardgen.reading.parser import Origin, Parsed, Spot, Spots, parse_yaml
from cardgen.units import Length, Shift

Content = TypeVar("Content")

Trail = tuple[int | Key, ...]
MOST_FAULTS = 100
"""More are not told: whoever mends a hundred reads on afterwards."""


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Part of a data file: immutable, and strict about its keys.

    Files of models do without `from __future__ import annotations`: every start would evaluate its strings again.
    """


class SourceText(NamedTuple):
    """A file that somebody wrote: its name without its folder, and its text."""

    name: str
    text: str


class Document(Struct, Generic[Content], frozen=True):
    """A file read into a model, with the places kept for later faults."""

    origin: Origin
    model: Content
    spots: Spots
    texts: tuple[tuple[Spot, str], ...]
    """Every text in the file, and where it begins."""
    faults: tuple[Fault, ...] = ()
    """With any, the model is what is left when faulty values are taken out."""

    @property
    def path(self) -> Path:
        return self.origin.path

    @property
    def source(self) -> SourceText:
        return SourceText(printable_name(self.path.name), self.origin.text)

    def fault(self, place: Place, problem: str, remedy: str = "", key: bool = False) -> Fault:
        """A fault of the value at one place of this file, or of its `key`."""
        return self.fault_at(self.spots.at(place, key), problem, remedy)

    def warning(self, place: Place, problem: str, remedy: str, key: bool = False) -> Fault:
        """A fault that can be printed as it is, at one place of this file."""
        return replace(self.fault(place, problem, remedy, key), warning=True)

    def fault_at(self, spot: Spot, problem: str, remedy: str = "") -> Fault:
        """A fault at a line and a column."""
        return self.origin.fault(spot, problem, remedy)


Rules = Callable[[Document[Content]], Iterable[Fault]]
"""Faults that no model can know of."""


def read_document(path: Path, model: type[Content], rules: Rules[Content] | None = None) -> Document[Content]:
    """Read a YAML file as `model`; UserError with every fault, each with its place, those by `rules` among them."""
    return parse_document(path, read_text(path), model, rules)


def parse_document(
    path: Path, text: str, model: type[Content], rules: Rules[Content] | None = None
) -> Document[Content]:
    """A text of YAML, from the file `path`, as `model`; UserError as for `read`."""
    origin = Origin(path, text)
    return build_document(origin, parse_yaml(origin), model, rules)


def build_document(
    origin: Origin, parsed: Parsed, model: type[Content], rules: Rules[Content] | None = None
) -> Document[Content]:
    """What was taken apart, as `model`; UserError with every fault, those from before too."""
    document = _examined(origin, parsed, model)
    known = {(fault.line, fault.column) for fault in document.faults}
    follow = [fault for fault in (rules(document) if rules else ()) if (fault.line, fault.column) not in known]
    if document.faults or follow:
        raise UserError(in_order((*document.faults, *follow)))
    return document


def _examined(origin: Origin, parsed: Parsed, model: type[Content]) -> Document[Content]:
    """What can be understood of a file, with its faults; UserError when nothing can."""
    data, spots, texts, faults = parsed
    told: set[Trail] = set()
    replaced: set[Trail] = set()
    value = None
    while value is None and len(faults) < MOST_FAULTS:
        try:
            value = msgspec.convert(data, model, dec_hook=_decode)
        except msgspec.ValidationError as error:
            problem = _problem(error, model, data)
            trail = _trail(spots, problem.culprit)
            if not any(known[: len(trail)] == trail for known in told):
                spot = spots.at(problem.culprit, key=problem.unknown is not None)
                faults.append(origin.fault(spot, *origin.explain(problem, spot, model, data)))
            holder = _trail(spots, problem.place)
            told |= {(*holder, name) for name in lacking(problem, model, data)} | {trail}
            if trail not in replaced and _replaced(data, problem, model):
                replaced.add(trail)
            elif not _dropped(data, spots, problem):
                break
    if value is None:
        raise UserError(in_order(faults))
    return Document(origin, value, spots, texts, tuple(faults))


def _trail(spots: Spots, place: Place) -> Trail:
    """What tells a place from all others, also when entries before it are taken out of their list."""
    trail: list[int | Key] = []
    for name in place:
        if name not in spots.children:
            return (*trail, name)
        spots = spots.children[name]
        trail.append(id(spots))
    return tuple(trail)


def _problem(error: msgspec.ValidationError, model: Any, data: Any) -> Problem:
    """What msgspec found, with the keys that the author chose, which msgspec does not tell."""
    message = str(error)
    _, at, path = message.rpartition(AT)
    if not at or MAPPED not in path:
        return Problem.of(message, model, data)
    holder = Problem.of(message.rpartition(MAPPED)[0], model, data).place
    kinds = [kind for kind in types_at(model, holder) if get_origin(kind) is dict]
    for (key, value), kind in product(value_at(data, holder).items() if kinds else (), kinds):
        try:
            msgspec.convert(value, get_args(kind)[1], dec_hook=_decode)
        except msgspec.ValidationError as inner:
            found = _problem(inner, get_args(kind)[1], value)
            return replace(found, place=(*holder, key, *found.place))
    return Problem.of(message, model, data)


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


def _replaced(data: Any, problem: Problem, model: Any) -> bool:
    """Put something harmless in place of a faulty value, so that the rest can be looked at; False when nothing is."""
    harmless = [] if problem.unknown is not None or not problem.culprit else _harmless(types_at(model, problem.culprit))
    if harmless:
        value_at(data, problem.culprit[:-1])[problem.culprit[-1]] = harmless[0]
    return bool(harmless)


def _harmless(types: list[Any]) -> list[Any]:
    """What may stand at a place of these types: a word that is known, nothing, or any word.

    The last of the words that are known says least: still, holding, support.
    """
    words = [word for kind in types if get_origin(kind) is Literal for word in get_args(kind)]
    return [*words[:-2:-1], *([None] if type(None) in types else []), *(["x"] if str in types else [])]


def _dropped(data: Any, spots: Spots, problem: Problem) -> bool:
    """Take a faulty value out, or what lacks a value; False when that is the whole file."""
    place = problem.place if problem.missing else problem.culprit
    if not place:
        return False
    for key in place[:-1]:
        data, spots = data[key], spots.children[key]
    last = place[-1]
    if isinstance(data, list) and isinstance(last, int):
        del data[last]
        rest = [child for index, child in sorted(spots.children.items()) if index != last]
        spots.children = dict(enumerate(rest))
    else:
        del data[last]
    return True
