"""Finds the value at a place in plain data, and in a model the types that a value may have there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo

Key = str | int
Place = tuple[Key, ...]
"""The keys and list positions that lead to a value in a file."""

LISTS = list, tuple, frozenset
Limit = tuple[Any, msgspec.Meta]
"""A type, and a limit of its values."""


class Spot(Struct, frozen=True, order=True, gc=False):
    """A line of a file and a column in characters, both from 1."""

    line: int
    column: int


def value_at(data: Any, place: Place) -> Any:
    """The value at a place that exists."""
    for key in place:
        data = data[key]
    return data


def existing_place(data: Any, place: Iterable[Key]) -> Place:
    """The part of a place that exists in the data."""
    found: list[Key] = []
    for key in place:
        if not (key in data if isinstance(data, dict) else isinstance(data, (list, tuple)) and key in range(len(data))):
            break
        data = data[key]
        found.append(key)
    return tuple(found)


def types_at(model: Any, place: Place) -> list[Any]:
    """The types that the value at a place may have, unions taken apart."""
    return [alternative for kind in _declared_at(model, place) for alternative in alternatives(kind)]


def limits_at(model: Any, place: Place) -> list[Limit]:
    """The limits of the value at a place, each with the type for which it is one."""
    return [limit for kind in _declared_at(model, place) for limit in _limits(kind)]


def _declared_at(model: Any, place: Place) -> list[Any]:
    """The types that models declare for the value at a place."""
    declared = [model]
    for key in place:
        types = [alternative for kind in declared for alternative in alternatives(kind)]
        if isinstance(key, int):
            declared = [get_args(kind)[0] for kind in types if get_origin(kind) in LISTS]
        else:
            holders = [kind for kind in structs_in(types) if key in kind.__struct_fields__]
            declared = [field_types(kind)[key] for kind in holders]
            declared += [get_args(kind)[1] for kind in types if get_origin(kind) is dict]
    return declared


def _limits(kind: Any) -> Iterator[Limit]:
    if get_origin(kind) is Annotated:
        limited, *notes = get_args(kind)
        yield from ((limited, note) for note in notes if isinstance(note, msgspec.Meta))
        yield from _limits(limited)
    elif get_origin(kind) in (Union, UnionType):
        for arg in get_args(kind):
            yield from _limits(arg)


def alternatives(kind: Any) -> list[Any]:
    """The types of a union, however it is nested; limits are dropped, except patterns."""
    if get_origin(kind) is Annotated:
        return [kind] if pattern_of(kind) else alternatives(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [alternative for arg in get_args(kind) for alternative in alternatives(arg)]
    return [kind]


def pattern_of(kind: Any) -> str:
    """The pattern that a text must follow; empty if any text will do."""
    return next((meta.pattern for meta in get_args(kind)[1:] if getattr(meta, "pattern", None)), "")


def fits(value: Any, kind: Any) -> bool:
    """Whether the value is of this type: then another type is no remedy."""
    origin = get_origin(kind)
    if origin is Literal:
        return value in get_args(kind)
    if kind is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if origin in LISTS:
        return isinstance(value, LISTS)
    known = {dict: dict, Annotated: str}.get(origin, dict if structs_in([kind]) else kind)
    return type(value) is known


def structs_in(types: Iterable[Any]) -> list[type[Struct]]:
    """The models among some types."""
    return [kind for kind in types if isinstance(kind, type) and issubclass(kind, Struct)]


@cache
def field_types(model: type[Struct]) -> dict[str, Any]:
    """The types of a model's fields, by name."""
    hints = get_type_hints(model, include_extras=True)
    return {field: hints[field] for field in model.__struct_fields__}


@cache
def ordered_fields(model: type[Struct]) -> tuple[FieldInfo, ...]:
    """The fields of a model in the order in which authors write them.

    First what it needs and its parent does not have, such as id and name; then what they share; then the rest.
    """
    known = msgspec.structs.fields(model)
    shared = [field for field in known if field.name in getattr(model.__base__, "__struct_fields__", ())]
    own = [field for field in known if field not in shared]
    first = list(takewhile(lambda field: field.required, own))
    return (*first, *shared, *own[len(first) :])


def missing_fields(value: Any, types: Iterable[Any]) -> list[str]:
    """The fields that a value of one of these types needs and does not have."""
    given = value if isinstance(value, dict) else {}
    fields = [field for model in structs_in(types) for field in ordered_fields(model)]
    return [field.name for field in fields if field.required and field.name not in given]
