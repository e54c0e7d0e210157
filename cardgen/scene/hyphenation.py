"""Where words may be broken with a hyphen: by the patterns of a language, otherwise between syllables."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache

import pyphen

LEAST_PART = 3
"""The least letters before and after a hyphen."""
LETTERS = re.compile(r"[^\W\d_]{6,}")
"""Words that may be broken: shorter ones are not."""
VOWELS = "aeiouyäöüåæøáàâãéèêëíìîïóòôõúùûýœı"
SYLLABLE = re.compile(rf"(?<=[^\W\d_])(?=[^\W\d_{VOWELS}][{VOWELS}])", re.IGNORECASE)
"""Before a consonant with a vowel after it: the rule of Finnish, and bearable elsewhere."""


def break_word(word: str, language: str) -> list[str]:
    """The parts of a word between which a hyphen may be; the whole word when there is no such place."""
    places = {match.start() + at for match in LETTERS.finditer(word) for at in _places(match[0], language)}
    ends = [0, *sorted(places), len(word)]
    return [word[start:end] for start, end in itertools.pairwise(ends)]


@lru_cache(maxsize=4096)
def _places(letters: str, language: str) -> tuple[int, ...]:
    """How many letters may be before a hyphen."""
    patterns = _patterns(language)
    found = patterns.positions(letters) if patterns else [match.start() for match in SYLLABLE.finditer(letters)]
    return tuple(int(at) for at in found if LEAST_PART <= at <= len(letters) - LEAST_PART)


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    """The patterns of a language; None when there are none."""
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=LEAST_PART, right=LEAST_PART) if known else None
