"""Texts that give a different number than their step's amount, the same one in another unit, or a limit below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cardgen.errors import Fault
from cardgen.model.action import Action
from cardgen.model.amount import Amount
from cardgen.model.durations import Every, Lasting, Rest, RestAfter
from cardgen.model.prose import whole_text
from cardgen.model.repetitions import Repetitions
from cardgen.model.routine import Routine, Step
from cardgen.planning.tempos import tempo
from cardgen.reading.amount_texts import Span, count_beats
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_amounts import (
    CASE,
    INTO,
    PARTS,
    ROUNDS,
    SaidCount,
    SaidTime,
    number_of,
    said_counts,
    said_sentences,
    said_times,
)
from cardgen.review.step_texts import clauses_of_phases, owner_of, texts_about

FILE_KINDS = ("routine",)
TEXTS = ("name", "where", "cue", "detail", "caution")
LIMITS_ALONE = "caution"
"""The field in which other numbers are about something else."""
LIMBS = ("hand", "leg", "arm", "foot")
PAIRS = ("side", "way", "direction", *LIMBS)
"""The things that there are two of."""
SLOW_BREATHS = WordPattern(r"\b(?:slow|deep|long)\b")
ABOUT = 1.15
"""Breaths and seconds may differ by this much."""
LEAST_TIME = 15
"""Shorter times that a cue says beside a number without one are those of a stroke."""
RESTING = WordPattern(r"\b(?:rests?|paus\w+|wait\w*|breaks?|between)\b")
HOLDING = WordPattern(r"^\W*(?:and |then )?(?:hold|keep|stay)\b")
NO_REST = WordPattern(r"\b(?:no|without (?:an?|any)?) ?(?:pauses?|breaks?|rests?|stopping|pausing)\b")
OF_TWO = WordPattern(rf"\beach (?:{'|'.join(LIMBS)}|side|calf|thigh|foot|shoulder|knee|wrist|elbow|buttock)\b")
"""The things that there are two of, and that a time may be for."""
COUNT_TO = WordPattern(r"\bcount(?:ing)? (?:slowly |silently )?(?:up )?to (?P<number>[\w-]+)")
RATE_UNITS = WordPattern(r"\bminute\b")


class Known(Struct, frozen=True):
    """The amounts of some actions, as texts may say them."""

    ones: frozenset[int]
    """How often, for one of those that it is for."""
    totals: frozenset[int]
    """The same, and for all of them together."""
    single: bool
    """Whether there is one such number, or one range of them."""
    rounds: frozenset[tuple[int, int]]
    """Sets, and how often in each."""
    shared: bool
    """Whether the number is for each of several."""
    split: bool
    """Whether any amount is for each of several, a length of time too."""
    spans: Sequence[tuple[Amount, Span]]
    beats: int
    rate: float
    """How often in a minute; 0 if nothing says it."""
    twice: bool
    """Whether all of it is done on one side, then on the other."""
    stroke: float
    """Seconds of one repetition whose length nothing states; 0 if something does."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each number in a text that is none of its step's."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        for place, actions, text in _texts(step):
            known = _known(step, actions, routine)
            found = [*_contradictions(known, text, str(place[-1]), "hands" in place)]
            for phase, clause in clauses_of_phases(step, text) if place[-1] in ("cue", "detail") else ():
                found += _contradictions(_known(step, (phase,), routine), clause, "detail", of_hands=False)
            for said in dict.fromkeys(found):
                problem = f"{owner_of(step, str(place[-1]))} says '{said}', but its amount does not."
                remedy = "Make both say the same: 'repeat' accepts seconds, minutes, breaths, and 'each: hand'."
                yield file.routine.warning(("steps", index, *place), problem, remedy)
        for caution in texts_about(step, index, routine, ()):
            for said in _contradictions(_known(step, step.done, routine), caution.text, LIMITS_ALONE, of_hands=False):
                problem = f"{caution.owner} says '{said}', but {caution.fact('amount')} goes beyond it."
                yield file.routine.warning(caution.place, problem, "Correct one of the two.")


def _texts(step: Step) -> Iterator[tuple[Place, Sequence[Action], str]]:
    """The texts about the amounts of a step, and the actions whose amounts they may be about."""
    for field in TEXTS:
        yield (field,), step.done, whole_text(getattr(step, field))
    for number, action in enumerate(step.actions):
        owner: Place = ("phases", number - 1) if number else ()
        own = (action,) if number else step.done
        for key in ("note", "extent"):
            yield (*owner, "repeat", key), own, getattr(action.measure, key) or ""
        for key, given in (("hands", action.hand), ("pressure", action.force)):
            yield (*owner, key, "note"), own, (given and given.note) or ""
        if isinstance(action.direction, list):
            yield from (((*owner, "direction", at, "say"), own, way.say or "") for at, way in enumerate(action.ways))
    for number, phase in enumerate(step.phases):
        yield ("phases", number, "do"), (phase,), phase.do
        yield ("phases", number, "detail"), (phase,), phase.detail or ""


def _known(step: Step, actions: Sequence[Action], routine: Routine) -> Known:
    amounts = [amount for action in actions for amount in step.amounts_of(action)]
    counted = [amount for amount in amounts if isinstance(amount, Repetitions)]
    sides = 2 if step.twice or (routine.sides and not step.once) else 1
    ones, totals, rounds = set[int](), set[int](), set[tuple[int, int]]()
    for amount in counted:
        least, most, sets, _ = amount.counted
        each = set(range(least, most + 1)) if most else set()
        places = amount.share.count(tempo(step.technique, "back"))
        parts = {1, places, places * sides, sides, sets or 1}
        ones |= each | ({sets} if sets else set())
        totals |= {number * part for number in each for part in parts} | ({sets} if sets else set())
        rounds |= {(sets, number) for number in each if sets}
    cycles = [amount.cycle for amount in counted]
    rhythms = [60 / cycle.every.usual for cycle in cycles if cycle.every and cycle.every.unit == "s"]
    beats = next((action.measure.count for action in actions if action.measure.count), None)
    return Known(
        frozenset(ones),
        frozenset(totals),
        len(counted) == 1,
        frozenset(rounds),
        any(amount.share.each for amount in counted),
        any(amount.share for amount in amounts),
        [(amount, amount.span) for amount in amounts if isinstance(amount, Lasting)],
        count_beats(str(beats)) if beats else 0,
        next((float(cycle.beat) for cycle in cycles if cycle.beat), next(iter(rhythms), 0.0)),
        sides == 2,
        _stroke(step, actions, counted, step.area or routine.area),
    )


def _stroke(step: Step, actions: Sequence[Action], counted: Sequence[Repetitions], area: str) -> float:
    """Seconds of one time of the only action, if its author says only how often."""
    amounts = step.amounts_of(actions[0])
    if len(actions) > 1 or not counted or len(amounts) > 1 or step.minutes is not None:
        return 0
    return counted[0].stroke(tempo(actions[0].technique, area)) if counted[0].counted.most else 0


def _contradictions(known: Known, text: str, field: str, of_hands: bool) -> Iterator[str]:
    """The words of a text that contradict all of these amounts; in a caution, only limits; of hands, only times."""
    for sentence in said_sentences(text):
        if known.totals and not of_hands:
            yield from _other_counts(known, sentence, field)
        if field not in ("where", "name") and known.spans:
            yield from _other_times(known, sentence, field)
        elif field == "cue":
            yield from _uncounted_times(known, sentence)
        found = COUNT_TO.search(sentence) if known.beats else None
        if found and (number := _number(found["number"])) and number != known.beats:
            yield found[0]


def _number(word: str) -> int:
    try:
        return number_of(word)
    except ValueError:
        return 0


def _other_counts(known: Known, sentence: str, field: str) -> Iterator[str]:
    """The numbers of times in a sentence that are none of these."""
    for found in ROUNDS.finditer(sentence) if field != LIMITS_ALONE else ():
        rounds, times = number_of(found["rounds"]), number_of(found["times"])
        if (rounds, times) not in known.rounds and (known.rounds or rounds * times not in known.totals):
            yield found[0]
    counts = [said for said in said_counts(sentence) if _is_compared(said.limit, sentence, field)]
    if field == "where":
        counts = [said for said in counts if "times" in said.words]
    whole = max(known.totals)
    yield from (said.words for said in counts if said.in_all and known.shared and said.low != whole)
    least = max(known.ones) if known.single and not known.rounds else min(known.totals)
    yield from (said.words for said in counts if said.limit and said.low < least)
    if known.rate:
        rates = [said for said in counts if said.rate and RATE_UNITS.search(sentence)]
        yield from (said.words for said in rates if abs(said.low - known.rate) > known.rate / 10)
    plain = [said for said in counts if not (said.limit or said.rate)]
    yield from (said.words for said in plain if said.part and said.low > whole)
    if other := _other_whole(known, [said for said in plain if not said.part]):
        yield other
    parts = PARTS.search(sentence)
    if parts and number_of(parts["first"]) + number_of(parts["next"]) not in known.totals:
        yield parts[0]


def _is_compared(limit: bool, words: str, field: str) -> bool:
    """Whether a number is one of the step itself: a caution has limits alone, and some limits hold in one case."""
    return not CASE.search(words) if limit else field != LIMITS_ALONE


def _other_whole(known: Known, said: Sequence[SaidCount]) -> str:
    """The first number of a sentence that is none of these, and no part of one that the sentence says as well."""
    sides = [one for one in said if one.each == "side"]
    if len(sides) > 1 and sum(one.low for one in sides) not in known.totals:
        return sides[0].words
    if any(not one.each and _is_count(one, known) and one.low > 1 for one in said):
        most, own = max(known.totals), known.shared
        said = [one for one in said if not one.each or one.low >= most or (own and one.each in LIMBS)]
    elif len(said) > 1 and sum(one.low for one in said) in known.totals:
        return ""
    return next((one.words for one in said if not _is_count(one, known)), "")


def _is_count(said: SaidCount, known: Known) -> bool:
    """Whether a text says one of these numbers; one of several is no count."""
    numbers = set(range(said.low, said.high + 1))
    if said.low == 1:
        return True
    if said.again:
        numbers |= {number + 1 for number in numbers}
    if said.places > 1:
        numbers = {number * said.places for number in numbers}
    halves = {number * 2 for number in numbers} if said.each in PAIRS else set()
    if said.each in LIMBS:
        return bool((numbers & known.ones) if known.shared else (halves & known.totals))
    if said.each in PAIRS and known.shared:
        return bool(numbers & known.ones)
    return bool((numbers | halves) & known.totals)


def _other_times(known: Known, sentence: str, field: str) -> Iterator[str]:
    """The lengths of time in a sentence that are none of these."""
    rests = [(amount, span) for amount, span in known.spans if isinstance(amount, Rest | RestAfter)]
    said = [one for one in said_times(sentence) if _is_compared(one.limit, one.clause, field)]
    agrees = any(_is_time(one, span, known) for one in said for _, span in known.spans)
    if rests and (found := NO_REST.search(sentence)) and field != LIMITS_ALONE:
        yield found[0]
    for one in said:
        spans: Sequence[tuple[Amount, Span]] = known.spans
        if one.every:
            spans = [(amount, span) for amount, span in spans if isinstance(amount, Every)]
        elif RESTING.search(one.clause) and rests:
            spans = rests
        elif HOLDING.search(one.clause) and len(rests) < len(spans):
            spans = [(amount, span) for amount, span in spans if not isinstance(amount, Rest | RestAfter)]
        elif INTO.search(one.clause) and not one.limit:
            continue
        if agrees and not any(one.breaths == (span.unit == "breaths") for _, span in spans):
            continue
        if spans and not any(_is_time(one, span, known) for _, span in spans):
            yield one.words


def _uncounted_times(known: Known, sentence: str) -> Iterator[str]:
    """The lengths of time in a cue whose step has a number, which takes another time, and no length itself."""
    if not known.stroke:
        return
    for said in said_times(sentence):
        aside = said.limit or said.breaths or said.every or RESTING.search(said.clause) or INTO.search(said.clause)
        whole = known.stroke * max(known.ones)
        if not aside and said.low >= max(LEAST_TIME, 1.5 * known.stroke) and not whole / 2 <= said.low <= 2 * whole:
            yield said.words


def _is_time(said: SaidTime, span: Span, known: Known) -> bool:
    """Whether a text says this time, or that of all times together, or a limit that it keeps."""
    same_unit = said.breaths == (span.unit == "breaths")
    if said.limit:
        return not same_unit or span.most <= said.low
    if not same_unit and span.unit != "moment":
        known_tempo = tempo("holding", "back")
        slow = known_tempo.slow_breath if SLOW_BREATHS.search(said.words) else known_tempo.breath
        low, high = (said.low * slow, said.high * slow) if said.breaths else (said.low, said.high)
        span_low, span_high = (known_tempo.seconds(span),) * 2 if span.unit == "breaths" else (span.least, span.most)
        return span_low / ABOUT <= high and low <= span_high * ABOUT
    each = re.search(r"\beach\b", said.clause)
    sides = {1, 2} if known.twice else {1}
    times: set[float] = {1} if each else {*sides, *known.ones, *known.totals}
    if OF_TWO.search(said.clause) and len(known.spans) == 1 and not (known.split or known.twice):
        times = {0.5}
    return span.unit == "moment" or (
        same_unit and any(span.least * n <= said.high and said.low <= span.most * n for n in times)
    )
