"""Samples of the stroke notation on an empty field, for legends."""

from __future__ import annotations

from functools import cache, lru_cache

from cardgen.artwork.brush import Brush
from cardgen.artwork.curves import Point
from cardgen.artwork.patterns import Pattern, draw_patterned
from cardgen.artwork.strokes import draw_strokes, locate_point
from cardgen.artwork.theme import Theme
from cardgen.files.folders import DATA
from cardgen.model.drawing import Stroke
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.scene.marks import Artwork, Drawn, Path, Stenciled, Transformed
from cardgen.scene.outlines import bounds, rounded
from cardgen.units import MM, Box, Size

FIELD_WIDTH = 100
"""Width of the field that samples are drawn on, in its own units; its height is 44."""
LOW_FIELD, MARGIN = 26 * MM, 0.2 * MM
"""Width of the field of a low sample, on which every sign has room in its usual size, and the space around a stroke."""
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
    marks = _draw(strokes, room.width, theme)
    return Artwork(f"sample {strokes!r} {_size_name(room)} {theme.ink}", room, marks)


@lru_cache(maxsize=64)
def low_sample(stroke: Stroke, theme: Theme) -> Artwork:
    """A stroke on a field that is no higher than the stroke; a layout makes it as small as it likes."""
    marks = _draw((stroke,), LOW_FIELD, theme)
    boxes = [_box(mark) for mark in marks]
    top, bottom = min(box.y for box in boxes) - MARGIN, max(box.bottom for box in boxes) + MARGIN
    left = min([0.0, *(box.x - MARGIN for box in boxes)])
    right = max([LOW_FIELD, *(box.right + MARGIN for box in boxes)])
    moved = Transformed(marks, -left, -top, (1, 0, 0, 1))
    return Artwork(f"low sample {stroke!r} {theme.ink}", Size(right - left, bottom - top), (moved,))


def _draw(strokes: tuple[Stroke, ...], wide: float, theme: Theme) -> tuple[Drawn, ...]:
    """Strokes on a field of a width in points."""
    scale, brush = wide / FIELD_WIDTH, Brush.scaled(1, theme.ink, theme.paper)

    def place(point: str) -> Point:
        x, y = locate_point(point, FIELD_LANDMARKS)
        return x * scale, y * scale

    draw_strokes(strokes, place, scale, brush)
    return tuple(brush.marks)


def _box(mark: Drawn) -> Box:
    """The box that holds a mark of a stroke with its lines."""
    match mark:
        case Path():
            return bounds(mark.outline).inset(-mark.width / 2 if mark.stroke else 0.0)
        case Transformed():
            a, b, c, d = mark.matrix
            boxes = [each.stencil.box for each in mark.marks if isinstance(each, Stenciled)]
            corners = [(x, y) for box in boxes for x in (box.x, box.right) for y in (box.y, box.bottom)]
            across = [mark.x + a * x + c * y for x, y in corners]
            down = [mark.y + b * x + d * y for x, y in corners]
            return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))
    raise TypeError(mark)


def pattern_sample(pattern: Pattern, room: Size, theme: Theme) -> Artwork:
    """An area with a pattern on an empty field."""
    area = rounded(Box(0.1 * room.width, 0.1 * room.height, 0.8 * room.width, 0.8 * room.height), 0.3 * room.height)
    name = f"{pattern.__name__} sample {_size_name(room)} {theme.ink}"
    return Artwork(name, room, draw_patterned(area, pattern, theme))


def _size_name(room: Size) -> str:
    """The part of a name that is different for each size: a document stores an artwork once for each name."""
    return f"{room.width:.2f} by {room.height:.2f}"
