"""Fits plain values to a model: wrong ones are replaced or removed, so that the rest is checked too."""

from __future__ import annotations

from itertools import product
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin

import msgspec
from msgspec import ValidationError
from msgspec.structs import replace

from cardgen.errors import Fault
from cardgen.reading import messages
from cardgen.reading.parser import Origin, Parsed, Spots
from cardgen.reading.unknown_keys import read_as_meant
from cardgen.reading.value_types import Key, Place, alternatives, missing_fields, types_at, value_at
from cardgen.units import Length, Shift

Content = TypeVar("Content")
Trail = tuple[Key, ...]
"""A key that distinguishes a place from all others, even after earlier entries are removed from its list."""

MOST_FAULTS = 100
"""The most faults that are reported: nobody fixes more before reading on."""
MAPPED = "[...]"
"""The text of msgspec in place of a key that the author chose."""


def fit_model(origin: Origin, parsed: Parsed, model: type[Content]) -> tuple[Content | None, list[Fault]]:
    """The data as a model, or None if nothing of it can be used, and every fault; `parsed` is used up.

    A model that needs nothing may come from an empty file.
    """
    if parsed.data is None and not missing_fields(None, alternatives(model)):
        parsed = parsed._replace(data={})
    fitting = _Fitting(origin, parsed, model)
    return fitting.convert(), fitting.faults


class _Fitting(Generic[Content]):
    """Converts data to a model again and again, until all that is left fits."""

    def __init__(self, origin: Origin, parsed: Parsed, model: type[Content]) -> None:
        self.origin, self.model = origin, model
        self.data, self.spots, self.faults = parsed.data, parsed.spots, [*parsed.faults]
        self.reported: set[Trail] = set()
        self.replaced: set[Trail] = set()

    def convert(self) -> Content | None:
        while len(self.faults) < MOST_FAULTS:
            try:
                return msgspec.convert(self.data, self.model, dec_hook=_decode)
            except ValidationError as error:
                problem = _find_problem(error, self.model, self.data)
                self._report(problem)
                if not (self._read_as_meant(problem) or self._replace(problem) or self._remove(problem)):
                    break
        return None

    def _report(self, problem: messages.Problem) -> None:
        """Note a fault, unless something in the same value is reported already."""
        trail = self._trail(problem.culprit)
        if not any(known[: len(trail)] == trail for known in self.reported):
            spot = self.spots.at(problem.culprit, key=problem.unknown is not None)
            self.faults.append(self.origin.fault(spot, *self.origin.explain(problem, spot, self.model, self.data)))
        holder = self._trail(problem.place)
        self.reported |= {(*holder, name) for name in messages.missing_at(problem, self.model, self.data)} | {trail}

    def _trail(self, place: Place) -> Trail:
        trail, spots = list[Key](), self.spots
        for name in place:
            if name not in spots.children:
                return (*trail, name)
            spots = spots.children[name]
            trail.append(id(spots))
        return tuple(trail)

    def _read_as_meant(self, problem: messages.Problem) -> bool:
        """Replace an unknown key by what its author surely meant, so that one mistake gives one message."""
        if problem.unknown is None:
            return False
        holder, spots = value_at(self.data, problem.place), self.spots
        for key in problem.place:
            spots = spots.children[key]
        meant = read_as_meant(problem.unknown, types_at(self.model, problem.place), holder)
        if not meant:
            return False
        items = list(holder.items())
        holder.clear()
        for key, value in items:
            holder |= meant if key == problem.unknown else {key: value}
        spots.children |= dict.fromkeys(meant, spots.children.pop(problem.unknown))
        return True

    def _replace(self, problem: messages.Problem) -> bool:
        """Put a harmless value in the place of a faulty one, once; False if there is none."""
        place, trail = problem.culprit, self._trail(problem.culprit)
        harmless = _harmless_values(types_at(self.model, place)) if place and problem.unknown is None else []
        if not harmless or trail in self.replaced:
            return False
        value_at(self.data, place[:-1])[place[-1]] = harmless[0]
        self.replaced.add(trail)
        return True

    def _remove(self, problem: messages.Problem) -> bool:
        """Remove a faulty value, or the one that lacks a field; False if that is the whole file."""
        place = problem.place if problem.missing else problem.culprit
        if not place:
            return False
        data, spots = self.data, self.spots
        for key in place[:-1]:
            data, spots = data[key], spots.children[key]
        del data[place[-1]]
        if isinstance(data, list):
            _remove_entry(spots, place[-1])
        return True


def _remove_entry(spots: Spots, index: Key) -> None:
    """Let the spots of the entries after a removed one move up."""
    rest = [child for number, child in sorted(spots.children.items()) if number != index]
    spots.children = dict(enumerate(rest))


def _find_problem(error: ValidationError, model: Any, data: Any) -> messages.Problem:
    """What msgspec found, with the keys that the author chose, which it leaves out."""
    message = str(error)
    _, at, path = message.rpartition(messages.AT)
    if not at or MAPPED not in path:
        return messages.Problem.of(message, model, data)
    holder = messages.Problem.of(message.rpartition(MAPPED)[0], model, data).place
    kinds = [get_args(kind)[1] for kind in types_at(model, holder) if get_origin(kind) is dict]
    for (key, value), kind in product(value_at(data, holder).items() if kinds else (), kinds):
        try:
            msgspec.convert(value, kind, dec_hook=_decode)
        except ValidationError as inner:
            found = _find_problem(inner, kind, value)
            return replace(found, place=(*holder, key, *found.place))
    return messages.Problem.of(message, model, data)


def _harmless_values(types: list[Any]) -> list[Any]:
    """Values of these types that cause no other fault: the last of the known words, nothing, or any text.

    The last of the known words means least: still, holding, support.
    """
    words = [word for kind in types if get_origin(kind) is Literal for word in get_args(kind)]
    return [*words[:-2:-1], *([None] if type(None) in types else []), *(["x"] if str in types else [])]


def _decode(kind: type, value: object) -> object:
    """Read a length or a shift from its text, for msgspec."""
    if kind in (Length, Shift) and isinstance(value, str):
        return kind.parse(value)
    raise ValueError(f"'{value}' is not a length; write a number and a unit, such as '3 mm'")
