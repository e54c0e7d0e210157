"""Turns the basic shapes of SVG into outlines: rectangles, circles, ellipses, lines, polygons, paths."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import sqrt

from cardgen.artwork.pictures.markup import Element
from cardgen.artwork.pictures.numerals import NUMBER, parse_svg_number, parse_svg_numbers
from cardgen.artwork.pictures.path_data import parse_path
from cardgen.artwork.pictures.undrawable import MOST_SEGMENTS, TooMuchError, unreadable
from cardgen.scene.outlines import QUARTER_HANDLE, Outline, Segment, line, rectangle, rounded
from cardgen.units import Box, Size

CSS_LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|q|Q|%)?\s*")
LONGEST_LENGTH = 100
"""Characters of a length that are read."""
PIXELS_PER_UNIT = {
    None: 1,
    "px": 1,
    "pt": 96 / 72,
    "pc": 16,
    "mm": 96 / 25.4,
    "cm": 960 / 25.4,
    "in": 96,
    "q": 24 / 25.4,
}
"""CSS Values 3, section 5.2; None is a number without a unit."""
NOT_GIVEN = -1.0
"""A radius that is not given."""


def parse_length(text: str, whole: float) -> float:
    """A length in pixels, with percentages of `whole`; UndrawableError for anything else, such as lengths in em."""
    match = CSS_LENGTH.fullmatch(text) if len(text) <= LONGEST_LENGTH else None
    if match is None:
        raise unreadable("a length")
    value, unit = parse_svg_number(match[1]), match[2]
    return value * whole / 100 if unit == "%" else value * PIXELS_PER_UNIT[unit and unit.lower()]


class Measure:
    """Measures the attributes of an element; percentages are of the view that it is in."""

    def __init__(self, element: Element, view: Size) -> None:
        self.element, self.view = element, view

    def across(self, name: str, usual: float = 0) -> float:
        """A horizontal length."""
        return self._measure(name, self.view.width, usual)

    def down(self, name: str, usual: float = 0) -> float:
        """A vertical length."""
        return self._measure(name, self.view.height, usual)

    def either(self, name: str) -> float:
        """A length without a direction."""
        return self._measure(name, sqrt((self.view.width**2 + self.view.height**2) / 2))

    def _measure(self, name: str, whole: float, usual: float = 0) -> float:
        written = self.element.attributes.get(name, "auto")
        return usual if written == "auto" else parse_length(written, whole)


def _rectangle(measure: Measure) -> Outline:
    box = Box(measure.across("x"), measure.down("y"), measure.across("width"), measure.down("height"))
    if box.width <= 0 or box.height <= 0:
        return ()
    rx, ry = _radii(measure)
    rx, ry = min(rx, box.width / 2), min(ry, box.height / 2)
    return rounded(box, rx, ry) if rx and ry else rectangle(box)


def _circle(measure: Measure) -> Outline:
    return _oval(measure, measure.either("r"), measure.either("r"))


def _ellipse(measure: Measure) -> Outline:
    return _oval(measure, *_radii(measure))


def _radii(measure: Measure) -> tuple[float, float]:
    """Both radii; one that is not given is as long as the other, and a negative one counts as not given."""
    rx, ry = measure.across("rx", NOT_GIVEN), measure.down("ry", NOT_GIVEN)
    rx, ry = (rx if rx >= 0 else ry), (ry if ry >= 0 else rx)
    return max(rx, 0), max(ry, 0)


def _oval(measure: Measure, rx: float, ry: float) -> Outline:
    """An ellipse clockwise from its right end, where the dashes of its stroke begin."""
    x, y = measure.across("cx"), measure.down("cy")
    if rx <= 0 or ry <= 0:
        return ()
    i, j = QUARTER_HANDLE * rx, QUARTER_HANDLE * ry
    return (
        ("M", (x + rx, y)),
        ("C", (x + rx, y + j, x + i, y + ry, x, y + ry)),
        ("C", (x - i, y + ry, x - rx, y + j, x - rx, y)),
        ("C", (x - rx, y - j, x - i, y - ry, x, y - ry)),
        ("C", (x + i, y - ry, x + rx, y - j, x + rx, y)),
        ("Z", ()),
    )


def _line(measure: Measure) -> Outline:
    return line(measure.across("x1"), measure.down("y1"), measure.across("x2"), measure.down("y2"))


def _polyline(measure: Measure) -> Outline:
    given = parse_svg_numbers(measure.element.attributes.get("points", ""))
    if len(given) > 2 * MOST_SEGMENTS:
        raise TooMuchError
    points: list[Segment] = [("L", given[i : i + 2]) for i in range(0, len(given) - 1, 2)]
    return (("M", points[0][1]), *points[1:]) if points else ()


def _polygon(measure: Measure) -> Outline:
    drawn = _polyline(measure)
    return (*drawn, ("Z", ())) if drawn else ()


def _path(measure: Measure) -> Outline:
    return parse_path(measure.element.attributes.get("d", ""))


SHAPES: dict[str, Callable[[Measure], Outline]] = {
    "path": _path,
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
"""Makes the outline of each kind of element."""
