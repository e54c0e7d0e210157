"""The panel of a card that makes the receiver turn over: the new position as a large picture."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import fit
from cardgen.units import Box
from cardgen.wording.deck import Block, ListCard

HEIGHT, PADDING, CORNER = 1.75, 0.14, 0.1
"""Height of the panel, the space inside it, and the radius of its corners, in squares of a step."""


def draw_turn_panel(sketch: Sketch, block: Block, position: str, top: float, scale: StepScale) -> float:
    """Draw what the receiver has to do, next to the new position; returns where paragraphs may begin."""
    side = scale.square
    live = sketch.live(top, top + HEIGHT * side)
    icon = (HEIGHT - 2 * PADDING) * side
    x = live.x + 2 * PADDING * side + icon
    sizes, room = (scale.phrase, scale.heading), (live.right - PADDING * side - x, icon)
    setting = fit(block.heading, "semibold", sizes, room, 1.15, even=True)
    if setting is None:
        raise sketch.misfit("heading", block.heading)
    box = Box(live.x, top, live.width, HEIGHT * side)
    wash = sketch.theme.accents[sketch.tab.area].wash if sketch.tab else None
    sketch.draw_path(rounded(box, CORNER * side), fill=wash, stroke=None if wash else sketch.theme.ink)
    alt = sketch.icon_alt(position, "")
    with sketch.beside_icon("P", position, alt, box.x + PADDING * side, box.y + PADDING * side, icon):
        sketch.draw_setting(x, box.y + (box.height - setting.height) / 2, setting)
    return box.bottom + 0.5 * scale.margin


def without_panel(card: ListCard) -> tuple[Block, ...]:
    """The paragraphs of a card below its panel, which holds a heading: its text comes first, then all the others."""
    how = [replace(card.turn, heading="")] if card.turn and card.turn.text else []
    return (*how, *(block for block in card.blocks if block != card.turn))
