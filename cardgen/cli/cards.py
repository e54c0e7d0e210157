"""`cardgen cards`: cards of routines, on sheets to be cut."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from cardgen.cli.advice import advise
from cardgen.cli.comparison import changed_name, compare, earlier_print
from cardgen.cli.cutting import cutting_options
from cardgen.cli.params import (
    counted,
    deliver,
    form_options,
    look_options,
    output_options,
    printer_options,
    printer_said,
    session_options,
    tell_left_out,
    tell_pictures,
    this_command,
)
from cardgen.cli.types import LengthType, completing
from cardgen.errors import Fault, UserError, visible
from cardgen.jobs.cards import print_cards
from cardgen.layouts.cards import layouts
from cardgen.pdf.properties import PdfFormat
from cardgen.planning.session import Session
from cardgen.scene.pages import Flip
from cardgen.sheets.cutting import Cutting
from cardgen.sheets.holes import HoleKind
from cardgen.sheets.printer import MOST_BORDER, Printer
from cardgen.units import in_mm

USUAL = "steps"
"""The layout whose file is simply called cards."""


@click.command("cards")
@session_options
@click.option(
    "--layout",
    shell_complete=completing(layouts),
    default=USUAL,
    show_default=True,
    help="steps: one step a card; overview: a whole routine.",
)
@cutting_options
@click.option(
    "--sides",
    type=click.Choice(["front", "duplex"]),
    default="duplex",
    show_default=True,
    help="duplex: on both sides. front: fronts alone; what a front cannot hold gets a card of its own.",
)
@click.option("--flip", type=click.Choice(["long", "short"]), help="The edge to turn sheets over.  [default: long]")
@click.option(
    "--manual-duplex", is_flag=True, help="All fronts, then all backs: for a printer that prints on one side."
)
@click.option("--copies", type=click.IntRange(1, 999), default=1, help="So many decks, one after the other.")
@click.option(
    "--start-at", type=click.IntRange(1), default=1, help="The first place to use on a half-used sheet, along its rows."
)
@click.option(
    "--order",
    type=click.Choice(["rows", "cut-stack"]),
    default="rows",
    show_default=True,
    help="rows: along the rows of each sheet. cut-stack: a pile of sheets that is cut at once is in order.",
)
@click.option("--hole", type=click.Choice(get_args(HoleKind)), help="Marks for punching; content keeps clear of them.")
@click.option("--border", type=LengthType(), help="What the printer leaves white at the edges.  [default: 6.35mm]")
@printer_options
@look_options
@click.option("--only-changed", metavar="OLD.pdf", help="Print only the cards that differ from an earlier print.")
@form_options
@output_options("ROUTINE-cards.pdf, or -overview.pdf")
def command(
    session: Session,
    name: str,
    layout: str,
    cutting: Cutting,
    sides: str,
    flip: Flip | None,
    manual_duplex: bool,
    copies: int,
    start_at: int,
    order: str,
    hole: HoleKind | None,
    border: float | None,
    printer: Printer,
    theme: str,
    language: str,
    only_changed: str | None,
    pdf_format: PdfFormat,
    output: str | None,
    png: bool,
) -> None:
    """Print cards of one or several routines.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file.

    \b
    cardgen cards back-relaxing
    cardgen cards legs-back --minutes 20
    cardgen cards legs-back --paper letter --theme mono
    cardgen cards joints partner --stock tarot --sides front -o evening.pdf
    cardgen cards legs-back --layout overview --stock a5
    cardgen cards legs-back --stock avery-5388
    cardgen cards legs-back --stock pouch-a4-4 --laminate
    cardgen cards legs-back --bleed 3mm --single
    cardgen cards my-routine.yaml --only-changed my-routine-cards.pdf
    """
    duplex, edge = sides == "duplex", flip or printer.flip
    border = printer.border if border is None else border
    _check_order(cutting, start_at, order)
    _check_sides(cutting, duplex, manual_duplex)
    usual = f"{name}-{'cards' if layout == USUAL else layout}"
    target = output or (f"{usual}.pdf" if only_changed is None else changed_name(usual, only_changed))
    earlier = None if only_changed is None else earlier_print(Path(only_changed), Path(target))
    _check_border(border)
    made = print_cards(
        session,
        cutting,
        command=this_command(printer_said(printer.back_shift, border, edge)),
        layout_name=layout,
        theme_name=theme,
        language=language,
        duplex=duplex,
        flip=edge,
        manual_duplex=manual_duplex,
        first=start_at - 1,
        stacked=order == "cut-stack",
        copies=copies,
        hole=hole,
        border=border,
        back_shift=printer.back_shift,
        pdf_format=pdf_format,
        earlier=earlier,
    )
    if made.cards:
        deliver(made.data, target, png)
    tell_pictures(session, made.coarse)
    if target == "-":
        return
    if made.cards:
        on = f" of {cutting.paper}" if cutting.grid else ""
        click.echo(f"Wrote {visible(target)}: {counted(made.cards, 'card')} on {counted(made.pages, 'page')}{on}.")
        turned = edge if duplex and not cutting.stock.fold else None
        click.echo("\n".join(advise(made, cutting, turned, manual_duplex, order == "cut-stack", hole, border)))
    if earlier:
        click.echo(visible("\n".join(compare(earlier, made, only_changed or ""))))
    tell_left_out(session)


def _check_border(border: float) -> None:
    """UserError when hardly anything would be left of a sheet."""
    if border > MOST_BORDER:
        raise UserError(
            Fault(f"A border of {in_mm(border)} mm is too wide.", f"Write at most {in_mm(MOST_BORDER)} mm.")
        )


def _check_sides(cutting: Cutting, duplex: bool, manual_duplex: bool) -> None:
    """UserError when cards without backs are to be folded, or their backs to be printed by hand."""
    if not duplex and (cutting.stock.fold or manual_duplex):
        problem = "Fronts alone have no backs to be " + ("folded." if cutting.stock.fold else "printed by hand.")
        raise UserError(Fault(problem, "Leave out --sides front."))
    if manual_duplex and (cutting.grid is None or cutting.grid.folded):
        raise UserError(Fault("Here no sheet is turned over for its back.", "Leave out --manual-duplex."))


def _check_order(cutting: Cutting, start_at: int, order: str) -> None:
    """UserError when there is no such place on a sheet, or when a pile of sheets could not be cut at once."""
    places = cutting.grid.places if cutting.grid else 1
    if start_at > places:
        remedy = f"Write --start-at 1 to {places}." if cutting.grid else "Leave out --start-at, or --single."
        raise UserError(Fault(f"A sheet has no place {start_at}.", remedy))
    if order == "cut-stack" and (start_at > 1 or places == 1 or not cutting.marked):
        problem = "A pile of half-used or perforated sheets, or of sheets with one card each, is not cut at once."
        raise UserError(Fault(problem, "Leave out --order cut-stack, or --start-at."))
