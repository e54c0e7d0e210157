"""Lists that begin below the list before them, where there is room for that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from math import isfinite

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.parts.flow import StartFace, flow_paragraphs
from cardgen.layouts.parts.paragraphs import ParagraphStyle, set_blocks
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.text import CAP
from cardgen.wording.deck import Block, ListCard

ABOVE_RULE, BELOW_RULE, BELOW_TITLE = 0.6, 0.7, 0.6
"""Between a list and the rule below it, from the rule to the next title, and from there to its list, in margins."""
RULE = 0.75
"""Weight of the rule, in points."""


def least_part(faces: FaceMaker, card: ListCard) -> float:
    """The part of a face that a list takes below another one, in the least type; for one of pictures, its faces."""
    if not is_plain(card):
        return sum(min(1.0, face.end / faces.list_end(face)) for face in faces.lay_out_list(card, 0))
    sketch, top = faces.start_list(card, 1, 0)
    live, style = sketch.live(top, faces.bottom), faces.styles[-1]
    blocks = set_blocks(card.blocks, style, live.width, sketch)
    height = sum(block.height + style.gap for block in blocks) - style.gap
    return (height + _least_title(faces)) / (live.height + _least_title(faces))


def lay_out_joined(
    faces: FaceMaker, style: ParagraphStyle, cards: Sequence[ListCard], begun: Sequence[Sketch], *, roomy: bool = False
) -> list[Sketch]:
    """The faces of cards of paragraphs, with those that are `begun` before them; a list begins where the last one ends.

    `roomy`: lists that share no face with another one are in larger type where that needs no more faces.
    """
    found = [*begun]
    for card, following in zip_longest(cards, cards[1:]):
        if not is_plain(card):
            found += faces.lay_out_list(card, len(found) % 2)
            continue
        start: StartFace = partial(faces.start_continued, card, len(found))
        shared = bool(found) and _begins_below(faces, found[-1], card, style)
        if shared:
            start = partial(_start, faces, card, found.pop(), len(found))
        laid_out = _fill(faces, card, start, style, larger_from=(int(shared) if roomy else None))
        if not laid_out or not (following and _begins_below(faces, laid_out[-1], following, style)):
            if roomy and not shared:
                laid_out = faces.flow(card.blocks, start, roomy=True, alone=faces.largest)
            else:
                laid_out = flow_paragraphs(card.blocks, start, [style], faces.list_end)
        found += laid_out
    return found


def _fill(
    faces: FaceMaker, card: ListCard, start: StartFace, style: ParagraphStyle, larger_from: int | None
) -> list[Sketch]:
    """The faces of a list, each as full as possible, so that the last one has the most room; empty where none is so.

    Faces from `larger_from` on, but for the last one, are in larger type where they hold their paragraphs so.
    """
    started, shares = [start(0)], [list[Block]()]
    sketch, y = started[0]
    for block, block_set in zip(card.blocks, set_blocks(card.blocks, style, faces.least_width, sketch), strict=True):
        if shares[-1] and y + block_set.height > faces.list_end(sketch):
            sketch, y = start(len(started))
            started.append((sketch, y))
            shares.append([])
        if y + block_set.height > faces.list_end(sketch):
            return []
        shares[-1].append(block)
        y += block_set.height + style.gap
    found: list[Sketch] = []
    for at, (place, blocks) in enumerate(zip(started, shares, strict=True)):
        larger = larger_from is not None and larger_from <= at < len(started) - 1
        styles = [*faces.roomy, *faces.styles] if larger else [style]
        found += flow_paragraphs(blocks, partial(_started, place), styles, faces.list_end)
    return found


def _started(place: tuple[Sketch, float], index: int) -> tuple[Sketch, float]:
    """The only face of paragraphs, which is begun."""
    return place


def _start(faces: FaceMaker, card: ListCard, last: Sketch, side: int, index: int) -> tuple[Sketch, float]:
    """The face `index` of a list: the last one of the list before it, with a title, or a face that continues it."""
    if index:
        return faces.start_list(card, index, side + index)
    shared = last.copy()
    return shared, _draw_title(faces, shared, card)


def _begins_below(faces: FaceMaker, last: Sketch, card: ListCard, style: ParagraphStyle) -> bool:
    """Whether there is room for the title and for the first paragraph."""
    if not isfinite(last.end) or not is_plain(card):
        return False
    trial = last.copy()
    room = faces.list_end(last) - _draw_title(faces, trial, card)
    first = set_blocks(card.blocks[:1], style, faces.least_width, last)
    return first[0].height <= room


def _least_title(faces: FaceMaker) -> float:
    """The least height of the rule and the title of a list below another one."""
    return (ABOVE_RULE + BELOW_RULE + BELOW_TITLE) * faces.scale.margin + CAP * faces.scale.least_body


def is_plain(card: ListCard) -> bool:
    """Whether a card has nothing but paragraphs."""
    return bool(card.blocks) and not (card.turn or card.steps)


def _draw_title(faces: FaceMaker, sketch: Sketch, card: ListCard) -> float:
    """Draw a rule and the title of the list; returns where it begins."""
    margin, rule = faces.scale.margin, sketch.end + ABOVE_RULE * faces.scale.margin
    live = sketch.live(rule, faces.list_end(sketch))
    sketch.draw_rule(live.x, live.right, rule, RULE, sketch.theme.rule)
    end = draw_title(sketch, card.title, rule + BELOW_RULE * margin, faces.lesser_title, faces.scale.least_body)
    return end + BELOW_TITLE * margin
