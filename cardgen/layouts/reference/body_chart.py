"""Pages for authors: a view of the body with all its landmarks named, then with all its regions named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.artwork.brush import place_outline
from cardgen.artwork.figures import Look, figure
from cardgen.artwork.theme import Theme
from cardgen.artwork.views import Crop, crop, region_outline, view
from cardgen.layouts.parts.sketch import Sketch
from cardgen.model.drawing import Drawing
from cardgen.scene.faces import Face
from cardgen.scene.outlines import circle, line
from cardgen.scene.text import CAP, width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box, Size
from cardgen.wording.words import Words

MARGIN = 15 * MM
TITLE, LABEL = 18, 6.5
HEAD = 12 * MM
SIDE = 28 * MM
"""Room for labels on either side of the figure."""
GREY = "#9A9A9A"
ACCENT = "back"


def lay_out_chart(name: str, words: Words, form: Format, theme: Theme) -> list[Face]:
    """Two pages: the landmarks of a view, and its regions."""
    part = crop(name)
    landmarks = {key: at for key, at in view(part.view).landmarks.items() if part.holds(at)}
    regions = view(part.view).regions
    first = _page(Sketch(form, theme, words, words.say("landmarks", view=name), margin=MARGIN), name)
    _label(first, {key: _on_page(at, part, form.size) for key, at in landmarks.items()}, dots=True)
    second = _page(Sketch(form, theme, words, words.say("regions", view=name), margin=MARGIN), name)
    middles: dict[str, tuple[float, float]] = {}
    for key in regions:
        drawn = region_outline(name, key, _scale(part, form.size))
        points = [values[-2:] for _, values in drawn if values]
        middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
        if 0 <= middle[0] <= part.width * _scale(part, form.size) and 0 <= middle[1] <= part.height * _scale(
            part, form.size
        ):
            origin = _origin(part, form.size)
            middles[key] = (origin[0] + middle[0], origin[1] + middle[1])
            second.draw_path(place_outline(drawn, origin, 0, 1), stroke=GREY, width=0.6)
    _label(second, middles, dots=False)
    return [first.face(), second.face()]


def _page(sketch: Sketch, name: str) -> Sketch:
    title, paper = sketch.name, sketch.form.size
    with sketch.tagged("H1"):
        sketch.draw_text(MARGIN, MARGIN + CAP * TITLE, title, "semibold", TITLE)
    part = crop(name)
    look = Look(sketch.theme, sketch.theme.accents[ACCENT], 0.6)
    room = Size(part.width * _scale(part, paper), part.height * _scale(part, paper))
    with sketch.tagged("Figure", title):
        sketch.draw_artwork(figure(Drawing(view=name), room, look), *_origin(part, paper))
    return sketch


def _scale(part: Crop, paper: Size) -> float:
    wide = paper.width - 2 * (MARGIN + SIDE)
    return min(wide / part.width, (paper.height - 2 * MARGIN - HEAD) / part.height)


def _origin(part: Crop, paper: Size) -> tuple[float, float]:
    return (paper.width - part.width * _scale(part, paper)) / 2, MARGIN + HEAD


def _on_page(at: tuple[float, float], part: Crop, paper: Size) -> tuple[float, float]:
    x, y = _origin(part, paper)
    return x + (at[0] - part.x) * _scale(part, paper), y + (at[1] - part.y) * _scale(part, paper)


def _label(sketch: Sketch, places: dict[str, tuple[float, float]], dots: bool) -> None:
    """Name every place; a name that would lie on another one moves away, with a thin line to its place."""
    ink = sketch.theme.ink
    taken: list[Box] = []
    for x, y in places.values() if dots else ():
        sketch.draw_path(circle(x, y, 1.1), fill=ink)
        taken.append(Box(x - 1.2, y - 1.2, 2.4, 2.4))
    with sketch.tagged("L"):
        _name(sketch, places, taken)


def _name(sketch: Sketch, places: dict[str, tuple[float, float]], taken: list[Box]) -> None:
    """The names beside their places, from the top down."""
    ink = sketch.theme.ink
    for name, (x, y) in sorted(places.items(), key=lambda item: (item[1][1], item[1][0])):
        box = next(
            box
            for box in _tries(x, y, width(name, "medium", LABEL), x < sketch.form.size.width / 2)
            if _free(box, taken, sketch)
        )
        taken.append(box)
        nearest = min(max(x, box.x), box.right)
        if abs(nearest - x) + abs(box.y + box.height / 2 - y) > 6:
            sketch.draw_path(line(x, y, nearest, box.y + box.height / 2), stroke=GREY, width=0.3)
        with sketch.tagged("LI"), sketch.tagged("LBody"):
            sketch.draw_text(box.x, box.bottom - 1.2, name, "medium", LABEL, ink)


def _tries(x: float, y: float, wide: float, leftward: bool) -> Iterator[Box]:
    """Places for a label, the nearest first: beside its point, then ever farther up and down and out."""
    high = 1.12 * LABEL
    for distance in range(400):
        for out in range(min(distance, 30) + 1):
            shift, step = 2.5 + 6 * out, (distance - out) * 0.5 * high
            for sign in (1, -1):
                left, right = x - shift - wide, x + shift
                for start in (left, right) if leftward else (right, left):
                    yield Box(start, y - high / 2 + sign * step, wide, high)


def _free(box: Box, taken: Sequence[Box], sketch: Sketch) -> bool:
    size = sketch.form.size
    if (
        box.x < 3 * MM
        or box.right > size.width - 3 * MM
        or box.y < MARGIN + 0.8 * HEAD
        or box.bottom > size.height - 3 * MM
    ):
        return False
    return not any(
        box.x < other.right + 1 and box.right > other.x - 1 and box.y < other.bottom and box.bottom > other.y
        for other in taken
    )
