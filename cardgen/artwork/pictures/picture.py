"""An author's picture: its file, and the artwork that is printed."""

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
"""Reads a file's bytes, with the name of its format and its digest: returns the artwork, and notes on differences."""


class PictureFormat(Struct, frozen=True):
    """A format of pictures that can be printed."""

    name: str
    media: str
    """Its media type (RFC 6838)."""
    module: str
    """The module with its `read_artwork`, loaded for the first such picture, because most routines have none."""
    most_bytes: int
    """The largest file that is read."""
    signature: bytes = b""
    """The first bytes of every such file."""


PNG = PictureFormat("PNG", "image/png", "raster", 20_000_000, PNG_SIGNATURE)
JPEG = PictureFormat("JPEG", "image/jpeg", "raster", 20_000_000, b"\xff\xd8\xff")
SVG = PictureFormat("SVG", "image/svg+xml", "vector", 4_000_000)
PICTURE_FORMATS = {".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".svg": SVG}
"""The formats by the lowercase suffix of a file's name."""


class Picture(Struct, frozen=True, eq=False):
    """A picture that was read to its end and can be printed."""

    name: str
    """The path of its file from the routine's folder, as the author wrote it."""
    data: bytes
    media: str
    art: Artwork
    notes: tuple[str, ...] = ()
    """Notes on differences from the original."""

    @property
    def largest_scale(self) -> float:
        """The largest scale that it may be printed at: 1 when it has pixels, which should not show, else any."""
        return 1 if isinstance(self.art.marks[0], Raster) else inf


def read_picture(path: Path, name: str) -> Picture:
    """The picture in a file with a suffix of `PICTURE_FORMATS`; UserError when it cannot be printed."""
    named = PICTURE_FORMATS[path.suffix.lower()]
    data = read_bytes(path, named.most_bytes)
    real = next((other for other in (PNG, JPEG) if data.startswith(other.signature)), SVG)
    if named.signature != real.signature:
        content = f"It is a {real.name} file" if real.signature else f"It is not a {named.name} file"
        raise UserError(Fault(f"{content}, but its name says {named.name}.", "Save it again, or correct its name."))
    read: ReadArtwork = importlib.import_module(f"cardgen.artwork.pictures.{named.module}").read_artwork
    art, notes = read(data, named.name, digest(data))
    return Picture(name, data, named.media, art, notes)
