"""Pages to the bytes of a PDF: its properties, its pages, its outline."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Literal

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from cardgen.pdf.packed import close_page
from cardgen.pdf.pen import Forms, Pen, draw_face, store_new
from cardgen.pdf.structure import ARTIFACT, Content, Structure
from cardgen.scene import Bookmark, Page
from cardgen.text import font

# Set here, because a user's own reportlab settings would change the bytes of the file.
rl_config.useA85 = 0
rl_config.pageCompression = 1

Flip = Literal["Long", "Short"]


def write(
    pages: Iterable[Page],
    title: str,
    language: str,
    flip: Flip | None = None,
    bookmarks: Sequence[Bookmark] = (),
    tagged: bool = True,
) -> bytes:
    """A PDF of the pages: fonts embedded, artwork stored once, the same bytes for the same pages.

    `flip` is the edge that sheets are turned over for their backs; None prints on one side. With `tagged` the file says
    what everything on its pages is, and in which order it is read: a screen reader reads it out.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, initialFontName=font("regular").fontName, invariant=1, lang=language)
    canvas.setTitle(title)
    canvas.setCreator("cardgen")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("Duplex", f"DuplexFlip{flip}Edge" if flip else "Simplex")
    forms: Forms = {}
    structure = Structure(canvas) if tagged else None
    for number, page in enumerate(pages):
        store_new(canvas, page, forms)
        canvas.setPageSize(page.size)
        _lead(canvas, page, number)
        _draw(canvas, page, forms, structure)
    for mark in bookmarks:
        canvas.addOutlineEntry(mark.title, _key(mark.page), mark.level, closed=mark.level == 0)
    if structure:
        structure.finish()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, page: Page, forms: Forms, structure: Structure | None) -> None:
    """Draw a page; with a structure its faces are marked as what they are."""
    pen = Pen(canvas, page.size.height, forms)
    if structure is None:
        for placed in page.faces:
            draw_face(canvas, page.size, placed, forms)
        pen.draw(page.marks)
        close_page(canvas)
        return
    for placed in page.faces:
        draw_face(canvas, page.size, placed, forms, structure.face(placed))
    pen.draw_marked([Content(ARTIFACT, page.marks)] if page.marks else [])
    links = canvas._annotationrefs
    close_page(canvas)
    structure.end(links)


def _lead(canvas: Canvas, page: Page, number: int) -> None:
    """Make the page one that links and bookmarks lead to, and add its own links."""
    if not page.label:
        return
    canvas.bookmarkPage(_key(number))
    canvas.addPageLabel(number, prefix=page.label)
    for link in page.links:
        box = link.box
        place = (box.x, page.size.height - box.bottom, box.right, page.size.height - box.y)
        canvas.linkAbsolute("", _key(link.target), place, Border="[0 0 0]")


def _key(number: int) -> str:
    """The name of a page inside the file."""
    return f"page-{number}"
