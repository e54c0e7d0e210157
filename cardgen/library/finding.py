"""Finds the files of routines and programs."""

from __future__ import annotations

import shlex
from pathlib import Path

from cardgen.errors import Fault, UserError, shorten
from cardgen.files.finding import YAML_SUFFIXES, as_name, as_on_disk, files_in, find_by_name, is_file
from cardgen.files.folders import is_shipped, shipped_folder
from cardgen.files.own_files import own_folder
from cardgen.files.tables import SAVE_AS_CSV, TABLE_SUFFIX, is_table
from cardgen.library.search import (
    advise_searcher,
    describe,
    explain_lack,
    files_here,
    find_title,
    suggest_by_one_word,
    suggest_routines,
    typed_name,
)
from cardgen.suggestions import find_typo, suggest

FILE_SUFFIXES = (*YAML_SUFFIXES, ".json")
"""The ends of the names of files that hold a routine or a program; JSON is also YAML."""


def routines(own: Path | None = None) -> dict[str, Path]:
    """Every routine file that is found, by name; those in the folder `own` come before all others."""
    return _files_in_places("", own)


def programs(own: Path | None = None) -> dict[str, Path]:
    """Every program file that is found, by name; those in the folder `own` come before all others."""
    return _files_in_places("programs", own)


def find_file(name: str, own: Path | None = None) -> Path:
    """Find a routine or a program by its path, its name or its title; UserError if there is none of that name.

    A file in the working directory is found by its name too, before one of cardgen's with the same name.
    """
    if is_table(Path(name)) and is_file(Path(name)):
        raise UserError(_explain_table(Path(name)))
    if names_file(name):
        return as_on_disk(Path(name))
    if is_file(Path(name)):
        raise UserError(Fault(f"The name of this file does not end in {YAML_SUFFIXES[0]}.", "Rename it.", Path(name)))
    known = found_by_name(own)
    return known.get(as_name(name)) or known.get(typed_name(name)) or _find_by_title(name, known)


def _explain_table(path: Path) -> Fault:
    """The fault that a table must first be turned into a routine."""
    table = shlex.quote(str(path.with_suffix(TABLE_SUFFIX)))
    remedy = f"Make a routine from it with `cardgen import {table}`, and name the file that this writes."
    if path.suffix.lower() != TABLE_SUFFIX:
        remedy = f"{SAVE_AS_CSV} Then make a routine from it with `cardgen import {table}`."
    return Fault("This is a table of a spreadsheet, not a routine.", remedy, path)


def found_by_name(own: Path | None = None) -> dict[str, Path]:
    """Every routine and program, and every YAML file in the working directory, by the names that people type."""
    known = routines(own) | programs(own)
    here = {name: path for name, path in files_here().items() if name not in known or is_shipped(known[name])}
    return known | here


def _find_by_title(name: str, known: dict[str, Path]) -> Path:
    """The file of a routine with this title; UserError with the routines that may be meant if there is none."""
    typed, described = typed_name(name), describe(known)
    meant = suggest_routines(name, described)
    if find_typo(typed, known) and not meant:  # "hand" is a word of several, not a typo of "hands"
        return find_by_name("routine", name, known)
    if titled := find_title(name, described):
        return known[titled]
    problem = f"There is no routine '{shorten(name)}'."
    remedy = explain_lack(name) or meant or suggest_by_one_word(name, described) or suggest(typed, known)
    raise UserError(Fault(problem, " ".join(filter(None, (remedy, advise_searcher(name))))))


def names_file(name: str) -> bool:
    """Whether somebody means the path of a file, and not the name of a routine that is found."""
    return name.endswith(FILE_SUFFIXES) or "/" in name or "\\" in name


def _files_in_places(folder: str, own: Path | None) -> dict[str, Path]:
    """The files in one folder of cardgen's routines, the user's, those of the working directory, and `own`."""
    places = (shipped_folder("routines"), own_folder() / "routines", Path("routines"), *([own] if own else ()))
    return {name: path for place in places for name, path in files_in(place / folder).items()}
