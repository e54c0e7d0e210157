"""Texts of a routine with their places in its file, as several warnings read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.model.prose import whole_text
from cardgen.model.routine import Note, Routine
from cardgen.model.safety import Caution
from cardgen.reading.value_types import Place


def caution_texts(routine: Routine) -> Iterator[tuple[Place, str]]:
    """What each caution of all steps says."""
    for number, caution in enumerate(routine.cautions):
        if isinstance(caution, Caution):
            yield ("cautions", number, "do"), caution.do
        else:
            yield ("cautions", number), caution


def general_cautions(routine: Routine) -> Iterator[tuple[Place, str]]:
    """The cautions of all steps that are for every receiver."""
    yield from ((("cautions", n), caution) for n, caution in enumerate(routine.cautions) if isinstance(caution, str))


def group_cautions(routine: Routine) -> Iterator[tuple[Place, Caution]]:
    """The cautions of all steps that are for receivers with a condition."""
    yield from ((("cautions", n), one) for n, one in enumerate(routine.cautions) if isinstance(one, Caution))


def group_conditions(routine: Routine) -> Iterator[tuple[Place, str]]:
    """The conditions of the receivers whom a caution, or a step that is left out, is about."""
    yield from (((*place, "only_with"), caution.only_with) for place, caution in group_cautions(routine))
    yield from step_conditions(routine)


def step_conditions(routine: Routine) -> Iterator[tuple[Place, str]]:
    """The conditions with which a step is left out."""
    for index, step in enumerate(routine.steps):
        single = isinstance(step.leave_out_with, str)
        for number, condition in enumerate(step.exclusions):
            yield ("steps", index, "leave_out_with", *(() if single else (number,))), condition


def note_texts(routine: Routine, parts: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """What to do, and more about it, by the notes of these lists."""
    for part in parts:
        notes: list[Note] = getattr(routine, part)
        for number, note in enumerate(notes):
            yield (part, number, "do"), note.do
            yield (part, number, "more"), whole_text(note.more)


def working_texts(routine: Routine, fields: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """How to work, in these fields of each step, in its phases and variants, and in the note on its pressure."""
    for index, step in enumerate(routine.steps):
        for field in fields:
            yield ("steps", index, field), whole_text(getattr(step, field))
        for part in ("phases", "variants"):
            for number, one in enumerate(getattr(step, part)):
                yield ("steps", index, part, number, "detail"), one.detail or ""
        if step.force and step.force.note:
            yield ("steps", index, "pressure", "note"), step.force.note
