"""The lower part of a step's page: the cue, paragraphs in one column or two, and the caution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.booklet.scale import COLUMN_GAP, BookScale
from cardgen.layouts.parts.caution import SIGN_GAP, draw_caution
from cardgen.layouts.parts.paragraphs import HEADING_GAP
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import Setting, fit
from cardgen.units import Box
from cardgen.wording.deck import Block, StepCard
from cardgen.wording.sentences import sentences

TEXT_LEADING = 1.25
"""Distance between baselines, in type sizes."""


class SetParagraph(Struct, frozen=True):
    """A heading, a text, or a text below its heading, broken into lines."""

    settings: tuple[Setting, ...]

    @property
    def height(self) -> float:
        between = HEADING_GAP * self.settings[-1].size * (len(self.settings) - 1)
        return sum(setting.height for setting in self.settings) + between

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        text = self.settings[-1]
        for setting in self.settings:
            with sketch.tagged("P" if setting is text else "H2"):
                y = sketch.draw_setting(x, y, setting) + HEADING_GAP * text.size


class StepTexts(Struct, frozen=True):
    """The texts of a step, broken into lines."""

    cue: Setting
    columns: tuple[tuple[SetParagraph, ...], ...]
    caution: Setting | None
    sign: float
    """Size of the caution sign."""
    gap: float
    """Between two paragraphs."""
    part_gap: float
    """Between the cue, the paragraphs and the caution."""

    @property
    def paragraphs(self) -> float:
        """Height of the paragraphs."""
        return max((_column_height(column, self.gap) for column in self.columns), default=0)

    @property
    def height(self) -> float:
        caution = max(self.caution.height, self.sign) + self.part_gap if self.caution else 0
        return self.cue.height + self.part_gap + self.paragraphs + caution

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the texts from the top of the box."""
        with sketch.tagged("P"):
            y = sketch.draw_setting(box.x, box.y, self.cue) + self.part_gap
        width = (box.width + COLUMN_GAP) / max(1, len(self.columns))
        for index, column in enumerate(self.columns):
            top = y
            for paragraph in column:
                paragraph.draw(sketch, box.x + index * width, top)
                top += paragraph.height + self.gap
        if self.caution:
            bottom = y + self.paragraphs + self.part_gap + max(self.caution.height, self.sign)
            draw_caution(sketch, self.caution, box.x, bottom, self.sign, SIGN_GAP * self.sign)


def set_step_texts(sketch: Sketch, step: StepCard, scale: BookScale, width: float, body: float) -> StepTexts:
    """Break the texts of a step into lines, paragraphs at the type size `body`; MisfitError for too long a word."""
    cue = _set_lines(sketch, step.cue, "regular", max(body, scale.cue), width)
    columns = scale.paragraph_columns
    room = (width - COLUMN_GAP * (columns - 1)) / columns
    heading = min(scale.heading, body + 0.5)
    blocks = list(_unsaid(step)) if columns > 1 else [_joined(list(_unsaid(step)))]
    paragraphs = [_set_paragraph(sketch, block, heading, body, room) for block in blocks]
    caution, sign = None, scale.paragraph_icon
    if step.caution:
        size, beside = max(body, scale.body), width - (1 + SIGN_GAP) * sign
        caution = _set_lines(sketch, step.caution, "semibold", size, beside)
    gap = 0.75 * body
    return StepTexts(cue, _split(paragraphs, columns, gap), caution, sign, gap, scale.part_gap)


def _set_lines(sketch: Sketch, text: str, font: str, size: float, width: float) -> Setting:
    setting = fit(text, font, (size, size), (width, 1e6), TEXT_LEADING)
    if setting is None:
        raise sketch.misfit("word", text)
    return setting


def _set_paragraph(sketch: Sketch, block: Block, heading: float, body: float, width: float) -> SetParagraph:
    texts = ((block.heading, "semibold", heading), (block.text, "regular", body))
    return SetParagraph(tuple(_set_lines(sketch, text, font, size, width) for text, font, size in texts if text))


def _unsaid(step: StepCard) -> Iterator[Block]:
    """The paragraphs of a step, without headings that only say what a fact or the line below the title says."""
    said = {text.lower() for fact in step.facts for text in (fact.word, fact.line)} | {step.where.lower()}
    for block in step.blocks:
        heading = "" if block.heading.lower() in said else block.heading
        if heading or block.text:
            yield replace(block, heading=heading)


def _joined(blocks: Sequence[Block]) -> Block:
    """All paragraphs as one."""
    return Block("", "", sentences(text for block in blocks for text in (block.heading, block.text)))


def _split(paragraphs: Sequence[SetParagraph], count: int, gap: float) -> tuple[tuple[SetParagraph, ...], ...]:
    """One column, or two as even as possible."""
    if count == 1 or len(paragraphs) < 2:
        return (tuple(paragraphs),)

    def height(place: int) -> float:
        return max(_column_height(paragraphs[:place], gap), _column_height(paragraphs[place:], gap))

    place = min(range(1, len(paragraphs)), key=height)
    return tuple(paragraphs[:place]), tuple(paragraphs[place:])


def _column_height(column: Sequence[SetParagraph], gap: float) -> float:
    return sum(paragraph.height for paragraph in column) + gap * max(0, len(column) - 1)
