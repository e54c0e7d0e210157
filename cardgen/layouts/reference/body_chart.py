"""Pages for authors: a view of the body with the names of all its landmarks, then of all its regions."""

from __future__ import annotations

from msgspec import Struct

from cardgen.artwork.brush import place_outline
from cardgen.artwork.curves import Point
from cardgen.artwork.figures import Look, figure
from cardgen.artwork.theme import Theme
from cardgen.artwork.views import Crop, crop, region_outline, view
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.reference.labels import LINE_COLOR, draw_labels
from cardgen.model.drawing import Drawing
from cardgen.scene.faces import Face
from cardgen.scene.outlines import circle
from cardgen.scene.text import CAP
from cardgen.sheets.format import Format
from cardgen.units import MM, Box, Size
from cardgen.wording.words import Words

CHART_MARGIN = 15 * MM
CHART_TITLE = 18
"""Type size."""
CHART_HEAD = 12 * MM
"""From the margin to the figure."""
LABEL_ROOM = 28 * MM
"""Room for labels on either side of the figure."""
LABELS_TOP = CHART_MARGIN + 0.8 * CHART_HEAD
"""The top of the highest label."""
ACCENT_AREA = "back"
"""The body area whose colors the figure has."""
LANDMARK_DOT, DOT_ROOM = 1.1, 1.2
"""Radius of a landmark's dot, and half the width of its room."""


class Chart(Struct, frozen=True):
    """A view of the body on a page of a certain size."""

    name: str
    part: Crop
    scale: float
    """Points in a unit of the view."""
    origin: Point
    """The top left of the figure on the page."""

    @property
    def size(self) -> Size:
        return Size(self.part.width * self.scale, self.part.height * self.scale)

    def on_page(self, at: Point) -> Point:
        """A place of the view on the page."""
        x, y = self.origin
        return x + (at[0] - self.part.x) * self.scale, y + (at[1] - self.part.y) * self.scale


def lay_out_chart(name: str, words: Words, form: Format, theme: Theme) -> list[Face]:
    """Two pages: the landmarks of a view, and its regions."""
    chart = _chart(name, form.size)
    landmarks, regions = (
        Sketch(form, theme, words, words.say(label, view=name), CHART_MARGIN) for label in ("landmarks", "regions")
    )
    for sketch in (landmarks, regions):
        _draw_figure(sketch, chart)
    _draw_landmarks(landmarks, chart)
    _draw_regions(regions, chart)
    return [landmarks.face(), regions.face()]


def _chart(name: str, paper: Size) -> Chart:
    """A view as large as the paper allows."""
    part = crop(name)
    wide, high = paper.width - 2 * (CHART_MARGIN + LABEL_ROOM), paper.height - 2 * CHART_MARGIN - CHART_HEAD
    scale = min(wide / part.width, high / part.height)
    return Chart(name, part, scale, ((paper.width - part.width * scale) / 2, CHART_MARGIN + CHART_HEAD))


def _draw_figure(sketch: Sketch, chart: Chart) -> None:
    """Draw the title and the body."""
    with sketch.tagged("H1"):
        baseline = CHART_MARGIN + CAP * CHART_TITLE
        sketch.draw_text(CHART_MARGIN, baseline, sketch.name, "semibold", CHART_TITLE)
    look = Look(sketch.theme, sketch.theme.accents[ACCENT_AREA], 0.6)
    with sketch.tagged("Figure", sketch.words.say("body_chart_drawn", names=sketch.name)):
        sketch.draw_artwork(figure(Drawing(view=chart.name), chart.size, look), *chart.origin)


def _draw_landmarks(sketch: Sketch, chart: Chart) -> None:
    """Draw a dot with a name for each landmark that is in the view."""
    found = view(chart.part.view).landmarks.items()
    places = {name: chart.on_page(at) for name, at in found if chart.part.holds(at)}
    for x, y in places.values():
        sketch.draw_path(circle(x, y, LANDMARK_DOT), fill=sketch.theme.ink)
    dots = [Box(x - DOT_ROOM, y - DOT_ROOM, 2 * DOT_ROOM, 2 * DOT_ROOM) for x, y in places.values()]
    draw_labels(sketch, places, dots, LABELS_TOP)


def _draw_regions(sketch: Sketch, chart: Chart) -> None:
    """Draw the outline of each region whose middle is in the view, and its name there."""
    places: dict[str, Point] = {}
    for name in view(chart.part.view).regions:
        outline = region_outline(chart.part.view, name)
        points = [values[-2:] for _, values in outline if values]
        middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
        if chart.part.holds(middle):
            places[name] = chart.on_page(middle)
            drawn = place_outline(outline, chart.on_page((0, 0)), 0, chart.scale)
            sketch.draw_path(drawn, stroke=LINE_COLOR, width=0.6)
    draw_labels(sketch, places, (), LABELS_TOP)
