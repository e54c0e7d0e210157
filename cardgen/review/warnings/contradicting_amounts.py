"""Amounts of one step that contradict each other: `hold: 30 s` with `at_most: 10 s`, or `rest` with `times: 1`."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from cardgen.reading.amount_texts import TIME_PATTERN, count_beats
from cardgen.reading.value_types import Place
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_times import said_times

FILE_KINDS = ("routine",)
Contradiction = tuple[str, str, str]
"""The key of `repeat`, the problem, and its remedy."""
LIMIT = re.compile(r"^(?:at (?:the )?most|no(?:t)? (?:more|longer) than|up to|max(?:imum)?\.?) ")
SLACK = 1.25
"""The most by which a count and the time may differ."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each amount that another one of the same step contradicts."""
    for index, step in enumerate(file.routine.model.steps):
        for number, action in enumerate(step.actions):
            if isinstance(action.repeat, Repeat):
                owner: Place = ("steps", index, "phases", number - 1) if number else ("steps", index)
                for key, problem, remedy in _problems(step, action, action.repeat):
                    yield file.routine.warning((*owner, "repeat", key), problem, remedy)


def _problems(step: Step, action: Action, given: Repeat) -> Iterator[Contradiction]:
    known = tempo(action.technique, "back")
    yield from _other_limits(given, _scaled(known, QUICKEST), _scaled(known, SLOWEST))
    yield from _other_rhythms(given, known)
    yield from _unlike_their_keys(given, action)
    counted = read_counted(given.times) if given.times else None
    if counted and counted.sets and given.sets and given.sets != counted.sets:
        problem = f"'times: {given.times}' has {counted.sets} sets, but 'sets' is {given.sets}."
        remedy = f"Write one of them: 'times: {given.times}', or 'sets: {given.sets}, times: {counted.least}'."
        yield "sets", problem, remedy
    if counted and given.passes and not given.spots:
        problem = f"'times: {given.times}' and 'passes: {given.passes}' both say how often; the clock counts the times."
        sets = f"write 'sets: {given.passes}, times: {given.times}' for {given.passes} sets of {given.times}"
        yield "passes", problem, f"Leave one of them out, or {sets}."
    single = counted and counted.most == 1 and not given.sets
    if single and given.rest and not (given.each or given.spots or step.twice):
        problem = f"'rest: {given.rest}' is a rest between repetitions, but there is only one."
        yield "rest", problem, f"Write 'rest_after: {given.rest}' for a rest afterwards."


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


def _scaled(known: Tempo, breaths: dict[str, float]) -> Tempo:
    return replace(known, breath=breaths["breath"], slow_breath=breaths["slow_breath"])


def _other_limits(given: Repeat, quick: Tempo, slow: Tempo) -> Iterator[Contradiction]:
    """Lengths of time that are longer than their own limit."""
    for key in ("at_most", "at_most_in_all"):
        longest = read_span(getattr(given, key))
        if longest is None:
            continue
        limit = slow.seconds(longest)
        for other in ("hold", "seconds"):
            length = read_span(getattr(given, other))
            if length and length.unit != "moment" and quick.seconds(length) > limit:
                what = f"'{other}: {getattr(given, other)}' is longer than '{key}: {getattr(given, key)}'"
                yield key, f"{what}, which ends it.", "Correct one of the two."
        said = [time for time in said_times(given.until or "") if time.breaths == (longest.unit == "breaths")]
        if said and said[0].low > longest.most:
            problem = f"'until: {given.until}' is later than '{key}: {getattr(given, key)}', which ends it."
            yield key, problem, "Correct one of the two."
    whole = read_span(given.at_most_in_all)
    counted = read_counted(given.times or given.passes or 1)
    each = read_span(given.every) or read_span(given.hold) or read_span(given.seconds)
    if whole and each and counted.least > 1 and quick.seconds(each) * counted.least > slow.seconds(whole) * SLACK:
        takes = f"{counted.least} of them take at least {quick.seconds(each) * counted.least:g} s"
        problem = f"{takes}, but 'at_most_in_all' is {given.at_most_in_all}."
        yield "at_most_in_all", problem, "Correct one of the two; 'at_most' is for each of them."


def _other_rhythms(given: Repeat, known: Tempo) -> Iterator[Contradiction]:
    """Amounts that take longer than their rhythm allows, and a count together with another length of time."""
    quick, slow = _scaled(known, QUICKEST), _scaled(known, SLOWEST)
    beat = 60 / given.beat if given.beat else None
    counted = count_beats(str(given.count)) * beat if given.count and beat else None
    every, lasting = read_span(given.every), read_span(given.seconds)
    lengths = [("hold", read_span(given.hold)), *([("seconds", lasting)] if given.times or given.passes else [])]
    takes = [(key, f"{getattr(given, key)}", quick.seconds(span)) for key, span in lengths if span]
    takes += [("count", f"{given.count} at {given.beat} a minute", counted)] if counted else []
    for key, said, least in takes if every else ():
        if every and least > slow.seconds(every) * SLACK:
            problem = f"'{key}: {said}' takes longer than 'every: {given.every}', the time from one to the next."
            yield "every", problem, "Correct one of the two."
    if every and beat and not given.count and not beat / SLACK <= slow.seconds(every) <= beat * SLACK:
        problem = f"'every: {given.every}' and 'beat: {given.beat}' are two rhythms."
        yield "every", problem, "Leave out one of the two."
    timed = counted if given.times or given.passes else None
    if timed and lasting and not slow.seconds(lasting) * SLACK >= timed >= quick.seconds(lasting) / SLACK:
        takes_s = f"'count: {given.count}' at {given.beat} a minute takes {timed:g} s"
        yield "count", f"{takes_s}, but 'seconds' is {given.seconds}.", "Correct one of the two."
