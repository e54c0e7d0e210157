"""Figures: a part of the body, its worked and no-go regions, and the strokes over it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.brush import Brush
from cardgen.artwork.curves import Point
from cardgen.artwork.mirror import mirror_marks
from cardgen.artwork.regions import region_depth, region_holds, skin_holds
from cardgen.artwork.strokes import ANYWHERE, draw_strokes, locate_point
from cardgen.artwork.theme import Accent, Theme
from cardgen.artwork.views import Crop, FigurePath, crop, view
from cardgen.model.drawing import Drawing
from cardgen.scene.marks import Artwork, Clip, Drawn, Path, Scaled, Text
from cardgen.scene.outlines import Outline, bounds, circle, line, parse_outline, rectangle
from cardgen.units import MM, Box, Size

LAYER_WEIGHTS = {"skin": 1.4, "cloth": 0.7, "line": 0.7, "line fine": 0.45}
"""Line weights in points, by the layer of the figure (design system)."""
REGION_WEIGHT = 2.4
"""Outline of a region without a wash, in points (design system)."""
HATCH_PITCH = 5.2
"""Horizontal distance of the lines that hatch a no-go region, in points."""
HATCH_WEIGHT = 0.6
"""Weight of these lines and of the region's edge, in points."""
DOT_PITCH, DOT_RADIUS = 3.4, 0.75
"""Distance and radius of the dots in a region that takes light pressure only, in points."""
SIGN_SCALE_PER_MM = 0.03
"""Scale of the stroke signs for each millimeter of the figure's narrow side."""
MOST_SIGN_SCALE = 1.6
"""The largest scale of stroke signs at the usual line weight."""
LEAST_DETAILED = 62 * MM
"""A body printed shorter than this, in points, loses its fine lines."""
LEAST_SHOWN = 0.6
"""An inner line is left out of a crop that would show a smaller part of it."""
LEAST_WITH_HANDS = 30 * MM
"""A drawing of which both sides are shorter than this, in points, shows no working hands: they would cover it."""
HAND_TOLERANCE = 1.2
"""How far a pressing part of a hand may be inside a region that must not be pressed, in points."""
BODY_UNITS = 1000
"""Height of a whole body in the units of its views, about."""
LEAST_SIGN = 0.88
"""The least scale of stroke signs: their thinnest mark is then 0.32 mm wide (design system, small cards)."""


OTHER_TURN: dict[str, Literal["clockwise", "counterclockwise"]] = {
    "clockwise": "counterclockwise", "counterclockwise": "clockwise"
}  # fmt: skip
"""A turn in the mirror; what an author writes is as seen on the page."""


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


@lru_cache(maxsize=256)
def figure(drawing: Drawing, room: Size, look: Look) -> Artwork:
    """A drawing as large as `room`, in points, allows: the body, worked regions, no-go regions, strokes."""
    part, is_mirrored = crop(drawing.view), drawing.side == "left"
    scale = min(room.width / part.width, room.height / part.height)
    size = Size(part.width * scale, part.height * scale)
    body = tuple(_draw_body(drawing, part, scale, look))
    marks: tuple[Drawn, ...] = (
        *_draw_strokes(drawing, part, scale, look, under=True),
        Scaled(body, -part.x * scale, -part.y * scale, scale),
        *_draw_strokes(drawing, part, scale, look, under=False),
    )
    marks = tuple(mirror_marks(marks, size.width)) if is_mirrored else marks
    described = f"{drawing!r} {look!r} {scale:.4f}"
    name = f"figure {drawing.view} {hashlib.sha256(described.encode()).hexdigest()[:16]}"
    return Artwork(name, size, (Clip(rectangle(Box(0, 0, *size)), marks),))


def _draw_body(drawing: Drawing, part: Crop, scale: float, look: Look) -> Iterator[Path | Clip]:
    """The body and its regions in the view's units."""
    seen, point = view(part.view), 1 / scale
    outlines = {region: parse_outline(seen.regions[region]) for region in (*drawing.area, *drawing.avoid)}
    accents = {region: look.accent_of(region) for region in drawing.area}
    washes = [Path(outlines[region], fill=accent.wash) for region, accent in accents.items() if accent.wash]
    yield from _paint_layers([path for path in seen.figure if _is_seen(path, part, scale)], washes, look, point)
    for region, accent in accents.items():
        if not accent.wash:
            yield _edge(outlines[region], accent, look, point)
    for region in drawing.avoid:
        yield from hatch(outlines[region], look, point)


def _is_seen(path: FigurePath, part: Crop, scale: float) -> bool:
    """Whether a path is visible: neither fine on a small figure, nor outside the crop, nor a mere stub of a line in it.

    Skins are always kept, because their number decides how the figure is painted.
    """
    if path.layer == "skin":
        return True
    detailed = scale * BODY_UNITS >= LEAST_DETAILED
    if ("fine" in path.layer and not detailed) or not part.touches(path.box, LAYER_WEIGHTS["skin"] / scale):
        return False
    return "line" not in path.layer or path.may_be_cut or part.share(path) >= LEAST_SHOWN


def _paint_layers(paths: Sequence[FigurePath], washes: Sequence[Path], look: Look, point: float) -> Iterator[Path]:
    """The figure, with the washes over its skin and cloth and under its lines; `point` is one point in its units.

    A figure of one skin is painted as areas, washes, lines. Where limbs overlap, each skin keeps its own outline,
    and only the paths from the last skin on are drawn again over the washes.
    """
    skins = [index for index, path in enumerate(paths) if path.layer == "skin"]
    single = len(skins) == 1
    for path in paths:
        fill, stroke, width = _paint(path.layer, look, point)
        if fill or not single:
            yield Path(path.outline, fill, None if single else stroke, width)
    yield from washes
    for index, path in enumerate(paths):
        if single or "line" in path.layer or index >= skins[-1]:
            yield Path(path.outline, None, *_paint(path.layer, look, point)[1:])


def _paint(layer: str, look: Look, point: float) -> tuple[str | None, str, float]:
    """Fill, stroke and line weight of a layer."""
    theme = look.theme
    fill = {"skin": theme.paper, "cloth": theme.cloth}.get(layer)
    stroke = theme.detail if "fine" in layer else theme.outline
    return fill, stroke, LAYER_WEIGHTS[layer] * look.weight * point


def _edge(region: Outline, accent: Accent, look: Look, point: float) -> Path:
    """The outline of a region, which would look like a stroke beside a filled one."""
    return Path(region, stroke=accent.deep, width=REGION_WEIGHT * look.weight * point)


def hatch(region: Outline, look: Look, point: float) -> tuple[Path | Clip, ...]:
    """A region that must not be pressed: hatched at 45 degrees, with a thin edge; `point` is one point in its units."""
    box, ink = bounds(region), look.theme.ink
    pitch, weight = HATCH_PITCH * point, HATCH_WEIGHT * point
    count = int((box.width + box.height) / pitch) + 1
    starts = [box.x - box.height + step * pitch for step in range(count)]
    lines = tuple(Path(line(x, box.y, x + box.height, box.bottom), stroke=ink, width=weight) for x in starts)
    return (
        Path(region, fill=look.theme.paper),
        Clip(region, lines),
        Path(region, stroke=ink, width=weight),
    )


def dot_region(region: Outline, look: Look, point: float) -> tuple[Path | Clip, ...]:
    """A region that takes light pressure only: dotted, with a thin edge; `point` is one point in its units."""
    box, ink = bounds(region), look.theme.ink
    pitch, radius = DOT_PITCH * point, DOT_RADIUS * point
    rows, columns = int(box.height / pitch) + 1, int(box.width / pitch) + 1
    centers = [
        (box.x + (column + 0.5 * (row % 2)) * pitch, box.y + row * pitch)
        for row in range(rows + 1)
        for column in range(columns + 1)
    ]
    dots = tuple(Path(circle(*center, radius), fill=ink) for center in centers)
    edge = Path(region, stroke=ink, width=HATCH_WEIGHT * point)
    return Path(region, fill=look.theme.paper), Clip(region, dots), edge


class _Body(Struct, frozen=True):
    """The body in a drawing, as the ground that hands press."""

    drawing: Drawing
    part: Crop
    scale: float
    """Points in a unit of the view."""
    washed: bool
    """Whether worked regions are filled, instead of outlined."""

    def shows(self, at: Point) -> bool:
        return self.part.holds(self._in_view(at))

    def has_body(self, at: Point) -> bool:
        return skin_holds(self.part.view, self._in_view(at))

    def forbids(self, at: Point) -> bool:
        least, point = HAND_TOLERANCE / self.scale, self._in_view(at)
        return any(region_depth(self.part.view, region, point) > least for region in self.drawing.avoid)

    def is_filled(self, at: Point) -> bool:
        point = self._in_view(at)
        return self.washed and any(region_holds(self.part.view, region, point) for region in self.drawing.area)

    def _in_view(self, at: Point) -> Point:
        return at[0] / self.scale + self.part.x, at[1] / self.scale + self.part.y


def _draw_strokes(drawing: Drawing, part: Crop, scale: float, look: Look, under: bool) -> list[Path | Text]:
    """The strokes over the body, or those under it, their weight in proportion to the figure's size."""
    landmarks = view(part.view).landmarks
    narrow = min(part.width, part.height) * scale / MM
    most = MOST_SIGN_SCALE * max(1, look.weight)
    sign_scale = min(max(SIGN_SCALE_PER_MM * narrow, look.least_sign), most)
    brush = Brush.scaled(sign_scale, look.theme.ink, look.theme.paper)

    def place(point: str) -> Point:
        x, y = locate_point(point, landmarks)
        return (x - part.x) * scale, (y - part.y) * scale

    shows_hands = max(part.width, part.height) * scale >= LEAST_WITH_HANDS
    shown = tuple(each for each in drawing.strokes if each.under == under and (shows_hands or not each.posture))
    if drawing.side == "left":
        shown = tuple(replace(stroke, turn=OTHER_TURN.get(stroke.turn or "")) for stroke in shown)
    ground = ANYWHERE if under else _Body(drawing, part, scale, bool(look.accent.wash))
    draw_strokes(shown, place, scale, brush, ground)
    return brush.marks
