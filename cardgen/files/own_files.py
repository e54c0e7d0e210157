"""The user's own files: on the disk of this machine, or carried along by a job that came from another one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import click
from msgspec import Struct

from cardgen.files.folders import is_shipped, shipped_folder


class CarriedFiles(Struct, frozen=True):
    """A user's own files that came with a job, to be used instead of the disk of this machine."""

    home: Path
    """The user's own folder, where the files came from."""
    files: dict[Path, bytes]


_carried: ContextVar[CarriedFiles | None] = ContextVar("carried", default=None)
_recorded: ContextVar[dict[Path, bytes] | None] = ContextVar("recorded", default=None)


@contextmanager
def use_carried_files(carried: CarriedFiles) -> Iterator[None]:
    """Read no files from the disk meanwhile, except those of cardgen."""
    token = _carried.set(carried)
    try:
        yield
    finally:
        _carried.reset(token)


@contextmanager
def record_sources() -> Iterator[dict[Path, bytes]]:
    """Collect the files that are read meanwhile, with their contents: the user's own, and routines of cardgen."""
    files: dict[Path, bytes] = {}
    token = _recorded.set(files)
    try:
        yield files
    finally:
        _recorded.reset(token)


def note_source(path: Path, data: bytes) -> None:
    """Add a file that was read to those that are collected, if any are."""
    recorded = _recorded.get()
    if recorded is not None and (not is_shipped(path) or path.is_relative_to(shipped_folder("routines"))):
        recorded[path] = data


def carried_with(path: Path) -> CarriedFiles | None:
    """The carried files that have this file or folder; None if it is on the disk."""
    carried = _carried.get()
    return None if carried is None or is_shipped(path) else carried


def own_folder() -> Path:
    """The user's own folder, where the platform has them: settings, printers, routines, stocks, themes and more."""
    carried = _carried.get()
    return carried.home if carried else Path(click.get_app_dir("cardgen"))
