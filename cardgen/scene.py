"""Marks at fixed places, in points from the top left: what a face or a drawing is made of, and nothing to decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, Protocol

from msgspec import Struct

from cardgen.units import Box, Size

Segment = tuple[str, tuple[float, ...]]
"""One piece of an outline: ("M", (x, y)), ("L", (x, y)), ("C", six numbers) or ("Z", ())."""

Outline = tuple[Segment, ...]

Flip = Literal["long", "short"]
"""The edge that a sheet is turned over for its back."""

ROUND = 0.5522847498
"""How far the handles of a cubic curve reach, in radii, to draw a quarter circle."""


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


class Encoded(Struct, frozen=True):
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

    def encoded(self, width: float) -> Encoded:
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


class Tag(Struct, frozen=True):
    """What a stretch of a face's marks is, for somebody who hears the page instead of seeing it.

    Tags follow each other as they are to be read; marks that no tag covers only adorn the page.
    """

    role: str
    """A standard structure type of PDF: H1, P, L, LI, LBody, Table, TR, TD, Figure, ..."""
    start: int
    stop: int
    """The number of the first mark, and of the first that is not part of it."""
    alt: str = ""
    """What is read in place of the marks: what a drawing shows, or words that stand apart, in a row."""
    scope: str = ""
    """What a heading in a table is for: Row or Column."""
    parts: tuple[Tag, ...] = ()
    """When it has any, only what they cover is read."""


class Face(Struct, frozen=True):
    """One side of one card, or one page."""

    name: str
    size: Size
    marks: tuple[Mark, ...]
    tags: tuple[Tag, ...] = ()
    rooms: dict[str, Size] = {}
    """How large the pictures on it would be that have few pixels, if they had enough; by the digests of their files."""

    def listing(self) -> str:
        """The face as lines of text, for people and for tests that compare."""
        return "\n".join([f"{self.name} {self.size.width:.1f} x {self.size.height:.1f}", *map(_line, self.marks)])


class Link(Struct, frozen=True):
    """A place on a page that leads to another page, by its number from 0."""

    box: Box
    target: int


class Bookmark(Struct, frozen=True):
    """An entry of a document's outline; level 1 stands under the level 0 before it."""

    title: str
    page: int
    level: int


class Card(Struct, frozen=True):
    """The two sides of a card; `back` is None when nothing is printed there."""

    front: Face
    back: Face | None = None
    revision: str = ""
    """A hash of all that is printed on it; the front shows the first digits."""

    def __iter__(self) -> Iterator[Face]:
        """The sides that something is printed on."""
        return (face for face in (self.front, self.back) if face)


class Placed(Struct, frozen=True):
    """A face on a sheet: where the top left of its upright box is, and its turn, counterclockwise in degrees."""

    face: Face
    box: Box
    turn: int = 0
    order: int = 0
    """Its place among all faces for somebody who reads on, whatever sheet it is on."""


class Page(Struct, frozen=True):
    """One side of a sheet of paper."""

    size: Size
    faces: tuple[Placed, ...]
    marks: tuple[Path, ...] = ()
    links: tuple[Link, ...] = ()
    back: bool = False
    """The second side of a sheet."""
    trim: Box | None = None
    """What is cut out of it; None when the whole page is kept."""
    bleed: float = 0.0
    """How far colour runs over the trim, in points."""
    label: str = ""
    """The number that is printed on it, where that is not its place in the document."""


def rectangle(box: Box) -> Outline:
    """The outline of a box."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (("M", (x, y)), ("L", (right, y)), ("L", (right, bottom)), ("L", (x, bottom)), ("Z", ()))


def rounded(box: Box, radius: float) -> Outline:
    """The outline of a box with round corners."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    r, k = radius, radius * (1 - ROUND)
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def circle(x: float, y: float, radius: float) -> Outline:
    """The outline of a circle round x, y."""
    return rounded(Box(x - radius, y - radius, 2 * radius, 2 * radius), radius)


def line(x1: float, y1: float, x2: float, y2: float) -> Outline:
    """A straight line."""
    return (("M", (x1, y1)), ("L", (x2, y2)))


def bounds(outline: Outline) -> Box:
    """A box that all of an outline is in; handles of curves count as if they were on it."""
    points = [number for _, values in outline for number in values]
    across, down = points[0::2], points[1::2]
    left, top = min(across), min(down)
    return Box(left, top, max(across) - left, max(down) - top)


@lru_cache(maxsize=1024)
def outline(data: str) -> Outline:
    """SVG path data of absolute M, L, C and Z to an outline; ValueError for anything else."""
    segments: list[tuple[str, tuple[float, ...]]] = []
    for letter, numbers in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        values = tuple(map(float, numbers.replace(",", " ").split()))
        length = {"M": 2, "L": 2, "C": 6, "Z": 0}.get(letter)
        if length is None or (len(values) % length if length else values):
            raise ValueError(f"path data may hold absolute M, L, C and Z only, not '{letter}{numbers.strip()}'")
        segments += [(letter, values[i : i + length]) for i in range(0, len(values), length)] if length else [("Z", ())]
    return tuple(segments)


def _line(mark: Mark) -> str:
    match mark:
        case Text():
            return f"text {mark.x:.1f} {mark.y:.1f} {mark.font} {mark.size:g} {mark.color} | {mark.text}"
        case Use():
            return f"use  {mark.x:.1f} {mark.y:.1f} x{mark.scale:.3f} {mark.art.name}"
        case Path():
            points = " ".join(letter + ",".join(f"{value:.1f}" for value in values) for letter, values in mark.outline)
            dash = f" dash {mark.dash}" if mark.dash else ""
            return f"path fill {mark.fill} stroke {mark.stroke} {mark.width:g}{dash} | {points}"
