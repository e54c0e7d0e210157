"""Files to begin with: a small routine with notes, or a copy of one that there is."""

from __future__ import annotations

import re
from pathlib import Path

from cardgen.errors import Fault, UserError
from cardgen.files import DATA, choose, read_text
from cardgen.program import programs
from cardgen.routine import routines
from cardgen.say.words import fill

NAME = re.compile(r"\w[\w-]*( [\w-]+)*")
"""What is surely the name of a file, everywhere."""


def starter(file: Path) -> str:
    """A routine of a few steps that prints at once, with notes on every field."""
    title = file.stem.replace("-", " ").replace("_", " ")
    return fill(read_text(DATA / "starter.yaml"), file=file.name, title=title[:1].upper() + title[1:])


def copy_of(name: str) -> str:
    """The text of a routine or a program; UserError when there is none of that name."""
    return read_text(choose("routine", name, routines() | programs()))


def new_file(name: str) -> Path:
    """The file for a routine called `name`, in the present folder; UserError when it is there, or is no file's name."""
    stem = name.removesuffix(".yaml")
    if not NAME.fullmatch(stem):
        problem = f"'{name}' cannot be the name of a routine's file."
        raise UserError(Fault(problem, "Write letters, digits and hyphens, as in: tired-hands."))
    path = Path(f"{stem}.yaml")
    if path.exists() or path.is_symlink():
        raise UserError(Fault("There is such a file already.", "Choose another name; nothing was changed.", path))
    return path
