"""The back of a step card: what to do, what to feel and ask, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.posture_pictures import posture_picture
from cardgen.layouts.cards.steps.next_panel import NextPanel
from cardgen.layouts.cards.steps.paragraph_styles import roomy_styles
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.flow import StartFace
from cardgen.layouts.parts.paragraphs import HEADING_GAP, ParagraphStyle, SetBlock, set_blocks
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import Setting
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Block, StepCard

BACK_MARGIN = 2 * MM
"""Extra margin of a back: a duplex printer may shift it by as much."""
BACK_TITLE = 0.7
"""Type size of a title on later faces and on backs, as a fraction of that on fronts."""
PANEL = Size(1.5, 1.8)
"""Size of the picture of the hand, in squares of the front."""
PANEL_GAP, PANEL_CORNER, PANEL_PADDING = 0.25, 0.1, 0.12
"""Next to the picture, the radius of its corners, and inside it, in squares of the front."""
LEAST_BESIDE = 31 * MM
"""The least width of the text next to the picture of the hand."""
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


ROOMY_BACK, CLOSE_BACK = BackLook(BACK_TITLE, 0.62, 0.9, 0.6, BACK_MARGIN), BackLook(BACK_TITLE, 0.62, 0.45, 0.3, 0)
LOW_BACK = BackLook(BACK_TITLE, 0.45, 0.4, 0.2, 0)
"""For the most words: the title is as large as they are, and neither icon nor "Do" is above them."""


class Grip(Struct, frozen=True):
    """How to hold the hand: its picture, and what to do next to it."""

    posture: str
    texts: Sequence[Setting]
    panel: Size
    gap: float
    heading_gap: float
    running: bool
    """Whether the first text is a running head, which is not read aloud."""

    @property
    def height(self) -> float:
        between = self.heading_gap * (len(self.texts) - 1)
        return max(self.panel.height, sum(setting.height for setting in self.texts) + between)

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
                sketch.draw_setting(panel.right + self.gap, y, setting)


def posture_of(step: StepCard) -> str:
    """The posture of the hand that works first; empty when the drawing shows none."""
    strokes = step.drawing.strokes if step.drawing else ()
    return next((stroke.posture for stroke in strokes if stroke.posture), "")


def draw_back(
    step: StepCard,
    blocks: Sequence[Block],
    panels: Sequence[NextPanel],
    start: StartFace,
    styles: Sequence[ParagraphStyle],
    bottom: float,
    scale: StepScale,
) -> Sketch | None:
    """The texts of a back on one face above what comes next, in the largest type that fits; None when none does.

    The first of the `panels` that leaves room for the texts is drawn.
    """
    letters = sum(len(block.heading) + len(block.text) for block in blocks)
    for panel in panels:
        sketch, top = start(0)
        live = sketch.live(top, bottom)
        high = panel.height(scale)
        room = live.height - high - ABOVE_PANEL * scale.margin
        for style in (*roomy_styles(styles[0]), *styles):
            if letters * LETTER_AREA * style.body**2 > live.width * room:
                continue
            try:
                parts = _set_parts(step, blocks, style, live.width, sketch, scale)
            except MisfitError:  # a word is too long for larger type
                continue
            if sum(part.height for part in parts) + style.gap * (len(parts) - 1) <= room:
                y = live.y
                for part in parts:
                    part.draw(sketch, live.x, y)
                    y += part.height + style.gap
                if panel.draw(sketch, Box(live.x, bottom - high, live.width, high), scale):
                    return sketch
                break
    return None


def _set_parts(
    step: StepCard, blocks: Sequence[Block], style: ParagraphStyle, room: float, sketch: Sketch, scale: StepScale
) -> list[Grip | SetBlock]:
    """The paragraphs broken into lines, the first one next to the picture of the hand that works."""
    if grip := _set_grip(step, blocks, style, room, sketch, scale):
        return [grip, *set_blocks(blocks[1:], style, room, sketch)]
    return list(set_blocks(blocks, style, room, sketch))


def _set_grip(
    step: StepCard, blocks: Sequence[Block], style: ParagraphStyle, room: float, sketch: Sketch, scale: StepScale
) -> Grip | None:
    """The first paragraph next to the picture of the hand; None without a hand, or with too little room."""
    posture = posture_of(step)
    if not posture or not blocks or not style.icon or scale.words_below_icons:
        return None
    panel, gap = Size(PANEL.width * scale.square, PANEL.height * scale.square), PANEL_GAP * scale.square
    beside = room - panel.width - gap
    if beside < LEAST_BESIDE:
        return None
    try:
        (first,) = set_blocks(blocks[:1], replace(style, icon=0.0), beside, sketch)
    except MisfitError:
        return None
    texts = [setting for setting in (first.heading, first.body) if setting]
    return Grip(posture, texts, panel, gap, HEADING_GAP * style.body, first.running)
