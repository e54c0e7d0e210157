"""Small objects of a PDF in compressed streams: one by one they would make a long deck several times as large.

ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFIndirectObject, PDFObjectReference

from cardgen.pdf.objects import RawObject, compress_stream, object_number

STREAMS_VERSION = (1, 5)
"""Of PDF, for streams of objects."""
FREE, IN_FILE, IN_STREAM = 0, 1, 2
"""Kinds of entries of a cross-reference stream."""
XREF_ENTRY = struct.Struct(">BIH")


class ObjectStream(Struct, frozen=True):
    """Objects with consecutive numbers, and the stream that they are in."""

    stream: int
    first: int
    length: int


def pack_objects(document: PDFDocument, objects: Sequence[str]) -> ObjectStream:
    """Put dictionaries into a stream of the file; their numbers are the next ones of the document."""
    first = document.objectcounter + 1
    document.objectcounter += len(objects)
    ends = accumulate(len(text) + 1 for text in objects)
    starts = (end - len(text) - 1 for end, text in zip(ends, objects, strict=True))
    head = " ".join([f"{number} {start}" for number, start in enumerate(starts, first)]) + "\n"
    keys = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
    held = RawObject(compress_stream(keys, (head + "\n".join(objects)).encode("ascii")))
    return ObjectStream(object_number(document, held), first, len(objects))


def format_document(document: PDFDocument, packs: Sequence[ObjectStream]) -> bytes:
    """The bytes of a document as reportlab writes them, but for the objects in streams and how all are found."""
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    file = PDFFile(max(document._pdfVersion, STREAMS_VERSION))
    offsets: dict[int, int] = {}
    number = 1
    while number <= document.objectcounter:  # it grows: an object that is written may need others
        if name := document.numberToId.get(number):
            offsets[number] = file.add(PDFIndirectObject(name, document.idToObject[name]).format(document))
        number += 1
    offsets[number] = file.offset
    keys = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {_text(root, document)}/Info {_text(info, document)}"
    keys += f"/ID {document.ID().decode('latin-1')}"
    found = compress_stream(keys, _entries(number + 1, offsets, packs))
    file.add(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, found, file.offset))
    joined: bytes = file.format(document)
    return joined


def _text(reference: PDFObjectReference, document: PDFDocument) -> str:
    text: bytes = reference.format(document)
    return text.decode("ascii")


def _entries(size: int, offsets: Mapping[int, int], packs: Sequence[ObjectStream]) -> bytes:
    """Where every object is: at which place in the file, or in which stream as the how manieth."""
    table = bytearray(size * XREF_ENTRY.size)
    XREF_ENTRY.pack_into(table, 0, FREE, 0, 0xFFFF)
    for number, offset in offsets.items():
        XREF_ENTRY.pack_into(table, number * XREF_ENTRY.size, IN_FILE, offset, 0)
    for each in packs:
        for place in range(each.length):
            XREF_ENTRY.pack_into(table, (each.first + place) * XREF_ENTRY.size, IN_STREAM, each.stream, place)
    return bytes(table)
