"""Patterns for any of many words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

NOTHING = "(?!)"
"""A pattern that matches nothing."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; empty for none.

    Words that begin with the same letter are together, so that most of hundreds of names are never looked at.
    """
    alike = groupby(sorted(filter(None, set(words))), key=lambda word: word[0])
    return "|".join(_beginning_alike(list(group)) for _, group in alike)


def any_in(text: str, words: Iterable[str]) -> str:
    """A pattern for those of some words that a text has; one that matches nothing for none.

    A pattern of hundreds of words takes longer to make than to search many texts.
    """
    return any_of(word for word in words if word in text) or NOTHING


def _beginning_alike(words: list[str]) -> str:
    """A pattern for any of some words that begin with the same letter."""
    first, tails = words[0][0], sorted((word[1:] for word in words), key=len, reverse=True)
    return re.escape(first) + (f"(?:{'|'.join(map(re.escape, tails))})" if len(tails) > 1 else re.escape(tails[0]))
