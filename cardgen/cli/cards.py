"""`cardgen cards`: cards of routines, on sheets to be cut."""

from __future__ import annotations

import click

from cardgen.build.cards import print_cards
from cardgen.build.result import Print
from cardgen.cli.params import (
    LengthType,
    counted,
    deliver,
    output_option,
    paper_option,
    session_options,
    tagged_option,
    tell_left_out,
    theme_option,
)
from cardgen.plan.session import Session
from cardgen.sheet import unmarked_cuts
from cardgen.units import in_mm


@click.command("cards")
@session_options
@click.option("--layout", default="steps", show_default=True, help="steps: one step a card; overview: a whole routine.")
@click.option("--stock", help="Size of the cards: a6, poker, ...  [default: a quarter of the paper]")
@paper_option
@click.option(
    "--sides",
    type=click.Choice(["front", "duplex"]),
    default="duplex",
    show_default=True,
    help="duplex: print on both sides. front: on one; what does not fit on a front goes to a card of its own.",
)
@click.option("--gap", type=LengthType(), default="0mm", help="Space between cards, to seal them in one pouch: 6mm.")
@click.option("--round-corners", is_flag=True, help="Print guides for cutting round corners.")
@theme_option
@tagged_option
@output_option("ROUTINE-cards.pdf")
def command(
    session: Session,
    name: str,
    layout: str,
    stock: str | None,
    paper: str,
    sides: str,
    gap: float,
    round_corners: bool,
    theme: str,
    tagged: bool,
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
    cardgen cards my-routine.yaml --steps 1-4,7 --gap 6mm --round-corners
    """
    made = print_cards(
        session,
        layout_name=layout,
        stock_name=stock,
        paper_name=paper,
        theme_name=theme,
        duplex=sides == "duplex",
        gap=gap,
        round_corners=round_corners,
        tagged=tagged,
    )
    target = output or f"{name}-cards.pdf"
    deliver(made.data, target)
    if target != "-":
        click.echo(f"Wrote {target}: {_report(made, paper, sides)}")
        tell_left_out(session)


def _report(made: Print, paper: str, sides: str) -> str:
    """What was made, how to print it, and how to cut where no mark shows it."""
    cards, pages = counted(made.cards, "card"), counted(made.pages, "page")
    turn = "on both sides, flipped on the long edge" if sides == "duplex" else "on one side"
    lines = [f"{cards} on {pages} of {paper}.", f"Print it at 100 % (actual size), {turn}."]
    across, down = unmarked_cuts(made.grid)
    for cuts, edge in ((across, "left edge"), (down, "top edge")):
        if cuts:
            lines.append(f"There is no room for cut marks: cut {', '.join(map(in_mm, cuts))} mm from the {edge}.")
    return "\n".join(lines)
