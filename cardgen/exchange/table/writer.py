"""Writes a routine as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from cardgen.errors import Fault, UserError
from cardgen.exchange.table.cell_texts import write_cell
from cardgen.exchange.table.columns import KIND_COLUMN, ROUTINE_ROW, TEXT_COLUMN, all_columns, parts_of
from cardgen.model.program import Program
from cardgen.model.routine import Routine
from cardgen.reading.writer import as_authored


def as_csv(routine: Routine | Program) -> bytes:
    """A routine as a CSV file (RFC 4180) in UTF-8, with the byte order mark that Excel needs.

    UserError for a program, whose steps are in its routines.
    """
    if isinstance(routine, Program):
        names = ", ".join(dict.fromkeys(member.routine for member in routine.parts))
        problem = "A program cannot be a table, because its steps are in its routines."
        raise UserError(Fault(problem, f"Make a table of one of them: {names}."))
    rows = list(_rows(ROUTINE_ROW, as_authored(routine)))
    used = {column for row in rows for column in row}
    columns = [column for column in all_columns() if column in used]
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def _rows(kind: str, data: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The row of a routine or a part of it, then the rows of its parts; cells by the names of their columns."""
    parts = parts_of(kind)
    yield {KIND_COLUMN: kind} | dict(_cells({key: value for key, value in data.items() if key not in parts}))
    for field, part in parts.items():
        for entry in data.get(field, []):
            yield from _rows(part.name, {TEXT_COLUMN: entry} if isinstance(entry, str) else entry)


def _cells(data: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, dict) and value:
            yield from _cells(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", write_cell(value)
