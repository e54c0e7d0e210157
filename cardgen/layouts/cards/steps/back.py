"""The back of a step card: what to do, what to feel and ask, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import cache
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.posture_pictures import posture_picture
from cardgen.artwork.postures import posture
from cardgen.layouts.cards.steps.back_texts import in_one_paragraph, with_facts_run_in
from cardgen.layouts.cards.steps.next_panel import NextPanel
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.paragraphs import HEADING_GAP, ParagraphStyle, SetBlock, set_blocks
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.layouts.parts.wrapped_text import WrappedText, go_on_below, line_gap
from cardgen.scene.marks import Use
from cardgen.scene.outlines import rounded
from cardgen.scene.text import Setting
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Block, StepCard

BACK_MARGIN = 2 * MM
"""Extra margin of a back: a duplex printer may shift it by as much."""
BACK_TITLE = 0.75
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

    square: float
    """Side of the square, as a fraction of that on the front."""
    below: float
    above: float
    """Below the title and above the foot, in margins."""
    margin: float
    """More than the margin of a front, in points."""
    hand: bool = False
    """Whether the picture of the hand is next to the first text."""


ROOMY_BACK = BackLook(0.62, 0.9, 0.6, BACK_MARGIN, hand=True)
CLOSE_BACK, LOW_BACK = BackLook(0.62, 0.45, 0.3, 0), BackLook(0.45, 0.4, 0.2, 0)
"""For many words, and for the most: below a low square, and without icon and "Do" above them."""
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
        return beside + line_gap(self.below) + self.below.height if self.below else max(self.panel.height, beside)

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
                    sketch.draw_setting(x, end + line_gap(self.below), self.below)


def posture_of(step: StepCard) -> str:
    """The posture of the hand that works first, the whole of it; empty when the drawing shows none."""
    strokes = step.drawing.strokes if step.drawing else ()
    name = next((stroke.posture for stroke in strokes if stroke.posture), "")
    return (posture(name).whole or name) if name else ""


class BackWay(Struct, frozen=True):
    """A way to set a back."""

    blocks: Sequence[Block]
    panels: Sequence[NextPanel]
    look: BackLook
    styles: Sequence[ParagraphStyle]


def ways_to_set(
    blocks: Sequence[Block], panels: Sequence[NextPanel], styles: Sequence[ParagraphStyle]
) -> Iterator[BackWay]:
    """The ways to set a back, the best first; the `panels` and `styles` are in the same order."""
    yield BackWay(with_facts_run_in(blocks), panels, ROOMY_BACK, styles)
    joined = in_one_paragraph(blocks)
    yield BackWay(joined, panels, ROOMY_BACK, styles)
    yield BackWay(joined, panels, CLOSE_BACK, styles)
    bare = replace(joined[0], heading="" if joined[0].running else joined[0].heading)
    low = replace(styles[-1], icon=0.0)
    yield BackWay([bare], panels, LOW_BACK, [low, replace(low, spacing=LOW_SPACING)])


class SetBack(Struct, frozen=True):
    """The back of a step, its texts broken into lines."""

    step: StepCard
    way: BackWay
    panel: NextPanel
    sketch: Sketch
    """The face with its title."""
    live: Box
    """The room for the texts, and for the panel below them."""
    style: ParagraphStyle
    parts: Sequence[Grip | SetBlock]

    @classmethod
    def set_in(
        cls,
        step: StepCard,
        way: BackWay,
        panel: NextPanel,
        sketch: Sketch,
        live: Box,
        styles: Sequence[ParagraphStyle],
        scale: StepScale,
    ) -> SetBack | None:
        """The texts in the first of the styles in which they fit above the panel; None if there is none."""
        high = panel.height(scale)
        room = live.height - high - (ABOVE_PANEL * scale.margin if high else 0.0)
        letters = sum(len(block.heading) + len(block.text) for block in way.blocks)
        for style in styles:
            if letters * LETTER_AREA * style.body**2 > live.width * room:
                continue
            try:
                parts = _set_parts(step, way, style, live.width, sketch, scale)
            except MisfitError:  # a word is too long for larger type
                continue
            if sum(part.height for part in parts) + style.gap * (len(parts) - 1) <= room:
                return cls(step, way, panel, sketch, live, style, parts)
        return None

    def in_smaller(self, styles: Sequence[ParagraphStyle], scale: StepScale) -> SetBack:
        """The same in one of these styles, if they are smaller."""
        if self.style.body <= styles[0].body:
            return self
        return self.set_in(self.step, self.way, self.panel, self.sketch, self.live, styles, scale) or self

    def with_facts_apart(self, blocks: Sequence[Block], scale: StepScale) -> SetBack:
        """The same with these paragraphs, where a roomy back has room for their facts below the text, in its type."""
        if self.way.look != ROOMY_BACK or blocks == self.way.blocks:
            return self
        way, same = replace(self.way, blocks=blocks), [s for s in self.way.styles if s.body == self.style.body]
        return self.set_in(self.step, way, self.panel, self.sketch, self.live, same, scale) or self

    def draw(self, picture: Use | None, scale: StepScale) -> Sketch:
        """Draw the texts from the top, and what comes next at the foot, with its picture."""
        y, high = self.live.y, self.panel.height(scale)
        for part in self.parts:
            part.draw(self.sketch, self.live.x, y)
            y += part.height + self.style.gap
        self.panel.draw(self.sketch, self.live._replace(y=self.live.bottom - high, height=high), scale, picture)
        return self.sketch


def set_back(
    step: StepCard, ways: Iterable[BackWay], start: Callable[[BackLook], tuple[Sketch, Box]], scale: StepScale
) -> SetBack | None:
    """The texts of a back on one face above what comes next, in the largest type that fits; None when none does.

    `start` begins a face: the sketch with its title, and the room below it. The first panel that leaves room for the
    texts is there.
    """
    started = cache(start)
    for way in ways:
        sketch, live = started(way.look)
        for panel in way.panels:
            if panel.holds(live.width, scale) and (
                found := SetBack.set_in(step, way, panel, sketch, live, way.styles, scale)
            ):
                return found
    return None


def _set_parts(
    step: StepCard, way: BackWay, style: ParagraphStyle, room: float, sketch: Sketch, scale: StepScale
) -> list[Grip | SetBlock]:
    """The paragraphs broken into lines, the first one next to the picture of the hand that works."""
    if way.look.hand and (grip := _set_grip(step, way.blocks, style, room, sketch, scale)):
        return [grip, *set_blocks(way.blocks[1:], style, room, sketch)]
    return list(set_blocks(way.blocks, style, room, sketch))


def _set_grip(
    step: StepCard, blocks: Sequence[Block], style: ParagraphStyle, room: float, sketch: Sketch, scale: StepScale
) -> Grip | None:
    """The first paragraph next to the picture of the hand, which grows with the type if it can; None without room."""
    hand, usual = posture_of(step), (PANEL.width + PANEL_GAP) * scale.square
    most, grown = (room - LEAST_BESIDE) / usual, max(1.0, style.body / scale.body)
    part = grown if grown <= most else 1.0
    if not (hand and blocks) or part > most:
        return None
    square = part * scale.square
    panel, gap = Size(PANEL.width * square, PANEL.height * square), PANEL_GAP * square
    beside = room - panel.width - gap
    try:
        (first,) = set_blocks(blocks[:1], replace(style, icon=0.0), beside, sketch)
    except MisfitError:
        return None
    heading_gap = HEADING_GAP * style.body
    if not first.body:
        return Grip(hand, [*filter(None, [first.heading])], panel, gap, heading_gap, first.running, None)
    above = first.heading.height + heading_gap if first.heading else 0.0
    body = _wrap(blocks[0].text, first.body, panel.height - above, room)
    texts = [*filter(None, [first.heading]), body.beside]
    return Grip(hand, texts, panel, gap, heading_gap, first.running, body.below)


def _wrap(text: str, body: Setting, high: float, room: float) -> WrappedText:
    """The lines of a text next to a picture, which reaches `high` points down, and those below it, `room` points wide.

    The text stays next to the picture if only a line would be below it, or if a line ends with a hyphen of its own.
    """
    count = ceil((high + CLEAR * body.size) / body.leading)
    found = go_on_below(text, body, count, room) if 0 < count <= len(body.lines) - LEAST_BELOW else None
    return found or WrappedText(body)
