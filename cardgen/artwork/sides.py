"""The two sides of a view: its middle line, and which sides a drawing works on."""

from __future__ import annotations

from functools import cache

from cardgen.artwork.curves import Point
from cardgen.artwork.strokes import locate_point, mirror_stroke
from cardgen.artwork.views import Crop, view
from cardgen.model.drawing import Drawing, Stroke

NEAR_MIDDLE = 0.02
"""A point this near to the middle line, as a fraction of the view's width, is on neither side."""


@cache
def middle_line(view_name: str) -> float | None:
    """The x of the line that a view is symmetrical about; None for a view of one side, or from the side."""
    landmarks = view(view_name).landmarks
    pairs = [(at, landmarks.get(name.replace(".right", ".left"))) for name, at in landmarks.items() if ".right" in name]
    middles = [(right[0] + left[0]) / 2 for right, left in pairs if left]
    return sum(middles) / len(middles) if len(middles) > len(pairs) / 2 else None


def shows_one_side(part: Crop) -> bool:
    """Whether a part of a view shows only one of two limbs, or the body from one side: the right one."""
    middle = middle_line(part.view)
    return middle is None or not part.x < middle < part.x + part.width


def sides_of(drawing: Drawing, view_name: str) -> set[str]:
    """The sides, right and left, that a drawing works on first; a stroke on the middle line or across it is on both."""
    return {side for stroke in drawing.strokes for side in _sides(stroke, view_name)}


def away_from_middle(point: Point, view_name: str) -> float:
    """How far a point is from the middle line, in the view's own units; 0 in a view that has none."""
    middle = middle_line(view_name)
    return 0 if middle is None else abs(point[0] - middle)


def _sides(stroke: Stroke, view_name: str) -> set[str]:
    """The sides that a stroke is on; one that is mirrored for later is on its own side only."""
    sides = _own_sides(stroke, view_name)
    return sides | _own_sides(mirror_stroke(stroke), view_name) if stroke.mirror == "together" else sides


def _own_sides(stroke: Stroke, view_name: str) -> set[str]:
    seen, middle = view(view_name), middle_line(view_name) or 0
    near = NEAR_MIDDLE * seen.size.width
    offsets = [locate_point(point, seen.landmarks)[0] - middle for point in stroke.along]
    right = 1 if _right_of_page(view_name) else -1
    sides = {side for side, sign in (("right", right), ("left", -right)) if any(x * sign > near for x in offsets)}
    return sides if sides and all(abs(x) > near for x in offsets) else {"right", "left"}


@cache
def _right_of_page(view_name: str) -> bool:
    """Whether the receiver's right is at the right of the page."""
    landmarks, middle = view(view_name).landmarks, middle_line(view_name) or 0
    return sum(x - middle for name, (x, _) in landmarks.items() if name.endswith(".right")) > 0
