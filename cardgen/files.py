"""Finds files, reads text, and writes whole files or none."""

from __future__ import annotations

import codecs
import errno
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, TypeVar

import click
from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.suggestions import suggest

PACKAGE = Path(__file__).parent
DATA = PACKAGE / "data"
YAML_SUFFIXES = (".yaml", ".yml")
"""How the names of files of YAML end."""
MOST_BYTES = 4_000_000
"""A file of 2,000 steps, with all that can be said of each, is half as large."""
PDF_HEADER = b"%PDF-"
"""What a PDF begins with."""
FOREIGN = {
    codecs.BOM_UTF32_LE: "UTF-32 text",
    codecs.BOM_UTF16_LE: "UTF-16 text",
    codecs.BOM_UTF16_BE: "UTF-16 text",
    b"{\\rtf": "rich text (RTF)",
    b"PK\x03\x04": "a document of a word processor, or an archive",
    b"\xd0\xcf\x11\xe0": "a document of an old word processor",
    PDF_HEADER: "a PDF",
}
"""What files begin with that are no plain text, or that of another encoding."""
SAVE_AGAIN = "Save it again as plain text in UTF-8: in Notepad, Save as, Encoding; in TextEdit, Make Plain Text."

UNFINISHED_PREFIX, UNFINISHED_SUFFIX = ".cardgen-", ".part"
"""The name of a file that is not finished."""
ABANDONED_AFTER = 3600
"""After so many seconds nobody will finish it."""
unfinished: set[Path] = set()
"""Files that are being written just now: who ends the run at once has to remove them."""

Found = TypeVar("Found")


def shipped_folder(folder: str) -> Path:
    """The `routines` or `fonts` folder: a checkout's own, else the copy inside the installed package."""
    in_checkout = (PACKAGE.parent / "pyproject.toml").is_file()
    return (PACKAGE.parent if in_checkout else PACKAGE) / folder


class Luggage(Struct, frozen=True):
    """A user's own files that came with a job, to be used instead of the disk of this machine."""

    home: Path
    """The user's own folder, where the files came from."""
    files: dict[Path, bytes]


_luggage: ContextVar[Luggage | None] = ContextVar("luggage", default=None)
_recorded: ContextVar[dict[Path, bytes] | None] = ContextVar("recorded", default=None)


@contextmanager
def using(luggage: Luggage) -> Iterator[None]:
    """Meanwhile nothing is read from the disk but cardgen's own files."""
    token = _luggage.set(luggage)
    try:
        yield
    finally:
        _luggage.reset(token)


@contextmanager
def recording() -> Iterator[dict[Path, bytes]]:
    """Every file of the user's own that is read meanwhile, with its content."""
    files: dict[Path, bytes] = {}
    token = _recorded.set(files)
    try:
        yield files
    finally:
        _recorded.reset(token)


def is_shipped(path: Path) -> bool:
    """A file that comes with cardgen."""
    return any(path.is_relative_to(folder) for folder in (PACKAGE, shipped_folder("routines"), shipped_folder("fonts")))


def own_folder() -> Path:
    """The user's own folder, where the platform has them: settings, printers, own routines, stocks, themes ..."""
    luggage = _luggage.get()
    return luggage.home if luggage else Path(click.get_app_dir("cardgen"))


def is_file(path: Path) -> bool:
    """There is a file that can be read."""
    luggage = _luggage.get()
    return path in luggage.files if luggage and not is_shipped(path) else path.is_file()


def is_folder(path: Path) -> bool:
    """There is a folder that files can be read from."""
    luggage = _luggage.get()
    return any(path in file.parents for file in luggage.files) if luggage else path.is_dir()


def matching_files(folder: Path, pattern: str) -> list[Path]:
    """The files below a folder whose paths match a pattern, such as "languages/*/words.yaml"."""
    luggage = _luggage.get()
    if luggage and not is_shipped(folder):
        below = (path for path in luggage.files if path.is_relative_to(folder))
        return sorted(path for path in below if path.relative_to(folder).match(pattern))
    return sorted(folder.glob(pattern))


def files_in(folder: Path, suffix: str = ".yaml") -> dict[str, Path]:
    """Every file of one kind in a folder, by name in small letters."""
    luggage = _luggage.get()
    try:
        if luggage and not is_shipped(folder):
            names = sorted(path.name for path in luggage.files if path.parent == folder)
        else:
            names = sorted(os.listdir(folder))
    except OSError:  # there is none, or none that can be read
        names = []
    return {name.removesuffix(suffix).lower(): folder / name for name in names if name.endswith(suffix)}


def data_files(kind: str, suffix: str = ".yaml") -> dict[str, Path]:
    """Every file of one kind, by name; one of the user's own is taken before one of cardgen's."""
    return files_in(DATA / kind, suffix) | files_in(own_folder() / kind, suffix)


def yaml_files_below(folder: Path) -> list[Path]:
    """Every file of YAML in a folder and in those below it, but for hidden ones; UserError when there is none."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in YAML_SUFFIXES and path.is_file())
    found = [path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not found:
        raise UserError(Fault("There is no file of YAML in this folder.", "Name another folder, or a file.", folder))
    return found


def find_by_name(kind: str, name: str, known: dict[str, Found]) -> Found:
    """What is called `name`, in small letters or large; UserError with the nearest name when there is nothing."""
    if name.lower() not in known:
        raise UserError(Fault(f"There is no {kind} '{name}'.", suggest(name.lower(), known)))
    return known[name.lower()]


def file_beside(file: Path, name: str) -> Path | None:
    """The file called `name` in the folder of another file, or in a folder below; None for one anywhere else.

    A file from somebody else can so name none but those that came with it.
    """
    folder = file.parent.resolve()
    try:
        found = (folder / name.replace("\\", "/")).resolve()
        inside = file.parent / found.relative_to(folder) if found.is_relative_to(folder) else None
        return inside if inside and is_file(inside) else None
    except (OSError, ValueError, RuntimeError):  # too long for a name, a NUL in it, a link that leads to itself
        return None


def printable_name(name: str) -> str:
    """A file's name without what no text can hold: bytes that are no UTF-8."""
    return name.encode(errors="replace").decode()


Stamp = tuple[int, int] | None
"""When a file was written last, in nanoseconds, and its size in bytes; None when there is none."""
STAMPS: dict[Path, Stamp] = {}
"""Every file that was asked for, and its stamp then: whoever waits for changes must know them."""


def file_stamp(path: Path) -> Stamp:
    """The stamp of a file as it is now."""
    try:
        return _stamp_of(path.stat())
    except (OSError, ValueError):
        return None


def _stamp_of(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """What is in a file; UserError when it cannot be read, or holds more than `most` bytes."""
    luggage, recorded = _luggage.get(), _recorded.get()
    if luggage and not is_shipped(path):
        if path not in luggage.files:
            raise UserError(Fault("This file cannot be read: it did not come with the job.", file=path))
        data = luggage.files[path]
    else:
        data = _from_disk(path, most)
    if len(data) > most:
        problem = f"This file is larger than {most // 1_000_000} MB, too large for what it should hold."
        raise UserError(Fault(problem, "Check that it is the right file.", path))
    if recorded is not None and not is_shipped(path):
        recorded[path] = data
    return data


def _from_disk(path: Path, most: int) -> bytes:
    """What is in a file, at most a little more than `most` bytes."""
    STAMPS[path] = None
    try:
        found = path.stat()
        STAMPS[path] = _stamp_of(found)
        if not S_ISREG(found.st_mode):
            raise UserError(Fault("This is a folder or a device, not a file.", "Name a file in it.", path))
        with path.open("rb") as file:
            data = file.read(min(found.st_size, most) + 1)  # room is made for as much as is asked for
            return data + (file.read(most) if len(data) > found.st_size else b"")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UserError(Fault(f"This file cannot be read: {reason}.", _nearest(path), path)) from None


def _nearest(path: Path) -> str:
    """The file with the nearest name in the same folder."""
    if (hidden := path.with_name(path.name + ".txt")).is_file():
        return f"There is '{hidden.name}': give it a name that ends in {path.suffix}."
    try:
        neighbors = [neighbor.name for neighbor in path.parent.glob(f"*{path.suffix}")]
    except (OSError, ValueError, NotImplementedError):
        return ""
    return suggest(path.name, neighbors) if neighbors else ""


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """A UTF-8 text file of at most `most` bytes; UserError when it cannot be read or is not text."""
    return decode_text(path, read_bytes(path, most))


def decode_text(path: Path, data: bytes, remedy: str = SAVE_AGAIN) -> str:
    """What is in the file `path`, as text; UserError with the `remedy` when it is not UTF-8."""
    if foreign := _foreign(data):
        raise UserError(Fault(f"This file is {foreign}, not plain text in UTF-8.", remedy, path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(Fault("This file is not UTF-8 text.", remedy, path, line)) from None


def _foreign(data: bytes) -> str:
    """What a file is that cannot be plain text in UTF-8; empty for what may be."""
    if data[:2].count(0) == 1:
        return "UTF-16 text"
    return next((name for mark, name in FOREIGN.items() if data.startswith(mark)), "")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; UserError when it cannot be written, and the old file stays as it was."""
    try:
        path = path.resolve() if path.is_symlink() else path  # a link stays a link
        _refuse(path)
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a pipe is no file to be replaced
        else:
            _replace(path, data)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        reason = getattr(error, "strerror", None) or error
        raise UserError(Fault(f"Cannot write this file: {reason}.", "Nothing was changed.", path)) from None


def write_pdf(path: Path, data: bytes) -> None:
    """Write a PDF as `write_whole` does; UserError for a file in its place that is none, and would be lost."""
    with suppress(OSError):
        if path.suffix.lower() != ".pdf" and path.is_file() and path.stat().st_size:
            with path.open("rb") as file:
                known = file.read(len(PDF_HEADER))
            if known != PDF_HEADER:
                raise UserError(Fault("This file is no PDF, and would be lost.", "Name another one.", path))
    write_whole(path, data)


def _refuse(path: Path) -> None:
    """UserError for what surely cannot be written, or should not be."""
    if path.is_dir():
        raise UserError(Fault("Cannot write this file: it is a folder.", "Name a file in it.", path))
    if not path.parent.is_dir():
        raise UserError(Fault(f"There is no folder '{path.parent}'.", "Make it first, or write to another one.", path))
    if path.exists() and not os.access(path, os.W_OK):
        problem = "Cannot write this file: it is write-protected."
        raise UserError(Fault(problem, "Take the protection away, or write to another one.", path))


def _replace(path: Path, data: bytes) -> None:
    """Write a file beside another one, and put it into its place."""
    _clear(path.parent)
    handle, name = tempfile.mkstemp(prefix=UNFINISHED_PREFIX, suffix=UNFINISHED_SUFFIX, dir=path.parent)
    temporary = Path(name)
    unfinished.add(temporary)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            _to_disk(file)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    finally:
        unfinished.discard(temporary)


def _to_disk(file: BinaryIO) -> None:
    """Wait until a file is on the disk: else a power cut may leave the new name, and neither new nor old content.

    It takes 2 ms. Some network disks can only now say that they are full, and some cannot wait.
    """
    file.flush()
    try:
        os.fsync(file.fileno())
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise


@cache
def _clear(folder: Path) -> None:
    """Remove what killed runs left unfinished in a folder; once, for a batch fills it with thousands of files."""
    for left in folder.glob(f"{UNFINISHED_PREFIX}*{UNFINISHED_SUFFIX}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED_AFTER:
                left.unlink()


def _umask() -> int:
    """The process's file mode mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
