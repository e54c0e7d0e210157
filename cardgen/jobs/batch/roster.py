"""A roster: a row for each document, with a column for each field of its job."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from cardgen.errors import Fault, UserError, shorten
from cardgen.exchange.table.cell_texts import DATE
from cardgen.files.finding import YAML_SUFFIXES, as_name, as_on_disk, is_file
from cardgen.files.naming import join_names
from cardgen.jobs.batch.entries import RosterEntry, read_entries
from cardgen.jobs.job import Job
from cardgen.jobs.option_names import field_name, option_name
from cardgen.library.finding import found_by_name, names_file
from cardgen.library.search import typed_name
from cardgen.reading.value_types import alternatives, field_types
from cardgen.suggestions import suggest

WHAT, WHOM = "routine", "for"
"""The columns that every roster has, and that its documents are named for."""
SAME = {"recipient": WHOM, "name": WHOM, "routines": WHAT}
"""Other names of columns."""
ABOUT_ONE_FILE = ("deck", "only_changed")
"""Fields that are not for rows."""
YES, NO = {"yes", "true", "x", "1"}, {"no", "false", "0", ""}
MOST_WORDS = 16
"""The most words of a routine's name or of a file's name in a cell."""


class RosterRow(Struct, frozen=True):
    """A document to be made."""

    number: int
    """From 1, in the order of the roster."""
    place: int
    """The row or the line of the roster's file."""
    fields: dict[str, Any]
    """Fields of a job, as text."""
    name: str
    """The name of its file, without the number and the suffix."""
    faults: tuple[Fault, ...] = ()
    """The faults that keep its document from being made."""
    reported: frozenset[str] = frozenset()
    """The fields that these faults are about."""


def read_roster(path: Path, job_type: type[Job], own: Path | None = None) -> list[RosterRow]:
    """The rows of a CSV or a YAML file, including those with faults; UserError for columns that mean nothing.

    A column is called like the option of a field of the job. Routines are looked up in the folder `own` first.
    """
    types = {option_name(name): kind for name, kind in field_types(job_type).items() if name not in ABOUT_ONE_FILE}
    options = {name: alternatives(kind) for name, kind in types.items() if name not in SAME}
    entries = read_entries(path, {WHAT, *SAME, *options}, SAME)
    if not entries:
        raise UserError(Fault("This roster has no rows.", "Write one for each document.", path))
    if faults := list(_unknown(path, entries, options)):
        raise UserError(faults)
    known = found_by_name(own)
    return [_row(number, entry, options, known) for number, entry in enumerate(entries, 1)]


def _unknown(path: Path, entries: Iterable[RosterEntry], options: Collection[str]) -> Iterator[Fault]:
    """Columns that are no options, each where it is first used."""
    first = {name: entry.place for entry in reversed(list(entries)) for name in entry.texts}
    for name in sorted(first.keys() - {WHAT, *options}, key=first.__getitem__):
        where, remedy = f"row {first[name]}, column '{shorten(name)}'", suggest(name, [WHAT, *SAME, *options])
        yield Fault("No option has this name.", remedy, path, first[name], where=where)


def _row(number: int, entry: RosterEntry, options: Mapping[str, list[Any]], known: Collection[str]) -> RosterRow:
    names = entry.listed or tuple(split_names(entry.texts.get(WHAT, ""), known))
    given = {name: text for name, text in entry.texts.items() if name != WHAT}
    fields = {field_name(name): text.lower() in YES if bool in options[name] else text for name, text in given.items()}
    is_read = bool(entry.texts or entry.listed)
    wrong = _faults(names, given, options) if is_read else {}
    name = join_names([*filter(None, map(_named, [given[WHOM]] if WHOM in given else names))], "-")
    faults = (*entry.faults, *wrong.values())
    reported = frozenset(wrong if is_read else ("routines",))
    return RosterRow(number, entry.place, {"routines": names, **fields}, name, faults, reported)


def split_names(text: str, known: Collection[str]) -> Iterator[str]:
    """The routines that a cell names: the longest names that are known or are files, which may have spaces and a +."""
    words = re.split(r"(\s*\+\s*|\s+)", text.strip())  # every other one is what separates them
    at = 0
    while at < len(words):
        longest = min(len(words), at + 2 * MOST_WORDS - 1)
        ends = [end for end in range(longest, at, -2) if _is_name("".join(words[at:end]), known)]
        end = ends[0] if ends else _end_of_missing(words, at)
        if name := "".join(words[at:end]):
            yield name
        at = end + 1


def _is_name(text: str, known: Collection[str]) -> bool:
    named = as_name(text) in known or typed_name(text) in known
    return named or (names_file(text) and is_file(as_on_disk(Path(text))))


def _end_of_missing(words: Sequence[str], at: int) -> int:
    """Where the name of something that is not there ends: at the suffix of a file, if it has one before the next +."""
    plus = next((number for number in range(at + 1, len(words), 2) if "+" in words[number]), len(words))
    return plus if words[plus - 1].endswith(YAML_SUFFIXES) else at + 1


def _faults(names: Sequence[str], given: Mapping[str, str], options: Mapping[str, list[Any]]) -> dict[str, Fault]:
    """The faults of a row before its job is made, by field."""
    misread = ((name, _misread(name, text, options[name])) for name, text in given.items())
    found = {field_name(name): fault for name, fault in misread if fault}
    if not names:
        found["routines"] = Fault("This row names no routine.", f"Fill in the column '{WHAT}'.")
    elif any(name.startswith("-") for name in names):
        remedy = "Write only names of routines here; options have their own columns."
        found["routines"] = Fault("This is not the name of a routine.", remedy)
    return found


def _misread(name: str, text: str, types: Collection[Any]) -> Fault | None:
    """The faults of a cell that a spreadsheet has changed, or that should say yes or no."""
    if bool in types:
        problem = f"Column '{name}': '{shorten(text)}' is neither yes nor no."
        return None if text.lower() in YES | NO else Fault(problem, "Write yes or no.")
    if str in types or not DATE.fullmatch(text):
        return None
    problem = f"Column '{name}': '{text}' is a date: a spreadsheet has changed what was typed."
    return Fault(problem, f"Format this cell as text, then type it again{': 1-4' if name == 'steps' else ''}.")


def _named(text: str) -> str:
    """A text as part of a file's name: small letters without their accents, digits and hyphens."""
    whole = unicodedata.normalize("NFKD", Path(text).stem if text.endswith(YAML_SUFFIXES) else text).casefold()
    bare = "".join([char for char in whole if not unicodedata.combining(char)])
    return re.sub(r"[\W_]+", "-", bare).strip("-")
