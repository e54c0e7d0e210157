"""Gives a PDF its properties: Info dictionary, XMP packet, output intent of PDF/A, attached files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDate,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from cardgen.files.folders import SRGB_PROFILE
from cardgen.pdf.properties import Attachment, PdfFormat, Properties
from cardgen.pdf.xmp import format_packet


class _Info(PDFInfo):  # type: ignore[misc]
    """The Info dictionary with known entries only; reportlab's own invents an author."""

    def format(self, document: Any) -> bytes:
        date = PDFDate(ts=document._timeStamp)
        given = {"Title": self.title, "Producer": self.producer, "Creator": self.creator, "Subject": self.subject}
        texts = {key: PDFString(text) for key, text in given.items() if text}
        formatted: bytes = PDFDictionary({**texts, "CreationDate": date, "ModDate": date}).format(document)
        return formatted


def set_properties(canvas: Canvas, properties: Properties, pdf_format: PdfFormat) -> None:
    """Give a document whose pages are drawn its properties; its /ID then depends on them too."""
    document, catalog = canvas._doc, canvas._doc.Catalog
    info = document.info = _Info()
    info.title, info.creator, info.subject = properties.title, properties.creator, properties.command
    xmp = format_packet(properties, info.producer, _date(document), pdf_format).encode()
    catalog.Metadata = XMP(creator=lambda _: xmp)
    # The catalog writes only the keys in its list, and drops others silently.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    if pdf_format.pdfa:
        catalog.OutputIntents = PDFArray([_output_intent(document)])
    if properties.attached:
        _attach(document, properties.attached)
    document.updateSignature(xmp)


def _date(document: Any) -> str:
    """The date of the Info dictionary in the format of XMP."""
    stamp = document._timeStamp
    year, month, day, hour, minute, second = stamp.YMDhms
    zone = f"{stamp.dhh:+03d}:{stamp.dmm:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{zone}"


def _output_intent(document: Any) -> PDFDictionary:
    """The color space of the document."""
    profile = PDFStream(PDFDictionary({"N": 3}), SRGB_PROFILE.read_bytes(), [PDFZCompress])
    name = PDFString("sRGB IEC61966-2.1")
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": name,
            "Info": name,
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _attach(document: Any, attached: Sequence[Attachment]) -> None:
    """Embed files as the sources of the document."""
    files = [document.Reference(_file(document, file)) for file in attached]
    document.Catalog.AF = PDFArray(files)
    # The keys must be in order, and files of the same name from several folders need different ones.
    keys = [PDFString(f"{number:04d} {file.name}") for number, file in enumerate(attached)]
    names = PDFArray([part for pair in zip(keys, files, strict=True) for part in pair])
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": names})})


def _file(document: Any, file: Attachment) -> PDFDictionary:
    data, media = file.data, "/" + file.media.replace("/", "#2F")  # "#2F" is a slash in a name
    about = {
        "Size": len(data),
        "CheckSum": PDFString(hashlib.md5(data, usedforsecurity=False).digest(), enc="raw"),
        "ModDate": PDFDate(ts=document._timeStamp),
    }
    held = PDFDictionary({"Type": PDFName("EmbeddedFile"), "Subtype": media, "Params": PDFDictionary(about)})
    stream, name = document.Reference(PDFStream(held, data, [PDFZCompress])), PDFString(file.name)
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": name,
            "UF": name,
            "EF": PDFDictionary({"F": stream, "UF": stream}),
            "AFRelationship": PDFName("Source"),
            "Desc": PDFString("What this document was made from"),
        }
    )
