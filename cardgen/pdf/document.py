"""Pages to the bytes of a PDF: its properties, its pages, its outline."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas

from cardgen.pdf.metadata import describe
from cardgen.pdf.packed import close_page
from cardgen.pdf.pen import Pen, Store, draw_face, store_new
from cardgen.pdf.structure import ARTIFACT, Content, Structure
from cardgen.pdf.xmp import Properties
from cardgen.scene import Bookmark, Flip, Page
from cardgen.text import font
from cardgen.units import Box

# Set here, because a user's own reportlab settings would change the bytes of the file.
rl_config.useA85 = 0
rl_config.pageCompression = 1

PRINTED = 4
"""The flag of a link that is on paper too: PDF/A has no other links."""


def write(
    pages: Iterable[Page], properties: Properties, flip: Flip | None = None, bookmarks: Sequence[Bookmark] = ()
) -> bytes:
    """A PDF of the pages: fonts embedded, artwork stored once, the same bytes for the same pages.

    `properties` are read when the last page is drawn. `flip` is the edge that sheets are turned over for their backs;
    None prints on one side.
    """
    buffer = io.BytesIO()
    initial = font("regular").fontName
    canvas = Canvas(buffer, initialFontName=initial, invariant=1, lang=properties.language, pdfVersion=(1, 7))
    _prefer(canvas, flip)
    store = Store(canvas)
    labels: list[object] = []
    structure = Structure(canvas) if properties.form.tagged else None
    for number, page in enumerate(pages):
        store_new(canvas, page, store)
        canvas.setPageSize(page.size)
        _set_boxes(canvas, page)
        if page.label:
            labels += (number, PDFDictionary({"P": PDFString(page.label)}))
            _lead(canvas, page, number)
        _draw(canvas, page, store, structure)
    for mark in bookmarks:
        canvas.addOutlineEntry(mark.title, _key(mark.page), mark.level, closed=mark.level == 0)
    if labels:
        # Reportlab's own labels are objects of their own, which PDF/A does not want.
        canvas._doc.Catalog.PageLabels = PDFDictionary({"Nums": PDFArray(labels)})
    if structure:
        structure.finish()
    describe(canvas, properties)
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, page: Page, store: Store, structure: Structure | None) -> None:
    """Draw a page; with a structure its faces are marked as what they are."""
    pen = Pen(canvas._code, page.size.height, store)
    if structure is None:
        for placed in page.faces:
            draw_face(canvas, page.size, placed, store)
        pen.draw(page.marks)
        close_page(canvas)
        return
    for placed in page.faces:
        draw_face(canvas, page.size, placed, store, structure.face(placed))
    pen.draw_marked([Content(ARTIFACT, page.marks)] if page.marks else [])
    links = canvas._annotationrefs
    close_page(canvas)
    structure.end(links)


def _set_boxes(canvas: Canvas, page: Page) -> None:
    """What is cut out of the page, and how far colour runs over it."""
    box, height = page.trim or Box(0, 0, *page.size), page.size.height
    for name, over in (("trim", 0.0), ("bleed", page.bleed)):
        corners = (box.x - over, height - box.bottom - over, box.right + over, height - box.y + over)
        canvas.setCropBox(corners, name)


def _prefer(canvas: Canvas, flip: Flip | None) -> None:
    """Ask viewers to print at 100 %, on both sides or on one, on paper of the page's size, and to show the title."""
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("Duplex", f"DuplexFlip{flip.title()}Edge" if flip else "Simplex")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # Reportlab's list of preferences, which `setViewerPreference` checks, has not got this one.
    PDFDictionary.__setitem__(canvas._doc.Catalog.ViewerPreferences, "PickTrayByPDFSize", "true")


def _lead(canvas: Canvas, page: Page, number: int) -> None:
    """Make the page one that links and bookmarks lead to, and add its own links."""
    canvas.bookmarkPage(_key(number))
    for link in page.links:
        box = link.box
        place = (box.x, page.size.height - box.bottom, box.right, page.size.height - box.y)
        canvas.linkAbsolute("", _key(link.target), place, Border="[0 0 0]", F=PRINTED)


def _key(number: int) -> str:
    """The name of a page inside the file."""
    return f"page-{number}"
