"""The body in a figure: its skins, cloths and lines as stencils, in the order in which they are painted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from msgspec import Struct

from cardgen.artwork.views import Crop, FigurePath, View, crop, region_outline, view
from cardgen.scene.marks import Stencil
from cardgen.units import Box

LEAST_SHOWN = 0.6
"""An inner line is left out of a crop that would show a smaller part of it."""
LINE_ROOM = 0.1
"""Room for lines around a view, as a fraction of its height."""


class Layer(Struct, frozen=True):
    """Paths of one kind that are painted alike, one after the other."""

    kind: str
    """`skin`, `cloth`, `line` or `line fine`."""
    stencil: Stencil
    filled: bool
    stroked: bool


class BodyLayers(Struct, frozen=True):
    """The layers painted before the washes of regions, and those painted over them."""

    ground: tuple[Layer, ...]
    lines: tuple[Layer, ...]


@cache
def body_layers(crop_name: str, detailed: bool) -> BodyLayers:
    """The layers of the body in a crop; without details it has no fine lines.

    A figure of one skin is painted as areas, washes, lines. Where limbs overlap, each skin keeps its own outline,
    and only the paths from the last skin on are drawn again over the washes.
    """
    part = crop(crop_name)
    seen = view(part.view)
    paths = [(bit, path) for bit, path in enumerate(seen.figure) if _is_seen(path, seen, part, detailed)]
    skins = [bit for bit, path in paths if path.layer == "skin"]
    single = len(skins) == 1
    ground = [(path.layer, "line" not in path.layer, not single, bit) for bit, path in paths]
    lines = [
        (path.layer, False, True, bit) for bit, path in paths if single or "line" in path.layer or bit >= skins[-1]
    ]
    drawn = (each for each in ground if each[1] or each[2])
    return BodyLayers(tuple(_layers(part.view, drawn)), tuple(_layers(part.view, lines)))


def _is_seen(path: FigurePath, seen: View, part: Crop, detailed: bool) -> bool:
    """Whether a path is visible: neither fine on a small figure, nor outside the crop, nor a mere stub of a line in it.

    Skins are always kept, because their number decides how the figure is painted.
    """
    if path.layer == "skin":
        return True
    if "fine" in path.layer and not detailed:
        return False
    if "line" in path.layer and not path.may_be_cut:
        return part.touches(path.box, 0) and part.share(path) >= LEAST_SHOWN
    return part.touches(path.box, LINE_ROOM * seen.size.height)


def _layers(view_name: str, paths: Iterable[tuple[str, bool, bool, int]]) -> Iterator[Layer]:
    """Layers of runs of paths with the same kind and paint."""
    for (kind, filled, stroked), run in groupby(paths, lambda path: path[:3]):
        stencil = _stencil(view_name, sum(1 << bit for *_, bit in run))
        yield Layer(kind, stencil, filled, stroked)


@cache
def _stencil(view_name: str, bits: int) -> Stencil:
    """Paths of a view, each a bit of a number."""
    figure = view(view_name).figure
    drawn = tuple(path.outline for bit, path in enumerate(figure) if bits >> bit & 1)
    return Stencil(f"{view_name}.{bits:x}", _box(view_name), drawn)


@cache
def region_stencil(view_name: str, region: str) -> Stencil:
    """A region of a view."""
    return Stencil(f"{view_name}.{region}", _box(view_name), (region_outline(view_name, region),))


def _box(view_name: str) -> Box:
    """A view with room for lines around it."""
    size = view(view_name).size
    return Box(0, 0, *size).inset(-LINE_ROOM * size.height)
