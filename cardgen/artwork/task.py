"""A stroke whose points are already on the page: what every sign of the notation is drawn from."""

from __future__ import annotations

from msgspec import Struct

from cardgen.artwork.curves import Curve, Point
from cardgen.model.drawing import Stroke

MOST_SIGNS = 60
"""More along one stroke could not be told apart."""


class Task(Struct, frozen=True):
    """A stroke whose points and lengths are already on the page, in points."""

    stroke: Stroke
    points: tuple[Point, ...]
    scale: float
    """Points in a unit of the view."""
    hollow: bool = False

    @property
    def curve(self) -> Curve:
        return Curve.smooth(self.points)

    @property
    def turn(self) -> int:
        """1 clockwise on the page, -1 counterclockwise."""
        return -1 if self.stroke.turn == "counterclockwise" else 1

    def count(self, usual: int) -> int:
        """As many signs along the way as the stroke says, else the `usual` number, as far as they can be seen."""
        return self.stroke.count or min(usual, MOST_SIGNS)

    def size(self, usual: float) -> float:
        """The stroke's own size, else the `usual` one, in points."""
        return self.stroke.size * self.scale if self.stroke.size else usual

    def half(self, part: float, usual: float) -> float:
        """Half the width at a part of the way, from 0 to 1; the `usual` one when the stroke says none. In points."""
        given = self.stroke.width
        if given is None:
            return usual
        first, last = (given[0], given[-1]) if isinstance(given, tuple) else (given, given)
        return (first + (last - first) * part) * self.scale
