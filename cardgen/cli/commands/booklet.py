"""`cardgen booklet`: print a session as a booklet, to fold and staple or to read on a screen."""

from __future__ import annotations

from cardgen.cli.job_command import job_command
from cardgen.cli.printing import output_options, print_job
from cardgen.jobs.booklet import BookletJob


@job_command("booklet", BookletJob, *output_options("ROUTINE-booklet.pdf"))
def command(job: BookletJob, output: str | None, png: bool, force: bool) -> None:
    """Print a booklet: covers, contents, a safety map, steps (two per page where they fit), and an index.

    ROUTINE is a routine or a program from `cardgen list`, or a path to a YAML file.

    \b
    cardgen booklet full-body --length short
    cardgen booklet back-relaxing legs-back --paper letter
    cardgen booklet full-body --signature 10
    cardgen booklet full-body --pages -o tablet.pdf
    """
    print_job(job, output, png, force)
