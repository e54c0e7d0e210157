"""Many PDFs as one, to be sent to a printer in one go."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from pypdf import PdfReader, PdfWriter

from cardgen.errors import Fault, UserError
from cardgen.scene.record import __version__
from cardgen.units import Size


class Merged(Struct, frozen=True):
    """A PDF of many documents, and the sizes of its pages in points, whichever way they are turned."""

    data: bytes
    sizes: tuple[Size, ...]


def merge_pdfs(files: Iterable[Path]) -> Merged:
    """The pages of all files, one after the other; anything that several of them share is stored once.

    UserError when one of them cannot be read.

    Each document is a bookmark with its title. When one of them is to be printed on both sides, each begins on a new
    sheet. What screen readers read and records stay in the single files.
    """
    writer, ends, two_sided = PdfWriter(), list[int](), False
    for file in files:
        try:
            two_sided |= _append(writer, file)
            ends.append(len(writer.pages))
        except Exception as error:  # the library can fail at a damaged file in any way
            problem = f"This file cannot be merged: {' '.join(str(error).split()) or type(error).__name__}."
            raise UserError(Fault(problem, "Delete it, and run the same command again.", file)) from error
    if two_sided:
        _begin_on_sheets(writer, ends)
    writer.metadata = {"/Creator": f"cardgen {__version__}"}
    writer.compress_identical_objects()
    sizes = {Size(*sorted((round(page.mediabox.width, 2), round(page.mediabox.height, 2)))) for page in writer.pages}
    data = io.BytesIO()
    writer.write(data)
    return Merged(data.getvalue(), tuple(sorted(sizes)))


def _append(writer: PdfWriter, file: Path) -> bool:
    """Add a document; whether it is to be printed on both sides."""
    reader = PdfReader(file)
    title = (reader.metadata and reader.metadata.title) or file.stem
    writer.append(reader, outline_item=title, import_outline=False)
    return str(reader.root_object.get("/ViewerPreferences", {}).get("/Duplex", "/Simplex")) != "/Simplex"


def _begin_on_sheets(writer: PdfWriter, ends: Sequence[int]) -> None:
    """Add an empty page to each document with an odd number of pages; they end before these places."""
    for start, end in reversed([*pairwise((0, *ends))]):
        if (end - start) % 2:
            box = writer.pages[end - 1].mediabox
            writer.insert_blank_page(box.width, box.height, end)
