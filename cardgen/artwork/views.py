"""Views of the body and the named parts of them that a drawing can show, each view from one SVG file."""

from __future__ import annotations

from functools import cache, cached_property

from msgspec import Struct

from cardgen.artwork.curves import Curve, Point, straight_pieces
from cardgen.artwork.svg import SVG_TAG, read_svg
from cardgen.files.finding import files_in, find_by_name
from cardgen.files.folders import DATA
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.scene.outlines import Outline, bounds, parse_outline
from cardgen.units import Box, Size

SHARE_PIECES = 24
"""The number of pieces of a line that are looked for in a crop."""


class FigurePath(Struct, frozen=True):
    """A line or a surface of a figure."""

    layer: str
    """Its class in the file: `skin`, `cloth`, `line` or `line fine`."""
    outline: Outline
    box: Box
    may_be_cut: bool
    """Whether a crop may show only a small part of it: a mat, a towel, the lines of a face."""


class View(Struct, frozen=True, dict=True):
    """One figure of the body, in its own units: its paths in paint order, its regions, its landmarks."""

    size: Size
    paths: tuple[tuple[str, str], ...]
    """The class and the path data of each path of the figure."""
    regions: dict[str, str]
    """Path data, by the region's name."""
    landmarks: dict[str, Point]
    head: str
    """Where the receiver's head is from here: up, down or left on the page; empty where that is not one direction."""
    positions: frozenset[str]
    """How the receiver may lie or sit to be seen like this."""
    title: str
    """What it shows, in words."""

    @cached_property
    def figure(self) -> tuple[FigurePath, ...]:
        """The lines and surfaces; many views are only asked for their names."""
        return tuple(_figure_path(words, parse_outline(data)) for words, data in self.paths)


class Crop(Struct, frozen=True):
    """A part of a view, in the view's own units."""

    view: str
    x: float
    y: float
    width: float
    height: float
    title: str
    """What it shows, in words."""
    own_positions: frozenset[str] = frozenset()
    """How the receiver may lie or sit to be seen like this, where that is not as in the whole view."""

    @property
    def positions(self) -> frozenset[str]:
        """How the receiver may lie or sit to be seen like this."""
        return self.own_positions or view(self.view).positions

    @property
    def from_below(self) -> str:
        """The position of somebody who is seen from below, as the giver's fingers feel it; empty for others."""
        return next(iter(self.own_positions), "")

    @property
    def middle(self) -> Point:
        """The middle of this part."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, point: Point) -> bool:
        """Whether a point of the view is in this part of it."""
        return self.x <= point[0] <= self.x + self.width and self.y <= point[1] <= self.y + self.height

    def touches(self, box: Box, margin: float) -> bool:
        """Whether a box of the view, with a margin around it, is at least partly in this part of it."""
        across = box.x - margin < self.x + self.width and self.x < box.right + margin
        return across and box.y - margin < self.y + self.height and self.y < box.bottom + margin

    def share(self, path: FigurePath) -> float:
        """The part of a line of the view that is in this part of it, from 0 to 1."""
        if self.holds((path.box.x, path.box.y)) and self.holds((path.box.right, path.box.bottom)):
            return 1
        curve = Curve(straight_pieces(path.outline))
        held = [self.holds(curve.at(curve.length * (piece + 0.5) / SHARE_PIECES)) for piece in range(SHARE_PIECES)]
        return sum(held) / SHARE_PIECES


class CropEntry(Model, frozen=True):
    """A crop as its file has it."""

    view: str
    box: str
    """Left, top, width and height, as in the viewBox of an SVG."""
    title: str
    positions: str = ""
    """How the receiver may lie or sit, if not as in the whole view: of somebody who lies on it, the back is seen from
    below, as the giver's fingers feel it."""

    def crop(self) -> Crop:
        x, y, width, height = map(float, self.box.split())
        return Crop(self.view, x, y, width, height, self.title, frozenset(self.positions.split()))


class Crops(Model, frozen=True):
    """Every crop, by its name."""

    crops: dict[str, CropEntry]


@cache
def view(name: str) -> View:
    """A figure of the body; UserError when there is none of that name."""
    root = read_svg(find_by_name("body view", name, files_in(DATA / "body", ".svg")))
    groups = {group.get("id"): group for group in root.iter(SVG_TAG + "g")}
    regions = {region.get("id", ""): region.get("d", "") for region in groups["regions"]}
    circles = {circle.get("id", ""): circle for circle in groups["landmarks"]}
    landmarks = {name: (float(at.get("cx", 0)), float(at.get("cy", 0))) for name, at in circles.items()}
    width, height = root.get("viewBox", "").split()[2:]
    paths = tuple((path.get("class", ""), path.get("d", "")) for path in groups["figure"].iter(SVG_TAG + "path"))
    positions = frozenset(root.get("data-positions", "").split())
    head, title = root.get("data-head", ""), root.findtext(SVG_TAG + "title", "")
    return View(Size(float(width), float(height)), paths, regions, landmarks, head, positions, title)


def _figure_path(words: str, drawn: Outline) -> FigurePath:
    """A path of a figure; `cut` at the end of its class lets crops cut it."""
    layer = words.removesuffix(" cut")
    return FigurePath(layer, drawn, bounds(drawn), may_be_cut=layer != words)


@cache
def crops() -> dict[str, Crop]:
    """The named parts of the views."""
    entries = read_document(DATA / "body" / "crops.yaml", Crops).model.crops
    return {name: entry.crop() for name, entry in entries.items()}


@cache
def views() -> frozenset[str]:
    """Everything that a drawing can show: the named crops and the whole views."""
    return frozenset({*crops(), *files_in(DATA / "body", ".svg")})


def crop(name: str) -> Crop:
    """A named crop, or a whole view."""
    return crops().get(name) or Crop(name, 0, 0, *view(name).size, view(name).title)


def region_outline(view_name: str, region: str) -> Outline:
    """A region of a view, in the view's own units."""
    return parse_outline(view(view_name).regions[region])
