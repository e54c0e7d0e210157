"""The stroke notation: how each movement is drawn over a figure, from points on it.

Every sign is at home on paper, not on the body: its weight and its heads keep their size, whatever the figure's scale.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise, starmap

from msgspec.structs import replace

from cardgen.artwork import hands, signs
from cardgen.artwork.brush import Brush
from cardgen.artwork.curves import Point
from cardgen.artwork.task import Task
from cardgen.model.drawing import Stroke
from cardgen.scene.marks import Text
from cardgen.scene.text import CAP, width

Place = Callable[[str], Point]
"""Where a point of a drawing ("knee-back.right 0 -6") is on the page."""
STRAIGHT = {"forearm", "rock"}
"""Signs drawn between their first and their last point."""
GOING = STRAIGHT | {"glide", "back", "on", "saw", "hack", "tap", "skin-roll", "stretch", "feather"}
"""Signs that cannot be drawn in one place."""


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


def length(stroke: Stroke, landmarks: Mapping[str, Point]) -> float:
    """The length of a stroke's way in the view's units: from its first point to its last where it is drawn straight."""
    points = [position(point, landmarks) for point in stroke.along]
    return sum(starmap(math.dist, pairwise(points if stroke.draw not in STRAIGHT else (points[0], points[-1]))))


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
    return replace(stroke, along=along, turn=turn, angle=angle, flip=not stroke.flip, mirror=None, order=None)


def _mirrored_point(point: str) -> str:
    name, *offset = point.split()
    side = {"right": "left", "left": "right"}
    name = re.sub(r"\.(right|left)$", lambda match: "." + side[match[1]], name)
    return " ".join([name, f"{-float(offset[0]):g}", offset[1]]) if offset else name


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
    "glide": signs.glide,
    "back": signs.back,
    "on": signs.on,
    "circles": signs.circles,
    "ring": signs.ring,
    "rotation": signs.rotation,
    "roll": hands.roll,
    "knead": signs.knead,
    "wring": signs.wring,
    "squeeze": signs.squeeze,
    "press": signs.press,
    "hold": signs.hold,
    "rock": signs.rock,
    "saw": signs.saw,
    "hack": signs.hack,
    "tap": signs.tap,
    "skin-roll": hands.skin_roll,
    "lift": hands.lift,
    "forearm": hands.forearm,
    "stretch": signs.stretch,
    "feather": signs.feather,
    "hand": hands.hand,
    "support": hands.support,
    "still": hands.still,
}
