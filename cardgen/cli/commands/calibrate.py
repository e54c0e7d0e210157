"""`cardgen calibrate`: print a test sheet for your printer, and save what you read on it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click
from msgspec.structs import replace

from cardgen.cli.job_command import job_command
from cardgen.cli.printing import STANDARD_OUTPUT, output_options, print_job
from cardgen.errors import Fault, UserError
from cardgen.jobs.calibration import CalibrationJob
from cardgen.sheets.printer import Printer, printer, printers, save_printer
from cardgen.units import Length, in_mm
from cardgen.wording.entry_words import InstructionWords

WIDTH = 78
SAVING_OPTIONS = (
    click.option("--save", "name", metavar="NAME", help="Print nothing; save the numbers that you read on the sheet."),
    click.option("--border", metavar="LENGTH", help="With --save: the printer's white border, such as 5mm."),
)


@job_command("calibrate", CalibrationJob, *SAVING_OPTIONS, *output_options("calibrate.pdf"))
def command(
    job: CalibrationJob, name: str | None, border: str | None, output: str | None, png: bool, force: bool
) -> None:
    """Print a test sheet on both sides, to see whether fronts and backs line up, and explain how to read it.

    \b
    cardgen calibrate
    cardgen calibrate --paper letter --flip short
    cardgen calibrate --back-shift -0.5,1                      print it again, to check the correction
    cardgen calibrate --booklet
    cardgen calibrate --save my-printer --back-shift -0.5,1 --border 5mm
    """
    if name is not None:
        _save(name, job, border)
        return
    if border is not None:
        raise UserError(Fault("--border is not printed, only saved.", "Add --save and a name."))
    print_job(job, output, png, force)
    if output != STANDARD_OUTPUT:
        click.echo("\n".join(_instructions(job)))


def _save(name: str, job: CalibrationJob, border: str | None) -> None:
    """Save the settings of a printer; those that are not given stay as they were."""
    known = _known(name)
    profile = replace(
        known,
        back_shift=known.back_shift if job.back_shift is None else job.back_shift,
        border=known.border if border is None else _length(border),
        flip="short" if job.booklet else job.flip or known.flip,
    )
    path, replaced = save_printer(name, profile)
    click.echo(f"{'Replaced' if replaced else 'Saved'} {name}: {path}")
    click.echo(f"Backs move by {profile.back_shift}; border {in_mm(profile.border)} mm; flip {profile.flip}.")
    click.echo(f"Use it with: cardgen {'booklet full-body' if job.booklet else 'cards joints'} --printer {name}")


def _known(name: str) -> Printer:
    """The printer to start from: the one that is named, or the one saved before; a file with faults is ignored."""
    if given := click.get_current_context().params["printer"]:
        return printer(given)
    try:
        return printer(name) if name in printers() else Printer()
    except UserError:
        return Printer()


def _length(text: str) -> Length:
    try:
        return Length.parse(text)
    except ValueError as error:
        raise UserError(Fault(f"--border: {error}.")) from None


def _instructions(job: CalibrationJob) -> Iterator[str]:
    """How to read the sheet, as it is printed on it."""
    for number, step in enumerate(job.instructions.steps, 1):
        yield from _wrapped(step, f"{number}  ")
    for hint in job.instructions.hints:
        yield from _wrapped(hint, "   ")


def _wrapped(advice: InstructionWords, start: str) -> Iterator[str]:
    yield ""
    yield start + advice.heading
    yield from textwrap.wrap(advice.text, WIDTH, initial_indent="   ", subsequent_indent="   ")
    yield from (f"   {command}" for command in advice.commands)
