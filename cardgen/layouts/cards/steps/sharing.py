"""Which cards of paragraphs come before the steps and which after them, so that few sides stay empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.cards.steps.joined_lists import lay_out_joined, least_faces
from cardgen.layouts.cards.steps.safety_cards import lay_out_safety, pack_safety
from cardgen.layouts.parts.sketch import Sketch
from cardgen.wording.deck import ListCard, Section

LayOut = Callable[[ListCard, int], list[Sketch]]
"""Lays a card of paragraphs out after this many other faces: an odd number begins on a back."""
LayOutAll = Callable[[Sequence[ListCard], int], list[Sketch]]
"""Does so with several."""


class Way(Struct, frozen=True):
    """Which lists come before the steps and which after them."""

    first: Sequence[ListCard]
    last: Sequence[ListCard]
    strokes_last: bool = False
    """Whether the meaning of the strokes comes last."""


class Dealt(Struct, frozen=True):
    """Lists that are laid out."""

    safety: Sequence[Sequence[Sketch]]
    """The sides of each full card about safety."""
    first: list[Sketch]
    """The faces between safety and the steps."""
    last: list[Sketch]
    """The faces after the steps."""


def share_all(faces: FaceMaker) -> Dealt:
    """The faces about safety and those of the other lists, on as few cards as possible.

    Safety is in its usual order, unless the last card before the steps has no back and another order saves it.
    """
    usual = [sides for card in faces.safety for sides in lay_out_safety(faces, card)]
    best = _share_after(faces, usual)
    sides = sum(map(len, best.safety)) + len(best.first)
    if not faces.duplex or sides % 2 == 0:
        return best
    packed = pack_safety(faces, usual)
    others = [_share_after(faces, packed)] if packed else []
    return min([best, *others], key=lambda dealt: _count(faces, dealt))


def _share_after(faces: FaceMaker, safety: Sequence[list[Sketch]]) -> Dealt:
    """The other lists after these cards about safety, from the back of the last one on where that is free."""
    begun = safety[-1] if faces.duplex and safety and len(safety[-1]) == 1 else []
    dealt = share_lists(faces, len(begun))
    return replace(dealt, safety=safety[: len(safety) - bool(begun)], first=[*begun, *dealt.first])


def _count(faces: FaceMaker, dealt: Dealt) -> int:
    """The number of cards."""
    return len(dealt.safety) + _cards(faces, len(dealt.first)) + _cards(faces, len(dealt.last))


def share_lists(faces: FaceMaker, begun: int) -> Dealt:
    """The faces before the steps, where `begun` faces of the first card are known already, and those after the steps.

    Where that saves a card, what signs mean comes first, or lists begin below others; nothing comes first for a single
    step that is tried out.
    """
    deck, lay_out, lay_out_strokes = faces.deck, cache(faces.lay_out_list), cache(faces.lay_out_strokes)
    after = [*side_card(deck.sections[-1:]), deck.after]
    if not deck.before:
        return Dealt((), [], lay_out_all(after, 0, lay_out))

    def count(dealt: Dealt) -> int:
        return _cards(faces, begun + len(dealt.first)) + _cards(faces, len(dealt.last))

    def deal(way: Way, lay_out: LayOutAll) -> Dealt:
        first, last = lay_out(way.first, begun), lay_out(way.last, 0)
        group, before = (last, 0) if way.strokes_last else (first, begun)
        group.extend(lay_out_strokes((before + len(group)) % 2))
        return Dealt((), first, last)

    ways = list(_ways(faces, after))
    apart = [deal(way, partial(lay_out_all, lay_out=lay_out)) for way in ways]
    best = min(apart, key=count)
    for way, dealt in zip(ways, apart, strict=True):
        least = begun + least_faces(faces, dealt.first), least_faces(faces, dealt.last)
        saves = count(best) > sum(_cards(faces, each) for each in least)
        if saves and count(deal(way, partial(lay_out_joined, faces))) < count(best):
            best = deal(way, partial(lay_out_joined, faces, roomy=True))
    roomy = partial(lay_out_all, lay_out=partial(faces.lay_out_list, roomy=True))
    return next((deal(way, roomy) for way, dealt in zip(ways, apart, strict=True) if dealt is best), best)


def _ways(faces: FaceMaker, after: Sequence[ListCard]) -> Iterator[Way]:
    """The ways to share the lists, the best first; what to do afterwards always follows the steps.

    What signs and words mean is for looking up: there is less to read before the first step where it comes last.
    """
    first, key = faces.deck.before[0], faces.key
    yield Way(first, [*after, *key], strokes_last=True)
    if key:
        yield Way([*first, *key], after, strokes_last=True)
        yield Way([*first, *key], after)


def _cards(faces: FaceMaker, sides: int) -> int:
    """The number of cards that a number of sides takes."""
    return ceil(sides / (2 if faces.duplex else 1))


def lay_out_all(cards: Sequence[ListCard], before: int, lay_out: LayOut) -> list[Sketch]:
    """The faces of cards of paragraphs, after `before` other faces; each title begins a face."""
    found: list[Sketch] = []
    for card in cards:
        found += lay_out(card, (before + len(found)) % 2)
    return found


def side_card(sections: Sequence[Section]) -> list[ListCard]:
    """The change to the other limb after all steps of a section, if there is one, which has no card of its own."""
    return [
        section.side_card for section in sections if section.side_card and section.turns_after == len(section.steps) - 1
    ]
