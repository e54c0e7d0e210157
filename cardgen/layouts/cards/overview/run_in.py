"""Paragraphs of an overview card: an icon, and a text that goes on behind its heading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from cardgen.layouts.cards.overview.pairs import Pair, half
from cardgen.layouts.parts.run_in_text import RunInText, set_run_in
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import width
from cardgen.units import MM, Box
from cardgen.wording.deck import Block

LEADING = 1.17
ICON, INDENT = 1.75, 2.35
"""Size of the icon, and from its left to the text, both in type sizes."""
LEAST_ICON, LEAST_INDENT = 6 * MM, 8 * MM
TWO_WIDE = 100 * MM
"""Room for two paragraphs side by side."""


class RunIn(Struct, frozen=True, dict=True):
    """A paragraph whose text begins on the last line of its heading."""

    icon: str
    text: RunInText
    grows: bool = False
    list_gap: float = 0.0

    @cached_property
    def height(self) -> float:
        """The least height, which every arrangement asks for."""
        return max(self.text.height, icon_size(self.text.size))

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw it at the top of the box."""
        text, heading = self.text, self.text.heading
        icon = icon_size(text.size)
        x = box.x + max(LEAST_INDENT, INDENT * text.size)
        alt = sketch.icon_alt(self.icon, heading.lines[0] if heading else "")
        with sketch.beside_icon("P", self.icon, alt, box.x, box.y, icon):
            text.draw(sketch, x, box.y + max(0.0, (icon - text.height) / 2))


def icon_size(size: float) -> float:
    """The size of the icon next to type of this size."""
    return max(LEAST_ICON, ICON * size)


def set_run_ins(blocks: Sequence[Block], size: float, room: float, sketch: Sketch) -> list[RunIn | Pair]:
    """Paragraphs in type of this size, two side by side where that is lower; MisfitError for a word too long."""
    whole = [_set(block, size, room, sketch) for block in blocks]
    if room < TWO_WIDE:
        return list(whole)
    halves = [_set(block, size, half(room), sketch) for block in blocks]
    found: list[RunIn | Pair] = []
    while whole:
        pair = Pair(halves[0], halves[1]) if len(halves) > 1 else None
        if pair and pair.height < whole[0].height + whole[1].height:
            found.append(pair)
            del halves[:2], whole[:2]
        else:
            found.append(whole[0])
            del halves[:1], whole[:1]
    return found


def _set(block: Block, size: float, room: float, sketch: Sketch) -> RunIn:
    """A paragraph broken into lines; MisfitError when a word is too long."""
    found = _break_into_lines(block, size, room)
    if found is None:
        whole = f"{block.heading} {block.in_one_line}".strip()
        raise sketch.misfit("line", whole, max(whole.split(), key=lambda word: width(word, "semibold", size)))
    return found


@lru_cache(maxsize=512)  # paragraphs are shared out in many ways, but each always has the same lines
def _break_into_lines(block: Block, size: float, room: float) -> RunIn | None:
    column = room - max(LEAST_INDENT, INDENT * size)
    found = set_run_in(block.heading, block.in_one_line, size, column, LEADING)
    return RunIn(block.icon, found) if found else None
