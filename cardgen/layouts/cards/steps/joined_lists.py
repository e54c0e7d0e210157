"""Lists that begin below the list before them, where there is room for that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from itertools import zip_longest
from math import ceil, isfinite

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.parts.flow import StartFace
from cardgen.layouts.parts.paragraphs import set_blocks
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_title
from cardgen.wording.deck import ListCard

ABOVE_RULE, BELOW_RULE, BELOW_TITLE = 0.8, 0.8, 0.9
"""Between a list and the rule below it, from the rule to the next title, and from there to its list, in margins."""
RULE = 0.75
"""Weight of the rule, in points."""


def least_faces(faces: FaceMaker, laid_out: Sequence[Sketch]) -> int:
    """The least number of faces for the same texts, if each list begins below the one before it, in the least type."""
    usual, *_, close = faces.styles
    part = close.body * close.spacing / (usual.body * usual.spacing)
    return ceil(sum(part * face.end / faces.list_end(face) if isfinite(face.end) else 1.0 for face in laid_out))


def lay_out_joined(faces: FaceMaker, cards: Sequence[ListCard], before: int, *, roomy: bool = False) -> list[Sketch]:
    """The faces of cards of paragraphs, after `before` other faces; a list begins where the one before it ends.

    `roomy`: lists that share no face with another one are in larger type where that needs no more faces.
    """
    found: list[Sketch] = []
    for card, following in zip_longest(cards, cards[1:]):
        if not _is_plain(card):
            found += faces.lay_out_list(card, (before + len(found)) % 2)
            continue
        start: StartFace = partial(faces.start_continued, card, before + len(found))
        shared = bool(found) and _begins_below(faces, found[-1], card)
        if shared:
            start = cache(partial(_start, faces, card, found.pop(), before + len(found)))
        laid_out = faces.flow(card.blocks, start, close=True)
        if roomy and not shared and not (following and _begins_below(faces, laid_out[-1], following)):
            laid_out = faces.flow(card.blocks, start, close=True, roomy=True, alone=faces.largest)
        found += laid_out
    return found


def _start(faces: FaceMaker, card: ListCard, last: Sketch, side: int, index: int) -> tuple[Sketch, float]:
    """The face `index` of a list: the last one of the list before it, with a title, or a face that continues it."""
    return faces.start_list(card, index, side + index) if index else (last, _draw_title(faces, last, card))


def _begins_below(faces: FaceMaker, last: Sketch, card: ListCard) -> bool:
    """Whether there is room for the title and for the first paragraph."""
    if not isfinite(last.end) or not _is_plain(card):
        return False
    style, margin = faces.styles[-1], faces.scale.margin
    room = faces.list_end(last) - last.end - (ABOVE_RULE + BELOW_RULE + BELOW_TITLE) * margin - 2 * faces.lesser_title
    first = set_blocks(card.blocks[:1], style, last.live(last.end, faces.list_end(last)).width, last)
    return first[0].height <= room


def _is_plain(card: ListCard) -> bool:
    """Whether a card has nothing but paragraphs."""
    return bool(card.blocks) and not (card.turn or card.steps)


def _draw_title(faces: FaceMaker, sketch: Sketch, card: ListCard) -> float:
    """Draw a rule and the title of the list; returns where it begins."""
    margin, rule = faces.scale.margin, sketch.end + ABOVE_RULE * faces.scale.margin
    live = sketch.live(rule, faces.list_end(sketch))
    sketch.draw_rule(live.x, live.right, rule, RULE, sketch.theme.rule)
    top, size, least = rule + BELOW_RULE * margin, faces.lesser_title, faces.scale.least_body
    end = draw_title(sketch, card.title, top, size, least, lesser=True)
    return end + BELOW_TITLE * margin
