"""`cardgen cards`: print cards of routines, on sheets to be cut."""

from __future__ import annotations

from cardgen.cli.job_command import job_command
from cardgen.cli.printing import output_options, print_job
from cardgen.jobs.cards import CardsJob


@job_command("cards", CardsJob, *output_options("ROUTINE-cards.pdf, or -overview.pdf"))
def command(job: CardsJob, output: str | None, png: bool, force: bool) -> None:
    """Print cards of one or several routines.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file.

    \b
    cardgen cards back-relaxing
    cardgen cards legs-back --minutes 20
    cardgen cards legs-back --paper letter --theme mono
    cardgen cards joints partner --stock tarot --sides front -o evening.pdf
    cardgen cards legs-back --layout overview --stock a5
    cardgen cards legs-back --stock avery-5388
    cardgen cards legs-back --stock pouch-a4-4 --laminate
    cardgen cards legs-back --bleed 3mm --single
    cardgen cards my-routine.yaml --only-changed my-routine-cards.pdf
    cardgen cards legs-back --minutes 20 --deck legs-back-cards.pdf
    """
    print_job(job, output, png, force)
