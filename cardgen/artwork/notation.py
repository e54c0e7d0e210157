"""What all signs of the stroke notation share: the placed stroke that each is drawn from, and its known behavior."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from cardgen.artwork.brush import Brush
from cardgen.artwork.curves import Curve, Point
from cardgen.model.drawing import Stroke

MOST_MARKS = 60
"""The most marks along one stroke that can be distinguished."""


class PlacedStroke(Struct, frozen=True):
    """A stroke whose points are already on the page, in points."""

    stroke: Stroke
    points: tuple[Point, ...]
    scale: float
    """Points in a unit of the view."""
    hollow: bool = False
    """It is done later, on the other side."""

    @property
    def curve(self) -> Curve:
        """The line through the points."""
        return Curve.smooth(self.points)

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


class DrawnSign(Struct, frozen=True, kw_only=True):
    """A sign of the notation."""

    name: str
    draw: DrawSign
    needs_length: bool
    """It cannot be drawn in one place."""
    straight: bool
    """It is drawn between the first and the last of its points, whatever is between them."""
    separate: bool
    """It is drawn at each of its points, and not between them."""
    travels: bool
    """It shows a movement from the first point to the last."""
    presses: bool
    """It shows pressure, unlike a way, a resting hand or a joint that is moved."""


def sign(
    name: str,
    *,
    needs_length: bool = False,
    straight: bool = False,
    separate: bool = False,
    travels: bool = False,
    presses: bool = True,
) -> Callable[[DrawSign], DrawnSign]:
    """Make the decorated function the drawing of the sign `name`; the other arguments are those of `DrawnSign`."""

    def signed(draw: DrawSign) -> DrawnSign:
        return DrawnSign(
            name=name,
            draw=draw,
            needs_length=needs_length,
            straight=straight,
            separate=separate,
            travels=travels,
            presses=presses,
        )

    return signed
