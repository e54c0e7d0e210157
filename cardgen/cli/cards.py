"""`cardgen cards`: cards of routines, on sheets to be cut."""

from __future__ import annotations

from typing import get_args

import click

from cardgen.build.cards import print_cards
from cardgen.cli.advice import advise
from cardgen.cli.params import (
    LengthType,
    counted,
    deliver,
    output_option,
    paper_help,
    printer_options,
    session_options,
    tell_left_out,
    theme_option,
)
from cardgen.errors import Fault, UserError
from cardgen.plan.session import Session
from cardgen.printer import Printer
from cardgen.scene import Flip
from cardgen.sheets.cutting import Cutting, cut
from cardgen.sheets.holes import HoleKind


@click.command("cards")
@session_options
@click.option("--layout", default="steps", show_default=True, help="steps: one step a card; overview: a whole routine.")
@click.option("--stock", help="The cards: a6, poker, avery-5388, or a YAML file.  [default: a quarter of the paper]")
@click.option("--paper", help=f"{paper_help}  [default: that of the stock, or a4]")
@click.option(
    "--sides",
    type=click.Choice(["front", "duplex"]),
    default="duplex",
    show_default=True,
    help="duplex: print on both sides. front: on one; what does not fit on a front goes to a card of its own.",
)
@click.option("--flip", type=click.Choice(["long", "short"]), help="The edge to turn sheets over.  [default: long]")
@click.option(
    "--manual-duplex", is_flag=True, help="All fronts, then all backs: for a printer that prints on one side."
)
@click.option("--copies", type=click.IntRange(1, 999), default=1, help="So many decks, one after the other.")
@click.option("--start-at", type=click.IntRange(1), default=1, help="The first place to use on a half-used sheet.")
@click.option(
    "--order",
    type=click.Choice(["rows", "cut-stack"]),
    default="rows",
    show_default=True,
    help="rows: along the rows of each sheet. cut-stack: a pile of sheets that is cut at once is in order.",
)
@click.option("--gap", type=LengthType(), help="Space between cards.  [default: that of the stock]")
@click.option("--round-corners", is_flag=True, help="Print guides for cutting round corners.")
@click.option("--laminate", is_flag=True, help="Room for 3 mm of film round each card, round corners, no bleed.")
@click.option("--hole", type=click.Choice(get_args(HoleKind)), help="Marks for punching; content keeps clear of them.")
@click.option("--bleed", type=LengthType(), help="Colour runs so far over the edge, as 3mm.  [default: half the gap]")
@click.option("--single", is_flag=True, help="Each side of a card is a page: for a print shop, with --bleed 3mm.")
@click.option("--border", type=LengthType(), help="What the printer leaves white at the edges.  [default: 6.35mm]")
@printer_options
@theme_option
@output_option("ROUTINE-cards.pdf")
def command(
    session: Session,
    name: str,
    layout: str,
    stock: str | None,
    paper: str | None,
    sides: str,
    flip: Flip | None,
    manual_duplex: bool,
    copies: int,
    start_at: int,
    order: str,
    gap: float | None,
    round_corners: bool,
    laminate: bool,
    hole: HoleKind | None,
    bleed: float | None,
    single: bool,
    border: float | None,
    printer: Printer,
    theme: str,
    output: str | None,
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
    """
    cutting = cut(stock, paper, gap=gap, bleed=bleed, laminate=laminate, round_corners=round_corners, single=single)
    duplex, edge = sides == "duplex", flip or printer.flip
    border = printer.border if border is None else border
    _check_order(cutting, start_at, order)
    made = print_cards(
        session,
        cutting,
        layout_name=layout,
        theme_name=theme,
        duplex=duplex,
        flip=edge,
        manual_duplex=manual_duplex,
        first=start_at - 1,
        stacked=order == "cut-stack",
        copies=copies,
        hole=hole,
        border=border,
        back_shift=printer.back_shift,
    )
    target = output or f"{name}-cards.pdf"
    deliver(made.data, target)
    if target != "-":
        paper = f" of {cutting.paper}" if cutting.grid else ""
        click.echo(f"Wrote {target}: {counted(made.cards, 'card')} on {counted(made.pages, 'page')}{paper}.")
        turned = edge if duplex and not cutting.stock.fold else None
        for line in advise(made, cutting, turned, manual_duplex, order == "cut-stack", hole, border):
            click.echo(line)
        tell_left_out(session)


def _check_order(cutting: Cutting, start_at: int, order: str) -> None:
    """UserError when there is no such place on a sheet, or when a pile of sheets could not be cut at once."""
    places = cutting.grid.places if cutting.grid else 1
    if start_at > places:
        raise UserError(Fault(f"A sheet has no place {start_at}.", f"Write --start-at 1 to {places}."))
    if order == "cut-stack" and (start_at > 1 or places == 1):
        problem = "A pile of half-used sheets, or of sheets with one card each, cannot be cut at once."
        raise UserError(Fault(problem, "Leave out --order cut-stack, or --start-at."))
