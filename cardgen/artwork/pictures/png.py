"""The chunks of PNG files (ISO/IEC 15948, 5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Chunk(Struct, frozen=True):
    """A chunk of a PNG file."""

    kind: bytes
    data: bytes


def chunks(data: bytes) -> Iterator[Chunk]:
    """The chunks of a PNG file up to its end, or to where it is cut off."""
    place = len(PNG_SIGNATURE)
    while place + 8 <= len(data):
        end = place + 8 + int.from_bytes(data[place : place + 4], "big")
        yield Chunk(data[place + 4 : place + 8], data[place + 8 : end])
        place = end + 4
