"""`cardgen legend`: print pages that explain every icon and every sign."""

from __future__ import annotations

from cardgen.cli.job_command import job_command
from cardgen.cli.printing import output_options, print_job
from cardgen.jobs.reference import LegendJob


@job_command("legend", LegendJob, *output_options("legend.pdf"))
def command(job: LegendJob, output: str | None, png: bool, force: bool) -> None:
    """Print pages that explain every icon and every sign of the drawings, with the words to type for them.

    \b
    cardgen legend
    cardgen legend --views --png      for authors: with techniques and views of the body
    cardgen legend --paper letter --theme mono -o signs.pdf
    """
    print_job(job, output, png, force)
