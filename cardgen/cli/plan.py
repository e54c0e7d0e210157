"""`cardgen plan`: a session on one page."""

from __future__ import annotations

import click

from cardgen.cli.params import (
    deliver,
    form_options,
    look_options,
    output_options,
    paper_option,
    session_options,
    tell_left_out,
    this_command,
)
from cardgen.errors import visible
from cardgen.jobs.plan import print_plan
from cardgen.pdf.properties import PdfFormat
from cardgen.planning.session import Session


@click.command("plan")
@session_options
@paper_option
@look_options
@form_options
@output_options("ROUTINE-plan.pdf")
def command(
    session: Session,
    name: str,
    paper: str,
    theme: str,
    language: str,
    pdf_format: PdfFormat,
    output: str | None,
    png: bool,
) -> None:
    """Print a session on one page: timeline, steps, what to prepare, what to beware of.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file.

    \b
    cardgen plan back-relaxing --minutes 20
    cardgen plan legs-back --length short --paper letter
    cardgen plan back-relaxing legs-back joints --minutes 60 --group-positions
    """
    made = print_plan(
        session, command=this_command(), paper_name=paper, theme_name=theme, language=language, pdf_format=pdf_format
    )
    target = output or f"{name}-plan.pdf"
    deliver(made.data, target, png)
    if target != "-":
        click.echo(f"Wrote {visible(target)}: one page of {paper}. Print it at 100 % (actual size).")
        tell_left_out(session)
