"""Lengths of time in a text that are none of its step's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cardgen.model.durations import Every, Lasting
from cardgen.planning.tempos import tempo
from cardgen.reading.amount_texts import Span
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.known_amounts import KnownAmounts
from cardgen.review.said_numbers import LIMITS_ALONE, is_compared
from cardgen.review.said_times import SaidTime, said_times

SLOW_BREATHS = WordPattern(r"\b(?:slow|deep|long)\b")
ABOUT = 1.15
"""Breaths and seconds may differ by this much."""
LEAST_TIME = 15
"""Shorter times that a cue says beside a number without one are those of a stroke."""
INTO = WordPattern(r"\b(?:sink\w*|eas(?:e|ing)|let go|letting go|releas\w+|build\w*|lift\w*|in the first)\b")
"""The phases before and after a hold."""
RESTING = WordPattern(r"\b(?:rests?|paus\w+|wait\w*|breaks?|between)\b")
HOLDING = WordPattern(r"^\W*(?:and |then )?(?:hold|keep|stay)\b")
NO_REST = WordPattern(r"\b(?:no|without (?:an?|any)?) ?(?:pauses?|breaks?|rests?|stopping|pausing)\b")
EACH = re.compile(r"\beach\b")
OF_TWO = WordPattern(r"\beach (?:hand|leg|arm|foot|side|calf|thigh|shoulder|knee|wrist|elbow|buttock)\b")
"""The things that there are two of, and that a time may be for."""


def other_times(known: KnownAmounts, sentence: str, field: str) -> Iterator[str]:
    """The words of a sentence for lengths of time that are none of these."""
    if known.rests and field != LIMITS_ALONE and (found := NO_REST.search(sentence)):
        yield found[0]
    times = [said for said in said_times(sentence) if is_compared(said.limit, said.clause, field)]
    agrees = any(_is_any(said, known.lengths, known) for said in times)
    for said in times:
        lengths = _meant(said, known)
        if agrees and not any(_has_unit(said, length.span) for length in lengths):
            continue
        if lengths and not _is_any(said, lengths, known):
            yield said.words


def _meant(said: SaidTime, known: KnownAmounts) -> Sequence[Lasting]:
    """The lengths that a text may mean: rests only where it is about resting; none where it eases in or out."""
    rests = known.rests
    if said.every:
        return [length for length in known.lengths if isinstance(length, Every)]
    if rests and RESTING.search(said.clause):
        return rests
    if len(rests) < len(known.lengths) and HOLDING.search(said.clause):
        return [length for length in known.lengths if length not in rests]
    return [] if INTO.search(said.clause) and not said.limit else known.lengths


def _is_any(said: SaidTime, lengths: Sequence[Lasting], known: KnownAmounts) -> bool:
    return any(_is_length(said, length.span, known) for length in lengths)


def _has_unit(said: SaidTime, span: Span) -> bool:
    return said.breaths == (span.unit == "breaths")


def _is_length(said: SaidTime, span: Span, known: KnownAmounts) -> bool:
    """Whether a text says this time, or that of all times together, or a limit that it keeps."""
    if said.limit:
        return not _has_unit(said, span) or span.most <= said.low
    if span.unit == "moment":
        return True
    if not _has_unit(said, span):
        return _is_about(said, span)
    return any(span.least * part <= said.high and said.low <= span.most * part for part in _parts(said, known))


def _is_about(said: SaidTime, span: Span) -> bool:
    """Whether breaths take as long as seconds do."""
    known = tempo("holding", "back")
    if said.breaths:
        breath = known.slow_breath if SLOW_BREATHS.search(said.words) else known.breath
        return span.least / ABOUT <= said.high * breath and said.low * breath <= span.most * ABOUT
    seconds = known.seconds(span)
    return seconds / ABOUT <= said.high and said.low <= seconds * ABOUT


def _parts(said: SaidTime, known: KnownAmounts) -> set[float]:
    """The multiples of a length of time that a text may say: all times together, or half of it for each of two."""
    if OF_TWO.search(said.clause) and len(known.lengths) == 1 and not (known.shared or known.twice):
        return {0.5}
    if EACH.search(said.clause):
        return {1}
    return {1, 2 if known.twice else 1, *known.counts.ones, *known.counts.totals}


def uncounted_times(known: KnownAmounts, sentence: str) -> Iterator[str]:
    """The lengths of time in a cue whose step has a number, which takes another time, and no length itself."""
    if not known.stroke:
        return
    whole = known.stroke * max(known.counts.ones)
    for said in said_times(sentence):
        aside = said.limit or said.breaths or said.every or RESTING.search(said.clause) or INTO.search(said.clause)
        of_stroke = said.low < max(LEAST_TIME, 1.5 * known.stroke)
        if not aside and not of_stroke and not whole / 2 <= said.low <= 2 * whole:
            yield said.words
