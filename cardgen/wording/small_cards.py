"""A deck in the words of small cards: places without pressure in one sentence, nothing that safety says once more."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.wording.deck import Block, Deck, ListCard
from cardgen.wording.keep_off import run_on
from cardgen.wording.words import Words, words


def for_small_cards(deck: Deck) -> Deck:
    """The deck with fewer words on what comes before the steps."""
    spoken = words(deck.language)
    return replace(deck, before=tuple(tuple(shorten_card(card, spoken) for card in group) for group in deck.before))


def shorten_card(card: ListCard, words: Words) -> ListCard:
    """A card of paragraphs in the words of small cards."""
    return replace(card, blocks=tuple(_shorten_block(block, words) for block in card.blocks if not block.in_safety))


def _shorten_block(block: Block, words: Words) -> Block:
    return replace(block, text=run_on(block.lines, words)) if block.about == "places" else block
