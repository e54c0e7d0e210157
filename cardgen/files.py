"""Finds files, reads text, and writes whole files or none."""

from __future__ import annotations

import codecs
import os
import tempfile
from pathlib import Path
from typing import TypeVar

from cardgen.errors import Fault, UserError, suggest

PACKAGE = Path(__file__).parent
DATA = PACKAGE / "data"
MOST_BYTES = 4_000_000
"""A file of 2,000 steps, with all that can be said of each, is half as large."""
FOREIGN = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
"""What files of other encodings begin with."""
SAVE_AGAIN = "Save it again as UTF-8: in Notepad, Save as, Encoding; in TextEdit, Plain Text Encoding."

Found = TypeVar("Found")


def shipped(folder: str) -> Path:
    """The `routines` or `fonts` folder: a checkout's own, else the copy inside the installed package."""
    in_checkout = (PACKAGE.parent / "pyproject.toml").is_file()
    return (PACKAGE.parent if in_checkout else PACKAGE) / folder


def collection(folder: Path, suffix: str = ".yaml") -> dict[str, Path]:
    """Every file of one kind in a folder, by name."""
    return {path.name.removesuffix(suffix): path for path in sorted(folder.glob("*" + suffix))}


def choose(kind: str, name: str, known: dict[str, Found]) -> Found:
    """What is called `name`, in small letters or large; UserError with the nearest name when there is nothing."""
    if name.lower() not in known:
        raise UserError(Fault(f"There is no {kind} '{name}'.", suggest(name.lower(), known)))
    return known[name.lower()]


def beside(file: Path, name: str) -> Path | None:
    """The file called `name` in the folder of another file, or in a folder below; None for one anywhere else.

    A file from somebody else can so name none but those that came with it.
    """
    folder = file.parent.resolve()
    try:
        found = (folder / name.replace("\\", "/")).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return file.parent / found.relative_to(folder) if found.is_relative_to(folder) and found.is_file() else None


def printable(name: str) -> str:
    """A file's name without what no text can hold: bytes that are no UTF-8."""
    return name.encode(errors="replace").decode()


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """What is in a file; UserError when it cannot be read, or holds more than `most` bytes."""
    try:
        if path.exists() and not path.is_file():
            raise UserError(Fault("This is a folder or a device, not a file.", "Name a file in it.", path))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UserError(Fault(f"This file cannot be read: {reason}.", _nearest(path), path)) from None
    if len(data) > most:
        problem = f"This file is larger than {most // 1_000_000} MB, too large for what it should hold."
        raise UserError(Fault(problem, "Check that it is the right file.", path))
    return data


def _nearest(path: Path) -> str:
    """The file with the nearest name in the same folder."""
    try:
        beside = [neighbour.name for neighbour in path.parent.glob(f"*{path.suffix}")]
    except (OSError, ValueError, NotImplementedError):
        return ""
    return suggest(path.name, beside) if beside else ""


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """A UTF-8 text file of at most `most` bytes; UserError when it cannot be read or is not text."""
    return as_text(path, read_bytes(path, most))


def as_text(path: Path, data: bytes, remedy: str = SAVE_AGAIN) -> str:
    """What is in the file `path`, as text; UserError with the `remedy` when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        encoding = next((name for mark, name in FOREIGN.items() if data.startswith(mark)), "")
        problem = f"This file is {encoding} text, not UTF-8." if encoding else "This file is not UTF-8 text."
        line = None if encoding else data.count(b"\n", 0, error.start) + 1
        raise UserError(Fault(problem, remedy, path, line)) from None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; UserError when it cannot be written, and the old file stays as it was."""
    path = path.resolve() if path.is_symlink() else path  # a link stays a link
    if not path.parent.is_dir():
        raise UserError(Fault(f"There is no folder '{path.parent}'.", "Make it first, or write to another one.", path))
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a device or a pipe is no file to be replaced
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.write(data)
                file.close()
                temporary.chmod(0o666 & ~_umask())
                temporary.replace(path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise UserError(Fault(f"Cannot write this file: {error.strerror}.", "Nothing was changed.", path)) from None


def _umask() -> int:
    """The process's file mode mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
