"""`cardgen check`: report what is wrong with files, and what a good card still needs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from cardgen.cli.completing import complete_routines
from cardgen.cli.options import own_option
from cardgen.cli.report_names import as_option, as_options
from cardgen.cli.settings import read_settings
from cardgen.errors import Fault, visible
from cardgen.exchange.table.columns import KIND_COLUMN
from cardgen.files.finding import printable_name
from cardgen.jobs.printout import counted
from cardgen.reading.file_kinds import FileKind
from cardgen.review.report import Report, reports
from cardgen.review.warnings import warning_help

KINDS: dict[FileKind | None, str] = {"settings": "your settings"}
"""Kinds of files that are not called "a stock"."""
DOUBTFUL, WRONG = 1, 2
"""Exit codes: for warnings when they are to count, and for faults."""
WARNINGS = "\n".join(f"- {subject}" for subject in warning_help())
HELP = f"""
Check files: report every fault and every warning with its line, and what to write instead.

FILE is a YAML file: a routine, a program, a stock, a theme, a words file, or your settings. It can also be a table of a
spreadsheet (CSV), which is reported by row and column. ROUTINE is a name from `cardgen list`. In a FOLDER and its
subfolders, every YAML file and every table of a routine is checked. Without arguments, all routines and programs of
`cardgen list` are checked.

A fault keeps a file from being printed. A warning shows what a good card still needs. There are warnings about:

\b
{WARNINGS}

The exit code is 2 when there are faults, 1 when there are warnings and --strict is given, else 0.

--format json prints one list on standard output, with an object for each fault and warning: file, line, column
(from 1; null when there is none), severity ("error" or "warning"), problem, remedy, text (the line itself).

\b
cardgen check
cardgen check my-routine.yaml
cardgen check tired-hands.csv
cardgen check my-routines/ --strict
"""


@click.command("check", help=HELP)
@click.argument("names", metavar="[FILE|ROUTINE|FOLDER]...", nargs=-1, shell_complete=complete_routines)
@own_option
@click.option("--strict", is_flag=True, help="Exit with code 1 when there are warnings.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text for people, json for editors.",
)
def command(names: tuple[str, ...], routines_folder: Path | None, strict: bool, form: str) -> None:
    """Print every fault and every warning about these files, and exit with the code of the worst."""
    found: dict[Fault, None] = {}
    for report in reports(names, routines_folder, read_settings):
        new = [fault for fault in report.faults if fault not in found]
        found |= dict.fromkeys(new)
        if form == "text":
            for fault in new:
                click.echo(fault.render(as_option), err=True)
            click.echo(visible(_summary(report)))
    if form == "json":
        click.echo(_json(found))
    click.get_current_context().exit(_exit_code(found, strict))


def _summary(report: Report) -> str:
    """A line on the faults and warnings in a file."""
    warnings = sum(fault.warning for fault in report.faults)
    faults = len(report.faults) - warnings
    held = counted(report.steps, "step") if report.steps else KINDS.get(report.kind, f"a {report.kind}")
    if report.kind is None and not faults:
        return f"{printable_name(report.name)}: not checked: the table of a routine has a column '{KIND_COLUMN}'."
    parts = [f"{counted(faults, 'fault')}"] if faults else [held, "no faults"]
    parts += [counted(warnings, "warning")] if warnings else []
    return f"{printable_name(report.name)}: {', '.join(parts)}."


def _exit_code(found: Iterable[Fault], strict: bool) -> int:
    severities = {fault.warning for fault in found}
    if False in severities:
        return WRONG
    return DOUBTFUL if strict and severities else 0


def _json(found: Iterable[Fault]) -> str:
    """Faults and warnings for an editor."""
    entries = [
        {
            "file": None if fault.file is None else printable_name(str(fault.file)),
            "line": fault.line,
            "column": fault.column,
            "severity": "warning" if fault.warning else "error",
            "problem": as_options(fault.problem),
            "remedy": as_options(fault.remedy),
            "text": fault.text,
        }
        for fault in found
    ]
    return msgspec.json.format(msgspec.json.encode(entries), indent=2).decode()
