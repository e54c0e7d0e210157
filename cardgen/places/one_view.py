"""Several places in one figure: a view that has all of them, and the part of it in which all can be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec.structs import replace

from cardgen.artwork.regions import region_shape
from cardgen.artwork.views import Crop, crop, crops, view
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Position
from cardgen.places.named_places import NamedPlace, by_words

MIDDLE = (0.15, 0.85)
"""Between these parts of its width and its height a region must be seen."""


def joint_drawing(named: Sequence[NamedPlace], position: Position) -> tuple[Drawing, bool] | None:
    """All of some places in one view, and whether it shows no more than they are; None if no view has all."""
    close = not any(place.on_body(position) for place in named)
    for wider, candidate in product((False, True) if close else (True,), list(_views_of(named, position))):
        stems = {region.partition(".")[0] for region in view(crop(candidate.view).view).regions}
        shown_by = [_place_in(stems, place, position, wider) for place in named]
        found = [place for place in shown_by if place]
        if len(found) == len(named):
            regions = (region for place in found for region in _area(place, position))
            drawing = replace(candidate, area=tuple(dict.fromkeys(regions)))
            return in_frame(drawing, [candidate.view]), all(place in named for place in found)
    return None


def in_frame(drawing: Drawing, preferred: Sequence[str]) -> Drawing:
    """A drawing in the first of some parts of its view that holds all that it fills, else in the smallest that does."""
    seen = crop(drawing.view).view
    regions = view(seen).regions
    filled = [name for stem in drawing.area for name in (stem, f"{stem}.right") if name in regions]
    smallest = sorted((part.width * part.height, name) for name, part in crops().items() if part.view == seen)
    for name in (*preferred, *(name for _, name in smallest), seen):
        if crop(name).view == seen and all(holds_region(crop(name), region) for region in filled):
            return replace(drawing, view=name)
    return drawing


def holds_region(part: Crop, region: str) -> bool:
    """Whether the middle of a region is in a part of its view."""
    box = region_shape(part.view, region).box
    return all(part.holds((box.x + share * box.width, box.y + share * box.height)) for share in MIDDLE)


def _views_of(named: Sequence[NamedPlace], position: Position) -> Iterator[Drawing]:
    """The views that show some places, or their wider ones, while the receiver lies like this; close-ups last."""
    wider = [by_words()[name] for name in dict.fromkeys(place.whole for place in named) if name in by_words()]
    found = [place.on_body(position) for place in (*wider, *named)]
    for drawing in (*found, *(place.close_up(position) for place in (*wider, *named))):
        if drawing and drawing.area and position in crop(drawing.view).positions:
            yield drawing


def _place_in(stems: set[str], place: NamedPlace, position: Position, wider: bool) -> NamedPlace | None:
    """A place if a view has its regions, else, if that is allowed, the wider one that it belongs to."""
    tried = (place, by_words().get(place.whole) if wider else None)
    return next((each for each in tried if each and (area := _area(each, position)) and stems.issuperset(area)), None)


def _area(place: NamedPlace, position: Position) -> tuple[str, ...]:
    shown = place.shown(position)
    return shown.area if shown else ()
