"""Where words may be broken with a hyphen: by the patterns of a language, or else between syllables."""

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
SYLLABLE = re.compile(rf"(?<=[^\W\d_])(?=[^\W\d_{VOWELS}][{VOWELS}])", re.IGNORECASE)
"""Before a consonant with a vowel after it: the rule of Finnish, and bearable elsewhere."""
NOT_A_PATTERN = re.compile(rb"[ \t/].*")
"""What follows a pattern in its line, such as another spelling of a word that is broken: cardgen breaks it as it is."""


def break_word(word: str, language: str) -> list[str]:
    """The parts of a word between which a hyphen may be; the whole word when there is no such place."""
    places = {match.start() + at for match in LETTERS.finditer(word) for at in _places(match[0], language)}
    ends = [0, *sorted(places), len(word)]
    return [word[start:end] for start, end in itertools.pairwise(ends)]


@lru_cache(maxsize=4096)
def _places(letters: str, language: str) -> tuple[int, ...]:
    """How many letters may be before a hyphen."""
    patterns = _patterns(language)
    found = _odd_places(letters, patterns) if patterns else [match.start() for match in SYLLABLE.finditer(letters)]
    return tuple(at for at in found if LEAST_PART <= at <= len(letters) - LEAST_PART)


def _odd_places(letters: str, patterns: Mapping[str, str]) -> list[int]:
    """The places between letters whose highest digit, in all patterns that match there, is odd: Liang's rule."""
    word = f".{letters.lower()}."
    highest = [0] * (len(word) + 1)
    for start, end in itertools.combinations(range(len(word) + 1), 2):
        place = start
        for sign in patterns.get(word[start:end], ""):
            if sign.isdigit():
                highest[place] = max(highest[place], int(sign))
            else:
                place += 1
    return [place - 1 for place, digit in enumerate(highest) if digit % 2]


@cache
def _patterns(language: str) -> dict[str, str]:
    """The patterns of a language by their letters, such as "1ci2s" by "cis"; empty when there are none.

    pyphen would parse each of some ten thousand patterns, of which a document needs a few dozen.
    """
    known = pyphen.language_fallback(language)
    if not known:
        return {}
    encoding, _, patterns = pyphen.LANGUAGES[known].read_bytes().partition(b"\n")
    patterns = NOT_A_PATTERN.sub(b"", patterns)
    name = encoding.decode().strip().lower().removeprefix("microsoft-")
    letters = patterns.translate(None, b"0123456789").decode(name)
    return dict(zip(letters.splitlines(), patterns.decode(name).splitlines(), strict=True))
