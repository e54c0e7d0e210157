"""The sides of safety cards: the paragraphs that must be on fronts, and those that may be on backs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from msgspec.structs import replace

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.parts.flow import flow_paragraphs
from cardgen.layouts.parts.paragraphs import ParagraphStyle, SetBlock, set_blocks
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import SLACK
from cardgen.wording.deck import ListCard

MORE_ON_FRONTS = 3
"""Paragraphs that may be on fronts in addition to those that must be."""


def lay_out_safety(faces: FaceMaker, card: ListCard) -> list[list[Sketch]]:
    """The sides of each safety card, on as few cards as possible; a paragraph goes on only on the side read next."""
    card = _beside_map(faces, card)
    if not faces.duplex:
        return [faces.lay_out_list(card, 0, roomy=True)]
    in_turn = faces.flow(card.blocks, partial(faces.start_continued, card, 0), card.on_fronts, roomy=True)
    fronts = [at for at, side in enumerate(in_turn) if not side.mirrored]
    best = [in_turn[at:end] for at, end in zip(fronts, [*fronts[1:], len(in_turn)], strict=True)]
    last = min(card.on_fronts + MORE_ON_FRONTS, len(card.blocks) - 1)
    for count in range(card.on_fronts, last + 1) if len(best) > 1 else ():
        parted = _part(faces, card, count)
        if parted and len(parted) < len(best):
            best = parted
        if 2 * len(best) <= len(in_turn):
            break
    return best


def pack_safety(faces: FaceMaker, most: int, style: ParagraphStyle | None = None) -> list[list[Sketch]]:
    """The sides of each safety card, at most this many, with the paragraphs in another order, all undivided.

    `style`: of the paragraphs on the last side, so that another list may begin below them. Empty when there is no such
    order.
    """
    if len(faces.safety) != 1 or not faces.duplex:
        return []
    card = _beside_map(faces, faces.safety[0])
    starts = [faces.start_list(card, at, at) for at in range(3)]
    lives = [sketch.live(top, faces.list_end(sketch)) for sketch, top in starts]
    least = min(lives, key=lambda live: live.width)
    found = set_blocks(card.blocks, style or faces.styles[-1], least.width, starts[1][0])
    lowest = ceil(sum(block.height for block in found) / max(live.height for live in lives))
    for count in range(lowest, most + 1):
        rooms = [lives[at if at < len(lives) else 2 - at % 2].height for at in range(count)]
        if shares := _pack(found, card.on_fronts, rooms):
            styles = [None] * (count - 1) + [style]
            sides = [_lay_out_side(faces, card, share, at, styles[at]) for at, share in enumerate(shares)]
            return [sides[at : at + 2] for at in range(0, len(sides), 2)]
    return []


def _pack(blocks: Sequence[SetBlock], on_fronts: int, rooms: Sequence[float]) -> list[list[int]]:
    """Which paragraphs are on each side, as their numbers; empty when not all of them find room.

    The first `on_fronts` are on fronts. Of all ways with few changes of order the first one is taken: each paragraph is
    on the earliest side on which the ones after it find room, too.
    """
    shares: list[list[int]] = [[] for _ in rooms]
    left = list(rooms)

    def place(number: int) -> bool:
        if number == len(blocks):
            return all(shares)
        needed = blocks[number].height
        for side in range(0, len(rooms), 2 if number < on_fronts else 1):
            gap = blocks[number].style.gap if shares[side] else 0.0
            if needed + gap <= left[side] + SLACK:
                left[side] -= needed + gap
                shares[side].append(number)
                if place(number + 1):
                    return True
                shares[side].pop()
                left[side] += needed + gap
        return False

    return shares if place(0) else []


def _lay_out_side(
    faces: FaceMaker, card: ListCard, numbers: Sequence[int], side: int, style: ParagraphStyle | None
) -> Sketch:
    """A side with some paragraphs, in the order of the card; without a style, in the largest one that fits."""
    blocks = [card.blocks[number] for number in sorted(numbers)]
    styles = [style] if style else [*faces.roomy, *faces.styles]
    (sketch,) = flow_paragraphs(blocks, lambda _: faces.start_list(card, side, side), styles, faces.list_end)
    return sketch


def _beside_map(faces: FaceMaker, card: ListCard) -> ListCard:
    """The card without what the map of places to avoid shows."""
    replaced = faces.keep_off[1] if faces.keep_off else []
    return replace(card, blocks=tuple(block for block in card.blocks if block not in replaced))


def _part(faces: FaceMaker, card: ListCard, count: int) -> list[list[Sketch]]:
    """The sides of safety cards with the first `count` paragraphs on fronts, the others on backs and after them.

    Empty when one is so long that it would go on over a side with others.
    """
    fronts = faces.flow(
        card.blocks[:count], lambda index: faces.start_list(card, index, 0), undivided=count, roomy=True
    )
    backs = faces.flow(
        card.blocks[count:],
        lambda index: faces.start_list(card, index + 1, _side(index, len(fronts))),
        undivided=len(fronts) - 1,
        roomy=True,
    )
    if not fronts or not backs:
        return []
    further = backs[len(fronts) :]
    return [
        *([front, *backs[index : index + 1]] for index, front in enumerate(fronts)),
        *(further[at : at + 2] for at in range(0, len(further), 2)),
    ]


def _side(index: int, fronts: int) -> int:
    """The side for a face that follows some fronts: first their backs, then further cards."""
    return 1 if index < fronts else index - fronts
