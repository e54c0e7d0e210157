"""Turns SVG pictures into shapes where they can be drawn as they should look, and reports everything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import sqrt

from cardgen.artwork.pictures.markup import Element, parse_markup
from cardgen.artwork.pictures.matrix import Matrix, parse_transform
from cardgen.artwork.pictures.numerals import parse_svg_numbers
from cardgen.artwork.pictures.painting import FILL_RULES, Painter, find_bounds, index_of
from cardgen.artwork.pictures.resolution import MOST_SLIM
from cardgen.artwork.pictures.shapes import SHAPES, Measure, parse_length
from cardgen.artwork.pictures.style import INITIAL_STYLE, StyleRules, SvgStyle, resolve_style
from cardgen.artwork.pictures.undrawable import (
    MOST_ATTRIBUTE_CHARACTERS,
    MOST_ELEMENT_DEPTH,
    MOST_ELEMENTS,
    TooMuchError,
    UndrawableError,
)
from cardgen.errors import Fault, UserError
from cardgen.scene.marks import Artwork, Drawn, Window
from cardgen.scene.outlines import Outline
from cardgen.units import Box, Size

LONG_SIDE = 1000
"""Points of the longer side of a picture before it is scaled: coordinates are kept to a hundredth of a point."""
AS_PATHS = (
    "Turn text into paths: Path, Object to Path (Inkscape); Type, Create Outlines (Illustrator); Flatten (Figma)."
)
LEAST_SIDE = 1e-3
"""The least side of a view box, in its own units."""
MOST_STRETCH = 0.01
"""How much the proportions of a page and of its view may differ."""
AS_ONE_PICTURE = "Name that picture instead of this file, or export both together as a PNG."
UNSEEN_ELEMENTS = {
    "", "defs", "title", "desc", "metadata", "symbol", "clipPath", "marker", "linearGradient", "radialGradient",
    "pattern", "filter", "mask", "style", "view",
}  # fmt: skip
"""Elements that draw nothing in their place; "" are those of other languages, such as notes of drawing programs."""
REFUSED_ELEMENTS = {"text": ("text", AS_PATHS), "image": ("another picture in it", AS_ONE_PICTURE)}
LONGEST_REFERENCE = 200
"""Characters of a reference to a clip that are read."""
LOCAL_URL = re.compile(r"url\(\s*[\"']?#([^\"')]+)[\"']?\s*\)")


def read_artwork(data: bytes, _: str, digest: str) -> tuple[Artwork, tuple[str, ...]]:
    """A picture, with notes on differences from the original; UserError with everything that cannot be drawn."""
    try:
        reader = _Reader(parse_markup(data))
        marks = reader.marks()
    except UndrawableError as error:
        raise UserError(_fault(error)) from None
    except TooMuchError:
        remedy = "Simplify it (Inkscape: Path, Simplify), or export it as a PNG."
        raise UserError(Fault("It has more in it than a card can show.", remedy)) from None
    if reader.faults:
        raise UserError(reader.faults.values())
    if not marks:
        raise UserError(Fault("It shows nothing.", "Open it in a browser: its drawing may be outside the page."))
    return Artwork(f"picture {digest}", reader.size, tuple(marks), digest), tuple(reader.painter.notes)


def _fault(error: UndrawableError) -> Fault:
    return Fault(str(error), error.remedy)


DrawElement = Callable[[Element, Matrix, SvgStyle, int], Iterator[Drawn]]
"""Makes the marks of an element at a depth of nesting."""


class _Reader:
    """Goes through the elements of a picture in paint order."""

    def __init__(self, root: Element) -> None:
        self.root, self.rules = root, StyleRules(root)
        view = _view_box(root)
        scale = LONG_SIDE / max(view.size)
        self.view, self.size = view.size, Size(view.width * scale, view.height * scale)
        self.whole = Matrix(scale, 0, 0, scale, -view.x * scale, -view.y * scale)
        self.named: dict[str, Element] = {}
        self.styles: dict[int, SvgStyle] = {}
        """Styles of the surroundings of elements that are used from elsewhere, by the elements' ids."""
        self.parents: dict[int, Element] = {}
        """The parents of elements, by the elements' ids."""
        for element in root.walk():
            self.named.setdefault(element.attributes.get("id", ""), element)
            self.parents.update((id(child), element) for child in element.children)
        self.painter = Painter(sqrt((view.width**2 + view.height**2) / 2))
        self.faults: dict[str, Fault] = {}
        """The faults by their messages, so that each is reported once."""
        self.count = self.read = 0
        """Elements so far, and characters of their attributes."""

    def marks(self) -> list[Drawn]:
        """The marks of the whole picture."""
        return self._draw_styled(self.root, self.whole, INITIAL_STYLE, 0, self._children)

    def _element(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int) -> list[Drawn]:
        """The marks of an element inside another one."""
        self._count(element)
        if depth > MOST_ELEMENT_DEPTH:
            raise TooMuchError
        if element.kind in UNSEEN_ELEMENTS:
            return []
        known: dict[str, DrawElement] = {"g": self._children, "a": self._children, "use": self._copy}
        draw = self._shape if element.kind in SHAPES else known.get(element.kind, _refuse)
        return self._draw_styled(element, matrix, style, depth, draw)

    def _count(self, element: Element) -> None:
        """Count an element and its attributes each time it is used; TooMuchError at a limit."""
        self.count += 1
        self.read += sum(map(len, element.attributes.values()))
        if self.count > MOST_ELEMENTS or self.read > MOST_ATTRIBUTE_CHARACTERS:
            raise TooMuchError

    def _draw_styled(
        self, element: Element, matrix: Matrix, style: SvgStyle, depth: int, draw: DrawElement
    ) -> list[Drawn]:
        """The marks of an element in its own style; none, with a fault, when it cannot be drawn."""
        try:
            own = resolve_style(style, element, self.rules)
            if own["display"] == "none":
                return []
            own.check()
            if element is not self.root:
                matrix = _transformed(element, matrix)
            marks = list(draw(element, matrix, own, depth))
            return marks if own["clip-path"] == "none" else self._clip(marks, own["clip-path"], matrix)
        except UndrawableError as error:
            self.faults.setdefault(str(error), _fault(error))
            return []

    def _children(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int) -> Iterator[Drawn]:
        for child in element.children:
            yield from self._element(child, matrix, style, depth + 1)

    def _shape(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int) -> Iterator[Drawn]:
        yield from self.painter.paint(SHAPES[element.kind](Measure(element, self.view)), matrix, style)

    def _copy(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int) -> Iterator[Drawn]:
        """The marks of a `use`: another element, shifted."""
        shown, moved = self._used(element)
        if shown:
            yield from self._element(shown, matrix.after(moved), style, depth + 1)

    def _used(self, use: Element) -> tuple[Element | None, Matrix]:
        """The element that a `use` refers to, if there is one, and the shift."""
        shown = self.named.get(use.attributes.get("href", "").strip().removeprefix("#"))
        if shown and shown.kind in ("symbol", "svg"):
            raise UndrawableError("a symbol")
        measure = Measure(use, self.view)
        return shown, Matrix(e=measure.across("x"), f=measure.down("y"))

    def _clip(self, marks: list[Drawn], reference: str, matrix: Matrix) -> list[Drawn]:
        """Marks that show only inside the clip that `reference` names."""
        name = LOCAL_URL.fullmatch(reference) if len(reference) <= LONGEST_REFERENCE else None
        window = self.named.get(name[1]) if name else None
        if window is None or window.kind != "clipPath" or window.attributes.get("clipPathUnits") == "objectBoundingBox":
            raise UndrawableError("a clip of a kind")
        style = self._unclipped_style(self._style_around(window), window)
        inside = [child for child in window.children if child.kind not in UNSEEN_ELEMENTS]
        if len(inside) != 1:
            raise UndrawableError("a clip made of several shapes")
        outline, style = self._clip_outline(inside[0], _transformed(window, matrix), style)
        even_odd = index_of(FILL_RULES, style["clip-rule"]) == 1
        seen = outline and style["display"] != "none" and style["visibility"] == "visible"
        return [Window(outline, even_odd, tuple(marks))] if seen and marks else []

    def _clip_outline(self, element: Element, matrix: Matrix, style: SvgStyle) -> tuple[Outline, SvgStyle]:
        """The outline of a clip, and its style."""
        self._count(element)
        style, matrix = self._unclipped_style(style, element), _transformed(element, matrix)
        if element.kind == "use":
            shown, moved = self._used(element)
            if shown and shown.kind in SHAPES:
                return self._clip_outline(shown, matrix.after(moved), style)
        if element.kind not in SHAPES:
            raise UndrawableError("a clip of a kind")
        outline = matrix.outline(SHAPES[element.kind](Measure(element, self.view)))
        self.painter.count_segments(len(outline))
        if outline:
            find_bounds(outline)
        return outline, style

    def _unclipped_style(self, around: SvgStyle, element: Element) -> SvgStyle:
        """The style of a part of a clip, which may not have a clip itself."""
        style = resolve_style(around, element, self.rules)
        style.check()
        if style["clip-path"] != "none":
            raise UndrawableError("a clip in a clip")
        return style

    def _style_around(self, element: Element) -> SvgStyle:
        """The style of the parent of an element in the file."""
        if id(element) not in self.styles:
            parent = self.parents.get(id(element))
            outer = self._style_around(parent) if parent else INITIAL_STYLE
            self.styles[id(element)] = resolve_style(outer, parent, self.rules) if parent else outer
        return self.styles[id(element)]


def _transformed(element: Element, matrix: Matrix) -> Matrix:
    """The matrix for the content of an element, with its own transformation."""
    return matrix.after(parse_transform(element.attributes.get("transform", "")))


def _refuse(element: Element, *_: object) -> Iterator[Drawn]:
    what, *remedy = REFUSED_ELEMENTS.get(element.kind, (f"'<{element.kind}>'",))
    raise UndrawableError(what, *remedy)


def _view_box(root: Element) -> Box:
    """The view box of a picture, in its own units."""
    given = parse_svg_numbers(root.attributes["viewBox"]) if "viewBox" in root.attributes else (0, 0, *_page(root))
    if len(given) != 4 or not min(given[2:]) > LEAST_SIDE:
        raise UserError(Fault("Its size is missing.", "Give its '<svg>' a viewBox, or a width and a height in mm."))
    view = Box(*given)
    if not 1 / MOST_SLIM <= view.width / view.height <= MOST_SLIM:
        raise UserError(Fault("Its page is far too narrow.", "Fit the page to the drawing."))
    if re.search("none|slice", root.attributes.get("preserveAspectRatio", "")):
        page = _page(root)
        if abs(page.width * view.height - page.height * view.width) > MOST_STRETCH * page.width * view.height:
            raise UndrawableError("a stretched page")
    return view


def _page(root: Element) -> Size:
    """The own size of a picture; 0 where it is a percentage of its surroundings."""
    return Size(*(parse_length(root.attributes.get(side, "100%"), 0) for side in ("width", "height")))
