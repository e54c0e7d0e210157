"""What a print must say of a routine: the author's own texts, as far as the kind of print holds them."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.plan import PlanJob
from cardgen.jobs.session_job import DocumentJob
from cardgen.model.routine import Step
from tests.attack.routines import said


def said_in(text: str, job: DocumentJob) -> Iterator[str]:
    """The texts of the routine that a job must print."""
    routine = said(text)
    done = {turn.step.id for turn in job.plan().turns}
    steps = [step for step in routine.steps if step.id in done]
    whole = isinstance(job, BookletJob) or (isinstance(job, CardsJob) and job.layout == "steps" and job.duplex)
    if not isinstance(job, CardsJob) or job.layout != "steps":
        yield routine.name  # a small card only has its letter
    yield from filter(None, (job.recipient, job.notes))
    yield from (caution.do if hasattr(caution, "do") else str(caution) for caution in routine.cautions)
    for step in steps:
        yield step.name
        if not isinstance(job, PlanJob):
            yield step.where
        if step.caution:
            yield str(step.caution)
        if whole:
            yield from _whole_step(step)
    if whole or (isinstance(job, CardsJob) and job.layout == "steps"):
        yield from (note.do for note in (*routine.prepare, *routine.after))


def _whole_step(step: Step) -> Iterator[str]:
    yield str(step.cue)
    yield str(step.detail)
    if step.ask:
        yield str(step.ask)
    if step.hand and step.hand.note:
        yield step.hand.note
    if step.force and step.force.note:
        yield step.force.note
    yield from (way.note for way in step.ways if way.note)
