"""Earlier prints in a folder: those that were overwritten, and those that are out of date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from cardgen.files.overwriting import same_file
from cardgen.files.writing import write_whole
from cardgen.pdf.inspection.record import peek_record
from cardgen.scene.record import Record

HISTORY = ".cardgen-prints.jsonl"
"""The file in a folder with the records of prints that were overwritten there."""
PREVIEW_END = "-preview.pdf"
"""The end of the names of PDFs that `cardgen watch` writes."""
MOST_KEPT = 300
"""The most records in it: the latest."""
MOST_SEARCHED = 300
"""The most PDFs of a folder that are looked at: the latest."""
COMPARED = ("cards", "plan", "booklet")
"""Kinds of prints that become out of date."""


class Overwritten(Struct, frozen=True):
    """A print that was overwritten by one with other cards or pages."""

    file: str
    record: Record


def note_overwriting(path: Path, now: Record) -> Record | None:
    """Keep the record of the print in a file that is about to be overwritten; None when it holds no print.

    A file that is not there has no history. UserError when the history cannot be written.
    """
    kept = _read_history(path.parent)
    old = peek_record(path)
    if not os.path.isfile(path):
        _write_history(path.parent, [entry for entry in kept if entry.file != path.name], kept)
    elif old and old.kind in COMPARED and old.revisions != now.revisions:
        entry = Overwritten(path.name, old)
        _write_history(path.parent, [*(other for other in kept if other != entry), entry][-MOST_KEPT:], kept)
    return old


def overwritten_prints(path: Path) -> list[Record]:
    """The records of the prints that were overwritten in a file, and that it differs from."""
    return [entry.record for entry in _read_history(path.parent) if entry.file == path.name]


def outdated_prints(path: Path, now: Record) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Other prints in the folder that were made from older versions of the file's sources, with these sources."""
    sources = {source.name: source.digest for source in now.sources}
    for other in _latest_pdfs(path.parent):
        record = None if same_file(other, path) else peek_record(other)
        if record and record.kind in COMPARED:
            old = [source.name for source in record.sources if sources.get(source.name, source.digest) != source.digest]
            if old:
                yield other, tuple(old)


def _latest_pdfs(folder: Path) -> list[Path]:
    """The PDFs of a folder, except previews; the latest of very many."""
    found = [path for path in folder.glob("*.pdf") if path.is_file() and not path.name.endswith(PREVIEW_END)]
    if len(found) > MOST_SEARCHED:
        found = sorted(found, key=lambda path: path.stat().st_mtime_ns)[-MOST_SEARCHED:]
    return sorted(found)


def _read_history(folder: Path) -> list[Overwritten]:
    try:
        lines = (folder / HISTORY).read_bytes().splitlines()
    except OSError:
        return []
    return [entry for line in lines if (entry := _decode(line))]


def _decode(line: bytes) -> Overwritten | None:
    try:
        return msgspec.json.decode(line, type=Overwritten)
    except (msgspec.DecodeError, RecursionError):
        return None


def _write_history(folder: Path, entries: list[Overwritten], known: list[Overwritten]) -> None:
    """Write the history, or delete its file when nothing is left in it."""
    if entries:
        write_whole(folder / HISTORY, b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries))
    elif known:
        (folder / HISTORY).unlink(missing_ok=True)
