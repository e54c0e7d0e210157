"""Steps that take many minutes only because of a time that is counted for each of many strokes."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.repeat import Repeat
from cardgen.planning.doses import usual_seconds
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
LONG = 600
"""Seconds on one side that hardly any step takes: the longest one of the bundled routines takes 7.5 min."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step that takes so long by its amount, and whose author does not say how many minutes."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        seconds = usual_seconds(step, step.area or routine.area)
        if step.minutes is not None or seconds <= LONG:
            continue
        side = " on each side" if step.twice or routine.sides else ""
        problem = f"Judging by its amount, '{step.name}' takes about {round(seconds / 60)} min{side}."
        place = ("steps", index, "repeat" if step.repeat is not None else "name")
        yield file.routine.warning(place, problem, _remedy(step.measure))


def _remedy(measure: Repeat) -> str:
    """The times that may be meant for all repetitions together, but were counted for each of them."""
    kept = "If that is right, write 'minutes' in the step."
    if measure.at_most:
        limit = measure.at_most
        return f"If the limit is for all of the times together, write 'at_most_in_all: {limit}' instead. {kept}"
    if measure.seconds:
        return f"If 'seconds' is for all of the times together, leave it out here, and write it as 'minutes'. {kept}"
    return kept
