"""Reads bytes and text, and remembers when each file was last changed."""

from __future__ import annotations

import codecs
import mmap
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from cardgen.errors import Fault, UserError, visible_line
from cardgen.files.own_files import carried_with, note_source
from cardgen.suggestions import suggest

MOST_BYTES = 4_000_000
"""A file of 2,000 steps, with everything that a step can say, is half as large."""
PDF_HEADER = b"%PDF-"
FOREIGN_HEADERS = {
    codecs.BOM_UTF32_LE: "UTF-32 text",
    codecs.BOM_UTF16_LE: "UTF-16 text",
    codecs.BOM_UTF16_BE: "UTF-16 text",
    b"{\\rtf": "rich text (RTF)",
    b"PK\x03\x04": "a word processor's document or an archive",
    b"\xd0\xcf\x11\xe0": "an old word processor's document",
    PDF_HEADER: "a PDF",
}
"""The first bytes of files that are not plain text in UTF-8."""
SAVE_AGAIN = "Save it again as plain text in UTF-8: in Notepad, Save as, Encoding; in TextEdit, Make Plain Text."

Stamp = tuple[int, int, int] | None
"""When a file was last changed, in nanoseconds, its size in bytes, and its number; None if there is no file."""
STAMPS: dict[Path, Stamp] = {}
"""The stamp of every file that the run has read, when it was last read; None for one that it did not find."""


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """Read UTF-8 text of at most `most` bytes; UserError if the file cannot be read or is not text."""
    return decode_text(path, read_bytes(path, most))


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Read a file of at most `most` bytes; UserError if it cannot be read or is larger."""
    if carried := carried_with(path):
        if path not in carried.files:
            raise UserError(Fault("This file cannot be read: it did not come with the job.", file=path))
        data = carried.files[path]
    else:
        data = _read_from_disk(path, most)
    if len(data) > most:
        raise _too_large(path, most)
    note_source(path, data)
    return data


@contextmanager
def open_mapped(path: Path, most: int) -> Iterator[mmap.mmap | bytes]:
    """The bytes of a file of at most `most` bytes, which are read as they are looked at; UserError as `read_bytes`."""
    _check_file(path)
    try:
        size = path.stat().st_size
        if size > most:
            raise _too_large(path, most)
        with path.open("rb") as file:
            yield mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def decode_text(path: Path, data: bytes, remedy: str = SAVE_AGAIN) -> str:
    """The bytes of the file `path` as text; UserError with the `remedy` if they are not UTF-8."""
    if foreign := _foreign_kind(data):
        raise UserError(Fault(f"This file is {foreign}, not plain text in UTF-8.", remedy, path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(Fault("This file is not UTF-8 text.", remedy, path, line)) from None


def file_stamp(path: Path) -> Stamp:
    """The stamp of a file as it is now."""
    try:
        return _stamp_of(path.stat())
    except (OSError, ValueError):
        return None


def _stamp_of(found: os.stat_result) -> Stamp:
    return found.st_mtime_ns, found.st_size, found.st_ino


def _read_from_disk(path: Path, most: int) -> bytes:
    """The bytes of a file; of one that is larger than `most`, more than `most` bytes."""
    size = _check_file(path).st_size
    try:
        with path.open("rb") as file:
            data = file.read(min(size, most) + 1)  # the amount of memory that is asked for is allocated
            return data + (file.read(most) if len(data) > size else b"")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _check_file(path: Path) -> os.stat_result:
    """Note that a file is read; UserError when it is missing, cannot be read, or is no file."""
    STAMPS[path] = None
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    STAMPS[path] = _stamp_of(found)
    if not S_ISREG(found.st_mode):
        raise UserError(Fault("This is a folder or a device, not a file.", "Name a file in it.", path))
    return found


def _unreadable(path: Path, error: OSError | ValueError) -> UserError:
    reason = getattr(error, "strerror", None) or error
    remedy = "Change its permissions so that you can read it." if isinstance(error, PermissionError) else ""
    if not os.path.lexists(path):
        reason = "it does not exist" if isinstance(error, FileNotFoundError) else reason
        remedy = _suggest_file(path)
    return UserError(Fault(f"This file cannot be read: {reason}.", remedy, path))


def _too_large(path: Path, most: int) -> UserError:
    problem = f"This file is larger than {most // 1_000_000} MB, the most that is read."
    return UserError(Fault(problem, "Check that it is the right file.", path))


def _suggest_file(path: Path) -> str:
    """The file with the nearest name in the same folder, as a remedy."""
    try:
        if os.path.isfile(hidden := path.with_name(path.name + ".txt")):
            return f"There is '{hidden.name}': rename it to '{path.name}'."
        pattern = f"*{path.suffix}" if path.suffix else f"{path.name}.*"
        neighbors = [visible_line(neighbor.name) for neighbor in path.parent.glob(pattern) if neighbor.is_file()]
    except (OSError, ValueError, NotImplementedError):
        return ""
    return suggest(path.name, neighbors) if neighbors else ""


def _foreign_kind(data: bytes) -> str:
    """The kind of a file that cannot be plain text in UTF-8; empty if it can be."""
    if data[:2].count(0) == 1:
        return "UTF-16 text"
    return next((kind for header, kind in FOREIGN_HEADERS.items() if data.startswith(header)), "")
