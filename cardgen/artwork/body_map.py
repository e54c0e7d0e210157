"""The place of a drawing on the whole body, and maps of the body with such places marked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.curves import Point
from cardgen.artwork.figures import Look, figure
from cardgen.artwork.patterns import dot, draw_patterned
from cardgen.artwork.regions import region_shape, region_share
from cardgen.artwork.risks import risks
from cardgen.artwork.sides import shows_one_side
from cardgen.artwork.views import crop, region_outline, view
from cardgen.files.folders import DATA
from cardgen.model.drawing import Drawing
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.scene.marks import Artwork, Path
from cardgen.scene.outlines import circle, line, parse_outline, scale_outline
from cardgen.units import Size

WHOLE_VIEWS = ("body-back", "body-front")
"""The views that show the whole body."""
DOT_RADIUS = 1.7
"""Radius of the dot that marks a place, in points."""
LEAST_OFF_MIDDLE = 24
"""Least distance of a dot from the middle line of the body, in the view's units."""
MOSTLY = 0.5
"""A place that covers this part of a worked region, or more, is the place that is worked on."""
LEADER_WEIGHT = 0.6
"""Weight of the line from a dot to its label, in points."""


class MapPlaces(Model, frozen=True):
    """Places on a whole body for what it does not show itself: a landmark, a region, or a landmark and a region."""

    places: dict[str, dict[str, str]]
    """Of every other view, for drawings that fill no region."""
    regions: dict[str, dict[str, str]]
    """Of every region that only other views have, without its side."""


class BodySpot(Struct, frozen=True):
    """A place on the whole body, in the view's own units."""

    view: str
    at: Point
    region: str
    """The region that the drawing fills there; empty when the body has none that is no larger."""
    side: str
    """The receiver's side that it is on: `right` or `left`; empty when it has none."""


class Leader(Struct, frozen=True):
    """A line from a spot to the edge of the figure, in points from the figure's top left."""

    spot: Point
    edge: Point
    color: str


@cache
def _map() -> MapPlaces:
    return read_document(DATA / "body" / "map.yaml", MapPlaces).model


@lru_cache(maxsize=512)
def locate_regions(drawing: Drawing, face_up: bool, first_side: str = "") -> tuple[BodySpot, ...]:
    """The places on the whole body of all regions that a drawing fills, else that of its first landmark or its middle.

    They are on `first_side` unless the drawing fills both sides.
    """
    whole = _usual_whole(crop(drawing.view).view, face_up)
    spots = [_locate_region(region, whole) for region in drawing.area] or [_locate_view(drawing, whole)]
    side = first_side or ("left" if drawing.side == "left" else "")
    if {"left", "right"} <= {spot.side for spot in spots}:
        return tuple(spots)
    return tuple(on_side(spot, side) for spot in spots)


def on_side(spot: BodySpot, side: str) -> BodySpot:
    """A spot on one side of the body; it stays where it is if no side is given, or if it has none."""
    if not side or spot.side in ("", side):
        return spot
    stem, _, its_side = spot.region.partition(".")
    mirrored = (view(spot.view).size.width - spot.at[0], spot.at[1])
    return BodySpot(spot.view, mirrored, f"{stem}.{side}" if its_side else spot.region, side)


def _locate_region(region: str, usual: str) -> BodySpot:
    """The place of a region: on the usual body if that has it, else on the one that does."""
    stem, _, side = region.partition(".")
    places = _map().regions.get(stem, {})
    for whole in (usual, *WHOLE_VIEWS):
        for name in (region, f"{region}.right"):
            if name in view(whole).regions:
                return BodySpot(whole, _point_in(whole, name), name, name.partition(".")[2])
        if whole in places:
            spot = _spot_at(whole, places[whole])
            return on_side(replace(spot, side=spot.side or _side_of(spot)), side) if side else spot
    raise KeyError(region)


def _side_of(spot: BodySpot) -> str:
    """The receiver's side that a spot is on: seen from behind, the right is at the right."""
    at_right = spot.at[0] > view(spot.view).size.width / 2
    return "right" if at_right == (spot.view == "body-back") else "left"


def _locate_view(drawing: Drawing, usual: str) -> BodySpot:
    """The place of a drawing that fills nothing: where its first stroke that a body knows begins."""
    part = crop(drawing.view)
    points = [stroke.along[0].split()[0] for stroke in drawing.strokes]
    for point, whole in product(points, (usual, *WHOLE_VIEWS)):
        if at := view(whole).landmarks.get(point):
            region = _map().places.get(part.view, {}).get(whole, "").partition(" ")[2]
            return BodySpot(whole, at, region, point.partition(".")[2])
    if part.view == usual:
        return BodySpot(usual, part.middle, "", "right" if shows_one_side(part) else "")
    return _spot_at(usual, _map().places[part.view][usual])


def _spot_at(whole: str, place: str) -> BodySpot:
    """A place of the map's file: on its landmark, else in its region."""
    seen, names = view(whole), place.split()
    region = names[-1] if names[-1] in seen.regions else ""
    at = seen.landmarks[names[0]] if names[0] in seen.landmarks else _point_in(whole, region)
    return BodySpot(whole, at, region, names[0].partition(".")[2])


def _usual_whole(shown: str, face_up: bool) -> str:
    """The whole view on which what a view shows is usually found."""
    if shown in WHOLE_VIEWS:
        return shown
    places = _map().places[shown]
    return "body-front" if face_up and "body-front" in places else next(iter(places))


@cache
def _point_in(whole: str, region: str) -> Point:
    """A point in a region, in its middle if it can be, that is on no place that a map hatches within it."""
    seen = view(whole)
    hatched = {name for risk in risks() for name in risk.mapped_in(whole)}

    def is_hatched(point: Point, name: str) -> bool:
        return region_shape(whole, name).holds(point) and region_share(whole, region, name) < MOSTLY

    def is_free(point: Point) -> bool:
        return region_shape(whole, region).holds(point) and not any(is_hatched(point, name) for name in hatched)

    middle = _off_middle(_middle(seen.regions[region]), seen.size)
    free = [] if is_free(middle) else [point for point in region_shape(whole, region).points if is_free(point)]
    return _deepest(whole, region, free) if free else middle


def _deepest(whole: str, region: str, points: Iterable[Point]) -> Point:
    """The point that is farthest from the edge of its region and from the middle line of the body."""
    box, middle = region_shape(whole, region).box, view(whole).size.width / 2

    def bound(point: Point) -> float:  # no point is farther from the edge of its region than from that of its box
        x, y = point
        return min(x - box.x, box.right - x, y - box.y, box.bottom - y, abs(x - middle))

    best = (0.0, (0.0, 0.0))
    for point in sorted(points, key=bound, reverse=True):
        if bound(point) < best[0]:
            break
        best = max(best, (min(region_shape(whole, region).depth(point), abs(point[0] - middle)), point))
    return best[1]


@cache
def _middle(region: str) -> Point:
    """The middle of a region's box."""
    points = [values[i : i + 2] for _, values in parse_outline(region) for i in range(0, len(values), 2)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _off_middle(at: Point, size: Size) -> Point:
    """A point away from the middle line, so that no dot is on the spine."""
    return at if abs(at[0] - size.width / 2) > LEAST_OFF_MIDDLE else (size.width / 2 + LEAST_OFF_MIDDLE, at[1])


def map_size(whole: str, height: float) -> Size:
    """The size of a map of a whole body with this height, in points."""
    size = view(whole).size
    return Size(size.width * height / size.height, height)


def map_point(spot: BodySpot, height: float) -> Point:
    """A spot in points from the top left of a map with this height."""
    scale = height / view(spot.view).size.height
    return spot.at[0] * scale, spot.at[1] * scale


def add_other_sides(whole: str, regions: Iterable[str]) -> tuple[str, ...]:
    """Regions together with the same regions on the other side of the body, each once."""
    known = view(whole).regions
    pairs = ((name, name.replace(".right", ".left"), name.replace(".left", ".right")) for name in regions)
    return tuple(dict.fromkeys(name for pair in pairs for name in pair if name in known))


@lru_cache(maxsize=64)  # decks of a routine have the same map, whomever they are for
def body_map(
    whole: str,
    height: float,
    regions: tuple[str, ...],
    leaders: tuple[Leader, ...],
    look: Look,
    hatched: tuple[str, ...] = (),
    dotted: tuple[str, ...] = (),
) -> Artwork:
    """A whole body with regions filled, hatched or dotted, dots on spots, and lines from the dots to the edge."""
    drawing = Drawing(view=whole, area=regions, avoid=hatched)
    drawn = figure(drawing, map_size(whole, height), look)
    scale = height / view(whole).size.height
    areas = [scale_outline(region_outline(whole, region), scale) for region in dotted]
    light = (mark for area in areas for mark in draw_patterned(area, dot, look.theme))
    marks = (*drawn.marks, *light, *_leader_marks(leaders))
    name = f"{drawn.name} {hashlib.sha256(repr((leaders, dotted)).encode()).hexdigest()[:16]}"
    return replace(drawn, name=name, marks=marks)


def _leader_marks(leaders: Iterable[Leader]) -> list[Path]:
    """Lines from the dots to the edge, and the dots."""
    return [
        mark
        for leader in leaders
        for mark in (
            Path(line(*leader.spot, *leader.edge), stroke=leader.color, width=LEADER_WEIGHT),
            Path(circle(*leader.spot, DOT_RADIUS), fill=leader.color),
        )
    ]
