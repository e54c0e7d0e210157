"""`cardgen watch`: makes a PDF again whenever one of its files is saved."""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence

import click

from cardgen.cli.job_command import JobCommand, find_job_command
from cardgen.cli.printing import describe_printout, write_printout
from cardgen.cli.report_names import as_option, as_options
from cardgen.errors import UserError
from cardgen.files.reading import STAMPS, file_stamp

WATCHED = ("cards", "plan", "booklet")
"""The commands that can be watched; the first is the default."""
PAUSE = 0.05
"""Seconds between two checks of the files."""
SETTLED = 0.02
"""Seconds without another change after which a file counts as saved completely."""


@click.command("watch", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", metavar="[cards|plan|booklet] FILE... [OPTION]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def command(ctx: click.Context, arguments: tuple[str, ...]) -> None:
    """Write a PDF, and write it again whenever you save FILE or another file that it uses.

    Add the options that you would give to `cardgen cards`; or begin with `plan` or `booklet` to print one of those.
    When FILE has a fault, the fault is shown and the last good PDF is kept. Open the PDF in a viewer that reloads
    changed files. Ctrl-C stops it.

    \b
    cardgen watch my-routine.yaml
    cardgen watch my-routine.yaml --stock poker --png
    cardgen watch plan my-routine.yaml --minutes 20
    """
    name = arguments[0] if arguments and arguments[0] in WATCHED else WATCHED[0]
    given = [argument for number, argument in enumerate(arguments) if number or argument != name]
    watched = find_job_command(ctx, name)
    _check_options(watched, given, ctx.find_root())
    last = ""
    while True:
        began = time.perf_counter()
        shown = _print(watched, given, ctx.find_root())
        took = round(1000 * (time.perf_counter() - began))
        click.echo(shown if shown != last else shown.partition("\n")[0])
        click.echo(f"{time.strftime('%H:%M:%S')}: {took} ms. Waiting for changes; Ctrl-C stops.")
        last = shown
        gc.collect()  # now nobody waits; while a PDF is made no garbage is collected
        _wait()


def _check_options(watched: JobCommand, given: Sequence[str], root: click.Context) -> None:
    """UserError for options that no change of a file can make right."""
    try:
        watched.read_job(watched.make_context(watched.name, list(given), root))
    except UserError as error:
        if any(fault.file is None for fault in error.faults):
            raise


def _print(watched: JobCommand, given: Sequence[str], root: click.Context) -> str:
    """Print once; returns what the command would show, or what is wrong with its files."""
    ctx = watched.make_context(watched.name, list(given), root)
    try:
        job = watched.read_job(ctx)
        target = ctx.params["output"] or job.file_name
        printout = job.run()
        write_printout(printout, target, ctx.params["png"], ctx.params["force"])
    except UserError as error:
        return f"{error.render(as_option)}\nNothing was written; the last good PDF is kept."
    warnings = (f"Warning: {as_options(warning)}" for warning in printout.warnings)
    return "\n".join([*describe_printout(printout, target), *warnings])


def _wait() -> None:
    """Wait until a file that was read has changed, and is no longer being written."""
    read = dict(STAMPS)
    while (now := {path: file_stamp(path) for path in read}) == read:
        time.sleep(PAUSE)
    time.sleep(SETTLED)
    while (later := {path: file_stamp(path) for path in read}) != now:
        now = later
        time.sleep(SETTLED)
