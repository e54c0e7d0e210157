"""Files to begin with: a small routine with notes, or a copy of one that there is; as text, or as a table."""

from __future__ import annotations

import re
from pathlib import Path

from cardgen.errors import Fault, UserError
from cardgen.exchange.table.writer import as_csv
from cardgen.files.finding import find_by_name
from cardgen.files.folders import DATA
from cardgen.files.reading import read_text
from cardgen.library.finding import programs, routines
from cardgen.model.program import Program
from cardgen.model.routine import Routine
from cardgen.reading.documents import parse_document, read_document
from cardgen.wording.words import fill

NAME = re.compile(r"\w[\w-]*( [\w-]+)*")
"""What is surely the name of a file, everywhere."""


def starter_text(file: Path) -> str:
    """A routine of a few steps that prints at once, with notes on every field."""
    title = file.stem.replace("-", " ").replace("_", " ")
    return fill(read_text(DATA / "starter.yaml"), file=file.name, title=title[:1].upper() + title[1:])


def copy_text(name: str) -> str:
    """The text of a routine or a program; UserError when there is none of that name."""
    return read_text(find_by_name("routine", name, routines() | programs()))


def starter_table(file: Path, source: str | None) -> bytes:
    """The routine to begin with as a CSV file, or the one called `source`; UserError when that is none."""
    if source is None:
        return as_csv(parse_document(file, starter_text(file), Routine).model)
    path = find_by_name("routine", source, routines() | programs())
    return as_csv(
        read_document(path, Program).model if path in programs().values() else read_document(path, Routine).model
    )


def new_file(name: str, suffix: str = ".yaml") -> Path:
    """The file for a routine called `name`, in the present folder; UserError when it is there, or is no file's name."""
    stem = name.removesuffix(suffix)
    if not NAME.fullmatch(stem):
        problem = f"'{name}' cannot be the name of a routine's file."
        raise UserError(Fault(problem, "Write letters, digits and hyphens, as in: tired-hands."))
    return unused_path(Path(f"{stem}{suffix}"))


def unused_path(path: Path, remedy: str = "Choose another name") -> Path:
    """A file that is not there yet; UserError with the remedy when it is."""
    if path.exists() or path.is_symlink():
        raise UserError(Fault("There is such a file already.", f"{remedy}; nothing was changed.", path))
    return path
