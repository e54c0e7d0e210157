"""Inspects a PDF that cardgen made: its record, pages, fonts, type sizes and conformance."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from pypdf import PageObject, PdfReader

from cardgen.errors import Fault, UserError
from cardgen.files.overwriting import look_into
from cardgen.pdf.inspection.bounded import MOST_BYTES, MOST_SECONDS, ExceededError, in_bounds
from cardgen.pdf.inspection.record import ENCRYPTED, read_record
from cardgen.pdf.inspection.sources import SourceState, compare_sources
from cardgen.pdf.inspection.type_sizes import read_type_sizes
from cardgen.scene.record import Record
from cardgen.units import Size

SUBSET_PREFIX = re.compile(r"^/(?:[A-Z]{6}\+)?")
"""The prefix of a font's name when only a subset of its glyphs is in the file."""
PDFA = re.compile(rb"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>(\w)</pdfaid:conformance>")
SizeCounts = tuple[tuple[Size, int], ...]
"""Sizes in points, each with the number of pages that have it."""


class Inspection(Struct, frozen=True):
    """The findings about a PDF."""

    record: Record
    sources: tuple[tuple[str, SourceState], ...]
    """The files that it was made from, and whether they are still the same."""
    title: str
    pages: SizeCounts
    trims: SizeCounts
    """Sizes of pages after the cut, for pages with a trim box."""
    fonts: tuple[tuple[str, bool], ...]
    """Their names, and whether each is embedded."""
    smallest: tuple[float, int] | None
    """The smallest type size in points, and the first page with it, from 1."""
    archive: str
    """The part of PDF/A and its level, such as "2b"; empty when it is not a PDF/A."""
    tagged: bool
    attached: tuple[str, ...]


def inspect_pdf(path: Path) -> Inspection:
    """Inspect a PDF; UserError when it cannot be read, was not made by cardgen, is damaged, or takes too much."""
    try:
        return in_bounds(_inspect, path)
    except ExceededError:
        problem = f"Reading this PDF takes more than {MOST_SECONDS:g} seconds or {MOST_BYTES // 1_000_000} MB."
        raise UserError(Fault(problem, "It is very large, or was made to keep programs busy.", path)) from None


def _inspect(path: Path) -> Inspection:
    record = read_record(path)
    sources = tuple(compare_sources(record, path))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(path, strict=True)
        if not reader.is_encrypted:
            return _findings(reader, record, sources)
    except MemoryError:
        raise
    except Exception as error:  # the library can fail at a damaged file in any way
        if look_into(path, lambda data: data.rfind(b"/Encrypt") >= 0):
            raise UserError(Fault(*ENCRYPTED, path)) from None
        complaint = " ".join(str(error).split()) or type(error).__name__
        raise UserError(Fault(f"This PDF cannot be read; it may be damaged: {complaint}", file=path)) from None
    raise UserError(Fault(*ENCRYPTED, path))


def _findings(reader: PdfReader, record: Record, sources: tuple[tuple[str, SourceState], ...]) -> Inspection:
    root, pages = reader.root_object, list(reader.pages)
    metadata: Any = root["/Metadata"]
    claim = PDFA.search(metadata.get_data())
    return Inspection(
        record=record,
        sources=sources,
        title=(reader.metadata and reader.metadata.title) or "",
        pages=_count_sizes(page.mediabox for page in pages),
        trims=_count_sizes(page.trimbox for page in pages if "/TrimBox" in page),
        fonts=tuple(sorted({font for page in pages for font in _fonts(_entry(page, "/Resources"))})),
        smallest=min(((round(size, 2), number) for number, size in _sizes(pages)), default=None),
        archive=f"{claim[1].decode()}{claim[2].decode().lower()}" if claim else "",
        tagged=bool(_entry(root, "/MarkInfo").get("/Marked", False)),
        attached=tuple(file.alternative_name or file.name for file in reader.attachment_list),
    )


def _count_sizes(boxes: Iterator[Any]) -> SizeCounts:
    """Sizes of boxes to a hundredth of a point, and the number of each."""
    return tuple(Counter(Size(round(box.width, 2), round(box.height, 2)) for box in boxes).items())


def _sizes(pages: list[PageObject]) -> Iterator[tuple[int, float]]:
    for number, page in enumerate(pages, start=1):
        for size in set(read_type_sizes(page)):
            yield number, float(size)


def _fonts(resources: Any) -> Iterator[tuple[str, bool]]:
    """The fonts of a page and of the drawings on it."""
    for font in _entry(resources, "/Font").values():
        found = font.get_object()
        embedded = any(key.startswith("/FontFile") for key in _entry(found, "/FontDescriptor"))
        yield SUBSET_PREFIX.sub("", found["/BaseFont"]), embedded
    for drawing in _entry(resources, "/XObject").values():
        yield from _fonts(_entry(drawing.get_object(), "/Resources"))


def _entry(holder: Any, key: str) -> Any:
    """The value of a key in a dictionary, followed when it is a reference; {} when the key is missing."""
    found = holder.get(key)
    return {} if found is None else found.get_object()
