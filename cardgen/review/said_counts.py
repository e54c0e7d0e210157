"""Numbers of times that a text says: "ten strokes", "five with each hand", "the first three"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from cardgen.reading.word_patterns import FoundWords, WordPattern
from cardgen.review.said_numbers import LIMIT, MOST_TEXTS, MOVEMENTS, N, number_of

AGAIN = r"(?P<again>\brepeat\w* (?:\w+ ){0,3}?)?"
# A number begins with a word, whatever comes before it: this is checked first, because it is quickest.
NUMBER = WordPattern(
    rf"\b{LIMIT}{AGAIN}(?:"
    rf"\b(?P<low>{N})(?:(?: to | or | ?[-–] ?)(?P<high>{N}))?(?:(?=x\b)|(?![\w'-]))|\b(?P<twice>twice)\b)"
)
UNIT = WordPattern(rf" ?[x×](?!\w)|(?: (?!and |or |to )(?P<manner>[a-z]+))? (?:times|{MOVEMENTS})(?!\w)")
IN_ALL = WordPattern(r" (?:in all|altogether|in total)\b")
SHARE = WordPattern(
    r" (?:(?:on|in|at|with|for|per|to) )?(?P<every>each|every)"
    rf"(?: of (?:the |your |their )?(?P<places>{N})?)? (?P<of>\w+)"
    r"| (?:on|for|with) (?:the |their |your |this )?(?P<side>left|right)\b"
    r"| (?P<way>up|down|inward|outward|forwards?|backwards?|(?:counter|anti)?-?clockwise|one way|the other way)\b"
)
"""The words for what a number is for: "in each of three lanes", "on the left", "up"."""
EACH_BEFORE = WordPattern(r"\beach (?:of the )?(\w+)(?: \w+)?$")
RATE = WordPattern(r" (?:(?:in )?an? |per |(?:to|in|with|for) (?:an? |each )|each )(?:minute|breath|second)\b")
TOOL = WordPattern(r"(?:thumb|hand|palm|finger|fist|knuckle|forearm|elbow)s?")
COMPARED = re.compile(r" (?:as|the|a|per|daily)\b")
"""After "twice" where it is no number of times: "twice as slow"."""
PART = WordPattern(r"\b(?:first|last|next|after|every|another|begin\w*|start\w*|remaining) (?:the |only |about )?$")
OF_ALL = WordPattern(r"[^,.;:]*\b(?:more|at first|of them|to (?:begin|start|spread|warm)\w*)\b")
"""Around a number that is only a part of all."""
WITHIN = WordPattern(r"\b(?:with|by|has|have|takes?) (?:about |the )?$")
"""Before the number of parts of one time: "each pass has about five strokes"."""
ROUNDS = WordPattern(
    rf"\b(?P<rounds>{N}) (?:sets|rounds|series) of (?P<times>{N})(?![\w'-])", needs=("sets", "rounds", "series")
)


class SaidCount(Struct, frozen=True):
    """A number of times, as a text says it."""

    words: str
    low: int
    high: int
    limit: bool
    again: bool
    """Whether it comes after a first time: "repeat three times"."""
    part: bool
    """Whether it is only a part of all: "the first three"."""
    rate: bool
    """Whether it is for a length of time: "12 a minute"."""
    each: str = ""
    """What it is for each of: "hand", "way"; "side" and "way" for one of two."""
    in_all: bool = False
    """Whether it says that it is all of them."""
    places: int = 1
    """The number of these, if the text says it."""


@lru_cache(MOST_TEXTS)
def said_counts(sentence: str) -> Sequence[SaidCount]:
    """Every number of times in a sentence."""
    found = map(_said_count, NUMBER.finditer(ROUNDS.without(sentence)))
    return [said for said in found if said]


def _said_count(found: FoundWords) -> SaidCount | None:
    """The number of times that a number is with the words after it; None for a number of anything else."""
    text, before = found.string, found.string[: found.start()]
    unit = UNIT.match(text, found.end())
    if WITHIN.search(before) or (unit and _is_of_tools(found, unit)):
        return None
    counted = (unit or found).end()
    in_all, share = IN_ALL.match(text, counted), SHARE.match(text, counted)
    if not (unit or in_all or share or _is_twice(found)):
        return None
    end = (share or in_all or unit or found).end()
    low = number_of(found["low"] or found["twice"])
    each, places = _share(share, before)
    return SaidCount(
        found[0].strip().removeprefix(found["again"]) + text[found.end() : end],
        low,
        number_of(found["high"]) if found["high"] else low,
        limit=bool(found["limit"]),
        again=bool(found["again"]),
        part=bool(PART.search(before) or OF_ALL.match(text, end)),
        rate=bool(RATE.match(text, unit.end() if unit else end)),
        each=each,
        in_all=bool(in_all),
        places=places,
    )


def _is_twice(found: FoundWords) -> bool:
    """Whether "twice" says how often without any other word."""
    return bool(found["twice"]) and not COMPARED.match(found.string, found.end())


def _is_of_tools(found: FoundWords, unit: FoundWords) -> bool:
    """Whether one or two are what strokes are made with: "two thumb circles"."""
    return bool(found["low"]) and number_of(found["low"]) < 3 and TOOL.fullmatch(unit["manner"]) is not None


def _share(found: FoundWords | None, before: str) -> tuple[str, int]:
    """What a number is for each of, and how many these are; "each toe twice" says it first."""
    if found is None:
        earlier = EACH_BEFORE.search(before.rstrip())
        return (earlier[1].lower() if earlier else "", 1)
    if found["every"]:
        return found["of"].lower(), number_of(found["places"]) if found["places"] else 1
    return ("side" if found["side"] else "way"), 1
