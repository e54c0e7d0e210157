"""A table as the origin of a routine, whose faults are reported by row and column."""

from __future__ import annotations

from typing import Any, get_origin

from cardgen.errors import Fault
from cardgen.exchange.table.cell_texts import is_date
from cardgen.exchange.table.columns import KIND_COLUMN, ROUTINE_ROW, RowKind, parts_of, row_kind_at, row_kinds
from cardgen.exchange.table.remedies import in_columns, name_columns
from cardgen.reading.messages import Problem, explain
from cardgen.reading.parser import Origin
from cardgen.reading.value_types import Spot, missing_fields, types_at, value_at


class TableOrigin(Origin, frozen=True):
    """A CSV file. A spot is a row and a column in it, both from 1; column 0 is the whole row."""

    headings: dict[int, str] = {}
    """The names of columns, by their numbers."""

    def fault(self, spot: Spot, problem: str, remedy: str = "") -> Fault:
        """A fault of a cell or of a row."""
        name = self.headings.get(spot.column, "")
        where = f"row {spot.line}"
        if spot.column:
            where += f", column '{name}'" if name else f", column {column_letters(spot.column)}"
        problem = problem.removeprefix(f"{name.rpartition('.')[2]}: ")  # the column has this name
        if name:
            problem, remedy = name_columns(problem, name), in_columns(remedy, name)
        return Fault(problem, remedy, self.path, spot.line, spot.column or None, where=where)

    def explain(self, problem: Problem, spot: Spot, model: Any, data: Any) -> tuple[str, str]:
        """The fault of a value that does not fit the model, with the cell to write in and what to write there."""
        kind, place = row_kind_at(problem.place)
        types, value = types_at(model, problem.place), value_at(data, problem.place)
        if problem.missing and not place:
            if kind.name == ROUTINE_ROW and value.keys() <= parts_of(kind.name).keys():
                return _explain_missing_routine(missing_fields(value, types))
            return explain_missing(kind, missing_fields(value, types))
        column = ".".join(map(str, place))
        if problem.missing and column in kind.columns:
            names = ", ".join(f"'{column}.{field}'" for field in missing_fields(value, types))
            return f"This needs {names} as well.", f"Fill in {names}, or empty this cell."
        if is_date(value, types):
            ranged, exact = any(get_origin(kind) is list for kind in types), float not in types
            example = "3, or 3 to 5" if ranged else "3" if exact else "1.5"
            return f"'{value}' is a date, not a number.", f"Format this cell as text, then type it again: {example}."
        return explain(problem, model, data)


TEXT_COLUMNS = ("name", "cue", "detail", "caution", "where", "summary", "text")
"""Columns in which people write the text of a row that has it in 'do'."""


def _explain_missing_routine(missing: list[str]) -> tuple[str, str]:
    """No row describes the routine itself."""
    cells = [f"'{name}'" for name in missing if name in row_kinds()[ROUTINE_ROW].columns]
    remedy = f"Write '{ROUTINE_ROW}' in the column '{KIND_COLUMN}' of a row, and fill in {_join_and(cells)}."
    return f"There is no '{ROUTINE_ROW}' row, which describes the whole routine.", remedy


def explain_missing(kind: RowKind, missing: list[str]) -> tuple[str, str]:
    """A row lacks cells, or rows below it."""
    cells = [f"'{name}'" for name in missing if name in kind.columns]
    rows = [f"'{part.name}'" for field, part in parts_of(kind.name).items() if field in missing]
    remedies = [f"fill in {_join_and(cells)}"] if cells else []
    remedies += [f"add a row of the kind {_join_and(rows)}"] if rows else []
    remedy = ", and ".join(remedies)
    if "icon" in missing:
        remedy += ": `cardgen list icons` shows them"
    return f"This '{kind.name}' row lacks {_join_and(cells + rows)}.", f"{remedy[0].upper()}{remedy[1:]}."


def explain_column(kind: RowKind, column: str) -> tuple[str, str]:
    """A cell that its kind of row does not have: a text may be meant for the one in which the row says what it is."""
    owners = [f"'{other.name}'" for other in row_kinds().values() if column in other.columns]
    remedy = f"Empty this cell; rows of the kind {_join(owners, 'or')} have one."
    if "do" in kind.columns and column in TEXT_COLUMNS:
        remedy = "Move it to 'do', which says what this row is about, or empty this cell."
    return f"{'An' if kind.name[0] in 'aeiou' else 'A'} '{kind.name}' row has no '{column}'.", remedy


def _join_and(words: list[str]) -> str:
    return _join(words, "and")


def _join(words: list[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def column_letters(column: int) -> str:
    """The name of a column in a spreadsheet: A, B ... Z, AA ..."""
    before, last = divmod(column - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + last)
