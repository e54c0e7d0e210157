"""Samples of the stroke notation on an empty field, for legends."""

from __future__ import annotations

from functools import cache, lru_cache

from cardgen.artwork.brush import Brush
from cardgen.artwork.curves import Point
from cardgen.artwork.patterns import draw_patterned, hatch
from cardgen.artwork.strokes import draw_strokes, locate_point
from cardgen.artwork.theme import Theme
from cardgen.files.folders import DATA
from cardgen.model.drawing import Stroke
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.scene.marks import Artwork
from cardgen.scene.outlines import rounded
from cardgen.units import Box, Size

FIELD_WIDTH = 100
"""Width of the field that samples are drawn on, in its own units; its height is 44."""
FIELD_LANDMARKS: dict[str, Point] = {
    "left": (10.0, 22.0),
    "middle": (50.0, 22.0),
    "right": (90.0, 22.0),
    "start.right": (16.0, 32.0),
    "end.right": (90.0, 32.0),
    "start.left": (16.0, 12.0),
    "end.left": (90.0, 12.0),
}
"""The landmarks of the field."""


class Samples(Model, frozen=True):
    """A stroke of each sign."""

    samples: list[Stroke]


@cache
def sample_strokes() -> list[Stroke]:
    """One stroke of each sign."""
    return read_document(DATA / "marks" / "samples.yaml", Samples).model.samples


@lru_cache(maxsize=256)
def sample(strokes: tuple[Stroke, ...], room: Size, theme: Theme) -> Artwork:
    """Strokes on an empty field that is as wide as `room`, in points."""
    scale = room.width / FIELD_WIDTH
    brush = Brush.scaled(1, theme.ink, theme.paper)

    def place(point: str) -> Point:
        x, y = locate_point(point, FIELD_LANDMARKS)
        return x * scale, y * scale

    draw_strokes(strokes, place, scale, brush)
    return Artwork(f"sample {strokes!r} {_size_name(room)} {theme.ink}", room, tuple(brush.marks))


def hatched_sample(room: Size, theme: Theme) -> Artwork:
    """A no-go area on an empty field."""
    area = rounded(Box(0.1 * room.width, 0.1 * room.height, 0.8 * room.width, 0.8 * room.height), 0.3 * room.height)
    return Artwork(f"hatched sample {_size_name(room)} {theme.ink}", room, draw_patterned(area, hatch, theme))


def _size_name(room: Size) -> str:
    """The part of a name that is different for each size: a document stores an artwork once for each name."""
    return f"{room.width:.2f} by {room.height:.2f}"
