"""Rings through several points: what they are, and which way they turn."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cardgen.artwork.curves import Point
from cardgen.model.drawing import Rotation, Stroke

LEAST_POINTS = 3
"""A ring along fewer points is drawn around the first one."""
RING_PART = 0.85
"""How much of a ring is drawn: the gap shows where it begins."""


def is_ring_through(stroke: Stroke) -> bool:
    """Whether a stroke is a ring that goes through its points, and not around one."""
    return stroke.draw == "ring" and len(stroke.along) >= LEAST_POINTS


def other_way_round(stroke: Stroke) -> Stroke:
    """A ring through points that begins at the same one and turns the other way; any other stroke as it is."""
    first, *others = stroke.along
    return replace(stroke, along=(first, *reversed(others))) if is_ring_through(stroke) else stroke


def turn_through(points: Sequence[Point]) -> Rotation:
    """Which way a ring through some points turns, on a page whose y grows downward."""
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True))
    return "clockwise" if area > 0 else "counterclockwise"
