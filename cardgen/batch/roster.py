"""A roster: a row for each document, with the options of the command that makes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from cardgen.errors import Fault, UserError, suggest
from cardgen.faults import shortened
from cardgen.files import YAML, read_text
from cardgen.parsing import Origin, parse
from cardgen.table.cells import plain
from cardgen.table.records import heading, records, text_of

WHAT, WHOM = "routine", "for"
"""The columns that every roster has, and that names its documents."""
SAME = {"recipient": WHOM, "name": WHOM, "routines": WHAT}
"""Other names of columns."""
MOST_NAME = 40
"""So many characters of somebody's name stand in that of a file."""
YES, NO = {"yes", "true", "x", "1"}, {"no", "false", "0", ""}


class Row(Struct, frozen=True):
    """A document to be made."""

    number: int
    """From 1, in the order of the roster."""
    place: int
    """The row or the line of the roster's file."""
    arguments: tuple[str, ...]
    """What is written behind the command."""
    name: str
    """What its file is called, without number and suffix."""


def read_roster(path: Path, options: Mapping[str, bool]) -> list[Row]:
    """The rows of a CSV or a YAML file; UserError with every fault.

    `options` are those of the command that makes the documents, each with whether it is a flag.
    """
    read = _from_yaml if path.name.endswith(YAML) else _from_csv
    entries = list(read(path, {WHAT, *SAME, *options}))
    faults = [fault for place, said in entries for fault in _faults(path, place, said, options)]
    if not entries:
        faults = [Fault("There is no row in this roster.", "Write one for each document.", path)]
    if faults:
        raise UserError(faults)
    return [_row(number, place, said, options) for number, (place, said) in enumerate(entries, 1)]


def _from_csv(path: Path, known: Collection[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row with its number in the spreadsheet, as column names and texts."""
    rows = records(path, text_of(path), known)
    head = next(rows, None)
    names = [SAME.get(heading(cell), heading(cell)) for cell in head.cells] if head else []
    for row, cells in rows:
        said = {name: plain(cell) for name, cell in zip(names, cells, strict=False) if name}
        yield row, {name: text for name, text in said.items() if text}


def _from_yaml(path: Path, known: Collection[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Every entry of a list with its line."""
    parsed = parse(Origin(path, read_text(path)))
    if parsed.faults:
        raise UserError(parsed.faults)
    if not isinstance(parsed.data, list) or not all(isinstance(entry, dict) for entry in parsed.data):
        remedy = "Write '- routine: legs-back', and options below."
        raise UserError(Fault("A roster is a list of documents.", remedy, path))
    for index, entry in enumerate(parsed.data):
        said = {SAME.get(name.lower(), name.lower()): _text(value) for name, value in entry.items()}
        yield parsed.marks.spot((index,)).line, {name: text for name, text in said.items() if text}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(_text, value))
    return "" if value is None else f"{value}".lower() if isinstance(value, bool) else str(value)


def _faults(path: Path, place: int, said: Mapping[str, str], options: Mapping[str, bool]) -> Iterator[Fault]:
    """Columns that are no options, and rows without a routine."""
    if not (names := said.get(WHAT, "").split()):
        yield Fault("This row names no routine.", f"Fill in the column '{WHAT}'.", path, place, where=f"row {place}")
    if any(name.startswith("-") for name in names):
        remedy = "Write names of routines alone; options have columns of their own."
        yield Fault("This is no name of a routine.", remedy, path, place, where=f"row {place}, column '{WHAT}'")
    for name, text in said.items():
        where = f"row {place}, column '{shortened(name)}'"
        if name != WHAT and name not in options:
            problem = "No option of the command has this name."
            yield Fault(problem, suggest(name, [WHAT, *options]), path, place, where=where)
        elif options.get(name) and text.lower() not in YES | NO:
            yield Fault(f"'{shortened(text)}' is neither yes nor no.", "Write yes or no.", path, place, where=where)


def _row(number: int, place: int, said: Mapping[str, str], options: Mapping[str, bool]) -> Row:
    arguments = re.split(r"[\s+]+", said[WHAT].strip())
    for name, text in said.items():
        if name != WHAT and not options[name]:
            arguments += [f"--{name}={text}"]
        elif name != WHAT and text.lower() in YES:
            arguments += [f"--{name}"]
    return Row(number, place, tuple(arguments), _named(said.get(WHOM) or arguments[0]))


def _named(text: str) -> str:
    """A text as part of a file's name: small letters, digits and hyphens."""
    plain_text = unicodedata.normalize("NFKD", Path(text).stem if text.endswith(YAML) else text)
    return re.sub(r"[^a-z0-9]+", "-", plain_text.encode("ascii", "ignore").decode().lower()).strip("-")[:MOST_NAME]
