"""How the outlines of an SVG picture are filled and stroked, opaque on white paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist, inf

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.pictures.color import parse_color
from cardgen.artwork.pictures.matrix import NO_SLANT, Matrix, parse_numbers
from cardgen.artwork.pictures.shapes import parse_length
from cardgen.artwork.pictures.style import SvgStyle, parse_opacity
from cardgen.artwork.pictures.undrawable import MOST_SEGMENTS, TooMuchError, UndrawableError
from cardgen.scene.marks import Shape
from cardgen.scene.outlines import Outline

LINE_CAPS = ("butt", "round", "square")
LINE_JOINS = ("miter", "round", "bevel")
FILL_RULES = ("nonzero", "evenodd")
FARTHEST_POINT = 1e6
"""What lies farther outside is no part of a picture, and no number for a PDF."""
LEAST_SCALE = 1e-9
LEAST_DASHES = 1e-5
"""Shorter ones together would be nothing in a PDF."""
SEE_THROUGH = "What is half transparent in it hides what lies below: it is drawn as on white paper."
Extent = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Ink(Struct, frozen=True):
    """A colour as it looks on white paper, and whether it hides what is below it in the picture too."""

    color: str
    opaque: bool


class Painter:
    """Makes shapes of outlines, and notes what does not look quite as it should."""

    def __init__(self, whole: float) -> None:
        """`whole` is what percentages are of that have no direction."""
        self.whole = whole
        self.segments = 0.0
        self.extent: Extent = (inf, inf, -inf, -inf)
        """Of all that is painted."""
        self.notes: dict[str, None] = {}

    def paint(self, outline: Outline, matrix: Matrix, style: SvgStyle) -> Iterator[Shape]:
        """An outline in the units of its own place, which `matrix` takes to the picture's, as its style says."""
        self.count(len(outline))
        if not outline or style["visibility"] != "visible" or not matrix.scale > LEAST_SCALE:
            return
        width = parse_length(style["stroke-width"], self.whole)
        fill, stroke = resolve_ink("fill", style), resolve_ink("stroke", style) if width > 0 else None
        used = [each for each in (fill, stroke) if each]
        if not used:
            return
        self.cover(measure_extent(matrix.outline(outline)), seen_through=not all(each.opaque for each in used))
        if fill and stroke and not stroke.opaque:  # half of the line lies on the inside
            self.notes[SEE_THROUGH] = None
        slant, rest = matrix.parted() if stroke and not matrix.even else (NO_SLANT, matrix)
        even_odd = index_of(FILL_RULES, style["fill-rule"]) == 1
        shape = Shape(rest.outline(outline), fill.color if fill else None, even_odd=even_odd, slant=slant)
        if stroke:
            shape = self.lined(shape, stroke.color, matrix.scale, style)
        if fill and stroke and _line_first(style["paint-order"]):
            yield replace(shape, fill=None)
            yield replace(shape, stroke=None)
        else:
            yield shape

    def lined(self, shape: Shape, color: str, scale: float, style: SvgStyle) -> Shape:
        """A shape with its line."""
        said = style["stroke-dasharray"].replace(",", " ").split()
        dashes = () if said == ["none"] else tuple(parse_length(each, self.whole) * scale for each in said)
        dashes = dashes if sum(dashes) > 0 and min(dashes) >= 0 else ()
        self.count(len(dashes) * measure_reach(shape.outline) / sum(dashes) if dashes else 0)
        return replace(
            shape,
            stroke=color,
            width=parse_length(style["stroke-width"], self.whole) * scale,
            dash=dashes if sum(dashes) > LEAST_DASHES else (),
            offset=parse_length(style["stroke-dashoffset"], self.whole) * scale,
            cap=index_of(LINE_CAPS, style["stroke-linecap"]),
            join=index_of(LINE_JOINS, style["stroke-linejoin"]),
            miter=max(1.0, *parse_numbers(style["stroke-miterlimit"])),
        )

    def count(self, segments: float) -> None:
        """So many more pieces of lines."""
        self.segments += segments
        if self.segments > MOST_SEGMENTS:
            raise TooMuchError

    def cover(self, own: Extent, seen_through: bool) -> None:
        """Note where something lies; one must see through it only when there is something below it."""
        left, top, right, bottom = self.extent
        if seen_through and own[0] < right and own[2] > left and own[1] < bottom and own[3] > top:
            self.notes[SEE_THROUGH] = None
        self.extent = min(left, own[0]), min(top, own[1]), max(right, own[2]), max(bottom, own[3])


def resolve_ink(name: str, style: SvgStyle) -> Ink | None:
    """The colour of the inside ("fill") or the line ("stroke"), if it has one; UndrawableError for a gradient."""
    said = style["color"] if style[name].lower() == "currentcolor" else style[name]
    if "url(" in said or said.startswith("context-"):
        raise UndrawableError("a gradient or a pattern")
    if said.lower() == "none":
        return None
    found, opacity = parse_color(said), style.opacity * parse_opacity(style[f"{name}-opacity"])
    covers = found.alpha * opacity
    return Ink(found.on_white(opacity), covers == 1) if covers else None


def measure_extent(outline: Outline) -> Extent:
    """What an outline lies in, handles too; UndrawableError when that is far outside of any picture."""
    xs = [number for _, values in outline for number in values[0::2]]
    ys = [number for _, values in outline for number in values[1::2]]
    if not all(-FARTHEST_POINT < number < FARTHEST_POINT for number in (*xs, *ys)):
        raise UndrawableError("something far outside of the page")
    return min(xs), min(ys), max(xs), max(ys)


def measure_reach(outline: Outline) -> float:
    """How long an outline is at most, along its handles."""
    points = [values[i : i + 2] for _, values in outline for i in range(0, len(values), 2)]
    return sum(dist(one, other) for one, other in pairwise(points))


def index_of(known: Sequence[str], said: str) -> int:
    """The place of a word among those that are known; the first one for another word, which says nothing in CSS."""
    return known.index(said) if said in known else 0


def _line_first(order: str) -> bool:
    """What `paint-order` puts first."""
    said = [word for word in order.split() if word in ("fill", "stroke")]
    return said[:1] == ["stroke"]
