"""Requests become print jobs: the fields of a job are given by name, as text or as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cardgen.errors import Fault, UserError, shorten
from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.job import Job
from cardgen.jobs.plan import PlanJob
from cardgen.jobs.printout import Printout
from cardgen.jobs.reference import LegendJob
from cardgen.jobs.session_job import SessionJob
from cardgen.suggestions import suggest
from cardgen.web.replies import plain_text
from cardgen.web.request_files import is_plain, not_plain
from cardgen.web.requests import Value

JOBS: dict[str, type[Job]] = {"cards": CardsJob, "plan": PlanJob, "booklet": BookletJob, "legend": LegendJob}
"""The jobs that can be requested, by the word for each."""
REFUSED_FIELDS = ("routines_folder", "only_changed", "deck")
"""Fields that name a folder or a file of this machine."""
MOST_ROUTINES = 50
"""The most routines of one session: more than anybody can do in a day."""
FREE_TEXTS = ("recipient", "notes")
"""Fields with a text for people."""

Fields = Mapping[str, Value]


def make_job(kind: str, fields: Fields) -> Job:
    """The print that is asked for; UserError with every fault."""
    if kind not in JOBS:
        raise UserError(Fault(f"There is no kind of print called '{shorten(kind)}'.", suggest(kind, JOBS)))
    return _make(JOBS[kind], fields)


def make_session_job(fields: Fields) -> SessionJob:
    """The session that is asked for, of the fields of any print; UserError with every fault."""
    job = _make(SessionJob, fields)
    assert isinstance(job, SessionJob)
    return job


def _make(job_type: type[Job], fields: Fields) -> Job:
    given = {name: value for name, value in fields.items() if value is not None}
    if faults := list(_faults(job_type, given)):
        raise UserError(faults)
    return job_type(**given)


def _faults(job_type: type[Job], given: Fields) -> Iterator[Fault]:
    known = [name for name in job_type.__struct_fields__ if name not in REFUSED_FIELDS]
    for name, value in given.items():
        if name in REFUSED_FIELDS:
            yield Fault(f"<{name}> names files on one computer: only the command line has it.", f"Leave out <{name}>.")
        elif name not in known:
            yield Fault(f"This print has no field '{shorten(name)}'.", suggest(name, known))
        elif name not in FREE_TEXTS:
            texts = value if isinstance(value, list) else [value]
            for text in (text for text in texts if isinstance(text, str) and not is_plain(text)):
                yield not_plain(name, text)
    named = given.get("routines")
    if "routines" in job_type.arguments and not named:
        yield Fault("<routines> is missing.", "Name at least one routine or program.")
    if isinstance(named, list) and len(named) > MOST_ROUTINES:
        yield Fault(f"<routines>: {len(named)} are too many.", f"Name at most {MOST_ROUTINES}.")


def describe_printout(job: Job, printout: Printout) -> dict[str, Any]:
    """The details of a print, without its bytes."""
    return {
        "file_name": job.file_name,
        "summary": plain_text(printout.summary),
        "pages": printout.pages,
        "cards": printout.cards,
        "left_out": [{"reason": reason, "names": list(names)} for reason, names in printout.left_out],
        "advice": [plain_text(line) for line in printout.advice],
        "warnings": [plain_text(line) for line in printout.warnings],
        "command": str(job.request),
    }
