"""A roster: a row for each document, with a column for each field of its job."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from cardgen.errors import Fault, UserError, shorten
from cardgen.exchange.table.cell_texts import read_cell
from cardgen.exchange.table.csv_rows import column_name, read_csv, read_rows
from cardgen.files.finding import YAML_SUFFIXES
from cardgen.files.reading import read_text
from cardgen.jobs.job import Job
from cardgen.jobs.option_names import field_name, option_name
from cardgen.reading.parser import Origin, parse_yaml
from cardgen.reading.value_types import field_types
from cardgen.suggestions import suggest

WHAT, WHOM = "routine", "for"
"""The columns that every roster has, and that its documents are named for."""
SAME = {"recipient": WHOM, "name": WHOM, "routines": WHAT}
"""Other names of columns."""
ABOUT_ONE_FILE = ("only_changed",)
"""Fields that are not for rows."""
LONGEST_STEM = 40
"""Characters of a person's name in the name of a file."""
YES, NO = {"yes", "true", "x", "1"}, {"no", "false", "0", ""}


class Row(Struct, frozen=True):
    """A document to be made."""

    number: int
    """From 1, in the order of the roster."""
    place: int
    """The row or the line of the roster's file."""
    fields: dict[str, Any]
    """Fields of a job, as text."""
    name: str
    """The name of its file, without the number and the suffix."""
    fault: Fault | None = None
    """Why nothing can be made of it."""


def read_roster(path: Path, job_type: type[Job]) -> list[Row]:
    """The rows of a CSV or a YAML file, those with faults too; UserError for columns that mean nothing.

    A column is called like the option of a field of the job.
    """
    types = field_types(job_type)
    flags = {option_name(field): types[field] is bool for field in types if field not in ABOUT_ONE_FILE}
    flags = {name: flag for name, flag in flags.items() if name not in SAME}
    read = _from_yaml if path.name.endswith(YAML_SUFFIXES) else _from_csv
    entries = list(read(path, {WHAT, *SAME, *flags}))
    if not entries:
        raise UserError(Fault("This roster has no rows.", "Write one for each document.", path))
    if faults := list(_unknown(path, entries, flags)):
        raise UserError(faults)
    return [_row(number, place, given, flags) for number, (place, given) in enumerate(entries, 1)]


def _from_csv(path: Path, known: Collection[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row with its number in the spreadsheet, as column names and texts."""
    rows = read_rows(path, read_csv(path), known)
    head = next(rows, None)
    names = [SAME.get(column_name(cell), column_name(cell)) for cell in head.cells] if head else []
    for row, cells in rows:
        said = {name: read_cell(cell) for name, cell in zip(names, cells, strict=False) if name}
        yield row, {name: text for name, text in said.items() if text}


def _from_yaml(path: Path, known: Collection[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Every entry of a list with its line."""
    parsed = parse_yaml(Origin(path, read_text(path)))
    if parsed.faults:
        raise UserError(parsed.faults)
    if not isinstance(parsed.data, list) or not all(isinstance(entry, dict) for entry in parsed.data):
        remedy = "Write '- routine: legs-back', and its options below it."
        raise UserError(Fault("A roster is a list of documents.", remedy, path))
    for index, entry in enumerate(parsed.data):
        said = {SAME.get(name.lower(), name.lower()): _text(value) for name, value in entry.items()}
        yield parsed.spots.at((index,)).line, {name: text for name, text in said.items() if text}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(_text, value))
    return "" if value is None else f"{value}".lower() if isinstance(value, bool) else str(value)


def _unknown(path: Path, entries: Iterable[tuple[int, Mapping[str, str]]], options: Collection[str]) -> Iterator[Fault]:
    """Columns that are no options, each where it is first used."""
    first = {name: place for place, said in reversed(list(entries)) for name in said}
    for name in sorted(first.keys() - {WHAT, *options}, key=first.__getitem__):
        where, remedy = f"row {first[name]}, column '{shorten(name)}'", suggest(name, [WHAT, *SAME, *options])
        yield Fault("No option has this name.", remedy, path, first[name], where=where)


def _row(number: int, place: int, given: Mapping[str, str], flags: Mapping[str, bool]) -> Row:
    routines = tuple(name for name in re.split(r"[\s+]+", given.get(WHAT, "")) if name)
    options = {name: text for name, text in given.items() if name != WHAT}
    marked = {name: text for name, text in options.items() if flags[name]}
    fields: dict[str, Any] = {field_name(name): text for name, text in options.items() if not flags[name]}
    fields |= {field_name(name): text.lower() in YES for name, text in marked.items()}
    name = _named(given.get(WHOM) or " ".join(routines))
    return Row(number, place, {"routines": routines, **fields}, name, _fault(routines, marked))


def _fault(routines: Sequence[str], flags: Mapping[str, str]) -> Fault | None:
    """What is wrong with a row; None when it can be printed."""
    if not routines:
        return Fault("This row names no routine.", f"Fill in the column '{WHAT}'.")
    if any(name.startswith("-") for name in routines):
        return Fault(
            "This is not the name of a routine.", "Write only names of routines here; options have their own columns."
        )
    for name, text in flags.items():
        if text.lower() not in YES | NO:
            return Fault(f"Column '{name}': '{shorten(text)}' is neither yes nor no.", "Write yes or no.")
    return None


def _named(text: str) -> str:
    """A text as part of a file's name: small letters without their accents, digits and hyphens."""
    whole = unicodedata.normalize("NFKD", Path(text).stem if text.endswith(YAML_SUFFIXES) else text).casefold()
    bare = "".join([char for char in whole if not unicodedata.combining(char)])
    return re.sub(r"[\W_]+", "-", bare).strip("-")[:LONGEST_STEM].rstrip("-")
