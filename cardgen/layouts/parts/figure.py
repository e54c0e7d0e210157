"""The figure of a step: the body with its strokes, the author's own picture, or both side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.figures import LEAST_SIGN, Look, figure
from cardgen.artwork.views import crop
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Artwork, Text, Use
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import StepCard

if TYPE_CHECKING:
    from cardgen.artwork.pictures.picture import Picture

WIDE_FIGURE = 1.25
"""A figure at least this much wider than it is high is above the facts, not next to them."""
PICTURE_GAP = 2.5 * MM
"""Between a drawing and a picture."""
NARROW_DRAWING, NARROW_WEIGHT = 40 * MM, 0.85
"""A narrower drawing has lines of at most this weight."""
SPLITS = 40
"""The number of parts in which room is divided between a drawing and a picture."""


class Pane(Struct, frozen=True):
    """A drawing or a picture: its size, and the largest scale at which it may be shown."""

    size: Size
    most: float

    @classmethod
    def of(cls, picture: Picture) -> Pane:
        return cls(picture.art.size, picture.largest_scale)

    @property
    def ratio(self) -> float:
        """Width as a multiple of the height."""
        return self.size.width / self.size.height

    def scale(self, room: Size) -> float:
        """The scale at which it is as large as a room allows."""
        return min(room.width / self.size.width, room.height / self.size.height, self.most)

    def fitted(self, room: Size) -> Size:
        """Its size at that scale."""
        scale = self.scale(room)
        return Size(scale * self.size.width, scale * self.size.height)


class Arrangement(Struct, frozen=True):
    """The sizes of one or two panes in a room."""

    sizes: Sequence[Size]
    stacked: bool = False
    """Whether one is above the other, not next to it."""

    @property
    def areas(self) -> list[float]:
        return [size.width * size.height for size in self.sizes]

    @property
    def whole(self) -> Size:
        """The size of all with the gap between them."""
        wide, high = (size.width for size in self.sizes), (size.height for size in self.sizes)
        gap = PICTURE_GAP * (len(self.sizes) - 1)
        return Size(max(wide), sum(high) + gap) if self.stacked else Size(sum(wide) + gap, max(high))


def _panes(step: StepCard) -> tuple[Pane, ...]:
    """A step's drawing, then its picture."""
    part = crop(step.drawing.view) if step.drawing else None
    drawn = (Pane(Size(part.width, part.height), inf),) if part else ()
    return (*drawn, Pane.of(step.picture)) if step.picture else drawn


def is_wide(step: StepCard) -> bool:
    """Whether a step's figure is wide, drawing and picture side by side."""
    return sum(pane.ratio for pane in _panes(step)) > WIDE_FIGURE


def shown_area(step: StepCard, room: Size) -> float:
    """The area that a step's drawing has in a room, because its lines are finer, otherwise its picture."""
    return _arrange(_panes(step), room).areas[0]


def shown_height(step: StepCard, room: Size) -> float:
    """The height that a step's figure has in a room."""
    return _arrange(_panes(step), room).whole.height


def goes_above(step: StepCard, above: Size, beside: Size, gain: float = 1.0) -> bool:
    """Whether a step's figure goes above the facts: a wide drawing that is no smaller there, or a larger picture.

    `gain`: how many times as large it must be there at least, where that moves other parts of the card.
    """
    areas = shown_area(step, above), gain * shown_area(step, beside)
    return areas[0] > areas[1] if step.picture else is_wide(step) and areas[0] >= areas[1]


def draw_figure(
    sketch: Sketch, step: StepCard, box: Box, weight: float, least_sign: float = LEAST_SIGN, middle: bool = False
) -> None:
    """Draw a step's figure in the middle of the box's width, at its top, or with `middle` in the middle of its height.

    `weight` is that of the drawing's lines, as a multiple of the usual one; `least_sign` the least scale of its signs.
    A drawing without a description is decoration.
    """
    places = iter(_places(_panes(step), box, middle))
    if step.drawing:
        place, theme = next(places), sketch.theme
        weight = weight if place.width >= NARROW_DRAWING else min(weight, NARROW_WEIGHT)
        art = figure(step.drawing, place.size, Look(theme, theme.accents[step.tab.area], weight, least_sign))
        _show(sketch, step.drawing_alt, art, 1, place, middle)
    if step.picture:
        place, picture = next(places), step.picture
        enough = tuple(replace(pane, most=inf) for pane in _panes(step))
        sketch.full_sizes[picture.art.digest] = _arrange(enough, box.size).sizes[-1]
        _show(sketch, step.picture_alt, picture.art, Pane.of(picture).scale(place.size), place, middle)


@lru_cache(maxsize=512)
def least_type(art: Artwork) -> float:
    """The least type size of the numbers in a drawing, in points; infinite when it has none."""
    return min(_type_sizes(art.marks), default=inf)


def _type_sizes(marks: Iterable[object]) -> Iterator[float]:
    for mark in marks:
        if isinstance(mark, Text):
            yield mark.size
        elif inside := getattr(mark, "marks", ()):
            yield from _type_sizes(inside)


def _show(sketch: Sketch, alt: str, art: Artwork, scale: float, place: Box, middle: bool) -> None:
    x = place.x + (place.width - scale * art.size.width) / 2
    y = place.y + ((place.height - scale * art.size.height) / 2 if middle else 0.0)
    with sketch.tagged("Figure", alt) if alt else nullcontext():
        sketch.draw_artwork(art, x, y, scale)
    sketch.figure = sketch.figure or Use(art, x, y, scale)


@lru_cache(maxsize=1024)
def _arrange(panes: tuple[Pane, ...], room: Size) -> Arrangement:
    """The arrangement of panes in a room; the smaller one of two becomes as large as possible."""
    if len(panes) == 1:
        return Arrangement([panes[0].fitted(room)])
    return max(_arrangements(panes, room), key=lambda arrangement: sorted(arrangement.areas))


def _arrangements(panes: Sequence[Pane], room: Size) -> Iterator[Arrangement]:
    """Ways to arrange two panes in a room: side by side, or one above the other."""
    wide, high = room.width - PICTURE_GAP, room.height - PICTURE_GAP
    for split in range(1, SPLITS):
        parts = (split / SPLITS, 1 - split / SPLITS)
        for stacked in (False, True):
            rooms = [Size(room.width, part * high) if stacked else Size(part * wide, room.height) for part in parts]
            yield Arrangement([pane.fitted(each) for pane, each in zip(panes, rooms, strict=True)], stacked)


def _places(panes: tuple[Pane, ...], box: Box, middle: bool) -> Iterator[Box]:
    """The boxes of panes: one has the whole box, two are in the middle of it."""
    if len(panes) == 1:
        yield box
        return
    arrangement = _arrange(panes, box.size)
    whole = arrangement.whole
    x = box.x + (box.width - whole.width) / 2
    y = box.y + ((box.height - whole.height) / 2 if middle else 0.0)
    for size in arrangement.sizes:
        if arrangement.stacked:
            yield Box(x + (whole.width - size.width) / 2, y, *size)
            y += size.height + PICTURE_GAP
        else:
            yield Box(x, y + (whole.height - size.height) / 2, *size)
            x += size.width + PICTURE_GAP
