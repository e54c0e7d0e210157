"""The base of all signs of the stroke notation: the placed stroke that each is drawn from, and its behavior."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from cardgen.artwork.brush import Brush
from cardgen.artwork.curves import Curve, Point, smooth_curve
from cardgen.model.drawing import Stroke

MOST_MARKS = 60
"""The most marks along one stroke that can be distinguished."""
STILL_RADIUS = 2.6
"""Radius of the ring around a pause, unless its stroke says it, in units of the brush."""


class PlacedStroke(Struct, frozen=True):
    """A stroke whose points are already on the page, in points."""

    stroke: Stroke
    points: tuple[Point, ...]
    scale: float
    """Points in a unit of the view."""
    hollow: bool = False
    """It is done later, on the other side."""
    skipped: float = 0.0
    """The length at its start that the hand which does it covers, in points."""
    has_hand: bool = False
    """Whether a hand is drawn where it starts, which then needs no ring."""
    on_area: bool = False
    """Of hands: whether those of the drawing lie on a filled area, mostly."""

    @property
    def whole_curve(self) -> Curve:
        """The line through the points; without length for a single one."""
        return smooth_curve(self.points if len(self.points) > 1 else self.points * 2)

    @property
    def curve(self) -> Curve:
        """The line through the points, from where the hand ends."""
        whole = self.whole_curve
        return Curve(whole.part(self.skipped, whole.length)) if self.skipped else whole

    @property
    def turn(self) -> int:
        """1 clockwise on the page, -1 counterclockwise."""
        return -1 if self.stroke.turn == "counterclockwise" else 1

    def count(self, usual: int) -> int:
        """The number of marks along the line: the stroke's own, else the `usual` number, within reason."""
        return self.stroke.count or min(usual, MOST_MARKS)

    def size(self, usual: float) -> float:
        """The stroke's own size, else the `usual` one, in points."""
        return self.stroke.size * self.scale if self.stroke.size else usual

    def half_width(self, part: float, usual: float) -> float:
        """Half the width at a part of the line, from 0 to 1: the stroke's own, else the `usual` one, in points."""
        given = self.stroke.width
        if given is None:
            return usual
        first, last = (given[0], given[-1]) if isinstance(given, tuple) else (given, given)
        return (first + (last - first) * part) * self.scale


DrawSign = Callable[[PlacedStroke, Brush], None]
"""Adds the marks of a stroke to a brush."""


class Behavior(Struct, frozen=True, kw_only=True):
    """How a sign depends on the points and the other fields of its stroke."""

    needs_length: bool = False
    """It cannot be drawn in one place."""
    straight: bool = False
    """It is drawn between the first and the last of its points, whatever is between them."""
    separate: bool = False
    """It is drawn at each of its points, and not between them."""
    travels: bool = False
    """It shows a movement from the first point to the last."""
    turns: bool = False
    """It shows a rotation, clockwise or counterclockwise."""
    points_down: bool = False
    """Its angle is 0 down the page, instead of 0 at the right."""
    beside: bool = False
    """It may be beside the body, near the edge of the figure, which it does not cross."""
    presses: bool = True
    """It shows pressure, unlike a way, a resting hand or a joint that is moved."""


USUAL_BEHAVIOR = Behavior()


class DrawnSign(Struct, frozen=True):
    """A sign of the notation."""

    name: str
    behavior: Behavior
    draw: DrawSign


def sign(name: str, behavior: Behavior = USUAL_BEHAVIOR) -> Callable[[DrawSign], DrawnSign]:
    """Make the decorated function the drawing of the sign `name`."""
    return partial(DrawnSign, name, behavior)
