"""A map for safety: bodies with the places that take no pressure, and the name of each place next to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations, product

from msgspec import Struct

from cardgen.artwork.body_map import WHOLE_VIEWS, map_size
from cardgen.artwork.curves import Point
from cardgen.artwork.patterns import Pattern, dot, draw_patterned, hatch
from cardgen.artwork.regions import region_shape
from cardgen.artwork.risks import risks
from cardgen.artwork.theme import Theme
from cardgen.artwork.views import view
from cardgen.layouts.parts.bodies import body_views, draw_body
from cardgen.layouts.parts.labels import spread_labels
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Artwork
from cardgen.scene.outlines import circle, line, rectangle
from cardgen.scene.text import CAP, Setting, fit, longest_word, width
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Site
from cardgen.wording.safety_map import MapLabel, SafetyMap

SPOT_INSET = 13
"""From the side of a region to the end of the line from its label, in the view's units."""
LEADER_ROOM = 4 * MM
"""The least room for lines between a body and its labels."""
LEADER_GAP = 1 * MM
"""Between a label and its line."""
LEADER_WEIGHT, HALO = 0.8, 1.6
"""Weight of a line, and of the white line below it, in points."""
DOT = 0.13
"""Radius of the dot at the end of a line, in type sizes."""
LABEL_GAP = 0.6
"""Least distance of labels one above the other, in type sizes."""
MOST_COLUMN = 8.5
"""Width of the labels, in type sizes."""
LABEL_LEADING = 1.12
BODY_PARTS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.54)
"""Heights that the bodies may have, as fractions of the room."""
LEAST_TALL = 0.84
"""Type shrinks before the bodies are lower than this part of the room."""
CAPTION_GAP = 0.4
"""Between a body and the caption above it, in type sizes."""
KEY_GAP = 0.9
"""Above the key, in type sizes."""
SWATCH = Size(1.7, 0.98)
"""A pattern in the key, in type sizes."""
SWATCH_GAP = 0.35
"""From a pattern to its word, in type sizes; three times as much to the next one."""


class PlacedLabel(Struct):
    """A label, the body and the place that it is for, and the height of its middle in the map."""

    setting: Setting
    view: str
    spot: Point
    """In the map."""
    middle: float

    @property
    def half(self) -> float:
        return self.setting.height / 2


class PlacedMap(Struct, frozen=True):
    """A map with all its labels, in points from its top left."""

    words: SafetyMap
    sites: Sequence[Site]
    size: Size
    bodies: dict[str, Box]
    column: Box
    """Of the labels."""
    labels: Sequence[PlacedLabel]
    type_size: float

    def draw(self, sketch: Sketch, x: float, y: float, area: str) -> None:
        """Draw the map, its top left at x, y; `area` has the color of what no step names."""
        with sketch.tagged("Figure", self.words.alt):
            for shown, box in self.bodies.items():
                draw_body(sketch, shown, box.height, (x + box.x, y + box.y), self.sites, area, self.words.areas)
                self._draw_caption(sketch, shown, x, y)
            for label in self.labels:
                self._draw_leader(sketch, label, x, y)
            for label in self.labels:
                left = self.column.x if self._is_left(label) else self.column.right - label.setting.width
                sketch.draw_setting(x + left, y + label.middle - label.half, label.setting)
        self._draw_key(sketch, x, y)

    def _is_left(self, label: PlacedLabel) -> bool:
        """Whether its body is at the left of the labels."""
        return self.bodies[label.view].x < self.column.x

    def _draw_caption(self, sketch: Sketch, shown: str, x: float, y: float) -> None:
        """Draw above a body from which side it is seen."""
        box, text, size = self.bodies[shown], self.words.captions[shown], self.type_size
        left = box.x + (box.width - width(text, "medium", size)) / 2
        sketch.draw_text(x + left, y + box.y - CAPTION_GAP * size, text, "medium", size)

    def _draw_leader(self, sketch: Sketch, label: PlacedLabel, x: float, y: float) -> None:
        """Draw the line from a label to its place, with a dot at its end, on white that sets it off."""
        end = self.column.x - LEADER_GAP if self._is_left(label) else self.column.right + LEADER_GAP
        spot, theme = (x + label.spot[0], y + label.spot[1]), sketch.theme
        outline = line(*spot, x + end, y + label.middle)
        sketch.draw_path(outline, stroke=theme.paper, width=LEADER_WEIGHT + HALO)
        dot = DOT * self.type_size
        sketch.draw_path(circle(*spot, dot + HALO / 2), fill=theme.paper)
        sketch.draw_path(outline, stroke=theme.ink, width=LEADER_WEIGHT)
        sketch.draw_path(circle(*spot, dot), fill=theme.ink)

    def _draw_key(self, sketch: Sketch, x: float, y: float) -> None:
        """Draw what the patterns mean, at the foot of the map."""
        size = self.type_size
        box = _swatch_box(size)
        top = y + self.size.height - box.height
        for text in self.words.key:
            pattern = hatch if text == self.words.no_pressure else dot
            sketch.draw_artwork(_swatch(pattern, size, sketch.theme), x, top)
            x += box.width + SWATCH_GAP * size
            with sketch.tagged("P"):
                x += sketch.draw_run(x, top + (box.height + CAP * size) / 2, text, "medium", size)
            x += 3 * SWATCH_GAP * size


def _swatch_box(size: float) -> Box:
    """The box of a pattern in the key, from its own top left."""
    return Box(0, 0, SWATCH.width * size, SWATCH.height * size)


@lru_cache(maxsize=64)
def _swatch(pattern: Pattern, size: float, theme: Theme) -> Artwork:
    """A pattern in the key, next to type of a size."""
    box, name = _swatch_box(size), f"{pattern.__name__} {size:g} {theme.ink}"
    return Artwork(name, box.size, draw_patterned(rectangle(box), pattern, theme))


def place_safety_map(words: SafetyMap, sites: Sequence[Site], room: Size, sizes: Iterable[float]) -> PlacedMap | None:
    """A map with its labels in the largest of these type sizes that fits in a room; None when none does.

    The bodies are those that the steps need, and those that show a place which the others do not.
    """
    if not words.labels:
        return None
    usual = body_views(sites)
    shown = _label_views(words.labels, usual)
    views = [name for name in WHOLE_VIEWS if name in shown.values() or name in usual]
    for low, size, part in product((False, True), sizes, BODY_PARTS):
        if (part < LEAST_TALL) == low and (found := _place(words, sites, shown, views, room, size, part)):
            return found
    return None


def _label_views(labels: Sequence[MapLabel], usual: Sequence[str]) -> dict[str, str]:
    """The body that each label is for: the only one that shows it, else the one with fewer labels."""
    known = {risk.name: risk for risk in risks()}
    able = {
        label.text: [name for name in WHOLE_VIEWS if any(known[place].mapped_in(name) for place in label.places)]
        for label in labels
    }
    chosen = {text: views[0] for text, views in able.items() if len(views) == 1}
    for text, views in able.items():
        if len(views) > 1:
            chosen[text] = min(views, key=lambda name: (name not in usual, list(chosen.values()).count(name)))
    return chosen


def _place(
    words: SafetyMap,
    sites: Sequence[Site],
    shown: dict[str, str],
    views: Sequence[str],
    room: Size,
    size: float,
    part: float,
) -> PlacedMap | None:
    """The map in type of this size with bodies of this part of its height; None when the labels do not fit."""
    high = room.height - (SWATCH.height + KEY_GAP) * size
    above = (CAP + CAPTION_GAP) * size
    height = part * (high - above)
    wide = [map_size(name, height).width for name in views]
    column = min(MOST_COLUMN * size, room.width - sum(wide) - len(views) * LEADER_ROOM)
    if size * max(longest_word(text, "semibold") for text in shown) > column:
        return None
    tried = {text: fit(text, "semibold", (size, size), (column, 2 * size), LABEL_LEADING, even=True) for text in shown}
    settings = {text: setting for text, setting in tried.items() if setting}
    if len(settings) < len(tried):
        return None
    column = max(setting.width for setting in settings.values())
    left = (room.width - sum(wide) - len(views) * LEADER_ROOM - column) / 2
    top = above + (high - above - height) / 2
    bodies = {views[0]: Box(left, top, wide[0], height)}
    labels_x = left + wide[0] + LEADER_ROOM
    if len(views) > 1:
        bodies[views[1]] = Box(labels_x + column + LEADER_ROOM, top, wide[1], height)
    found = []
    for label in words.labels:
        name = shown[label.text]
        box, scale = bodies[name], height / view(name).size.height
        spot_x, spot_y = _find_spot(label.places, name, name == views[0])
        spot = (box.x + spot_x * scale, box.y + spot_y * scale)
        found.append(PlacedLabel(settings[label.text], name, spot, spot[1]))
    labels_box = Box(labels_x, 0, column, high)
    if not _untangle(found, labels_box, high, LABEL_GAP * size):
        return None
    return PlacedMap(words, sites, room, bodies, labels_box, found, size)


@cache
def _find_spot(places: Sequence[str], shown: str, at_right: bool) -> Point:
    """The end of a label's line, in the view's units: in the region of its places that is nearest to the labels."""
    regions = [name for risk in risks() if risk.name in places for name in sorted(risk.mapped_in(shown))]
    points = [region_shape(shown, name).edge_point(SPOT_INSET, at_right) for name in regions]
    return max(points, key=lambda point: point[0] if at_right else -point[0])


def _untangle(labels: list[PlacedLabel], column: Box, high: float, gap: float) -> bool:
    """Move labels apart, and change their order until no two lines of a body cross; returns whether they fit."""
    labels.sort(key=lambda label: label.spot[1])
    while _spread(labels, high, gap):
        pairs = combinations(range(len(labels)), 2)
        crossed = next((pair for pair in pairs if _is_crossed(labels[pair[0]], labels[pair[1]], column)), None)
        if crossed is None:
            return True
        first, last = crossed
        labels[first], labels[last] = labels[last], labels[first]
    return False


def _is_crossed(one: PlacedLabel, other: PlacedLabel, column: Box) -> bool:
    """Whether the lines of two labels of one body cross."""
    if one.view != other.view:
        return False
    edge = column.x if one.spot[0] < column.x else column.right
    far, near = sorted((one, other), key=lambda label: abs(edge - label.spot[0]), reverse=True)
    part = (near.spot[0] - far.spot[0]) / (edge - far.spot[0])
    passing = far.spot[1] + part * (far.middle - far.spot[1])
    return (passing - near.spot[1]) * (far.middle - near.middle) < 0


def _spread(labels: Sequence[PlacedLabel], high: float, gap: float) -> bool:
    """Move labels apart as little as they must be, in their order; returns whether they fit."""
    heights = [label.setting.height for label in labels]
    middles = spread_labels([label.spot[1] for label in labels], heights, 0, high, gap)
    for label, middle in zip(labels, middles, strict=True):
        label.middle = middle
    return labels[0].middle - labels[0].half >= 0
