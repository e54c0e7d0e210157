"""How to read a step: one of the booklet's own steps, with numbers that say what each part of it is for."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from msgspec.structs import replace

from cardgen.layouts.booklet.line_pages import add_lines
from cardgen.layouts.booklet.lines import SetLines, set_lines
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.booklet.step_block import SQUEEZES, StepBlock, set_step, ways_for
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import circle
from cardgen.scene.text import CAP, type_sizes, width
from cardgen.units import MM, Box, Length, Size
from cardgen.wording.book_steps import BookStep
from cardgen.wording.deck import MAIN_TOPICS, Block

LABEL = "how_to_read"
EXPLAINED_TOPICS = {"palms": "hands", "up-and-back": "way", "pressure-3": "pressure", "time": "time"}
"""The facts that the paragraphs with these icons are about."""
SAMPLE_FIGURE, LEAST_GAP = 0.31, 4.9 * MM
"""Width of the sample's figure, as a fraction of the room, and the least gaps of the sample, which hold numbers."""
DISC, DISC_TYPE = 0.92, 0.8
"""Radius of a disc with a number, in its type sizes; and these as a fraction of the least type of words."""
MOST_SIZE = 1.15
"""The largest type size of what the numbers mean, as a multiple of the usual text's."""
RIM = 1.8
"""Points of paper around a disc."""
COLUMNS, COLUMN_GAP = 2, 6 * MM


def add_how_to_read(pages: BookPages) -> None:
    """Add the page: a sample with numbers where there is room for half a page, otherwise only the paragraphs."""
    sample = _choose_sample(pages)
    if sample and (sketch := _lay_out_sample(pages, sample)):
        pages.bookmark(pages.book.labels[LABEL])
        pages.faces.append(sketch.face())
    else:
        add_lines(pages, LABEL, pages.book.how_to_read)


def _lay_out_sample(pages: BookPages, sample: StepBlock) -> Sketch | None:
    """The page with a sample above what its numbers mean; None when there is too little room for that."""
    sketch, room = pages.start_part(LABEL, 0)
    upper = room._replace(y=room.y + _reach(pages), height=sample.box.height)
    placed = _set_sample(pages, sample.head.step, upper)
    if placed is None:
        return None
    placed.draw(sketch)
    blocks = pages.book.how_to_read
    for number, block in enumerate(blocks, 1):
        if at := _anchor(placed, block, _reach(pages)):
            _draw_disc(sketch, number, *at, DISC_TYPE * pages.scale.least)
    top = upper.bottom + 8 * MM
    lower = room._replace(y=top, height=room.bottom - top)
    return sketch if _draw_paragraphs(sketch, pages, blocks, lower) else None


def _choose_sample(pages: BookPages) -> StepBlock | None:
    """The first step with a caution and three facts or more that has room on half a page."""
    if not pages.scale.half:
        return None
    room = Box(0, pages.scale.top_margin, pages.width, pages.bottom - pages.scale.top_margin)
    half = pages.halves(room)[0]
    for step in pages.book.steps:
        if step.card.caution and {fact.topic for fact in step.card.facts}.issuperset(MAIN_TOPICS):
            placed = _set_sample(pages, step, half)
            if placed and _is_clear(placed, 2 * _reach(pages)):
                return placed
    return None


def _reach(pages: BookPages) -> float:
    """From the middle of a disc to the end of its rim."""
    return DISC * DISC_TYPE * pages.scale.least + RIM


def _is_clear(placed: StepBlock, least: float) -> bool:
    """Whether there is room for a number before each fact of a sample."""
    facts, wide = placed.places.facts, placed.places.facts_box.width
    if placed.places.facts_box.x - placed.places.figure.right < least:
        return False
    return all(facts.room_after(fact, wide) >= least for row in facts.rows for fact in row[:-1])


def _set_sample(pages: BookPages, step: BookStep, box: Box) -> StepBlock | None:
    """A step on half a page, with gaps that hold numbers."""
    scale = pages.scale
    if scale.half is None:
        return None
    sizes = replace(scale.half, figure=SAMPLE_FIGURE, gap=Length(max(LEAST_GAP, 2 * _reach(pages))))
    return set_step(step, sizes, box, scale.least, ways_for(step, halved=True), SQUEEZES)


def _anchor(placed: StepBlock, block: Block, aside: float) -> tuple[float, float] | None:
    """Where the number of a paragraph is on the sample: its middle, this far from what it is about."""
    box = placed.box
    places = {
        "repetitions": (placed.places.facts_box.x - aside, placed.places.facts_box.y + MM),
        "time": (box.right - aside, box.y - aside),
        "caution": (box.x - aside, box.bottom - (placed.caution.height / 2 if placed.caution else 0)),
        "no-go": (box.x - aside, placed.places.figure.y + aside),
    }
    if block.icon in places or block.icon not in EXPLAINED_TOPICS:
        return places.get(block.icon)
    corner = placed.places.facts.corner_of(EXPLAINED_TOPICS[block.icon], placed.places.facts_box)
    return (corner[0] - aside, corner[1] + placed.head.sizes.fact_icon / 2) if corner else None


def _draw_disc(sketch: Sketch, number: int, x: float, y: float, size: float) -> None:
    """Draw a black disc with a white number, its middle at x, y."""
    sketch.draw_path(circle(x, y, DISC * size + RIM), fill=sketch.theme.paper)
    sketch.draw_path(circle(x, y, DISC * size), fill=sketch.theme.ink)
    text = str(number)
    left = x - width(text, "bold", size) / 2
    sketch.draw_text(left, y + CAP * size / 2, text, "bold", size, sketch.theme.paper)


def _draw_paragraphs(sketch: Sketch, pages: BookPages, blocks: Sequence[Block], room: Box) -> bool:
    """Draw what the numbers mean, in two columns; False when there is too little room."""
    column = (room.width - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS
    per_column = -(-len(blocks) // COLUMNS)
    radius = DISC * DISC_TYPE * pages.scale.least
    sizes = type_sizes(MOST_SIZE * pages.scale.body, pages.scale.least)
    fitting = (size for size in sizes if _highest(blocks, size, radius, column, per_column) <= room.height)
    if (size := next(fitting, None)) is None:
        return False
    for index in range(COLUMNS):
        x, y = room.x + index * (column + COLUMN_GAP), room.y
        for at, block in enumerate(blocks[index * per_column : (index + 1) * per_column]):
            lines = _set(block, size, radius, column)
            if lines is None:
                return False
            number = index * per_column + at + 1
            _draw_disc(sketch, number, x + radius, y + CAP * size / 2, DISC_TYPE * pages.scale.least)
            lines.draw(sketch, Box(x + 3 * radius, y, column, lines.height))
            y += lines.height + size
    return True


def _set(block: Block, size: float, radius: float, column: float) -> SetLines | None:
    return set_lines((replace(block, icon=""),), size, 0.0, Size(column - 3 * radius, inf))


def _highest(blocks: Sequence[Block], size: float, radius: float, column: float, count: int) -> float:
    """Height of the higher column."""
    heights = [lines.height + size if (lines := _set(block, size, radius, column)) else inf for block in blocks]
    return max(sum(heights[:count]), sum(heights[count:]))
