"""Marks to the operators of a PDF page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby
from typing import cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from cardgen.pdf.structure import END, Content
from cardgen.scene import Artwork, Clip, Mark, Outline, Page, Path, Placed, Text, Use
from cardgen.text import font
from cardgen.units import Size

OPERATORS = {"M": "%.2f %.2f m", "L": "%.2f %.2f l", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c", "Z": "h"}
Forms = dict[str, str]
"""The name that each artwork, by its own name, has inside the file."""


def store_new(canvas: Canvas, page: Page, forms: Forms) -> None:
    """Store the artwork that is used on this page for the first time."""
    for placed in page.faces:
        for mark in placed.face.marks:
            if isinstance(mark, Use) and mark.art.name not in forms:
                forms[mark.art.name] = f"art{len(forms)}"
                _store(canvas, mark.art, forms)


def _store(canvas: Canvas, art: Artwork, forms: Forms) -> None:
    canvas.beginForm(forms[art.name], 0, 0, *art.size)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    Pen(canvas, art.size.height, forms).draw(art.marks)
    canvas.endForm()


def draw_face(
    canvas: Canvas, page: Size, placed: Placed, forms: Forms, contents: Iterable[Content] | None = None
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
    pen = Pen(canvas, face.size.height, forms)
    if contents is None:
        pen.draw(face.marks)
    else:
        pen.draw_marked(contents)
    canvas.restoreState()


class Pen:
    """Draws marks whose y runs down from `height`; sets a colour or a weight only when it changes."""

    def __init__(self, canvas: Canvas, height: float, forms: Forms) -> None:
        self.canvas = canvas
        self.height = height
        self.forms = forms
        self.fill = self.stroke = ""
        self.width = 0.0
        self.dash: tuple[float, ...] = ()

    def draw(self, marks: Iterable[Mark | Clip]) -> None:
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

    def one(self, mark: Mark | Clip) -> None:
        match mark:
            case Path():
                self.path(mark)
            case Use():
                self.use(mark)
            case Clip():
                self.clip(mark)

    def texts(self, contents: Iterable[Content]) -> None:
        """Lines of text in one text object: opening one for each line takes a third of the time of a long deck."""
        drawn, typed = self.canvas.beginText(), ("", 0.0)
        for content in contents:
            if content.operator:
                drawn._code.append(content.operator)
            for mark, text in content.texts():
                if mark.color != self.fill:
                    drawn.setFillColorRGB(*_rgb(mark.color))
                    self.fill = mark.color
                if (mark.font, mark.size) != typed:
                    drawn.setFont(font(mark.font).fontName, mark.size)
                    typed = (mark.font, mark.size)
                drawn.setTextOrigin(mark.x, self.height - mark.y)
                drawn.textOut(text)
            if content.operator:
                drawn._code.append(END)
        self.canvas.drawText(drawn)

    def path(self, mark: Path) -> None:
        if mark.fill:
            self.set_fill(mark.fill)
        if mark.stroke:
            self.set_stroke(mark)
        self.canvas.drawPath(self.trace(mark.outline), stroke=bool(mark.stroke), fill=bool(mark.fill), fillMode=1)

    def use(self, mark: Use) -> None:
        self.canvas.saveState()
        self.canvas.transform(mark.scale, 0, 0, mark.scale, mark.x, self.height - mark.box.bottom)
        self.canvas.doForm(self.forms[mark.art.name])
        self.canvas.restoreState()

    def clip(self, mark: Clip) -> None:
        self.canvas.saveState()
        self.canvas.clipPath(self.trace(mark.outline), stroke=0, fill=0, fillMode=1)
        Pen(self.canvas, self.height, self.forms).draw(mark.marks)
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
