"""What a batch has made so far: a line for each document, from which an interrupted run goes on."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec
from msgspec import Struct

from cardgen import __version__
from cardgen.errors import Fault, UserError
from cardgen.scene.record import digest


class Entry(Struct, frozen=True):
    """A document that was made."""

    file: str
    arguments: tuple[str, ...]
    digest: str
    """Of its bytes."""
    sources: dict[str, str] = {}
    """The files of the user's own that it was made from, by their paths, with the digests of their bytes."""
    version: str = __version__

    def holds(self, folder: Path) -> bool:
        """It is there as it was made, and would be made the same again."""
        return (
            self.version == __version__
            and digest_of(folder / self.file) == self.digest
            and all(digest_of(Path(path)) == known for path, known in self.sources.items())
        )


def digest_of(path: Path) -> str:
    """The digest of a file; empty when there is none that can be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


class Manifest:
    """The file of entries in the batch's folder; it only grows, a line when a document is whole.

    Those of other parts of the roster are read too.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: dict[str, list[Entry]] = {}
        """What earlier runs made, by the files."""
        self.cut = False
        """The last line has no end, because a run was killed while it wrote it."""
        for one in sorted(path.parent.glob("batch*.jsonl")):
            written = one.read_bytes()
            for line in written.splitlines():
                self._take(line)
            if one == path:
                self.cut = written[-1:] not in (b"", b"\n")

    def _take(self, line: bytes) -> None:
        try:
            entry = msgspec.json.decode(line, type=Entry)
        except msgspec.DecodeError:  # the run was killed while it wrote this line
            return
        self.entries.setdefault(entry.file, []).append(entry)

    def has(self, file: str, arguments: tuple[str, ...]) -> bool:
        """This document need not be made again."""
        known = reversed(self.entries.get(file, []))
        return any(entry.arguments == arguments and entry.holds(self.path.parent) for entry in known)

    def left(self, suffix: str, wanted: Collection[str]) -> list[str]:
        """The files with this end to their names that earlier runs made and that are not wanted any more."""
        files = {file for file in self.entries if file.endswith(suffix)} - {*wanted}
        return sorted(file for file in files if (self.path.parent / file).exists())

    def add(self, entry: Entry) -> None:
        """Note a document that was made; UserError when that cannot be written."""
        try:
            with self.path.open("ab") as file:
                file.write(b"\n" * self.cut + msgspec.json.encode(entry) + b"\n")
        except OSError as error:
            raise UserError(Fault(f"Cannot write this file: {error.strerror or error}.", file=self.path)) from None
        self.cut = False
