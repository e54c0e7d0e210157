"""`cardgen body`: a view of the body with its landmarks and regions named."""

from __future__ import annotations

import click

from cardgen.build.reference import print_body
from cardgen.cli.params import counted, deliver, output_option, paper_option, this_command


@click.command("body")
@click.argument("view")
@paper_option
@output_option("VIEW.pdf")
def command(view: str, paper: str, output: str | None) -> None:
    """Print a view of the body with all its landmarks and regions named, to write drawings from.

    VIEW is a name from `cardgen list views`.

    \b
    cardgen body legs-back
    cardgen body foot-sole -o sole.pdf
    """
    made = print_body(view, command=this_command(), paper_name=paper)
    target = output or f"{view}.pdf"
    deliver(made.data, target)
    if target != "-":
        click.echo(f"Wrote {target}: {counted(made.pages, 'page')} of {paper}.")
