"""A list of what a batch has made so far: a line for each document, from which an interrupted run continues."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.scene.record import __version__, digest


class Made(Struct, frozen=True):
    """A document that was made."""

    file: str
    request: str
    """The command that asks for it."""
    digest: str
    """Of its bytes."""
    sources: dict[str, str] = {}
    """The files that it was made from, by their paths, with the digests of the bytes that were read."""
    version: str = __version__


def digest_of(path: Path) -> str:
    """The digest of a file; empty when there is none that can be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


class Manifest:
    """The list of documents in a batch's folder; it only grows, a line when a document is whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.made: dict[str, list[Made]] = {}
        """What earlier runs made, by the names of the files."""
        written = path.read_bytes() if path.is_file() else b""
        for line in written.splitlines():
            self._take(line)
        self.cut = written[-1:] not in (b"", b"\n")
        """Whether the last line has no end, because a run was killed while writing it."""

    def _take(self, line: bytes) -> None:
        try:
            made = msgspec.json.decode(line, type=Made)
        except msgspec.DecodeError:  # the run was killed while writing this line
            return
        self.made.setdefault(made.file, []).append(made)

    def has(self, file: str, request: str, sources: Mapping[str, str]) -> bool:
        """Whether this document exists, made by this version for the same request from the same sources."""
        wanted = Made(file, request, digest_of(self.path.parent / file), dict(sources))
        return wanted in self.made.get(file, ())

    def unwanted(self, suffix: str, wanted: Collection[str]) -> list[str]:
        """The files named with this suffix that earlier runs made, and that are no longer wanted."""
        files = {file for file in self.made if file.endswith(suffix)} - {*wanted}
        return sorted(file for file in files if (self.path.parent / file).exists())

    def add(self, made: Made) -> None:
        """Note a document; UserError when that cannot be written."""
        try:
            with self.path.open("ab") as file:
                file.write(b"\n" * self.cut + msgspec.json.encode(made) + b"\n")
        except OSError as error:
            raise UserError(Fault(f"Cannot write this file: {error.strerror or error}.", file=self.path)) from None
        self.cut = False
