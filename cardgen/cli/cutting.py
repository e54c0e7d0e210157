"""Options that say what cards are cut from."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from cardgen.cli.params import forget, paper_help, typed, with_options
from cardgen.cli.types import LengthType, completing
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.paper import papers
from cardgen.sheets.stock import stock, stocks

CUTTING_OPTIONS = (
    click.option(
        "--stock",
        shell_complete=completing(stocks, files=True),
        help="The cards: a6, avery-5388, or a YAML file.  [default: a quarter of the paper]",
    ),
    click.option(
        "--paper", shell_complete=completing(papers), help=f"{paper_help}  [default: that of the stock, or a4]"
    ),
    click.option("--gap", type=LengthType(), help="Space between cards.  [default: that of the stock]"),
    click.option("--round-corners", is_flag=True, help="Print guides for cutting round corners."),
    click.option("--laminate", is_flag=True, help="Room for 3 mm of film round each card, round corners, no bleed."),
    click.option("--bleed", type=LengthType(), help="Colour runs so far over the edge: 3mm.  [default: half the gap]"),
    click.option("--single", is_flag=True, help="Each side of a card is a page: for a print shop, with --bleed 3mm."),
)


def cutting_options(command: Callable[..., None]) -> Callable[..., None]:
    """The stock, the paper, and what happens at the edges of cards. The command gets a `Cutting`."""

    @with_options(CUTTING_OPTIONS)
    @functools.wraps(command)
    def with_cutting(
        stock: str | None,
        paper: str | None,
        gap: float | None,
        round_corners: bool,
        laminate: bool,
        bleed: float | None,
        single: bool,
        **others: Any,
    ) -> None:
        stock, paper = _agreed(stock, paper)
        cutting = choose_cutting(
            stock, paper, gap=gap, bleed=bleed, laminate=laminate, round_corners=round_corners, single=single
        )
        command(cutting=cutting, **others)

    return with_cutting


def _agreed(stock_name: str | None, paper_name: str | None) -> tuple[str | None, str | None]:
    """What is said now, without a setting that cannot go with it: a perforated sheet is of one paper."""
    names: dict[str, str | None] = {"stock": stock_name, "paper": paper_name}
    if not stock_name or not paper_name:
        return stock_name, paper_name
    found = stock(stock_name)
    if found.sheet and found.paper != paper_name.lower():
        said = [name for name in names if typed(name)]
        for name in set(names) - set(said) if said else ():
            names[name] = None
            forget(name)
    return names["stock"], names["paper"]
