"""Marks to the operators of a PDF page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby
from typing import cast

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDocument

from cardgen.pdf.glyphs import Glyphs
from cardgen.pdf.images import ImageObject
from cardgen.pdf.objects import RawObject, compress_stream, format_number, object_number
from cardgen.pdf.structure import END_OPERATOR, MarkedContent
from cardgen.scene.marks import Artwork, Clip, Drawn, Mark, Path, Pixels, Raster, Scaled, Shape, Text, Use, Window
from cardgen.scene.outlines import Outline
from cardgen.scene.pages import PlacedFace
from cardgen.units import Size

ROUND_LINES = "1 J 1 j"
"""Round caps and joins, which all drawings have."""
TURN_MATRICES = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}
"""The matrix of a turn, counterclockwise in degrees."""
PATH_OPERATORS = {"M": "%.2f %.2f m", "L": "%.2f %.2f l", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c", "Z": "h"}
PAINT_OPERATORS = {(True, False): "f", (False, True): "S", (True, True): "B"}
"""What paints a path that is filled, stroked, or both."""


class SharedResources:
    """What all pages of a document share: its drawings, its pictures of pixels, and its characters."""

    def __init__(self, document: PDFDocument) -> None:
        self.document = document
        self.resources = RawObject()
        """What pages refer to by name; it is written when all of them are drawn."""
        self.fonts: int = document.idToObjectNumberAndVersion[BasicFonts][0]
        self.forms: dict[str, int] = {}
        """The number of each artwork in the file, by its own name; there it is called A and this number."""
        self.glyphs: dict[str, Glyphs] = {}
        self.images: dict[str, ImageObject] = {}
        """The pictures of pixels, by the digests of their files."""

    def glyphs_of(self, name: str) -> Glyphs:
        """Those of a font."""
        if name not in self.glyphs:
            self.glyphs[name] = Glyphs(self.document, name)
        return self.glyphs[name]

    def image(self, pixels: Pixels) -> str:
        """The name of a picture inside the file; it is stored when it is not there yet."""
        if pixels.digest not in self.images:
            self.images[pixels.digest] = ImageObject(pixels)
            self.document.updateSignature(pixels.digest.encode("ascii"))
        return f"I{pixels.digest}"

    def used(self, use: Use) -> str:
        """The name of an artwork inside the file, where it is stored when it is not there yet.

        A picture of pixels needs as many as its largest place.
        """
        if use.art.name not in self.forms:
            written = RawObject(self._with_resources(use.art) if _shared(use.art.marks) else _form(use.art))
            self.document.updateSignature(written.data)
            self.forms[use.art.name] = object_number(self.document, written)
        if image := self.images.get(use.art.digest):
            image.width = max(image.width, use.box.width)
        return f"A{self.forms[use.art.name]}"

    def finish(self) -> None:
        """Write what pages refer to, when all of them are drawn."""
        self.resources.data = f"<<{self._resources(self.forms.values())}>>".encode("ascii")

    def _with_resources(self, art: Artwork) -> bytes:
        """A drawing with text in it, or with pictures of pixels, which a document has once for all."""
        code = _code(art, self)
        return _form_of(art, code, self._resources())

    def _resources(self, forms: Iterable[int] = ()) -> str:
        """All fonts, all pictures of pixels that there are by now, and these forms."""
        drawn = [f"/A{number} {number} 0 R" for number in forms]
        seen = [f"/I{digest} {object_number(self.document, image)} 0 R" for digest, image in self.images.items()]
        return f"/Font {self.fonts} 0 R/XObject<<{''.join(drawn + seen)}>>"


def _shared(marks: Iterable[Drawn]) -> bool:
    """There is text among these marks, or a picture of pixels."""
    return any(type(mark) in (Text, Raster) or _shared(getattr(mark, "marks", ())) for mark in marks)


@lru_cache(maxsize=512)
def _form(art: Artwork) -> bytes:
    """A drawing without text as it is in every file."""
    return _form_of(art, _code(art), "")


def _code(art: Artwork, store: SharedResources | None = None) -> str:
    code = [ROUND_LINES]
    Pen(code, art.size.height, store).draw(art.marks)
    return "\n".join(code)


def _form_of(art: Artwork, code: str, resources: str) -> bytes:
    box = f"/BBox[0 0 {format_number(art.size.width)} {format_number(art.size.height)}]"
    return compress_stream(f"/Type/XObject/Subtype/Form{box}/Resources<<{resources}>>", code.encode("latin-1"))


def draw_face(
    code: list[str],
    page: Size,
    placed: PlacedFace,
    store: SharedResources,
    contents: Iterable[MarkedContent] | None = None,
) -> None:
    """Draw a face in its box, turned about the box's corner that its own bottom left comes to lie in.

    With `contents`, which are its marks in parts, each part is marked as what it is.
    """
    box, face = placed.box, placed.face
    corner = {0: (box.x, box.bottom), 90: (box.right, box.bottom), 180: (box.right, box.y), 270: (box.x, box.y)}[
        placed.turn
    ]
    code.append(f"q {TURN_MATRICES[placed.turn]} {corner[0]:.4f} {page.height - corner[1]:.4f} cm")
    pen = Pen(code, face.size.height, store)
    if contents is None:
        pen.draw(face.marks)
    else:
        pen.draw_marked(contents)
    code.append("Q")


class Pen:
    """Writes marks whose y runs down from `height` as operators; sets a colour or a weight only when it changes.

    Without a store it knows no text and no artwork.
    """

    def __init__(self, code: list[str], height: float, store: SharedResources | None = None) -> None:
        self.code = code
        self.height = height
        self.store = store
        self.fill = self.stroke = ""
        self.width = 0.0
        self.dash: tuple[float, ...] = ()

    def draw(self, marks: Iterable[Mark | Drawn]) -> None:
        for kind, run in groupby(marks, type):
            if kind is Text:
                self.texts([MarkedContent("", list(cast(Iterable[Text], run)))])
            else:
                for mark in run:
                    self.one(mark)

    def draw_marked(self, contents: Iterable[MarkedContent]) -> None:
        for only_texts, run in groupby(contents, MarkedContent.is_text):
            if only_texts:
                self.texts(run)
                continue
            for content in run:
                self.code.append(content.operator)
                self.draw(content.marks)
                self.code.append(END_OPERATOR)

    def one(self, mark: Mark | Drawn) -> None:
        match mark:
            case Path():
                self.path(mark)
            case Use():
                self.use(mark)
            case Clip():
                self.clip(mark.outline, mark.marks)
            case Scaled():
                self.scaled(mark)
            case Window():
                self.clip(mark.outline, mark.marks, mark.even_odd)
            case Shape():
                self.shape(mark)
            case Raster():
                self.raster(mark)

    def texts(self, contents: Iterable[MarkedContent]) -> None:
        """Lines of text in one text object."""
        assert self.store
        written, typed = ["BT"], ("", 0.0)
        for content in contents:
            if content.operator:
                written.append(content.operator)
            for mark, text in content.texts():
                if mark.color != self.fill:
                    written.append(_rgb(mark.color) + " rg")
                    self.fill = mark.color
                written.append(f"1 0 0 1 {mark.x:.2f} {self.height - mark.y:.2f} Tm")
                for subset, codes in self.store.glyphs_of(mark.font).runs(text):
                    if typed != (subset, mark.size):
                        typed = (subset, mark.size)
                        written.append(f"{subset} {format_number(mark.size)} Tf")
                    written.append(f"({codes}) Tj")
            if content.operator:
                written.append(END_OPERATOR)
        written.append("ET")
        self.code.append(" ".join(written))

    def path(self, mark: Path) -> None:
        if mark.fill and mark.fill != self.fill:
            self.code.append(_rgb(mark.fill) + " rg")
            self.fill = mark.fill
        if mark.stroke:
            self.set_stroke(mark)
        self.code.append(f"{_trace(mark.outline, self.height)} {PAINT_OPERATORS[bool(mark.fill), bool(mark.stroke)]}")

    def use(self, mark: Use) -> None:
        assert self.store
        place = f"{mark.x:.4f} {self.height - mark.box.bottom:.4f}"
        self.code.append(
            f"q {format_number(mark.scale)} 0 0 {format_number(mark.scale)} {place} cm /{self.store.used(mark)} Do Q"
        )

    def clip(self, outline: Outline, marks: Iterable[Drawn], even_odd: bool = False) -> None:
        self.code.append(f"q {_trace(outline, self.height)} {'W*' if even_odd else 'W'} n")
        Pen(self.code, self.height, self.store).draw(marks)
        self.code.append("Q")

    def scaled(self, mark: Scaled) -> None:
        scale = format_number(mark.scale)
        self.code.append(f"q {scale} 0 0 {scale} {mark.x:.4f} {self.height - mark.y:.4f} cm")
        Pen(self.code, 0, self.store).draw(mark.marks)
        self.code.append("Q")

    def shape(self, mark: Shape) -> None:
        """A shape with all that SVG can say of its line, in a state of its own."""
        a, b, c, d = mark.slant
        written = [f"q {' '.join(map(format_number, (a, -b, c, -d, 0, self.height)))} cm"]
        if mark.fill:
            written.append(_rgb(mark.fill) + " rg")
        if mark.stroke:
            written.append(_rgb(mark.stroke) + " RG")
            written.append(f"{format_number(mark.width)} w {mark.cap} J {mark.join} j {format_number(mark.miter)} M")
            written.append(f"[{' '.join(map(format_number, mark.dash))}] {format_number(mark.offset)} d")
        painted = PAINT_OPERATORS[bool(mark.fill), bool(mark.stroke)]
        written.append(_operators(mark.outline, [number for _, given in mark.outline for number in given]))
        written.append(f"{painted}*" if mark.even_odd and mark.fill else painted)
        self.code.append(" ".join([*written, "Q"]))

    def raster(self, mark: Raster) -> None:
        assert self.store
        box = mark.box
        place = f"{format_number(box.width)} 0 0 {format_number(box.height)} {box.x:.4f} {self.height - box.bottom:.4f}"
        self.code.append(f"q {place} cm /{self.store.image(mark.pixels)} Do Q")

    def set_stroke(self, mark: Path) -> None:
        if mark.stroke and mark.stroke != self.stroke:
            self.code.append(_rgb(mark.stroke) + " RG")
            self.stroke = mark.stroke
        if mark.width != self.width:
            self.code.append(f"{format_number(mark.width)} w")
            self.width = mark.width
        if mark.dash != self.dash:
            self.code.append(f"[{' '.join(map(format_number, mark.dash))}] 0 d")
            self.dash = mark.dash


@lru_cache(maxsize=512)
def _trace(outline: Outline, height: float) -> str:
    """An outline as path operators, to a hundredth; many are filled and then drawn, those of the body on every card."""
    # 0.0 is added because -0.0 is the same to the cache, and not on paper.
    numbers = [
        height - number if place % 2 else number + 0.0 for _, given in outline for place, number in enumerate(given)
    ]
    return _operators(outline, numbers)


def _operators(outline: Outline, numbers: list[float]) -> str:
    """The segments of an outline with these numbers in the place of its own."""
    return _format("".join([letter for letter, _ in outline])) % tuple(numbers)


@lru_cache(maxsize=1024)
def _format(letters: str) -> str:
    """How the numbers of an outline with these segments are written."""
    return " ".join([PATH_OPERATORS[letter] for letter in letters])


@cache
def _rgb(color: str) -> str:
    """The three parts of "#RRGGBB", from 0 to 1."""
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.6g}" for i in (1, 3, 5))
