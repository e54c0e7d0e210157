"""A step on a page of a booklet: figure and facts above, cue, paragraphs and caution below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.booklet.scale import LEAST_BOOK, BookScale
from cardgen.layouts.parts.caution import draw_caution
from cardgen.layouts.parts.facts import SetFact, set_fact
from cardgen.layouts.parts.figure import draw_figure, is_wide, shown_size
from cardgen.layouts.parts.key_figure import draw_key_figure
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_step_title
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box, Length
from cardgen.wording.deck import Block, StepCard
from cardgen.wording.sentences import sentence

GAP = 4 * MM
FACT_GAP = 1.2 * MM
COLUMN_GAP = 6 * MM
SPACING = 1.25
SQUEEZES = (1.0, 0.88, 0.76)
"""How far icons and facts may shrink to keep a step on its page."""
MOST_MIDDLE = 0.64
"""The most height that figure and facts take, as a part of what is below the title."""
LOW = 0.55
"""The least height of the figure, as a part of the facts' height beside it."""


class Paragraph(Struct, frozen=True):
    """A heading, a text, or a text below its heading."""

    settings: tuple[Setting, ...]

    @property
    def height(self) -> float:
        between = 0.55 * self.settings[-1].size * (len(self.settings) - 1)
        return sum(setting.height for setting in self.settings) + between

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        for setting in self.settings:
            with sketch.tagged("H2" if setting is not self.settings[-1] else "P"):
                y = sketch.draw_setting(x, y, setting) + 0.55 * self.settings[-1].size


def draw_step(sketch: Sketch, step: StepCard, scale: BookScale, live: Box) -> None:
    """Draw a step on its page; UserError when it does not fit, even in the smallest type.

    A picture stands beside the facts or above them, wherever it becomes larger.
    """
    end = draw_step_title(sketch, step.number, step.title, live.y, scale.step_number, scale.step_title, scale.least)
    room = Box(live.x, end + GAP, live.width, live.bottom - end - GAP)
    ways = (is_wide(step),) if step.picture is None else (False, True)
    found = [page for wide in ways if (page := _fitted(sketch, step, scale, room, wide))]
    if not found:
        raise sketch.misfit("step", step.title)
    max(found, key=lambda page: shown_size(step, page.figure.size)).draw(sketch)


def _fitted(sketch: Sketch, step: StepCard, scale: BookScale, room: Box, wide: bool) -> StepPage | None:
    """The step in the largest type that fits its page."""
    tried = (
        _try(sketch, shown, fitted, body, room, wide)
        for shown in _with_fewer_facts(step)
        for fitted in _squeezed(scale)
        for body in scale.bodies
    )
    return next(filter(None, tried), None)


def _with_fewer_facts(step: StepCard) -> Iterator[StepCard]:
    """The step, then without the facts behind the pressure, one by one: the paragraphs tell these too."""
    least = max((index for index, fact in enumerate(step.facts, 1) if fact.needed), default=len(step.facts))
    for count in range(len(step.facts), least - 1, -1):
        yield replace(step, facts=step.facts[:count])


def _squeezed(scale: BookScale) -> Iterator[BookScale]:
    """The scale, then with ever smaller facts: no words below the least size."""
    for part in SQUEEZES:
        yield replace(
            scale,
            fact_icon=Length(part * scale.fact_icon),
            key_figure=part * scale.key_figure,
            fact=max(LEAST_BOOK, part * scale.fact),
            fact_note=max(LEAST_BOOK, part * scale.fact_note),
            least=max(LEAST_BOOK, part * scale.least),
        )


def _try(sketch: Sketch, step: StepCard, scale: BookScale, body: float, room: Box, wide: bool) -> StepPage | None:
    """Everything below the title, if it fits at these sizes."""
    below = _set_below(sketch, step, scale, room.width, body)
    width = (room.width - COLUMN_GAP) / 2 if wide else (1 - scale.figure_share) * room.width - GAP
    middle = Middle(_set_facts(sketch, step, scale, width), scale, wide)
    if below.height + GAP + middle.least > room.height:
        return None
    box = room._replace(height=min(room.height - below.height - GAP, MOST_MIDDLE * room.height))
    return StepPage(step, middle, box, below, Box(room.x, box.bottom + GAP, room.width, room.height - box.height - GAP))


class StepPage(Struct, frozen=True):
    """All that stands below the title, in its places."""

    step: StepCard
    middle: Middle
    box: Box
    """Of the figure and the facts."""
    below: Below
    rest: Box

    @property
    def figure(self) -> Box:
        return self.middle.figure(self.box)

    def draw(self, sketch: Sketch) -> None:
        self.middle.draw(sketch, self.step, self.box)
        self.below.draw(sketch, self.rest)


class Below(Struct, frozen=True):
    """What stands below the figure: the cue, paragraphs in one column or two, the caution."""

    cue: Setting
    columns: tuple[tuple[Paragraph, ...], ...]
    caution: Setting | None
    sign: float
    """Size of the caution's sign."""
    gap: float
    """Between two paragraphs."""

    @property
    def paragraphs(self) -> float:
        return max((_height(column, self.gap) for column in self.columns), default=0)

    @property
    def height(self) -> float:
        caution = max(self.caution.height, self.sign) + GAP if self.caution else 0
        return self.cue.height + GAP + self.paragraphs + caution

    def draw(self, sketch: Sketch, box: Box) -> None:
        """From the top of the box; the caution at its foot."""
        with sketch.tagged("P"):
            y = sketch.draw_setting(box.x, box.y, self.cue) + GAP
        width = (box.width + COLUMN_GAP) / max(1, len(self.columns))
        for index, column in enumerate(self.columns):
            top = y
            for paragraph in column:
                paragraph.draw(sketch, box.x + index * width, top)
                top += paragraph.height + self.gap
        if self.caution:
            bottom = y + self.paragraphs + GAP + max(self.caution.height, self.sign)
            draw_caution(sketch, self.caution, box.x, bottom, self.sign, 0.32 * self.sign)


def _set_below(sketch: Sketch, step: StepCard, scale: BookScale, width: float, body: float) -> Below:
    """Break everything below the figure into lines, the paragraphs at this type size."""
    cue = _lines(sketch, step.cue, "regular", max(body, scale.cue), width)
    room = (width - COLUMN_GAP * (scale.paragraph_columns - 1)) / scale.paragraph_columns
    heading = min(scale.heading, body + 0.5)
    blocks = list(_unsaid(step)) if scale.paragraph_columns > 1 else [_joined(list(_unsaid(step)))]
    paragraphs = [_paragraph(sketch, block, heading, body, room) for block in blocks]
    caution = None
    sign = scale.paragraph_icon
    if step.caution:
        caution = _lines(sketch, step.caution, "semibold", max(body, scale.body), width - 1.32 * sign)
    gap = 0.75 * body
    return Below(cue, _columns(paragraphs, scale.paragraph_columns, gap), caution, sign, gap)


def _lines(sketch: Sketch, text: str, font: str, size: float, width: float) -> Setting:
    setting = fit(text, font, (size, size), (width, 1e6), SPACING)
    if setting is None:
        raise sketch.misfit("word", text)
    return setting


def _unsaid(step: StepCard) -> Iterator[Block]:
    """The paragraphs without headings that only say what a fact says."""
    said = {text.lower() for fact in step.facts for text in (fact.word, fact.line)}
    for block in step.blocks:
        heading = "" if block.heading.lower() in said else block.heading
        if heading or block.text:
            yield replace(block, heading=heading)


def _joined(blocks: Sequence[Block]) -> Block:
    """All paragraphs as one."""
    return Block("", "", " ".join(sentence(text) for block in blocks for text in (block.heading, block.text) if text))


def _paragraph(sketch: Sketch, block: Block, heading: float, body: float, width: float) -> Paragraph:
    texts = ((block.heading, "semibold", heading), (block.text, "regular", body))
    return Paragraph(tuple(_lines(sketch, text, font, size, width) for text, font, size in texts if text))


def _columns(paragraphs: Sequence[Paragraph], count: int, gap: float) -> tuple[tuple[Paragraph, ...], ...]:
    """One column, or two as even as can be."""
    if count == 1 or len(paragraphs) < 2:
        return (tuple(paragraphs),)
    places = range(1, len(paragraphs))
    place = min(places, key=lambda at: max(_height(paragraphs[:at], gap), _height(paragraphs[at:], gap)))
    return tuple(paragraphs[:place]), tuple(paragraphs[place:])


def _height(column: Sequence[Paragraph], gap: float) -> float:
    return sum(paragraph.height for paragraph in column) + gap * max(0, len(column) - 1)


class Middle(Struct, frozen=True):
    """Key figure and facts, broken into lines to stand beside a figure, or below a wide one."""

    facts: Sequence[SetFact]
    scale: BookScale
    wide: bool

    @property
    def columns(self) -> int:
        """Of the facts."""
        return 2 if self.wide else 1

    @property
    def height(self) -> float:
        """The least height of the key figure and the facts below it."""
        heights = [max(self.scale.fact_icon, fact.height) + FACT_GAP for fact in self.facts]
        rows = [max(heights[at : at + self.columns]) for at in range(0, len(heights), self.columns)]
        return _key_height(self.scale) + GAP + sum(rows)

    @property
    def least(self) -> float:
        """The least height of all, with the figure."""
        return self.height + (LOW * _key_height(self.scale) * 2 if self.wide else 0)

    def figure(self, box: Box) -> Box:
        """Where the figure stands."""
        if self.wide:
            return box._replace(height=box.height - self.height - GAP)
        return box._replace(width=self.scale.figure_share * box.width)

    def draw(self, sketch: Sketch, step: StepCard, box: Box) -> None:
        figure = self.figure(box)
        draw_figure(sketch, step, figure, 1.0)
        x = figure.right + GAP
        beside = Box(x, box.y, box.right - x, box.height)
        below = Box(box.x, box.bottom - self.height, box.width, self.height)
        _draw_key_and_facts(sketch, step, self.scale, self.facts, below if self.wide else beside, self.columns)


def _set_facts(sketch: Sketch, step: StepCard, scale: BookScale, width: float) -> list[SetFact]:
    found = []
    for fact in step.facts:
        placed = set_fact(fact, width - 1.25 * scale.fact_icon, scale.fact, scale.fact_note, scale.least)
        if placed is None:
            raise sketch.misfit("word beside an icon", f"{fact.word} {fact.note}")
        found.append(placed)
    return found


def _key_height(scale: BookScale) -> float:
    return CAP * scale.key_figure * 1.25


def _draw_key_and_facts(
    sketch: Sketch, step: StepCard, scale: BookScale, facts: Sequence[SetFact], box: Box, columns: int
) -> None:
    """The key figure, and the facts below it in rows."""
    key = Box(box.x, box.y, box.width, _key_height(scale))
    draw_key_figure(sketch, step.key, key, scale.key_figure, scale.key_figure_words, scale.least)
    rows = [facts[at : at + columns] for at in range(0, len(facts), columns)]
    heights = [max(scale.fact_icon, *(fact.height for fact in row)) for row in rows]
    spare = box.bottom - key.bottom - GAP - sum(heights)
    between = max(FACT_GAP, min(spare / max(1, len(rows)), 0.5 * scale.fact_icon))
    y = key.bottom + GAP
    width = (box.width + COLUMN_GAP) / columns
    with sketch.tagged("L"):
        for row, height in zip(rows, heights, strict=True):
            for index, fact in enumerate(row):
                fact.draw(sketch, box.x + index * width, y + height / 2, scale.fact_icon, 0.25 * scale.fact_icon)
            y += height + between
