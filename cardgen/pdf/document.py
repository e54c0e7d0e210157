"""Pages to the bytes of a PDF."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Sequence
from operator import attrgetter

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas

from cardgen.errors import Fault, UserError, shorten
from cardgen.pdf.metadata import set_properties
from cardgen.pdf.objects import RawObject, compress_stream, format_number, object_number
from cardgen.pdf.outline import add_outline
from cardgen.pdf.pen import Pen, SharedResources
from cardgen.pdf.properties import TAGGED_PDF, PdfFormat, Properties
from cardgen.pdf.structure import ARTIFACT_OPERATOR, MarkedContent, StructureTree
from cardgen.scene.fonts import font
from cardgen.scene.pages import Bookmark, Flip, Page, PlacedFace
from cardgen.units import Box, Size

# Set here, because a user's own reportlab settings would change the bytes of the file.
rl_config.useA85 = 0
rl_config.pageCompression = 1

DATE_VARIABLE = "SOURCE_DATE_EPOCH"
"""Sets the date of what a build makes (reproducible-builds.org)."""
LAST_SECOND = 253_402_300_799
"""The end of the year 9999, after which a date has no place in a PDF."""
TURN_MATRICES = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}
"""The matrix of each turn, counterclockwise in degrees."""
PRINTED_FLAG = 4
"""The flag of a link that is printed too: PDF/A allows no other links."""


class PdfDocument:
    """A PDF that pages are added to one by one, and that gets its properties at the end.

    Fonts are embedded and artwork is stored once. The same pages and properties make the same bytes.
    """

    def __init__(self, pdf_format: PdfFormat) -> None:
        _check_date()
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, initialFontName=font("regular").fontName, invariant=1, pdfVersion=(1, 7))
        self._resources = SharedResources(self._canvas._doc)
        self._structure = StructureTree(self._canvas) if pdf_format.tagged else None
        self._format = pdf_format
        self._labels: list[object] = []
        self._pages: list[int] = []
        """The numbers of the page objects."""

    def add(self, page: Page) -> None:
        """Draw a page after the others; the document keeps only its compressed content."""
        if page.label:
            self._labels += (len(self._pages), PDFDictionary({"P": PDFString(page.label)}))
            _add_links(self._canvas, page, len(self._pages))
        self._pages.append(_draw_page(self._canvas, page, self._resources, self._structure))

    def finish(self, properties: Properties, duplex: Flip | None = None, bookmarks: Sequence[Bookmark] = ()) -> bytes:
        """The bytes of the document, to which no page can be added any more.

        `duplex` is the edge that sheets are turned over for their backs; None prints on one side.
        """
        canvas, catalog = self._canvas, self._canvas._doc.Catalog
        catalog.Lang = PDFString(properties.language)
        _set_preferences(canvas, duplex)
        self._resources.finish()
        if bookmarks:
            self._add_outline(bookmarks)
        if self._labels:
            # Reportlab's own labels are indirect objects, which PDF/A does not allow.
            catalog.PageLabels = PDFDictionary({"Nums": PDFArray(self._labels)})
        if self._structure:
            self._structure.finish()
        set_properties(canvas, properties, self._format)
        canvas.save()
        return self._file.getvalue()

    def _add_outline(self, bookmarks: Sequence[Bookmark]) -> None:
        """Write the outline: packed where the structure is, too."""
        document = self._canvas._doc
        entries = add_outline(document, bookmarks, self._pages)
        document.updateSignature("".join(entries).encode("ascii"))
        if self._structure:
            self._structure.packer.add(entries)
            return
        for entry in entries:
            object_number(document, RawObject(entry.encode("ascii")))


def _check_date() -> None:
    """UserError when the variable that sets the date of all PDFs is no date; it is read by reportlab."""
    given = os.environ.get(DATE_VARIABLE, "").strip()
    if given and not (given.isascii() and given.isdecimal() and int(given) <= LAST_SECOND):
        problem = f"The environment variable {DATE_VARIABLE} is '{shorten(given)}', not a number of seconds since 1970."
        raise UserError(Fault(problem, f"Correct it, or remove it: unset {DATE_VARIABLE}."))


def build_pdf(
    pages: Iterable[Page],
    properties: Properties,
    pdf_format: PdfFormat = TAGGED_PDF,
    *,
    duplex: Flip | None = None,
    bookmarks: Sequence[Bookmark] = (),
) -> bytes:
    """A PDF of finished pages, in one step."""
    document = PdfDocument(pdf_format)
    for page in pages:
        document.add(page)
    return document.finish(properties, duplex, bookmarks)


def _draw_page(canvas: Canvas, page: Page, resources: SharedResources, structure: StructureTree | None) -> int:
    """Draw a page and put it into the file at once; returns its number there. With a structure it is tagged."""
    document, links = canvas._doc, canvas._annotationrefs
    content = _page_content(page, resources, structure).encode("latin-1")
    document.updateSignature(content)  # reportlab makes the file's /ID from its title and its date only
    keys = [
        f"/Type/Page/Parent {object_number(document, document.Pages)} 0 R{_page_boxes(page)}",
        f"/Resources {object_number(document, resources.of_pages)} 0 R",
        f"/Contents {object_number(document, RawObject(compress_stream('', content)))} 0 R",
        structure.keys if structure else "",
    ]
    if links:
        targets = [document.idToObjectNumberAndVersion[link.name][0] for link in links]
        keys.append(f"/Annots[{' '.join([f'{target} 0 R' for target in targets])}]")
    written = RawObject(f"<<{''.join(keys)}>>".encode("ascii"))
    document.addPage(written)
    canvas._startPage()  # starts a new list of links and counts the page; reportlab draws nothing on it
    number = object_number(document, written)
    if structure:
        structure.end_page(number, links)
    return number


def _page_content(page: Page, resources: SharedResources, structure: StructureTree | None) -> str:
    """The operators that draw a page, its faces in reading order."""
    code: list[str] = []
    for placed in sorted(page.faces, key=attrgetter("order")):
        _draw_face(code, page.size, placed, resources, structure.add_face(placed) if structure else None)
    pen = Pen(code, page.size.height, resources)
    if structure and page.marks:
        pen.draw_marked([MarkedContent(ARTIFACT_OPERATOR, page.marks)])
    else:
        pen.draw(page.marks)
    return "\n".join(code)


def _draw_face(
    code: list[str],
    page: Size,
    placed: PlacedFace,
    resources: SharedResources,
    contents: Iterable[MarkedContent] | None = None,
) -> None:
    """Draw a face in its box, turned about the corner where its bottom left is then.

    `contents` are the marks of the face in runs, each of which is tagged.
    """
    box, face = placed.box, placed.face
    x = box.right if placed.turn in (90, 180) else box.x
    y = box.bottom if placed.turn in (0, 90) else box.y
    code.append(f"q {TURN_MATRICES[placed.turn]} {x:.4f} {page.height - y:.4f} cm")
    pen = Pen(code, face.size.height, resources)
    if contents is None:
        pen.draw(face.marks)
    else:
        pen.draw_marked(contents)
    code.append("Q")


def _page_boxes(page: Page) -> str:
    """The entries for the size of a page, its trim and its bleed."""
    width, height = page.size
    box, over = page.trim or Box(0, 0, width, height), page.bleed
    trim = (box.x, height - box.bottom, box.right, height - box.y)
    bleed = (trim[0] - over, trim[1] - over, trim[2] + over, trim[3] + over)
    named = {"Media": (0, 0, width, height), "Trim": trim, "Bleed": bleed}
    return "".join([f"/{name}Box[{' '.join(map(format_number, corners))}]" for name, corners in named.items()])


def _set_preferences(canvas: Canvas, duplex: Flip | None) -> None:
    """Ask viewers to print at 100%, on one or both sides, on paper of the page's size, and to show the title."""
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("Duplex", f"DuplexFlip{duplex.title()}Edge" if duplex else "Simplex")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # `setViewerPreference` checks a list of preferences that lacks this one.
    PDFDictionary.__setitem__(canvas._doc.Catalog.ViewerPreferences, "PickTrayByPDFSize", "true")


def _add_links(canvas: Canvas, page: Page, number: int) -> None:
    """Make a page the possible target of links and bookmarks, and add its own links."""
    canvas.bookmarkPage(_page_key(number))
    for link in page.links:
        box = link.box
        place = (box.x, page.size.height - box.bottom, box.right, page.size.height - box.y)
        canvas.linkAbsolute(PDFString(link.text), _page_key(link.target), place, Border="[0 0 0]", F=PRINTED_FLAG)


def _page_key(number: int) -> str:
    """The name of a page inside the file."""
    return f"page-{number}"
