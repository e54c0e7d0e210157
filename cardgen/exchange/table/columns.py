"""The kinds of rows in a table and the columns of each, which follow from the model of a routine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from msgspec import Struct

from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import Text
from cardgen.reading.models import Model
from cardgen.reading.value_types import Place, alternatives, ordered_fields, structs_in, types_at

KIND_COLUMN = "row"
"""The column for the kind of a row."""
ROUTINE_ROW, STEP_ROW = "routine", "step"
"""The kind of the row for the whole routine, and the kind of a row that does not name its kind."""
TEXT_COLUMN = "do"
"""The column for an entry of a list of texts."""
HOLDERS = (Routine, Step)
"""Models whose lists of models or texts are rows; any other list is written in a cell."""


class TextEntry(Model, frozen=True, kw_only=True):
    """An entry of a list of texts, in a row of its own."""

    do: Text


class RowKind(Struct, frozen=True):
    """A kind of row: the routine itself, an entry of a list in it, or an entry of a list in one of its steps."""

    name: str
    model: Any
    field: str = ""
    """The list that its rows are entries of."""
    holder: str = ""
    """The kind of row that this list belongs to."""
    is_text: bool = False
    """Whether a row that fills in nothing but `do` is a text."""

    @property
    def columns(self) -> dict[str, list[Any]]:
        """The columns that such a row can fill, with the types of their values."""
        return _columns(self.model)


@cache
def row_kinds() -> dict[str, RowKind]:
    """Every kind of row, in the order of a table."""
    return {kind.name: kind for kind in (RowKind(ROUTINE_ROW, Routine), *_parts(Routine, ROUTINE_ROW))}


def parts_of(holder: str) -> dict[str, RowKind]:
    """The kinds of rows that belong to another kind, by the list that they are entries of."""
    return {kind.field: kind for kind in row_kinds().values() if kind.holder == holder}


@cache
def all_columns() -> tuple[str, ...]:
    """Every column, in the order of a table."""
    return tuple(dict.fromkeys([KIND_COLUMN, *(column for kind in row_kinds().values() for column in kind.columns)]))


def row_kind_at(place: Place) -> tuple[RowKind, Place]:
    """The kind of the row that has a place of a routine, and the place in that row."""
    kind = row_kinds()[ROUTINE_ROW]
    while len(place) > 1 and (part := parts_of(kind.name).get(str(place[0]))):
        kind, place = part, place[2:]
    return kind, place


def _parts(model: type[Struct], holder: str) -> Iterator[RowKind]:
    """The kinds of rows below that of a model: "prepare", "step" and its "phase" ..."""
    for field, types in _lists(model).items():
        name = field.removesuffix("s")
        entry = next(iter(structs_in(types)), TextEntry)
        yield RowKind(name, entry, field, holder, str in types)
        yield from _parts(entry, name)


def _lists(model: type[Struct]) -> dict[str, list[Any]]:
    """The fields that are lists of models or texts, with the types of their entries."""
    if model not in HOLDERS:
        return {}
    types = {field.name: types_at(model, (field.name,)) for field in ordered_fields(model)}
    lists = {name: kind for name, (kind, *others) in types.items() if get_origin(kind) is list and not others}
    entries = {name: alternatives(get_args(kind)[0]) for name, kind in lists.items()}
    return {name: kinds for name, kinds in entries.items() if str in kinds or structs_in(kinds)}


@cache
def _columns(model: type[Struct]) -> dict[str, list[Any]]:
    """A column for each field, and for each field of a model in it: "hands", "hands.use"."""
    found: dict[str, list[Any]] = {}
    for field in ordered_fields(model):
        if field.name not in _lists(model):
            found[field.name] = types_at(model, (field.name,))
            for inner in structs_in(found[field.name]):
                found |= {f"{field.name}.{name}": types for name, types in _columns(inner).items()}
    return found
