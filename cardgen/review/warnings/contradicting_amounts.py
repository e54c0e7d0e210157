"""Amounts of one step that contradict each other: `hold: 30 s` with `at_most: 10 s`, or `rest` with `times: 1`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from cardgen.errors import Fault
from cardgen.model.action import Action
from cardgen.model.repeat import Repeat, read_counted, read_span
from cardgen.model.routine import Step
from cardgen.model.tempo import Tempo
from cardgen.places.risk_words import UNPRESSED
from cardgen.planning.doses import QUICKEST, SLOWEST
from cardgen.planning.tempos import tempo
from cardgen.reading.amount_parts import rephrase
from cardgen.reading.amount_texts import TIME_PATTERN, Counted, Span, count_beats
from cardgen.reading.value_types import Place
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_times import said_times

FILE_KINDS = ("routine",)
Contradiction = tuple[str, str, str]
"""The key of `repeat`, the problem, and its remedy."""
LIMIT = re.compile(r"^(?:at (?:the )?most|no(?:t)? (?:more|longer) than|up to|max(?:imum)?\.?) ")
CORRECT = "Correct one of the two."
SLACK = 1.25
"""The most by which a count and the time may differ."""


class Paces(Struct, frozen=True):
    """How quickly and how slowly somebody may breathe."""

    quick: Tempo
    slow: Tempo

    def least(self, span: Span) -> float:
        """The least seconds that a length of time may be."""
        return self.quick.seconds(span)

    def most(self, span: Span) -> float:
        """The most seconds that it may be."""
        return self.slow.seconds(span)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each amount that another one of the same step contradicts."""
    for index, step in enumerate(file.routine.model.steps):
        for number, action in enumerate(step.actions):
            if isinstance(action.repeat, Repeat):
                owner: Place = ("steps", index, "phases", number - 1) if number else ("steps", index)
                for key, problem, remedy in _problems(step, action, action.repeat):
                    yield file.routine.warning((*owner, "repeat", key), problem, remedy)


def _paces(action: Action) -> Paces:
    known = tempo(action.technique, "back")
    quick, slow = (replace(known, breath=one["breath"], slow_breath=one["slow_breath"]) for one in (QUICKEST, SLOWEST))
    return Paces(quick, slow)


def _problems(step: Step, action: Action, given: Repeat) -> Iterator[Contradiction]:
    paces = _paces(action)
    yield from _beyond_limits(given, paces)
    yield from _too_many(given, paces)
    yield from _beyond_rhythm(given, paces)
    yield from _two_rhythms(given, paces)
    yield from _two_lengths(given, paces)
    yield from _unlike_their_keys(given, action)
    if given.times:
        yield from _unlike_times(given, read_counted(given.times), step)


def _unlike_their_keys(given: Repeat, action: Action) -> Iterator[Contradiction]:
    """A length of time as what ends something, and a rest as the only amount."""
    length = LIMIT.sub("", rephrase(given.until)) if given.until else ""
    if re.search(TIME_PATTERN, length):
        problem = f"'until: {given.until}' is a length of time, but 'until' says what ends it."
        how_long = f"Write 'seconds: {length}' for how long it takes"
        yield "until", problem, f"{how_long}; for a limit, 'at_most: {length}' with what may end it earlier."
    only = action.amounts[0].field == "rest" and len(action.amounts) == 1
    if only and action.technique not in UNPRESSED:
        problem = f"'rest: {given.rest}' is the only amount here, but the technique is {action.technique}."
        yield (
            "rest",
            problem,
            f"Write 'seconds: {given.rest}' for how long it takes; 'rest' is for a time without work.",
        )


def _unlike_times(given: Repeat, counted: Counted, step: Step) -> Iterator[Contradiction]:
    """Other sets than those of the times, passes as well, and a rest between them where there is only one."""
    if counted.sets and given.sets and given.sets != counted.sets:
        problem = f"'times: {given.times}' has {counted.sets} sets, but 'sets' is {given.sets}."
        remedy = f"Write one of them: 'times: {given.times}', or 'sets: {given.sets}, times: {counted.least}'."
        yield "sets", problem, remedy
    if given.passes and not given.spots:
        problem = f"'times: {given.times}' and 'passes: {given.passes}' both say how often; the clock counts the times."
        sets = f"write 'sets: {given.passes}, times: {given.times}' for {given.passes} sets of {given.times}"
        yield "passes", problem, f"Leave one of them out, or {sets}."
    several = counted.most != 1 or given.sets or given.each or given.spots or step.twice
    if given.rest and not several:
        problem = f"'rest: {given.rest}' is a rest between repetitions, but there is only one."
        yield "rest", problem, f"Write 'rest_after: {given.rest}' for a rest afterwards."


def _beyond_limits(given: Repeat, paces: Paces) -> Iterator[Contradiction]:
    """Lengths of time that are longer than their own limit."""
    for key in ("at_most", "at_most_in_all"):
        if limit := read_span(getattr(given, key)):
            yield from _beyond(limit, key, given, paces)


def _too_many(given: Repeat, paces: Paces) -> Iterator[Contradiction]:
    """More than there is time for before all of it ends."""
    whole = read_span(given.at_most_in_all)
    each = read_span(given.every) or read_span(given.hold) or read_span(given.seconds)
    number = read_counted(given.times or given.passes or 1).least
    if whole and each and number > 1 and number * paces.least(each) > paces.most(whole) * SLACK:
        takes = f"{number} of them take at least {number * paces.least(each):g} s"
        problem = f"{takes}, but 'at_most_in_all' is {given.at_most_in_all}."
        yield "at_most_in_all", problem, "Correct one of the two; 'at_most' is for each of them."


def _beyond(limit: Span, key: str, given: Repeat, paces: Paces) -> Iterator[Contradiction]:
    """What is longer than one limit, or later."""
    ends = f"'{key}: {getattr(given, key)}', which ends it."
    for other in ("hold", "seconds"):
        length = read_span(getattr(given, other))
        if length and length.unit != "moment" and paces.least(length) > paces.most(limit):
            yield key, f"'{other}: {getattr(given, other)}' is longer than {ends}", CORRECT
    said = [time for time in said_times(given.until or "") if time.breaths == (limit.unit == "breaths")]
    if said and said[0].low > limit.most:
        yield key, f"'until: {given.until}' is later than {ends}", CORRECT


def _beyond_rhythm(given: Repeat, paces: Paces) -> Iterator[Contradiction]:
    """Amounts that take longer than their rhythm allows."""
    every = read_span(given.every)
    if not every:
        return
    for said, least in _lengths_each(given, paces):
        if least > paces.most(every) * SLACK:
            problem = f"'{said}' takes longer than 'every: {given.every}', the time from one to the next."
            yield "every", problem, CORRECT


def _lengths_each(given: Repeat, paces: Paces) -> Iterator[tuple[str, float]]:
    """How an author says how long each time takes, and the least that it takes, in seconds."""
    if hold := read_span(given.hold):
        yield f"hold: {given.hold}", paces.least(hold)
    if (given.times or given.passes) and (lasting := read_span(given.seconds)):
        yield f"seconds: {given.seconds}", paces.least(lasting)
    if counting := _counting_seconds(given):
        yield f"count: {given.count} at {given.beat} a minute", counting


def _counting_seconds(given: Repeat) -> float:
    """How long a count takes at its beat; 0 without either of them."""
    return count_beats(str(given.count)) * (60 / given.beat) if given.count and given.beat else 0


def _two_rhythms(given: Repeat, paces: Paces) -> Iterator[Contradiction]:
    """A rhythm together with a beat, which is another rhythm where nothing is counted."""
    every = read_span(given.every)
    if not every or not given.beat or given.count:
        return
    beat = 60 / given.beat
    if not beat / SLACK <= paces.most(every) <= beat * SLACK:
        yield "every", f"'every: {given.every}' and 'beat: {given.beat}' are two rhythms.", "Leave out one of the two."


def _two_lengths(given: Repeat, paces: Paces) -> Iterator[Contradiction]:
    """A count for each time together with another length of time."""
    lasting, counting = read_span(given.seconds), _counting_seconds(given)
    if not lasting or not counting or not (given.times or given.passes):
        return
    if not paces.least(lasting) / SLACK <= counting <= paces.most(lasting) * SLACK:
        takes = f"'count: {given.count}' at {given.beat} a minute takes {counting:g} s"
        yield "count", f"{takes}, but 'seconds' is {given.seconds}.", CORRECT
