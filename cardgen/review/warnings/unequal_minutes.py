"""Minutes that are too few for the amount of a step, or many times more than it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.routine import Quiet, Step
from cardgen.planning.doses import allowed_seconds, stated_seconds, usual_seconds
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_numbers import said_sentences
from cardgen.review.said_times import SaidTime, said_times
from cardgen.review.step_texts import own_texts

FILE_KINDS = ("routine",)
DO = (
    r"(?:knead|stroke|rub|press|squeeze|rock|tap|circle|glide|work|massage|stretch|roll|wring|do (?:it|this)"
    r"|repeat(?: it)?)"
)
SLACK = 1.25
"""Minutes that a text says and those of the step may differ by this much."""
LEAST_SAID = 60
"""Seconds; a shorter time in a text is one of several."""
TOO_FEW, TOO_MANY, SPARE = 0.8, 3, 30
"""Minutes are contradicted below this part of the amount, and above this multiple of it and as many seconds."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step whose minutes and whose amount cannot both be true."""
    routine = file.routine.model
    yield from _quiet_times(file)
    for index, step in enumerate(routine.steps):
        if step.minutes is None:
            continue
        area = step.area or routine.area
        minutes, (least, most) = usual_seconds(step, area), stated_seconds(step, area)
        yield from _said_minutes(file, index, step, minutes)
        if minutes < TOO_FEW * least:
            takes = f"at least {_length(least)}"
        elif minutes > TOO_MANY * most + SPARE:
            takes = f"at most {_length(most)}"
        elif minutes > (allowed := allowed_seconds(step, area)):
            takes = f"at most {_length(allowed)}"
        else:
            continue
        problem = f"The amount of '{step.name}' takes {takes}, but 'minutes' says {_length(minutes)}."
        remedy = "Correct one of the two, or leave the minutes out. A number alone is seconds in 'hold' and 'seconds'."
        yield file.routine.warning(("steps", index, "minutes"), problem, remedy)


def _said_minutes(file: ReviewedFile, index: int, step: Step, seconds: float) -> Iterator[Fault]:
    """A warning for each text that says of all the work how many minutes it takes, if its minutes are others."""
    for text in own_texts(step, index, ("cue", "detail")):
        said = [time for sentence in said_sentences(text.text) for time in said_times(sentence) if not time.breaths]
        for time in said:
            alike = any(
                time.low * part / SLACK <= seconds <= time.high * part * SLACK
                for part in ((1, 2) if step.twice else (1,))
            )
            if time.low >= LEAST_SAID and not time.limit and not alike and _is_of_all(time):
                problem = f"{text.owner} says '{time.words}', but {text.fact('time')} is {_length(seconds)}."
                yield file.routine.warning(text.place, problem, "Make both say the same, or leave the minutes out.")


def _is_of_all(time: SaidTime) -> bool:
    """Whether a text gives all the work a time."""
    pattern = rf"\W*{DO}\b[^,]*? for (?:about |around |roughly )?{re.escape(time.words)}"
    return re.match(pattern, time.clause, re.IGNORECASE) is not None


def _quiet_times(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each time before the first step, or after the last, whose words say another one."""
    for key in ("settle", "rest"):
        given = getattr(file.routine.model, key)
        if not isinstance(given, Quiet) or given.minutes is None or not given.do:
            continue
        said = [time for time in said_times(given.do) if not (time.breaths or time.limit)]
        if said and not any(time.low <= given.minutes * 60 <= time.high for time in said):
            problem = f"'{given.do}' says '{said[0].words}', but '{key}' takes {_length(given.minutes * 60)}."
            yield file.routine.warning((key, "do"), problem, "Make both say the same time.")


def _length(seconds: float) -> str:
    """A time as people say it: "45 s", "1 min", "5 min 43 s"."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"
