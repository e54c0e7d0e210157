"""`cardgen legend`: a page that explains every icon."""

from __future__ import annotations

import click

from cardgen.build.reference import print_legend
from cardgen.cli.params import counted, deliver, output_option, paper_option, theme_option, this_command

DEFAULT = "legend.pdf"


@click.command("legend")
@paper_option
@theme_option
@output_option(DEFAULT)
def command(paper: str, theme: str, output: str | None) -> None:
    """Print a page that explains every icon.

    \b
    cardgen legend
    cardgen legend --paper letter --theme mono -o signs.pdf
    """
    made = print_legend(command=this_command(), paper_name=paper, theme_name=theme)
    target = output or DEFAULT
    deliver(made.data, target)
    if target != "-":
        click.echo(f"Wrote {target}: {counted(made.pages, 'page')} of {paper}. Print it at 100 % (actual size).")
