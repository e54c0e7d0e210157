"""Which cards of paragraphs come before the steps and which after them, so that few sides stay empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from math import ceil

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.parts.sketch import Sketch
from cardgen.wording.deck import ListCard, Section

LayOut = Callable[[ListCard, int], list[Sketch]]
"""Lays a card of paragraphs out after this many other faces: an odd number begins on a back."""


def share_lists(faces: FaceMaker, begun: int) -> tuple[list[Sketch], list[Sketch]]:
    """The faces before the steps, of whose first card `begun` faces are known already, and the faces after the steps.

    Where that saves a card, how to work goes to the end, or all goes to the beginning; nothing comes first for a
    single step that is tried out.
    """
    deck, lay_out, lay_out_key = faces.deck, cache(faces.lay_out_list), cache(faces.lay_out_key)
    after = [*side_card(deck.sections[-1:]), deck.after]
    if not deck.before:
        return [], lay_out_all(after, 0, lay_out)
    *others, working = deck.before[0]
    ways: list[tuple[list[ListCard], list[ListCard]]] = [([*others, working], after), (others, [*after, working])]
    if len(after) == 1:
        ways.append(([*others, working, *after], []))
    shared = [(lay_out_all(first, begun, lay_out), lay_out_all(last, 0, lay_out)) for first, last in ways]
    whole = [([*first, *lay_out_key((begun + len(first)) % 2)], last) for first, last in shared]
    sides = 2 if faces.duplex else 1
    return min(whole, key=lambda way: ceil((begun + len(way[0])) / sides) + ceil(len(way[1]) / sides))


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
