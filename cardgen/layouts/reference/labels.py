"""Names next to their places on a body chart; a name that would cover another one moves away from its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cardgen.artwork.curves import Point
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import line
from cardgen.scene.text import width
from cardgen.units import MM, Box

CHART_LABEL = 6.5
"""Type size."""
LABEL_HEIGHT = 1.12 * CHART_LABEL
LABEL_EDGE = 3 * MM
"""From a name to the edge of the paper."""
LINE_LEFT_OUT = 6
"""A name that is at most this far from its place, in points, needs no line to it."""
LINE_COLOR = "#9A9A9A"


def draw_labels(sketch: Sketch, places: Mapping[str, Point], taken: Sequence[Box], top: float) -> None:
    """Draw the name of each place, from the top down, below `top` and clear of what is taken."""
    taken = list(taken)
    with sketch.tagged("L"):
        for name, (x, y) in sorted(places.items(), key=lambda item: (item[1][1], item[1][0])):
            box = _find_room(sketch, name, (x, y), taken, top)
            taken.append(box)
            nearest, middle = min(max(x, box.x), box.right), box.y + box.height / 2
            if abs(nearest - x) + abs(middle - y) > LINE_LEFT_OUT:
                sketch.draw_path(line(x, y, nearest, middle), stroke=LINE_COLOR, width=0.3)
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                sketch.draw_text(box.x, box.bottom - 1.2, name, "medium", CHART_LABEL)


def _find_room(sketch: Sketch, name: str, at: Point, taken: Sequence[Box], top: float) -> Box:
    """The free box for a name that is nearest to its place."""
    leftward = at[0] < sketch.form.size.width / 2
    tried = _boxes(at, width(name, "medium", CHART_LABEL), leftward)
    return next(box for box in tried if _on_paper(sketch, box, top) and _is_free(box, taken))


def _boxes(at: Point, wide: float, leftward: bool) -> Iterator[Box]:
    """Boxes for a label, the nearest first: next to its place, then farther and farther up, down and out."""
    x, y = at
    for distance in range(400):
        for out in range(min(distance, 30) + 1):
            shift, step = 2.5 + 6 * out, (distance - out) * 0.5 * LABEL_HEIGHT
            for sign in (1, -1):
                left, right = x - shift - wide, x + shift
                for start in (left, right) if leftward else (right, left):
                    yield Box(start, y - LABEL_HEIGHT / 2 + sign * step, wide, LABEL_HEIGHT)


def _on_paper(sketch: Sketch, box: Box, top: float) -> bool:
    wide, high = sketch.form.size
    across = box.x >= LABEL_EDGE and box.right <= wide - LABEL_EDGE
    return across and top <= box.y and box.bottom <= high - LABEL_EDGE


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    return not any(
        box.x < other.right + 1 and box.right > other.x - 1 and box.y < other.bottom and box.bottom > other.y
        for other in taken
    )
