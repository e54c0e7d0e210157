"""`cardgen list`: what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterator

import click

from cardgen.errors import Fault, UserError, suggest
from cardgen.files import read
from cardgen.layouts import layout_help, layouts
from cardgen.planner import plan
from cardgen.routine import Routine, routines
from cardgen.sheet import papers, stock, stocks
from cardgen.theme import theme, themes
from cardgen.units import in_mm
from cardgen.wording import word

Rows = Iterator[tuple[str, str]]


@click.command("list")
@click.argument("what", required=False)
def command(what: str | None) -> None:
    """List routines, layouts, stocks, papers and themes, one a line.

    WHAT shows only one of them: `cardgen list stocks`.
    """
    if what is not None and what not in LISTS:
        raise UserError(Fault(f"There is no list of '{what}'.", suggest(what, LISTS)))
    for title in [what] if what else LISTS:
        click.echo(f"{title}:")
        for name, said in LISTS[title]():
            click.echo(f"  {name:<16} {said}")


def _routines() -> Rows:
    for name, path in routines().items():
        routine = read(path, Routine).model
        facts = ", ".join(fact.word for fact in word(plan(routine)).strip)
        yield name, f"{routine.name}, {len(routine.steps)} steps ({facts}). {routine.summary}"


def _layouts() -> Rows:
    return ((name, layout_help(name)) for name in layouts())


def _stocks() -> Rows:
    for name in stocks():
        found = stock(name)
        yield name, f"{in_mm(found.width)} x {in_mm(found.height)} mm: {found.summary}"


def _papers() -> Rows:
    for name, paper in papers().items():
        yield name, f"{in_mm(paper.width)} x {in_mm(paper.height)} mm, cut into {paper.stock} cards"


def _themes() -> Rows:
    return ((name, theme(name).summary) for name in themes())


LISTS = {"routines": _routines, "layouts": _layouts, "stocks": _stocks, "papers": _papers, "themes": _themes}
