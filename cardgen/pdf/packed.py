"""Small objects of a PDF in compressed streams: one by one they would make a long deck several times as large.

ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFIndirectObject, PDFObject, PDFObjectReference

LEAST_VERSION = (1, 5)
"""Of PDF, for streams of objects."""
FREE, IN_FILE, IN_STREAM = 0, 1, 2
"""Kinds of entries of a cross-reference stream."""
LEVEL = 5
"""Of compression: it takes three quarters of the time of zlib's own, 6, and files are 1 or 2 % larger."""
ENTRY = struct.Struct(">BIH")


class Written(PDFObject):  # type: ignore[misc]
    """An object of the file as it is written."""

    __RefOnly__ = 1
    __slots__ = ("__InternalName__", "data")

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, document: PDFDocument) -> bytes:
        return self.data


class Pack(Struct, frozen=True):
    """Objects with consecutive numbers, and the stream that they are in."""

    stream: int
    first: int
    length: int


@lru_cache(maxsize=4096)
def decimal(number: float) -> str:
    """A number as a PDF has it, to a millionth: an exponent is none there (ISO 32000-1, 7.3.3)."""
    return f"{number + 0.0:.6f}".rstrip("0").rstrip(".")  # 0.0 is added because -0.0 is the same to the cache


def number_of(document: PDFDocument, thing: PDFObject) -> int:
    """The number of an object in the file; it gets one when it has none yet."""
    number: int = document.idToObjectNumberAndVersion[document.Reference(thing).name][0]
    return number


def pack(document: PDFDocument, objects: Sequence[str]) -> Pack:
    """Put dictionaries into a stream of the file; their numbers are the next ones of the document."""
    first = document.objectcounter + 1
    document.objectcounter += len(objects)
    ends = accumulate(len(text) + 1 for text in objects)
    starts = (end - len(text) - 1 for end, text in zip(ends, objects, strict=True))
    head = " ".join([f"{number} {start}" for number, start in enumerate(starts, first)]) + "\n"
    keys = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
    held = Written(stream(keys, (head + "\n".join(objects)).encode("ascii")))
    return Pack(number_of(document, held), first, len(objects))


def stream(keys: str, content: bytes) -> bytes:
    """A compressed stream as it is in the file, with these keys in its dictionary."""
    data = zlib.compress(content, LEVEL)
    opening = f"<<{keys}/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
    return opening.encode("latin-1") + data + b"\nendstream"


def whole(document: PDFDocument, packs: Sequence[Pack]) -> bytes:
    """The bytes of a document as reportlab writes them, but for the objects in streams and how all are found."""
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    file = PDFFile(max(document._pdfVersion, LEAST_VERSION))
    offsets: dict[int, int] = {}
    number = 1
    while number <= document.objectcounter:  # it grows: an object that is written may need others
        if name := document.numberToId.get(number):
            offsets[number] = file.add(PDFIndirectObject(name, document.idToObject[name]).format(document))
        number += 1
    offsets[number] = file.offset
    keys = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {_text(root, document)}/Info {_text(info, document)}"
    keys += f"/ID {document.ID().decode('latin-1')}"
    found = stream(keys, _entries(number + 1, offsets, packs))
    file.add(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, found, file.offset))
    joined: bytes = file.format(document)
    return joined


def _text(reference: PDFObjectReference, document: PDFDocument) -> str:
    text: bytes = reference.format(document)
    return text.decode("ascii")


def _entries(size: int, offsets: Mapping[int, int], packs: Sequence[Pack]) -> bytes:
    """Where every object is: at which place in the file, or in which stream as the how manieth."""
    table = bytearray(size * ENTRY.size)
    ENTRY.pack_into(table, 0, FREE, 0, 0xFFFF)
    for number, offset in offsets.items():
        ENTRY.pack_into(table, number * ENTRY.size, IN_FILE, offset, 0)
    for each in packs:
        for place in range(each.length):
            ENTRY.pack_into(table, (each.first + place) * ENTRY.size, IN_STREAM, each.stream, place)
    return bytes(table)
