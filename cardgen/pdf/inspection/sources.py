"""Compares the files that a PDF was made from with those that exist now."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from cardgen.artwork.pictures.picture import PICTURE_FORMATS
from cardgen.errors import UserError
from cardgen.files.finding import file_beside
from cardgen.files.reading import read_bytes
from cardgen.library.finding import names_file, programs, routines
from cardgen.scene.record import Record, Source, digest

MOST_SOURCE_BYTES = max(found.most_bytes for found in PICTURE_FORMATS.values())
"""The most bytes of a file that a print can be made from."""
SourceState = Literal["unchanged", "changed since", "not found"]


def compare_sources(record: Record, pdf: Path) -> Iterator[tuple[str, SourceState]]:
    """The name of each source of a PDF, and its state."""
    known = {path.name: path for path in (*programs().values(), *routines().values())}
    named = filter(names_file, record.command.arguments if record.command else ())
    folders = ["", *(name.replace("\\", "/").rpartition("/")[0] + "/" for name in named)]
    for source in record.sources:
        found = list(_places(source, pdf, dict.fromkeys(folders), known))
        same = any(_is_unchanged(path, source) for path in found)
        yield source.name, "not found" if not found else "unchanged" if same else "changed since"


def _is_unchanged(path: Path, source: Source) -> bool:
    """Whether a file has the content of a source; a text may have a byte order mark."""
    try:
        data = read_bytes(path, MOST_SOURCE_BYTES)
    except UserError:
        return False
    return source.digest in (digest(data), digest(data.removeprefix(codecs.BOM_UTF8)))


def _places(source: Source, pdf: Path, folders: Iterable[str], known: Mapping[str, Path]) -> Iterator[Path]:
    """Where a source may be: in the folder of the PDF or one below it, or among the routines that are `known`.

    A record may come from anybody, so no other file is read because it is named there.
    """
    for folder in folders:
        if found := file_beside(pdf, folder.lstrip("/") + source.name):
            yield found
    if source.name in known:
        yield known[source.name]
