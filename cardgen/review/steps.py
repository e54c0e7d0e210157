"""Steps that cannot be taken in at a glance, and steps that do not say how much."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.library.proof import MOST_CUE_WORDS
from cardgen.model.routine import Routine, Step
from cardgen.reading.models import Document

GOOD_CUE_WORDS = 14
"""So many words are taken in at arm's length in one glance; more than `MOST_CUE_WORDS` are a fault."""


def wordy(document: Document[Routine]) -> Iterator[Fault]:
    """A warning for each cue that is longer than it should be."""
    for index, step in enumerate(document.model.steps):
        if GOOD_CUE_WORDS < (words := len(step.cue.split())) <= MOST_CUE_WORDS:
            problem = f"The cue has {words} words; {GOOD_CUE_WORDS} can be taken in at the table."
            yield document.warning(("steps", index, "cue"), problem, "Move what is not needed there to 'detail'.")


def uncounted(document: Document[Routine]) -> Iterator[Fault]:
    """A warning for each step that does not say how often, how long or how far."""
    for index, step in enumerate(document.model.steps):
        if not any(action.repeat for action in step.actions) and not _timed(step):
            problem = f"'{step.name}' does not say how much: how often, how long or how far."
            remedy = "Add 'repeat: {times: 3}', or passes, seconds, hold, until, extent."
            yield document.warning(("steps", index, "name"), problem, remedy)


def deep(document: Document[Routine]) -> Iterator[Fault]:
    """A warning for each step that presses deep, the most there is, and says no caution."""
    for index, step in enumerate(document.model.steps):
        levels = {level for action in step.actions if action.force for level in action.force.levels}
        if "deep" in levels and not step.caution:
            problem = f"'{step.name}' presses deep, without a caution."
            yield document.warning(
                ("steps", index, "name"), problem, "Add 'caution: ...': where not, and when to stop."
            )


def doubled(document: Document[Routine]) -> Iterator[Fault]:
    """A warning for each step on both sides of a routine that is itself done on both."""
    for index, step in enumerate(document.model.steps if document.model.sides else ()):
        sided = any(action.repeat and action.repeat.each == "side" for action in step.actions)
        if step.twice or sided:
            problem = "The whole routine is done on each side already, and this step on each side again."
            place = ("steps", index, "sides") if step.twice else ("steps", index, "repeat")
            yield document.warning(place, problem, "Say it in one of the two places.")


def _timed(step: Step) -> bool:
    """A step whose minutes say enough: they are stated, or it only holds still."""
    return isinstance(step.minutes, float) or (step.minutes is not None and step.technique == "holding")
