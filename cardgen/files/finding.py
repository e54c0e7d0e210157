"""Finds files: collections in folders, those that are named, and those next to others."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cardgen.errors import Fault, UserError, shorten
from cardgen.files.folders import DATA
from cardgen.files.own_files import carried_with, own_folder
from cardgen.files.reading import STAMPS
from cardgen.files.tables import TABLE_SUFFIX
from cardgen.suggestions import suggest

YAML_SUFFIXES = (".yaml", ".yml")

Found = TypeVar("Found")


def is_file(path: Path) -> bool:
    """Whether there is a file that can be read; a missing one is noted."""
    if carried := carried_with(path):
        return path in carried.files
    if found := os.path.isfile(path):  # false as well for a name that no file can have
        return found
    STAMPS.setdefault(path, None)
    return False


def as_on_disk(path: Path) -> Path:
    """The path of a file as its folders spell it: letters and accents may be joined there, or apart as on a Mac."""
    if str(path).isascii() or is_file(path):
        return path
    found = _spelled(path, lambda part: is_folder(part) or is_file(part))
    return found if is_file(found) else path


def target_on_disk(path: Path) -> Path:
    """The path of a file to write, as its folders spell it, which is not noted as read."""
    return path if str(path).isascii() else _spelled(path, os.path.lexists)


def _spelled(path: Path, exists: Callable[[Path], bool]) -> Path:
    """A path with each part in the form in which it exists."""
    found = Path()
    for part in path.parts:
        forms = (found / unicodedata.normalize(form, part) for form in ("NFC", "NFD"))
        found = next(filter(exists, (found / part, *forms)), found / part)
    return found


def is_folder(path: Path) -> bool:
    """Whether there is a folder from which files can be read."""
    carried = carried_with(path)
    return any(path in file.parents for file in carried.files) if carried else os.path.isdir(path)


def matching_files(folder: Path, pattern: str) -> list[Path]:
    """The files below a folder whose paths match a pattern, such as "languages/*/words.yaml"."""
    carried = carried_with(folder)
    if carried is None:
        return sorted(folder.glob(pattern))
    below = (path for path in carried.files if path.is_relative_to(folder))
    return sorted(path for path in below if path.relative_to(folder).match(pattern))


def files_in(folder: Path, suffix: str = ".yaml") -> dict[str, Path]:
    """Every file in a folder with this suffix, by its name."""
    named = sorted((path.name, path) for path in _paths_in(folder))
    return {as_name(name.removesuffix(suffix)): path for name, path in named if name.endswith(suffix)}


def as_name(text: str) -> str:
    """A name as it is looked up: no spaces around it, small letters, accents joined; the path of a file as it is."""
    if text.endswith(YAML_SUFFIXES):
        return text
    name = text.strip().lower()
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _paths_in(folder: Path) -> list[Path]:
    if carried := carried_with(folder):
        return [path for path in carried.files if path.parent == folder]
    try:
        return list(folder.iterdir())
    except OSError:  # the folder does not exist, or cannot be read
        return []


def data_files(kind: str, suffix: str = ".yaml") -> dict[str, Path]:
    """Every data file of one kind, by name; the user's own come before those of cardgen."""
    return files_in(DATA / kind, suffix) | files_in(own_folder() / kind, suffix)


def authored_files_below(folder: Path) -> list[Path]:
    """Every YAML and CSV file in a folder and the folders in it, except hidden ones; UserError if there is none."""
    suffixes = (*YAML_SUFFIXES, TABLE_SUFFIX)
    files = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in suffixes and path.is_file())
    found = [path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not found:
        problem = "There is no YAML file and no CSV file in this folder."
        raise UserError(Fault(problem, "Name another folder, or a file.", folder))
    return found


def find_by_name(kind: str, name: str, known: dict[str, Found]) -> Found:
    """Look up a name; UserError with the nearest name if it is not known."""
    found = as_name(name)
    if found not in known:
        raise UserError(Fault(f"There is no {kind} '{shorten(name)}'.", suggest(found, known)))
    return known[found]


def file_beside(file: Path, name: str) -> Path | None:
    """The file called `name` in the folder of another file or a folder in it; None if it is anywhere else.

    So a file from somebody else can only name files that came with it.
    """
    folder = file.parent.resolve()
    try:
        found = as_on_disk(folder / name.replace("\\", "/")).resolve()
        inside = file.parent / found.relative_to(folder) if found.is_relative_to(folder) else None
        return inside if inside and is_file(inside) else None
    except (OSError, ValueError, RuntimeError):  # too long a name, a null character, a link that leads to itself
        return None


def printable_name(name: str) -> str:
    """A file name with a question mark for every byte that is not UTF-8, which no text can hold."""
    return name.encode(errors="replace").decode()
