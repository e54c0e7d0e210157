"""Runs a print job, writes its PDF, and says how to print it."""

from __future__ import annotations

import importlib
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from cardgen.cli.report_names import as_options
from cardgen.errors import Fault, UserError, visible_line
from cardgen.files.finding import printable_name
from cardgen.files.folders import is_own
from cardgen.files.overwriting import PDF, FileFormat, check_name, same_file
from cardgen.files.writing import write_format
from cardgen.jobs.comparison import describe_changes, print_options
from cardgen.jobs.job import Job
from cardgen.jobs.print_history import note_overwriting, outdated_prints
from cardgen.jobs.printout import Printout
from cardgen.jobs.session_job import SessionJob
from cardgen.library.finding import find_file
from cardgen.scene.record import Record
from cardgen.startup import late_patterns

STANDARD_OUTPUT = "-"
Decorator = Callable[[Callable[..., None]], Callable[..., None]]

force_option = click.option(
    "--force", is_flag=True, help="Overwrite a file that cardgen did not make, or that this command reads."
)


def output_options(default: str) -> tuple[Decorator, ...]:
    """Where the PDF goes, and whether pictures of it are written."""
    return (
        click.option(
            "-o", "--output", metavar="FILE", help=f"The PDF to write; - for standard output.  [default: {default}]"
        ),
        click.option("--png", is_flag=True, help="Also write a picture of each page, in a folder named after the PDF."),
        force_option,
    )


def print_job(job: Job, output: str | None, png: bool, force: bool) -> None:
    """Run a job, write the PDF, and show what its reader must know; UserError when that is not possible."""
    check_output(output, png)
    target = output or job.file_name
    printout = job.run()
    is_file = target != STANDARD_OUTPUT
    old = note_overwriting(Path(target), printout.record) if is_file and printout.data else None
    write_printout(printout, target, png, force)
    for warning in printout.warnings:
        click.echo(f"Warning: {as_options(warning)}", err=True)
    if is_file:
        lines = [*describe_printout(printout, target), *_describe_old(printout.record, target, old)]
        lines += _describe_outdated(printout.record, target, getattr(job, "only_changed", None))
        if isinstance(job, SessionJob):
            lines += _name_warnings(job)
        click.echo("\n".join(lines))


def check_output(output: str | None, png: bool) -> None:
    """UserError when the PDF could not have this name, or when there could be no pictures of it."""
    if output and output != STANDARD_OUTPUT:
        check_name(Path(output), PDF)
    if png and output == STANDARD_OUTPUT:
        raise UserError(Fault("Pictures are written next to a PDF file.", "Leave out --png, or write to a file."))
    if png:
        importlib.import_module("cardgen.cli.png")  # needs a package that may not be installed


def _name_warnings(job: SessionJob) -> Iterator[str]:
    """How to read the warnings about the user's own files that were printed, if there are any or a file is long."""
    own = Path(job.routines_folder) if job.routines_folder else None
    for path in filter(is_own, dict.fromkeys(find_file(name, own) for name in job.routines)):
        with late_patterns():
            report = importlib.import_module("cardgen.review.report")
        if (found := report.has_warnings(path, own)) is not False:
            file = printable_name(str(path))
            known = f"There are warnings about {file}. To read them" if found else f"{file} is long. To find warnings"
            yield visible_line(f"{known}: cardgen check {shlex.quote(file)}")


def _describe_old(now: Record, target: str, old: Record | None) -> Iterator[str]:
    """What was printed before under the same name, if it differs."""
    if old and print_options(old) != print_options(now):
        yield visible_line(f"{target} replaces an earlier print, made with `{old.command}`.")
    elif old and (changes := list(describe_changes([old], now))):
        yield visible_line(f"Since the earlier print in {target}:")
        yield from map(visible_line, changes)


def _describe_outdated(now: Record, target: str, compared: str | None) -> Iterator[str]:
    """Other prints in the folder that a change has made out of date, except the one that this is compared with."""
    outdated: dict[tuple[str, ...], list[str]] = {}
    for path, sources in outdated_prints(Path(target), now):
        if not compared or not same_file(path, Path(compared)):
            outdated.setdefault(sources, []).append(path.name)
    for sources, names in outdated.items():
        changed = f"{' and '.join(sources)} {'has' if len(sources) == 1 else 'have'} changed"
        yield visible_line(f"Out of date, because {changed}: {', '.join(names)}.")


def write_printout(printout: Printout, target: str, png: bool, force: bool) -> None:
    """Write the PDF of a printout, if it has any, and pictures of its pages."""
    if not printout.data:
        return
    deliver(printout.data, target, PDF, force)
    if png:
        pictures = importlib.import_module("cardgen.cli.png")
        pictures.write_pictures(printout.data, Path(target).with_suffix(""), force)


def describe_printout(printout: Printout, target: str) -> Iterator[str]:
    """What was printed, how to print it, and what was left out, line by line."""
    if printout.data:
        yield f"Wrote {visible_line(target)}: {printout.summary}."
    yield from map(visible_line, map(as_options, printout.advice))
    for reason, names in printout.left_out:
        yield visible_line(f"{reason}: {', '.join(names)}.")


def deliver(data: bytes, output: str, form: FileFormat, force: bool) -> None:
    """Write data of a format to a file, or to standard output for "-"."""
    if output != STANDARD_OUTPUT:
        write_format(Path(output), data, form, force)
        return
    if sys.stdout is None:
        raise UserError(Fault("Standard output is closed.", "Write to a file, with -o."))
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]  # without a buffer not everything may be written at once
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # the reader has enough
    except OSError as error:
        raise UserError(Fault(f"Cannot write to standard output: {error.strerror or error}.")) from None
