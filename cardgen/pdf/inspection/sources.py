"""Compares the files that a PDF was made from with those that exist now."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from cardgen.artwork.pictures.picture import PICTURE_FORMATS
from cardgen.errors import UserError
from cardgen.files.reading import read_bytes
from cardgen.library.finding import names_file, programs, routines
from cardgen.scene.record import Record, Source, digest

MOST_SOURCE_BYTES = max(found.most_bytes for found in PICTURE_FORMATS.values())
"""The most bytes of a file that a print can be made from."""
SourceState = Literal["unchanged", "changed since", "not found"]


def compare_sources(record: Record, pdf: Path) -> Iterator[tuple[str, SourceState]]:
    """The name of each source of a PDF, and its state."""
    for source in record.sources:
        found = [path for path in _places(source, record, pdf) if path.is_file()]
        same = any(_is_unchanged(path, source) for path in found)
        yield source.name, "not found" if not found else "unchanged" if same else "changed since"


def _is_unchanged(path: Path, source: Source) -> bool:
    """Whether a file has the content of a source; a text may have a byte order mark."""
    try:
        data = read_bytes(path, MOST_SOURCE_BYTES)
    except UserError:
        return False
    return source.digest in (digest(data), digest(data.removeprefix(codecs.BOM_UTF8)))


def _places(source: Source, record: Record, pdf: Path) -> Iterator[Path]:
    """Where a source may be: beside a file that the command names, among the shipped files, or beside the PDF."""
    for name in filter(names_file, record.command.arguments if record.command else ()):
        for folder in (Path(name).parent, pdf.parent / Path(name).parent):
            yield folder / source.name
    shipped = {path.name: path for path in (*programs().values(), *routines().values())}
    if source.name in shipped:
        yield shipped[source.name]
    yield pdf.parent / source.name
