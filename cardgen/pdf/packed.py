"""Packs small objects of a PDF into compressed streams, without which a long deck would be several times as large."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFIndirectObject, PDFObjectReference

from cardgen.pdf.objects import RawObject, compress_stream, object_number

STREAMS_VERSION = (1, 5)
"""The first version of PDF that has object streams."""
FREE, IN_FILE, IN_STREAM = 0, 1, 2
"""Types of entries in a cross-reference stream (ISO 32000-1, 7.5.8)."""
XREF_ENTRY = struct.Struct(">BIH")


class ObjectStream(Struct, frozen=True):
    """A stream that holds objects with consecutive numbers (ISO 32000-1, 7.5.7)."""

    number: int
    """The number of the stream itself."""
    first: int
    """Number of its first object."""
    length: int


def pack_objects(document: PDFDocument, objects: Sequence[str]) -> ObjectStream:
    """Write dictionaries into a stream; they get the document's next numbers."""
    first = document.objectcounter + 1
    document.objectcounter += len(objects)
    ends = accumulate(len(text) + 1 for text in objects)
    starts = (end - len(text) - 1 for end, text in zip(ends, objects, strict=True))
    head = " ".join([f"{number} {start}" for number, start in enumerate(starts, first)]) + "\n"
    keys = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
    stream = RawObject(compress_stream(keys, (head + "\n".join(objects)).encode("ascii")))
    return ObjectStream(object_number(document, stream), first, len(objects))


def format_document(document: PDFDocument, streams: Sequence[ObjectStream]) -> bytes:
    """The bytes of a document as reportlab writes them, except for object streams and the cross-reference stream."""
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    file = PDFFile(max(document._pdfVersion, STREAMS_VERSION))
    offsets: dict[int, int] = {}
    number = 1
    while number <= document.objectcounter:  # grows, because an object may need others when it is written
        if name := document.numberToId.get(number):
            offsets[number] = file.add(PDFIndirectObject(name, document.idToObject[name]).format(document))
        number += 1
    offsets[number] = file.offset
    keys = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {_text(root, document)}/Info {_text(info, document)}"
    keys += f"/ID {document.ID().decode('latin-1')}"
    table = compress_stream(keys, _xref_entries(number + 1, offsets, streams))
    file.add(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, table, file.offset))
    joined: bytes = file.format(document)
    return joined


def _text(reference: PDFObjectReference, document: PDFDocument) -> str:
    text: bytes = reference.format(document)
    return text.decode("ascii")


def _xref_entries(size: int, offsets: Mapping[int, int], streams: Sequence[ObjectStream]) -> bytes:
    """The place of every object: an offset in the file, or a stream and an index in it."""
    table = bytearray(size * XREF_ENTRY.size)
    XREF_ENTRY.pack_into(table, 0, FREE, 0, 0xFFFF)
    for number, offset in offsets.items():
        XREF_ENTRY.pack_into(table, number * XREF_ENTRY.size, IN_FILE, offset, 0)
    for stream in streams:
        for place in range(stream.length):
            XREF_ENTRY.pack_into(table, (stream.first + place) * XREF_ENTRY.size, IN_STREAM, stream.number, place)
    return bytes(table)
