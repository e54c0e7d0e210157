"""The panel at the foot of a back: what comes next, with the picture of the next step."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.figure import draw_figure, least_type
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Use
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import Box
from cardgen.wording.deck import StepCard

HIGH, LOW = 2.1, 0.95
"""Height of a panel with a picture and of one without, in squares of the front."""
PICTURE = 1.25
"""Width of the picture, in squares of the front."""
SQUARE = 0.53
"""Side of the next step's square, in squares of the front."""
ICON = 0.58
"""The icon before words, in squares of the front."""
MOST_BESIDE_WORDS = 1.25
"""Width of a picture next to words alone, as a multiple of the usual one."""
PADDING = 0.11
"""Inside the panel, in squares of the front."""
OUTLINE, CORNER = 0.75, 0.1
"""Weight of the panel's outline in points, and the radius of its corners in squares of the front."""
LEAST_TYPE = 6
"""The least type size in a picture, in points."""
TITLE, WHERE, ABOVE = 0.64, 0.54, 0.48
"""Type sizes of the title of the next step, of its place, and of "Next", as fractions of the title's on the front."""
BELOW_TITLE = 0.55
"""From the title of the next step, or its square, down to its place, in type sizes of the place."""
GROWTHS, MOST_TYPE = (1.75, 1.5, 1.25), 1.2
"""Sizes of a panel on a back with room to spare, and of the type in it, as multiples of the usual ones."""


class NextPanel(Struct, frozen=True):
    """The next thing after a step: a step with its picture, or words, or nothing."""

    text: str
    label: str
    step: StepCard | None = None
    picture: Use | None = None
    """The figure on the front of the next step."""
    turned: StepCard | None = None
    """The step, on the other limb, whose figure is next to the words."""

    def height(self, scale: StepScale) -> float:
        """The height of the panel, in points."""
        return (HIGH if self.step or self.turned else LOW if self.text else 0.0) * scale.square

    def best_height(self, scale: StepScale, room: float) -> float:
        """The greatest height that the panel may have in `room` points; its usual one where they are too few."""
        usual = self.height(scale)
        return next((part * usual for part in GROWTHS if part * usual <= room), usual)

    def draw(self, sketch: Sketch, box: Box, scale: StepScale) -> bool:
        """Draw the panel in a box at least as high as it must be; returns whether the words fit there."""
        if not self.text:
            return True
        pad = PADDING * scale.square
        inner = Box(box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad)
        sketch.draw_path(rounded(box, CORNER * scale.square), stroke=sketch.theme.rule, width=OUTLINE)
        growth = box.height / self.height(scale)
        part = min(growth, MOST_TYPE)
        larger = replace(scale, square=part * scale.square, title=part * scale.title) if part > 1 else scale
        wide = PICTURE * growth * scale.square
        if self.step:
            step = self.step
            return any(self._draw_step(sketch, inner, each, step, wide) for each in (larger, scale))
        if self.turned:
            wide = min(wide, MOST_BESIDE_WORDS * PICTURE * scale.square)
            _draw_again(sketch, self.turned, inner._replace(width=wide), scale)
            inner = inner._replace(x=inner.x + wide + pad, width=inner.width - wide - pad)
        return self._draw_words(sketch, inner, larger)

    def _draw_words(self, sketch: Sketch, box: Box, scale: StepScale) -> bool:
        size, icon = max(scale.least_body, TITLE * scale.title), ICON * scale.square
        room = box.width - 1.5 * icon
        setting = fit(
            f"{self.label}: {self.text}", "semibold", (size, scale.least_body), (room, box.height), 1.15, True
        )
        if setting is None:
            return False
        with sketch.beside_icon("P", "next", "", box.x, box.y + (box.height - icon) / 2, icon):
            sketch.draw_setting(box.x + 1.3 * icon, box.y + (box.height - setting.height) / 2, setting)
        return True

    def _draw_step(self, sketch: Sketch, box: Box, scale: StepScale, step: StepCard, picture: float) -> bool:
        """Draw the picture, this wide, and next to it the number, the title and the place of the next step."""
        side, small = SQUARE * scale.square, max(scale.least_body, ABOVE * scale.title)
        x = box.x + (picture + 0.2 * scale.square if self.picture else 0.0)
        top = box.y + 1.5 * small
        title, where = self._set_step(step, box.right - x, box.bottom - top, side, scale)
        if title is None or where is None:
            return False
        if self.picture:
            self._draw_picture(sketch, self.picture, step, Box(box.x, box.y, picture, box.height), scale)
        sketch.draw_icon("next", x, box.y, small)
        color = draw_square(sketch, x, top, side, sketch.theme.accents[step.tab.area].deep, step.optional)
        with sketch.tagged("P", f"{self.label}: {' '.join(self.text.split())}"):
            with sketch.tagged("Span"):
                sketch.draw_text(x + 1.4 * small, box.y + (small + CAP * small) / 2, self.label, "semibold", small)
            with sketch.tagged("Span"):
                draw_number_on_square(sketch, str(step.name.number), x, top, side, color)
            with sketch.tagged("Span"):
                sketch.draw_setting(x + 1.25 * side, top + max(0.0, side - title.height) / 2, title)
        with sketch.tagged("P"):
            sketch.draw_setting(x, top + max(side, title.height) + BELOW_TITLE * where.size, where)
        return True

    def _set_step(
        self, step: StepCard, room: float, height: float, side: float, scale: StepScale
    ) -> tuple[Setting | None, Setting | None]:
        """The title and the place of the next step, in so much room; None for one that has too little."""
        size = max(scale.least_body, TITLE * scale.title)
        title = fit(step.title, "semibold", (size, scale.least_body), (room - 1.25 * side, 1.9 * size), 1.1, even=True)
        if title is None:
            return None, None
        below = max(scale.least_body, WHERE * scale.title)
        left = height - max(side, title.height) - BELOW_TITLE * below
        return title, fit(step.where, "regular", (below, scale.least_body), (room, left), 1.1, even=True)

    def _draw_picture(self, sketch: Sketch, picture: Use, step: StepCard, room: Box, scale: StepScale) -> None:
        """Draw the figure of the next step, which the document has already, in the middle of a room.

        A figure whose numbers would be too small for that is drawn again, at its size.
        """
        size = picture.art.size
        part = min(room.width / size.width, room.height / size.height)
        if part * least_type(picture.art) < LEAST_TYPE:
            _draw_again(sketch, step, room, scale)
            return
        x, y = room.x + (room.width - part * size.width) / 2, room.y + (room.height - part * size.height) / 2
        sketch.draw_artwork(picture.art, x, y, part)


def _draw_again(sketch: Sketch, step: StepCard, room: Box, scale: StepScale) -> None:
    """Draw the figure of a step, whose card describes it."""
    draw_figure(sketch, replace(step, drawing_alt="", picture_alt=""), room, scale.line_weight, middle=True)


def next_panels(
    step: StepCard, following: StepCard | None, picture: Use | None, label: str, turned: StepCard | None = None
) -> list[NextPanel]:
    """The panels that may be at the foot of a back, the best first: with a picture, in words, in fewer words.

    `turned`: the step with which the other limb begins, if that is what comes next.
    """
    if not step.next:
        return [NextPanel("", "")]
    panels = [NextPanel(step.next, label), NextPanel(step.next_brief, label), NextPanel("", "")]
    if following and step.next == f"{following.name}  {following.title}":
        return [NextPanel(step.next, label, following, picture), *panels]
    if turned and turned.drawing:
        return [NextPanel(step.next, label, turned=turned), *panels]
    return panels
