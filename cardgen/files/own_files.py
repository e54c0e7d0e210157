"""The user's own files: on the disk of this machine, or in the luggage of a job that came from another one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import click
from msgspec import Struct

from cardgen.files.folders import is_shipped, shipped_folder


class Luggage(Struct, frozen=True):
    """A user's own files that came with a job, to be used instead of the disk of this machine."""

    home: Path
    """The user's own folder, where the files came from."""
    files: dict[Path, bytes]


_luggage: ContextVar[Luggage | None] = ContextVar("luggage", default=None)
_recorded: ContextVar[dict[Path, bytes] | None] = ContextVar("recorded", default=None)


@contextmanager
def use_luggage(luggage: Luggage) -> Iterator[None]:
    """Read no files from the disk meanwhile, except those of cardgen."""
    token = _luggage.set(luggage)
    try:
        yield
    finally:
        _luggage.reset(token)


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


def luggage_of(path: Path) -> Luggage | None:
    """The luggage that has this file or folder; None if it is on the disk."""
    luggage = _luggage.get()
    return None if luggage is None or is_shipped(path) else luggage


def own_folder() -> Path:
    """The user's own folder, where the platform has them: settings, printers, routines, stocks, themes and more."""
    luggage = _luggage.get()
    return luggage.home if luggage else Path(click.get_app_dir("cardgen"))
