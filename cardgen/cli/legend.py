"""`cardgen legend`: a page that explains every icon."""

from __future__ import annotations

import click

from cardgen.cli.params import counted, deliver, look_options, output_options, paper_option, this_command
from cardgen.jobs.reference import print_legend

DEFAULT = "legend.pdf"


@click.command("legend")
@paper_option
@look_options
@output_options(DEFAULT)
def command(paper: str, theme: str, language: str, output: str | None, png: bool) -> None:
    """Print a page that explains every icon.

    \b
    cardgen legend
    cardgen legend --paper letter --theme mono -o signs.pdf
    """
    made = print_legend(command=this_command(), paper_name=paper, theme_name=theme, language=language)
    target = output or DEFAULT
    deliver(made.data, target, png)
    if target != "-":
        click.echo(f"Wrote {target}: {counted(made.pages, 'page')} of {paper}. Print it at 100 % (actual size).")
