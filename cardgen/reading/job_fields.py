"""Reads the fields of values that a program makes, as strictly as a file, and reports them in the same words."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from math import inf
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, force_setattr, replace

from cardgen.errors import Fault, UserError
from cardgen.reading import messages
from cardgen.reading.value_types import field_types
from cardgen.units import Length


def read_fields(value: Struct) -> None:
    """Fit each field of a model to its annotation, texts as people write them too; UserError with every fault.

    For `__post_init__`: it takes a few microseconds when nothing is wrong. A number may be given where a Length
    belongs, in points.
    """
    given = {field: _without_paths(found) for field, found in asdict(value).items()}
    try:
        fitted = msgspec.convert(given, _twin(type(value)), dec_hook=_accept, strict=False)
    except msgspec.ValidationError:
        raise UserError(_faults(value)) from None
    for field in given:
        if getattr(value, field) is not (fitting := getattr(fitted, field)):
            force_setattr(value, field, fitting)


def _without_paths(given: Any) -> Any:
    """A value with paths as texts."""
    if isinstance(given, (list, tuple)) and any(isinstance(found, os.PathLike) for found in given):
        return [_without_paths(found) for found in given]
    return os.fspath(given) if isinstance(given, os.PathLike) else given


@cache
def _twin(model: type[Struct]) -> type[Struct]:
    """A model with the same fields, but without `__post_init__`, which would read again, without end."""
    return msgspec.defstruct(model.__name__, list(field_types(model).items()), kw_only=True)


def _faults(value: Struct) -> Iterator[Fault]:
    model, given = type(value), {field: _without_paths(found) for field, found in asdict(value).items()}
    data = {field: _plain(found) for field, found in given.items()}
    for field, types in field_types(model).items():
        try:
            msgspec.convert(given[field], types, dec_hook=_accept, strict=False)
        except _UnreadableError as error:
            wrong, _, remedy = str(error).partition("; ")
            yield Fault(f"<{field}>: {wrong}.", f"{remedy[:1].upper()}{remedy[1:]}." if remedy else "", field=field)
        except msgspec.ValidationError as error:
            problem = messages.Problem.of(str(error), types, data[field])
            wrong, remedy = messages.explain_value(replace(problem, place=(field, *problem.place)), model, data)
            yield Fault(f"<{field}>: {wrong}", remedy, field=field)


def _plain(given: Any) -> Any:
    """A value as a file would hold it: a list, and a number for its digits."""
    if isinstance(given, frozenset):
        return list(given)
    return int(given) if isinstance(given, str) and re.fullmatch(r"-?\d{1,18}", given) else given


class _UnreadableError(msgspec.ValidationError):
    """The message of a class of cardgen that cannot read a text."""


def _accept(kind: Any, value: object) -> object:
    """A value of a class that msgspec does not know, which reads texts with its function `parse`."""
    if isinstance(value, (int, float)) and issubclass(kind, Length) and type(value) is not bool and 0 <= value < inf:
        return kind(value)
    if isinstance(value, kind):
        return value
    try:
        return kind.parse(str(value))
    except ValueError as error:
        raise _UnreadableError(str(error)) from None
