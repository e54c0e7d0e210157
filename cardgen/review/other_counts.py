"""Numbers of times in a text that are none of its step's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.reading.word_patterns import WordPattern
from cardgen.review.known_amounts import KnownCounts
from cardgen.review.said_counts import ROUNDS, SaidCount, said_counts
from cardgen.review.said_numbers import LIMITS_ALONE, N, is_compared, number_of

LIMBS = ("hand", "leg", "arm", "foot")
PAIRS = ("side", "way", "direction", *LIMBS)
"""The things that there are two of."""
A_MINUTE = WordPattern(r"\bminute\b")
PARTS = WordPattern(
    rf"\b(?P<first>{N}) [a-z]+(?:ly|er),? (?:and )?then (?P<next>{N}) (?!more)[a-z]+(?:ly|er)\b", needs=("then",)
)
"""Two parts of one number: "first 3 lightly, then 4 deeper"."""

COUNT_TO = WordPattern(r"\bcount(?:ing)? (?:slowly |silently )?(?:up )?to (?P<number>[\w-]+)")


def other_counts(known: KnownCounts, sentence: str, field: str) -> Iterator[str]:
    """The words of a sentence for numbers of times that are none of these."""
    if field != LIMITS_ALONE:
        yield from _other_rounds(known, sentence)
    counts = _compared(sentence, field)
    if known.shared:
        yield from (said.words for said in counts if said.in_all and said.low != known.whole)
    yield from (said.words for said in counts if said.limit and said.low < known.least_limit)
    if known.rate and A_MINUTE.search(sentence):
        yield from (said.words for said in counts if said.rate and abs(said.low - known.rate) > known.rate / 10)
    yield from _other_plain(known, [said for said in counts if not (said.limit or said.rate)])
    parts = PARTS.search(sentence)
    if parts and number_of(parts["first"]) + number_of(parts["next"]) not in known.totals:
        yield parts[0]


def _other_rounds(known: KnownCounts, sentence: str) -> Iterator[str]:
    """Sets of times that are none of these; of an amount without sets, only another number in all."""
    for found in ROUNDS.finditer(sentence):
        rounds, times = number_of(found["rounds"]), number_of(found["times"])
        if (rounds, times) not in known.rounds and (known.rounds or rounds * times not in known.totals):
            yield found[0]


def _compared(sentence: str, field: str) -> list[SaidCount]:
    """The numbers of a sentence that are about the amount; in the words for a place, only those of times."""
    counts = [said for said in said_counts(sentence) if is_compared(said.limit, sentence, field)]
    return [said for said in counts if "times" in said.words] if field == "where" else counts


def _other_plain(known: KnownCounts, said: Sequence[SaidCount]) -> Iterator[str]:
    """Parts of a number that are larger than the whole of it, and other wholes."""
    yield from (one.words for one in said if one.part and one.low > known.whole)
    if other := _other_whole(known, [one for one in said if not one.part]):
        yield other


def _other_whole(known: KnownCounts, said: Sequence[SaidCount]) -> str:
    """The first number of a sentence that is none of these, and no part of one that the sentence says as well."""
    sides = [one for one in said if one.each == "side"]
    if len(sides) > 1 and sum(one.low for one in sides) not in known.totals:
        return sides[0].words
    if any(not one.each and one.low > 1 and _is_count(one, known) for one in said):
        said = [one for one in said if not _is_detail(one, known)]
    elif len(said) > 1 and sum(one.low for one in said) in known.totals:
        return ""
    return next((one.words for one in said if not _is_count(one, known)), "")


def _is_detail(said: SaidCount, known: KnownCounts) -> bool:
    """Whether a number is a part of the whole, where the sentence says that as well: "12 strokes, 4 on each spot"."""
    of_limb = known.shared and said.each in LIMBS
    return bool(said.each) and said.low < known.whole and not of_limb


def _is_count(said: SaidCount, known: KnownCounts) -> bool:
    """Whether a text says one of these numbers; one of several is no count."""
    if said.low == 1:
        return True
    numbers = _meant(said)
    doubled = {2 * number for number in numbers}
    if said.each in PAIRS and known.shared:
        return bool(numbers & known.ones)
    if said.each in LIMBS:
        return bool(doubled & known.totals)
    if said.each in PAIRS:
        return bool((numbers | doubled) & known.totals)
    return bool(numbers & known.totals)


def _meant(said: SaidCount) -> set[int]:
    """The numbers of a range, each in all places that the text counts; after a first time, perhaps one more."""
    numbers = {*range(said.low, said.high + 1)}
    if said.again:
        numbers |= {number + 1 for number in numbers}
    return {number * said.places for number in numbers}


def other_beats(beats: int, sentence: str) -> Iterator[str]:
    """The words of a sentence for another number to count to than this one; none if it is 0."""
    found = COUNT_TO.search(sentence) if beats else None
    if found and _number(found["number"]) not in (0, beats):
        yield found[0]


def _number(word: str) -> int:
    """The number that a word names; 0 if it names none."""
    try:
        return number_of(word)
    except ValueError:
        return 0
