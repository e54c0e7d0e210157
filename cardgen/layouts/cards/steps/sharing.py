"""Which cards of paragraphs come before the steps and which after them, so that few sides stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.wording.deck import ListCard, Section


def share_lists(faces: FaceMaker, begun: int) -> tuple[list[ListCard], list[ListCard]]:
    """The cards before the steps, of which the first already has `begun` faces, and those after the steps.

    Where that saves a card, how to work goes to the end, or all goes to the beginning; nothing comes first for a
    single step that is tried out.
    """
    deck = faces.deck
    after = [*side_card(deck.sections[-1:]), deck.after]
    if not deck.before:
        return [], after
    *others, working = deck.before[0]
    ways: list[tuple[list[ListCard], list[ListCard]]] = [([*others, working], after), (others, [*after, working])]
    if len(after) == 1:
        ways.append(([*others, working, *after], []))
    return min(ways, key=lambda way: _count_cards(faces, begun, way[0], key=True) + _count_cards(faces, 0, way[1]))


def side_card(sections: Sequence[Section]) -> list[ListCard]:
    """The change to the other limb after all steps of a section, if there is one, which has no card of its own."""
    return [
        section.side_card for section in sections if section.side_card and section.turns_after == len(section.steps) - 1
    ]


def _count_cards(faces: FaceMaker, begun: int, lists: Sequence[ListCard], key: bool = False) -> int:
    """The number of cards that lists need after `begun` faces, and with `key` what the signs mean as well."""
    count = begun + len(faces.lay_out_lists(lists, begun))
    if key:
        count += len(faces.lay_out_key(count))
    return ceil(count / (2 if faces.duplex else 1))
