"""`cardgen plan`: print a session on one page."""

from __future__ import annotations

from cardgen.cli.job_command import job_command
from cardgen.cli.printing import output_options, print_job
from cardgen.jobs.plan import PlanJob


@job_command("plan", PlanJob, *output_options("ROUTINE-plan.pdf"))
def command(job: PlanJob, output: str | None, png: bool, force: bool) -> None:
    """Print a session on one page: a timeline, the steps, what to prepare, and what to be careful about.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file.

    \b
    cardgen plan back-relaxing --minutes 20
    cardgen plan legs-back --length short --paper letter
    cardgen plan back-relaxing legs-back joints --minutes 60 --group-positions
    """
    print_job(job, output, png, force)
