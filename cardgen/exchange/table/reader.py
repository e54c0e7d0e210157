"""Reads a table as a routine that knows the row and the column of every value."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from cardgen.characters import explain_forbidden, find_forbidden, normalize_text
from cardgen.errors import Fault, UserError, shorten
from cardgen.exchange.table.cell_texts import is_notation, parse_scalar, read_cell
from cardgen.exchange.table.columns import (
    KIND_COLUMN,
    ROUTINE_ROW,
    STEP_ROW,
    TEXT_COLUMN,
    RowKind,
    all_columns,
    row_kinds,
)
from cardgen.exchange.table.csv_rows import CsvRow, column_name, read_csv, read_rows
from cardgen.exchange.table.origin import TableOrigin, column_letters, explain_column, explain_missing
from cardgen.model.routine import Routine
from cardgen.reading.documents import Document, examine
from cardgen.reading.parser import (
    LEAF,
    MOST_DOUBTS,
    MOST_VALUES,
    Origin,
    Parsed,
    Spots,
    parse_yaml,
)
from cardgen.reading.value_types import Spot
from cardgen.suggestions import suggest

MOST_ROWS = 10_000
"""A routine has at most 2,000 steps, and few steps have several phases."""
TO_START = "`cardgen new --csv NAME` writes a table to start from."


def read_table(path: Path) -> Document[Routine]:
    """Read a CSV file as a routine, as far as it can be used, and note its faults; UserError if none of it can be."""
    text = read_csv(path)
    rows = read_rows(path, text, all_columns())
    head = next(rows, None)
    if head is None:
        raise UserError(Fault("This file is empty.", TO_START, path))
    reader = _Reader(path, text, head)
    for row in rows:
        reader.add_row(row)
    return examine(reader.table, reader.parsed, Routine)


def is_routine_table(path: Path) -> bool:
    """Whether a CSV file has the column that says what each row is; one that cannot be read may be meant to have it."""
    try:
        head = next(read_rows(path, read_csv(path), all_columns()), None)
    except UserError:
        return True
    return head is not None and KIND_COLUMN in map(column_name, head.cells)


SHEET_ERROR = re.compile(r"#(?:[A-ZÀ-Ý]+[!?]|DIV/0!|N/[A-Z]+)|Err:\d{3}")
"""The text that a spreadsheet shows for one that it took for a formula: "- Off the knee" becomes #NAME?."""
REWRITE = "Write it again; if it begins with -, + or =, put an apostrophe before it."


class FilledCell(NamedTuple):
    """A cell with something in it."""

    spot: Spot
    text: str
    is_text: bool = False
    """An apostrophe before it says that it is text, whatever it looks like."""


class Node(NamedTuple):
    """The fields that one or more rows fill in, as far as they are read, and where they are."""

    data: dict[str, Any]
    spots: Spots


class _Reader:
    """Makes plain values and their places of rows."""

    def __init__(self, path: Path, text: str, head: CsvRow) -> None:
        names = {number: name for number, cell in enumerate(head.cells, 1) if (name := column_name(cell))}
        self.table = TableOrigin(path, text, {number: name for number, name in names.items() if name in all_columns()})
        if not self.table.headings:
            problem = "This row does not name any column of a routine."
            raise UserError(self.table.fault(Spot(head.number, 0), problem, TO_START))
        self.head, self.rows, self.values = head.number, 0, 0
        self.unknown, self.nameless = names.keys() - self.table.headings.keys(), set[int]()
        self.faults: list[Fault] = []
        self.texts: list[tuple[Spot, str]] = []
        self.routine = Node({}, Spots(Spot(head.number, 0), {}))
        self.routine_row = 0
        self.latest = {ROUTINE_ROW: self.routine}
        """The latest node of each kind of row."""
        self._check_names(names)

    @property
    def parsed(self) -> Parsed:
        return Parsed(self.routine.data, self.routine.spots, tuple(self.texts), self.faults)

    def doubt(self, spot: Spot, problem: str, remedy: str) -> None:
        """Note a fault after which reading can continue."""
        if len(self.faults) < MOST_DOUBTS:
            self.faults.append(self.table.fault(spot, problem, remedy))

    def _check_names(self, names: dict[int, str]) -> None:
        """Report columns whose names are unknown, or used twice."""
        first: dict[str, int] = {}
        for number, name in names.items():
            if name not in all_columns():
                problem = f"There is no column '{shorten(name)}'."
                self.doubt(Spot(self.head, number), problem, suggest(name, all_columns()))
            elif first.setdefault(name, number) != number:
                problem = f"Column {column_letters(first[name])} has the same name."
                self.doubt(Spot(self.head, number), problem, "Keep one of them.")

    def add_row(self, row: CsvRow) -> None:
        """Read the next row; UserError if the table is too large."""
        self.rows += 1
        cells = self._filled_cells(row)
        kind = self._take_kind(cells)
        if kind and (node := self._begin_node(kind, row.number)):
            for column, cell in cells.items():
                self._fill(node, kind, column, cell)
            if kind.is_text:
                self._unfold(node, kind)
        if self.rows > MOST_ROWS or self.values > MOST_VALUES:
            most = f"{MOST_ROWS:,} rows" if self.rows > MOST_ROWS else f"{MOST_VALUES:,} values"
            problem = f"This table holds more than {most}."
            fault = self.table.fault(Spot(row.number, 0), problem, "Split it into several tables.")
            raise UserError([*self.faults, fault])

    def _filled_cells(self, row: CsvRow) -> dict[str, FilledCell]:
        """The cells of a row that are not empty, by the names of their columns; of two with one name, the first."""
        filled: dict[str, FilledCell] = {}
        for number, text in enumerate(row.cells, 1):
            if not text or text.isspace() or number in self.unknown or number in self.nameless:
                continue
            cell = FilledCell(Spot(row.number, number), read_cell(text), text.startswith("'"))
            if number in self.table.headings:
                filled.setdefault(self.table.headings[number], cell)
            else:
                self.nameless.add(number)
                remedy = f"Write its name in row {self.head}, or empty the column."
                self.doubt(cell.spot, "This column has no name.", remedy)
        return filled

    def _take_kind(self, cells: dict[str, FilledCell]) -> RowKind | None:
        """Take the kind of a row out of its cells; None if there is no such kind."""
        if KIND_COLUMN not in cells:
            return row_kinds()[STEP_ROW]
        spot, text, _ = cells.pop(KIND_COLUMN)
        name = text.strip().lower()
        if name not in row_kinds():
            self.doubt(spot, f"'{shorten(name)}' is not a kind of row.", suggest(name, row_kinds()))
        return row_kinds().get(name)

    def _begin_node(self, kind: RowKind, row: int) -> Node | None:
        """The node that a row fills: the routine, or a new entry of a list; None if it does not belong anywhere."""
        if not kind.holder:
            return self._begin_routine(row)
        start, holder = Spot(row, 0), self.latest.get(kind.holder)
        if holder is None:
            problem = f"There is no {kind.holder} above this {kind.name}."
            self.doubt(start, problem, f"Move it below its {kind.holder}.")
            return None
        entries = holder.data.setdefault(kind.field, [])
        spots = holder.spots.children.setdefault(kind.field, Spots(start, {}))
        node = self.latest[kind.name] = Node({}, Spots(start, {}))
        spots.children[len(entries)] = node.spots
        entries.append(node.data)
        return node

    def _unfold(self, node: Node, kind: RowKind) -> None:
        """Let the latest entry of a list of texts be its text alone, if its row fills in nothing else."""
        holder = self.latest[kind.holder]
        entries, spots = holder.data[kind.field], holder.spots.children[kind.field]
        if node.data.keys() == {TEXT_COLUMN}:
            entries[-1], spots.children[len(entries) - 1] = node.data[TEXT_COLUMN], node.spots.children[TEXT_COLUMN]
        elif not node.data:
            spots.children.pop(len(entries) - 1)
            entries.pop()
            self.doubt(node.spots.start, *explain_missing(kind, [TEXT_COLUMN]))

    def _begin_routine(self, row: int) -> Node | None:
        """The node of the routine itself; None if an earlier row has filled it."""
        if self.routine_row:
            self.doubt(Spot(row, 0), f"Row {self.routine_row} is already a '{ROUTINE_ROW}'.", "Keep one of them.")
            return None
        self.routine_row = row
        self.routine.spots.start = Spot(row, 0)
        return self.routine

    def _fill(self, node: Node, kind: RowKind, column: str, cell: FilledCell) -> None:
        """Put the value of a cell in its place in a node."""
        self.values += 1
        if column not in kind.columns:
            self.doubt(cell.spot, *explain_column(kind, column))
            return
        if not cell.is_text and SHEET_ERROR.fullmatch(cell.text):
            self.doubt(cell.spot, f"'{cell.text}' is an error of the spreadsheet, not what was written here.", REWRITE)
            return
        data, spots = node
        *outer, name = column.split(".")
        for key in outer:
            if not isinstance(data, dict):
                break
            data, spots = data.setdefault(key, {}), spots.children.setdefault(key, Spots(cell.spot, {}))
        if not isinstance(data, dict) or name in data:
            other = spots.children[name] if isinstance(data, dict) else spots
            problem = f"This cannot be combined with '{self.table.headings[other.start.column]}'."
            self.doubt(cell.spot, problem, _to_dotted(column if isinstance(data, dict) else ".".join(outer), kind))
        elif found := self._cell_value(cell, kind.columns[column]):
            data[name], spots.children[name] = found

    def _cell_value(self, cell: FilledCell, types: list[Any]) -> tuple[Any, Spots] | None:
        """The value of a cell and its spots; None if it cannot be read."""
        if not cell.is_text and is_notation(cell.text, types):
            return self._notation_value(cell)
        if bad := find_forbidden(cell.text):
            self.doubt(cell.spot, *explain_forbidden(bad))
        value = parse_scalar(cell.text, types)
        if isinstance(value, str):
            value = normalize_text(value)
            self.texts.append((cell.spot, value))
        return value, Spots(cell.spot, LEAF)

    def _notation_value(self, cell: FilledCell) -> tuple[Any, Spots] | None:
        """A list or a mapping that is written in a cell as in a YAML file."""
        try:
            data, spots, texts, faults = parse_yaml(Origin(self.table.path, cell.text))
        except UserError as error:
            data, spots, texts, faults = None, None, (), list(error.faults)
        for fault in faults:
            self.doubt(cell.spot, fault.problem, fault.remedy)
        self.texts += [(cell.spot, text) for _, text in texts]
        return (data, self._spots_in_cell(spots, cell.spot)) if spots else None

    def _spots_in_cell(self, spots: Spots, spot: Spot) -> Spots:
        """The spots of values that are all in one cell."""
        self.values += 1
        if spots.children is LEAF:
            return Spots(spot, LEAF)
        return Spots(spot, {key: self._spots_in_cell(inner, spot) for key, inner in spots.children.items()})


def _to_dotted(column: str, kind: RowKind) -> str:
    """Where to write what is in a column without a dot, in a row that has columns with one for the same."""
    dotted = next(name for name in kind.columns if name.startswith(f"{column}."))
    return (
        f"Empty the cell '{column}' of this row, and write what it says in a column that begins with '{column}.', such "
        f"as '{dotted}'."
    )
