"""Pictures of the pages of a PDF."""

from __future__ import annotations

import io
import re
import struct
import zlib
from pathlib import Path

from cardgen.errors import Fault, UserError, install_remedy
from cardgen.files.overwriting import PNG, PNG_SOFTWARE, check_overwriting, holds
from cardgen.files.writing import make_folder, write_whole
from cardgen.scene.record import __version__

try:
    import pypdfium2
except ImportError:
    problem = "Pictures need a package that is not installed: pypdfium2."
    raise UserError(Fault(problem, install_remedy("png"))) from None

DPI = 150
"""Fine enough to be read on a screen at the size of the paper."""
PNG_HEADER_ENDS = 33
"""Bytes of the signature of a PNG file and its first chunk."""


def write_pictures(data: bytes, folder: Path, force: bool) -> None:
    """Write each page as NUMBER.png into a folder, and remove those of pages that no longer exist.

    UserError when the folder cannot be made or written to, or has other pictures of these names that would be
    overwritten, unless it is forced.
    """
    make_folder(folder)
    with pypdfium2.PdfDocument(data) as document:
        digits = len(str(len(document)))
        targets = [folder / f"{number:0{digits}}.png" for number in range(1, len(document) + 1)]
        for target in targets:
            check_overwriting(target, PNG, force=force)
        for target, page in zip(targets, document, strict=True):
            write_whole(target, _picture(page))
    for old in folder.iterdir():
        if re.fullmatch(r"\d+\.png", old.name) and old not in targets and holds(old, PNG.made_here):
            old.unlink()


def _picture(page: pypdfium2.PdfPage) -> bytes:
    """A page as a PNG file that names cardgen as its program."""
    picture = io.BytesIO()
    page.render(scale=DPI / 72).to_pil().save(picture, "PNG")
    data, text = picture.getvalue(), PNG_SOFTWARE + __version__.encode()
    chunk = struct.pack(">I", len(text) - len(b"tEXt")) + text + struct.pack(">I", zlib.crc32(text))
    return data[:PNG_HEADER_ENDS] + chunk + data[PNG_HEADER_ENDS:]
