"""`cardgen watch`: write a PDF, and write it again whenever you save one of its files."""

from __future__ import annotations

import gc
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from cardgen.cli.job_command import JobCommand, find_job_command
from cardgen.cli.printing import STANDARD_OUTPUT, check_output, describe_printout, write_printout
from cardgen.cli.report_names import as_option, as_options
from cardgen.cli.waiting import wait_for_change
from cardgen.errors import UserError
from cardgen.files.reading import STAMPS, Stamp, file_stamp
from cardgen.jobs.batch.lasting_files import forget_lasting_files, is_lasting
from cardgen.jobs.print_history import PREVIEW_END

WATCHED = ("cards", "plan", "booklet")
"""The commands that can be watched; the first is the default."""


@click.command("watch", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", metavar="[cards|plan|booklet] FILE... [OPTION]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def command(ctx: click.Context, arguments: tuple[str, ...]) -> None:
    """Write a PDF, and write it again whenever you save FILE or another file that it uses.

    Add any options of `cardgen cards`. For a plan or a booklet, begin with `plan` or `booklet`. When FILE has a fault,
    the fault is shown and the last good PDF is kept. Open the PDF in a viewer that reloads changed files. Ctrl-C stops
    it.

    The PDF is a preview: its name ends in -preview.pdf, so that it never overwrites what you have printed.

    \b
    cardgen watch my-routine.yaml
    cardgen watch my-routine.yaml --stock poker --png
    cardgen watch plan my-routine.yaml --minutes 20
    """
    name = arguments[0] if arguments and arguments[0] in WATCHED else WATCHED[0]
    given = [argument for number, argument in enumerate(arguments) if number or argument != name]
    if not given:
        raise click.UsageError("Missing argument 'FILE'.", ctx)
    watched = find_job_command(ctx, name)
    _check_options(watched, given, ctx.find_root())
    folder, last = Path.cwd(), ""
    read, lasting = dict[Path, Stamp](), dict[Path, Stamp]()
    while True:
        began = time.perf_counter()
        STAMPS.clear()  # files that an earlier run read, and the last one did not, are no longer sources
        shown, good = print_preview(watched, given, ctx.find_root())
        took = round(1000 * (time.perf_counter() - began))
        click.echo(shown if shown != last else shown.partition("\n")[0])
        click.echo(f"{time.strftime('%H:%M:%S')}: {took} ms. Waiting for changes; Ctrl-C stops.")
        last = shown
        gc.collect()  # nobody is waiting now; no garbage is collected while a PDF is made
        lasting |= {path: stamp for path, stamp in STAMPS.items() if is_lasting(path)}
        read = lasting | STAMPS | ({} if good else _missing(read))
        if wait_for_change(read, folder) & lasting.keys():
            forget_lasting_files()
            lasting.clear()


def _missing(read: Mapping[Path, Stamp]) -> dict[Path, Stamp]:
    """The files of an earlier run that are now missing: one of them may be why the last run failed."""
    return {path: None for path in read if file_stamp(path) is None}


def preview_name(target: str) -> str:
    """The file that is written instead of a print, which stays as it is."""
    if target == STANDARD_OUTPUT or target.endswith(PREVIEW_END):
        return target
    return f"{target.removesuffix('.pdf')}{PREVIEW_END}"


def _check_options(watched: JobCommand, given: Sequence[str], root: click.Context) -> None:
    """UserError for options that are wrong whatever the files contain."""
    ctx = watched.make_context(watched.name, list(given), root)
    check_output(ctx.params["output"], ctx.params["png"])
    try:
        watched.read_job(ctx)
    except UserError as error:
        if any(fault.file is None for fault in error.faults):
            raise


def print_preview(watched: JobCommand, given: Sequence[str], root: click.Context) -> tuple[str, bool]:
    """Print once; returns the output of the command and true, or the faults of its files and false."""
    ctx = watched.make_context(watched.name, list(given), root)
    try:
        job = watched.read_job(ctx)
        target = preview_name(ctx.params["output"] or job.file_name)
        printout = job.run()
        write_printout(printout, target, ctx.params["png"], ctx.params["force"])
    except UserError as error:
        return f"{error.render(as_option)}\nNothing was written; the last good PDF is kept.", False
    warnings = (f"Warning: {as_options(warning)}" for warning in printout.warnings)
    return "\n".join([*describe_printout(printout, target), *warnings]), True
