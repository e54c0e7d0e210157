"""Postures of the giver's hand: small drawings; the part that touches is darker the harder it presses."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path as File

from msgspec import Struct

from cardgen.artwork.brush import HALO_WIDTH, Brush
from cardgen.artwork.curves import Point, straight_pieces
from cardgen.artwork.svg import read_paths, read_svg
from cardgen.files.finding import files_in, find_by_name
from cardgen.files.folders import DATA
from cardgen.model.vocabulary import Level
from cardgen.scene.marks import Stencil, Stenciled, Transformed
from cardgen.scene.outlines import Outline, bounds

HAND_FILL = "#E6E6E6"
"""Fill of a hand or a forearm on the body; on a filled area it is the color of the paper instead."""
TOUCHES: dict[Level, str] = {"none": "#C2C2C2", "feather": "#C2C2C2", "light": "#A0A0A0", "medium": "#5C5C5C"}
"""Fill of the part that touches, up to medium pressure; it has an outline there. What is firmer is all ink."""
OUTLINE_WEIGHT, DETAIL_WEIGHT = 0.45, 0.25
"""Weights of the outline of a hand and of the lines in it, in units of the brush."""
HAND_UNITS = 100
"""From the crease of the wrist to the middle fingertip, in the units of these drawings."""
LINE_ROOM = 20
"""Room for lines around a hand, in these units."""


class Posture(Struct, frozen=True):
    """A hand, or two, around the place where a stroke begins; fingers point up, and it is a right hand."""

    turn: str
    """What its up becomes on a stroke: the way `along` it, the way `across` it, or it stays `upright`."""
    paths: tuple[tuple[str, Outline], ...]
    """In paint order, each with its kind: behind, shape, contact or line."""
    pressed: tuple[Point, ...]
    """Points on the edge of what presses; none for a hand that lies still."""
    edge: tuple[Point, ...]
    """Points on the edge of the whole hand."""
    single: str
    """The posture of one hand of a pair; empty for one hand."""
    whole: str
    """The posture with the whole hand of which it shows only what the body does not hide; empty for a whole hand."""


@cache
def posture(name: str) -> Posture:
    """A posture from its file; UserError when there is none of that name."""
    root = read_svg(find_by_name("posture", name, postures()))
    paths = read_paths(root)
    pressed = tuple(point for kind, drawn in paths if kind == "contact" for point in straight_pieces(drawn))
    edge = tuple(point for kind, drawn in paths if kind == "shape" for point in straight_pieces(drawn))
    return Posture(
        root.get("data-turn", "along"), paths, pressed, edge, root.get("data-single", ""), root.get("data-whole", "")
    )


@cache
def postures() -> dict[str, File]:
    """The files of all postures, by name."""
    return files_in(DATA / "hands", ".svg")


class PlacedHand(Struct, frozen=True):
    """A hand on the page."""

    name: str
    center: Point
    turned: float
    """Clockwise, in degrees; its fingers point up the page at 0."""
    scale: float
    """Points in a unit of its drawing."""
    flip: bool
    """It is a left hand."""
    pressure: Level = "medium"

    @property
    def matrix(self) -> tuple[float, float, float, float]:
        """The matrix a, b, c, d that turns its drawing as it is on the page."""
        turned, side = math.radians(self.turned), -1 if self.flip else 1
        cos, sin = math.cos(turned) * self.scale, math.sin(turned) * self.scale
        return side * cos, side * sin, -sin, cos

    def on_page(self, points: Iterable[Point]) -> Iterator[Point]:
        """Points of its drawing on the page."""
        (x, y), (a, b, c, d) = self.center, self.matrix
        return ((x + a * right + c * down, y + b * right + d * down) for right, down in points)


def draw_posture(hand: PlacedHand, brush: Brush, fill: str = HAND_FILL, touches: bool = True) -> None:
    """Draw a hand; an arm that is cut off has no line at the cut."""
    unit = brush.unit / hand.scale
    layers = [layer for layer in _layers(hand.name) if touches or layer[0] != "contact"]
    outline, detail, halo = (weight * unit for weight in (OUTLINE_WEIGHT, DETAIL_WEIGHT, 2 * HALO_WIDTH))
    touch = TOUCHES.get(hand.pressure)
    contact = (touch, brush.ink, detail) if touch else (brush.ink, None, 0.0)
    paints = {"contact": contact, "line": (None, brush.ink, detail)}
    marks = (
        *(Stenciled(drawn, brush.paper, brush.paper, halo) for kind, drawn in layers if kind not in paints),
        *(Stenciled(drawn, *paints.get(kind, (fill, brush.ink, outline))) for kind, drawn in layers),
    )
    brush.marks.append(Transformed(marks, *hand.center, hand.matrix))


@cache
def _layers(name: str) -> list[tuple[str, Stencil]]:
    """The paths of a posture in paint order: for each run of one kind this kind and its outlines."""
    shown = posture(name)
    box = bounds(tuple(segment for _, drawn in shown.paths for segment in drawn)).inset(-LINE_ROOM)
    runs = [(kind, [_open(drawn) for _, drawn in run]) for kind, run in groupby(shown.paths, itemgetter(0))]
    return [(kind, Stencil(f"{name}.{number}", box, tuple(run))) for number, (kind, run) in enumerate(runs)]


def _open(drawn: Outline) -> Outline:
    """An outline without its closing line, which is where an arm is cut off."""
    return drawn[:-1] if drawn[-1][0] == "Z" else drawn
