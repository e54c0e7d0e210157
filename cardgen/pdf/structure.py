"""The structure of a PDF: what is on its pages as headings, paragraphs, lists, tables and drawings, in reading order.

ISO 32000-1, 14.6 to 14.8: marked content has a number on its page, which an element of a tree refers to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import cast

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFDictionary, PDFDocument, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from cardgen.pdf.objects import STRING_ESCAPES, RawObject, object_number
from cardgen.pdf.packed import ObjectStream, format_document, pack_objects
from cardgen.scene.faces import Tag
from cardgen.scene.marks import Mark, Text
from cardgen.scene.pages import PlacedFace

ARTIFACT_OPERATOR, END_OPERATOR = "/Artifact BMC", "EMC"
UNSPACED_ENDINGS = ("-", "×")
"""A line that ends so goes on in the next one without a blank."""


class MarkedContent(Struct, frozen=True):
    """Marks of a face that belong together, and the operator that opens their part of the page."""

    operator: str
    marks: Sequence[Mark]

    def is_text(self) -> bool:
        """It has nothing but lines of text."""
        return {type(mark) for mark in self.marks} == {Text}

    def texts(self) -> list[tuple[Text, str]]:
        """Its lines of text as they are written: what is read has a blank between two of them, which nobody sees."""
        lines = cast(Sequence[Text], self.marks)
        if len(lines) == 1 or self.operator in ("", ARTIFACT_OPERATOR):
            return [(line, line.text) for line in lines]
        *others, last = lines
        return [
            *((line, line.text if line.text.endswith(UNSPACED_ENDINGS) else line.text + " ") for line in others),
            (last, last.text),
        ]


def mark_contents(marks: Sequence[Mark], tags: Sequence[Tag], first: int) -> Iterator[MarkedContent]:
    """All marks of a face as they are drawn; the parts that `tags` cover are numbered from `first`, in their order."""
    done = 0
    for number, tag in sorted(enumerate(tags, first), key=lambda found: found[1].start):
        if done < tag.start:
            yield MarkedContent(ARTIFACT_OPERATOR, marks[done : tag.start])
        yield MarkedContent(f"/{tag.role} <</MCID {number}>> BDC", marks[tag.start : tag.stop])
        done = tag.stop
    if done < len(marks):
        yield MarkedContent(ARTIFACT_OPERATOR, marks[done:])


def leaf_tags(tags: Sequence[Tag]) -> Iterator[Tag]:
    """The tags that cover marks themselves, in reading order."""
    for tag in tags:
        if tag.parts:
            yield from leaf_tags(tag.parts)
        elif tag.start < tag.stop:
            yield tag


class StructureTree:
    """The tree of a document, grown page by page: an element for each face, and below it one for each tag."""

    def __init__(self, canvas: Canvas) -> None:
        self.document = canvas._doc
        self.root, self.body = RawObject(), RawObject()
        self.root_number, self.body_number = (
            object_number(self.document, self.root),
            object_number(self.document, self.body),
        )
        self.packs: list[ObjectStream] = []
        self.faces: list[tuple[int, int]] = []
        """The place of every face among all, and its element."""
        self.parents: list[str] = []
        """For every page the elements of its contents, for every link its element."""
        self.placed: list[PlacedFace] = []
        """The faces of the present page."""
        self.count = 0
        """Of the contents of the present page."""

    def face(self, placed: PlacedFace) -> Iterator[MarkedContent]:
        """Add a face to the present page; gives its contents."""
        first, tags = self.count, list(leaf_tags(placed.face.tags))
        self.placed.append(placed)
        self.count += len(tags)
        return mark_contents(placed.face.marks, tags, first)

    @property
    def keys(self) -> str:
        """What the present page says of its contents: where their elements are found, and that links follow them."""
        return f"/StructParents {len(self.parents)}/Tabs/S"

    def end(self, page: int, links: Sequence[PDFObjectReference]) -> None:
        """End the page that was just written, by its number: it gets its elements; `links` are in reading order."""
        branch = PageElements(self.document, page, len(self.parents) + 1, links)
        for placed in self.placed:
            if placed.face.tags:
                section = Tag("Sect", 0, 0, parts=placed.face.tags)
                self.faces.append((placed.order, branch.element(section, self.body_number)))
        self.parents += [_reference(branch.add(f"[{_references(branch.owners)}]")), *map(_reference, branch.linked)]
        self.packs.append(pack_objects(self.document, branch.objects))
        self.placed, self.count = [], 0

    def finish(self) -> None:
        """Write the root of the tree when all pages are there."""
        sections = _references([number for _, number in sorted(self.faces)])
        self.body.data = f"<</S/Document/P {self.root_number} 0 R/K[{sections}]>>".encode("ascii")
        tree = " ".join([f"{key} {owners}" for key, owners in enumerate(self.parents)])
        self.root.data = (
            f"<</Type/StructTreeRoot/K {self.body_number} 0 R"
            f"/ParentTree<</Nums[{tree}]>>/ParentTreeNextKey {len(self.parents)}>>"
        ).encode("ascii")
        self.document.Catalog.StructTreeRoot = self.root
        self.document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.document.format = partial(format_document, self.document, self.packs)


class PageElements:
    """The elements of a page, which get the next numbers of the document."""

    def __init__(self, document: PDFDocument, page: int, key: int, links: Sequence[PDFObjectReference]) -> None:
        """`key` is where the page's links begin in the list of parents."""
        self.document, self.page, self.key, self.links = document, page, key, links
        self.first: int = document.objectcounter + 1
        self.objects: list[str] = []
        self.owners: list[int] = []
        """The elements of the page's contents."""
        self.linked: list[int] = []
        """The elements of its links."""

    def add(self, text: str) -> int:
        """Add an object as it is written; returns its number."""
        self.objects.append(text)
        return self.first + len(self.objects) - 1

    def element(self, tag: Tag, parent: int) -> int:
        """Add the element of a tag, and those of its parts; returns its number."""
        number, role, kids = self.add(""), tag.role, ""
        if tag.parts:
            kids = f"/K[{_references([self.element(part, number) for part in tag.parts])}]"
        elif tag.start < tag.stop:
            kids = f"/Pg {self.page} 0 R/K {len(self.owners)}"
            if role == "Link":
                role, kids = self.link(number, kids)
            self.owners.append(number)
        alt = f"/{'Alt' if role == 'Figure' else 'ActualText'}{_string(tag.alt)}" if tag.alt else ""
        scope = f"/A<</O/Table/Scope/{tag.scope}>>" if tag.scope else ""
        self.objects[number - self.first] = f"<</S/{role}/P {parent} 0 R{alt}{scope}{kids}>>"
        return number

    def link(self, number: int, kids: str) -> tuple[str, str]:
        """The role of an element that leads to a page, and its kids; on paper it only names the page."""
        if len(self.linked) == len(self.links):
            return "Span", kids
        name = self.links[len(self.linked)].name
        link = self.document.idToObject[name]
        link.permitted = (*LinkAnnotation.permitted, "StructParent")
        link.otherkw["StructParent"] = self.key + len(self.linked)
        self.linked.append(number)
        place = object_number(self.document, link)
        return "Link", f"/Pg {self.page} 0 R/K[{len(self.owners)} <</Type/OBJR/Obj {place} 0 R>>]"


def _reference(number: int) -> str:
    return f"{number} 0 R"


def _references(numbers: Sequence[int]) -> str:
    return " ".join(map(_reference, numbers))


@lru_cache(maxsize=1024)
def _string(text: str) -> str:
    """A text as a PDF writes it."""
    if text.isascii():
        return f"({text.translate(STRING_ESCAPES)})"
    return f"<feff{text.encode('utf-16-be').hex()}>"
