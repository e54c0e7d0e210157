"""`cardgen cards`: cards of routines, on sheets to be cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from cardgen.build.cards import print_cards
from cardgen.build.result import Print
from cardgen.cli.params import (
    LengthType,
    archive_options,
    counted,
    deliver,
    output_option,
    paper_option,
    session_options,
    tell_left_out,
    theme_option,
    this_command,
)
from cardgen.errors import Fault, UserError
from cardgen.plan.session import Session
from cardgen.record import Changes, Record, read_record
from cardgen.sheet import unmarked_cuts
from cardgen.units import in_mm

NO_CARD = ("--only-changed", "--pdfa", "--attach")
"""Options that change a PDF, but no card in it."""


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
@click.option("--only-changed", metavar="OLD.pdf", help="Print only the cards that differ from an earlier print.")
@archive_options
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
    only_changed: str | None,
    pdfa: bool,
    attach: bool,
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
    cardgen cards my-routine.yaml --only-changed my-routine-cards.pdf
    """
    earlier = _earlier(Path(only_changed)) if only_changed else None
    made = print_cards(
        session,
        command=this_command(),
        layout_name=layout,
        stock_name=stock,
        paper_name=paper,
        theme_name=theme,
        duplex=sides == "duplex",
        gap=gap,
        round_corners=round_corners,
        pdfa=pdfa,
        attach=attach,
        earlier=earlier,
    )
    target = output or f"{name}-cards{'-changed' if earlier else ''}.pdf"
    if made.cards:
        deliver(made.data, target)
    if target == "-":
        return
    if made.cards:
        click.echo(f"Wrote {target}: {_report(made, paper, sides)}")
    if earlier:
        click.echo("\n".join(_compared(earlier, made, only_changed or "")))
    tell_left_out(session)


def _earlier(path: Path) -> Record:
    """The record of an earlier print; UserError when it is not one of cards."""
    record = read_record(path)
    if record.kind != "cards":
        problem = f"This is a PDF of kind '{record.kind}'; only cards can be compared."
        raise UserError(Fault(problem, "Give the PDF that `cardgen cards` wrote.", path))
    return record


def _compared(earlier: Record, made: Print, name: str) -> Iterator[str]:
    """What differs from an earlier print, and which of its cards are of no use any more."""
    changes, total = Changes.between(earlier, made.record), len(made.record.cards)
    if not made.cards:
        yield f"All {counted(total, 'card')} are as they were in {name}: nothing was written."
    elif earlier.command and _settings(earlier) != _settings(made.record):
        yield f"{name} was made in another way: by `{earlier.command}` (cardgen {earlier.version})."
        if made.cards == total:
            yield "So every card differs."
            return
    for what, cards in (("New", changes.new), ("Changed", changes.changed)):
        if cards:
            yield f"{what}: {'; '.join(card.name for card in cards)}."
    if changes.gone:
        marked = "; ".join(f"{card.name} ({card.mark})" for card in changes.gone)
        yield f"Throw away the old ones, with these marks at the foot: {marked}."


def _settings(record: Record) -> object:
    """What a print was asked for, without what changes no card."""
    if record.command is None:
        return None
    options = {option: value for option, value in record.command.options.items() if option not in NO_CARD}
    return record.version, record.command.arguments, options


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
