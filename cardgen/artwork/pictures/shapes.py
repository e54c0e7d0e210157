"""The plain shapes of SVG to outlines: rectangles, circles, ellipses, lines, polygons."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import sqrt

from cardgen.artwork.pictures.markup import Element
from cardgen.artwork.pictures.matrix import NUMBER, parse_number, parse_numbers
from cardgen.artwork.pictures.path_data import parse_path
from cardgen.artwork.pictures.undrawable import MOST_SEGMENTS, TooMuchError, unreadable
from cardgen.scene.outlines import QUARTER_HANDLE, Outline, Segment, line
from cardgen.units import Size

CSS_LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|q|Q|%)?\s*")
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
"""What a unit is in pixels (CSS Values 3, section 5.2)."""


def parse_length(text: str, whole: float) -> float:
    """A length in pixels, a percentage as a part of `whole`; UndrawableError when it is none, or depends on type."""
    match = CSS_LENGTH.fullmatch(text) if len(text) <= LONGEST_LENGTH else None
    if match is None:
        raise unreadable("a length")
    value, unit = parse_number(match[1]), match[2]
    return value * whole / 100 if unit == "%" else value * PIXELS_PER_UNIT[unit and unit.lower()]


LONGEST_LENGTH = 100
"""Characters of a length."""
NOT_GIVEN = -1.0
"""A radius that nobody gave."""


class Measure:
    """Reads the lengths of an element's attributes; percentages are of the view that it is in."""

    def __init__(self, element: Element, view: Size) -> None:
        self.element, self.view = element, view

    def across(self, name: str, usual: float = 0) -> float:
        return self.read(name, self.view.width, usual)

    def down(self, name: str, usual: float = 0) -> float:
        return self.read(name, self.view.height, usual)

    def either(self, name: str) -> float:
        """A length that has no direction."""
        return self.read(name, sqrt((self.view.width**2 + self.view.height**2) / 2))

    def read(self, name: str, whole: float, usual: float = 0) -> float:
        said = self.element.attributes.get(name, "auto")
        return usual if said == "auto" else parse_length(said, whole)


def _rectangle(measure: Measure) -> Outline:
    x, y, width, height = measure.across("x"), measure.down("y"), measure.across("width"), measure.down("height")
    if width <= 0 or height <= 0:
        return ()
    rx, ry = _radii(measure)
    return rounded(x, y, width, height, min(rx, width / 2), min(ry, height / 2))


def rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Outline:
    """A rectangle with corners of a quarter of an ellipse."""
    right, bottom, i, j = x + width, y + height, rx * (1 - QUARTER_HANDLE), ry * (1 - QUARTER_HANDLE)
    if not rx or not ry:
        return (("M", (x, y)), ("L", (right, y)), ("L", (right, bottom)), ("L", (x, bottom)), ("Z", ()))
    return (
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        ("C", (right - i, y, right, y + j, right, y + ry)),
        ("L", (right, bottom - ry)),
        ("C", (right, bottom - j, right - i, bottom, right - rx, bottom)),
        ("L", (x + rx, bottom)),
        ("C", (x + i, bottom, x, bottom - j, x, bottom - ry)),
        ("L", (x, y + ry)),
        ("C", (x, y + j, x + i, y, x + rx, y)),
        ("Z", ()),
    )


def _circle(measure: Measure) -> Outline:
    return _oval(measure, measure.either("r"), measure.either("r"))


def _ellipse(measure: Measure) -> Outline:
    return _oval(measure, *_radii(measure))


def _radii(measure: Measure) -> tuple[float, float]:
    """Across and down; one that is not given is as long as the other, and what is below 0 is not given."""
    rx, ry = measure.across("rx", NOT_GIVEN), measure.down("ry", NOT_GIVEN)
    rx, ry = (rx if rx >= 0 else ry), (ry if ry >= 0 else rx)
    return max(rx, 0), max(ry, 0)


def _oval(measure: Measure, rx: float, ry: float) -> Outline:
    """From its right end clockwise, where the dashes of its line begin."""
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
    given = parse_numbers(measure.element.attributes.get("points", ""))
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
"""What makes the outline of each kind of element."""
