"""Marks at fixed places, in points from the top left, which faces and drawings are made of."""

from __future__ import annotations

from math import hypot
from typing import Protocol

from msgspec import Struct

from cardgen.scene.outlines import Outline
from cardgen.units import Box, Size


class Printed(Struct, frozen=True, array_like=True):
    """A mark or a drawing; the hash of a card's revision is made of its values, not of their names."""


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
    """An outline of an author's picture, with everything that SVG can do; our own drawings need only `Path`."""

    outline: Outline
    fill: str | None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    offset: float = 0.0
    """The distance into its dashes at which the stroke begins."""
    cap: int = 0
    join: int = 0
    """Caps and joins by their numbers in PDF: butt, round, square; miter, round, bevel."""
    miter: float = 4.0
    even_odd: bool = False
    """The even-odd rule decides what is inside, instead of the outline's winding."""
    slant: tuple[float, float, float, float] = (1, 0, 0, 1)
    """The matrix a, b, c, d that transforms outline and stroke; an uneven one makes the stroke's width vary."""


class EncodedImage(Struct, frozen=True):
    """Pixels as a PDF holds them, with 8 bits for gray or for each of red, green and blue."""

    width: int
    height: int
    gray: bool
    jpeg: bool
    """The data are a JPEG, instead of deflated rows as in a PNG."""
    data: bytes


class Pixels(Protocol):
    """A picture of pixels that was read and is not damaged."""

    @property
    def digest(self) -> str:
        """The hash of its file."""

    @property
    def size(self) -> Size:
        """Upright, in pixels."""

    def encoded(self, width: float) -> EncodedImage:
        """The picture for a PDF in which it is at most `width` points wide."""


class Raster(Printed, frozen=True):
    """A picture of pixels that fills a box."""

    box: Box
    pixels: Pixels


class Clip(Printed, frozen=True):
    """Marks that show only inside an outline."""

    outline: Outline
    marks: tuple[Drawn, ...]


class Stencil(Struct, frozen=True, eq=False):
    """Outlines in their own units that a document stores once; each use gives them its colors and its weight."""

    name: str
    """No other outlines have it; of characters that a name in a PDF may have."""
    box: Box
    """Holds the outlines with the widest lines along them."""
    outlines: tuple[Outline, ...]


class Stenciled(Printed, frozen=True):
    """The outlines of a stencil, each filled, stroked, or both; among marks that are `Transformed` to its units."""

    stencil: Stencil
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0


class Transformed(Printed, frozen=True):
    """Marks in their own units, which include line weights, and the place of their origin."""

    marks: tuple[Drawn, ...]
    x: float
    y: float
    matrix: tuple[float, float, float, float]
    """The matrix a, b, c, d that turns, scales and mirrors: right becomes (a, b), and down (c, d)."""

    @property
    def scale(self) -> float:
        """The length of a unit."""
        return hypot(*self.matrix[:2])


class Window(Printed, frozen=True):
    """Marks of an author's picture that show only inside an outline."""

    outline: Outline
    even_odd: bool
    marks: tuple[Drawn, ...]


Drawn = Path | Clip | Stenciled | Transformed | Text | Shape | Raster | Window
"""A mark of a drawing."""


class Artwork(Struct, frozen=True, eq=False):
    """A drawing that is stored once in a document and used many times, clipped to its size."""

    name: str
    size: Size
    marks: tuple[Drawn, ...]
    digest: str = ""
    """The hash of its file when it is an author's picture."""


class Use(Printed, frozen=True):
    """An artwork at a place: its top left corner and its scale."""

    art: Artwork
    x: float
    y: float
    scale: float

    @property
    def box(self) -> Box:
        """The box that it fills."""
        return Box(self.x, self.y, self.art.size.width * self.scale, self.art.size.height * self.scale)


Mark = Text | Path | Use
"""A mark of a face."""
