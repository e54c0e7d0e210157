"""Fills and strokes the outlines of an SVG picture, opaque on white paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist, inf

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.pictures.color import parse_color
from cardgen.artwork.pictures.matrix import NO_SLANT, Matrix
from cardgen.artwork.pictures.numerals import parse_svg_numbers
from cardgen.artwork.pictures.shapes import parse_length
from cardgen.artwork.pictures.style import SvgStyle, parse_opacity
from cardgen.artwork.pictures.undrawable import MOST_SEGMENTS, TooMuchError, UndrawableError
from cardgen.scene.marks import Shape
from cardgen.scene.outlines import Outline

LINE_CAPS = ("butt", "round", "square")
LINE_JOINS = ("miter", "round", "bevel")
FILL_RULES = ("nonzero", "evenodd")
FARTHEST_POINT = 1e6
"""A coordinate beyond this is not part of a picture, and not a number for a PDF."""
LEAST_SCALE = 1e-9
"""A shape at a smaller scale cannot be seen."""
LEAST_DASHES = 1e-5
"""Dashes that are shorter together would be 0 in a PDF."""
SEE_THROUGH = "Its half-transparent parts hide what is below them: they are drawn as if on white paper."
Corners = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Ink(Struct, frozen=True):
    """A color as it looks on white paper, and whether it hides what is below it in the original too."""

    color: str
    opaque: bool


class Painter:
    """Makes shapes of outlines, and notes differences from the original."""

    def __init__(self, whole: float) -> None:
        """`whole` is the length that percentages without a direction refer to."""
        self.whole = whole
        self.segments = 0.0
        self.bounds: Corners = (inf, inf, -inf, -inf)
        """The bounds of everything painted so far."""
        self.notes: dict[str, None] = {}

    def paint(self, outline: Outline, matrix: Matrix, style: SvgStyle) -> Iterator[Shape]:
        """Paint an outline in its style; `matrix` takes its units to those of the picture."""
        self.count_segments(len(outline))
        if not outline or style["visibility"] != "visible" or not matrix.scale > LEAST_SCALE:
            return
        width = parse_length(style["stroke-width"], self.whole)
        fill, stroke = resolve_ink("fill", style), resolve_ink("stroke", style) if width > 0 else None
        used = [each for each in (fill, stroke) if each]
        if not used:
            return
        self._cover(find_bounds(matrix.outline(outline)), transparent=not all(each.opaque for each in used))
        if fill and stroke and not stroke.opaque:  # half of the stroke is on the fill
            self.notes[SEE_THROUGH] = None
        slant, rest = matrix.split() if stroke and not matrix.even else (NO_SLANT, matrix)
        even_odd = index_of(FILL_RULES, style["fill-rule"]) == 1
        shape = Shape(rest.outline(outline), fill.color if fill else None, even_odd=even_odd, slant=slant)
        if stroke:
            shape = self._stroke(shape, stroke.color, matrix.scale, style)
        if fill and stroke and _is_stroke_first(style["paint-order"]):
            yield replace(shape, fill=None)
            yield replace(shape, stroke=None)
        else:
            yield shape

    def _stroke(self, shape: Shape, color: str, scale: float, style: SvgStyle) -> Shape:
        """A shape with its stroke."""
        written = style["stroke-dasharray"].replace(",", " ").split()
        dashes = () if written == ["none"] else tuple(parse_length(each, self.whole) * scale for each in written)
        dashes = dashes if sum(dashes) > 0 and min(dashes) >= 0 else ()
        self.count_segments(len(dashes) * measure_reach(shape.outline) / sum(dashes) if dashes else 0)
        return replace(
            shape,
            stroke=color,
            width=parse_length(style["stroke-width"], self.whole) * scale,
            dash=dashes if sum(dashes) > LEAST_DASHES else (),
            offset=parse_length(style["stroke-dashoffset"], self.whole) * scale,
            cap=index_of(LINE_CAPS, style["stroke-linecap"]),
            join=index_of(LINE_JOINS, style["stroke-linejoin"]),
            miter=max(1.0, *parse_svg_numbers(style["stroke-miterlimit"])),
        )

    def count_segments(self, segments: float) -> None:
        """Count segments of lines; TooMuchError when there are too many."""
        self.segments += segments
        if self.segments > MOST_SEGMENTS:
            raise TooMuchError

    def _cover(self, own: Corners, transparent: bool) -> None:
        """Extend the bounds, and note when something transparent covers something else."""
        left, top, right, bottom = self.bounds
        if transparent and own[0] < right and own[2] > left and own[1] < bottom and own[3] > top:
            self.notes[SEE_THROUGH] = None
        self.bounds = min(left, own[0]), min(top, own[1]), max(right, own[2]), max(bottom, own[3])


def resolve_ink(name: str, style: SvgStyle) -> Ink | None:
    """The color of a "fill" or "stroke"; None when there is none; UndrawableError for a gradient."""
    written = style["color"] if style[name].lower() == "currentcolor" else style[name]
    if "url(" in written or written.startswith("context-"):
        raise UndrawableError("a gradient or a pattern")
    if written.lower() == "none":
        return None
    found, opacity = parse_color(written), style.opacity * parse_opacity(style[f"{name}-opacity"])
    covers = found.alpha * opacity
    return Ink(found.on_white(opacity), covers == 1) if covers else None


def find_bounds(outline: Outline) -> Corners:
    """The bounds of an outline and its handles; UndrawableError when it is far outside of the picture."""
    xs = [number for _, values in outline for number in values[0::2]]
    ys = [number for _, values in outline for number in values[1::2]]
    if not all(-FARTHEST_POINT < number < FARTHEST_POINT for number in (*xs, *ys)):
        raise UndrawableError("something far outside the page")
    return min(xs), min(ys), max(xs), max(ys)


def measure_reach(outline: Outline) -> float:
    """The most length that an outline can have, measured along its handles."""
    points = [values[i : i + 2] for _, values in outline for i in range(0, len(values), 2)]
    return sum(dist(one, other) for one, other in pairwise(points))


def index_of(known: Sequence[str], word: str) -> int:
    """The index of a word among known ones; 0 for an unknown word, which has no effect in CSS."""
    return known.index(word) if word in known else 0


def _is_stroke_first(order: str) -> bool:
    """Whether `paint-order` puts the stroke below the fill."""
    known = [word for word in order.split() if word in ("fill", "stroke")]
    return known[:1] == ["stroke"]
