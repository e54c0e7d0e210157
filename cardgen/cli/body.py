"""`cardgen body`: a view of the body with its landmarks and regions named."""

from __future__ import annotations

import click

from cardgen.artwork.views import views
from cardgen.cli.params import counted, deliver, language_option, output_options, paper_option, this_command
from cardgen.cli.types import completing
from cardgen.jobs.reference import print_body


@click.command("body")
@click.argument("view", shell_complete=completing(views))
@paper_option
@language_option
@output_options("VIEW.pdf")
def command(view: str, paper: str, language: str, output: str | None, png: bool) -> None:
    """Print a view of the body with all its landmarks and regions named, to write drawings from.

    VIEW is a name from `cardgen list views`.

    \b
    cardgen body legs-back
    cardgen body foot-sole -o sole.pdf
    """
    made = print_body(view, command=this_command(), paper_name=paper, language=language)
    target = output or f"{view}.pdf"
    deliver(made.data, target, png)
    if target != "-":
        click.echo(f"Wrote {target}: {counted(made.pages, 'page')} of {paper}.")
