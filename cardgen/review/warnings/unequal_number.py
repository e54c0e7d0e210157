"""Texts that give a different number than their step's amount, the same one in another unit, or a limit below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.errors import Fault
from cardgen.model.action import Action
from cardgen.model.prose import whole_text
from cardgen.model.routine import Step
from cardgen.reading.value_types import Place
from cardgen.review.known_amounts import KnownAmounts, known_amounts
from cardgen.review.other_counts import other_beats, other_counts
from cardgen.review.other_times import other_times, uncounted_times
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.said_numbers import LIMITS_ALONE, said_sentences
from cardgen.review.step_texts import clauses_of_phases, owner_of, texts_about

FILE_KINDS = ("routine",)
TEXTS = ("name", "where", "cue", "detail", "caution")
WITHOUT_TIMES = ("name", "where")


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each number in a text that is none of its step's."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        for place, actions, text in _texts(step):
            found = [*_contradictions(known_amounts(step, actions, routine), text, place)]
            for phase, clause in clauses_of_phases(step, text) if place[-1] in ("cue", "detail") else ():
                found += _contradictions(known_amounts(step, (phase,), routine), clause, ("detail",))
            for said in dict.fromkeys(found):
                problem = f"{owner_of(step, str(place[-1]))} says '{said}', but its amount does not."
                remedy = "Make both say the same: 'repeat' accepts seconds, minutes, breaths, and 'each: hand'."
                yield file.routine.warning(("steps", index, *place), problem, remedy)
        for caution in texts_about(step, index, routine, ()):
            for said in _contradictions(known_amounts(step, step.done, routine), caution.text, (LIMITS_ALONE,)):
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


def _contradictions(known: KnownAmounts, text: str, place: Place) -> Iterator[str]:
    """The words of a text that contradict all of these amounts; in a caution, only limits; of hands, only times."""
    field = str(place[-1])
    for sentence in said_sentences(text):
        if known.counts.totals and "hands" not in place:
            yield from other_counts(known.counts, sentence, field)
        if known.lengths and field not in WITHOUT_TIMES:
            yield from other_times(known, sentence, field)
        elif field == "cue":
            yield from uncounted_times(known, sentence)
        yield from other_beats(known.beats, sentence)
