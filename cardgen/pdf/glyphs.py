"""Characters as a PDF writes them: each font is in it with those that are used, and numbers them anew."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument

from cardgen.pdf.objects import STRING_ESCAPES
from cardgen.scene.text import font


class Glyphs(dict[int, str]):
    """What a document writes for each character of a font, found when it is needed: a byte, with what must be escaped.

    A font is in the file in subsets of 256 characters. When the first one is full, `full` says so.
    """

    def __init__(self, document: PDFDocument, name: str) -> None:
        self.document, self.font, self.full = document, font(name), False
        self.internal = self.font.getSubsetInternalName(0, document)

    def __missing__(self, code: int) -> str:
        ((subset, written),) = self.font.splitString(chr(code), self.document)
        if subset:
            self.full = True
            return ""
        self[code] = _escaped(written)
        return self[code]

    def runs(self, text: str) -> list[tuple[str, str]]:
        """A text in pieces: the name of the subset that each is in, and how it is written."""
        written = text.translate(self)
        if not self.full:
            return [(self.internal, written)]
        pieces = self.font.splitString(text, self.document)
        return [
            (self.font.getSubsetInternalName(subset, self.document), _escaped(written)) for subset, written in pieces
        ]


def _escaped(written: bytes) -> str:
    """Bytes as they stand between the brackets of a text."""
    return written.decode("latin-1").translate(STRING_ESCAPES)
