"""A page: faces placed on one side of a sheet of paper."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cardgen.scene.faces import Face
from cardgen.scene.marks import Path
from cardgen.units import Box, Size

Flip = Literal["long", "short"]
"""The edge that a sheet is turned over for its back."""


class Link(Struct, frozen=True):
    """A place on a page that leads to another page, by its number from 0."""

    box: Box
    target: int


class Bookmark(Struct, frozen=True):
    """An entry of a document's outline; level 1 stands under the level 0 before it."""

    title: str
    page: int
    level: int


class PlacedFace(Struct, frozen=True):
    """A face on a sheet: where the top left of its upright box is, and its turn, counterclockwise in degrees."""

    face: Face
    box: Box
    turn: int = 0
    order: int = 0
    """Its place among all faces for somebody who reads on, whatever sheet it is on."""


class Page(Struct, frozen=True):
    """One side of a sheet of paper."""

    size: Size
    faces: tuple[PlacedFace, ...]
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
