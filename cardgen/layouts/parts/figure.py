"""What a step shows: the body with its strokes, the author's own picture, or both beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.figures import Look, figure
from cardgen.artwork.pictures.picture import Picture
from cardgen.artwork.views import crop
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Artwork
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import StepCard

WIDE = 1.25
"""A figure this much wider than high stands above the facts, not beside them."""
BETWEEN = 2.5 * MM
"""Between a drawing and a picture."""
NARROW, LIGHT = 40 * MM, 0.85
"""A narrower drawing has lines of this weight at most."""
LEAST_SIGN = 0.88
"""The least scale of the stroke signs; at 0.88 the thinnest mark is 0.32 mm (design system, small cards)."""
SPLITS = 40
"""How finely the room is parted between a drawing and a picture."""


class Pane(Struct, frozen=True):
    """A drawing or a picture: its size, and the largest scale that it may be shown at."""

    size: Size
    most: float

    @classmethod
    def of(cls, picture: Picture) -> Pane:
        return cls(picture.art.size, picture.most)

    @property
    def ratio(self) -> float:
        return self.size.width / self.size.height

    def scale(self, room: Size) -> float:
        """At which it is as large as a room allows."""
        return min(room.width / self.size.width, room.height / self.size.height, self.most)

    def fitted(self, room: Size) -> Size:
        scale = self.scale(room)
        return Size(scale * self.size.width, scale * self.size.height)


def panes(step: StepCard) -> tuple[Pane, ...]:
    """What a step shows: its drawing, then its picture."""
    part = crop(step.drawing.view) if step.drawing else None
    drawn = (Pane(Size(part.width, part.height), inf),) if part else ()
    return (*drawn, Pane.of(step.picture)) if step.picture else drawn


def is_wide(step: StepCard) -> bool:
    """What a step shows is wide, one beside the other."""
    return sum(pane.ratio for pane in panes(step)) > WIDE


def shown_size(step: StepCard, room: Size) -> float:
    """How large what a step shows becomes in a room: its drawing, which has the finer lines, else its picture."""
    return _parted(panes(step), room).areas[0]


def goes_above(step: StepCard, above: Size, beside: Size) -> bool:
    """What a step shows stands above its facts, not beside them: a wide drawing; with a picture, if it is larger so."""
    if step.picture is None:
        return is_wide(step)
    return shown_size(step, above) > shown_size(step, beside)


def draw_figure(
    sketch: Sketch, step: StepCard, box: Box, weight: float, least_sign: float = LEAST_SIGN, middle: bool = False
) -> None:
    """All that a step shows: in the middle of the box's width, at its top, or in the `middle` of its height too.

    `weight` is that of the drawing's lines beside the usual one.
    """
    places = iter(_places(panes(step), box, middle))
    if step.drawing:
        place, theme = next(places), sketch.theme
        weight = weight if place.width >= NARROW else min(weight, LIGHT)
        art = figure(step.drawing, place.size, Look(theme, theme.accents[step.tab.area], weight, least_sign))
        _show(sketch, step.shown, art, 1, place, middle)
    if step.picture:
        place, picture = next(places), step.picture
        enough = tuple(replace(pane, most=inf) for pane in panes(step))
        sketch.rooms[picture.art.digest] = _parted(enough, box.size).sizes[-1]
        _show(sketch, step.pictured, picture.art, Pane.of(picture).scale(place.size), place, middle)


def _show(sketch: Sketch, alt: str, art: Artwork, scale: float, place: Box, middle: bool) -> None:
    x = place.x + (place.width - scale * art.size.width) / 2
    y = place.y + (place.height - scale * art.size.height) / 2 * middle
    with sketch.tagged("Figure", alt):
        sketch.draw_artwork(art, x, y, scale)


class Parted(Struct, frozen=True):
    """The sizes of what is shown in a room, and whether one stands above the other."""

    sizes: Sequence[Size]
    stacked: bool = False

    @property
    def areas(self) -> list[float]:
        return [size.width * size.height for size in self.sizes]

    @property
    def whole(self) -> Size:
        """What they fill with the gap between them."""
        wide, high = (size.width for size in self.sizes), (size.height for size in self.sizes)
        gap = BETWEEN * (len(self.sizes) - 1)
        return Size(max(wide), sum(high) + gap) if self.stacked else Size(sum(wide) + gap, max(high))


@lru_cache(maxsize=1024)
def _parted(shown: tuple[Pane, ...], room: Size) -> Parted:
    """How a room is used: by two so that the smaller one becomes as large as can be."""
    if len(shown) == 1:
        return Parted([shown[0].fitted(room)])
    return max(_ways(shown, room), key=lambda parted: sorted(parted.areas))


def _ways(shown: Sequence[Pane], room: Size) -> Iterator[Parted]:
    """Ways to use a room for two: side by side, or one above the other."""
    wide, high = room.width - BETWEEN, room.height - BETWEEN
    for split in range(1, SPLITS):
        parts = (split / SPLITS, 1 - split / SPLITS)
        for stacked in (False, True):
            rooms = [Size(room.width, part * high) if stacked else Size(part * wide, room.height) for part in parts]
            yield Parted([pane.fitted(space) for pane, space in zip(shown, rooms, strict=True)], stacked)


def _places(shown: tuple[Pane, ...], box: Box, middle: bool) -> Iterator[Box]:
    """The boxes for what is shown; one has all the room, two stand in its middle."""
    if len(shown) == 1:
        yield box
        return
    parted = _parted(shown, box.size)
    whole = parted.whole
    x, y = box.x + (box.width - whole.width) / 2, box.y + (box.height - whole.height) / 2 * middle
    for size in parted.sizes:
        if parted.stacked:
            yield Box(x + (whole.width - size.width) / 2, y, *size)
            y += size.height + BETWEEN
        else:
            yield Box(x, y + (whole.height - size.height) / 2, *size)
            x += size.width + BETWEEN
