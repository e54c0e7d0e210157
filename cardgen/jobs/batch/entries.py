"""Reads a roster's rows or entries as columns and texts; faults stay with their row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct

from cardgen.errors import Fault, UserError, shorten
from cardgen.exchange.table.cell_texts import read_cell
from cardgen.exchange.table.csv_rows import CsvRow, UnreadableRow, column_name, read_csv, scan_rows
from cardgen.exchange.table.origin import column_letters
from cardgen.files.finding import YAML_SUFFIXES
from cardgen.files.reading import read_text
from cardgen.reading.parser import Origin, parse_yaml
from cardgen.reading.value_types import Spot

AN_ENTRY = "Write '- routine: legs-back', and its options below it."


class RosterEntry(Struct, frozen=True):
    """The entry of a roster for one document."""

    place: int
    """The row or the line of the roster's file."""
    texts: dict[str, str]
    """The cells that are filled in, by the names of their columns."""
    listed: tuple[str, ...] = ()
    """Routines that are written as a list."""
    faults: tuple[Fault, ...] = ()


def read_entries(path: Path, names: Collection[str], same: Mapping[str, str]) -> list[RosterEntry]:
    """The entries of a roster, including those with faults; UserError when the file or its headings cannot be used.

    `names` are the columns that are known, and `same` gives the usual name of those that have several.
    """
    if path.name.endswith(YAML_SUFFIXES):
        return list(_from_yaml(path, same))
    rows = scan_rows(read_csv(path), names)
    head = next(rows, None)
    if isinstance(head, UnreadableRow):
        raise UserError(head.fault(path))
    return list(_from_rows(_headings(path, head, same), rows)) if head else []


def _headings(path: Path, head: CsvRow, same: Mapping[str, str]) -> list[str]:
    """The names of the columns; UserError when two of them mean the same."""
    typed = [column_name(cell) for cell in head.cells]
    names = [same.get(name, name) for name in typed]
    first: dict[str, int] = {}
    faults = [
        _double(path, head.number, (typed[first[name]], first[name]), (typed[number], number))
        for number, name in enumerate(names)
        if name and first.setdefault(name, number) != number
    ]
    if faults:
        raise UserError(faults)
    return names


def _double(path: Path, row: int, *columns: tuple[str, int]) -> Fault:
    (one, first), (other, second) = columns
    where = f"row {row}, column {column_letters(second + 1)}"
    said = "has the same name" if one == other else f"means the same as '{shorten(other)}'"
    problem = f"Column {column_letters(first + 1)}{'' if one == other else f', {shorten(one)!r},'} {said}."
    return Fault(problem, "Keep one of them.", path, row, where=where)


def _from_rows(names: list[str], rows: Iterator[CsvRow | UnreadableRow]) -> Iterator[RosterEntry]:
    for row in rows:
        if isinstance(row, UnreadableRow):
            yield RosterEntry(row.number, {}, faults=(Fault(row.problem, row.remedy),))
            continue
        cells = [read_cell(cell) for cell in row.cells]
        named = {name: text for name, text in zip(names, cells, strict=False) if name and text}
        lost = [text for number, text in enumerate(cells) if text and not "".join(names[number : number + 1])]
        yield RosterEntry(row.number, named, faults=tuple(map(_beyond, lost)))


def _beyond(text: str) -> Fault:
    """A cell that belongs to no column, as after a comma in a text without quotation marks."""
    remedy = "If it belongs to the cell before it, put quotation marks around the whole text. If not, name its column."
    return Fault(f"'{shorten(text)}' is in a column without a name.", remedy)


def _from_yaml(path: Path, same: Mapping[str, str]) -> Iterator[RosterEntry]:
    """Every entry of a list with its line; UserError for faults before the first one, which are of the whole roster."""
    parsed = parse_yaml(Origin(path, read_text(path)))
    if not isinstance(parsed.data, list):
        raise UserError([*parsed.faults, Fault("A roster is a list of documents.", AN_ENTRY, path)])
    spots = [parsed.spots.at((index,)) for index in range(len(parsed.data))]
    of_all, *of_entries = _divide_faults(parsed.faults, spots)
    if of_all := [*of_all, *_crowded(path, spots)]:
        raise UserError(of_all)
    for spot, entry, faults in zip(spots, parsed.data, of_entries, strict=True):
        if isinstance(entry, dict):
            yield _from_mapping(spot.line, entry, same, faults)
        else:
            yield RosterEntry(spot.line, {}, faults=(*faults, Fault("This is not a document.", AN_ENTRY)))


def _crowded(path: Path, entries: Iterable[Spot]) -> Iterator[Fault]:
    """The faults of entries that cannot be told apart by their lines, as a report does."""
    for one, other in pairwise(spot.line for spot in entries):
        if one == other:
            yield Fault("Two documents begin on this line.", AN_ENTRY, path, one)


def _divide_faults(faults: Iterable[Fault], entries: Sequence[Spot]) -> list[list[Fault]]:
    """The warnings of the parser: those before the first entry, then those of each entry."""
    starts = [(spot.line, spot.column) for spot in entries]
    found: list[list[Fault]] = [[] for _ in range(len(starts) + 1)]
    for fault in faults:
        found[bisect_right(starts, (fault.line or 0, fault.column or 0))].append(fault)
    return found


def _from_mapping(place: int, entry: Mapping[str, Any], same: Mapping[str, str], faults: list[Fault]) -> RosterEntry:
    values: dict[str, Any] = {}
    for key, value in entry.items():
        name = same.get(key.lower(), key.lower())
        if name in values:
            faults.append(Fault(f"'{shorten(key)}' means the same as another key of this entry.", "Keep one of them."))
        values.setdefault(name, value)
    listed = values.pop(same["routines"], ()) if isinstance(values.get(same["routines"]), list) else ()
    texts = {name: text for name, value in values.items() if (text := _text(value))}
    return RosterEntry(place, texts, tuple(map(_text, listed)), tuple(faults))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ",".join(map(_text, value))
    return "" if value is None else f"{value}".lower() if isinstance(value, bool) else str(value)
