"""Icons and body figures: SVG data to marks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path as File

from msgspec import Struct

from cardgen.artwork.brush import Brush
from cardgen.artwork.strokes import draw, position
from cardgen.artwork.svg import SVG, paths, read_svg
from cardgen.artwork.theme import Accent, Theme
from cardgen.errors import Fault, UserError
from cardgen.files import DATA, choose, collection, data
from cardgen.model.drawing import Drawing, Stroke
from cardgen.reading.models import Model, read
from cardgen.scene.marks import Artwork, Clip, Path, Scaled, Text
from cardgen.scene.outlines import Outline, bounds, line, outline, rectangle, rounded
from cardgen.units import MM, Box, Size

ICON_GRID = 24
ICON_STROKE = 2.0

SKIN, CLOTH, LINE, FINE, REGION, BARE_REGION = 1.15, 0.7, 1.0, 0.55, 1.3, 2.4
"""Line weights of a figure in points (design system); a region without a wash gets the heavier outline."""
HATCH_PITCH, HATCH_WEIGHT = 5.2, 0.6
"""Distance across and weight of the hatching of a no-go area, in points."""
SIGN_PER_MM, MOST_SIGN = 0.03, 1.6
"""Scale of the stroke signs by the narrow side of the figure in mm, and the most it grows to at the usual weight."""
FINE_BODY = 62 * MM
"""A body printed shorter than this loses its fine lines."""


class Crop(Model, frozen=True):
    """A part of a view, in the view's own units."""

    view: str
    x: float
    y: float
    width: float
    height: float

    def holds(self, point: tuple[float, float]) -> bool:
        """A point of the view is in this part of it."""
        return self.x <= point[0] <= self.x + self.width and self.y <= point[1] <= self.y + self.height

    def touches(self, box: Box, room: float) -> bool:
        """A box of the view, with so much room around it, is in this part of it, or some of it is."""
        across = box.x - room < self.x + self.width and self.x < box.right + room
        return across and box.y - room < self.y + self.height and self.y < box.bottom + room


class Piece(Struct, frozen=True):
    """A line or a surface of a figure."""

    kind: str
    outline: Outline
    box: Box


class View(Struct, frozen=True):
    """One figure of the body: its lines in paint order, its regions, and its size in its own units."""

    size: Size
    figure: tuple[Piece, ...]
    regions: dict[str, str]
    landmarks: dict[str, tuple[float, float]]


class Look(Struct, frozen=True):
    """How a figure is drawn: its colours, and how heavy its lines are beside the usual weight."""

    theme: Theme
    accent: Accent
    weight: float = 1.0
    least_sign: float = 0.88
    """The least scale of the stroke signs; at 0.88 the thinnest mark is 0.32 mm (design system, small cards)."""


@cache
def icons() -> dict[str, File]:
    """The icon files that are found, by name."""
    return data("icons", ".svg")


@cache
def icon(name: str, ink: str, paper: str) -> Artwork:
    """An icon on its grid of 24 units, with `paper` where something is knocked out."""
    paint = {"line": (None, ink), "solid": (ink, None), "knockout": (paper, None)}
    file = choose("icon", name, icons())
    try:
        marks = tuple(Path(drawn, *paint[kind or "solid"], ICON_STROKE) for kind, drawn in paths(read_svg(file)))
    except (KeyError, ValueError) as error:
        remedy = f"Paths have absolute M, L, C and Z only, and are of class {', '.join(paint)}."
        raise UserError(Fault(f"This icon cannot be drawn: {error}.", remedy, file)) from None
    return Artwork(f"icon {name} {ink} {paper}", Size(ICON_GRID, ICON_GRID), marks)


@cache
def icon_meaning(name: str) -> tuple[str, str]:
    """The group an icon belongs to in the legend, and what it means."""
    root = read_svg(icons()[name])
    return root.get("data-group", ""), root.findtext(SVG + "title", name)


@cache
def view(name: str) -> View:
    """A figure of the body; UserError when there is none of that name."""
    root = read_svg(choose("body view", name, collection(DATA / "body", ".svg")))
    groups = {group.get("id"): group for group in root.iter(SVG + "g")}
    regions = {region.get("id", ""): region.get("d", "") for region in groups["regions"]}
    circles = {circle.get("id", ""): circle for circle in groups["landmarks"]}
    landmarks = {name: (float(at.get("cx", 0)), float(at.get("cy", 0))) for name, at in circles.items()}
    width, height = root.get("viewBox", "").split()[2:]
    pieces = tuple(Piece(kind, drawn, bounds(drawn)) for kind, drawn in paths(groups["figure"]))
    return View(Size(float(width), float(height)), pieces, regions, landmarks)


class Crops(Model, frozen=True):
    """Every crop, by its name."""

    crops: dict[str, Crop]


@cache
def crops() -> dict[str, Crop]:
    """The named parts of the views."""
    return read(DATA / "body" / "crops.yaml", Crops).model.crops


@cache
def views() -> frozenset[str]:
    """Everything that a drawing can show: the named crops and the whole views."""
    return frozenset({*crops(), *collection(DATA / "body", ".svg")})


def crop(name: str) -> Crop:
    """A named crop, or a whole view."""
    return crops().get(name) or Crop(name, 0, 0, *view(name).size)


@lru_cache(maxsize=256)
def figure(drawing: Drawing, room: Size, look: Look) -> Artwork:
    """A drawing as large as `room` (points) allows: the body, the worked regions, no-go regions, and the strokes."""
    part = crop(drawing.view)
    scale = min(room.width / part.width, room.height / part.height)
    size = Size(part.width * scale, part.height * scale)
    seen, point = view(part.view), 1 / scale
    outlines = {region: outline(seen.regions[region]) for region in (*drawing.area, *drawing.avoid)}
    washes = [Path(outlines[region], fill=look.accent.wash) for region in drawing.area if look.accent.wash]
    body = (
        *_body([piece for piece in seen.figure if _is_seen(piece, part, scale)], washes, look, point),
        *(_edge(outlines[region], look, point) for region in drawing.area),
        *(mark for region in drawing.avoid for mark in _hatched(outlines[region], look, point)),
    )
    marks = (Scaled(body, -part.x * scale, -part.y * scale, scale), *_strokes(drawing, part, scale, look))
    described = f"{drawing!r} {look!r} {scale:.4f}"
    name = f"figure {drawing.view} {hashlib.sha256(described.encode()).hexdigest()[:16]}"
    return Artwork(name, size, (Clip(rectangle(Box(0, 0, *size)), marks),))


def _is_seen(piece: Piece, part: Crop, scale: float) -> bool:
    """A piece is not fine on a small figure, nor outside of its part of the view; skins decide how all is painted."""
    if piece.kind == "skin":
        return True
    return ("fine" not in piece.kind or scale * 1000 >= FINE_BODY) and part.touches(piece.box, SKIN / scale)


FIELD = {
    "left": (10.0, 22.0),
    "middle": (50.0, 22.0),
    "right": (90.0, 22.0),
    "start.right": (16.0, 32.0),
    "end.right": (90.0, 32.0),
    "start.left": (16.0, 12.0),
    "end.left": (90.0, 12.0),
}
"""Landmarks of the empty field that the legend's samples are drawn on, 100 units wide and 44 high."""


class Samples(Model, frozen=True):
    """A stroke of each sign."""

    samples: list[Stroke]


def samples() -> list[Stroke]:
    """One stroke of each sign, for the legend."""
    return read(DATA / "marks" / "samples.yaml", Samples).model.samples


def sample(strokes: tuple[Stroke, ...], room: Size, theme: Theme) -> Artwork:
    """Strokes on an empty field."""
    scale = room.width / 100
    brush = Brush.scaled(1, theme.ink, theme.paper)

    def place(point: str) -> tuple[float, float]:
        x, y = position(point, FIELD)
        return x * scale, y * scale

    draw(strokes, place, scale, brush)
    return Artwork(f"sample {strokes!r} {theme.ink}", room, tuple(brush.marks))


def hatched_sample(room: Size, theme: Theme) -> Artwork:
    """A no-go area on an empty field."""
    area = rounded(Box(0.1 * room.width, 0.1 * room.height, 0.8 * room.width, 0.8 * room.height), 0.3 * room.height)
    look = Look(theme, Accent(theme.ink))
    return Artwork(f"hatched sample {theme.ink}", room, _hatched(area, look, 1))


def region_outline(name: str, region: str, scale: float) -> Outline:
    """A region of a view, in points from the top left of its crop."""
    part = crop(name)
    corner = (part.x, part.y)
    return tuple(
        (letter, tuple((number - corner[place % 2]) * scale for place, number in enumerate(values)))
        for letter, values in outline(view(part.view).regions[region])
    )


def _strokes(drawing: Drawing, part: Crop, scale: float, look: Look) -> list[Path | Text]:
    """The strokes, at a weight that goes with the size of the figure."""
    landmarks = view(part.view).landmarks
    narrow = min(part.width, part.height) * scale / MM
    most = MOST_SIGN * max(1, look.weight)
    brush = Brush.scaled(min(max(SIGN_PER_MM * narrow, look.least_sign), most), look.theme.ink, look.theme.paper)

    def place(point: str) -> tuple[float, float]:
        x, y = position(point, landmarks)
        return (x - part.x) * scale, (y - part.y) * scale

    draw(drawing.strokes, place, scale, brush)
    return brush.marks


def _body(pieces: list[Piece], washes: list[Path], look: Look, point: float) -> Iterator[Path]:
    """The figure, with the washes over its skin and cloth and under its lines; `point` is one in its units.

    A figure of one skin is painted as areas, washes, lines. Where limbs lie over each other each skin keeps its
    own outline, and only what belongs to the last of them is drawn again over the washes.
    """
    skins = [index for index, piece in enumerate(pieces) if piece.kind == "skin"]
    single = len(skins) == 1
    for piece in pieces:
        fill, stroke, width = _paint(piece.kind, look, point)
        if fill or not single:
            yield Path(piece.outline, fill, None if single else stroke, width)
    yield from washes
    for index, piece in enumerate(pieces):
        if single or "line" in piece.kind or index >= skins[-1]:
            yield Path(piece.outline, None, *_paint(piece.kind, look, point)[1:])


def _paint(kind: str, look: Look, point: float) -> tuple[str | None, str, float]:
    """Fill, stroke and line weight of one class of a figure's paths."""
    theme = look.theme
    fill, stroke, width = {
        "skin": (theme.paper, theme.outline, SKIN),
        "cloth": (theme.cloth, theme.outline, CLOTH),
        "line": (None, theme.outline, LINE),
        "line fine": (None, theme.detail, FINE),
    }[kind]
    return fill, stroke, width * look.weight * point


def _edge(region: Outline, look: Look, point: float) -> Path:
    weight = REGION if look.accent.wash else BARE_REGION
    return Path(region, stroke=look.accent.deep, width=weight * look.weight * point)


def _hatched(region: Outline, look: Look, point: float) -> tuple[Path | Clip, ...]:
    """A region that must not be pressed: hatched at 45 degrees, with a thin edge."""
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
