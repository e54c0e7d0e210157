"""Finds the record in a PDF without parsing the PDF."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cardgen.errors import Fault, UserError
from cardgen.files.reading import read_bytes
from cardgen.scene.record import RECORD_ELEMENT, Record

PACKET_BOUNDS = (b"<?xpacket begin=", b"<?xpacket end=")
"""The start and the end of an XMP packet."""
MOST_PDF_BYTES = 500_000_000
"""No print is larger: this is about a hundred thousand cards."""
SEARCHED_BYTES = 1024
"""At each end of a file, where the header of a PDF and its end mark must be (ISO 32000-1, annex H.3)."""


def read_record(path: Path) -> Record:
    """The record of a PDF; UserError when the file is not a PDF, or when its record is missing or damaged."""
    data = read_bytes(path, MOST_PDF_BYTES)
    if b"%PDF-" not in data[:SEARCHED_BYTES]:
        raise UserError(Fault("This file is not a PDF.", file=path))
    bounds = f"<{RECORD_ELEMENT}>".encode(), f"</{RECORD_ELEMENT}>".encode()
    found = [record for packet in _find_between(data, *PACKET_BOUNDS) for record in _find_between(packet, *bounds)]
    if not found:
        if b"%%EOF" not in data[-SEARCHED_BYTES:]:
            raise UserError(Fault("This PDF is damaged: its end is missing.", file=path))
        problem = "This PDF was not made by cardgen, was changed by another program, or joins the PDFs of a batch."
        raise UserError(Fault(problem, file=path))
    try:
        return msgspec.json.decode(html.unescape(found[-1].decode()), type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        problem = "The record in this PDF cannot be read: it is damaged, or another version of cardgen wrote it."
        raise UserError(Fault(problem, file=path)) from None


def _find_between(data: bytes, start: bytes, end: bytes) -> Iterator[bytes]:
    """Everything between `start` and `end`, as often as they occur; one search when `end` is missing."""
    at = data.find(start)
    while at >= 0 and (stop := data.find(end, at)) >= 0:
        yield data[at + len(start) : stop]
        at = data.find(start, stop)
