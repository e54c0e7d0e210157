"""Packs small objects of a PDF into compressed streams, without which a long deck would be several times as large."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFObjectReference
from reportlab.pdfbase.pdfdoc import format as format_object

from cardgen.pdf.objects import RawObject, compress_stream, object_number

STREAMS_VERSION = (1, 5)
"""The first version of PDF that has object streams."""
FREE, IN_FILE, IN_STREAM = 0, 1, 2
"""Types of entries in a cross-reference stream (ISO 32000-1, 7.5.8)."""
STREAM_END = b"endstream"
MOST_OBJECTS = 500
"""The most objects in a stream: for one of them a reader unpacks all."""
XREF_ENTRY = struct.Struct(">BIH")


class ObjectStream(Struct, frozen=True):
    """A stream that holds objects (ISO 32000-1, 7.5.7)."""

    number: int
    """The number of the stream itself."""
    objects: Sequence[int]
    """The numbers of what it holds, in order."""


def pack_objects(document: PDFDocument, objects: Sequence[str]) -> list[ObjectStream]:
    """Write dictionaries into streams; they get the document's next numbers."""
    numbers = range(document.objectcounter + 1, document.objectcounter + len(objects) + 1)
    document.objectcounter += len(objects)
    parts = [slice(at, at + MOST_OBJECTS) for at in range(0, len(objects), MOST_OBJECTS)]
    return [_pack(document, numbers[part], objects[part]) for part in parts]


def _pack(document: PDFDocument, numbers: Sequence[int], objects: Sequence[str]) -> ObjectStream:
    return ObjectStream(object_number(document, RawObject(_format_stream(numbers, objects))), numbers)


def _format_stream(numbers: Sequence[int], objects: Sequence[str]) -> bytes:
    """A stream of objects as the file has it."""
    ends = accumulate(len(text) + 1 for text in objects)
    starts = (end - len(text) - 1 for end, text in zip(ends, objects, strict=True))
    head = " ".join([f"{number} {start}" for number, start in zip(numbers, starts, strict=True)]) + "\n"
    keys = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
    return compress_stream(keys, (head + "\n".join(objects)).encode("latin-1"))


def format_document(document: PDFDocument, streams: Sequence[ObjectStream]) -> bytes:
    """The bytes of a document: as reportlab writes them, but what is no stream is packed into streams."""
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    file = PDFFile(max(document._pdfVersion, STREAMS_VERSION))
    offsets: dict[int, int] = {}
    others: list[tuple[int, str]] = []
    number = 1
    while number <= document.objectcounter:  # grows, because an object may need others when it is written
        if name := document.numberToId.get(number):
            written = format_object(document.idToObject[name], document, toplevel=1).rstrip(b"\n")
            if written.endswith(STREAM_END) or name == info.name:  # by whose creator cardgen knows its own files
                offsets[number] = file.add(_indirect(number, written))
            else:
                others.append((number, written.decode("latin-1")))
        number += 1
    for at in range(0, len(others), MOST_OBJECTS):
        numbers, texts = zip(*others[at : at + MOST_OBJECTS], strict=True)
        offsets[number] = file.add(_indirect(number, _format_stream(numbers, texts)))
        streams = [*streams, ObjectStream(number, numbers)]
        number += 1
    offsets[number] = file.offset
    keys = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {_text(root, document)}/Info {_text(info, document)}"
    keys += f"/ID {document.ID().decode('latin-1')}"
    table = compress_stream(keys, _xref_entries(number + 1, offsets, streams))
    file.add(_indirect(number, table) + b"startxref\n%d\n%%%%EOF\n" % file.offset)
    joined: bytes = file.format(document)
    return joined


def _indirect(number: int, written: bytes) -> bytes:
    """An object with its number, as the file has it."""
    return b"%d 0 obj\n%s\nendobj\n" % (number, written)


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
        for place, number in enumerate(stream.objects):
            XREF_ENTRY.pack_into(table, number * XREF_ENTRY.size, IN_STREAM, stream.number, place)
    return bytes(table)
