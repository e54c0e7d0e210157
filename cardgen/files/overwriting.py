"""Decides what may be overwritten: only files that cardgen made, and none that the run has read, unless forced."""

from __future__ import annotations

import mmap
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.files.reading import PDF_HEADER, STAMPS

PDF_CREATOR = b"(cardgen "
"""The beginning of the creator's name in the Info dictionary of a PDF."""
PNG_HEADER = b"\x89PNG\r\n\x1a\n"
PNG_SOFTWARE = b"tEXtSoftware\0cardgen "
"""The text in which a PNG file names the program that wrote it (PNG specification, 11.3.3.2)."""
NAMES_A_FORMAT = re.compile(r"\.[A-Za-z]\w{0,7}")
"""The end of a file's name that says what is in it, other than "Anna 1.5"."""

Bytes = bytes | mmap.mmap
MadeHere = Callable[[Bytes], bool]
"""Whether the content of a file is from cardgen."""
Found = TypeVar("Found")


class FileFormat(Struct, frozen=True):
    """A format that cardgen writes."""

    name: str
    suffixes: tuple[str, ...]
    """The ends of the names of such files, the usual one first."""
    made_here: MadeHere = lambda data: False
    """Without such a sign, a file may be the user's own and is never overwritten."""


PDF = FileFormat("PDF", (".pdf",), lambda data: data[:5] == PDF_HEADER and data.rfind(PDF_CREATOR) >= 0)
PNG = FileFormat("PNG", (".png",), lambda data: data[:8] == PNG_HEADER and data.find(PNG_SOFTWARE) >= 0)


def check_name(path: Path, form: FileFormat) -> None:
    """UserError when a file's name says that it is in another format."""
    if NAMES_A_FORMAT.fullmatch(path.suffix) and path.suffix.lower() not in form.suffixes:
        problem = f"This would be a {form.name} file, but its name ends in {path.suffix}."
        raise UserError(Fault(problem, f"Write to a file whose name ends in {form.suffixes[0]}.", path))


def check_overwriting(path: Path, form: FileFormat, data: bytes = b"", force: bool = False) -> None:
    """UserError when `data` should not be written to a file because of what is in it now."""
    if force or not os.path.isfile(path) or not path.stat().st_size:
        return
    if any(same_file(path, read) for read in list(STAMPS)):
        problem = "This file is one of the inputs of this run and would be overwritten."
        raise UserError(Fault(problem, "Write to another file; or add <force>.", path))
    if not holds(path, lambda old: form.made_here(old) or old[:] == data):
        problem = "cardgen did not make this file, or cannot be sure that it did; it would be overwritten."
        raise UserError(Fault(problem, "Write to another file; or add <force>.", path))


def holds(path: Path, is_true: MadeHere) -> bool:
    """Whether something is true of a file's content; of one that cannot be read it is not."""
    return bool(look_into(path, is_true))


def look_into(path: Path, find: Callable[[Bytes], Found]) -> Found | None:
    """The result of a search in a file's content, which is not noted as read; None if it is unreadable or empty."""
    try:
        if not path.is_file():  # a pipe would block
            return None
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return find(data)
    except (OSError, ValueError):
        return None


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError, RuntimeError):
        return False
