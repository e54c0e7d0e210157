"""A table as the place where a routine comes from: its faults are told by row and column."""

from __future__ import annotations

from typing import Any, get_origin

from cardgen.errors import Fault
from cardgen.exchange.table.cells import is_date
from cardgen.exchange.table.columns import KIND_COLUMN, ROUTINE_ROW, RowKind, parts_of, row_kind_at
from cardgen.reading.messages import Problem, explain
from cardgen.reading.parser import Origin, Spot
from cardgen.reading.places import missing_fields, types_at, value_at


class TableOrigin(Origin, frozen=True):
    """A CSV file. A spot is a row and a column of it, from 1; column 0 is the row as a whole."""

    headings: dict[int, str] = {}
    """The names of the columns, by their numbers."""

    def fault(self, spot: Spot, problem: str, remedy: str = "") -> Fault:
        """A fault of a cell or of a row."""
        name = self.headings.get(spot.column, "")
        where = f"row {spot.line}"
        if spot.column:
            where += f", column '{name}'" if name else f", column {column_letters(spot.column)}"
        said = problem.removeprefix(f"{name.rpartition('.')[2]}: ")  # the column has told so
        return Fault(said, remedy, self.path, spot.line, spot.column or None, where=where)

    def explain(self, problem: Problem, spot: Spot, model: Any, data: Any) -> tuple[str, str]:
        """What does not fit the model, and what to write into which cell."""
        kind, place = row_kind_at(problem.place)
        types, value = types_at(model, problem.place), value_at(data, problem.place)
        if problem.missing and not place:
            return _row_lacks(kind, missing_fields(value, types), bool(set(value) - set(parts_of(kind.name))))
        column = ".".join(map(str, place))
        if problem.missing and column in kind.columns:
            names = ", ".join(f"'{column}.{field}'" for field in missing_fields(value, types))
            return f"This is not enough without {names}.", f"Fill in {names} too, or empty this cell."
        if is_date(value, types):
            example = "3, or [3, 5] for 3 to 5" if any(get_origin(kind) is list for kind in types) else "1.5"
            return f"'{value}' is a date, not a number.", f"Make the cell text, then write it anew: {example}."
        return explain(problem, model, data)


def _row_lacks(kind: RowKind, missing: list[str], is_there: bool) -> tuple[str, str]:
    """What a row needs, in cells of its own or in rows below it; the row of the whole may not be there at all."""
    cells = [f"'{name}'" for name in missing if name in kind.columns]
    rows = [f"'{part.name}'" for field, part in parts_of(kind.name).items() if field in missing]
    if kind.name == ROUTINE_ROW and not is_there:
        problem = f"There is no row '{ROUTINE_ROW}', which tells what the whole is about."
        return (
            problem,
            f"Write '{ROUTINE_ROW}' into the column '{KIND_COLUMN}' of a row, and fill in {', '.join(cells)}.",
        )
    remedies = [f"fill in the column{'s' if len(cells) > 1 else ''} {', '.join(cells)}"] if cells else []
    remedies += [f"add a row {', '.join(rows)}"] if rows else []
    remedy = ", and ".join(remedies) + "."
    return f"This {kind.name} has no {', no '.join(cells + rows)}.", remedy[0].upper() + remedy[1:]


def column_letters(column: int) -> str:
    """A column as spreadsheets call it: A, B ... Z, AA ..."""
    before, last = divmod(column - 1, 26)
    return (column_letters(before) if before else "") + chr(ord("A") + last)
