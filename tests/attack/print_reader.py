"""Reads a PDF as a person does: faces in reading order, on each the texts that belong together, and all drawings."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import pikepdf

from cardgen.scene.fonts import FONT_FILES
from cardgen.scene.fonts import font as loaded_font
from cardgen.scene.text import CAP, DESCENT, width
from cardgen.units import Box, Size

CODE = re.compile(rb"<(\w{2})> <(\w{4})>")
DEEP, HIGH = re.compile(r"[gjpqyQ,;()/|@ĉç]"), re.compile(r"[^acegmnopqrsuvwxyz.,…·–-]")
"""Letters that reach below the line, and those that are higher than an x."""
X_HEIGHT = 0.52
"""Of small letters, in type sizes (IBM Plex Sans, OS/2 table)."""
DECORATION = -1
"""The number of what has no tag."""


class Run(NamedTuple):
    """A run of text on a page, from the top left, and when it was drawn."""

    text: str
    box: Box
    size: float
    drawn: int
    face: int = 0
    """Of the faces on its page, in the order in which they are drawn."""
    content: int = DECORATION
    """The number of its tag on the page."""


class Shape(NamedTuple):
    """A drawing or a filled area on a page, and when it was drawn."""

    box: Box
    drawn: int
    filled: bool


class Page(NamedTuple):
    """What is on a page."""

    runs: list[Run]
    shapes: list[Shape]
    box: Box
    places: list[pikepdf.Matrix] = []
    """Where the bottom left of each of its faces is."""

    def face_box(self, face: int, size: Size) -> Box:
        """The part of the page that a face of this size has."""
        place, top = self.places[face], self.box.bottom
        (left, right), (low, high) = (
            sorted(ends) for ends in zip(place.transform((0, 0)), place.transform(size), strict=True)
        )
        return Box(left, top - high, right - left, high - low)


class Block(NamedTuple):
    """A text that is read in one go."""

    text: str
    roles: tuple[str, ...] = ()
    """Its structure types from the outermost; none for decoration."""
    row: int = 0
    """The number of the table row that it is in; 0 for none."""

    @property
    def is_heading(self) -> bool:
        """Whether it is a title."""
        return "H1" in self.roles or "H2" in self.roles

    @property
    def is_reference(self) -> bool:
        """Whether it is in a list that refers to pages."""
        return "TOCI" in self.roles or self.roles[-2:-1] in (("Link",), ("Span",))


class ReadFace(NamedTuple):
    """The texts of one side of a card, or of a page."""

    blocks: list[Block]
    decoration: list[Block]

    @property
    def decorated(self) -> list[str]:
        """The texts that are not read."""
        return [block.text for block in self.decoration]


def read_print(data: bytes) -> tuple[list[Page], list[ReadFace]]:
    """The pages of a tagged PDF as they are printed, and its faces as they are read."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = [read_page(page) for page in pdf.pages]
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        sections = pdf.Root.StructTreeRoot.K.K if "/StructTreeRoot" in pdf.Root else []
        leaves = [list(_leaves(section, (), numbers)) for section in sections]
    return pages, list(_faces(pages, leaves))


class _Leaf(NamedTuple):
    page: int
    content: int
    roles: tuple[str, ...]
    row: int


def _leaves(element: Any, roles: tuple[str, ...], numbers: dict[tuple[int, int], int], row: int = 0) -> Iterator[_Leaf]:
    """The tagged contents below an element of the structure tree, in reading order."""
    roles = (*roles, str(element.S)[1:])
    row = element.objgen[0] if roles[-1] == "TR" else row
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield _Leaf(numbers[element.Pg.objgen], kid, roles, row)
        elif "/S" in kid:
            yield from _leaves(kid, roles, numbers, row)


def _faces(pages: Sequence[Page], sections: Iterable[Sequence[_Leaf]]) -> Iterator[ReadFace]:
    """The texts of each face in reading order, with its decoration; a table may go on from one face to the next."""
    texts: dict[tuple[int, int], list[str]] = defaultdict(list)
    loose: dict[tuple[int, int], list[Block]] = defaultdict(list)
    face_of: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pages):
        for run in page.runs:
            if run.content == DECORATION:
                loose[number, run.face].append(Block(run.text))
            else:
                texts[number, run.content].append(run.text)
                face_of[number, run.content] = run.face
    found: dict[tuple[int, int], list[Block]] = {}
    for leaf in chain.from_iterable(sections):
        if leaf[:2] in face_of:
            place = leaf.page, face_of[leaf[:2]]
            found.setdefault(place, []).append(Block(" ".join(texts[leaf[:2]]), leaf.roles, leaf.row))
    for place, blocks in found.items():
        yield ReadFace(blocks, loose[place])


def read_page(page: pikepdf.Page) -> Page:
    """All that is drawn on a page of a PDF."""
    left, bottom, right, top = map(float, page.MediaBox)
    reader = _Reader(top)
    reader.read(page, page.Resources)
    return Page(reader.runs, reader.shapes, Box(left, 0, right - left, top - bottom), reader.places)


class _Reader:
    """Follows the operators of a page."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.runs: list[Run] = []
        self.shapes: list[Shape] = []
        self.matrix, self.saved = pikepdf.Matrix(), list[pikepdf.Matrix]()
        self.points: list[tuple[float, float]] = []
        self.places: list[pikepdf.Matrix] = []
        self.content = DECORATION

    def read(self, page: pikepdf.Page, resources: Any) -> None:
        fonts = {name: _font(font) for name, font in resources.get("/Font", {}).items()}
        forms = resources.get("/XObject", {})
        place, font, size = pikepdf.Matrix(), ("", dict[int, str]()), 0.0
        for count, (operands, operator) in enumerate(pikepdf.parse_content_stream(page)):
            match str(operator):
                case "q":
                    self.saved.append(self.matrix)
                case "Q":
                    self.matrix = self.saved.pop()
                case "cm":
                    self.matrix = pikepdf.Matrix(*map(float, operands)) @ self.matrix
                    if len(self.saved) == 1:
                        self.places.append(self.matrix)
                case "BDC":
                    self.content = int(operands[1].MCID)
                case "EMC":
                    self.content = DECORATION
                case "Tm":
                    place = pikepdf.Matrix(*map(float, operands))
                case "Tf":
                    font, size = fonts[str(operands[0])], float(operands[1])
                case "Tj":
                    place = self._add_run(bytes(operands[0]), font, size, place, count)
                case "Do":
                    self._add_form(forms[str(operands[0])], count)
                case "m" | "l" | "c":
                    self.points += [(float(x), float(y)) for x, y in zip(operands[::2], operands[1::2], strict=True)]
                case "re":
                    x, y, wide, high = map(float, operands)
                    self.points += [(x, y), (x + wide, y + high)]
                case "f" | "f*" | "B" | "B*":
                    self.shapes.append(Shape(self._box(self.points), count, True))
                    self.points = []
                case "S" | "s" | "n":
                    self.points = []

    def _add_run(
        self, codes: bytes, font: tuple[str, dict[int, str]], size: float, place: pikepdf.Matrix, count: int
    ) -> pikepdf.Matrix:
        """Note a run; returns where the next one begins."""
        name, letters = font
        text = "".join(letters[code] for code in codes)
        long = width(text, name, size)
        whole = place @ self.matrix
        low, high = -DESCENT * bool(DEEP.search(text)), CAP if HIGH.search(text) else X_HEIGHT
        end = width(text.rstrip(), name, size)
        corners = [whole.transform((x, y)) for x in (0, end) for y in (low * size, high * size)]
        scale = abs(whole.a * whole.d - whole.b * whole.c) ** 0.5
        if text.strip():
            box = self._around(corners)
            self.runs.append(Run(text.strip(), box, size * scale, count, len(self.places) - 1, self.content))
        return pikepdf.Matrix(1, 0, 0, 1, long, 0) @ place

    def _add_form(self, form: Any, count: int) -> None:
        if "/BBox" in form:
            left, bottom, right, top = map(float, form.BBox)
            self.shapes.append(Shape(self._box([(left, bottom), (right, top)]), count, False))

    def _box(self, points: Iterable[tuple[float, float]]) -> Box:
        return self._around([self.matrix.transform(point) for point in points])

    def _around(self, corners: Sequence[tuple[float, float]]) -> Box:
        (left, *_, right), (bottom, *_, top) = (sorted(values) for values in zip(*corners, strict=True))
        return Box(left, self.height - top, right - left, top - bottom)


def _font(font: Any) -> tuple[str, dict[int, str]]:
    """The name of a font, and the character of each of its codes."""
    if "/ToUnicode" not in font:
        return "regular", {}
    pairs = CODE.findall(font.ToUnicode.read_bytes())
    embedded = str(font.BaseFont).rpartition("+")[2]
    name = next(name for name in FONT_FILES if loaded_font(name).face.name.decode() == embedded)
    return name, {int(byte, 16): chr(int(char, 16)) for byte, char in pairs}
