"""Times in lists that the session does not count: a pause before the other side, or a rest at the end."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.prose import whole_text
from cardgen.model.routine import Quiet, Routine
from cardgen.planning.tempos import tempos
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_times import said_times

FILE_KINDS = ("routine",)
RESTS = WordPattern(r"\b(?:rests?|lies?|lying|stays?|sits?|sleeps?)\b")
LATER = WordPattern(r"\b(?:hours?|days?|later|today|tomorrow|home)\b")
"""Words for what is done after the session."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such time."""
    routine = file.routine.model
    change = tempos().change_side
    for number, text in enumerate(routine.before_other_side):
        if any(not said.breaths and said.low > change for said in said_times(text)):
            problem = f"The session allows {change} s for the change to the other side, but this takes longer."
            remedy = "Write a step for it, for the first side only (once: first): then the session includes its time."
            yield file.routine.warning(("before_other_side", number), problem, remedy)
    given = _rest_seconds(routine)
    for number, note in enumerate(routine.after):
        text = f"{note.do} {whole_text(note.more)}"
        times = [said for said in said_times(text) if not (said.breaths or said.limit)]
        if not times or LATER.search(text) or not RESTS.search(text) or times[0].low == given:
            continue
        minutes = times[0].low / 60
        problem = f"'{times[0].words}' is not counted here: the session has its own time for the rest."
        own = f"or word it yourself (rest: {{minutes: {minutes:g}, do: ...}})"
        remedy = f"Make the session's own rest that long (above 'steps', rest: {minutes:g}), {own}."
        yield file.routine.warning(("after", number, "do"), problem, remedy)


def _rest_seconds(routine: Routine) -> float | None:
    """How long the author says that the receiver rests."""
    rest = routine.rest.minutes if isinstance(routine.rest, Quiet) else routine.rest
    return 60 * rest if isinstance(rest, (int, float)) else None
