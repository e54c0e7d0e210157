"""Outlines of shapes, in points from the top left."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from cardgen.units import Box

Segment = tuple[str, tuple[float, ...]]
"""A part of an outline: ("M", (x, y)), ("L", (x, y)), ("C", six numbers) or ("Z", ())."""
Outline = tuple[Segment, ...]
SEGMENT = re.compile("([A-Za-z])([^A-Za-z]*)")
SEGMENT_LENGTHS = {"M": 2, "L": 2, "C": 6, "Z": 0}
"""How many numbers a segment has."""
QUARTER_HANDLE = 0.5522847498
"""The length of a cubic curve's handles for a quarter circle, in radii."""


def rectangle(box: Box) -> Outline:
    """The outline of a box."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (("M", (x, y)), ("L", (right, y)), ("L", (right, bottom)), ("L", (x, bottom)), ("Z", ()))


@lru_cache(maxsize=512)  # most are the same on every card, and the same object is found faster in other caches
def rounded(box: Box, across: float, down: float | None = None) -> Outline:
    """The outline of a box with corners of a quarter ellipse, round unless the radius `down` is given too."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    rx, ry = across, across if down is None else down
    i, j = rx * (1 - QUARTER_HANDLE), ry * (1 - QUARTER_HANDLE)
    return (
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        ("C", (right - i, y, right, y + j, right, y + ry)),
        ("L", (right, bottom - ry)),
        ("C", (right, bottom - j, right - i, bottom, right - rx, bottom)),
        ("L", (x + rx, bottom)),
        ("C", (x + i, bottom, x, bottom - j, x, bottom - ry)),
        ("L", (x, y + ry)),
        ("C", (x, y + j, x + i, y, x + rx, y)),
        ("Z", ()),
    )


@lru_cache(maxsize=64)  # an edge tab is on all cards of a routine
def rounded_on_side(box: Box, radius: float, side: Literal["left", "right"]) -> Outline:
    """The outline of a box with round corners on one side only."""
    whole = rounded(box, radius)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    if side == "left":
        return (whole[0], ("L", (right, y)), ("L", (right, bottom)), *whole[5:])
    return (("M", (x, y)), *whole[1:5], ("L", (x, bottom)), ("Z", ()))


def circle(x: float, y: float, radius: float) -> Outline:
    """The outline of a circle around x, y."""
    return rounded(Box(x - radius, y - radius, 2 * radius, 2 * radius), radius)


def line(x1: float, y1: float, x2: float, y2: float) -> Outline:
    """A straight line."""
    return (("M", (x1, y1)), ("L", (x2, y2)))


def move_outline(old: Outline, right: float, down: float) -> Outline:
    """The same outline farther to the right and down."""
    shift = (right, down)
    return tuple(
        (letter, tuple(number + shift[place % 2] for place, number in enumerate(values))) for letter, values in old
    )


def mirror_outline(old: Outline, width: float) -> Outline:
    """An outline in the mirror: what is at the left of a drawing of this width is then at its right."""
    return tuple(
        (kind, tuple(width - value if place % 2 == 0 else value for place, value in enumerate(values)))
        for kind, values in old
    )


def scale_outline(old: Outline, scale: float) -> Outline:
    """The same outline, larger or smaller, with the origin in its place."""
    return tuple((letter, tuple(number * scale for number in values)) for letter, values in old)


def bounds(outline: Outline) -> Box:
    """The box around an outline and the handles of its curves."""
    points = [number for _, values in outline for number in values]
    across, down = points[0::2], points[1::2]
    left, top = min(across), min(down)
    return Box(left, top, max(across) - left, max(down) - top)


@lru_cache(maxsize=1024)
def parse_outline(data: str) -> Outline:
    """Turn SVG path data of absolute M, L, C and Z into an outline; ValueError for anything else."""
    segments: list[Segment] = []
    for letter, numbers in SEGMENT.findall(data.replace(",", " ")):
        values, length = tuple(map(float, numbers.split())), SEGMENT_LENGTHS.get(letter)
        if length == len(values):
            segments.append((letter, values))
        elif length and len(values) % length == 0:
            segments += [(letter, values[i : i + length]) for i in range(0, len(values), length)]
        else:
            raise ValueError(f"path data may hold only absolute M, L, C, and Z, not '{letter}{numbers.strip()}'")
    return tuple(segments)
