"""The words of the trade that a deck uses, each with its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from cardgen.wording.deck import Deck
from cardgen.wording.words import Words

ENDING = 2
"""The most letters that a plural adds to a word."""


def explain_words(deck: Deck, words: Words) -> Iterator[str]:
    """A line for each word of the glossary that the deck uses, in the order of the glossary."""
    return explain_texts(_texts(msgspec.to_builtins(deck)), words)


def explain_texts(texts: Iterable[str], words: Words) -> Iterator[str]:
    """The same for any texts."""
    said = " ".join(dict.fromkeys(texts)).casefold()
    for word, meaning in words.glossary.items():
        if any(_is_in(form.casefold(), said) for form in words.glossary_forms.get(word, [word])):
            yield words.say("meaning", word=word, meaning=meaning)


def _is_in(word: str, said: str) -> bool:
    """Whether a text has a word, perhaps with an ending."""
    return word in said and bool(re.search(rf"\b{re.escape(word)}\w{{0,{ENDING}}}\b", said))


def _texts(deck: object) -> Iterator[str]:
    """Every text in a deck, in any order."""
    left = [deck]
    while left:
        value = left.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            left += value.values()
        elif isinstance(value, (list, tuple)):
            left += value
