"""The sides of safety cards: the paragraphs that must be on fronts, and those that may be on backs."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.parts.sketch import Sketch
from cardgen.wording.deck import ListCard

MORE_ON_FRONTS = 3
"""Paragraphs that may be on fronts in addition to those that must be."""


def lay_out_safety(faces: FaceMaker, card: ListCard) -> list[list[Sketch]]:
    """The sides of each safety card, on as few cards as possible; a paragraph goes on only on the side read next."""
    if found := faces.keep_off:
        card = replace(card, blocks=tuple(block for block in card.blocks if block not in found[1]))
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
