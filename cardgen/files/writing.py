"""Writes files whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

from cardgen.errors import Fault, UserError
from cardgen.files.finding import target_on_disk
from cardgen.files.overwriting import FileFormat, check_name, check_overwriting

UNFINISHED_PREFIX, UNFINISHED_SUFFIX = ".cardgen-", ".part"
"""The beginning and the end of the name of an unfinished file; between them are machine, process, and a random part."""
ABANDONED_AFTER = 3600
"""Seconds after which nobody will finish it, if its process cannot be looked up."""
unfinished: set[Path] = set()
"""Files that are being written, which have to be removed if the run is stopped."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole; UserError if it cannot be written, and then the old file is still there."""
    path = target_on_disk(path)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a device or a pipe cannot be replaced
            return
        path = path.resolve() if path.is_symlink() else path  # a link stays a link
        _check_target(path)
        _replace(path, data)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        reason = getattr(error, "strerror", None) or error
        raise UserError(Fault(f"Cannot write this file: {reason}.", "Nothing was changed.", path)) from None


def make_folder(folder: Path) -> None:
    """Make a folder, and those that it is in; UserError if it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = f"Cannot make this folder: {error.strerror or error}."
        raise UserError(Fault(problem, "Nothing was changed. Choose another place or name.", folder)) from None


def write_format(path: Path, data: bytes, form: FileFormat, force: bool = False) -> None:
    """Write a file of a format as `write_whole` does; UserError as well when its name says that it is something else.

    Files that cardgen did not make, and files that the run has read, are overwritten only with `force`.
    """
    path = target_on_disk(path)
    check_name(path, form)
    check_overwriting(path, form, data, force)
    write_whole(path, data)


def _check_target(path: Path) -> None:
    """UserError if a file surely cannot be written, or should not be."""
    if path.is_dir():
        raise UserError(Fault("Cannot write this file: it is a folder.", "Name a file in it.", path))
    if not path.parent.is_dir():
        raise UserError(
            Fault(f"There is no folder '{path.parent}'.", "Create it first, or write to another one.", path)
        )
    if path.exists() and not os.access(path, os.W_OK):
        problem = "Cannot write this file: it is write-protected."
        raise UserError(Fault(problem, "Remove the protection, or write to another file.", path))


def _replace(path: Path, data: bytes) -> None:
    """Write a temporary file next to another one, then rename it to that one."""
    _remove_abandoned(path.parent)
    name = f"{UNFINISHED_PREFIX}{machine_id()}-{os.getpid()}-{os.urandom(4).hex()}{UNFINISHED_SUFFIX}"
    temporary = path.with_name(name)
    unfinished.add(temporary)
    try:
        with open(temporary, "xb", opener=_open_for_owner) as file:
            file.write(data)
            _sync_to_disk(file)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    finally:
        unfinished.discard(temporary)


def _open_for_owner(name: str, flags: int) -> int:
    """Open a file that nobody else can read."""
    return os.open(name, flags, 0o600)


def _sync_to_disk(file: BinaryIO) -> None:
    """Wait until a file is on the disk, or a power cut may leave its name with neither the new nor the old content.

    It takes 2 ms. Some network disks only report here that they are full, and some cannot wait.
    """
    file.flush()
    try:
        os.fsync(file.fileno())
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise


@cache
def _remove_abandoned(folder: Path) -> None:
    """Remove unfinished files of killed runs from a folder; only once, because a batch writes thousands of files."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(UNFINISHED_PREFIX) and name.endswith(UNFINISHED_SUFFIX):
                _remove_if_abandoned(folder / name)


def _remove_if_abandoned(path: Path) -> None:
    with suppress(OSError):
        if _is_dead(path.name) or time.time() - path.stat().st_mtime > ABANDONED_AFTER:
            path.unlink()


def _is_dead(name: str) -> bool:
    """Whether the process that was writing an unfinished file is surely gone."""
    machine, process, _ = [*name.removeprefix(UNFINISHED_PREFIX).split("-"), "", ""][:3]
    if os.name != "posix" or machine != machine_id() or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)  # sends nothing; on Windows it would end the process
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


@cache
def machine_id() -> str:
    """This machine, among those that may write to the same folder."""
    name = os.uname().nodename if os.name == "posix" else ""
    return hashlib.blake2b(name.encode(), digest_size=4).hexdigest()


def _umask() -> int:
    """The file mode mask of this process; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
