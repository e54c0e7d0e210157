"""Figures: a part of the body, its worked and spared regions, and the strokes over it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.body_layers import Layer, body_layers, region_stencil
from cardgen.artwork.brush import Brush, BrushMark
from cardgen.artwork.curves import Point
from cardgen.artwork.hands import hands_of
from cardgen.artwork.mirror import mirror_marks
from cardgen.artwork.patterns import dot, draw_patterned, hatch
from cardgen.artwork.postures import posture
from cardgen.artwork.regions import region_shape, skin_holds
from cardgen.artwork.rings import other_way_round
from cardgen.artwork.strokes import ANYWHERE, OTHER_TURN, PlacePoint, draw_strokes, locate_point, place_strokes
from cardgen.artwork.theme import Accent, Theme
from cardgen.artwork.views import Crop, crop, region_outline, view
from cardgen.model.drawing import Drawing, Stroke
from cardgen.scene.marks import Artwork, Clip, Drawn, Path, Stenciled, Transformed
from cardgen.scene.outlines import rectangle
from cardgen.units import MM, Box, Size

LAYER_WEIGHTS = {"skin": 1.4, "cloth": 0.7, "line": 0.7, "line fine": 0.45}
"""Line weights in points, by the layer of the figure (design system)."""
REGION_WEIGHT = 2.4
"""Outline of a region without a wash, in points (design system)."""
SIGN_SCALE_PER_MM = 0.03
"""Scale of the stroke signs for each millimeter of the figure's narrow side."""
MOST_SIGN_SCALE = 1.6
"""The largest scale of stroke signs at the usual line weight."""
LEAST_DETAILED = 62 * MM
"""A body printed shorter than this, in points, loses its fine lines."""
LEAST_WITH_HANDS = 12 * MM
"""A drawing with both sides shorter than this, in points, shows no working hands: they would cover it. On the
smallest cards, most figures are larger."""
HAND_TOLERANCE = 1.2
"""How far a pressing part of a hand may be inside a region that must not be pressed, in points."""
BODY_UNITS = 1000
"""Height of a whole body in the units of its views, about."""
LEAST_SIGN = 0.88
"""The least scale of stroke signs: their thinnest mark is then 0.32 mm wide (design system, small cards)."""


class Look(Struct, frozen=True):
    """Colors and line weights of a figure."""

    theme: Theme
    accent: Accent
    weight: float = 1.0
    """Line weights as a multiple of the usual ones."""
    least_sign: float = LEAST_SIGN
    others: tuple[tuple[str, Accent], ...] = ()
    """Regions with another accent."""

    def accent_of(self, region: str) -> Accent:
        """The accent of a worked region."""
        return next((accent for name, accent in self.others if name == region), self.accent)


@lru_cache(maxsize=512)  # those of some ten routines, which a batch prints again and again
def figure(drawing: Drawing, room: Size, look: Look) -> Artwork:
    """A drawing as large as `room`, in points, allows: the body, worked and spared regions, strokes."""
    part, is_mirrored = crop(drawing.view), drawing.side == "left"
    scale = min(room.width / part.width, room.height / part.height)
    size = Size(part.width * scale, part.height * scale)
    body = tuple(_draw_body(drawing, part, scale, look))
    marks: tuple[Drawn, ...] = (
        *_draw_strokes(drawing, part, scale, look, under=True),
        Transformed(body, -part.x * scale, -part.y * scale, (scale, 0, 0, scale)),
        *_draw_strokes(drawing, part, scale, look, under=False),
    )
    marks = tuple(mirror_marks(marks, size.width)) if is_mirrored else marks
    described = f"{drawing!r} {look!r} {scale:.4f}"
    name = f"figure {drawing.view} {hashlib.sha256(described.encode()).hexdigest()[:16]}"
    return Artwork(name, size, (Clip(rectangle(Box(0, 0, *size)), marks),))


def _draw_body(drawing: Drawing, part: Crop, scale: float, look: Look) -> Iterator[Path | Clip | Stenciled]:
    """The body and its regions in the view's units."""
    layers, point = body_layers(drawing.view, scale * BODY_UNITS >= LEAST_DETAILED), 1 / scale
    accents = {region_stencil(part.view, region): look.accent_of(region) for region in drawing.area}
    yield from _paint_layers(layers.ground, look, point)
    for region, accent in accents.items():
        if accent.wash:
            yield Stenciled(region, fill=accent.wash)
    yield from _paint_layers(layers.lines, look, point)
    for region, accent in accents.items():
        if not accent.wash:  # its outline would look like a stroke beside a filled one
            yield Stenciled(region, stroke=accent.deep, width=REGION_WEIGHT * look.weight * point)
    for pattern, regions in ((dot, drawing.light), (hatch, drawing.avoid)):
        for name in regions:
            yield from draw_patterned(region_outline(part.view, name), pattern, look.theme, point)


def _paint_layers(layers: Iterable[Layer], look: Look, point: float) -> Iterator[Stenciled]:
    """Layers of the body in the colors and weights of a look; `point` is one point in the view's units."""
    for layer in layers:
        fill = {"skin": look.theme.paper, "cloth": look.theme.cloth}[layer.kind] if layer.filled else None
        color = look.theme.detail if layer.kind == "line fine" else look.theme.outline
        width = LAYER_WEIGHTS[layer.kind] * look.weight * point
        yield Stenciled(layer.stencil, fill, color if layer.stroked else None, width)


class _Body(Struct, frozen=True):
    """The body in a drawing, as the ground that hands press."""

    drawing: Drawing
    part: Crop
    scale: float
    """Points in a unit of the view."""
    washed: bool
    """Whether worked regions are filled, instead of outlined."""

    def shows(self, at: Point) -> bool:
        return self.part.holds(self.in_view(at))

    def has_body(self, at: Point) -> bool:
        return skin_holds(self.part.view, self.in_view(at))

    def forbids_any(self, points: Iterable[Point]) -> bool:
        least, seen = HAND_TOLERANCE / self.scale, [self.in_view(at) for at in points if self.drawing.spared]
        return any(
            region_shape(self.part.view, region).depth(point) > least
            for region in self.drawing.spared
            for point in region_shape(self.part.view, region).near(seen)
        )

    def is_filled(self, at: Point) -> bool:
        point = self.in_view(at)
        return self.washed and any(region_shape(self.part.view, region).holds(point) for region in self.drawing.area)

    def in_view(self, at: Point) -> Point:
        """A place on the page in the units of the view."""
        return at[0] / self.scale + self.part.x, at[1] / self.scale + self.part.y


def _draw_strokes(drawing: Drawing, part: Crop, scale: float, look: Look, under: bool) -> list[BrushMark]:
    """The strokes over the body, or those under it, their weight in proportion to the figure's size."""
    brush, place = _brush(part, scale, look), _placing(part, scale)
    shows_hands = max(part.width, part.height) * scale >= LEAST_WITH_HANDS
    shown = tuple(each for each in drawing.strokes if each.under == under and (shows_hands or not each.posture))
    if drawing.side == "left":
        shown = tuple(replace(other_way_round(stroke), turn=OTHER_TURN.get(stroke.turn or "")) for stroke in shown)
    ground = ANYWHERE if under else _Body(drawing, part, scale, bool(look.accent.wash))
    draw_strokes(shown, place, scale, brush, ground)
    return brush.marks


def hand_touches(drawing: Drawing, hand: Stroke, room: Size, look: Look) -> Iterator[Point]:
    """Where a hand of a drawing presses or touches when it is as large as `room` allows, in the units of its view.

    Nothing, if the figure leaves the hand out because its drawing spares the place.
    """
    part = crop(drawing.view)
    scale = min(room.width / part.width, room.height / part.height)
    brush, body = _brush(part, scale, look), _Body(drawing, part, scale, bool(look.accent.wash))
    signs = [stroke for stroke in drawing.strokes if not stroke.posture and not stroke.under]
    for placed in place_strokes([*signs, hand], _placing(part, scale), scale, brush, body):
        if placed.stroke.posture:
            for drawn in hands_of(placed, brush):
                yield from map(body.in_view, drawn.on_page(posture(drawn.name).pressed))


def _brush(part: Crop, scale: float, look: Look) -> Brush:
    """A brush for a figure of a scale: a wider figure has larger signs."""
    narrow = min(part.width, part.height) * scale / MM
    most = MOST_SIGN_SCALE * max(1, look.weight)
    sign_scale = min(max(SIGN_SCALE_PER_MM * narrow, look.least_sign), most)
    brush = Brush.scaled(sign_scale, look.theme.ink, look.theme.paper)
    brush.frame = Size(part.width * scale, part.height * scale)
    return brush


def _placing(part: Crop, scale: float) -> PlacePoint:
    """Where the points of a drawing are in a figure of a scale."""
    landmarks = view(part.view).landmarks

    def place(point: str) -> Point:
        x, y = locate_point(point, landmarks)
        return (x - part.x) * scale, (y - part.y) * scale

    return place
