"""The outline of a PDF: entries that lead to its pages, by which viewers and screen readers find a card."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from cardgen.pdf.objects import RawObject, format_string, object_number
from cardgen.scene.pages import Bookmark


class OutlineRoot(RawObject):
    """The root of an outline, in place of reportlab's own, which needs a named target for every page."""

    ready = 1
    """It is to be written."""

    def prepare(self, document: PDFDocument, canvas: Canvas) -> None:
        """Called by reportlab before it writes an outline; this one is complete."""


def add_outline(document: PDFDocument, bookmarks: Sequence[Bookmark], pages: Sequence[int]) -> list[str]:
    """Make the root of an outline; returns its entries, which must get the document's next numbers, in this order.

    `pages` are the numbers of the page objects.
    """
    document.Outlines = document.Catalog.Outlines = root = OutlineRoot()
    number, first = object_number(document, root), document.objectcounter + 1
    kids = _kids(bookmarks)
    root.data = f"<</Type/Outlines{_ends(kids[None], first)}/Count {len(kids[None])}>>".encode("ascii")
    entries = [""] * len(bookmarks)
    for parent, siblings in kids.items():
        above = number if parent is None else first + parent
        for place, index in enumerate(siblings):
            before = f"/Prev {first + siblings[place - 1]} 0 R" if place else ""
            after = f"/Next {first + siblings[place + 1]} 0 R" if place + 1 < len(siblings) else ""
            inside = f"{_ends(kids[index], first)}/Count -{len(kids[index])}" if index in kids else ""
            mark = bookmarks[index]
            target = f"/Dest[{pages[mark.page]} 0 R/Fit]"
            entries[index] = f"<</Title{format_string(mark.title)}/Parent {above} 0 R{before}{after}{inside}{target}>>"
    return entries


def _kids(bookmarks: Sequence[Bookmark]) -> dict[int | None, list[int]]:
    """The entries of level 0, under None; and those of level 1 under the entry that they belong to."""
    kids: dict[int | None, list[int]] = {None: []}
    for index, mark in enumerate(bookmarks):
        if mark.level:
            kids.setdefault(kids[None][-1], []).append(index)
        else:
            kids[None].append(index)
    return kids


def _ends(siblings: Sequence[int], first: int) -> str:
    return f"/First {first + siblings[0]} 0 R/Last {first + siblings[-1]} 0 R"
