"""How fine a picture is where it is printed, and whether that is enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from msgspec import Struct

from cardgen.scene.faces import Face
from cardgen.scene.marks import Artwork, Raster, Use

LEAST_DPI, GOOD_DPI, MOST_DPI = 72, 150, 300
"""Pixels in an inch of paper: with fewer than the first a picture is printed smaller, with fewer than the second it
looks rough, and nobody sees more than the third."""

MOST_SLIM = 20
"""No picture that is so many times as long as high could be seen."""


class RoughPicture(Struct, frozen=True):
    """A picture that looks rough where it is printed."""

    digest: str
    """Of the picture's file."""
    face: str
    dpi: int
    needed: tuple[int, int]
    """The pixels that would be enough for its place, across and down."""


def count_pixels(art: Artwork) -> float:
    """How many pixels a picture has; 0 when it is drawn with lines."""
    return sum(mark.pixels.size.width * mark.pixels.size.height for mark in art.marks if isinstance(mark, Raster))


def measure_dpi(use: Use) -> float | None:
    """The pixels in an inch of a picture where it is used; None when it is drawn with lines."""
    raster = use.art.marks[0]
    if not isinstance(raster, Raster):
        return None
    return raster.pixels.size.width / (raster.box.width * use.scale / 72)


def find_rough_pictures(faces: Iterable[Face]) -> Iterator[RoughPicture]:
    """The pictures on these faces that look rough."""
    for face in faces:
        for use in face.marks:
            if not isinstance(use, Use) or not use.art.digest:
                continue
            found = measure_dpi(use)
            if found and found < GOOD_DPI - 0.5:
                room = face.full_sizes.get(use.art.digest, use.box.size)
                needed = (ceil(room.width / 72 * GOOD_DPI), ceil(room.height / 72 * GOOD_DPI))
                yield RoughPicture(use.art.digest, face.name, round(found), needed)
