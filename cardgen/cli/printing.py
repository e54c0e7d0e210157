"""Runs a print job, writes its PDF, and says how to print it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from cardgen.cli.report_names import as_options
from cardgen.errors import Fault, UserError, visible
from cardgen.files.reading import PDF_HEADER
from cardgen.files.writing import write_pdf, write_whole
from cardgen.jobs.job import Job
from cardgen.jobs.printout import Printout

STANDARD_OUTPUT = "-"
Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def output_options(default: str) -> tuple[Decorator, ...]:
    """Where the PDF goes, and whether pictures of it are written."""
    return (
        click.option(
            "-o", "--output", metavar="FILE", help=f"The PDF to write; - for standard output.  [default: {default}]"
        ),
        click.option("--png", is_flag=True, help="Also write a picture of each page, in a folder named after the PDF."),
    )


def print_job(job: Job, output: str | None, png: bool) -> None:
    """Run a job, write the PDF, and show what its reader must know; UserError when that is not possible."""
    target = output or job.file_name
    printout = job.run()
    write_printout(printout, target, png)
    for warning in printout.warnings:
        click.echo(f"Warning: {as_options(warning)}", err=True)
    if target != STANDARD_OUTPUT:
        click.echo("\n".join(describe_printout(printout, target)))


def write_printout(printout: Printout, target: str, png: bool) -> None:
    """Write the PDF of a printout, if it has any."""
    if printout.data:
        deliver(printout.data, target, png)


def describe_printout(printout: Printout, target: str) -> Iterator[str]:
    """What was printed, how to print it, and what was left out, line by line."""
    if printout.data:
        yield f"Wrote {visible(target)}: {printout.summary}."
    yield from map(visible, map(as_options, printout.advice))
    for reason, names in printout.left_out:
        yield f"{reason}: {', '.join(names)}."


def deliver(data: bytes, output: str, png: bool = False) -> None:
    """Write data to a file, or to standard output for "-"; with `png` also pictures of a PDF's pages."""
    if output != STANDARD_OUTPUT:
        (write_pdf if data.startswith(PDF_HEADER) else write_whole)(Path(output), data)
        if png:
            importlib.import_module("cardgen.cli.png").write_pictures(data, Path(output).with_suffix(""))
        return
    if png:
        raise UserError(Fault("Pictures are written next to a PDF file.", "Leave out --png, or write to a file."))
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
