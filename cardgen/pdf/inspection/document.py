"""What a PDF that cardgen made has in it: pages, fonts, type, conformance, and the record of its making."""

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
from cardgen.pdf.inspection.type_sizes import read_type_sizes
from cardgen.scene.record import Record, read_record
from cardgen.units import Size

SUBSET_PREFIX = re.compile(r"^/(?:[A-Z]{6}\+)?")
"""What stands before the name of a font: it holds only the glyphs that are needed."""
PDFA = re.compile(rb"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>(\w)</pdfaid:conformance>")


SizeCounts = tuple[tuple[Size, int], ...]
"""Sizes in points, and how many pages have each."""


class Inspection(Struct, frozen=True):
    """A PDF as it was found."""

    record: Record
    title: str
    pages: SizeCounts
    trims: SizeCounts
    """What is left of pages that say where they are cut."""
    fonts: tuple[tuple[str, bool], ...]
    """Their names, and whether their glyphs are in the file."""
    smallest: tuple[float, int] | None
    """The smallest type in points, and the first page, from 1, that it is on."""
    archive: str
    """The part of PDF/A and its level, such as "2b"; empty for none."""
    tagged: bool
    attached: tuple[str, ...]


def inspect_pdf(path: Path) -> Inspection:
    """Read a PDF; UserError when it cannot be read, was not made by cardgen, or is damaged."""
    record = read_record(path)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _found(record, PdfReader(path, strict=True))
    except Exception as error:  # whatever is damaged, the library may fail at it in any way
        said = " ".join(str(error).split()) or type(error).__name__
        raise UserError(Fault(f"This PDF cannot be read; it may be damaged: {said}", file=path)) from error


def _found(record: Record, reader: PdfReader) -> Inspection:
    root, pages = reader.root_object, list(reader.pages)
    metadata: Any = root["/Metadata"]
    said = PDFA.search(metadata.get_data())
    return Inspection(
        record=record,
        title=(reader.metadata and reader.metadata.title) or "",
        pages=_counted(page.mediabox for page in pages),
        trims=_counted(page.trimbox for page in pages if "/TrimBox" in page),
        fonts=tuple(sorted({font for page in pages for font in _fonts(_part(page, "/Resources"))})),
        smallest=min(((round(size, 2), number) for number, size in _sizes(pages)), default=None),
        archive=f"{said[1].decode()}{said[2].decode().lower()}" if said else "",
        tagged=bool(_part(root, "/MarkInfo").get("/Marked", False)),
        attached=tuple(file.alternative_name or file.name for file in reader.attachment_list),
    )


def _counted(boxes: Iterator[Any]) -> SizeCounts:
    """Sizes of boxes, to a hundredth of a point, and how often each comes."""
    return tuple(Counter(Size(round(box.width, 2), round(box.height, 2)) for box in boxes).items())


def _sizes(pages: list[PageObject]) -> Iterator[tuple[int, float]]:
    for number, page in enumerate(pages, start=1):
        for size in set(read_type_sizes(page)):
            yield number, float(size)


def _fonts(resources: Any) -> Iterator[tuple[str, bool]]:
    """The fonts of a page, and of the drawings on it."""
    for font in _part(resources, "/Font").values():
        found = font.get_object()
        embedded = any(key.startswith("/FontFile") for key in _part(found, "/FontDescriptor"))
        yield SUBSET_PREFIX.sub("", found["/BaseFont"]), embedded
    for drawing in _part(resources, "/XObject").values():
        yield from _fonts(_part(drawing.get_object(), "/Resources"))


def _part(holder: Any, key: str) -> Any:
    """What a dictionary has under a key, directly or elsewhere in the file; nothing when it has not got it."""
    found = holder.get(key)
    return {} if found is None else found.get_object()
