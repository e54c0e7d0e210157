"""`cardgen body`: print a view of the body with the names of its landmarks and regions."""

from __future__ import annotations

from cardgen.cli.job_command import job_command
from cardgen.cli.printing import output_options, print_job
from cardgen.jobs.reference import BodyChartJob


@job_command("body", BodyChartJob, *output_options("VIEW.pdf"))
def command(job: BodyChartJob, output: str | None, png: bool, force: bool) -> None:
    """Print a view of the body with the names of all its landmarks and regions, for writing drawings.

    VIEW is a name from `cardgen list views`.

    \b
    cardgen body legs-back
    cardgen body foot-sole -o sole.pdf
    """
    print_job(job, output, png, force)
