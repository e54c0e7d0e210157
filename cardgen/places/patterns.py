"""Patterns of what texts say about places, each made when a text needs it."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial

from cardgen.places.named_places import BEGIN, END, by_plain_words, places
from cardgen.reading.word_patterns import WordPattern, any_in, any_of

A_PLACE = "place"
"""Takes the place of each known name in a text."""
NUMBER = r"\d+"
MOST_TEXTS = 512
"""The number of texts whose names are kept as patterns: a text is looked through several times."""


@lru_cache(MOST_TEXTS)
def any_name(text: str) -> re.Pattern[str]:
    """The name of any place in this text, the longest first, or of a part of it.

    A pattern of all names takes longer to make than those for the texts of a routine.
    """
    return re.compile(_name(text))


def _name(text: str) -> str:
    """A pattern for the name of a place in this text, alone or with the part of it that is meant."""
    known, one_of = places(), partial(any_in, text)
    part, filler, bone = (one_of(words) for words in ([*known.parts, *known.faces], known.fillers, known.bones))
    prefix = rf"(?P<prefix>(?:(?:(?:{part}) )+of (?:(?:{filler}) )*)+?)"
    return rf"(?<!\bof ){BEGIN}{prefix}??(?P<name>{one_of(by_plain_words())})(?: (?:{bone}))?{END}(?! of\b)"


@cache
def from_end_to_end() -> re.Pattern[str]:
    """From one end of a place to the other: "from bottom corner to top"; from the place itself, if it is taken out."""
    part, filler = any_of(places().parts), any_of(places().fillers)
    end = rf"(?:(?:{filler}) )*(?:{part})(?: (?:{part}))*"
    return re.compile(rf"{BEGIN}(?:from (?:{end})? ?|{end} )to {end}{END}")


@cache
def shared_name() -> re.Pattern[str]:
    """Two parts that share a name, and only the second is read: "upper and lower back"."""
    known = places()
    part, between = any_of([*known.parts, *known.faces]), any_of([*known.parts, *known.faces, *known.fillers])
    return re.compile(rf"{BEGIN}(?:{part}) (?:{any_of(known.links)}) (?:(?:{between}) )*{A_PLACE}{END}")


@cache
def beginning() -> WordPattern:
    """The words before the part of a place at which the hands begin: "from the middle outward"."""
    return WordPattern(rf"{BEGIN}from (?=(?:{any_of(places().parts)}){END})", ("from ",))


def limits(text: str) -> re.Pattern[str]:
    """The name of a place, or what limits the one before it: "just above the knee", "an inch from the spine".

    It is made of the words in this text: few texts need it, and all words, each many times, would be by far the longest
    pattern.
    """
    known, one_of = places(), partial(any_in, text)
    anchor = one_of([*by_plain_words(), *known.marks])
    before, bone = one_of([*known.fillers, *known.parts, *known.faces]), one_of(known.bones)
    around = rf"(?:(?:{before}) )*(?:{anchor})(?: (?:{bone}))?{END}"
    far = rf"(?:{one_of(known.distances)}|{NUMBER}) "
    near = rf"(?:(?:{far})*(?:{one_of(known.limits)})|(?:{far})+(?:from|off)) {around}"
    others = rf"(?:{one_of(known.exceptions)}) (?:{around}(?: (?:and|or|nor) {around})*|(?:it|them|these){END})"
    another = rf"(?P<another>(?:{one_of(known.links)}) (?:{near}))"
    return re.compile(rf"{_name(text)}|{BEGIN}(?:{another}|(?P<limit>{others}|{near}))")


@cache
def limiting_words() -> WordPattern:
    """A word for a part of a place, or for what is around it."""
    words = [*places().parts, *places().distances, *places().rounds]
    return WordPattern(rf"{BEGIN}(?:{any_of(words)}){END}", words)


@cache
def words_beside() -> re.Pattern[str]:
    """The words that may be next to the name of a place: those that limit it, and those that change nothing."""
    known = places()
    words = [*known.parts, *known.distances, *known.rounds, *known.fillers, *known.links]
    return re.compile(rf"{BEGIN}(?:{any_of(words)}|{NUMBER}){END}")


@cache
def filler() -> WordPattern:
    """A word around the name of a place that changes nothing."""
    return WordPattern(rf"{BEGIN}(?:{any_of(places().fillers)}){END}", places().fillers)


@cache
def face_of() -> re.Pattern[str]:
    """The back or the front of a place."""
    return re.compile(rf"{BEGIN}({any_of(places().faces)}) of{END}")


@cache
def measure() -> WordPattern:
    """How far from its neighbor a place is, at the beginning: "two fingers above", "a hand's width below"."""
    count, limits = rf"one|two|three|four|half|{NUMBER}", any_of(places().limits)
    return WordPattern(
        rf"^(?:just |about )*(?:(?:{count}) (?:finger|hand|thumb)s?"
        rf"|(?:(?:{count}) )?(?:finger|hand|thumb)(?:'s|s)? widths?) "
        rf"(?=(?:{limits}){END})",
        ("finger", "hand", "thumb"),
    )


@cache
def tools() -> WordPattern:
    """The giver's hands, before what they do."""
    words, touches = any_of(places().tools), places().touches
    return WordPattern(rf"{BEGIN}(?:{words}) (?:{any_of(touches)}){END}", touches)


def stretch(text: str) -> re.Pattern[str]:
    """From one part of a limb to another, or to several; made of the words in this text, as `limits` is."""
    known, one_of = places(), partial(any_in, text)
    part = one_of({word for stretch in known.stretches for words in stretch.parts for word in words})
    before = one_of([*known.fillers, *known.limits, *known.distances, *known.parts, *known.faces]) + f"|{NUMBER}"
    bone = one_of(known.bones)
    start, end, first, second, last = (
        rf"(?:(?:{before}) )*(?P<{name}>{part})(?: (?:{bone}))?{END}"
        for name in ("start", "end", "first", "second", "last")
    )
    way = rf"(?:from )?{start} (?P<via>(?:(?!from )[\w'-]+ ){{0,7}}?)to {end}(?: to {last})?"
    return re.compile(rf"{BEGIN}(?:{way}|between {first} and {second})")
