"""Files to start from: a small routine with comments, or a copy of an existing one; as YAML or as a table."""

from __future__ import annotations

import os
import re
from pathlib import Path

from cardgen.errors import Fault, UserError
from cardgen.exchange.table.writer import as_csv
from cardgen.files.finding import find_by_name, target_on_disk
from cardgen.files.folders import DATA
from cardgen.files.reading import read_text
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_file
from cardgen.model.routine import Routine
from cardgen.reading.documents import parse_document
from cardgen.wording.words import fill

SAFE_NAME = re.compile(r"\w[\w-]*( [\w-]+)*")
"""A name that a file can have on every system."""


def starter_text(file: Path, program: bool = False) -> str:
    """A routine of a few steps, or a program of a few routines, ready to print, with comments on its fields."""
    title = file.stem.replace("-", " ").replace("_", " ")
    starter = DATA / ("starter-program.yaml" if program else "starter.yaml")
    return fill(read_text(starter), file=quoted(file.name), title=title[:1].upper() + title[1:])


def quoted(name: str) -> str:
    """The name of a new file as it is typed in any terminal; quotation marks keep its spaces."""
    return f'"{name}"' if " " in name else name


def copy_text(name: str) -> str:
    """The text of an existing routine or program; UserError if there is none of that name."""
    return read_text(find_by_name("routine", name, routines() | programs()))


def starter_table(file: Path, source: str | None) -> bytes:
    """The starter routine, or the one called `source`, as a CSV file; UserError if there is none of that name."""
    if source is None:
        return as_csv(parse_document(file, starter_text(file), Routine).model)
    return as_csv(load_file(find_by_name("routine", source, routines() | programs())).written)


def new_file(name: str, suffix: str = ".yaml") -> Path:
    """The path of a new routine in the working directory; UserError if it exists, or if the name is not safe."""
    stem = name.removesuffix(suffix)
    if not SAFE_NAME.fullmatch(stem):
        problem = f"'{name}' cannot be the name of a routine's file."
        raise UserError(Fault(problem, "Use letters, digits, and hyphens, as in 'tired-hands'."))
    return unused_path(Path(f"{stem}{suffix}"))


def unused_path(path: Path, remedy: str = "Choose another name") -> Path:
    """A path that does not exist yet; UserError with the remedy if it does."""
    path = target_on_disk(path)
    if os.path.lexists(path):
        raise UserError(Fault("This file already exists.", f"{remedy}; nothing was changed.", path))
    return path
