"""From a table to a routine, with the row and the column of everything."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from cardgen.errors import Fault, UserError, shorten
from cardgen.exchange.table.cells import is_notation, parse_scalar, read_cell
from cardgen.exchange.table.columns import KIND_COLUMN, ROUTINE_ROW, STEP_ROW, RowKind, all_columns, row_kinds
from cardgen.exchange.table.csv_rows import CsvRow, column_name, read_csv, read_rows
from cardgen.exchange.table.origin import TableOrigin, column_letters
from cardgen.model.routine import Routine
from cardgen.reading.documents import Document, examine
from cardgen.reading.parser import (
    LEAF,
    MOST_DOUBTS,
    MOST_VALUES,
    Origin,
    Parsed,
    Spot,
    Spots,
    explain_invisible,
    find_invisible,
    normalize_text,
    parse_yaml,
)
from cardgen.suggestions import suggest

MOST_ROWS = 10_000
"""A routine has at most 2,000 steps, and few steps have several phases."""
TO_BEGIN = "`cardgen new --csv NAME` writes a table to begin with."


def read_table(path: Path) -> Document[Routine]:
    """Read a CSV file as a routine, as far as it can be used, and note its faults; UserError if none of it can be."""
    text = read_csv(path)
    rows = read_rows(path, text, all_columns())
    head = next(rows, None)
    if head is None:
        raise UserError(Fault("This file is empty.", TO_BEGIN, path))
    reader = _Reader(path, text, head)
    for record in rows:
        reader.add(record)
    return examine(reader.table, reader.parsed, Routine)


class FilledCell(NamedTuple):
    """A cell with something in it."""

    spot: Spot
    text: str


class Node(NamedTuple):
    """What one row or several are about, as far as they are read, and where all of it stands."""

    data: dict[str, Any]
    spots: Spots


class _Reader:
    """Rows to plain values and their places."""

    def __init__(self, path: Path, text: str, head: CsvRow) -> None:
        names = {number: name for number, cell in enumerate(head.cells, 1) if (name := column_name(cell))}
        self.table = TableOrigin(path, text, {number: name for number, name in names.items() if name in all_columns()})
        if not self.table.headings:
            raise UserError(self.table.fault(Spot(head.row, 0), "No column of a routine is named here.", TO_BEGIN))
        self.head, self.rows, self.values = head.row, 0, 0
        self.unknown, self.nameless = names.keys() - self.table.headings.keys(), set[int]()
        self.faults: list[Fault] = []
        self.texts: list[tuple[Spot, str]] = []
        self.whole = Node({}, Spots(Spot(head.row, 0), {}))
        self.whole_row = 0
        self.latest = {ROUTINE_ROW: self.whole}
        """The entry that was begun last, by kind."""
        self._check(names)

    @property
    def parsed(self) -> Parsed:
        return Parsed(self.whole.data, self.whole.spots, tuple(self.texts), self.faults)

    def doubt(self, spot: Spot, problem: str, remedy: str) -> None:
        """Note a fault that reading can go on after."""
        if len(self.faults) < MOST_DOUBTS:
            self.faults.append(self.table.fault(spot, problem, remedy))

    def _check(self, names: dict[int, str]) -> None:
        """Names of columns that mean nothing, or the same as another one."""
        first: dict[str, int] = {}
        for number, name in names.items():
            if name not in all_columns():
                problem = f"There is no column '{shorten(name)}'."
                self.doubt(Spot(self.head, number), problem, suggest(name, all_columns()))
            elif first.setdefault(name, number) != number:
                problem = f"Column {column_letters(first[name])} has this name too."
                self.doubt(Spot(self.head, number), problem, "Keep one of the two.")

    def add(self, record: CsvRow) -> None:
        """Read a row."""
        self.rows += 1
        cells = self._named(record)
        kind = self._kind(cells)
        if kind and (entry := self._entry(kind, record.row)):
            for column, cell in cells.items():
                self._fill(entry, kind, column, cell)
        if self.rows > MOST_ROWS or self.values > MOST_VALUES:
            most = f"{MOST_ROWS:,} rows" if self.rows > MOST_ROWS else f"{MOST_VALUES:,} values"
            problem = f"This table holds more than {most}."
            raise UserError([*self.faults, self.table.fault(Spot(record.row, 0), problem, "Make several of it.")])

    def _named(self, record: CsvRow) -> dict[str, FilledCell]:
        """The cells of a row that have something in them, by the names of their columns."""
        named: dict[str, FilledCell] = {}
        for number, text in enumerate(record.cells, 1):
            if not text or text.isspace() or number in self.unknown or number in self.nameless:
                continue
            cell = FilledCell(Spot(record.row, number), read_cell(text))
            if number in self.table.headings:
                named[self.table.headings[number]] = cell
            else:
                self.nameless.add(number)
                remedy = f"Write a name into its cell in row {self.head}, or empty the column."
                self.doubt(cell.spot, "This column has no name.", remedy)
        return named

    def _kind(self, cells: dict[str, FilledCell]) -> RowKind | None:
        """The kind of a row, whose cell is taken out; None when there is no such kind."""
        if KIND_COLUMN not in cells:
            return row_kinds()[STEP_ROW]
        spot, text = cells.pop(KIND_COLUMN)
        name = text.strip().lower()
        if name not in row_kinds():
            self.doubt(spot, f"'{shorten(name)}' is not a kind of row.", suggest(name, row_kinds()))
        return row_kinds().get(name)

    def _entry(self, kind: RowKind, row: int) -> Node | None:
        """What a row fills: the whole, or a new entry in the list of its kind; None where it has no place."""
        if not kind.holder:
            return self._the_whole(row)
        at, holder = Spot(row, 0), self.latest.get(kind.holder)
        if holder is None:
            problem = f"A {kind.name} belongs to the {kind.holder} above it, and there is none."
            self.doubt(at, problem, f"Move it below its {kind.holder}.")
            return None
        entries = holder.data.setdefault(kind.field, [])
        spots = holder.spots.children.setdefault(kind.field, Spots(at, {}))
        entry = self.latest[kind.name] = Node({}, Spots(at, {}))
        spots.children[len(entries)] = entry.spots
        entries.append(entry.data)
        return entry

    def _the_whole(self, row: int) -> Node | None:
        """The routine itself; None when an earlier row was about it."""
        if self.whole_row:
            problem = f"Row {self.whole_row} is a '{ROUTINE_ROW}' already."
            self.doubt(Spot(row, 0), problem, "Keep one of the two.")
            return None
        self.whole_row = row
        self.whole.spots.start = Spot(row, 0)
        return self.whole

    def _fill(self, entry: Node, kind: RowKind, column: str, cell: FilledCell) -> None:
        """Put what a cell says to its place in an entry."""
        self.values += 1
        if column not in kind.columns:
            owners = " or ".join(f"'{other.name}'" for other in row_kinds().values() if column in other.columns)
            self.doubt(cell.spot, f"A {kind.name} has no '{column}'.", f"Empty this cell; a row {owners} may fill it.")
            return
        data, spots = entry
        *outer, name = column.split(".")
        for key in outer:
            if not isinstance(data, dict):
                break
            data, spots = data.setdefault(key, {}), spots.children.setdefault(key, Spots(cell.spot, {}))
        if not isinstance(data, dict) or name in data:
            other = spots.children[name] if isinstance(data, dict) else spots
            problem = f"This does not go together with '{self.table.headings[other.start.column]}'."
            self.doubt(cell.spot, problem, "Say it all in the columns that have a point in their names.")
        elif said := self._value(cell, kind.columns[column]):
            data[name], spots.children[name] = said

    def _value(self, cell: FilledCell, types: list[Any]) -> tuple[Any, Spots] | None:
        """What a cell says; None when nobody can tell."""
        if is_notation(cell.text, types):
            return self._notation(cell)
        if bad := find_invisible(cell.text):
            self.doubt(cell.spot, *explain_invisible(bad))
        value = parse_scalar(cell.text, types)
        if isinstance(value, str):
            value = normalize_text(value)
            self.texts.append((cell.spot, value))
        return value, Spots(cell.spot, LEAF)

    def _notation(self, cell: FilledCell) -> tuple[Any, Spots] | None:
        """A list or a mapping, as it would stand in a file of YAML."""
        try:
            data, spots, texts, faults = parse_yaml(Origin(self.table.path, cell.text))
        except UserError as error:
            data, spots, texts, faults = None, None, (), list(error.faults)
        for fault in faults:
            self.doubt(cell.spot, fault.problem, fault.remedy)
        self.texts += [(cell.spot, text) for _, text in texts]
        return (data, self._here(spots, cell.spot)) if spots else None

    def _here(self, spots: Spots, spot: Spot) -> Spots:
        """The spots of what stands in one cell."""
        self.values += 1
        if spots.children is LEAF:
            return Spots(spot, LEAF)
        return Spots(spot, {key: self._here(inner, spot) for key, inner in spots.children.items()})
