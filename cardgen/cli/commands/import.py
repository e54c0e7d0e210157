"""`cardgen import`: turn a spreadsheet into a routine."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from cardgen.cli.printing import deliver
from cardgen.errors import Fault, UserError, visible_line
from cardgen.exchange.starter import unused_path
from cardgen.exchange.table.reader import read_table
from cardgen.files.finding import YAML_SUFFIXES, as_on_disk
from cardgen.files.overwriting import FileFormat
from cardgen.jobs.printout import counted
from cardgen.library.finding import names_file
from cardgen.library.proof import prove_routine
from cardgen.reading.writer import as_authored, as_yaml
from cardgen.review.report import has_warnings

YAML = FileFormat("YAML", YAML_SUFFIXES)


@click.command("import")
@click.argument("table", metavar="TABLE.csv")
@click.option("-o", "--output", help="The routine's file; - for standard output.  [default: TABLE.yaml in this folder]")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
def command(table: str, output: str | None, force: bool) -> None:
    """Turn a table from a spreadsheet into a routine, or report every fault with its row and column.

    TABLE.csv is a table as `cardgen new --csv` and `cardgen export --csv` write it, saved by Excel, LibreOffice, or
    Google Sheets as CSV UTF-8. Each row is a step, unless its column `row` names something else. Each other column
    is a field of the routine's file; `hands.note` is a field inside another one. A list goes into one cell: [3, 5].

    \b
    cardgen import tired-hands.csv
    cardgen import tired-hands.csv -o evening.yaml --force
    """
    target = output or f"{Path(table).stem}.yaml"
    if target != "-" and not names_file(Path(target).name):
        raise UserError(Fault(f"'{target}' is not a file name for a routine.", "Use a name that ends in .yaml."))
    if target != "-" and not force:
        unused_path(Path(target), "Choose another name with -o, or overwrite it with --force")
    routine = prove_routine(read_table(as_on_disk(Path(table)))).document.model
    deliver(as_yaml(as_authored(routine)).encode(), target, YAML, force)
    if target != "-":
        file = shlex.quote(target)
        found = "no faults, but warnings" if has_warnings(Path(target)) else "no faults"
        click.echo(f"Wrote {visible_line(target)}: {counted(len(routine.steps), 'step')}, {found}. Then:")
        click.echo(f"    cardgen check {file}    shows what a good card still needs")
        click.echo(f"    cardgen show {file}     shows it as text")
        click.echo(f"    cardgen cards {file}    prints its cards")
