"""A longest time for each repetition that is never reached, because the hold or the seconds end sooner."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.repeat import Repeat, read_span
from cardgen.model.routine import Routine
from cardgen.planning.tempos import tempo
from cardgen.reading.value_types import Place
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each `at_most` that no single time can reach: it may be meant for all of them."""
    for place, repeat, name in _repeats(file.routine.model):
        each = "hold" if repeat.hold else "seconds"
        length, longest = read_span(getattr(repeat, each)), read_span(repeat.at_most)
        counted = repeat.times or repeat.passes or repeat.each or repeat.spots
        known = tempo("holding", "back")
        if counted and length and longest and known.seconds(length) < known.seconds(longest):
            given, limit = getattr(repeat, each), repeat.at_most
            problem = (
                f"Each repetition of '{name}' is over after '{each}: {given}', so 'at_most: {limit}' is never reached."
            )
            remedy = (
                f"If this limit is for all of them together, write 'at_most_in_all: {limit}' instead. "
                f"If each may last that long, leave out '{each}'."
            )
            yield file.routine.warning((*place, "at_most"), problem, remedy)


def _repeats(routine: Routine) -> Iterator[tuple[Place, Repeat, str]]:
    """Every amount that is written with keys, with its place and the title above it."""
    for index, step in enumerate(routine.steps):
        for number, action in enumerate(step.actions):
            within = ("phases", number - 1) if number else ()
            if isinstance(action.repeat, Repeat):
                yield ("steps", index, *within, "repeat"), action.repeat, step.name
