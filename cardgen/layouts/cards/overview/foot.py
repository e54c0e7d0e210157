"""The small print of an overview: when to stop, and what only the step cards say."""

from __future__ import annotations

from cardgen.wording.deck import Deck


def foot_texts(deck: Deck, index: int, has_cues: bool = False) -> tuple[str, str]:
    """The texts at the foot of the face `index`, the most important first: a narrow face has room for one alone.

    `has_cues`: the overview says the cues.
    """
    on_cards = deck.labels["details_on_cards" if has_cues else "cues_on_cards"]
    return (on_cards, deck.disclaimer) if index % 2 else (deck.disclaimer, on_cards)
