"""SVG pictures to shapes: what can be drawn as it should look; all else is reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import sqrt

from cardgen.artwork.pictures.markup import Element, parse_markup
from cardgen.artwork.pictures.matrix import Matrix, parse_numbers, parse_transform
from cardgen.artwork.pictures.painting import FILL_RULES, Painter, index_of, measure_extent
from cardgen.artwork.pictures.resolution import MOST_SLIM
from cardgen.artwork.pictures.shapes import SHAPES, Measure, parse_length
from cardgen.artwork.pictures.style import INITIAL_STYLE, StyleRules, SvgStyle, resolve_style
from cardgen.artwork.pictures.undrawable import MOST_DEPTH, MOST_ELEMENTS, MOST_READ, TooMuchError, UndrawableError
from cardgen.errors import Fault, UserError
from cardgen.scene.marks import Artwork, Drawn, Window
from cardgen.scene.outlines import Outline
from cardgen.units import Box, Size

LONG_SIDE = 1000
"""A picture is so many points long or high before it is put in its place: lines are kept to a hundredth of a point."""
AS_PATHS = (
    "Turn text into paths: Path, Object to Path (Inkscape); Type, Create Outlines (Illustrator); Flatten (Figma)."
)
LEAST_SIDE = 1e-3
MOST_STRETCH = 0.01
"""How far the sides of a page may be from those of what it shows, in parts of their length."""
AS_ONE_PICTURE = "Name that picture in place of this file, or export both together as a PNG."
UNSEEN_ELEMENTS = {
    "", "defs", "title", "desc", "metadata", "symbol", "clipPath", "marker", "linearGradient", "radialGradient",
    "pattern", "filter", "mask", "style", "view",
}  # fmt: skip
"""What draws nothing where it stands, and what is not of SVG: the notes of drawing programs."""
REFUSED_ELEMENTS = {"text": ("text", AS_PATHS), "image": ("another picture in it", AS_ONE_PICTURE)}
LONGEST_REFERENCE = 200
"""Characters of a reference to a clip."""
LOCAL_URL = re.compile(r"url\(\s*[\"']?#([^\"')]+)[\"']?\s*\)")


def read_artwork(data: bytes, _: str, digest: str) -> tuple[Artwork, tuple[str, ...]]:
    """A picture, and what does not look quite as it should; UserError with all that cannot be drawn of it."""
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
        raise UserError(Fault("It shows nothing.", "Look at it in a browser: its drawing may lie outside the page."))
    return Artwork(f"picture {digest}", reader.size, tuple(marks), digest), tuple(reader.painter.notes)


def _fault(error: UndrawableError) -> Fault:
    return Fault(str(error), error.remedy)


DrawElement = Callable[[Element, Matrix, SvgStyle, int], Iterator[Drawn]]
"""Makes the marks of an element, which is so deep in others."""


class _Reader:
    """Goes through the elements in paint order."""

    def __init__(self, root: Element) -> None:
        self.root, self.rules = root, StyleRules(root)
        view = _view(root)
        scale = LONG_SIDE / max(view.size)
        self.view, self.size = view.size, Size(view.width * scale, view.height * scale)
        self.whole = Matrix(scale, 0, 0, scale, -view.x * scale, -view.y * scale)
        self.named: dict[str, Element] = {}
        self.styles: dict[int, SvgStyle] = {}
        """What holds for the children of an element, kept for what is used from elsewhere."""
        self.above: dict[int, Element] = {}
        for element in root.walk():
            self.named.setdefault(element.attributes.get("id", ""), element)
            self.above.update((id(child), element) for child in element.children)
        self.painter = Painter(sqrt((view.width**2 + view.height**2) / 2))
        self.faults: dict[str, Fault] = {}
        """By what is wrong: each is told once."""
        self.count = self.read = 0
        """Elements, and characters of their attributes."""

    def marks(self) -> list[Drawn]:
        return self.styled(self.root, self.whole, INITIAL_STYLE, 0, self.children)

    def element(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int) -> list[Drawn]:
        """The marks of an element in another one."""
        self.come_to(element)
        if depth > MOST_DEPTH:
            raise TooMuchError
        if element.kind in UNSEEN_ELEMENTS:
            return []
        known: dict[str, DrawElement] = {"g": self.children, "a": self.children, "use": self.copy}
        draw = self.shape if element.kind in SHAPES else known.get(element.kind, _refuse)
        return self.styled(element, matrix, style, depth, draw)

    def come_to(self, element: Element) -> None:
        """Count an element, and all that must be read of it; what is used again is read again."""
        self.count += 1
        self.read += sum(map(len, element.attributes.values()))
        if self.count > MOST_ELEMENTS or self.read > MOST_READ:
            raise TooMuchError

    def styled(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int, draw: DrawElement) -> list[Drawn]:
        """What `draw` makes of an element in its own style; what cannot be drawn is noted, and the rest goes on."""
        try:
            own = resolve_style(style, element, self.rules)
            if own["display"] == "none":
                return []
            own.check()
            if element is not self.root:
                matrix = _moved(element, matrix)
            marks = list(draw(element, matrix, own, depth))
            return marks if own["clip-path"] == "none" else self.clipped(marks, own["clip-path"], matrix)
        except UndrawableError as error:
            self.faults.setdefault(str(error), _fault(error))
            return []

    def children(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int) -> Iterator[Drawn]:
        for child in element.children:
            yield from self.element(child, matrix, style, depth + 1)

    def shape(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int) -> Iterator[Drawn]:
        yield from self.painter.paint(SHAPES[element.kind](Measure(element, self.view)), matrix, style)

    def copy(self, element: Element, matrix: Matrix, style: SvgStyle, depth: int) -> Iterator[Drawn]:
        """Another element once more, moved."""
        shown, moved = self.shown(element)
        if shown:
            yield from self.element(shown, matrix.of(moved), style, depth + 1)

    def shown(self, use: Element) -> tuple[Element | None, Matrix]:
        """The element that is used, if there is one, and how it is moved."""
        shown = self.named.get(use.attributes.get("href", "").strip().removeprefix("#"))
        if shown and shown.kind in ("symbol", "svg"):
            raise UndrawableError("a symbol")
        measure = Measure(use, self.view)
        return shown, Matrix(e=measure.across("x"), f=measure.down("y"))

    def clipped(self, marks: list[Drawn], said: str, matrix: Matrix) -> list[Drawn]:
        """Marks that show only inside what an element of the picture outlines."""
        name = LOCAL_URL.fullmatch(said) if len(said) <= LONGEST_REFERENCE else None
        window = self.named.get(name[1]) if name else None
        if window is None or window.kind != "clipPath" or window.attributes.get("clipPathUnits") == "objectBoundingBox":
            raise UndrawableError("a clip of a kind")
        style = self.unclipped(self.around(window), window)
        inside = [child for child in window.children if child.kind not in UNSEEN_ELEMENTS]
        if len(inside) != 1:
            raise UndrawableError("a clip made of several shapes")
        outline, style = self.outlined(inside[0], _moved(window, matrix), style)
        even_odd = index_of(FILL_RULES, style["clip-rule"]) == 1
        seen = outline and style["display"] != "none" and style["visibility"] == "visible"
        return [Window(outline, even_odd, tuple(marks))] if seen and marks else []

    def outlined(self, element: Element, matrix: Matrix, style: SvgStyle) -> tuple[Outline, SvgStyle]:
        """The outline of a clip, and its style."""
        self.come_to(element)
        style, matrix = self.unclipped(style, element), _moved(element, matrix)
        if element.kind == "use":
            shown, moved = self.shown(element)
            if shown and shown.kind in SHAPES:
                return self.outlined(shown, matrix.of(moved), style)
        if element.kind not in SHAPES:
            raise UndrawableError("a clip of a kind")
        outline = matrix.outline(SHAPES[element.kind](Measure(element, self.view)))
        self.painter.count(len(outline))
        if outline:
            measure_extent(outline)
        return outline, style

    def unclipped(self, around: SvgStyle, element: Element) -> SvgStyle:
        """The style of a part of a clip, which may have no clip itself."""
        style = resolve_style(around, element, self.rules)
        style.check()
        if style["clip-path"] != "none":
            raise UndrawableError("a clip in a clip")
        return style

    def around(self, element: Element) -> SvgStyle:
        """The style of what an element is in, where it stands in the file."""
        if id(element) not in self.styles:
            above = self.above.get(id(element))
            self.styles[id(element)] = resolve_style(self.around(above), above, self.rules) if above else INITIAL_STYLE
        return self.styles[id(element)]


def _moved(element: Element, matrix: Matrix) -> Matrix:
    """With the transformation of an element."""
    return matrix.of(parse_transform(element.attributes.get("transform", "")))


def _refuse(element: Element, *_: object) -> Iterator[Drawn]:
    what, *remedy = REFUSED_ELEMENTS.get(element.kind, (f"'<{element.kind}>'",))
    raise UndrawableError(what, *remedy)


def _view(root: Element) -> Box:
    """What a picture shows of its plane, in its own units."""
    given = parse_numbers(root.attributes["viewBox"]) if "viewBox" in root.attributes else (0, 0, *_page(root))
    if len(given) != 4 or not min(given[2:]) > LEAST_SIDE:
        raise UserError(
            Fault("It does not say its size.", "Give its '<svg>' a viewBox, or a width and a height in mm.")
        )
    view = Box(*given)
    if not 1 / MOST_SLIM <= view.width / view.height <= MOST_SLIM:
        raise UserError(Fault("Its page is far too slim.", "Fit its page to its drawing."))
    if re.search("none|slice", root.attributes.get("preserveAspectRatio", "")):
        page = _page(root)
        if abs(page.width * view.height - page.height * view.width) > MOST_STRETCH * page.width * view.height:
            raise UndrawableError("a stretched page")
    return view


def _page(root: Element) -> Size:
    """The size that a picture has when nobody gives it another one; 0 when that is a part of what it stands in."""
    return Size(*(parse_length(root.attributes.get(side, "100%"), 0) for side in ("width", "height")))
