"""Finds the files of routines and programs."""

from __future__ import annotations

from pathlib import Path

from cardgen.errors import Fault, UserError
from cardgen.files.finding import YAML_SUFFIXES, as_on_disk, files_in, find_by_name, is_file
from cardgen.files.folders import shipped_folder
from cardgen.files.own_files import own_folder


def routines(own: Path | None = None) -> dict[str, Path]:
    """Every routine file that is found, by name; those in the folder `own` come before all others."""
    return _files_in_places("", own)


def programs(own: Path | None = None) -> dict[str, Path]:
    """Every program file that is found, by name; those in the folder `own` come before all others."""
    return _files_in_places("programs", own)


def find_file(name: str, own: Path | None = None) -> Path:
    """Find a routine or a program by its path or its name; UserError if there is none of that name."""
    if names_file(name):
        return as_on_disk(Path(name))
    if is_file(Path(name)):
        raise UserError(Fault(f"The name of this file does not end in {YAML_SUFFIXES[0]}.", "Rename it.", Path(name)))
    return find_by_name("routine", name, routines(own) | programs(own))


def names_file(name: str) -> bool:
    """Whether somebody means the path of a file, and not the name of a routine that is found."""
    return name.endswith(YAML_SUFFIXES) or "/" in name or "\\" in name


def _files_in_places(folder: str, own: Path | None) -> dict[str, Path]:
    """The files in one folder of cardgen's routines, the user's, those of the working directory, and `own`."""
    places = (shipped_folder("routines"), own_folder() / "routines", Path("routines"), *([own] if own else ()))
    return {name: path for place in places for name, path in files_in(place / folder).items()}
