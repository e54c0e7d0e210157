"""A picture that an author made: its file, and what is drawn of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from math import inf
from pathlib import Path

from msgspec import Struct

from cardgen.artwork.pictures.png import PNG_SIGNATURE
from cardgen.errors import Fault, UserError
from cardgen.files.reading import read_bytes
from cardgen.scene.marks import Artwork, Raster
from cardgen.scene.record import digest

ReadArtwork = Callable[[bytes, str, str], tuple[Artwork, tuple[str, ...]]]
"""Makes of a file's bytes, its kind's name and its digest what is drawn, and notes on what is not as it should be."""


class PictureFormat(Struct, frozen=True):
    """A kind of picture that can be printed."""

    name: str
    media: str
    """Its name for everybody (RFC 6838)."""
    module: str
    """What reads it, with `read`: loaded when there is such a picture, because most routines have none."""
    most: int
    """Bytes of a file."""
    begins: bytes = b""
    """The first bytes of every such file."""


PNG = PictureFormat("PNG", "image/png", "raster", 20_000_000, PNG_SIGNATURE)
JPEG = PictureFormat("JPEG", "image/jpeg", "raster", 20_000_000, b"\xff\xd8\xff")
SVG = PictureFormat("SVG", "image/svg+xml", "vector", 4_000_000)
PICTURE_FORMATS = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".svg": SVG}
"""By the end of a file's name, in small letters."""


class Picture(Struct, frozen=True, eq=False):
    """A picture that was read to its end, and can be printed."""

    name: str
    """As the author wrote it: the file, from the routine's folder."""
    data: bytes
    media: str
    art: Artwork
    notes: tuple[str, ...] = ()
    """What does not look quite as it should."""

    @property
    def largest_scale(self) -> float:
        """The largest scale that it may be printed at: pixels are not to be seen, and lines may be of any size."""
        return 1 if isinstance(self.art.marks[0], Raster) else inf


def read_picture(path: Path, name: str) -> Picture:
    """The picture in a file whose name ends as one of `PICTURE_FORMATS`; UserError when it cannot be printed."""
    kind = PICTURE_FORMATS[path.suffix.lower()]
    data = read_bytes(path, kind.most)
    real = next((other for other in (PNG, JPEG) if data.startswith(other.begins)), SVG)
    if kind.begins != real.begins:
        told = f"It is a {real.name} by its first bytes" if real.begins else f"It is no {kind.name}"
        raise UserError(Fault(f"{told}; its name says {kind.name}.", "Save it anew, or give it the right name."))
    read: ReadArtwork = importlib.import_module(f"cardgen.artwork.pictures.{kind.module}").read_artwork
    art, notes = read(data, kind.name, digest(data))
    return Picture(name, data, kind.media, art, notes)
