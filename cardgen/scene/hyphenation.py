"""Where words may be broken with a hyphen: by the patterns of a language, otherwise between syllables."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from functools import cache, lru_cache

import pyphen

LEAST_PART = 3
"""The least letters before and after a hyphen."""
LETTERS = re.compile(r"[^\W\d_]{6,}")
"""Words that may be broken: shorter ones are not."""
VOWELS = "aeiouyäöüåæøáàâãéèêëíìîïóòôõúùûýœı"
NUMBERS = re.compile(r"(\d?)(?:\D|$)")
"""The number before each letter of a pattern, and the one behind the last letter; most places have none."""
NO_PATTERN = re.compile(rb"^[%#].*|/.*=.*|\s+$", re.MULTILINE)
"""Comments, how a word is spelled where it is divided, which cardgen does not change, and spaces."""
DIGITS = b"0123456789"
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
    found = _marked(letters, patterns) if patterns else [match.start() for match in SYLLABLE.finditer(letters)]
    return tuple(at for at in found if LEAST_PART <= at <= len(letters) - LEAST_PART)


def _marked(letters: str, patterns: Mapping[str, str]) -> list[int]:
    """Where the highest of the numbers that patterns set between the letters is odd: Liang's rule."""
    whole = f".{letters.lower()}."
    highest = [0] * (len(whole) + 1)
    for start, end in itertools.combinations(range(len(whole) + 1), 2):
        for at, digit in enumerate(NUMBERS.findall(patterns.get(whole[start:end], "")), start):
            highest[at] = max(highest[at], int(digit or 0))
    return [at - 1 for at, number in enumerate(highest) if number % 2]


@cache
def _patterns(language: str) -> Mapping[str, str]:
    """The patterns of a language, such as "hy3ph", by their letters; empty when there are none.

    Only those that a word needs are read further: to read all, as pyphen does, takes longer than most prints.
    """
    known = pyphen.language_fallback(language)
    if not known:
        return {}
    encoding, _, data = pyphen.LANGUAGES[known].read_bytes().partition(b"\n")
    patterns = NO_PATTERN.sub(b"", data)
    letters, written = (text.decode(encoding.decode().strip()) for text in (patterns.translate(None, DIGITS), patterns))
    return dict(zip(letters.splitlines(), written.splitlines(), strict=True))
