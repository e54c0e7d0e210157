"""`cardgen calibrate`: a test sheet for the printer, and what was read on it saved for later."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click
from msgspec.structs import replace

from cardgen.cli.params import deliver, given, output_options, paper_option, printer_options, this_command
from cardgen.cli.types import LengthType
from cardgen.errors import Fault, UserError
from cardgen.jobs.calibration import print_test_sheet
from cardgen.scene.pages import Flip
from cardgen.sheets.printer import Printer, printers, save_printer
from cardgen.sheets.printer import printer as saved
from cardgen.units import Length, in_mm
from cardgen.wording.calibration import word_test_sheet
from cardgen.wording.words import ENGLISH, Advice, words

DEFAULT = "calibrate.pdf"
WIDTH = 78


@click.command("calibrate")
@paper_option
@click.option("--flip", type=click.Choice(["long", "short"]), help="The edge that sheets are turned over.")
@click.option("--booklet", is_flag=True, help="For booklets: the sheet lies wide, and is turned over its short edge.")
@printer_options
@click.option("--save", "name", metavar="NAME", help="Print nothing; save what you read on the sheet, for --printer.")
@click.option("--border", type=LengthType(), help="With --save: what the printer leaves white at the edges, as 5mm.")
@output_options(DEFAULT)
def command(
    paper: str,
    flip: Flip | None,
    booklet: bool,
    printer: Printer,
    name: str | None,
    border: Length | None,
    output: str | None,
    png: bool,
) -> None:
    """Print a test sheet on both sides, to see whether fronts and backs meet, and say how to read it.

    \b
    cardgen calibrate
    cardgen calibrate --paper letter --flip short
    cardgen calibrate --back-shift -0.5,1                      once more, to see whether it is right now
    cardgen calibrate --booklet
    cardgen calibrate --save my-printer --back-shift -0.5,1 --border 5mm
    """
    if booklet and flip == "long":
        raise UserError(Fault("The sheets of a booklet are turned over their short edge.", "Leave out --flip."))
    if border is not None and name is None:
        raise UserError(Fault("--border is not printed, only saved.", "Add --save and a name."))
    if name in printers() and not given("printer_name"):
        kept = _kept(name)
        printer = replace(kept, back_shift=printer.back_shift) if given("back_shift") else kept
    printer = replace(
        printer,
        flip="short" if booklet else flip or printer.flip,
        border=printer.border if border is None else border,
    )
    if name is None:
        _print(paper, printer, booklet, output or DEFAULT, png)
    else:
        _save(name, printer, booklet)


def _kept(name: str) -> Printer:
    """What was saved before; nothing of a file with faults, which is to be replaced."""
    try:
        return saved(name)
    except UserError:
        return Printer()


def _save(name: str, printer: Printer, booklet: bool) -> None:
    """Save what is known of a printer; what was not said now stays as it was saved before."""
    path, replaced = save_printer(name, printer)
    click.echo(f"{'Replaced' if replaced else 'Saved'} {name}: {path}")
    click.echo(f"Backs move by {printer.back_shift}; border {in_mm(printer.border)} mm; flip {printer.flip}.")
    click.echo(f"Use it with: cardgen {'booklet full-body' if booklet else 'cards joints'} --printer {name}")


def _print(paper: str, printer: Printer, booklet: bool, target: str, png: bool) -> None:
    deliver(print_test_sheet(printer, command=this_command(), paper_name=paper, booklet=booklet), target, png)
    if target != "-":
        click.echo(f"Wrote {target}: front and back of one sheet of {paper}.")
        click.echo(
            f"Print it at 100 % (actual size), on both sides, flipped on the {printer.flip} edge. (A printer for"
        )
        click.echo(f"one side: print page 1, turn the sheet over on its {printer.flip} edge, print page 2.) Then:")
        if any(printer.back_shift):
            click.echo(f"(Its back is moved by {printer.back_shift} already. What you read now comes on top of that.)")
        said = word_test_sheet(words(ENGLISH), paper, printer, booklet)
        for number, step in enumerate(said.steps, 1):
            click.echo("\n".join(_told(step, f"{number}  ")))
        for hint in said.hints:
            click.echo("\n".join(_told(hint, "   ")))


def _told(advice: Advice, start: str) -> Iterator[str]:
    """A step as it stands on the sheet."""
    yield ""
    yield start + advice.heading
    yield from textwrap.wrap(advice.text, WIDTH, initial_indent="   ", subsequent_indent="   ")
    yield from (f"   {command}" for command in advice.commands)
