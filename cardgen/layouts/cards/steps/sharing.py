"""Which cards of paragraphs come before the steps and which after them, so that few sides stay empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from math import ceil

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.cards.steps.joined_lists import lay_out_joined, least_faces
from cardgen.layouts.parts.sketch import Sketch
from cardgen.wording.deck import ListCard, Section

Ways = tuple[list[Sketch], list[Sketch]]
"""The faces before the steps, and those after them."""
LayOut = Callable[[ListCard, int], list[Sketch]]
"""Lays a card of paragraphs out after this many other faces: an odd number begins on a back."""


def share_lists(faces: FaceMaker, begun: int) -> tuple[list[Sketch], list[Sketch]]:
    """The faces before the steps, of whose first card `begun` faces are known already, and the faces after the steps.

    Where that saves a card, how to work goes to the end, or all goes to the beginning, or lists begin below others;
    nothing comes first for a single step that is tried out.
    """
    deck, lay_out, lay_out_strokes = faces.deck, cache(faces.lay_out_list), cache(faces.lay_out_strokes)
    after = [*side_card(deck.sections[-1:]), deck.after]
    if not deck.before:
        return [], lay_out_all(after, 0, lay_out)
    *others, working = deck.before[0]
    ways: list[tuple[list[ListCard], list[ListCard]]] = [([*others, working], after), (others, [*after, working])]
    if len(after) == 1:
        ways.append(([*others, working, *after], []))

    def count(way: Ways) -> int:
        sides = 2 if faces.duplex else 1
        return ceil((begun + len(way[0])) / sides) + ceil(len(way[1]) / sides)

    def with_strokes(first: list[Sketch]) -> list[Sketch]:
        return [*first, *lay_out_strokes((begun + len(first)) % 2)]

    def lay_out_apart(way: tuple[list[ListCard], list[ListCard]], lay_out: LayOut) -> Ways:
        first, last = way
        return with_strokes(lay_out_all([*first, *faces.key], begun, lay_out)), lay_out_all(last, 0, lay_out)

    apart = [lay_out_apart(way, lay_out) for way in ways]
    best = min(apart, key=count)
    for (first, last), laid_out in zip(ways, apart, strict=True):
        least = begun + least_faces(faces, laid_out[0]), least_faces(faces, laid_out[1])
        if count(best) <= sum(ceil(each / (2 if faces.duplex else 1)) for each in least):
            continue
        joined = with_strokes(lay_out_joined(faces, [*first, *faces.key], begun)), lay_out_joined(faces, last, 0)
        best = min(best, joined, key=count)
    chosen = (way for way, laid_out in zip(ways, apart, strict=True) if laid_out is best)
    return next((lay_out_apart(way, partial(faces.lay_out_list, roomy=True)) for way in chosen), best)


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
