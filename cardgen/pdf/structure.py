"""The structure of a PDF: what is on its pages as headings, paragraphs, lists, tables and drawings, in reading order.

ISO 32000-1, 14.6 to 14.8: marked content has a number on its page, which an element of a tree refers to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFDictionary, PDFDocument, PDFObject, PDFObjectReference, PDFPage
from reportlab.pdfgen.canvas import Canvas

from cardgen.scene import Face, Mark, Placed, Tag, Text

ARTIFACT, END = "/Artifact BMC", "EMC"
JOINED = "-×"
"""A line that ends so goes on in the next one without a blank."""
ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})
PAGE_KEYS = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
"""What reportlab writes of a page; it leaves out every other key."""


class Content(NamedTuple):
    """Marks of a face that belong together, and the operator that opens their part of the page."""

    operator: str
    marks: Sequence[Mark]

    def texts(self) -> Iterator[tuple[Text, str]]:
        """Its lines of text as they are written: what is read has a blank between two of them, which nobody sees."""
        lines = [mark for mark in self.marks if isinstance(mark, Text)]
        read = self.operator not in ("", ARTIFACT)
        for place, mark in enumerate(lines, 1):
            blank = read and place < len(lines) and mark.text[-1:] not in JOINED
            yield mark, mark.text + " " * blank


def contents(face: Face, first: int) -> Iterator[Content]:
    """All marks of a face as they are drawn; the parts that are read are numbered from `first`, in reading order."""
    numbered = enumerate(leaves(face.tags), first)
    done = 0
    for number, tag in sorted(numbered, key=lambda found: found[1].start):
        if done < tag.start:
            yield Content(ARTIFACT, face.marks[done : tag.start])
        yield Content(f"/{tag.role} <</MCID {number}>> BDC", face.marks[tag.start : tag.stop])
        done = tag.stop
    if done < len(face.marks):
        yield Content(ARTIFACT, face.marks[done:])


def leaves(tags: Sequence[Tag]) -> Iterator[Tag]:
    """The tags that cover marks themselves, in reading order."""
    for tag in tags:
        if tag.parts:
            yield from leaves(tag.parts)
        elif tag.start < tag.stop:
            yield tag


class Written(PDFObject):  # type: ignore[misc]
    """A dictionary of the file as text, but for the page it is on; reportlab's own take several times as long."""

    __RefOnly__ = 1
    __slots__ = ("__InternalName__", "page", "text")

    def __init__(self) -> None:
        self.text = self.page = ""

    def format(self, document: PDFDocument) -> bytes:
        on_page = f"/Pg {document.idToObjectNumberAndVersion[self.page][0]} 0 R" if self.page else ""
        return f"<<{self.text}{on_page}>>".encode("ascii")


class Structure:
    """The tree of a document, grown page by page: an element for each face, and below it one for each tag."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas, self.document = canvas, canvas._doc
        self.root, self.body = Written(), Written()
        self.root_number, self.body_number = self.add(self.root), self.add(self.body)
        self.faces: list[tuple[int, int]] = []
        """The place of every face among all, and its element."""
        self.parents: list[str] = []
        """For every page the elements of its contents, for every link its element."""
        self.owners: list[int] = []
        """The elements of the contents of the present page."""
        self.links: Iterator[PDFObjectReference] = iter(())
        """The links of the present page that have no element yet."""

    def add(self, written: Written) -> int:
        """Make it an object of the file; returns its number."""
        self.document.Reference(written)
        number: int = self.document.objectcounter
        return number

    def begin(self) -> None:
        """Begin a page, which has its links already, in reading order."""
        self.key = len(self.parents)
        self.parents.append("")
        self.owners, self.links = [], iter(self.canvas._annotationrefs)

    def face(self, placed: Placed) -> Iterator[Content]:
        """Add a face of the present page; gives its contents."""
        first, section = len(self.owners), Written()
        if placed.face.tags:
            number = self.add(section)
            section.text = f"/S/Sect/P {self.body_number} 0 R{self.kids(placed.face.tags, number)}"
            self.faces.append((placed.order, number))
        return contents(placed.face, first)

    def kids(self, tags: Sequence[Tag], parent: int) -> str:
        """Add elements; returns how their parent names them."""
        return f"/K[{' '.join([f'{self.element(tag, parent)} 0 R' for tag in tags])}]"

    def element(self, tag: Tag, parent: int) -> int:
        """Add the element of a tag, and those of its parts; returns its number."""
        written, role, kids = Written(), tag.role, ""
        number = self.add(written)
        if tag.parts:
            kids = self.kids(tag.parts, number)
        elif tag.start < tag.stop:
            kids = f"/K {len(self.owners)}"
            written.page = self.document.thisPageName()
            if role == "Link":
                role, kids = self.link(number)
            self.owners.append(number)
        alt = f"/{'Alt' if role == 'Figure' else 'ActualText'}{_string(tag.alt)}" if tag.alt else ""
        scope = f"/A<</O/Table/Scope/{tag.scope}>>" if tag.scope else ""
        written.text = f"/S/{role}/P {parent} 0 R{alt}{scope}{kids}"
        return number

    def link(self, number: int) -> tuple[str, str]:
        """The role of an element that leads to a page, and its kids; on paper it only names the page."""
        reference = next(self.links, None)
        if reference is None:
            return "Span", f"/K {len(self.owners)}"
        link = self.document.idToObject[reference.name]
        link.permitted = (*LinkAnnotation.permitted, "StructParent")
        link.otherkw["StructParent"] = len(self.parents)
        self.parents.append(f"{number} 0 R")
        place = self.document.idToObjectNumberAndVersion[reference.name][0]
        return "Link", f"/K[{len(self.owners)} <</Type/OBJR/Obj {place} 0 R>>]"

    def end(self) -> None:
        """End the page that was just closed: it refers to its elements."""
        page = self.document.Pages.pages[-1]
        page.__NoDefault__ = PAGE_KEYS
        page.StructParents, page.Tabs, page.Trans = self.key, "/S", None
        self.parents[self.key] = f"[{' '.join([f'{number} 0 R' for number in self.owners])}]"

    def finish(self) -> None:
        """Write the root of the tree when all pages are there."""
        sections = " ".join([f"{number} 0 R" for _, number in sorted(self.faces)])
        self.body.text = f"/S/Document/P {self.root_number} 0 R/K[{sections}]"
        tree = " ".join([f"{key} {owners}" for key, owners in enumerate(self.parents)])
        self.root.text = (
            f"/Type/StructTreeRoot/K {self.body_number} 0 R"
            f"/ParentTree<</Nums[{tree}]>>/ParentTreeNextKey {len(self.parents)}"
        )
        self.document.Catalog.StructTreeRoot = self.root
        self.document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.canvas.setViewerPreference("DisplayDocTitle", "true")


@lru_cache(maxsize=1024)
def _string(text: str) -> str:
    """A text as a PDF writes it."""
    if text.isascii():
        return f"({text.translate(ESCAPED)})"
    return f"<feff{text.encode('utf-16-be').hex()}>"
