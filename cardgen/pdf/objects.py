"""Objects of a PDF as they are in the file: numbers, streams, and what the objects are numbered."""

from __future__ import annotations

import zlib
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

STRING_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r", "\n": r"\n"})
"""What must not stand between the brackets of a text as it is."""
COMPRESSION_LEVEL = 5
"""Of compression: it takes three quarters of the time of zlib's own, 6, and files are 1 or 2 % larger."""


class RawObject(PDFObject):  # type: ignore[misc]
    """An object of the file as it is written."""

    __RefOnly__ = 1
    __slots__ = ("__InternalName__", "data")

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: PDFDocument) -> bytes:
        return self.data


@lru_cache(maxsize=4096)
def format_number(number: float) -> str:
    """A number as a PDF has it, to a millionth: an exponent is none there (ISO 32000-1, 7.3.3)."""
    return f"{number + 0.0:.6f}".rstrip("0").rstrip(".")  # 0.0 is added because -0.0 is the same to the cache


def object_number(document: PDFDocument, thing: PDFObject) -> int:
    """The number of an object in the file; it gets one when it has none yet."""
    number: int = document.idToObjectNumberAndVersion[document.Reference(thing).name][0]
    return number


def compress_stream(keys: str, content: bytes) -> bytes:
    """A compressed stream as it is in the file, with these keys in its dictionary."""
    data = zlib.compress(content, COMPRESSION_LEVEL)
    opening = f"<<{keys}/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
    return opening.encode("latin-1") + data + b"\nendstream"
