"""JPEG files by their parts, and what of them a PDF needs (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

START_MARKER, END_MARKER, SCAN_MARKER = 0xD8, 0xD9, 0xDA
FRAME_MARKERS = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive: what readers of PDF know (ISO 32000-1, 7.4.8)."""
OTHER_FRAME_MARKERS = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
KEPT_MARKERS = (*FRAME_MARKERS, 0xC4, SCAN_MARKER, 0xDB, 0xDD, 0xE0, 0xEE)
"""Frame, tables, scans and restarts, and what says which colours they are. The rest tells of the camera, and where."""
NEXT_MARKER = re.compile(rb"\xff{1,64}([^\x00\xd0-\xd7\xff])", re.DOTALL)
"""A marker that is no part of a scan; it may be filled up, but no more than anybody does."""


class MarkerSegment(Struct, frozen=True):
    """A marker with what belongs to it."""

    kind: int
    data: bytes


def marker_segments(data: bytes) -> Iterator[MarkerSegment]:
    """The parts of a JPEG up to its end, or to where it is damaged."""
    place = 2
    while match := NEXT_MARKER.match(data, place):
        marker, place = match[1][0], match.end()
        if marker == END_MARKER:
            return
        length = int.from_bytes(data[place : place + 2], "big")
        end = place + length
        if marker == SCAN_MARKER:
            found = NEXT_MARKER.search(data, end)
            end = found.start() if found else len(data)
        if length < 2 or end > len(data):
            return
        yield MarkerSegment(marker, b"\xff" + bytes([marker]) + data[place:end])
        place = end


def strip_jpeg(data: bytes) -> bytes | None:
    """A JPEG with only what is needed to show it; None for a kind that readers of PDF need not know."""
    found = list(marker_segments(data))
    if any(part.kind in OTHER_FRAME_MARKERS for part in found) or not any(part.kind == SCAN_MARKER for part in found):
        return None
    return b"".join([b"\xff\xd8", *(part.data for part in found if part.kind in KEPT_MARKERS), b"\xff\xd9"])
