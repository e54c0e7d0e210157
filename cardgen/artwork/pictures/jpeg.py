"""The marker segments of JPEG files, and those that a PDF needs (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

END_MARKER, SCAN_MARKER = 0xD9, 0xDA
FRAME_MARKERS = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive, which all PDF viewers can show (ISO 32000-1, 7.4.8)."""
OTHER_FRAME_MARKERS = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
KEPT_MARKERS = (*FRAME_MARKERS, 0xC4, SCAN_MARKER, 0xDB, 0xDD, 0xE0, 0xEE)
"""Frame, tables, scans, restarts, and the segments that define colors; others describe the camera and the location."""
NEXT_MARKER = re.compile(rb"\xff{1,64}([^\x00\xd0-\xd7\xff])", re.DOTALL)
"""A marker that is not part of a scan, with a reasonable number of fill bytes before it."""


class MarkerSegment(Struct, frozen=True):
    """A marker with its data."""

    kind: int
    data: bytes


def marker_segments(data: bytes) -> Iterator[MarkerSegment]:
    """The segments of a JPEG file up to its end, or to where it is damaged."""
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
    """A JPEG file with only the segments needed to show it; None for a kind that PDF viewers may not know."""
    found = list(marker_segments(data))
    kinds = {segment.kind for segment in found}
    if SCAN_MARKER not in kinds or not kinds.isdisjoint(OTHER_FRAME_MARKERS):
        return None
    return b"".join([b"\xff\xd8", *(segment.data for segment in found if segment.kind in KEPT_MARKERS), b"\xff\xd9"])
