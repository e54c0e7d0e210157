"""How to read a step: one of the booklet's own steps, with numbers that say what each part of it is for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cardgen.layouts.booklet.line_pages import add_lines
from cardgen.layouts.booklet.lines import SetLines, set_lines
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.booklet.step_block import SQUEEZES, StepBlock, set_step, ways_for
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import circle
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Box, Length
from cardgen.wording.book_steps import BookStep
from cardgen.wording.deck import Block

LABEL = "how_to_read"
SAMPLE_FIGURE, SAMPLE_GAP = 0.31, 4.9 * MM
"""Width of the sample's figure, as a part of the room, and the gaps of the sample, in which there are numbers."""
DISC, DISC_TYPE = 0.92, 0.8
"""Radius of a disc with a number, in its type sizes; and these as a part of the least type of words."""
ASIDE = 3 * MM
"""From what a disc is about to its middle."""
COLUMNS, COLUMN_GAP = 2, 6 * MM
TOPICS = {"palms": "hands", "up-and-back": "way", "pressure-3": "pressure"}
"""The facts that the paragraphs with these icons are about."""


def add_how_to_read(pages: BookPages) -> None:
    """Add the page: a sample with numbers where there is room for half a page, or else only the paragraphs."""
    sample = _choose_sample(pages)
    if sample is None:
        add_lines(pages, LABEL, pages.book.how_to_read)
        return
    pages.bookmark(pages.book.labels[LABEL])
    sketch, room = pages.start_part(LABEL, 0)
    upper = room._replace(y=room.y + 2 * MM, height=sample.box.height)
    if placed := _set_sample(pages, sample.head.step, upper):
        placed.draw(sketch)
        blocks = pages.book.how_to_read
        for number, block in enumerate(blocks, 1):
            if at := _anchor(placed, block):
                _draw_disc(sketch, number, *at, DISC_TYPE * pages.scale.least)
        top = upper.bottom + 8 * MM
        _draw_paragraphs(sketch, pages, blocks, room._replace(y=top, height=room.bottom - top))
    pages.faces.append(sketch.face())


def _choose_sample(pages: BookPages) -> StepBlock | None:
    """The first step with a caution and three facts or more that has room on half a page."""
    if not pages.scale.half:
        return None
    room = Box(0, pages.scale.top_margin, pages.width, pages.bottom - pages.scale.top_margin)
    half = pages.halves(room)[0]
    for step in pages.book.steps:
        if step.card.caution and {"hands", "way", "pressure"} <= {fact.topic for fact in step.card.facts}:
            placed = _set_sample(pages, step, half)
            if placed and _is_clear(placed):
                return placed
    return None


def _is_clear(placed: StepBlock) -> bool:
    """Whether there is room for a number before each fact of a sample."""
    facts, wide = placed.places.facts, placed.places.facts_box.width
    least = 2 * ASIDE
    if placed.places.facts_box.x - placed.places.figure.right < least:
        return False
    return all(facts.room_after(fact, wide) >= least for row in facts.rows for fact in row[:-1])


def _set_sample(pages: BookPages, step: BookStep, box: Box) -> StepBlock | None:
    """A step on half a page, with gaps that hold numbers."""
    scale = pages.scale
    if scale.half is None:
        return None
    sizes = replace(scale.half, figure=SAMPLE_FIGURE, gap=Length(SAMPLE_GAP))
    return set_step(step, sizes, box, scale.least, ways_for(step, True), SQUEEZES)


def _anchor(placed: StepBlock, block: Block) -> tuple[float, float] | None:
    """Where the number of a paragraph is on the sample."""
    box = placed.box
    if topic := TOPICS.get(block.icon):
        corner = placed.places.facts.corner_of(topic, placed.places.facts_box)
        return (corner[0] - ASIDE, corner[1] + placed.head.sizes.fact_icon / 2) if corner else None
    places = {
        "repetitions": (placed.places.facts_box.x - ASIDE, placed.places.facts_box.y + MM),
        "time": (box.right - ASIDE, box.y - 1.6 * MM),
        "caution": (box.x - ASIDE, box.bottom - (placed.caution.height / 2 if placed.caution else 0)),
        "no-go": (box.x - ASIDE, placed.places.figure.y + ASIDE),
    }
    return places.get(block.icon)


def _draw_disc(sketch: Sketch, number: int, x: float, y: float, size: float) -> None:
    """Draw a black disc with a white number, its middle at x, y."""
    sketch.draw_path(circle(x, y, DISC * size + 1), fill=sketch.theme.paper)
    sketch.draw_path(circle(x, y, DISC * size), fill=sketch.theme.ink)
    text = str(number)
    left = x - width(text, "bold", size) / 2
    sketch.draw_text(left, y + CAP * size / 2, text, "bold", size, sketch.theme.paper)


def _draw_paragraphs(sketch: Sketch, pages: BookPages, blocks: Sequence[Block], room: Box) -> None:
    """Draw what the numbers mean, in two columns."""
    column = (room.width - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
    per_column = -(-len(blocks) // COLUMNS)
    radius = DISC * DISC_TYPE * pages.scale.least
    size = 1.15 * pages.scale.body
    while size > pages.scale.least and _highest(blocks, size, radius, column, per_column) > room.height:
        size -= 0.5
    for index in range(COLUMNS):
        x, y = room.x + index * (column + COLUMN_GAP), room.y
        for at, block in enumerate(blocks[index * per_column : (index + 1) * per_column]):
            lines = _set(block, size, radius, column)
            if lines is None:
                raise sketch.misfit("line", block.text)
            number = index * per_column + at + 1
            _draw_disc(sketch, number, x + radius, y + CAP * size / 2, DISC_TYPE * pages.scale.least)
            lines.draw(sketch, Box(x + 3 * radius, y, column, lines.height))
            y += lines.height + size


def _set(block: Block, size: float, radius: float, column: float) -> SetLines | None:
    return set_lines((replace(block, icon=""),), size, 0.0, column - 3 * radius)


def _highest(blocks: Sequence[Block], size: float, radius: float, column: float, count: int) -> float:
    """Height of the higher column."""
    heights = [lines.height + size if (lines := _set(block, size, radius, column)) else 1e6 for block in blocks]
    return max(sum(heights[:count]), sum(heights[count:]))
