"""A posture of the giver's hand as a picture of its own: what presses is black."""

from __future__ import annotations

from functools import lru_cache

from cardgen.artwork.brush import Brush
from cardgen.artwork.postures import PlacedHand, draw_posture, posture
from cardgen.artwork.theme import Theme
from cardgen.scene.marks import Artwork
from cardgen.units import MM, Size

UNIT = 0.028
"""The unit of the brush, as a fraction of the picture's height: lines are as heavy as in a figure on a step card."""


@lru_cache(maxsize=64)
def posture_picture(name: str, room: Size, theme: Theme) -> Artwork:
    """A posture in the middle of a room, as large as that allows; UserError when there is none of that name."""
    points = posture(name).edge
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    scale = min(room.width / width, room.height / height)
    center = room.width / 2 - (left + width / 2) * scale, room.height / 2 - (top + height / 2) * scale
    brush = Brush.scaled(UNIT * room.height / MM, theme.ink, theme.paper)
    draw_posture(PlacedHand(name, center, 0, scale, flip=False, pressure="firm"), brush, fill=theme.paper)
    return Artwork(f"posture {name} {room.width:.2f} {room.height:.2f} {theme.ink}", room, tuple(brush.marks))
