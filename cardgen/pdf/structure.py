"""The structure tree of a PDF: headings, paragraphs, lists, tables and drawings of its pages in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from msgspec import Struct, field
from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFDictionary, PDFDocument, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from cardgen.pdf.objects import RawObject, format_string, object_number
from cardgen.pdf.packed import StreamPacker, format_document
from cardgen.scene.faces import Tag
from cardgen.scene.marks import Mark, Text
from cardgen.scene.pages import PlacedFace

ARTIFACT_OPERATOR, END_OPERATOR = "/Artifact BMC", "EMC"
TEXT_ALONE = {Text}
UNSPACED_ENDINGS = ("-", "×")
"""After a line that ends with one of these, the next line is read without a space."""


class MarkedContent(Struct, frozen=True):
    """Marks of a face that belong together, and the operator that begins them."""

    operator: str
    marks: Sequence[Mark]

    def is_text(self) -> bool:
        """Whether it consists of lines of text."""
        return set(map(type, self.marks)) == TEXT_ALONE

    def texts(self) -> list[tuple[Text, str]]:
        """Its lines of text as they are written: with an invisible space between two lines that are read together."""
        lines: Sequence[Text] = self.marks  # type: ignore[assignment]  # asked only of text
        if len(lines) == 1 or self.operator in ("", ARTIFACT_OPERATOR):
            return [(line, line.text) for line in lines]
        read = [line.text if line.text.endswith(UNSPACED_ENDINGS) else line.text + " " for line in lines]
        return [*zip(lines[:-1], read, strict=False), (lines[-1], lines[-1].text)]


def mark_contents(marks: Sequence[Mark], tags: Sequence[Tag], first: int) -> Iterator[MarkedContent]:
    """The marks of a face as they are drawn; the runs that `tags` cover are numbered from `first`, in tag order.

    Text that is read after all else is drawn after all else, too.
    """
    done, last = 0, _count_last(marks, tags)
    contents = [
        MarkedContent(f"/{tag.role} <</MCID {number}>> BDC", marks[tag.start : tag.stop])
        for number, tag in enumerate(tags, first)
    ]
    starts = [tag.start for tag in tags]
    for index in sorted(range(len(tags)), key=starts.__getitem__):
        tag = tags[index]
        if done < tag.start:
            yield MarkedContent(ARTIFACT_OPERATOR, marks[done : tag.start])
        if index < len(tags) - last:
            yield contents[index]
        done = tag.stop
    if done < len(marks):
        yield MarkedContent(ARTIFACT_OPERATOR, marks[done:])
    yield from contents[len(tags) - last :]


def _count_last(marks: Sequence[Mark], tags: Sequence[Tag]) -> int:
    """How many tags at the end of the reading order are text that was drawn before what is read before it."""
    most, count = max((tag.start for tag in tags), default=0), 0
    for tag in reversed(tags):
        if tag.start >= most or not all(type(mark) is Text for mark in marks[tag.start : tag.stop]):
            return count
        count += 1
    return count


def leaf_tags(tags: Sequence[Tag]) -> Iterator[Tag]:
    """The tags that have marks and no tags inside, in reading order."""
    for tag in tags:
        if tag.parts:
            yield from leaf_tags(tag.parts)
        elif tag.start < tag.stop:
            yield tag


class SharedElement(Struct):
    """An element with parts on several pages, which is written when all of them are known."""

    role: str
    number: int
    written: RawObject
    parent: int = 0
    """Of the face with its first part; 0 until that is added."""
    kids: list[int] = field(default_factory=list)

    def finish(self) -> None:
        """Give it its parts, in reading order."""
        kids = _references(self.kids)
        self.written.data = f"<</S/{self.role}/P {self.parent} 0 R/K[{kids}]>>".encode("ascii")


class StructureTree:
    """The tree of a document, built page by page: an element for each face, and below it one for each tag.

    Marked content has a number on its page, which an element of the tree refers to (ISO 32000-1, 14.6 to 14.8).
    """

    def __init__(self, canvas: Canvas) -> None:
        self.document = canvas._doc
        self.root, self.body = RawObject(), RawObject()
        self.root_number, self.body_number = (
            object_number(self.document, self.root),
            object_number(self.document, self.body),
        )
        self.packer = StreamPacker(self.document)
        self.faces: list[tuple[int, int]] = []
        """The place of every face in reading order, and its element."""
        self.parents: list[str] = []
        """The parent tree: for every page the elements of its contents, for every link its element."""
        self.shared: dict[str, SharedElement] = {}
        """The elements with parts on several pages, by their names."""
        self.placed: list[PlacedFace] = []
        """The faces of the current page."""
        self.count = 0
        """The number of contents on the current page."""

    def add_face(self, placed: PlacedFace) -> Iterator[MarkedContent]:
        """Add a face to the current page; returns its contents."""
        first, tags = self.count, list(leaf_tags(placed.face.tags))
        self.placed.append(placed)
        self.count += len(tags)
        return mark_contents(placed.face.marks, tags, first)

    @property
    def keys(self) -> str:
        """The entries of the current page: where its parents are in the tree, and that links are in tab order."""
        return f"/StructParents {len(self.parents)}/Tabs/S"

    def end_page(self, page: int, links: Sequence[PDFObjectReference]) -> None:
        """Write the elements of the current page, which has this object number; `links` are in reading order."""
        for tag in chain.from_iterable(placed.face.tags for placed in self.placed):
            if tag.whole and tag.whole not in self.shared:
                self.shared[tag.whole] = self._share(tag.role)
        elements = PageElements(self.document, page, len(self.parents) + 1, links, self.shared)
        for placed in self.placed:
            if placed.face.tags:
                self.faces.append((placed.order, elements.add_face(placed.face.tags, self.body_number)))
        owners = elements.add(f"[{_references(elements.owners)}]")
        self.parents += [f"{number} 0 R" for number in (owners, *elements.linked)]
        self.packer.add(elements.objects)
        self.placed, self.count = [], 0

    def _share(self, role: str) -> SharedElement:
        """An element for parts on several pages; it has its number before the elements of its first page."""
        written = RawObject()
        return SharedElement(role, object_number(self.document, written), written)

    def finish(self) -> None:
        """Write the root of the tree, and what has parts on several pages, after the last page."""
        for element in self.shared.values():
            element.finish()
        sections = _references([number for _, number in sorted(self.faces)])
        self.body.data = f"<</S/Document/P {self.root_number} 0 R/K[{sections}]>>".encode("ascii")
        tree = " ".join([f"{key} {owners}" for key, owners in enumerate(self.parents)])
        self.root.data = (
            f"<</Type/StructTreeRoot/K {self.body_number} 0 R"
            f"/ParentTree<</Nums[{tree}]>>/ParentTreeNextKey {len(self.parents)}>>"
        ).encode("ascii")
        self.document.Catalog.StructTreeRoot = self.root
        self.document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.packer.write()
        self.document.format = partial(format_document, self.document, self.packer.streams)


class PageElements:
    """The elements of one page, which get the document's next numbers."""

    def __init__(
        self,
        document: PDFDocument,
        page: int,
        key: int,
        links: Sequence[PDFObjectReference],
        shared: dict[str, SharedElement],
    ) -> None:
        """`key` is the first key of the page's links in the parent tree."""
        self.document, self.key, self.links, self.shared = document, key, links, shared
        self.on_page = f"/Pg {page} 0 R"
        self.first: int = document.objectcounter + 1
        self.objects: list[str] = []
        self.owners: list[int] = []
        """The numbers of the elements of the page's contents."""
        self.linked: list[int] = []
        """The numbers of the elements of its links."""

    def add(self, text: str) -> int:
        """Add an object in PDF syntax; returns its number."""
        self.objects.append(text)
        return self.first + len(self.objects) - 1

    def add_face(self, tags: Sequence[Tag], parent: int) -> int:
        """Add the element of a face and of its tags; returns its number."""
        number = self.add("")
        kids = []
        for tag in tags:
            if not tag.whole:
                kids.append(self.add_element(tag, number))
            elif self._add_part(tag, number):
                kids.append(self.shared[tag.whole].number)
        self.objects[number - self.first] = f"<</S/Sect/P {parent} 0 R/K[{_references(kids)}]>>"
        return number

    def _add_part(self, tag: Tag, face: int) -> bool:
        """Add a part of an element on several pages; returns whether it is the first one, so that its face has it."""
        shared = self.shared[tag.whole]
        is_first = not shared.parent
        shared.parent = shared.parent or face
        shared.kids += [self.add_element(part, shared.number) for part in tag.parts]
        return is_first

    def add_element(self, tag: Tag, parent: int) -> int:
        """Add the element of a tag and of the tags inside it; returns its number."""
        number, role, kids, page = self.add(""), tag.role, "", ""
        if tag.parts:
            kids = _references([self.add_element(part, number) for part in tag.parts])
        elif tag.start < tag.stop:
            kids, page = f"{len(self.owners)}", self.on_page
            self.owners.append(number)
        if role == "Link":
            if len(self.linked) < len(self.links):
                kids, page = f"{kids} {self._add_link(number)}", self.on_page
            else:
                role = "Span"  # it only names the page
        alt = f"/{'Alt' if role == 'Figure' else 'ActualText'}{format_string(tag.alt)}" if tag.alt else ""
        scope = f"/A<</O/Table/Scope/{tag.scope}>>" if tag.scope else ""
        inside = f"/K[{kids}]" if kids else ""
        self.objects[number - self.first] = f"<</S/{role}/P {parent} 0 R{alt}{scope}{page}{inside}>>"
        return number

    def _add_link(self, number: int) -> str:
        """The reference to the page's next link, which leads from the element with this number to a page."""
        link = self.document.idToObject[self.links[len(self.linked)].name]
        link.permitted = (*LinkAnnotation.permitted, "StructParent")
        link.otherkw["StructParent"] = self.key + len(self.linked)
        self.linked.append(number)
        return f"<</Type/OBJR/Obj {object_number(self.document, link)} 0 R>>"


def _references(numbers: Sequence[int]) -> str:
    return " ".join([f"{number} 0 R" for number in numbers])
