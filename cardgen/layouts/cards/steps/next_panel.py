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
from cardgen.wording.deck import BEFORE_TITLE, StepCard

HIGH, LOW = 2.1, 0.95
"""Height of a panel with a picture and of one without, in squares of the front."""
PICTURE = 1.25
"""Width of the picture, in squares of the front."""
SQUARE = 0.53
"""Side of the next step's square, in squares of the front."""
ICON, ICON_INDENT, BESIDE_ICON = 0.58, 1.3, 1.5
"""The icon before words, in squares of the front; from its left to these, and what they lack of the width, in icons."""
PICTURE_GAP = 0.2
"""Next to the picture, in squares of the front."""
PADDING = 0.11
"""Inside the panel, in squares of the front."""
OUTLINE, CORNER = 0.75, 0.1
"""Weight of the panel's outline in points, and the radius of its corners in squares of the front."""
LEAST_TYPE = 6
"""The least type size in a picture, in points."""
TITLE, WHERE, ABOVE = 0.64, 0.54, 0.48
"""Type sizes of the title of the next step, of its place, and of "Next", as fractions of the title's on the front."""
LABEL_INDENT, SQUARE_INDENT = 1.4, 1.25
"""From the left of the arrow to "Next", in its type sizes; from the left of the square to the title, in squares."""
LEADING, TITLE_LEADING = 1.15, 1.1
MOST_TITLE = 1.9
"""The greatest height of the title of the next step, in its largest type size."""
LABEL_HEIGHT, BELOW_LABEL = 1.5, 0.35
"""From the top of "Next" to the number below it, in its type sizes; further down to words, in type sizes of these."""
BELOW_TITLE = 0.55
"""From the title of the next step, or its square, down to its place, in type sizes of the place."""


class NextPanel(Struct, frozen=True):
    """The next thing after a step: a step with its picture, or words, or nothing."""

    text: str
    label: str
    step: StepCard | None = None
    turned: StepCard | None = None
    """The step, on the other limb, whose figure is next to the words."""

    def height(self, scale: StepScale) -> float:
        """The height of the panel, in points."""
        return (HIGH if self.step or self.turned else LOW if self.text else 0.0) * scale.square

    def holds(self, wide: float, scale: StepScale) -> bool:
        """Whether a panel this wide has room for the words."""
        inner = _inside(Box(0, 0, wide, self.height(scale)), scale)
        if self.step:
            return None not in self._set_step(self.step, inner, scale)
        if not self.text:
            return True
        return (self._set_turned(inner, scale) if self.turned else self._set_words(inner, scale)) is not None

    def draw(self, sketch: Sketch, box: Box, scale: StepScale, picture: Use | None) -> None:
        """Draw the panel in a box that holds its words; `picture` is the figure on the front of the next step."""
        if not self.text:
            return
        inner = _inside(box, scale)
        sketch.draw_path(rounded(box, CORNER * scale.square), stroke=sketch.theme.rule, width=OUTLINE)
        if self.step:
            self._draw_step(sketch, inner, scale, self.step, picture)
        elif self.turned:
            self._draw_turned(sketch, inner, scale, self.turned)
        else:
            self._draw_words(sketch, inner, scale)

    def _set_words(self, box: Box, scale: StepScale) -> Setting | None:
        """The words on one line, or with the title of a step on the second one, or broken anywhere."""
        text, sizes, wide = (
            f"{self.label}: {self.text}",
            _title_sizes(scale),
            box.width - BESIDE_ICON * ICON * scale.square,
        )
        ways = (text, scale.least_body), (text.replace(BEFORE_TITLE, "\n"), box.height), (text, box.height)
        tried = (fit(given, "semibold", sizes, (wide, high), LEADING, even=True) for given, high in ways)
        return next(filter(None, tried), None)

    def _draw_words(self, sketch: Sketch, box: Box, scale: StepScale) -> None:
        icon = ICON * scale.square
        if setting := self._set_words(box, scale):
            with sketch.beside_icon("P", "next", "", box.x, box.y + (box.height - icon) / 2, icon):
                sketch.draw_setting(box.x + ICON_INDENT * icon, box.y + (box.height - setting.height) / 2, setting)

    def _set_turned(self, box: Box, scale: StepScale) -> Setting | None:
        beside = _beside_picture(box, scale)
        return fit(self.text, "semibold", _title_sizes(scale), (beside.width, beside.height), LEADING, even=True)

    def _draw_turned(self, sketch: Sketch, box: Box, scale: StepScale, turned: StepCard) -> None:
        """Draw the figure of the step with which the other limb begins, and next to it the words."""
        beside = _beside_picture(box, scale)
        _draw_again(sketch, turned, box._replace(width=PICTURE * scale.square), scale)
        with sketch.tagged("P", f"{self.label}: {self.text}"):
            self._draw_label(sketch, beside.x, box.y, scale)
            if setting := self._set_turned(box, scale):
                with sketch.tagged("Span"):
                    sketch.draw_setting(beside.x, beside.y + BELOW_LABEL * setting.size, setting)

    def _draw_label(self, sketch: Sketch, x: float, y: float, scale: StepScale) -> None:
        """Draw an arrow, and "Next" beside it."""
        small = _label_size(scale)
        sketch.draw_icon("next", x, y, small)
        with sketch.tagged("Span"):
            sketch.draw_text(x + LABEL_INDENT * small, y + (small + CAP * small) / 2, self.label, "semibold", small)

    def _set_step(self, step: StepCard, box: Box, scale: StepScale) -> tuple[Setting | None, Setting | None]:
        """The title and the place of the next step; None for one that has too little room."""
        beside, side = _beside_picture(box, scale), SQUARE * scale.square
        sizes = _title_sizes(scale)
        title = fit(
            step.title,
            "semibold",
            sizes,
            (beside.width - SQUARE_INDENT * side, MOST_TITLE * sizes[0]),
            TITLE_LEADING,
            even=True,
        )
        if title is None:
            return None, None
        below = max(scale.least_body, WHERE * scale.title)
        left = beside.height - max(side, title.height) - BELOW_TITLE * below
        return title, fit(
            step.where, "regular", (below, scale.least_body), (beside.width, left), TITLE_LEADING, even=True
        )

    def _draw_step(self, sketch: Sketch, box: Box, scale: StepScale, step: StepCard, picture: Use | None) -> None:
        """Draw the picture, and next to it the number, the title and the place of the next step."""
        (x, top, *_), side = _beside_picture(box, scale), SQUARE * scale.square
        title, where = self._set_step(step, box, scale)
        if picture:
            self._draw_picture(sketch, picture, step, box._replace(width=PICTURE * scale.square), scale)
        if not (title and where):
            return
        color = draw_square(sketch, x, top, side, sketch.theme.accents[step.tab.area].deep, step.optional)
        with sketch.tagged("P", f"{self.label}: {' '.join(self.text.split())}"):
            self._draw_label(sketch, x, box.y, scale)
            with sketch.tagged("Span"):
                draw_number_on_square(sketch, str(step.name.number), x, top, side, color)
            with sketch.tagged("Span"):
                sketch.draw_setting(x + SQUARE_INDENT * side, top + max(0.0, side - title.height) / 2, title)
        with sketch.tagged("P"):
            sketch.draw_setting(x, top + max(side, title.height) + BELOW_TITLE * where.size, where)

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


def _inside(box: Box, scale: StepScale) -> Box:
    """The room within the outline of a panel."""
    pad = PADDING * scale.square
    return Box(box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad)


def _label_size(scale: StepScale) -> float:
    """Type size of "Next" above what comes next."""
    return max(scale.least_body, ABOVE * scale.title)


def _title_sizes(scale: StepScale) -> tuple[float, float]:
    """The largest and the least type size of what comes next."""
    return max(scale.least_body, TITLE * scale.title), scale.least_body


def _beside_picture(box: Box, scale: StepScale) -> Box:
    """The room next to the picture, below "Next"."""
    left, top = (PICTURE + PICTURE_GAP) * scale.square, LABEL_HEIGHT * _label_size(scale)
    return Box(box.x + left, box.y + top, box.width - left, box.height - top)


def _draw_again(sketch: Sketch, step: StepCard, room: Box, scale: StepScale) -> None:
    """Draw the figure of a step, whose card describes it."""
    draw_figure(sketch, replace(step, drawing_alt="", picture_alt=""), room, scale.line_weight, middle=True)


def next_panels(
    step: StepCard, following: StepCard | None, label: str, turned: StepCard | None = None
) -> list[NextPanel]:
    """The panels that may be at the foot of a back, the best first: with a picture, in words, in fewer words.

    `following`: the step that may be shown with its picture. `turned`: the one with which the other limb begins, if
    that is what comes next.
    """
    panels = [NextPanel(step.next.text, label), NextPanel(step.next.brief, label), NextPanel("", "")]
    if following and step.next.card == following.name:
        return [NextPanel(step.next.text, label, following), *panels]
    if turned:
        return [NextPanel(step.next.text, label, turned=turned), *panels]
    return panels
