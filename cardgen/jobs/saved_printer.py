"""Fills in the fields that a job leaves open from a saved printer."""

from __future__ import annotations

from msgspec.structs import force_setattr

from cardgen.jobs.job import Job
from cardgen.sheets.printer import SAFE_BORDER, printer


def fill_in_printer(job: Job, name: str | None) -> None:
    """Replace the name of a saved printer in a job by its settings; UserError when there is no such printer.

    The name must not stay: its settings may change, and the job would no longer say how it was printed.
    """
    if name is None:
        return
    saved = printer(name)
    unusual: dict[str, object] = {"back_shift": saved.back_shift} if any(saved.back_shift) else {}
    unusual |= {"border": saved.border} if saved.border != SAFE_BORDER else {}
    unusual |= {"flip": saved.flip} if saved.flip != "long" else {}
    for field, value in unusual.items():
        if field in job.__struct_fields__ and getattr(job, field) is None:
            force_setattr(job, field, value)
    force_setattr(job, "printer", None)
