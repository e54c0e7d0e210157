"""JPEG files by their parts: how often they must be gone through, and what of them a PDF needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

START, END, SCAN = 0xD8, 0xD9, 0xDA
FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive: what readers of PDF know (ISO 32000-1, 7.4.8)."""
OTHER_FRAMES = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
NEEDED = (*FRAMES, 0xC4, SCAN, 0xDB, 0xDD, 0xE0, 0xEE)
"""Frame, tables, scans and restarts, and what says which colours they are. The rest tells of the camera, and where."""
NEXT = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)
"""The end of a scan: a marker that does not belong to it."""


class Part(NamedTuple):
    """A marker with what belongs to it."""

    marker: int
    data: bytes


def parts(data: bytes) -> Iterator[Part]:
    """The parts of a JPEG up to its end, or to where it is damaged."""
    place = 2
    while match := NEXT.match(data, place):
        marker, place = match[1][0], match.end()
        if marker == END:
            return
        length = int.from_bytes(data[place : place + 2], "big")
        end = place + length
        if marker == SCAN:
            found = NEXT.search(data, end)
            end = found.start() if found else len(data)
        if length < 2 or end > len(data):
            return
        yield Part(marker, b"\xff" + bytes([marker]) + data[place:end])
        place = end


def scans(data: bytes) -> int:
    """How often all pixels are gone through to read it."""
    return sum(part.marker == SCAN for part in parts(data))


def bare(data: bytes) -> bytes | None:
    """A JPEG with only what is needed to show it; None for a kind that readers of PDF need not know."""
    found = list(parts(data))
    if any(part.marker in OTHER_FRAMES for part in found) or not any(part.marker == SCAN for part in found):
        return None
    return b"".join([b"\xff\xd8", *(part.data for part in found if part.marker in NEEDED), b"\xff\xd9"])
