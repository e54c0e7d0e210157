"""Amounts that a text says: "ten strokes", "five with each hand", "half a minute", "at most three breaths"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from cardgen.reading.amount_parts import NUMBER_WORDS, SPELLED_NUMBER
from cardgen.reading.word_patterns import FoundWords, WordPattern, any_of
from cardgen.wording.sentences import split_statements

MOST_TEXTS = 4096
"""The number of parsed texts that are kept: several warnings read the same ones."""
DOZENS = {"a dozen": "12", "half a dozen": "6"}
NUMBERS = NUMBER_WORDS | DOZENS
SAID_NUMBER = rf"(\d+|once|twice|{SPELLED_NUMBER})"
"""A number that says how often or how much, in a group of its own."""
N = rf"(?:\d+|{any_of(DOZENS)}|{SPELLED_NUMBER})"
LIMIT = (
    r"(?P<limit>\b(?:more than|longer than|at (?:the )?most|up to|max(?:imum)?\.?|not over"
    r"|(?:stop\w*|let(?:ting)? go|release|ends?) after) (?:about )?)?"
)
"""Before a number that may not be exceeded."""
CASE = WordPattern(r"\b(?:if|when|where|unless|in case)\b")
"""Words of a limit that holds only in some cases."""
AGAIN = r"(?P<again>\brepeat\w* (?:\w+ ){0,3}?)?"
# A number begins with a word, whatever comes before it: this is checked first, because it is quickest.
NUMBER = WordPattern(
    rf"\b{LIMIT}{AGAIN}(?:"
    rf"\b(?P<low>{N})(?:(?: to | or | ?[-–] ?)(?P<high>{N}))?(?:(?=x\b)|(?![\w'-]))|\b(?P<twice>twice)\b)"
)
MOVEMENTS = (
    "strokes|circles|passes|sets|rounds|repetitions|reps|squeezes|presses|rotations|sweeps|pulls|taps|glides|kneads"
    "|swings|lifts|rolls"
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
A_RATE = WordPattern(rf"\b(?:times|beats|{MOVEMENTS}) $")
"""Before "a minute" in "15 strokes a minute"."""
TOOL = WordPattern(r"(?:thumb|hand|palm|finger|fist|knuckle|forearm|elbow)s?")
"""In "two thumb circles" two are the thumbs."""
PART = WordPattern(r"\b(?:first|last|next|after|every|another|begin\w*|start\w*|remaining) (?:the |only |about )?$")
OF_ALL = WordPattern(r"[^,.;:]*\b(?:more|at first|of them|to (?:begin|start|spread|warm)\w*)\b")
"""Around a number that is only a part of all."""
WITHIN = WordPattern(r"\b(?:with|by|has|have|takes?) (?:about |the )?$")
"""Before the number of parts of one time: "each pass has about five strokes"."""
ROUNDS = WordPattern(
    rf"\b(?P<rounds>{N}) (?:sets|rounds|series) of (?P<times>{N})(?![\w'-])", needs=("sets", "rounds", "series")
)
PARTS = WordPattern(
    rf"\b(?P<first>{N}) [a-z]+(?:ly|er),? (?:and )?then (?P<next>{N}) (?!more)[a-z]+(?:ly|er)\b", needs=("then",)
)
"""Two parts of one number: "first 3 lightly, then 4 deeper"."""
TIME = WordPattern(
    rf"\b{LIMIT}(?P<every>\bevery )?(?:\b(?P<half>half a minute)|\b(?P<one>a (?:\w+ )?minute)(?P<more> and a half)?"
    rf"|\b(?P<low>{N})(?: and a half| ?½)?(?:(?: to | or | ?[-–] ?)(?P<high>{N}))?"
    r"(?: (?:(?!and |or |to )[a-z]+ )?(?P<unit>breaths?|seconds?|sec|s|minutes?|min)\b|(?P<mark>\"|″))"
    rf"(?:,? (?:and )?(?P<seconds>{N}) ?(?:seconds?|sec|s)\b)?)"
)
ASIDE = WordPattern(
    r"^(?:if|when|should|in case|for (?:older|frail|ticklish)|beginners?|older|children)\b|^with (?:an? )?\w+:"
    r"|\b(?:too (?:many|much|long|few)|plenty|instead|otherwise|within|usually|often|sometimes"
    r"|most (?:people|spots|receivers)|some people|in a row|hours?|session)\b"
)
"""Sentences about another case, or about less or more than is done."""
INTO = WordPattern(r"\b(?:sink\w*|eas(?:e|ing)|let go|letting go|releas\w+|build\w*|lift\w*|in the first)\b")
"""The phases before and after a hold."""


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


class SaidTime(Struct, frozen=True):
    """A length of time, as a text says it."""

    words: str
    low: float
    high: float
    """In seconds, or in breaths."""
    breaths: bool
    limit: bool
    clause: str
    every: bool
    """Whether it is a rhythm: "every 30 seconds"."""


@lru_cache(MOST_TEXTS)
def said_sentences(text: str) -> Sequence[str]:
    """The sentences of a text that are about what is done, always and by everybody."""
    return [sentence for sentence in split_statements(text) if sentence and not ASIDE.search(sentence)]


def number_of(word: str) -> int:
    """The number that a word or digits stand for."""
    return int(NUMBERS.get(word.lower(), word))


@lru_cache(MOST_TEXTS)
def said_counts(sentence: str) -> Sequence[SaidCount]:
    """Every number of times in a sentence."""
    return list(_counts(sentence))


def _counts(sentence: str) -> Iterator[SaidCount]:
    for found in NUMBER.finditer(ROUNDS.without(sentence)):
        text = found.string
        unit = UNIT.match(text, found.end())
        if unit and found["low"] and number_of(found["low"]) < 3 and TOOL.fullmatch(unit["manner"] or ""):
            continue
        if WITHIN.search(text[: found.start()]):
            continue
        in_all = IN_ALL.match(text, unit.end() if unit else found.end())
        share = SHARE.match(text, unit.end() if unit else found.end())
        end = (share or in_all or unit or found).end()
        low = 2 if found["twice"] else number_of(found["low"])
        if not (share or unit or in_all or (found["twice"] and not re.match(r" (?:as|the|a|per|daily)\b", text[end:]))):
            continue
        each, places = _share(share, text[: found.start()])
        yield SaidCount(
            found[0].strip().removeprefix(found["again"] or "") + text[found.end() : end],
            low,
            number_of(found["high"]) if found["high"] else low,
            limit=bool(found["limit"]),
            again=bool(found["again"]),
            part=bool(PART.search(text[: found.start()]) or OF_ALL.match(text, end)),
            rate=bool(RATE.match(text, unit.end() if unit else end)),
            each=each,
            in_all=bool(in_all),
            places=places,
        )


def _share(found: FoundWords | None, before: str) -> tuple[str, int]:
    """What a number is for each of, and how many these are; "each toe twice" says it first."""
    if found is None:
        earlier = EACH_BEFORE.search(before.rstrip())
        return (earlier[1].lower() if earlier else "", 1)
    if found["every"]:
        return found["of"].lower(), number_of(found["places"]) if found["places"] else 1
    return ("side" if found["side"] else "way"), 1


@lru_cache(MOST_TEXTS)
def said_times(sentence: str) -> Sequence[SaidTime]:
    """Every length of time in a sentence."""
    return list(_times(sentence))


def _times(sentence: str) -> Iterator[SaidTime]:
    for found in TIME.finditer(sentence):
        if found["one"] and A_RATE.search(sentence[: found.start()]):
            continue
        start = max(sentence.rfind(mark, 0, found.start()) for mark in ",:;") + 1
        clause = re.split(r"[,:;.]| then ", sentence[start:])[0]
        unit = (found["unit"] or ("min" if found["half"] or found["one"] else "s")).lower()
        each = 60 if unit.startswith("min") else 1
        half = each / 2 if found["more"] or " and a half" in found[0] or "½" in found[0] else 0
        low = 0.5 if found["half"] else 1 if found["one"] else number_of(found["low"])
        high = number_of(found["high"]) if found["high"] else low
        rest = half + (number_of(found["seconds"]) if found["seconds"] else 0)
        words, breaths = found[0].strip(), unit.startswith("breath")
        yield SaidTime(
            words, low * each + rest, high * each + rest, breaths, bool(found["limit"]), clause, bool(found["every"])
        )
