"""The resolution of pictures where they are printed, and whether it is high enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from msgspec import Struct

from cardgen.scene.faces import Face
from cardgen.scene.marks import Artwork, Raster, Use

LEAST_DPI = 72
"""A picture with fewer pixels per inch of paper is printed smaller."""
GOOD_DPI = 150
"""A picture with fewer looks rough."""
MOST_DPI = 300
"""More are not visible."""
MOST_SLIM = 20
"""A picture whose sides differ by a larger factor could not be seen."""


class RoughPicture(Struct, frozen=True):
    """A picture that looks rough where it is printed."""

    digest: str
    """The hash of the picture's file."""
    face: str
    dpi: int
    needed: tuple[int, int]
    """The pixels that its place needs, across and down."""


def count_pixels(art: Artwork) -> float:
    """The number of pixels of a picture; 0 for one of lines."""
    return sum(mark.pixels.size.width * mark.pixels.size.height for mark in art.marks if isinstance(mark, Raster))


def measure_dpi(use: Use) -> float | None:
    """The pixels per inch of a picture where it is used; None for one of lines."""
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
