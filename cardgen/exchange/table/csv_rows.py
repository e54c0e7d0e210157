"""The cells of a CSV file, as spreadsheets write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cardgen.errors import Fault, UserError
from cardgen.files.reading import decode_text, read_bytes

DELIMITERS = ",;\t"
MOST_COLUMNS = 16_384
"""So many columns a spreadsheet of Excel or LibreOffice has."""
EMPTY = f'{DELIMITERS}" \r\n\u00a0'
"""What stands in a file where there is nothing to be read."""
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""What files of Excel and LibreOffice begin with (ZIP, OLE)."""
SAVE = "Save it as CSV UTF-8: in Excel, Save as, CSV UTF-8; in LibreOffice, Save as, Text CSV, Unicode (UTF-8)."
QUOTATION_MARKS = "Check its quotation marks: one at each end of a cell, two for one inside."


class CsvRow(NamedTuple):
    """A row with something in it: its number in the spreadsheet, from 1, and its cells."""

    row: int
    cells: list[str]


def read_csv(path: Path) -> str:
    """The text of a CSV file; UserError when it is none."""
    data = read_bytes(path)
    if data.startswith(WORKBOOKS):
        raise UserError(Fault("This is a workbook, not a CSV file.", SAVE, path))
    return decode_text(path, data, SAVE)


def read_rows(path: Path, text: str, columns: Collection[str]) -> Iterator[CsvRow]:
    """The rows of a CSV file, without empty ones; UserError where a cell or a row has no end.

    Cells are parted by what makes the first line name the most of the `columns`.
    """
    row = read = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, columns), strict=True)
    try:
        for row, cells in enumerate(reader, 1):
            if any(cell.strip(EMPTY) for cell in cells):
                if len(cells) > MOST_COLUMNS:
                    raise _unreadable(path, row, f"This row has more than {MOST_COLUMNS:,} cells.", QUOTATION_MARKS)
                yield CsvRow(row, cells)
            read = reader.line_num
    except csv.Error as error:
        written = "".join(islice(io.StringIO(text, newline=""), read, reader.line_num))
        raise _unreadable(path, row + 1, *_cause(written, error)) from None


def _cause(written: str, error: csv.Error) -> tuple[str, str]:
    """Why a row cannot be read, and the remedy: what its text shows, else what the reader says."""
    if written.count('"') % 2:
        return "In this row a cell has no end: a quotation mark is missing.", QUOTATION_MARKS
    if '"' in written and len(written) <= csv.field_size_limit():
        return "The quotation marks in this row do not show where its cells end.", QUOTATION_MARKS
    return f"This row cannot be read: {error}.", SAVE


def _unreadable(path: Path, row: int, problem: str, remedy: str) -> UserError:
    return UserError(Fault(problem, remedy, path, row, where=f"row {row}"))


def _delimiter(text: str, columns: Collection[str]) -> str:
    """What parts the cells: with it, the first line names the most columns."""
    lines = io.StringIO(text, newline="")
    first = next((line for line in lines if line.strip(EMPTY)), "")
    return max(DELIMITERS, key=lambda delimiter: len(set(columns) & set(map(column_name, first.split(delimiter)))))


def column_name(cell: str) -> str:
    """The name of a column, as it is meant."""
    return cell.strip(EMPTY).lower()
