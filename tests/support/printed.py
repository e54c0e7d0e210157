"""Reads what was printed: the text and the geometry of faces and of PDF files."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pikepdf
import pypdfium2

from cardgen.characters import SOFT_HYPHEN
from cardgen.scene.faces import Face
from cardgen.scene.marks import Mark, Path, Text, Use
from cardgen.scene.text import CAP, DESCENT, width
from cardgen.sheets.stock import stock, stocks
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Deck, Fact, StepCard

SIZES = list({tuple(map(round, stock(name).size)): name for name in stocks()}.values())
"""A stock of each size: a face is the same on all stocks of one size."""
HYPHENS = re.compile(f"[-{SOFT_HYPHEN}]")
BROKEN = "\ufffe"
"""What pdfium reads for a hyphen at the end of a line, with the line break after it."""


class Shape(NamedTuple):
    """A mark and the box that it fills."""

    mark: Mark
    box: Box

    def __str__(self) -> str:
        return (
            self.mark.text if isinstance(self.mark, Text) else getattr(self.mark, "art", self.mark).__class__.__name__
        )


def shapes(face: Face) -> list[Shape]:
    """Every mark of a face with its box, except lines, which are too thin to overlap."""
    found = [Shape(mark, box_of(mark)) for mark in face.marks if not is_line(mark)]
    return [shape for shape in found if shape.box.height > 1 and shape.box.width > 1]


def is_line(mark: Mark) -> bool:
    """Whether a mark is a straight line."""
    return isinstance(mark, Path) and mark.fill is None and len(mark.outline) == 2


def box_of(mark: Mark) -> Box:
    """The box that a mark fills; of a text, from its capitals to its descenders, which numbers lack."""
    match mark:
        case Text():
            height = (CAP + DESCENT * (not mark.text.isdigit())) * mark.size
            return Box(mark.x, mark.y - CAP * mark.size, width(mark.text, mark.font, mark.size), height)
        case Use():
            return mark.box
        case Path():
            points = [values[i : i + 2] for _, values in mark.outline for i in range(0, len(values), 2)]
            left, top = min(x for x, _ in points), min(y for _, y in points)
            return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def face_text(face: Face) -> str:
    """The words of a face."""
    return " ".join(mark.text for mark in face.marks if isinstance(mark, Text)).replace("- ", "-")


def face_texts(faces: Iterable[Face]) -> str:
    """The words of faces on one line, with the alternative texts of their icons and drawings."""
    found = " ".join(
        " ".join([face_text(face), *(mark.alt for mark in face.marks if getattr(mark, "alt", ""))]) for face in faces
    )
    return re.sub(r"\s+", " ", found)


def is_in_amount(fact: Fact, step: StepCard) -> bool:
    """Whether the amount of a step says the order of its sides: "One side, then the other"."""
    return fact.topic == "side" and (fact.note or fact.word).lower() in step.key.line.lower()


def missing_texts(deck: Deck, printed: Iterable[Face]) -> list[str]:
    """The cues, cautions, facts and notes of a deck's steps that are missing on their own faces.

    A caution may be on the card before, which is the first of the step's. A word may be broken with a hyphen.
    """
    texts: dict[str, str] = {}
    for face in printed:
        name = face.name.removesuffix(", back").removesuffix(", first")
        texts[name] = f"{texts.get(name, '')} {face_text(face)}".lower()
    found = []
    for section in deck.sections:
        for step in section.steps:
            text = texts[f"{section.name} {step.name}: {step.title}"]
            facts = [fact for fact in step.facts if not is_in_amount(fact, step)]
            parts = (step.cue, step.caution, *(part for fact in facts for part in (fact.word, fact.note)))
            found += [part for part in parts if HYPHENS.sub("", part.lower()) not in text.replace("-", "")]
    return found


def overlaps(face: Face) -> Iterator[tuple[Shape, Shape]]:
    """Pairs of marks that overlap, except a letter on its tab, and a line or a word with a body in the same picture."""
    pictures = [{id(mark) for mark in face.marks[tag.start : tag.stop]} for tag in face.tags if tag.role == "Figure"]
    ordered = sorted(enumerate(shapes(face)), key=lambda entry: entry[1].box.y)
    for place, first in enumerate(ordered):
        for second in ordered[place + 1 :]:
            if second[1].box.y >= first[1].box.bottom:
                break
            (_, one), (_, other) = sorted((first, second))
            if not intersect(one.box, other.box) or (isinstance(one.mark, Path) and inside(other.box, one.box)):
                continue
            are_words = isinstance(one.mark, Text) and isinstance(other.mark, Text)
            if are_words or not any({id(one.mark), id(other.mark)} <= picture for picture in pictures):
                yield one, other


def intersect(one: Box, other: Box, slack: float = 0.3) -> bool:
    """Whether two boxes share more than `slack` points in both directions."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > slack and down > slack


def inside(inner: Box, outer: Box, slack: float = 0.3) -> bool:
    """Whether a box is inside another one."""
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def text_boxes(data: bytes) -> list[list[tuple[str, Box]]]:
    """The runs of text on each page of a PDF, each with its box from the top left."""
    with pypdfium2.PdfDocument(data) as document:
        return [list(_runs(page)) for page in document]


def _runs(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    height, text = page.get_height(), page.get_textpage()
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        run = text.get_text_bounded(left, bottom, right, top).strip()
        yield run, Box(left, height - top, right - left, top - bottom)


def page_texts(data: bytes) -> list[str]:
    """The text of each page of a PDF, with single spaces, and with words joined that are broken at a hyphen."""
    with pypdfium2.PdfDocument(data) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(text.replace(BROKEN, "-").split()) for text in texts]


def count_pages(data: bytes) -> int:
    """The number of pages of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def placed_boxes(data: bytes, size: Size) -> list[list[Box]]:
    """The boxes on each page of a PDF, from the top left, in which faces of this size are drawn."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [list(_boxes(page, size)) for page in pdf.pages]


def _boxes(page: pikepdf.Page, size: Size) -> Iterator[Box]:
    """Read the matrices that are set before a face is drawn."""
    depth, height = 0, float(page.MediaBox[3])
    matrix: pikepdf.Matrix | None = None
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("q", "Q"):
            depth += 1 if str(operator) == "q" else -1
            matrix = None
        elif str(operator) == "cm" and depth == 1:
            matrix = pikepdf.Matrix(*map(float, operands)) @ (matrix or pikepdf.Matrix())
        elif depth == 1 and matrix is not None:
            corners = [matrix.transform((0, 0)), matrix.transform(size)]
            (left, right), (bottom, top) = (sorted(values) for values in zip(*corners, strict=True))
            yield Box(left, height - top, right - left, top - bottom)
            matrix = None


def outlines(data: bytes) -> list[list[list[tuple[float, float]]]]:
    """The points of every path on each page of a PDF, without the handles of curves, in mm from the top left."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [list(_outlines(page)) for page in pdf.pages]


def _outlines(page: pikepdf.Page) -> Iterator[list[tuple[float, float]]]:
    height = float(page.mediabox[3])
    points: list[tuple[float, float]] = []
    for operator, numbers, matrix in operators(page):
        match operator:
            case "m" | "l" | "c":
                x, y = matrix.transform((float(numbers[-2]), float(numbers[-1])))
                points.append((x / MM, (height - y) / MM))
            case "S" | "s" | "f" | "f*" | "B" | "B*" | "n":
                yield points
                points = []


def operators(drawn: Any, outer: pikepdf.Matrix | None = None) -> Iterator[tuple[str, Any, pikepdf.Matrix]]:
    """Every operator of a page or of a form in it, with its operands and the matrix in force."""
    matrix, saved = pikepdf.Matrix() if outer is None else outer, []
    for operands, operator in pikepdf.parse_content_stream(drawn):
        match str(operator):
            case "q":
                saved.append(matrix)
            case "Q":
                matrix = saved.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case name:
                yield name, operands, matrix


def problems(data: bytes) -> list[str]:
    """The faults in the structure of a PDF; the same check as `qpdf --check`."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.check_pdf_syntax()


def unembedded_fonts(data: bytes) -> list[str]:
    """The fonts of a PDF that are not embedded."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        return [str(font.get("/BaseFont")) for font in fonts if "/FontFile2" not in font.get("/FontDescriptor", {})]
