"""A step in a booklet, on half a page or on a whole one: all that is on its card's front and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.booklet.scale import StepSizes
from cardgen.layouts.booklet.step_head import StepHead, set_head
from cardgen.layouts.booklet.step_parts import (
    SetCaution,
    SetFacts,
    SetTexts,
    choose_facts,
    set_caution,
    set_cue,
    set_facts,
    set_texts,
)
from cardgen.layouts.parts.figure import draw_figure, is_wide, shown_area
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import Setting
from cardgen.units import Box, Size
from cardgen.wording.book_steps import BookStep
from cardgen.wording.deck import Fact, StepCard

TextPlacement = Literal["beside", "under", "below", "above"]
"""Where the texts are: next to the figure; under figure, facts and cue; below figure and facts; below a wide figure."""

SQUEEZES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.76)
"""How much facts, cue and gaps may shrink to keep a step on half a page."""
FURTHER = (0.72, 0.68)
"""And further on a page of its own, before its text goes on to another."""
TYPE_WORTH = 4
"""How much larger a figure must be to be worth smaller type: the area grows as this power of the shrinking."""
LEAST_FIGURE = 0.3
"""The least height of a figure over everything else, as a fraction of the room below the head."""
USUAL_FIGURE = {"below": 0.6, "above": 0.36}
"""The greatest height of a figure over texts, so that cues begin at one height."""
WIDE_SHARE = 1.25
"""Width of a wide figure next to facts, as a multiple of the usual one."""
COLUMN_GAP = 1.3
"""Between a figure and the column at its right, in gaps."""
MOST_BESIDE = 4
"""Facts next to a figure, in two columns; the text says the others."""


class Contents(Struct, frozen=True):
    """The contents below the head of a step."""

    card: StepCard
    facts: tuple[Fact, ...]
    """Those that are shown with their icons."""
    details: str
    """The paragraphs of the text."""

    @classmethod
    def of(cls, step: BookStep, most: int | None) -> Contents:
        """The contents with at most `most` facts, as far as facts may be left out; None leaves out none."""
        facts = choose_facts(step.card, most)
        return cls(step.card, facts, step.details(facts))


class Space(Struct, frozen=True, dict=True):
    """The room below the head of a step and above its caution, and what is to be placed there at which sizes."""

    contents: Contents
    sizes: StepSizes
    room: Box
    least: float

    @cached_property
    def columns(self) -> tuple[Box, Box]:
        """The place of a figure at the left, and the column at its right."""
        share = self.sizes.figure * (WIDE_SHARE if is_wide(self.contents.card) else 1)
        figure = self.room._replace(width=min(share, 0.6) * self.room.width)
        x = figure.right + COLUMN_GAP * self.sizes.gap
        return figure, self.room._replace(x=x, width=self.room.right - x)

    @cached_property
    def facts_and_cue(self) -> tuple[SetFacts, Setting, float] | None:
        """Facts and cue in the column at the right, and the top of the cue, at one height with few facts and many."""
        card, column = self.contents.card, self.columns[1]
        facts = set_facts(card, self.contents.facts, self.sizes, column.width, self.least, 2)
        cue = set_cue(card, self.sizes, column.width)
        if facts is None or cue is None:
            return None
        return facts, cue, column.y + max(facts.height, facts.usual) + self.sizes.gap

    def set_texts(self, room: Size) -> SetTexts | None:
        """Text and question, at the largest size that fits in a part of the room."""
        return set_texts(self.contents.details, self.contents.card.ask, self.sizes, room, self.least)


class BlockPlaces(Struct, frozen=True):
    """Everything below the head of a step, in its place."""

    figure: Box
    facts: SetFacts
    facts_box: Box
    cue: Setting
    cue_at: tuple[float, float]
    texts: SetTexts
    texts_box: Box

    def moved(self, right: float, down: float) -> BlockPlaces:
        """The same places farther to the right and down."""
        x, y = self.cue_at
        return BlockPlaces(
            self.figure.moved(right, down),
            self.facts,
            self.facts_box.moved(right, down),
            self.cue,
            (x + right, y + down),
            self.texts,
            self.texts_box.moved(right, down),
        )


class StepBlock(Struct, frozen=True):
    """A step with everything in its place."""

    head: StepHead
    places: BlockPlaces
    caution: SetCaution | None
    box: Box
    strain: float
    """How much smaller than usual it had to be made."""

    def draw(self, sketch: Sketch) -> None:
        self.head.draw(sketch, self.box, "H2")
        places = self.places
        draw_figure(sketch, self.head.step.card, places.figure, 1.0)
        places.facts.draw(sketch, places.facts_box)
        with sketch.tagged("P"):
            sketch.draw_setting(*places.cue_at, places.cue)
        places.texts.draw(sketch, places.texts_box)
        if self.caution:
            self.caution.draw(sketch, self.box)

    def moved(self, box: Box) -> StepBlock:
        """The same step in another box of the same size."""
        return replace(self, box=box, places=self.places.moved(box.x - self.box.x, box.y - self.box.y))


def set_step(
    step: BookStep, sizes: StepSizes, box: Box, least: float, ways: Sequence[TextPlacement], squeezes: Sequence[float]
) -> StepBlock | None:
    """Set a step in a box, its figure and its type as large as possible; None when it does not fit."""
    head = set_head(step, sizes, box.width, least)
    if head is None:
        return None
    contents = Contents.of(step, MOST_BESIDE if {"beside", "under"} & set(ways) else None)
    best, worth = None, 0.0
    for squeeze in squeezes:
        shrunk, part = sizes.shrunk(squeeze, least), squeeze**TYPE_WORTH
        caution = set_caution(step.card.caution, shrunk, box.width, least) if step.card.caution else None
        if step.card.caution and caution is None:
            continue
        space = _space_below(head, contents, shrunk, box, least, caution)
        if best and not step.card.picture and part * shown_area(step.card, space.room.size) <= worth:
            continue  # even over the whole room, a figure would not be worth smaller type
        for way in ways:
            if (placed := PLACES[way](space)) is None:
                continue
            area = part * shown_area(step.card, placed.figure.size)
            if best is None or area > worth:
                best, worth = StepBlock(head, placed, caution, box, 1 - squeeze), area
            if way == ways[0]:
                return best
    return best


def _space_below(
    head: StepHead, contents: Contents, sizes: StepSizes, box: Box, least: float, caution: SetCaution | None
) -> Space:
    top, bottom = box.y + head.height + sizes.gap, box.bottom - (caution.height + sizes.gap if caution else 0)
    return Space(contents, sizes, Box(box.x, top, box.width, bottom - top), least)


def set_half_step(pages: BookPages, step: BookStep, box: Box) -> StepBlock | None:
    """Set a step on half a page; None when it does not fit."""
    scale = pages.scale
    return set_step(step, scale.half, box, scale.least, ways_for(step, halved=True), SQUEEZES) if scale.half else None


def ways_for(step: BookStep, halved: bool) -> Sequence[TextPlacement]:
    """The ways in which a step may be set: a wide figure is over everything on a page of its own."""
    if halved:
        return ("under",) if is_wide(step.card) and not step.card.picture else ("beside", "under")
    return ("above",) if is_wide(step.card) and not step.card.picture else ("below", "above")


def _place_beside(space: Space) -> BlockPlaces | None:
    """Figure at the left as high as the room, everything else at its right."""
    if space.facts_and_cue is None:
        return None
    (figure, column), (facts, cue, cue_y) = space.columns, space.facts_and_cue
    top = cue_y + cue.height + space.sizes.gap
    below = column._replace(y=top, height=column.bottom - top)
    texts = space.set_texts(below.size)
    return BlockPlaces(figure, facts, column, cue, (column.x, cue_y), texts, below) if texts else None


def _place_under(space: Space) -> BlockPlaces | None:
    """Figure at the left; facts and cue at its right, where they are with shorter texts; the text below both."""
    if space.facts_and_cue is None:
        return None
    (figure, column), (facts, cue, cue_y) = space.columns, space.facts_and_cue
    room, gap = space.room, space.sizes.gap
    least_end = cue_y + cue.height
    texts = space.set_texts(Size(room.width, room.bottom - least_end - gap))
    if texts is None:
        return None
    end = room.bottom - texts.height - gap
    below = Box(room.x, end + gap, room.width, texts.height)
    return BlockPlaces(figure._replace(height=end - room.y), facts, column, cue, (column.x, cue_y), texts, below)


def _place_below(space: Space) -> BlockPlaces | None:
    """Figure at the left, facts in one column at its right; cue and text below both."""
    contents, room, gap, (figure, column) = space.contents, space.room, space.sizes.gap, space.columns
    facts = set_facts(contents.card, contents.facts, space.sizes, column.width, space.least, 1)
    cue = set_cue(contents.card, space.sizes, room.width)
    if facts is None or cue is None:
        return None
    least_high = max(facts.height, LEAST_FIGURE * room.height)
    texts = space.set_texts(Size(room.width, room.height - least_high - cue.height - 2 * gap))
    if texts is None:
        return None
    most = room.height - texts.height - cue.height - 2 * gap
    high = min(most, max(USUAL_FIGURE["below"] * room.height, least_high))
    cue_y = room.y + high + gap
    top = cue_y + cue.height + gap
    below = Box(room.x, top, room.width, room.bottom - top)
    figure, column = figure._replace(height=high), column._replace(height=high)
    return BlockPlaces(figure, facts, column, cue, (room.x, cue_y), texts, below)


def _place_above(space: Space) -> BlockPlaces | None:
    """Figure over everything, the facts below it in two columns."""
    contents, room, gap = space.contents, space.room, space.sizes.gap
    facts = set_facts(contents.card, contents.facts, space.sizes, room.width, space.least, 2)
    cue = set_cue(contents.card, space.sizes, room.width)
    if facts is None or cue is None:
        return None
    fixed = facts.height + cue.height + 3 * gap
    texts = space.set_texts(Size(room.width, room.height - 0.8 * LEAST_FIGURE * room.height - fixed))
    if texts is None:
        return None
    figure = room._replace(height=min(room.height - texts.height - fixed, USUAL_FIGURE["above"] * room.height))
    facts_box = room._replace(y=figure.bottom + gap, height=facts.height)
    cue_y = facts_box.bottom + gap
    top = cue_y + cue.height + gap
    return BlockPlaces(
        figure, facts, facts_box, cue, (room.x, cue_y), texts, Box(room.x, top, room.width, room.bottom - top)
    )


PLACES: dict[TextPlacement, Callable[[Space], BlockPlaces | None]] = {
    "beside": _place_beside,
    "under": _place_under,
    "below": _place_below,
    "above": _place_above,
}
"""How each way places what is below the head; None when it does not fit."""
