"""Signs of lines: glides, circles, hooks, chevrons, rings, ticks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from cardgen.artwork.brush import HOLLOW_WEIGHT, Brush, polygon
from cardgen.artwork.curves import Curve, Point, arc
from cardgen.artwork.notation import MOST_MARKS, Behavior, PlacedStroke, sign
from cardgen.artwork.rings import RING_PART, is_ring_through
from cardgen.model.vocabulary import Level
from cardgen.scene.marks import Path

GLIDE_WIDTHS: dict[Level, float] = {
    "none": 0.36,
    "feather": 0.36,
    "light": 0.48,
    "medium": 0.9,
    "firm": 1.5,
    "deep": 2.0,
}
"""Width of a glide by its pressure, in units of the brush."""
LEAST_SOLID = 0.46
"""The least width at which a glide is solid, in units; where it hardly touches, it is dashed."""
DASH, DASH_GAP = 1.5, 0.7
"""The length of a dash and of the gap before the next one, in units."""


@sign("glide", Behavior(needs_length=True, travels=True))
def glide(placed: PlacedStroke, brush: Brush) -> None:
    """A ribbon whose width shows the pressure, dashed where it hardly touches, with an open ring at its start."""
    given = placed.stroke.pressure or "medium"
    levels = [GLIDE_WIDTHS[level] for level in (given if isinstance(given, tuple) else (given,))]
    curve = placed.curve
    covered, whole = placed.skipped, placed.skipped + curve.length

    def width(distance: float) -> float:
        return _between(levels, (covered + distance) / whole)

    brush.ribbon(curve, width, placed.stroke.both, placed.hollow)
    _cut_dashes(curve, width, brush)
    if placed.stroke.start and not placed.stroke.both and not placed.has_hand:
        brush.ring(curve.at(0), 0.95, HOLLOW_WEIGHT if placed.hollow else 0.5)


def _cut_dashes(curve: Curve, width: Callable[[float], float], brush: Brush) -> None:
    """Cut a ribbon into dashes where it hardly touches, but not its head."""
    pitch = (DASH + DASH_GAP) * brush.unit
    for index in range(1, min(int(curve.length / pitch), MOST_MARKS)):
        distance = curve.length - index * pitch - 0.3 * brush.unit
        if width(distance) < LEAST_SOLID:
            half = (width(distance) / 2 + 0.1) * brush.unit
            ends = [curve.shifted(distance, side * half) for side in (1, -1)]
            brush.marks.append(Path(polygon(ends)[:-1], stroke=brush.paper, width=DASH_GAP * brush.unit))


def _between(values: Sequence[float], part: float) -> float:
    """The value at a part, from 0 to 1, of a row of evenly spread values, eased between neighbors."""
    if len(values) == 1:
        return values[0]
    position = min(max(part, 0.0), 1.0) * (len(values) - 1)
    index = min(int(position), len(values) - 2)
    ease = position - index
    ease = ease * ease * (3 - 2 * ease)
    return values[index] * (1 - ease) + values[index + 1] * ease


@sign("back", Behavior(needs_length=True, presses=False))
def back(placed: PlacedStroke, brush: Brush) -> None:
    """The light way back: a thin dashed arrow."""
    brush.arrow(placed.curve, 0.36, 1.9, 0.82, placed.stroke.both, dash=(1.3, 1.1), hollow=placed.hollow)


@sign("on", Behavior(needs_length=True, travels=True, presses=False))
def on(placed: PlacedStroke, brush: Brush) -> None:
    """The way to the next place: a thin arrow."""
    brush.arrow(placed.curve, 0.36, 1.9, 0.85, placed.stroke.both, hollow=placed.hollow)


@sign("circles", Behavior(travels=True, turns=True))
def circles(placed: PlacedStroke, brush: Brush) -> None:
    """Separate loops along the line, each with a head that shows its turn."""
    curve, radius = placed.curve, placed.size(2.4 * brush.unit)
    count = placed.count(max(1, round(curve.length / (2.9 * radius))))
    for index in range(count):
        center = curve.at(curve.length * (index + 0.5) / count)
        loop = arc(center, radius, 200 if placed.turn > 0 else -20, 300 * placed.turn)
        brush.arrow(loop, 0.6, 2.1, 1.0, hollow=placed.hollow)


@sign("ring", Behavior(turns=True))
def ring(placed: PlacedStroke, brush: Brush) -> None:
    """One big circle: around a point, or through several."""
    brush.arrow(ring_line(placed, brush), 0.75, 2.6, 1.2, hollow=placed.hollow)


def ring_line(placed: PlacedStroke, brush: Brush) -> Curve:
    """The line of one big circle, from where it starts: around its only point, or through all, in their order."""
    if is_ring_through(placed.stroke):
        around = Curve.smooth(placed.points, closed=True)
        return Curve(around.part(0, RING_PART * around.length))
    start = 25 if placed.turn < 0 else 155
    return arc(placed.points[0], placed.size(8 * brush.unit), start, 305 * placed.turn, placed.stroke.flat)


@sign("rotation", Behavior(presses=False))
def rotation(placed: PlacedStroke, brush: Brush) -> None:
    """A ring with a gap at its top and a head on either side of the gap, and a dot on each joint that turns."""
    loop = arc(placed.points[0], placed.size(9 * brush.unit), -58, 296, placed.stroke.flat)
    brush.arrow(loop, 0.7, 2.5, 1.15, both=True, hollow=placed.hollow)
    for joint in placed.points[1:]:
        brush.ring(joint, 1.15, 0.4, dot=0.62)


@sign("knead", Behavior(travels=True))
def knead(placed: PlacedStroke, brush: Brush) -> None:
    """Hooks from both sides in turn: each hand grasps the muscle and brings it to the middle."""
    curve, height = placed.curve, placed.size(2.8 * brush.unit)
    count = placed.count(max(2, round(curve.length / (1.5 * height))))
    for index in range(count):
        distance = curve.length * (index + 0.5) / count
        (x, y), (ux, uy), side = curve.at(distance), curve.heading(distance), 1 if index % 2 else -1
        hook = arc((0, 0), 0.62 * height, 100, -250).points
        turned = [(0.45 * height + across, up) for across, up in hook]
        points = [(x - uy * across * side - ux * up, y + ux * across * side - uy * up) for across, up in turned]
        brush.arrow(Curve(points), 0.85, 2.4, 1.15, hollow=placed.hollow)


@sign("wring")
def wring(placed: PlacedStroke, brush: Brush) -> None:
    """Pairs of half arrows that cross the limb in opposite directions and pass each other in its middle."""
    curve = placed.curve
    count = placed.count(max(1, round(curve.length / (7 * brush.unit))))
    for index in range(count):
        part = (index + 0.5) / count
        half, along = placed.half_width(part, 6 * brush.unit), curve.heading(curve.length * part)
        center = curve.at(curve.length * part)
        for side in (1, -1):
            crossing = Curve([_across(center, along, half, step / 8, side, brush.unit) for step in range(-8, 9)])
            brush.line(crossing.part(0, crossing.length - brush.unit), 0.45 if placed.hollow else 0.75)
            _barb(crossing, along, placed, brush)


def _across(center: Point, along: Point, half: float, part: float, side: int, unit: float) -> Point:
    """A point of the S-curve on which one hand crosses the limb; `part` runs from -1 to 1."""
    over, bend = half * part * side, 0.95 * unit * math.tanh(2.2 * part)
    return center[0] - along[1] * over + along[0] * bend, center[1] + along[0] * over + along[1] * bend


def _barb(curve: Curve, outside: Point, placed: PlacedStroke, brush: Brush) -> None:
    """Draw half an arrow head, on the outer side of its pair."""
    (x, y), (way_x, way_y) = curve.at(curve.length), curve.heading(curve.length - 1, 1)
    long, wide = 2.7 * brush.unit, 1.5 * brush.unit
    corner = (x - way_x * long + outside[0] * wide, y - way_y * long + outside[1] * wide)
    brush.shape(
        polygon([(x, y), corner, (x - way_x * long * 0.85, y - way_y * long * 0.85)]), hollow=placed.hollow, halo=False
    )


@sign("squeeze", Behavior(travels=True))
def squeeze(placed: PlacedStroke, brush: Brush) -> None:
    """Chevrons that face each other from both edges of the muscle."""
    curve = placed.curve if len(placed.points) > 1 else None
    count = placed.count(max(1, round(curve.length / (6.5 * brush.unit)))) if curve else 1
    for index in range(count):
        part = (index + 0.5) / count
        x, y = curve.at(curve.length * part) if curve else placed.points[0]
        ux, uy = curve.heading(curve.length * part) if curve else (0.0, -1.0)
        half, arm = placed.half_width(part, 5 * brush.unit), placed.size(2.0 * brush.unit)
        for side in (1, -1):
            tip = (x - uy * side * (half - arm), y + ux * side * (half - arm))
            wing = (tip[0] - uy * side * arm, tip[1] + ux * side * arm)
            points = [(wing[0] + ux * arm, wing[1] + uy * arm), tip, (wing[0] - ux * arm, wing[1] - uy * arm)]
            brush.line(points, 0.5 if placed.hollow else 1.0)


@sign("rock", Behavior(needs_length=True, straight=True, presses=False))
def rock(placed: PlacedStroke, brush: Brush) -> None:
    """Two wide nested arcs with heads at both ends, between which the body sways."""
    (x1, y1), (x2, y2) = placed.points[0], placed.points[-1]
    reach = math.dist((x1, y1), (x2, y2))
    for part, weight in ((1.0, 0.85), (0.6, 0.5)):
        inset, rise = (1 - part) / 2, 0.2 * reach * part
        a = (x1 + (x2 - x1) * inset, y1 + (y2 - y1) * inset)
        b = (x2 - (x2 - x1) * inset, y2 - (y2 - y1) * inset)
        drop = (1 - part) * 0.02 * reach
        curve = Curve.smooth([(a[0], a[1] + drop), ((x1 + x2) / 2, (y1 + y2) / 2 - rise + drop), (b[0], b[1] + drop)])
        brush.arrow(
            curve, weight, 2.6 if part == 1 else 2.0, 1.2 if part == 1 else 0.95, both=True, hollow=placed.hollow
        )


@sign("saw", Behavior(needs_length=True))
def saw(placed: PlacedStroke, brush: Brush) -> None:
    """An arrow with a head at both ends, and teeth along one side."""
    curve, tooth = placed.curve, 1.5 * brush.unit
    beside = 1.5 * tooth if placed.stroke.flip else -1.5 * tooth
    lead = 2.4 * brush.unit
    count = min(max(1, round((curve.length - 2 * lead) / tooth)), MOST_MARKS)
    pitch = (curve.length - 2 * lead) / count
    for index in range(count):
        near = lead + index * pitch
        points = [curve.shifted(near, 0), curve.shifted(near + pitch / 2, beside), curve.shifted(near + pitch, 0)]
        brush.shape(polygon(points), hollow=placed.hollow)
    brush.arrow(curve, 0.85, 2.6, 1.2, both=True, hollow=placed.hollow)


@sign("hack", Behavior(needs_length=True, travels=True))
def hack(placed: PlacedStroke, brush: Brush) -> None:
    """Slanted ticks, left and right in turn, and an arrow at the end."""
    for index, (point, (ux, uy)) in enumerate(_run(placed, 1.9 * brush.unit, brush)):
        side, tick = (1 if index % 2 else -1), 2.1 * brush.unit
        near = (
            point[0] - uy * side * 0.35 * brush.unit - ux * 0.35 * tick,
            point[1] + ux * side * 0.35 * brush.unit - uy * 0.35 * tick,
        )
        far = (near[0] - uy * side * tick + ux * 0.7 * tick, near[1] + ux * side * tick + uy * 0.7 * tick)
        brush.line([near, far], 0.38 if placed.hollow else 0.75)


@sign("tap", Behavior(needs_length=True, travels=True))
def tap(placed: PlacedStroke, brush: Brush) -> None:
    """Dots, left and right in turn, and an arrow at the end."""
    for index, (point, (ux, uy)) in enumerate(_run(placed, 2.4 * brush.unit, brush)):
        offset = 0.95 * brush.unit * (1 if index % 2 else -1)
        brush.dot((point[0] - uy * offset, point[1] + ux * offset), 0.62, placed.hollow)


def _run(placed: PlacedStroke, pitch: float, brush: Brush) -> Iterator[tuple[Point, Point]]:
    """Points along the line with their headings, after a short arrow at its end, unless they go both ways."""
    curve = placed.curve
    lead = 0 if placed.stroke.both else 4.8 * brush.unit
    count = min(max(2, int((curve.length - lead) / pitch)), MOST_MARKS)
    if lead:
        tail = Curve(curve.part(curve.length - 0.85 * lead, curve.length))
        brush.arrow(tail, 0.4, 2.1, 1.0, hollow=placed.hollow)
    for index in range(count + 1):
        distance = (curve.length - lead) * index / count
        yield curve.at(distance), curve.heading(distance)


@sign("stretch", Behavior(needs_length=True, presses=False))
def stretch(placed: PlacedStroke, brush: Brush) -> None:
    """A block arrow."""
    brush.block_arrow(placed.curve, placed.size(1.5 * brush.unit))


@sign("feather", Behavior(needs_length=True, travels=True, presses=False))
def feather(placed: PlacedStroke, brush: Brush) -> None:
    """Three thin lines that fade: solid at first, then shorter and shorter dashes."""
    curve = placed.curve
    for lane in (-1.0, 0.0, 1.0):

        def offset(distance: float, lane: float = lane) -> float:
            return lane * placed.half_width(distance / curve.length, 3 * brush.unit)

        line = Curve(curve.beside(offset, 24))
        brush.line(line.part(0, line.length * 0.5), 0.42)
        distance, dash = line.length * 0.5 + 0.9 * brush.unit, 2.8 * brush.unit
        for _ in range(MOST_MARKS):
            if distance + dash >= line.length - 1.6 * brush.unit:
                break
            brush.line(line.part(distance, distance + dash), 0.38)
            distance, dash = distance + dash + 1.0 * brush.unit, max(0.8 * brush.unit, 0.8 * dash)
        brush.head(line.at(line.length), line.heading(line.length - 2, 2), 1.7, 0.72)
