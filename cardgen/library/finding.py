"""Finds the files of routines and programs."""

from __future__ import annotations

from pathlib import Path

from cardgen.errors import Fault, UserError
from cardgen.files import YAML_SUFFIXES, files_in, find_by_name, is_file, own_folder, shipped_folder


def routines(own: Path | None = None) -> dict[str, Path]:
    """The routine files that are found, by name; those in the folder `own` are taken before all others."""
    return found_in("", own)


def programs(own: Path | None = None) -> dict[str, Path]:
    """The program files that are found, by name; those in the folder `own` are taken before all others."""
    return found_in("programs", own)


def found_in(folder: str, own: Path | None) -> dict[str, Path]:
    """The files in a folder of every place for routines: cardgen's, the user's, the present folder's, and `own`."""
    places = (shipped_folder("routines"), own_folder() / "routines", Path("routines"), *([own] if own else ()))
    return {name: path for place in places for name, path in files_in(place / folder).items()}


def is_path(name: str) -> bool:
    """Somebody means a file, not what is found under a name."""
    return name.endswith(YAML_SUFFIXES) or "/" in name or "\\" in name


def find_file(name: str, own: Path | None = None) -> Path:
    """The file of a routine or a program: the one named, or the one found under the name; UserError for neither."""
    if not is_path(name) and is_file(Path(name)):
        remedy = f"Give it a name that ends in {YAML_SUFFIXES[0]}."
        raise UserError(Fault("This file has not the name of a routine's file.", remedy, Path(name)))
    return Path(name) if is_path(name) else find_by_name("routine", name, routines(own) | programs(own))
