"""Marks at fixed places, in points from the top left: what a face or a drawing is made of."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from cardgen.scene.outlines import Outline
from cardgen.units import Box, Size


class Printed(Struct, frozen=True, array_like=True):
    """Something that is drawn; a card's revision is a hash of its values, whatever their names are."""


class Text(Printed, frozen=True):
    """One line of text; `y` is the baseline."""

    x: float
    y: float
    text: str
    font: str
    size: float
    color: str


class Path(Printed, frozen=True):
    """An outline, filled, stroked, or both."""

    outline: Outline
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


class Shape(Printed, frozen=True):
    """An outline of somebody's picture, drawn as SVG draws it; `Path` is all that our own drawings need."""

    outline: Outline
    fill: str | None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    offset: float = 0.0
    """Where in its dashes the stroke begins."""
    cap: int = 0
    join: int = 0
    """Caps and joins as PDF numbers them: butt, round, square; miter, round, bevel."""
    miter: float = 4.0
    even_odd: bool = False
    """What decides what is inside; otherwise the outline's winding."""
    slant: tuple[float, float, float, float] = (1, 0, 0, 1)
    """What outline and stroke are transformed by: a stroke is not as wide everywhere when this is not even."""


class EncodedImage(Struct, frozen=True):
    """Pixels as a PDF holds them, 8 bits for grey or for each of red, green and blue."""

    width: int
    height: int
    grey: bool
    jpeg: bool
    """The data are a JPEG; else rows as in a PNG, deflated."""
    data: bytes


class Pixels(Protocol):
    """A picture of pixels, read and found sound."""

    @property
    def digest(self) -> str:
        """Of its file."""

    @property
    def size(self) -> Size:
        """In pixels, upright."""

    def encoded(self, width: float) -> EncodedImage:
        """For a PDF in which it is `width` points wide at most."""


class Raster(Printed, frozen=True):
    """A picture of pixels that fills a box."""

    box: Box
    pixels: Pixels


class Clip(Printed, frozen=True):
    """Marks that show only inside an outline."""

    outline: Outline
    marks: tuple[Drawn, ...]


class Scaled(Printed, frozen=True):
    """Marks in units of their own, and where their origin comes to lie; weights of lines are in these units too."""

    marks: tuple[Drawn, ...]
    x: float
    y: float
    scale: float


class Window(Printed, frozen=True):
    """Marks of somebody's picture that show only inside an outline."""

    outline: Outline
    even_odd: bool
    marks: tuple[Drawn, ...]


Drawn = Path | Clip | Scaled | Text | Shape | Raster | Window


class Artwork(Struct, frozen=True, eq=False):
    """A drawing that is stored once in a document and used many times; clipped to its size."""

    name: str
    size: Size
    marks: tuple[Drawn, ...]
    digest: str = ""
    """Of the file that it is in, when that is somebody's picture."""


class Use(Printed, frozen=True):
    """An artwork at a place: its top left corner, and the scale it is drawn at."""

    art: Artwork
    x: float
    y: float
    scale: float

    @property
    def box(self) -> Box:
        return Box(self.x, self.y, self.art.size.width * self.scale, self.art.size.height * self.scale)


Mark = Text | Path | Use
