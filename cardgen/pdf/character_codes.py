"""Characters as a PDF writes them: each font is embedded as a subset, which numbers its characters."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFDocument

from cardgen.characters import ACCENT, SOFT_HYPHEN
from cardgen.pdf.objects import STRING_ESCAPES
from cardgen.scene import accents
from cardgen.scene.fonts import font


class Glyphs(dict[int, str]):
    """The code of each character of a font in a document, found when it is needed: a byte, escaped where it must be.

    A font is embedded in subsets of 256 characters; `full` is set when the first one is full.
    """

    def __init__(self, document: PDFDocument, name: str) -> None:
        self.document, self.font, self.full = document, font(name), False
        self[ord(SOFT_HYPHEN)] = ""
        self.internal = self.font.getSubsetInternalName(0, document)

    def __missing__(self, code: int) -> str:
        ((subset, written),) = self.font.splitString(chr(code), self.document)
        if subset:
            self.full = True
            return ""
        self[code] = _escaped(written)
        return self[code]

    def pieces(self, text: str) -> Iterable[tuple[float, float, str]]:
        """A line of text in pieces with their distances from its origin, right and up for 1 point.

        A text without accents of their own is one piece.
        """
        if text.isascii() or not ACCENT.search(text):
            return ((0.0, 0.0, text),)
        return accents.place_accents(text, self.font.fontName)

    def runs(self, text: str) -> list[tuple[str, str]]:
        """A text in runs: the name of the subset of each, and its escaped codes."""
        written = text.translate(self)
        if not self.full:
            return [(self.internal, written)]
        pieces = self.font.splitString(text.replace(SOFT_HYPHEN, ""), self.document)
        return [
            (self.font.getSubsetInternalName(subset, self.document), _escaped(written)) for subset, written in pieces
        ]


def _escaped(written: bytes) -> str:
    """Bytes as they are written between the parentheses of a string."""
    return written.decode("latin-1").translate(STRING_ESCAPES)
