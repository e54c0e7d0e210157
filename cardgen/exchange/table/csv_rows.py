"""Reads the rows of a CSV file as spreadsheets write it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cardgen.errors import Fault, UserError
from cardgen.files.reading import decode_text, read_bytes
from cardgen.files.tables import SAVE_AS_CSV

DELIMITERS = ",;\t"
MOST_COLUMNS = 16_384
"""The columns of a spreadsheet in Excel or LibreOffice."""
EMPTY = f'{DELIMITERS}" \r\n\u00a0'
"""The characters of cells and rows that are empty."""
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""The first bytes of Excel and LibreOffice files (ZIP, OLE)."""
SEPARATOR = re.compile(r'"?sep=([^\w\s"]|\t)"?[;,\t]*(?:\r\n?|\n|$)', re.IGNORECASE)
"""A first line that names the delimiter, which programs write when they export for Excel."""
CHECK_QUOTES = "Check its quotation marks: one at each end of a cell, two for each one inside it."


class CsvRow(NamedTuple):
    """A row that is not empty: its number in the spreadsheet, from 1, and its cells."""

    number: int
    cells: list[str]


def read_csv(path: Path) -> str:
    """Read the text of a CSV file; UserError if it is another kind of file."""
    data = read_bytes(path)
    if data.startswith(WORKBOOKS):
        raise UserError(Fault("This is a workbook, not a CSV file.", SAVE_AS_CSV, path))
    return decode_text(path, data, SAVE_AS_CSV)


class UnreadableRow(NamedTuple):
    """A row that cannot be divided into cells."""

    number: int
    problem: str
    remedy: str

    def fault(self, path: Path) -> Fault:
        """The fault of the row, in its file."""
        return Fault(self.problem, self.remedy, path, self.number, where=f"row {self.number}")


def read_rows(path: Path, text: str, columns: Collection[str]) -> Iterator[CsvRow]:
    """Read the rows of a CSV file as `scan_rows` does; UserError if one cannot be read."""
    for row in scan_rows(text, columns):
        if isinstance(row, UnreadableRow):
            raise UserError(row.fault(path))
        yield row


def scan_rows(text: str, columns: Collection[str]) -> Iterator[CsvRow | UnreadableRow]:
    """Read the rows of a CSV file, except empty ones, and continue after one that cannot be read.

    The delimiter is the one that a first line `sep=;` names, which spreadsheets read and do not show; else the one with
    which the first line names the most of the `columns`.
    """
    named = SEPARATOR.match(text)
    text = text[named.end() :] if named else text
    delimiter = named[1] if named else _delimiter(text, columns)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = lines_read = 0
    tail: str | None = None
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            written = list(islice(io.StringIO(text, newline=""), lines_read, reader.line_num))
            yield UnreadableRow(number, *_explain("".join(written), error))
            if _is_open(written):  # the rows below it are no part of its last cell
                text = "".join(islice(io.StringIO(text, newline=""), lines_read + 1, None))
                reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        else:
            if cells is None:
                return
            if len(cells) > MOST_COLUMNS:
                yield UnreadableRow(number, f"This row has more than {MOST_COLUMNS:,} cells.", CHECK_QUOTES)
            elif any(cell.strip(EMPTY) for cell in cells):
                tail = _tail(cells[-1]) if tail is None else tail
                yield CsvRow(number, [*cells[:-1], cells[-1].removesuffix(tail)])
        lines_read = reader.line_num


def _tail(cell: str) -> str:
    """The empty cells after the last heading that a spreadsheet with another delimiter has added to every row."""
    return cell[len(cell.rstrip(DELIMITERS)) :]


def _is_open(written: Sequence[str]) -> bool:
    """Whether the lines of a row end inside a cell."""
    return len(written) > 1 and "".join(written).count('"') % 2 == 1


def _explain(written: str, error: csv.Error) -> tuple[str, str]:
    """The reason why a row cannot be read, and the remedy: from its text if possible, else from the reader's error."""
    if written.count('"') % 2:
        return "A cell in this row does not end: a quotation mark is missing.", CHECK_QUOTES
    if '"' in written and len(written) <= csv.field_size_limit():
        return "The quotation marks in this row do not show where its cells end.", CHECK_QUOTES
    return f"This row cannot be read: {error}.", SAVE_AS_CSV


def _delimiter(text: str, columns: Collection[str]) -> str:
    """The delimiter with which the first line names the most columns."""
    lines = io.StringIO(text, newline="")
    first = next((line for line in lines if line.strip(EMPTY)), "")
    return max(DELIMITERS, key=lambda delimiter: len(set(columns) & set(map(column_name, first.split(delimiter)))))


def column_name(cell: str) -> str:
    """The name of a column in its heading, in lower case."""
    return cell.strip(EMPTY).lower()
