"""A step on a page of its own, or, where its texts are too long for one, on two that face each other."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.layouts.booklet.line_pages import lay_out_lines
from cardgen.layouts.booklet.pages import BookPages, StartPage
from cardgen.layouts.booklet.step_block import FURTHER, SQUEEZES, StepBlock, set_step, ways_for
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.units import Box
from cardgen.wording.book_steps import BookStep
from cardgen.wording.deck import Block

TEXTS = {"caution": "caution", "where": "place on the body", "cue": "cue", "title": "title"}
"""The texts of a step that may be too long for its page, and what they are called."""


def flow_step(pages: BookPages, step: BookStep, start: StartPage) -> list[Sketch]:
    """A step on as many pages as it needs; MisfitError when its cue or its caution does not fit on the first."""
    sketch, room = start(0)
    if placed := _set(pages, step, room):
        placed.draw(sketch)
        return [sketch]
    brief = replace(step, card=replace(step.card, blocks=(), ask=""))
    placed = _set(pages, brief, room)
    if placed is None:
        raise _misfit(pages, brief, sketch, room)
    placed.draw(sketch)
    return [sketch, *_further(pages, step, start)]


def _set(pages: BookPages, step: BookStep, room: Box) -> StepBlock | None:
    ways, squeezes = ways_for(step, halved=False), (*SQUEEZES, *FURTHER)
    return set_step(step, pages.scale.whole, room, pages.scale.least, ways, squeezes)


def _further(pages: BookPages, step: BookStep, start: StartPage) -> list[Sketch]:
    """The pages with the texts of a step."""
    card = step.card

    def begin(index: int) -> tuple[Sketch, Box]:
        sketch, room = start(index + 1)
        title = f"{card.number} {card.title}, {pages.book.labels['continued']}"
        y = pages.draw_title(sketch, title, room, continued=True)
        return sketch, room._replace(y=y, height=room.bottom - y)

    return lay_out_lines(pages, card.blocks or (Block("talk", card.ask, ""),), begin)


def _misfit(pages: BookPages, step: BookStep, sketch: Sketch, room: Box) -> MisfitError:
    """The error for a step without room on its page: for one of its texts, if all else has room."""
    card = step.card
    for field, what in TEXTS.items():
        text: str = getattr(card, field)
        if text and _set(pages, replace(step, card=replace(card, **{field: ""})), room):
            return sketch.misfit(what, text)
    return sketch.misfit("step", card.title)
