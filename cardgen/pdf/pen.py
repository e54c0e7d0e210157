"""Marks to the operators of a PDF page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import cast

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDocument

from cardgen.pdf.character_codes import Glyphs
from cardgen.pdf.images import ImageObject
from cardgen.pdf.objects import RawObject, compress, format_number, object_number
from cardgen.pdf.operators import PAINT_OPERATORS, format_rgb, format_segments, trace_outline
from cardgen.pdf.stencils import LEAST_FORM, StencilForm, format_form, format_stencil, trace_stencil
from cardgen.pdf.structure import END_OPERATOR, MarkedContent
from cardgen.scene.marks import (
    Artwork,
    Clip,
    Drawn,
    Mark,
    Path,
    Pixels,
    Raster,
    Shape,
    Stenciled,
    Text,
    Transformed,
    Use,
    Window,
)
from cardgen.scene.outlines import Outline
from cardgen.units import Box

ROUND_LINES = "1 J 1 j"
"""Round caps and joins, as in all drawings."""


class SharedResources:
    """The resources that pages and drawings of a document share: drawings, stencils, pictures of pixels, characters."""

    def __init__(self, document: PDFDocument) -> None:
        self.document = document
        self.of_pages, self.of_artworks = RawObject(), RawObject()
        """The names that pages use, and those that artworks use; they are written when all pages are drawn."""
        self.fonts: int = document.idToObjectNumberAndVersion[BasicFonts][0]
        self.artworks: dict[str, int] = {}
        """The number of each artwork in the file, by the artwork's name; pages call it A and this number."""
        self.stencils: dict[str, int] = {}
        """The number of each stencil in the file, by what artworks call it."""
        self.glyphs: dict[str, Glyphs] = {}
        self.images: dict[str, ImageObject] = {}
        """The pictures of pixels, by the digests of their files; artworks call them I and the digest."""

    def glyphs_of(self, name: str) -> Glyphs:
        """The characters of a font."""
        if name not in self.glyphs:
            self.glyphs[name] = Glyphs(self.document, name)
        return self.glyphs[name]

    def name_image(self, pixels: Pixels) -> str:
        """The name of a picture for pages, which is stored at the first use."""
        if pixels.digest not in self.images:
            self.images[pixels.digest] = ImageObject(pixels)
            self.document.updateSignature(pixels.digest.encode("ascii"))
        return f"I{pixels.digest}"

    def name_artwork(self, use: Use) -> str:
        """The name of an artwork for pages, which is stored at the first use.

        Its picture of pixels, if any, will have enough for the largest use.
        """
        art = use.art
        if art.name not in self.artworks:
            self.artworks[art.name] = self._store(self._format_artwork(art))
        if image := self.images.get(art.digest):
            image.width = max(image.width, use.box.width)
        return f"A{self.artworks[art.name]}"

    def finish(self) -> None:
        """Write the names when all pages are drawn."""
        self._name(self.of_pages, [f"/A{number} {number} 0 R" for number in self.artworks.values()])
        images = [f"/I{digest} {object_number(self.document, image)} 0 R" for digest, image in self.images.items()]
        self._name(self.of_artworks, [*images, *(f"/{name} {number} 0 R" for name, number in self.stencils.items())])

    def _name(self, dictionary: RawObject, names: Iterable[str]) -> None:
        """Write a dictionary of all fonts and of these names."""
        dictionary.data = f"<</Font {self.fonts} 0 R/XObject<<{''.join(names)}>>>>".encode("ascii")

    def _format_artwork(self, art: Artwork) -> bytes:
        """The form of an artwork; stencils in it are stored at their first use."""
        depends = _depends_on_document(art)
        compressed, stencils = _draw_artwork(art, self) if depends else _draw_once(art)
        for form in stencils:
            if form.name not in self.stencils:
                self.stencils[form.name] = self._store(format_stencil(form))
        resources = f" {object_number(self.document, self.of_artworks)} 0 R" if depends or stencils else "<<>>"
        return format_form(Box(0, 0, *art.size), compressed, resources)

    def _store(self, form: bytes) -> int:
        """Store a drawing; returns its number in the file."""
        self.document.updateSignature(form)
        return object_number(self.document, RawObject(form))


@lru_cache(maxsize=512)
def _depends_on_document(art: Artwork) -> bool:
    return _have_names(art.marks)


def _have_names(marks: Iterable[Drawn]) -> bool:
    """Whether there is text or a picture of pixels among these marks: their names are not the same in every file."""
    return any(type(mark) in (Text, Raster) or _have_names(getattr(mark, "marks", ())) for mark in marks)


def _draw_artwork(art: Artwork, resources: SharedResources | None = None) -> tuple[bytes, list[StencilForm]]:
    """The compressed code of an artwork, and the stencils in it."""
    pen = Pen([ROUND_LINES], art.size.height, resources)
    pen.draw(art.marks)
    return compress("\n".join(pen.code).encode("latin-1")), list(pen.stencils)


@lru_cache(maxsize=512)
def _draw_once(art: Artwork) -> tuple[bytes, list[StencilForm]]:
    """The same of an artwork that is the same in every file."""
    return _draw_artwork(art)


class Pen:
    """Writes marks whose y runs down from `height` as operators; sets a color or a weight only when it changes.

    Without resources it cannot draw text, artworks and pictures of pixels.
    """

    def __init__(self, code: list[str], height: float, resources: SharedResources | None = None) -> None:
        self.code = code
        self.height = height
        self.resources = resources
        self.fill = self.stroke = ""
        self.width = 0.0
        self.dash: tuple[float, ...] = ()
        self.stencils: dict[StencilForm, None] = {}
        """The stencils that were drawn, without the short ones."""

    def draw(self, marks: Iterable[Mark | Drawn]) -> None:
        """Draw marks in their order."""
        for kind, run in groupby(marks, type):
            if kind is Text:
                self._draw_texts([MarkedContent("", list(cast(Iterable[Text], run)))])
            else:
                for mark in run:
                    self._draw_mark(mark)

    def draw_marked(self, contents: Iterable[MarkedContent]) -> None:
        """Draw marks with the operators that tag them."""
        for only_texts, run in groupby(contents, MarkedContent.is_text):
            if only_texts:
                self._draw_texts(run)
                continue
            for content in run:
                self.code.append(content.operator)
                self.draw(content.marks)
                self.code.append(END_OPERATOR)

    def _draw_mark(self, mark: Mark | Drawn) -> None:
        match mark:
            case Path():
                self._draw_path(mark)
            case Use():
                self._draw_artwork(mark)
            case Clip():
                self._draw_clipped(mark.outline, mark.marks)
            case Stenciled():
                self._draw_stenciled(mark)
            case Transformed():
                self._draw_transformed(mark)
            case Window():
                self._draw_clipped(mark.outline, mark.marks, mark.even_odd)
            case Shape():
                self._draw_shape(mark)
            case Raster():
                self._draw_raster(mark)

    def _draw_texts(self, contents: Iterable[MarkedContent]) -> None:
        """Draw lines of text in one text object."""
        assert self.resources
        written, typed = ["BT"], ("", 0.0)
        for content in contents:
            if content.operator:
                written.append(content.operator)
            for mark, text in content.texts():
                if mark.color != self.fill:
                    written.append(format_rgb(mark.color) + " rg")
                    self.fill = mark.color
                glyphs, size = self.resources.glyphs_of(mark.font), mark.size
                for right, up, piece in glyphs.pieces(text):
                    written.append(f"1 0 0 1 {mark.x + right * size:.2f} {self.height - mark.y + up * size:.2f} Tm")
                    for subset, codes in glyphs.runs(piece):
                        if typed != (subset, size):
                            typed = (subset, size)
                            written.append(f"{subset} {format_number(size)} Tf")
                        written.append(f"({codes}) Tj")
            if content.operator:
                written.append(END_OPERATOR)
        written.append("ET")
        self.code.append(" ".join(written))

    def _draw_path(self, mark: Path) -> None:
        self._set_paint(mark, mark.dash)
        paint = PAINT_OPERATORS[bool(mark.fill), bool(mark.stroke)]
        self.code.append(f"{trace_outline(mark.outline, self.height)} {paint}")

    def _draw_artwork(self, mark: Use) -> None:
        assert self.resources
        place = f"{mark.x:.4f} {self.height - (mark.y + mark.art.size.height * mark.scale):.4f}"
        scale = format_number(mark.scale)
        self.code.append(f"q {scale} 0 0 {scale} {place} cm /{self.resources.name_artwork(mark)} Do Q")

    def _inner(self, height: float) -> Pen:
        """A pen for a graphics state in this one, which begins with the same colors and weight."""
        pen = Pen(self.code, height, self.resources)
        pen.fill, pen.stroke, pen.width, pen.dash = self.fill, self.stroke, self.width, self.dash
        pen.stencils = self.stencils
        return pen

    def _draw_clipped(self, outline: Outline, marks: Iterable[Drawn], even_odd: bool = False) -> None:
        self.code.append(f"q {trace_outline(outline, self.height)} {'W*' if even_odd else 'W'} n")
        self._inner(self.height).draw(marks)
        self.code.append("Q")

    def _draw_transformed(self, mark: Transformed) -> None:
        a, b, c, d = mark.matrix
        self.code.append(f"q {' '.join(map(format_number, (a, -b, -c, d)))} {mark.x:.4f} {self.height - mark.y:.4f} cm")
        self._inner(0).draw(mark.marks)
        self.code.append("Q")

    def _draw_stenciled(self, mark: Stenciled) -> None:
        self._set_paint(mark)
        form = StencilForm(mark.stencil, PAINT_OPERATORS[bool(mark.fill), bool(mark.stroke)])
        code = trace_stencil(form)
        if len(code) >= LEAST_FORM:
            self.stencils[form] = None
            code = f"/{form.name} Do"
        self.code.append(code)

    def _draw_shape(self, mark: Shape) -> None:
        """Draw a shape with everything that SVG can do with its stroke, in its own graphics state."""
        a, b, c, d = mark.slant
        written = [f"q {' '.join(map(format_number, (a, -b, c, -d, 0, self.height)))} cm"]
        if mark.fill:
            written.append(format_rgb(mark.fill) + " rg")
        if mark.stroke:
            written.append(format_rgb(mark.stroke) + " RG")
            written.append(f"{format_number(mark.width)} w {mark.cap} J {mark.join} j {format_number(mark.miter)} M")
            written.append(f"[{' '.join(map(format_number, mark.dash))}] {format_number(mark.offset)} d")
        painted = PAINT_OPERATORS[bool(mark.fill), bool(mark.stroke)]
        written.append(format_segments(mark.outline, [number for _, given in mark.outline for number in given]))
        written.append(f"{painted}*" if mark.even_odd and mark.fill else painted)
        self.code.append(" ".join([*written, "Q"]))

    def _draw_raster(self, mark: Raster) -> None:
        assert self.resources
        box = mark.box
        place = f"{format_number(box.width)} 0 0 {format_number(box.height)} {box.x:.4f} {self.height - box.bottom:.4f}"
        self.code.append(f"q {place} cm /{self.resources.name_image(mark.pixels)} Do Q")

    def _set_paint(self, mark: Path | Stenciled, dash: tuple[float, ...] = ()) -> None:
        if mark.fill and mark.fill != self.fill:
            self.code.append(format_rgb(mark.fill) + " rg")
            self.fill = mark.fill
        if not mark.stroke:
            return
        if mark.stroke != self.stroke:
            self.code.append(format_rgb(mark.stroke) + " RG")
            self.stroke = mark.stroke
        if mark.width != self.width:
            self.code.append(f"{format_number(mark.width)} w")
            self.width = mark.width
        if dash != self.dash:
            self.code.append(f"[{' '.join(map(format_number, dash))}] 0 d")
            self.dash = dash
