"""`cardgen export`: write a routine as a table, as a page of text, or as data."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import click

from cardgen.cli.completing import complete_routines
from cardgen.cli.options import own_option
from cardgen.cli.printing import deliver
from cardgen.errors import Fault, UserError, visible_line
from cardgen.exchange.markdown import as_markdown
from cardgen.exchange.table.writer import as_csv
from cardgen.files.overwriting import FileFormat
from cardgen.library.finding import find_file
from cardgen.library.loading import load, load_file
from cardgen.planning.planner import plan
from cardgen.reading.writer import as_authored, as_json


@click.command("export")
@click.argument("routine", shell_complete=complete_routines)
@click.option("--csv", is_flag=True, help="A table for Excel, LibreOffice, or Google Sheets.")
@click.option("--markdown", is_flag=True, help="A page of text to paste into a document.")
@click.option("--json", is_flag=True, help="Data for other programs.")
@own_option
@click.option("-o", "--output", help="The file to write; - for standard output.  [default: ROUTINE.csv, .md or .json]")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
def command(
    routine: str,
    csv: bool,
    markdown: bool,
    json: bool,
    routines_folder: Path | None,
    output: str | None,
    force: bool,
) -> None:
    """Write a routine as a table, as a page of text, or as data.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file. Everything in it is kept, except comments (#).
    `cardgen import` turns a table back into a routine; a JSON file can be used as a routine as it is.

    \b
    cardgen export legs-back --csv
    cardgen export my-routine.yaml --markdown -o handout.md
    cardgen export full-body --json
    """
    wanted = [form for form, is_wanted in zip(WRITERS, (csv, markdown, json), strict=True) if is_wanted]
    if len(wanted) != 1:
        raise UserError(Fault("A routine is exported in one format.", "Give one of --csv, --markdown and --json."))
    form = wanted[0]
    target = output or f"{Path(routine).stem}{form.suffixes[0]}"
    deliver(WRITERS[form](routine, routines_folder), target, form, force)
    if target == "-":
        return
    click.echo(f"Wrote {visible_line(target)}.")
    if csv:
        click.echo("Edit it in a spreadsheet and save it as CSV UTF-8. Then:")
        click.echo(f"    cardgen import {shlex.quote(target)} -o NAME.yaml    turns it into a routine")


def _csv(routine: str, routines_folder: Path | None) -> bytes:
    return as_csv(load(routine, routines_folder))


def _markdown(routine: str, routines_folder: Path | None) -> bytes:
    opened = load_file(find_file(routine, routines_folder), routines_folder)
    return as_markdown(opened.written, plan(opened.selection, length="all")).encode()


def _json(routine: str, routines_folder: Path | None) -> bytes:
    return as_json(as_authored(load(routine, routines_folder)))


WRITERS: dict[FileFormat, Callable[[str, Path | None], bytes]] = {
    FileFormat("CSV", (".csv", ".txt")): _csv,
    FileFormat("Markdown", (".md", ".markdown", ".txt")): _markdown,
    FileFormat("JSON", (".json", ".yaml", ".yml")): _json,
}
"""The function that writes each format."""
