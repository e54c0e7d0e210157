"""Marks to the operators of a PDF page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby
from typing import cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from cardgen.pdf.images import Image
from cardgen.pdf.structure import END, Content
from cardgen.scene import (
    Artwork,
    Clip,
    Drawn,
    Mark,
    Outline,
    Page,
    Path,
    Pixels,
    Placed,
    Raster,
    Shape,
    Text,
    Use,
    Window,
)
from cardgen.text import font
from cardgen.units import Size

OPERATORS = {"M": "%.2f %.2f m", "L": "%.2f %.2f l", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c", "Z": "h"}

PAINT = {(True, False): "f", (False, True): "S", (True, True): "B"}
"""What paints a path that is filled, stroked, or both."""


class Glyphs(dict[int, str]):
    """What a document writes for each character of a font, found when it is needed: a byte, with what must be escaped.

    A font is in the file in subsets of 256 characters. When the first one is full, `full` says so.
    """

    def __init__(self, canvas: Canvas, name: str) -> None:
        self.canvas, self.font, self.full = canvas, font(name), False
        self.internal = self.font.getSubsetInternalName(0, canvas._doc)

    def __missing__(self, code: int) -> str:
        ((subset, written),) = self.font.splitString(chr(code), self.canvas._doc)
        if subset:
            self.full = True
            return ""
        self[code] = str(self.canvas._escape(written))
        return self[code]

    def runs(self, text: str) -> list[tuple[str, str]]:
        """A text in pieces: the name of the subset that each is in, and how it is written."""
        written = text.translate(self)
        if not self.full:
            return [(self.internal, written)]
        document, escape = self.canvas._doc, self.canvas._escape
        pieces = self.font.splitString(text, document)
        return [(self.font.getSubsetInternalName(subset, document), escape(codes)) for subset, codes in pieces]


class Store:
    """What all pages of a document share: its drawings and its characters."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.forms: dict[str, str] = {}
        """The name that each artwork, by its own name, has inside the file."""
        self.glyphs: dict[str, Glyphs] = {}
        self.images: dict[str, Image] = {}
        """The pictures of pixels, by the digests of their files."""

    def image(self, pixels: Pixels) -> str:
        """The name of a picture inside the file, where it is stored when it is not there yet."""
        name = f"image-{pixels.digest}"
        if pixels.digest not in self.images:
            self.images[pixels.digest] = Image(pixels)
            self.canvas._doc.Reference(self.images[pixels.digest], self.canvas._doc.getXObjectName(name))
        return name

    def seen(self, use: Use) -> None:
        """A picture of pixels needs as many as its largest place."""
        if image := self.images.get(use.art.digest):
            image.width = max(image.width, use.box.width)

    def glyphs_of(self, name: str) -> Glyphs:
        """Those of a font."""
        if name not in self.glyphs:
            self.glyphs[name] = Glyphs(self.canvas, name)
        return self.glyphs[name]


def store_new(canvas: Canvas, page: Page, store: Store) -> None:
    """Store the artwork that is used on this page for the first time."""
    for placed in page.faces:
        for mark in placed.face.marks:
            if isinstance(mark, Use) and mark.art.name not in store.forms:
                store.forms[mark.art.name] = f"art{len(store.forms)}"
                _store(canvas, mark.art, store)


def _store(canvas: Canvas, art: Artwork, store: Store) -> None:
    canvas.beginForm(store.forms[art.name], 0, 0, *art.size)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    Pen(canvas, art.size.height, store).draw(art.marks)
    canvas.endForm()


def draw_face(
    canvas: Canvas, page: Size, placed: Placed, store: Store, contents: Iterable[Content] | None = None
) -> None:
    """Draw a face in its box, turned about the box's corner that its own bottom left comes to lie in.

    With `contents`, which are its marks in parts, each part is marked as what it is.
    """
    box, face = placed.box, placed.face
    corner = {0: (box.x, box.bottom), 90: (box.right, box.bottom), 180: (box.right, box.y), 270: (box.x, box.y)}[
        placed.turn
    ]
    canvas.saveState()
    canvas.translate(corner[0], page.height - corner[1])
    if placed.turn:
        canvas.rotate(placed.turn)
    pen = Pen(canvas, face.size.height, store)
    if contents is None:
        pen.draw(face.marks)
    else:
        pen.draw_marked(contents)
    canvas.restoreState()


class Pen:
    """Draws marks whose y runs down from `height`; sets a colour or a weight only when it changes."""

    def __init__(self, canvas: Canvas, height: float, store: Store) -> None:
        self.canvas = canvas
        self.height = height
        self.store = store
        self.fill = self.stroke = ""
        self.width = 0.0
        self.dash: tuple[float, ...] = ()

    def draw(self, marks: Iterable[Mark | Drawn]) -> None:
        for kind, run in groupby(marks, type):
            if kind is Text:
                self.texts([Content("", list(cast(Iterable[Text], run)))])
            else:
                for mark in run:
                    self.one(mark)

    def draw_marked(self, contents: Iterable[Content]) -> None:
        for only_texts, run in groupby(contents, lambda content: all(type(mark) is Text for mark in content.marks)):
            if only_texts:
                self.texts(run)
                continue
            for content in run:
                self.canvas._code.append(content.operator)
                self.draw(content.marks)
                self.canvas._code.append(END)

    def one(self, mark: Mark | Drawn) -> None:
        match mark:
            case Path():
                self.path(mark)
            case Use():
                self.use(mark)
            case Clip():
                self.clip(mark.outline, mark.marks)
            case Window():
                self.clip(mark.outline, mark.marks, mark.even_odd)
            case Shape():
                self.shape(mark)
            case Raster():
                self.raster(mark)

    def texts(self, contents: Iterable[Content]) -> None:
        """Lines of text in one text object, written as operators: reportlab's text objects take twice the time."""
        written, typed = ["BT"], ("", 0.0)
        for content in contents:
            if content.operator:
                written.append(content.operator)
            for mark, text in content.texts():
                if mark.color != self.fill:
                    written.append("{:.6g} {:.6g} {:.6g} rg".format(*_rgb(mark.color)))
                    self.fill = mark.color
                written.append(f"1 0 0 1 {mark.x:.2f} {self.height - mark.y:.2f} Tm")
                for subset, codes in self.store.glyphs_of(mark.font).runs(text):
                    if typed != (subset, mark.size):
                        typed = (subset, mark.size)
                        written.append(f"{subset} {mark.size:g} Tf")
                    written.append(f"({codes}) Tj")
            if content.operator:
                written.append(END)
        written.append("ET")
        self.canvas._code.append(" ".join(written))

    def path(self, mark: Path) -> None:
        if mark.fill:
            self.set_fill(mark.fill)
        if mark.stroke:
            self.set_stroke(mark)
        self.canvas.drawPath(self.trace(mark.outline), stroke=bool(mark.stroke), fill=bool(mark.fill), fillMode=1)

    def use(self, mark: Use) -> None:
        self.store.seen(mark)
        self.canvas.saveState()
        self.canvas.transform(mark.scale, 0, 0, mark.scale, mark.x, self.height - mark.box.bottom)
        self.canvas.doForm(self.store.forms[mark.art.name])
        self.canvas.restoreState()

    def clip(self, outline: Outline, marks: Iterable[Drawn], even_odd: bool = False) -> None:
        self.canvas.saveState()
        self.canvas.clipPath(self.trace(outline), stroke=0, fill=0, fillMode=0 if even_odd else 1)
        Pen(self.canvas, self.height, self.store).draw(marks)
        self.canvas.restoreState()

    def shape(self, mark: Shape) -> None:
        """A shape with all that SVG can say of its line, in a state of its own."""
        a, b, c, d = mark.slant
        written = [f"q {a:.6g} {-b:.6g} {c:.6g} {-d:.6g} 0 {self.height:.6g} cm"]
        if mark.fill:
            written.append("{:.6g} {:.6g} {:.6g} rg".format(*_rgb(mark.fill)))
        if mark.stroke:
            dash = " ".join([f"{length:.6g}" for length in mark.dash])
            written.append("{:.6g} {:.6g} {:.6g} RG".format(*_rgb(mark.stroke)))
            written.append(
                f"{mark.width:.6g} w {mark.cap} J {mark.join} j {mark.miter:.6g} M [{dash}] {mark.offset:.6g} d"
            )
        painted = PAINT[bool(mark.fill), bool(mark.stroke)]
        letters = "".join([letter for letter, _ in mark.outline])
        written.append(_format(letters) % tuple([number for _, given in mark.outline for number in given]))
        written.append(f"{painted}*" if mark.even_odd and mark.fill else painted)
        self.canvas._code.append(" ".join([*written, "Q"]))

    def raster(self, mark: Raster) -> None:
        box = mark.box
        self.canvas.saveState()
        self.canvas.transform(box.width, 0, 0, box.height, box.x, self.height - box.bottom)
        self.canvas.doForm(self.store.image(mark.pixels))
        self.canvas.restoreState()

    def trace(self, outline: Outline) -> PDFPathObject:
        """An outline as path operators, to a hundredth of a point; a call for each would take ten times as long."""
        height = self.height
        letters = "".join([letter for letter, _ in outline])
        numbers = [
            height - number if place % 2 else number for _, given in outline for place, number in enumerate(given)
        ]
        return PDFPathObject([_format(letters) % tuple(numbers)])

    def set_fill(self, color: str) -> None:
        if color != self.fill:
            self.canvas.setFillColorRGB(*_rgb(color))
            self.fill = color

    def set_stroke(self, mark: Path) -> None:
        if mark.stroke and mark.stroke != self.stroke:
            self.canvas.setStrokeColorRGB(*_rgb(mark.stroke))
            self.stroke = mark.stroke
        if mark.width != self.width:
            self.canvas.setLineWidth(mark.width)
            self.width = mark.width
        if mark.dash != self.dash:
            self.canvas.setDash(list(mark.dash))
            self.dash = mark.dash


@lru_cache(maxsize=1024)
def _format(letters: str) -> str:
    """How the numbers of an outline with these segments are written."""
    return " ".join([OPERATORS[letter] for letter in letters])


@cache
def _rgb(color: str) -> tuple[float, ...]:
    """The three parts of "#RRGGBB", from 0 to 1."""
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
