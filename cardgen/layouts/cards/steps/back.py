"""The back of a step card: what to do, what to feel and ask, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from itertools import product
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.posture_pictures import posture_picture
from cardgen.layouts.cards.steps.back_texts import in_one_paragraph
from cardgen.layouts.cards.steps.next_panel import NextPanel
from cardgen.layouts.cards.steps.paragraph_styles import largest_styles, roomy_styles
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.flow import StartFace
from cardgen.layouts.parts.paragraphs import HEADING_GAP, ParagraphStyle, SetBlock, set_blocks
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Block, StepCard

BACK_MARGIN = 2 * MM
"""Extra margin of a back: a duplex printer may shift it by as much."""
BACK_TITLE = 0.74
"""Type size of a title on later faces and on backs, as a fraction of that on fronts."""
PANEL = Size(1.5, 1.8)
"""Size of the picture of the hand, in squares of the front."""
PANEL_GAP, PANEL_CORNER, PANEL_PADDING = 0.25, 0.1, 0.12
"""Next to the picture, the radius of its corners, and inside it, in squares of the front."""
LEAST_BESIDE = 31 * MM
"""The least width of the text next to the picture of the hand."""
CLEAR, LEAST_BELOW = 0.3, 2
"""From the picture of the hand to a line below it, in type sizes; the least number of lines that go on there."""
LETTER_AREA = 0.5
"""Less than the room that a letter takes, in squares of the type size: types that cannot fit are not tried."""
ABOVE_PANEL = 0.6
"""From the texts to the panel below them, in margins."""


class BackLook(Struct, frozen=True):
    """The room that a back leaves around its texts."""

    title: float
    square: float
    """The type size of the title and the side of the square, as fractions of those on the front."""
    below: float
    above: float
    """Below the title and above the foot, in margins."""
    margin: float
    """More than the margin of a front, in points."""
    grips: tuple[float, ...] = (1.0,)
    """Sizes that the picture of the hand may have, as multiples of the usual one, the best first."""


ROOMY_BACK, CLOSE_BACK = BackLook(BACK_TITLE, 0.62, 0.9, 0.6, BACK_MARGIN), BackLook(BACK_TITLE, 0.62, 0.45, 0.3, 0)
LARGE_BACK = BackLook(BACK_TITLE, 0.62, 0.9, 0.6, BACK_MARGIN, grips=(1.35, 1.0))
"""For the fewest words, in the largest type, next to a large picture of the hand if there is room for it."""
LOW_BACK = BackLook(BACK_TITLE, 0.45, 0.4, 0.2, 0)
"""For the most words: the title is as large as they are, and neither icon nor "Do" is above them."""
LOW_SPACING = 1.15
"""Between their lines, where they need the room, in type sizes."""


class Grip(Struct, frozen=True):
    """How to hold the hand: its picture, and what to do next to it and below it."""

    posture: str
    texts: Sequence[Setting]
    panel: Size
    gap: float
    heading_gap: float
    running: bool
    """Whether the first text is a running head, which is not read aloud."""
    below: Setting | None
    """The lines with which the last text goes on below the picture."""

    @property
    def height(self) -> float:
        beside = sum(setting.height for setting in self.texts) + self.heading_gap * (len(self.texts) - 1)
        return beside + _line_gap(self.below) + self.below.height if self.below else max(self.panel.height, beside)

    def draw(self, sketch: Sketch, x: float, top: float) -> None:
        """Draw the hand on the wash of the area, and the texts next to it."""
        panel, theme = Box(x, top, *self.panel), sketch.theme
        accent = theme.accents[sketch.tab.area] if sketch.tab else None
        fill, stroke = (accent.wash, None) if accent and accent.wash else (None, theme.rule)
        sketch.draw_path(rounded(panel, PANEL_CORNER * panel.width), fill=fill, stroke=stroke)
        pad = PANEL_PADDING * panel.width
        picture = posture_picture(self.posture, Size(panel.width - 2 * pad, panel.height - 2 * pad), theme)
        sketch.draw_artwork(picture, x + pad, top + pad)
        heading, *others = self.texts
        with nullcontext() if self.running else sketch.tagged("H2"):
            y = sketch.draw_setting(panel.right + self.gap, top, heading) + self.heading_gap
        for setting in others:
            with sketch.tagged("P"):
                end = sketch.draw_setting(panel.right + self.gap, y, setting)
                if self.below:
                    sketch.draw_setting(x, end + _line_gap(self.below), self.below)


def _line_gap(setting: Setting) -> float:
    """From a baseline to the capitals of the next line."""
    return setting.leading - CAP * setting.size


def posture_of(step: StepCard) -> str:
    """The posture of the hand that works first; empty when the drawing shows none."""
    strokes = step.drawing.strokes if step.drawing else ()
    return next((stroke.posture for stroke in strokes if stroke.posture), "")


class BackWay(Struct, frozen=True):
    """A way to set a back."""

    blocks: Sequence[Block]
    panels: Sequence[NextPanel]
    look: BackLook
    styles: Sequence[ParagraphStyle]


def ways_to_set(
    blocks: Sequence[Block], panels: Sequence[NextPanel], styles: Sequence[ParagraphStyle], scale: StepScale
) -> Iterator[BackWay]:
    """The ways to set a back, the best first: the largest type only if the title is no smaller, and above a picture.

    The `panels` are in the same order.
    """
    largest, roomy = largest_styles(styles[0], BACK_TITLE * scale.title), [*roomy_styles(styles[0]), *styles]
    yield BackWay(blocks, panels[:1] if largest else (), LARGE_BACK, largest)
    yield BackWay(blocks, panels, ROOMY_BACK, roomy)
    joined = in_one_paragraph(blocks)
    yield BackWay(joined, panels, ROOMY_BACK, roomy)
    yield BackWay(joined, panels, CLOSE_BACK, roomy)
    bare = replace(joined[0], heading="" if joined[0].running else joined[0].heading)
    low = replace(styles[-1], icon=0.0)
    yield BackWay([bare], panels, LOW_BACK, [*roomy_styles(low), low, replace(low, spacing=LOW_SPACING)])


def draw_back(step: StepCard, way: BackWay, start: StartFace, bottom: float, scale: StepScale) -> Sketch | None:
    """The texts of a back on one face above what comes next, in the largest type that fits; None when none does.

    The first panel that leaves room for the texts is drawn.
    """
    blocks, hands = way.blocks, [grip * scale.square for grip in way.look.grips]
    letters = sum(len(block.heading) + len(block.text) for block in blocks)
    for panel in way.panels:
        sketch, top = start(0)
        live = sketch.live(top, bottom)
        high = panel.height(scale)
        above = ABOVE_PANEL * scale.margin if high else 0.0
        room = live.height - high - above
        for style, hand in product(way.styles, hands):
            if letters * LETTER_AREA * style.body**2 > live.width * room:
                continue
            try:
                parts = _set_parts(step, blocks, style, live.width, sketch, hand)
            except MisfitError:  # a word is too long for larger type
                continue
            if sum(part.height for part in parts) + style.gap * (len(parts) - 1) <= room:
                y = live.y
                for part in parts:
                    part.draw(sketch, live.x, y)
                    y += part.height + style.gap
                high = panel.best_height(scale, bottom - y + style.gap - above)
                if panel.draw(sketch, Box(live.x, bottom - high, live.width, high), scale):
                    return sketch
                break
    return None


def _set_parts(
    step: StepCard, blocks: Sequence[Block], style: ParagraphStyle, room: float, sketch: Sketch, square: float
) -> list[Grip | SetBlock]:
    """The paragraphs broken into lines, the first one next to the picture of the hand that works."""
    if grip := _set_grip(step, blocks, style, room, sketch, square):
        return [grip, *set_blocks(blocks[1:], style, room, sketch)]
    return list(set_blocks(blocks, style, room, sketch))


def _set_grip(
    step: StepCard, blocks: Sequence[Block], style: ParagraphStyle, room: float, sketch: Sketch, square: float
) -> Grip | None:
    """The first paragraph next to the picture of the hand; None without a hand, or with too little room.

    `square`: the measure of the picture, as large as a square of the front.
    """
    posture = posture_of(step)
    if not (posture and blocks and style.icon):
        return None
    panel, gap = Size(PANEL.width * square, PANEL.height * square), PANEL_GAP * square
    beside = room - panel.width - gap
    if beside < LEAST_BESIDE:
        return None
    try:
        (first,) = set_blocks(blocks[:1], replace(style, icon=0.0), beside, sketch)
    except MisfitError:
        return None
    heading_gap = HEADING_GAP * style.body
    if not first.body:
        return Grip(posture, [*filter(None, [first.heading])], panel, gap, heading_gap, first.running, None)
    above = first.heading.height + heading_gap if first.heading else 0.0
    body, below = _wrap(blocks[0].text, first.body, panel.height - above, room)
    return Grip(posture, [*filter(None, [first.heading]), body], panel, gap, heading_gap, first.running, below)


def _wrap(text: str, body: Setting, high: float, room: float) -> tuple[Setting, Setting | None]:
    """The lines of a text next to a picture, which reaches `high` points down, and those below it, `room` points wide.

    The text stays next to the picture if only a line would be below it, or if a line ends with a hyphen of its own.
    """
    count = ceil((high + CLEAR * body.size) / body.leading)
    rest = _rest(text, body.lines[:count]) if 0 < count <= len(body.lines) - LEAST_BELOW else ""
    below = fit(rest, body.font, (body.size, body.size), (room, 1e6), body.leading / body.size) if rest else None
    return (replace(body, lines=body.lines[:count]), below) if below else (body, None)


def _rest(text: str, lines: Sequence[str]) -> str:
    """What a text has after these lines of it; empty if they are not its own."""
    place = 0
    for line in lines:
        if not text.startswith(line, place):
            return ""
        place += len(line)
        place += text.startswith(" ", place)
    return text[place:]
