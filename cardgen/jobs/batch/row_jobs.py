"""Makes a job of each row of a roster; a fault in one row does not stop the others."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cardgen.errors import UserError
from cardgen.jobs.batch.report import BatchReport
from cardgen.jobs.batch.roster import RosterRow
from cardgen.jobs.job import Job

CommonFields = tuple[Mapping[str, Any], Mapping[str, Any]]
"""Fields that are preferred, and fields that are given."""


def make_jobs(
    rows: Iterable[RosterRow], job_type: type[Job], common: CommonFields, report: BatchReport
) -> Iterator[tuple[int, Job]]:
    """Yield the place and the job of each row that can be printed; note in the report what is wrong with the others.

    `common` applies to every row that does not set a field itself.
    """
    preferred, given = common
    for row in rows:
        try:
            job = job_type.preferring(preferred, **{**given, **row.fields})
        except UserError as error:
            others = [fault for fault in error.faults if fault.field not in row.reported]
            report.fail(row.place, (*row.faults, *others))
        except Exception:
            report.fail(row.place, row.faults, traceback.format_exc())
        else:
            if row.faults:
                report.fail(row.place, row.faults)
            else:
                yield row.place, job
