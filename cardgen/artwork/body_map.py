"""The place of a drawing on the whole body, and maps of the body with such places marked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.curves import Point
from cardgen.artwork.figures import Look, figure
from cardgen.artwork.patterns import dot, draw_patterned
from cardgen.artwork.regions import region_depth, region_holds, region_share, sample_points
from cardgen.artwork.risks import risks
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
"""A place that covers this part of a worked region, or more, is what is worked."""
LEADER_WEIGHT = 0.6
"""Weight of the line from a dot to its label, in points."""


class ViewPlaces(Model, frozen=True):
    """For every other view its place on a whole body: a landmark, and a region after it."""

    places: dict[str, dict[str, str]]


class BodySpot(Struct, frozen=True):
    """A place on the whole body, in the view's own units."""

    view: str
    at: Point
    region: str
    """The region that the drawing names for it; empty when it names none."""


class Leader(Struct, frozen=True):
    """A line from a spot to the edge of the figure, in points from the figure's top left."""

    spot: Point
    edge: Point
    color: str


@cache
def _places() -> dict[str, dict[str, str]]:
    return read_document(DATA / "body" / "map.yaml", ViewPlaces).model.places


def locate_drawing(drawing: Drawing, face_up: bool) -> BodySpot:
    """The place of a drawing on the whole body: its first region, else its first landmark, else its middle."""
    spot = _locate(drawing, face_up)
    return on_side(spot, "left") if drawing.side == "left" else spot


def _locate(drawing: Drawing, face_up: bool) -> BodySpot:
    """The same of a drawing of the right side."""
    shown = crop(drawing.view).view
    places = _places().get(shown, {})
    whole = shown if shown in WHOLE_VIEWS else _choose_whole(places, face_up)
    seen = view(whole)
    for region in drawing.area:
        if region in seen.regions:
            return BodySpot(whole, _point_in(whole, region), region)
    points = [stroke.along[0].split()[0] for stroke in drawing.strokes]
    landmark, _, region = places.get(whole, "").partition(" ")
    known = next((point for point in points if point in seen.landmarks), landmark)
    return BodySpot(whole, seen.landmarks[known] if known else crop(drawing.view).middle, region)


def on_side(spot: BodySpot, side: str) -> BodySpot:
    """A spot on one side of the body; it stays where it is if no side is given, or if it has none."""
    other = {"left": ".right", "right": ".left"}.get(side)
    if other is None or not spot.region.endswith(other):
        return spot
    return BodySpot(
        spot.view, (view(spot.view).size.width - spot.at[0], spot.at[1]), spot.region.removesuffix(other) + f".{side}"
    )


def _choose_whole(places: dict[str, str], face_up: bool) -> str:
    """The whole view that has the place of a close-up."""
    return "body-front" if face_up and "body-front" in places else next(iter(places), WHOLE_VIEWS[0])


@cache
def _point_in(whole: str, region: str) -> Point:
    """A point in a region, in its middle if it can be, that is on no place that a map hatches within it."""
    seen = view(whole)
    hatched = {name for risk in risks() for name in risk.mapped_in(whole)}

    def is_hatched(point: Point, name: str) -> bool:
        return region_holds(whole, name, point) and region_share(whole, region, name) < MOSTLY

    def is_free(point: Point) -> bool:
        return region_holds(whole, region, point) and not any(is_hatched(point, name) for name in hatched)

    middle = _off_middle(_middle(seen.regions[region]), seen.size)
    free = [] if is_free(middle) else [point for point in sample_points(whole, region) if is_free(point)]
    from_middle = seen.size.width / 2
    return max(
        free,
        key=lambda point: (min(region_depth(whole, region, point), abs(point[0] - from_middle)), point),
        default=middle,
    )


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


def body_map(
    whole: str,
    height: float,
    regions: Iterable[str],
    leaders: Sequence[Leader],
    look: Look,
    hatched: Iterable[str] = (),
    dotted: Iterable[str] = (),
) -> Artwork:
    """A whole body with regions filled, hatched or dotted, dots on spots, and lines from the dots to the edge."""
    drawing = Drawing(view=whole, area=tuple(regions), avoid=tuple(hatched))
    drawn, dotted = figure(drawing, map_size(whole, height), look), tuple(dotted)
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
