"""`cardgen new`: write a small routine or program that you can change."""

from __future__ import annotations

import click

from cardgen.cli.completing import completing
from cardgen.errors import Fault, UserError
from cardgen.exchange.starter import copy_text, new_file, quoted, starter_table, starter_text
from cardgen.files.writing import write_whole
from cardgen.library.finding import programs, routines


@click.command("new")
@click.argument("name")
@click.option(
    "--from",
    "source",
    metavar="ROUTINE",
    shell_complete=completing(lambda: [*routines(), *programs()]),
    help="Start from a copy of this routine or program.",
)
@click.option("--csv", is_flag=True, help="Write a table, NAME.csv, to edit in a spreadsheet.")
@click.option("--program", is_flag=True, help="Write a program: routines, or single steps of them, in order.")
def command(name: str, source: str | None, csv: bool, program: bool) -> None:
    """Write a small routine to start from: NAME.yaml in this folder, with explanations, ready to print.

    An existing file is never overwritten.

    \b
    cardgen new tired-hands
    cardgen new my-back --from back-relaxing
    cardgen new tired-hands --csv       for Excel, LibreOffice, or Google Sheets
    cardgen new my-evening --program    several routines, one after the other
    """
    if program and (csv or source):
        problem = "--program cannot be combined with --csv or --from."
        raise UserError(Fault(problem, "Leave out --csv and --from, or --program; --from copies programs too."))
    if csv:
        _new_table(name, source)
        return
    path = new_file(name)
    write_whole(path, (copy_text(source) if source else starter_text(path, program)).encode())
    file = quoted(str(path))
    click.echo(f"Wrote {path}. Edit it in any text editor (Notepad, TextEdit) and save it. Then:")
    click.echo(f"    cardgen check {file}    shows what is wrong with it, and what to write instead")
    click.echo(
        f"    cardgen plan {file}     prints the session"
        if program
        else f"    cardgen cards {file}    prints its cards"
    )
    click.echo(f"    cardgen watch {file}    prints its cards whenever you save the file")


def _new_table(name: str, source: str | None) -> None:
    path = new_file(name, ".csv")
    write_whole(path, starter_table(path, source))
    click.echo(f"Wrote {path}. Edit it in a spreadsheet and save it as CSV UTF-8. Then:")
    click.echo(f"    cardgen import {quoted(str(path))}    makes a routine from it, or shows its faults")
