"""The stroke notation: how each movement is drawn over a figure, from points on it.

Every sign is at home on paper, not on the body: its weight and its heads keep their size, whatever the figure's scale.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from xml.etree import ElementTree

from msgspec import Struct

from cardgen.brush import HOLLOW, Brush, closed, placed
from cardgen.curves import Curve, Point, arc
from cardgen.files import DATA, read_text
from cardgen.routine import Level, Stroke
from cardgen.scene import Outline, Path, Text, outline
from cardgen.text import CAP, width

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS: dict[Level, float] = {"none": 0.3, "feather": 0.42, "light": 0.68, "medium": 1.0, "firm": 1.4, "deep": 1.9}
"""Width of a glide by its pressure, in units."""
SKIN = "#DADADA"
"""A hand or a forearm that lies on the body."""


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


Place = Callable[[str], Point]
"""Where a point of a drawing ("knee-back.right 0 -6") is on the page."""


def draw(strokes: Iterable[Stroke], place: Place, scale: float, brush: Brush) -> None:
    """Add all strokes to the brush's marks; what is done later on the other side comes first, so that it lies below."""
    tasks = [task for stroke in strokes for task in _tasks(stroke, place, scale)]
    for task in sorted(tasks, key=lambda task: not task.hollow):
        SIGNS[task.stroke.draw](task, brush)
    for task in tasks:
        if task.stroke.order and not task.hollow:
            _disc(task, brush)


def position(point: str, landmarks: Mapping[str, Point]) -> Point:
    """A landmark's place in the view, with the offset behind its name; KeyError for an unknown landmark."""
    name, *offset = point.split()
    dx, dy = map(float, offset or (0, 0))
    return landmarks[name][0] + dx, landmarks[name][1] + dy


def _tasks(stroke: Stroke, place: Place, scale: float) -> Iterator[Task]:
    yield Task(stroke, tuple(map(place, stroke.along)), scale)
    if stroke.mirror:
        other = mirrored(stroke)
        yield Task(other, tuple(map(place, other.along)), scale, hollow=stroke.mirror == "later")


def mirrored(stroke: Stroke) -> Stroke:
    """The same stroke on the other side of the body."""
    turn = {"clockwise": "counterclockwise", "counterclockwise": "clockwise"}.get(stroke.turn or "")
    along = tuple(map(_mirrored_point, stroke.along))
    angle = None if stroke.angle is None else 360 - stroke.angle if stroke.draw == "hand" else 180 - stroke.angle
    return Stroke(
        draw=stroke.draw,
        along=along,
        pressure=stroke.pressure,
        turn=turn,  # type: ignore[arg-type]
        width=stroke.width,
        size=stroke.size,
        flat=stroke.flat,
        count=stroke.count,
        both=stroke.both,
        start=stroke.start,
        angle=angle,
        flip=not stroke.flip,
        state=stroke.state,
    )


def _mirrored_point(point: str) -> str:
    name, *offset = point.split()
    side = {"right": "left", "left": "right"}
    name = re.sub(r"\.(right|left)$", lambda match: "." + side[match[1]], name)
    return " ".join([name, f"{-float(offset[0]):g}", offset[1]]) if offset else name


def _glide(task: Task, brush: Brush) -> None:
    """A ribbon whose width tells the pressure; an open ring where it starts."""
    given = task.stroke.pressure or "medium"
    levels = [WIDTHS[level] for level in (given if isinstance(given, tuple) else (given,))]
    curve = task.curve
    brush.ribbon(curve, lambda distance: _between(levels, distance / curve.length), task.stroke.both, task.hollow)
    if task.stroke.start and not task.stroke.both:
        brush.ring(curve.at(0), 0.95, HOLLOW if task.hollow else 0.5)


def _between(values: Sequence[float], part: float) -> float:
    """A value from a row of values spread evenly from 0 to 1, eased between neighbours."""
    if len(values) == 1:
        return values[0]
    position = min(max(part, 0.0), 1.0) * (len(values) - 1)
    index = min(int(position), len(values) - 2)
    ease = position - index
    ease = ease * ease * (3 - 2 * ease)
    return values[index] * (1 - ease) + values[index + 1] * ease


def _back(task: Task, brush: Brush) -> None:
    """The light way back: thin and dashed."""
    brush.arrow(task.curve, 0.36, 1.9, 0.82, task.stroke.both, dash=(1.3, 1.1), hollow=task.hollow)


def _on(task: Task, brush: Brush) -> None:
    """Where a run of marks moves on."""
    brush.arrow(task.curve, 0.36, 1.9, 0.85, task.stroke.both, hollow=task.hollow)


def _circles(task: Task, brush: Brush) -> None:
    """Separate loops along the way, each with a head that shows its turn."""
    curve, radius = task.curve, task.size(2.4 * brush.unit)
    count = task.stroke.count or max(1, round(curve.length / (2.9 * radius)))
    for index in range(count):
        centre = curve.at(curve.length * (index + 0.5) / count)
        loop = arc(centre, radius, 200 if task.turn > 0 else -20, 300 * task.turn)
        brush.arrow(loop, 0.6, 2.1, 1.0, hollow=task.hollow)


def _ring(task: Task, brush: Brush) -> None:
    """One big circle."""
    start = 25 if task.turn < 0 else 155
    loop = arc(task.points[0], task.size(8 * brush.unit), start, 305 * task.turn, task.stroke.flat)
    brush.arrow(loop, 0.75, 2.6, 1.2, hollow=task.hollow)


def _rotation(task: Task, brush: Brush) -> None:
    """A ring with a gap at its top and a head at each end of it: both ways; a dot on the joint that turns."""
    loop = arc(task.points[0], task.size(9 * brush.unit), -58, 296, task.stroke.flat)
    brush.arrow(loop, 0.7, 2.5, 1.15, both=True, hollow=task.hollow)
    for joint in task.points[1:]:
        brush.ring(joint, 1.15, 0.4, dot=0.62)


def _roll(task: Task, brush: Brush) -> None:
    """A short arc with two heads at each point, and a fist below the first."""
    radius = task.size(4.4 * brush.unit)
    for x, y in task.points:
        brush.arrow(arc((x, y + 0.7 * radius), radius, -160, 140), 0.65, 2.0, 0.95, both=True, hollow=task.hollow)
    x, y = task.points[0]
    _small_drawing("fist", (x, y + 1.2 * radius), 0, 2.1 * radius / 24, task.stroke.flip, brush)


def _knead(task: Task, brush: Brush) -> None:
    """Two waves that cross, one of them bold: the hands in turn."""
    curve, height = task.curve, task.size(2.6 * brush.unit)
    waves = max(2, round(curve.length / (2.6 * height)))
    for shift, weight in ((math.pi, 0.34), (0.0, 0.9)):

        def offset(distance: float, shift: float = shift) -> float:
            return height * math.sin(2 * math.pi * waves * distance / curve.length + shift)

        brush.line(curve.beside(offset, 12 * waves), weight / 2 if task.hollow else weight)
    brush.ring(curve.at(0), 0.95, 0.5)


def _wring(task: Task, brush: Brush) -> None:
    """Pairs of half arrows that cross the limb opposite ways and pass each other in its middle."""
    curve = task.curve
    count = task.stroke.count or max(1, round(curve.length / (7 * brush.unit)))
    for index in range(count):
        part = (index + 0.5) / count
        half, (along_x, along_y) = task.half(part, 6 * brush.unit), curve.heading(curve.length * part)
        centre = curve.at(curve.length * part)
        for sign in (1, -1):
            crossing = [_across(centre, (along_x, along_y), half, step / 8, sign, brush.unit) for step in range(-8, 9)]
            brush.line(Curve(crossing).part(0, Curve(crossing).length - brush.unit), 0.45 if task.hollow else 0.75)
            _barb(Curve(crossing), (along_x, along_y), task, brush)


def _across(centre: Point, along: Point, half: float, part: float, sign: int, unit: float) -> Point:
    """A point of the S in which one hand crosses the limb; `part` runs from -1 to 1."""
    over, bend = half * part * sign, 0.95 * unit * math.tanh(2.2 * part)
    return centre[0] - along[1] * over + along[0] * bend, centre[1] + along[0] * over + along[1] * bend


def _barb(curve: Curve, outside: Point, task: Task, brush: Brush) -> None:
    """Half an arrow head, on the outer side of its pair."""
    (x, y), (way_x, way_y) = curve.at(curve.length), curve.heading(curve.length - 1, 1)
    long, wide = 2.7 * brush.unit, 1.5 * brush.unit
    corner = (x - way_x * long + outside[0] * wide, y - way_y * long + outside[1] * wide)
    brush.shape(
        closed([(x, y), corner, (x - way_x * long * 0.85, y - way_y * long * 0.85)]), hollow=task.hollow, halo=False
    )


def _squeeze(task: Task, brush: Brush) -> None:
    """Chevrons that face each other from both edges of the muscle."""
    curve = task.curve if len(task.points) > 1 else None
    count = (task.stroke.count or max(1, round(curve.length / (6.5 * brush.unit)))) if curve else 1
    for index in range(count):
        part = (index + 0.5) / count
        x, y = curve.at(curve.length * part) if curve else task.points[0]
        ux, uy = curve.heading(curve.length * part) if curve else (0.0, -1.0)
        half, arm = task.half(part, 5 * brush.unit), task.size(2.0 * brush.unit)
        for sign in (1, -1):
            tip = (x - uy * sign * (half - arm), y + ux * sign * (half - arm))
            wing = (tip[0] - uy * sign * arm, tip[1] + ux * sign * arm)
            points = [(wing[0] + ux * arm, wing[1] + uy * arm), tip, (wing[0] - ux * arm, wing[1] - uy * arm)]
            brush.line(points, 0.5 if task.hollow else 1.0)


def _press(task: Task, brush: Brush) -> None:
    for point in task.points:
        brush.ring(point, 1.3, 0.32, dot=0 if task.hollow else 0.7)


def _hold(task: Task, brush: Brush) -> None:
    radius = task.size(1.8 * brush.unit) / brush.unit
    for point in task.points:
        brush.ring(point, radius, 0.42 * radius, dot=0.42 * radius)


def _rock(task: Task, brush: Brush) -> None:
    """Two wide arcs, one in the other: the body sways between them."""
    (x1, y1), (x2, y2) = task.points[0], task.points[-1]
    reach = math.dist((x1, y1), (x2, y2))
    for part, weight in ((1.0, 0.85), (0.6, 0.5)):
        inset, rise = (1 - part) / 2, 0.2 * reach * part
        a = (x1 + (x2 - x1) * inset, y1 + (y2 - y1) * inset)
        b = (x2 - (x2 - x1) * inset, y2 - (y2 - y1) * inset)
        drop = (1 - part) * 0.02 * reach
        curve = Curve.smooth([(a[0], a[1] + drop), ((x1 + x2) / 2, (y1 + y2) / 2 - rise + drop), (b[0], b[1] + drop)])
        brush.arrow(curve, weight, 2.6 if part == 1 else 2.0, 1.2 if part == 1 else 0.95, both=True, hollow=task.hollow)


def _saw(task: Task, brush: Brush) -> None:
    """Two straight arrows side by side, one each way."""
    curve = task.curve
    for sign in (1, -1):
        side = [curve.shifted(distance, 1.45 * brush.unit * sign) for distance in (0, curve.length / 2, curve.length)]
        brush.arrow(Curve(side if sign > 0 else side[::-1]), 0.85, 2.6, 1.2, hollow=task.hollow)


def _hack(task: Task, brush: Brush) -> None:
    """Slanted ticks, left and right in turn, and a head where they go."""
    for index, (point, (ux, uy)) in enumerate(_run(task, 1.9 * brush.unit, brush)):
        sign, tick = (1 if index % 2 else -1), 2.1 * brush.unit
        near = (
            point[0] - uy * sign * 0.35 * brush.unit - ux * 0.35 * tick,
            point[1] + ux * sign * 0.35 * brush.unit - uy * 0.35 * tick,
        )
        far = (near[0] - uy * sign * tick + ux * 0.7 * tick, near[1] + ux * sign * tick + uy * 0.7 * tick)
        brush.line([near, far], 0.38 if task.hollow else 0.75)


def _tap(task: Task, brush: Brush) -> None:
    """Dots, left and right in turn, and a head where they go."""
    for index, (point, (ux, uy)) in enumerate(_run(task, 2.4 * brush.unit, brush)):
        offset = 0.95 * brush.unit * (1 if index % 2 else -1)
        brush.dot((point[0] - uy * offset, point[1] + ux * offset), 0.62, task.hollow)


def _run(task: Task, pitch: float, brush: Brush) -> Iterator[tuple[Point, Point]]:
    """Points along the way with their headings; a short arrow at the end shows where they go, unless both ways."""
    curve = task.curve
    lead = 0 if task.stroke.both else 4.8 * brush.unit
    count = max(2, int((curve.length - lead) / pitch))
    if lead:
        tail = Curve(curve.part(curve.length - 0.85 * lead, curve.length))
        brush.arrow(tail, 0.4, 2.1, 1.0, hollow=task.hollow)
    for index in range(count + 1):
        distance = (curve.length - lead) * index / count
        yield curve.at(distance), curve.heading(distance)


FOLD = (
    (-2.1, 0),
    (-1.1, -0.05),
    (-0.55, -0.55),
    (-0.5, -1.6),
    (0, -2.1),
    (0.5, -1.6),
    (0.55, -0.55),
    (1.1, -0.05),
    (2.1, 0),
)
"""A fold of skin, seen from the side: across, and up from the body."""


def _skin_roll(task: Task, brush: Brush) -> None:
    """Pinched folds in a row, and an arrow the way that they roll."""
    curve, size = task.curve, task.size(1.7 * brush.unit)
    count = task.stroke.count or max(2, int(curve.length / (3.6 * size)))
    brush.arrow(curve, 0.4, 2.3, 1.1, hollow=task.hollow)
    for index in range(count):
        beside = (2.6 if task.stroke.flip else -2.6) * size
        x, y = curve.shifted((curve.length - 2 * brush.unit) * (index + 0.5) / count, beside)
        _pinched((x, y + size), size, brush)
    brush.ring(curve.at(0), 0.95, 0.5)


def _lift(task: Task, brush: Brush) -> None:
    """A pinched fold, and an arrow away from the body."""
    size = task.size(2.0 * brush.unit)
    for x, y in task.points:
        _pinched((x, y), size, brush)
        brush.arrow(Curve([(x, y - 2.5 * size), (x, y - 4.3 * size)]), 0.6, 2.1, 1.05)


def _pinched(foot: Point, size: float, brush: Brush) -> None:
    """A fold of skin between two finger tips."""
    x, y = foot
    brush.line(Curve.smooth([(x + across * size, y + up * size) for across, up in FOLD]).points, 0.6)
    for side in (1, -1):
        brush.dot((x + 1.25 * side * size, y - 1.15 * size), 0.62)


FOREARM = (
    (-0.045, -0.52), (-0.075, 0.05), (-0.04, 0.62), (0.07, 0.95), (0.26, 1.04), (0.5, 0.86), (0.74, 0.58), (0.8, 0.72),
    (0.88, 0.95), (0.97, 0.93), (1.03, 0.62), (1.045, 0.1), (1.03, -0.45), (0.985, -0.8), (0.92, -1.02), (0.85, -0.92),
    (0.79, -0.64), (0.74, -0.56), (0.5, -0.78), (0.26, -0.98), (0.07, -0.9),
)  # fmt: skip
"""Outline of a forearm with a loose fist: part of the way from elbow to hand, and half thicknesses across."""
FINGERS = (((1.0, 0.55), (0.93, 0.52)), ((1.025, 0.18), (0.94, 0.17)), ((1.025, -0.16), (0.95, -0.15)))


def _forearm(task: Task, brush: Brush) -> None:
    """A forearm from its elbow to its hand: grey works, white rests, dashed is where it ends."""
    (x1, y1), (x2, y2) = task.points[0], task.points[-1]
    long, half = math.dist((x1, y1), (x2, y2)), task.size(2.5 * brush.unit)
    ux, uy = (x2 - x1) / long, (y2 - y1) / long

    def at(point: Point) -> Point:
        along, across = point[0] * long, point[1] * half
        return x1 + ux * along - uy * across, y1 + uy * along + ux * across

    drawn = closed(Curve.smooth([at(point) for point in FOREARM], closed=True).points)
    if task.stroke.state == "ends":
        dash = (1.2 * brush.unit, 1.0 * brush.unit)
        brush.marks.append(Path(drawn, stroke=brush.ink, width=0.4 * brush.unit, dash=dash))
        return
    fill = SKIN if task.stroke.state == "works" else brush.paper
    brush.shape(drawn, fill=fill)
    brush.marks.append(Path(drawn, stroke=brush.ink, width=0.45 * brush.unit))
    for finger in FINGERS:
        brush.line([at(point) for point in finger], 0.25, halo=False)


def _stretch(task: Task, brush: Brush) -> None:
    """A block arrow."""
    curve, half = task.curve, task.size(1.5 * brush.unit)
    stop = curve.length - 2.9 * half
    count = 16
    along = [stop * i / count for i in range(count + 1)]
    right, left = ([curve.shifted(distance, sign * half) for distance in along] for sign in (1, -1))
    wings = [curve.shifted(stop, sign * 2.2 * half, 2.9 * half) for sign in (1, -1)]
    body = closed([*right, wings[0], curve.at(curve.length), wings[1], *reversed(left)])
    brush.shape(body, fill=brush.paper)
    brush.marks.append(Path(body, stroke=brush.ink, width=0.6 * brush.unit))


def _feather(task: Task, brush: Brush) -> None:
    """Three thin lines that fade: solid at first, then ever shorter dashes."""
    curve = task.curve
    for lane in (-1.0, 0.0, 1.0):

        def offset(distance: float, lane: float = lane) -> float:
            return lane * task.half(distance / curve.length, 3 * brush.unit)

        line = Curve(curve.beside(offset, 24))
        brush.line(line.part(0, line.length * 0.5), 0.42)
        distance, dash = line.length * 0.5 + 0.9 * brush.unit, 2.8 * brush.unit
        while distance + dash < line.length - 1.6 * brush.unit:
            brush.line(line.part(distance, distance + dash), 0.38)
            distance, dash = distance + dash + 1.0 * brush.unit, max(0.8 * brush.unit, 0.8 * dash)
        brush.head(line.at(line.length), line.heading(line.length - 2, 2), 1.7, 0.72)


def _hand(task: Task, brush: Brush) -> None:
    """An open hand that lies on the body."""
    scale = task.size(11 * brush.unit) / 100
    _small_drawing("hand", task.points[0], task.stroke.angle or 0, scale, task.stroke.flip, brush)


def _small_drawing(name: str, centre: Point, angle: float, scale: float, flip: bool, brush: Brush) -> None:
    """A hand or a fist: grey, with its lines."""
    for kind, drawn in _drawing(name):
        shape = placed(drawn, centre, angle, scale, flip)
        if kind == "shape":
            brush.shape(shape, fill=SKIN)
            brush.marks.append(Path(shape, stroke=brush.ink, width=0.45 * brush.unit))
        elif kind == "solid":
            brush.marks.append(Path(shape, fill=brush.ink))
        else:
            brush.marks.append(Path(shape, stroke=brush.ink, width=0.25 * brush.unit))


def _support(task: Task, brush: Brush) -> None:
    """A cupped hand that carries from below."""
    for point in task.points:
        for _, drawn in _drawing("cupped-hand"):
            brush.shape(placed(drawn, point, task.stroke.angle or 0, task.size(9 * brush.unit) / 22, task.stroke.flip))


def _still(task: Task, brush: Brush) -> None:
    """Two nested arcs: hands that lie still round a part."""
    radius, angle = task.size(3 * brush.unit), task.stroke.angle or 0
    for point in task.points:
        for ring, weight in ((0.0, 0.75), (1.5, 0.45)):
            brush.line(arc(point, radius + ring * brush.unit, angle - 58, 116).points, weight)


def _disc(task: Task, brush: Brush) -> None:
    """The number of a phase, just before the start of its first stroke."""
    (x, y), away = task.points[0], 3.4 * brush.unit
    if len(task.points) > 1:
        way_x, way_y = task.curve.heading(0, brush.unit)
        x, y = x - way_x * away, y - way_y * away
    size = 3.4 * brush.unit
    number = str(task.stroke.order)
    brush.dot((x, y), 1.9)
    left, baseline = x - width(number, "bold", size) / 2, y + CAP * size / 2
    brush.marks.append(Text(left, baseline, number, "bold", size, brush.paper))


SIGNS: dict[str, Callable[[Task, Brush], None]] = {
    "glide": _glide, "back": _back, "on": _on, "circles": _circles, "ring": _ring, "rotation": _rotation, "roll": _roll,
    "knead": _knead, "wring": _wring, "squeeze": _squeeze, "press": _press, "hold": _hold, "rock": _rock, "saw": _saw,
    "hack": _hack, "tap": _tap, "skin-roll": _skin_roll, "lift": _lift, "forearm": _forearm, "stretch": _stretch,
    "feather": _feather, "hand": _hand, "support": _support, "still": _still,
}  # fmt: skip


@cache
def _drawing(name: str) -> list[tuple[str, Outline]]:
    """A small drawing of the notation, from its SVG file."""
    root = ElementTree.fromstring(read_text(DATA / "marks" / f"{name}.svg"))
    return [(path.get("class", ""), outline(path.get("d", ""))) for path in root.iter(SVG + "path")]
