"""Places without pressure that a text names as worked on: "the throat", not "beside the spine", "to the groin"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from cardgen.artwork.risks import Risk, near_words, risks
from cardgen.artwork.stroke_pressure import USUAL_LEVEL, hardest
from cardgen.model.routine import Step
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.places.named_places import BEGIN, END, by_plain_words, places, plain_words
from cardgen.places.reading import find_stretch
from cardgen.reading.word_patterns import WordPattern, any_in, any_of

UNPRESSED = {"holding", "feathering", "rocking", "joint-movement", "stretching"}
"""Techniques that press nothing unless their step says so."""
CLAUSE_END = re.compile(r"[,;:.!?]")


def pressed_risks(step: Step) -> list[Risk]:
    """The places that a step's place names, and that take less than its pressure, unless a lighter zone names them."""
    level = step_level(step)
    zones = [zone.at for action in step.actions if action.force for zone in action.force.zones]
    named = [risk for risk in worked_risks(step.where) if not any(map(risk.named_in, zones))]
    return [risk for risk in named if level and LEVELS.index(level) >= LEVELS.index(risk.too_hard_by_name)]


def step_level(step: Step) -> Level | None:
    """The highest pressure of a step; None if it presses nothing."""
    techniques = {action.technique for action in step.done}
    return hardest(step) or (None if techniques <= UNPRESSED else USUAL_LEVEL)


def worked_risks(text: str) -> list[Risk]:
    """The places that a text names as worked on, each once; no name of a wider place, such as the lower back."""
    found: dict[str, Risk] = {}
    for clause in map(plain_words, CLAUSE_END.split(_without_exceptions(text))):
        words = _without_ends(clause) if any(name in clause for name in _by_words()) else ""
        for match in _pattern(words).finditer(words) if words else ():
            if match["worked"]:
                risk = _by_words()[match["worked"]]
                found.setdefault(risk.name, risk)
    return list(found.values())


def is_beside(where: str) -> bool:
    """Whether a text begins with what names the neighbor of a place: "just above the knee", "around it, not on it"."""
    found = _beside().match(plain_words(where))
    return found is not None and (found["near"] not in places().rounds or _without_exceptions(where) != where.lower())


def _without_exceptions(text: str) -> str:
    """A text up to where it says what is left out."""
    found = _exception().search(lowered := text.lower())
    return lowered[: found.start()] if found else lowered


def _without_ends(words: str) -> str:
    """The words of a clause without the ends of "from the knee to the groin", which are not worked on themselves."""
    stretch = find_stretch(words)
    return f"{words[: stretch.start]} {stretch.via} {words[stretch.end :]}" if stretch else words


@cache
def _beside() -> WordPattern:
    before = any_of([*places().fillers, *places().distances])
    return WordPattern(rf"(?:(?:{before}|both|\d+) )*(?P<near>{any_of(near_words())}){END}", near_words())


@cache
def _exception() -> WordPattern:
    return WordPattern(rf"{BEGIN}(?:{any_of(places().exceptions)}){END}", places().exceptions)


@cache
def _by_words() -> dict[str, Risk]:
    return {plain_words(word): risk for risk in risks() for word in risk.core or risk.words}


def _neighbors(text: str) -> Iterator[str]:
    """Other places in a text, with the name of a place without pressure in theirs."""
    names = re.compile(rf"\b(?:{any_in(text, _by_words())})\b")
    yield from (name for name in by_plain_words() if name in text and name not in _by_words() and names.search(name))
    yield from _known_neighbors()


@cache
def _known_neighbors() -> frozenset[str]:
    return frozenset(plain_words(word) for risk in risks() for word in risk.neighbors)


def _pattern(text: str) -> re.Pattern[str]:
    """The name of a place without pressure, after what names a neighbor of it: that is passed over.

    It is made of the words in this text: few texts name such a place.
    """
    one_of = partial(any_in, text)
    names, neighbors = one_of(_by_words()), one_of(_neighbors(text))
    near = rf"(?:{one_of(near_words())}) (?:[\w'-]+ of )?(?:{names})"
    start = rf"from (?:{one_of(set(map(plain_words, places().marks)) & _by_words().keys())})"
    between = rf"between (?:[\w'-]+ ){{1,3}}?and (?:[\w'-]+ ){{0,2}}?(?:{names})|between (?:{names}) and"
    return re.compile(rf"{BEGIN}(?:{neighbors}|{near}|{start}|{between}|(?P<worked>{names})){END}")
