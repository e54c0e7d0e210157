"""`cardgen plan`: a session on one page."""

from __future__ import annotations

import click

from cardgen.build.plan import print_plan
from cardgen.cli.params import (
    deliver,
    form_options,
    output_option,
    paper_option,
    session_options,
    tell_left_out,
    theme_option,
    this_command,
)
from cardgen.errors import visible
from cardgen.pdf.xmp import Form
from cardgen.plan.session import Session


@click.command("plan")
@session_options
@paper_option
@theme_option
@form_options
@output_option("ROUTINE-plan.pdf")
def command(session: Session, name: str, paper: str, theme: str, form: Form, output: str | None) -> None:
    """Print a session on one page: timeline, steps, what to prepare, what to beware of.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file.

    \b
    cardgen plan back-relaxing --minutes 20
    cardgen plan legs-back --length short --paper letter
    cardgen plan back-relaxing legs-back joints --minutes 60 --group-positions
    """
    made = print_plan(session, command=this_command(), paper_name=paper, theme_name=theme, form=form)
    target = output or f"{name}-plan.pdf"
    deliver(made.data, target)
    if target != "-":
        click.echo(f"Wrote {visible(target)}: one page of {paper}. Print it at 100 % (actual size).")
        tell_left_out(session)
