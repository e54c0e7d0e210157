"""A row of a roster becomes a job without a command line, or a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.jobs.batch.report import BatchReport
from cardgen.jobs.batch.roster import read_roster
from cardgen.jobs.batch.row_jobs import make_jobs
from cardgen.jobs.plan import PlanJob

pytestmark = pytest.mark.usefixtures("empty_folder")


def test_a_row_has_its_own_fields_before_those_of_all_rows() -> None:
    roster = Path("roster.csv")
    roster.write_text("routine,minutes,paper\nlegs-back,12,\nlegs-back,,a9\nlegs-back,,letter\n", encoding="utf-8")
    report = BatchReport()
    jobs = dict(make_jobs(read_roster(roster, PlanJob), PlanJob, ({"minutes": "9"}, {"paper": "a3"}), report))
    assert {place: (job.minutes, job.paper) for place, job in jobs.items() if isinstance(job, PlanJob)} == {
        2: (12, "a3"),
        4: (9, "letter"),
    }
    ((place, (fault,)),) = report.faults.items()
    assert (place, "a9" in fault.problem) == (3, True)
