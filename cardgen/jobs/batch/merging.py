"""Many PDFs as one, to be sent to a printer in one go."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from pypdf import PdfReader, PdfWriter


def merged(files: Iterable[Path]) -> bytes:
    """The pages of all files, one after the other; what several of them hold is stored once.

    Each file is a bookmark. One that is to be printed on both sides begins on a new sheet. What screen readers read and
    records stay in the single files.
    """
    writer = PdfWriter()
    for file in files:
        reader = PdfReader(file)
        writer.append(reader, outline_item=file.stem, import_outline=False)
        duplex = str(reader.root_object.get("/ViewerPreferences", {}).get("/Duplex", "/Simplex"))
        if duplex != "/Simplex" and len(reader.pages) % 2:
            writer.add_blank_page()
    writer.metadata = None
    writer.compress_identical_objects()
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()
