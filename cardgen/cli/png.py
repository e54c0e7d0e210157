"""Pictures of the pages of a PDF."""

from __future__ import annotations

import io
import re
from pathlib import Path

from cardgen.errors import Fault, UserError
from cardgen.files.writing import write_whole

try:
    import pypdfium2
except ImportError:
    problem = "Pictures need a package that is not installed: pypdfium2."
    raise UserError(Fault(problem, "Install it: pip install 'cardgen[png]'")) from None

DPI = 150
"""Fine enough to be read on a screen at the size of the paper."""


def write_pictures(data: bytes, folder: Path) -> None:
    """Write each page as NUMBER.png into a folder, and take away those of pages that are no more.

    UserError when the folder cannot be made or written to.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(Fault(f"This folder cannot be made: {error.strerror or error}.", "", folder)) from None
    pages = list(pypdfium2.PdfDocument(data))
    digits = len(str(len(pages)))
    names = [f"{number:0{digits}}.png" for number in range(1, len(pages) + 1)]
    for name, page in zip(names, pages, strict=True):
        picture = io.BytesIO()
        page.render(scale=DPI / 72).to_pil().save(picture, "PNG")
        write_whole(folder / name, picture.getvalue())
    for old in folder.iterdir():
        if re.fullmatch(r"\d+\.png", old.name) and old.name not in names:
            old.unlink()
