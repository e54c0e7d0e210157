"""Many PDFs as one, to be sent to a printer in one go."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from pypdf import PdfWriter


def merged(files: Iterable[Path]) -> bytes:
    """The pages of all files, one after the other; what several of them hold is stored once.

    What screen readers read, bookmarks and records stay in the single files.
    """
    writer = PdfWriter()
    for file in files:
        writer.append(file, import_outline=False)
    writer.metadata = None
    writer.compress_identical_objects()
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()
