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
AS_IT_IS, FROM_ABOVE = b"\0", b"\2"
"""How a row of a table is written, in its first byte: itself, or as its difference from the one above it (PNG, 9.2)."""
NEXT_PLACE = FROM_ABOVE + bytes(XREF_ENTRY.size - 1) + b"\1"
"""The row of an object that follows the one above it in its stream, as most do: of equal rows deflate keeps one."""


class ObjectStream(Struct, frozen=True):
    """A stream that holds objects (ISO 32000-1, 7.5.7)."""

    number: int
    """The number of the stream itself."""
    objects: Sequence[int]
    """The numbers of what it holds, in order."""


class StreamPacker:
    """Writes small objects into streams: a stream as soon as there are enough for it, so that memory does not grow."""

    def __init__(self, document: PDFDocument) -> None:
        self.document = document
        self.streams: list[ObjectStream] = []
        self._numbers: list[int] = []
        self._objects: list[str] = []
        """Those that are in no stream yet."""

    def add(self, objects: Sequence[str]) -> None:
        """Add objects in PDF syntax, which get the document's next numbers."""
        first = self.document.objectcounter + 1
        self.document.objectcounter += len(objects)
        self._numbers += range(first, first + len(objects))
        self._objects += objects
        while len(self._objects) >= MOST_OBJECTS:
            self.write()

    def write(self) -> None:
        """Write a stream of those that wait."""
        numbers, self._numbers = self._numbers[:MOST_OBJECTS], self._numbers[MOST_OBJECTS:]
        objects, self._objects = self._objects[:MOST_OBJECTS], self._objects[MOST_OBJECTS:]
        stream = object_number(self.document, RawObject(_format_stream(numbers, objects)))
        self.streams.append(ObjectStream(stream, numbers))


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
    keys += f"/ID {document.ID().decode('latin-1')}/DecodeParms<</Predictor 12/Columns {XREF_ENTRY.size}>>"
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
    rows = [AS_IT_IS + XREF_ENTRY.pack(FREE, 0, 0xFFFF), *[AS_IT_IS + bytes(XREF_ENTRY.size)] * (size - 1)]
    for number, offset in offsets.items():
        rows[number] = AS_IT_IS + XREF_ENTRY.pack(IN_FILE, offset, 0)
    for stream in streams:
        last = 0
        for place, number in enumerate(stream.objects):
            is_next = number == last + 1 and place & 0xFF  # only its last byte is another one
            rows[number] = NEXT_PLACE if is_next else AS_IT_IS + XREF_ENTRY.pack(IN_STREAM, stream.number, place)
            last = number
    return b"".join(rows)
