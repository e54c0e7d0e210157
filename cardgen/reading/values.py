"""Checks values that a program made as strictly as those in a file, and reports them in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import inf

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from cardgen.errors import Fault, UserError
from cardgen.reading.messages import Problem, explain_value, field_types
from cardgen.units import Length


def check_fields(value: Struct) -> None:
    """Compare each field of a model with its annotation; UserError with every fault.

    For `__post_init__`: it takes 2 µs when nothing is wrong. A number may be given where a Length belongs, in points.
    """
    try:
        msgspec.convert(asdict(value), _twin(type(value)), dec_hook=_accept)
    except msgspec.ValidationError:
        raise UserError(_faults(value)) from None


@cache
def _twin(model: type[Struct]) -> type[Struct]:
    """A model with the same fields, but without `__post_init__`, which would check again, without end."""
    return msgspec.defstruct(model.__name__, list(field_types(model).items()), kw_only=True)


def _faults(value: Struct) -> Iterator[Fault]:
    model = type(value)
    data = {field: list(given) if isinstance(given, frozenset) else given for field, given in asdict(value).items()}
    for field, types in field_types(model).items():
        try:
            msgspec.convert(data[field], types, dec_hook=_accept)
        except msgspec.ValidationError as error:
            problem = Problem.of(str(error), types, data[field])
            said, remedy = explain_value(replace(problem, place=(field, *problem.place)), model, data)
            yield Fault(f"<{field}>: {said}", remedy)


def _accept(kind: type, value: object) -> object:
    """A value of a class that msgspec does not know."""
    if kind is Length and isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < inf:
        return Length(value)
    if kind is not Length and isinstance(value, kind):
        return value
    raise ValueError(f"this is a {type(value).__name__}, not a {kind.__name__}")
