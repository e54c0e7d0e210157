"""Pages: faces placed on one side of a sheet of paper."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cardgen.scene.faces import Face
from cardgen.scene.marks import Path
from cardgen.units import Box, Size

Flip = Literal["long", "short"]
"""The edge that a sheet is turned over for its back."""


class Link(Struct, frozen=True):
    """A box on a page that leads to another page, given by its number from 0."""

    box: Box
    target: int
    text: str
    """The text read aloud for it: where it leads."""


class Bookmark(Struct, frozen=True):
    """An entry of a document's outline; level 1 is below the level 0 before it."""

    title: str
    page: int
    level: int


class PlacedFace(Struct, frozen=True):
    """A face on a sheet: its upright box, and its turn, counterclockwise in degrees."""

    face: Face
    box: Box
    turn: int = 0
    order: int = 0
    """Its place in the reading order of all faces, whatever sheet it is on."""


class Page(Struct, frozen=True):
    """One side of a sheet of paper."""

    size: Size
    faces: tuple[PlacedFace, ...]
    marks: tuple[Path, ...] = ()
    links: tuple[Link, ...] = ()
    back: bool = False
    """It is the second side of a sheet."""
    trim: Box | None = None
    """The part that is cut out; None when the whole page is kept."""
    bleed: float = 0.0
    """How far color runs beyond the trim, in points."""
    label: str = ""
    """The page number that viewers show; empty for the page's place in the document."""
