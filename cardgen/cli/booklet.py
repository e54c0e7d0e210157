"""`cardgen booklet`: a session as a booklet, to be folded and stapled, or to be read on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import click

from cardgen.cli.advice import by_hand
from cardgen.cli.params import (
    counted,
    deliver,
    form_options,
    look_options,
    output_options,
    paper_option,
    printer_options,
    printer_said,
    session_options,
    tell_left_out,
    tell_pictures,
    this_command,
)
from cardgen.cli.types import LengthType
from cardgen.errors import Fault, UserError, visible
from cardgen.jobs.booklet import Booklet, print_booklet
from cardgen.pdf.properties import PdfFormat
from cardgen.planning.session import Session
from cardgen.sheets.booklet import DEFAULT_CALIPER, MOST_STAPLED, Binding
from cardgen.sheets.printer import Printer
from cardgen.units import MM


class Creep(LengthType):
    """The thickness of the paper: "auto" for the usual one, "off" for no compensation, or a length."""

    name = "auto|off|length"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        known = {"auto": DEFAULT_CALIPER, "off": 0.0}
        caliper = known[str(value)] if value in known else super().convert(value, param, ctx)
        if caliper > MOST_CALIPER:
            self.fail(f"'{value}' is too thick for paper: write the thickness of one sheet, such as 0.1mm", param, ctx)
        return caliper


MOST_CALIPER = 0.5 * MM
"""The thickest paper that anybody folds."""


@click.command("booklet")
@session_options
@click.option("--size", help="Size of a page: a4, a5, a6, half-letter.  [default: half the paper]")
@paper_option
@click.option(
    "--impose/--pages",
    default=True,
    help="impose: two pages beside each other, in the order for folding. pages: one by one, for a screen.",
)
@click.option("--binding", type=click.Choice(["left", "right"]), default="left", show_default=True, help="The spine.")
@click.option(
    "--creep",
    type=Creep(),
    default="auto",
    show_default=True,
    help="Paper's thickness, such as 0.12mm: inner pages move toward the spine. auto: 0.1mm; off: they stay.",
)
@click.option("--signature", type=click.IntRange(1, 50), help="At most so many sheets are stapled together.")
@click.option(
    "--manual-duplex", is_flag=True, help="All fronts, then all backs: for a printer that prints on one side."
)
@printer_options
@look_options
@form_options
@output_options("ROUTINE-booklet.pdf")
def command(
    session: Session,
    name: str,
    size: str | None,
    paper: str,
    impose: bool,
    binding: str,
    creep: float,
    signature: int | None,
    manual_duplex: bool,
    printer: Printer,
    theme: str,
    language: str,
    pdf_format: PdfFormat,
    output: str | None,
    png: bool,
) -> None:
    """Print a booklet: cover, contents, safety, the session at a glance, a page a step, an index.

    ROUTINE is a routine or a program from `cardgen list`, or a path to a YAML file.

    \b
    cardgen booklet full-body --length short
    cardgen booklet back-relaxing legs-back --paper letter
    cardgen booklet full-body --signature 10
    cardgen booklet full-body --pages -o tablet.pdf
    """
    _check_pages(impose, manual_duplex, signature)
    made = print_booklet(
        session,
        command=this_command(printer_said(printer.back_shift)),
        size_name=size,
        paper_name=paper,
        theme_name=theme,
        language=language,
        imposed=impose,
        binding=cast(Binding, binding),
        caliper=creep,
        signature=signature,
        manual_duplex=manual_duplex,
        back_shift=printer.back_shift,
        pdf_format=pdf_format,
    )
    target = output or f"{name}-booklet.pdf"
    deliver(made.data, target, png)
    tell_pictures(session, made.coarse)
    if target != "-":
        click.echo(f"Wrote {visible(target)}: " + "\n".join(_report(made, paper, manual_duplex)))
        tell_left_out(session)


def _check_pages(impose: bool, manual_duplex: bool, signature: int | None) -> None:
    """UserError when pages that are not printed on sheets are to be turned over, or stapled in parts."""
    if not impose and (manual_duplex or signature):
        problem = "--pages are not printed on sheets, so they have no signatures and no backs."
        raise UserError(Fault(problem, "Leave out --signature and --manual-duplex, or --pages."))


def _report(made: Booklet, paper: str, manual_duplex: bool) -> Iterator[str]:
    """What was made, and how to print, fold and staple it."""
    if not made.signatures:
        yield f"{counted(made.pages, 'page')}, one by one, with bookmarks and links."
        return
    sheets = sum(made.signatures)
    yield f"{counted(made.pages, 'page')} on {counted(sheets, 'sheet')} of {paper}."
    if manual_duplex:
        yield from by_hand(sheets)
    else:
        yield "Print it at 100 % (actual size), on both sides, flipped on the short edge."
    if len(made.signatures) > 1:
        parts = " + ".join(map(str, made.signatures))
        yield f"Fold and staple {parts} sheets, each part for itself, and lay the parts one behind the other."
    else:
        yield "Fold the sheets together in the middle, and staple them at the fold."
    if max(made.signatures) > MOST_STAPLED:
        yield f"A long-arm stapler takes about {MOST_STAPLED} sheets: --signature 10 makes parts that can be stapled."
