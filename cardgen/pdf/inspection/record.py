"""Finds the record in a PDF without parsing the PDF."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cardgen.errors import Fault, UserError
from cardgen.files.overwriting import Bytes, look_into
from cardgen.files.reading import open_mapped
from cardgen.scene.record import RECORD_ELEMENT, Record

MOST_PDF_BYTES = 400_000_000
"""No print is larger: this is about eighty thousand cards."""
MOST_RECORD_BYTES = 16_000_000
"""The record of two hundred thousand cards."""
SEARCHED_BYTES = 1024
"""At each end of a file, where the header of a PDF and its end mark must be (ISO 32000-1, annex H.3)."""
ENCRYPTED = "This PDF is encrypted.", "Open it with its password, and save it again without one."
ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
"""How XML writes these characters; the last one may be part of the others."""
START, END = f"<{RECORD_ELEMENT}>".encode(), f"</{RECORD_ELEMENT}>".encode()


def read_record(path: Path) -> Record:
    """The record of a PDF; UserError when the file is not a PDF, or when its record is missing or damaged."""
    with open_mapped(path, MOST_PDF_BYTES) as data:
        if b"%PDF-" not in data[:SEARCHED_BYTES]:
            raise UserError(Fault("This file is not a PDF.", file=path))
        found = find_record(data)
        if found is None:
            raise UserError(Fault(*_explain_missing(data), file=path))
    if record := decode_record(found):
        return record
    problem = "The record in this PDF cannot be read: it is damaged, or another version of cardgen wrote it."
    raise UserError(Fault(problem, file=path))


def peek_record(path: Path) -> Record | None:
    """The record of a file that may be anything, which is not noted as read; None when it has none."""
    found = look_into(path, find_record) if path.suffix.lower() == ".pdf" else None
    return decode_record(found) if found else None


def find_record(data: Bytes) -> bytes | None:
    """The last record in the bytes of a PDF, as it is written there; empty when it is too long."""
    stop = data.rfind(END)
    start = data.rfind(START, 0, stop) if stop >= 0 else -1
    if start < 0:
        return None
    return data[start + len(START) : stop] if stop - start < MOST_RECORD_BYTES else b""


def decode_record(written: bytes) -> Record | None:
    """A record; None when it is damaged."""
    try:
        text = written.decode()
        for entity, char in ENTITIES.items():
            text = text.replace(entity, char)
        return msgspec.json.decode(text, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _explain_missing(data: Bytes) -> tuple[str, str]:
    """Why a PDF has no record, and what can be done."""
    if data.rfind(b"/Encrypt") >= 0:
        return ENCRYPTED
    if b"%%EOF" not in data[-SEARCHED_BYTES:]:
        return "This PDF is damaged: its end is missing.", ""
    return "This PDF was not made by cardgen, was changed by another program, or joins the PDFs of a batch.", ""
