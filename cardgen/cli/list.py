"""`cardgen list`: what there is to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

import click

from cardgen.area import areas
from cardgen.draw.artwork import crop, icons, view, views
from cardgen.errors import Fault, UserError, suggest
from cardgen.layouts import layout_help, layouts
from cardgen.plan.planner import plan
from cardgen.plan.selection import Selection
from cardgen.printer import printer, printers
from cardgen.program import Program, programs
from cardgen.reading import read
from cardgen.routine import Direction, GiverPlace, HandPart, Level, Position, Routine, Sides, Technique, routines
from cardgen.say.wording import word
from cardgen.sheets.grid import Grid, grid_of
from cardgen.sheets.paper import paper, papers
from cardgen.sheets.stock import stock, stocks
from cardgen.theme import theme, themes
from cardgen.units import in_mm

Rows = Iterator[tuple[str, str]]


@click.command("list")
@click.argument("what", required=False)
def command(what: str | None) -> None:
    """List routines, programs, layouts, stocks, papers, themes and your printers, one a line.

    WHAT shows one of them alone, or the words that a routine file may use.

    \b
    cardgen list stocks
    cardgen list techniques     also: hands, directions, levels, givers, receivers, sides, areas, icons
    cardgen list views          what a drawing can show, and its regions
    """
    lists = LISTS | WORDS
    if what is not None and what not in lists:
        raise UserError(Fault(f"There is no list of '{what}'.", suggest(what, lists)))
    for title in [what] if what else LISTS:
        click.echo(f"{title}:")
        rows = list(lists[title]())
        wide = max(16, *(len(name) for name, _ in rows))
        for name, said in rows:
            click.echo(f"  {name:<{wide}} {said}".rstrip())


def _routines() -> Rows:
    for name, path in routines().items():
        routine = read(path, Routine).model
        facts = ", ".join(fact.word for fact in word(plan(Selection.of(routine))).sections[0].strip)
        yield name, f"{routine.name}, {len(routine.steps)} steps ({facts}). {routine.summary}"


def _programs() -> Rows:
    for name, path in programs().items():
        program = read(path, Program).model
        lengths = (program.lengths.short, program.lengths.standard, program.lengths.long)
        minutes = ", ".join(f"{minutes}" for minutes in lengths if minutes)
        yield name, f"{program.name} ({minutes} min). {program.summary}"


def _layouts() -> Rows:
    return ((name, layout_help(name)) for name in layouts())


def _stocks() -> Rows:
    for name in stocks():
        found = stock(name)
        grid = grid_of(found, paper(found.paper).size, found.gap)
        count = f"{grid.places} on {found.paper}"
        yield name, f"{in_mm(found.width)} x {in_mm(found.height)} mm, {count}: {found.summary}"
        for row in _picture(grid):
            yield "", row


def _picture(grid: Grid) -> Iterator[str]:
    """A grid in text: a box for each card, wider where it lies on its side, with a line where it is folded."""
    wide = grid.cell.width > grid.cell.height
    inside = {(False, False): " ", (True, False): "   ", (True, True): " | ", (False, True): "-"}[wide, grid.folded]
    return iter([" ".join([f"[{inside}]"] * grid.columns)] * grid.rows)


def _papers() -> Rows:
    for name, found in papers().items():
        yield name, f"{in_mm(found.width)} x {in_mm(found.height)} mm, cut into {found.stock} cards"


def _themes() -> Rows:
    return ((name, theme(name).summary) for name in themes())


def _printers() -> Rows:
    saved = printers()
    if not saved:
        yield "none", "`cardgen calibrate` shows how to save one"
    for name in saved:
        try:
            found = printer(name)
        except UserError as error:
            yield name, f"cannot be used. {error.faults[0].problem}"
        else:
            yield name, f"backs move by {found.back_shift}; border {in_mm(found.border)} mm; flip {found.flip}"


def _areas() -> Rows:
    return ((name, f"{area.letter}: {area.name}") for name, area in areas().items())


def _views() -> Rows:
    for name in sorted(views()):
        yield name, ", ".join(view(crop(name).view).regions)


def _terms(terms: Iterable[str]) -> Callable[[], Rows]:
    return lambda: ((term, "") for term in terms)


LISTS = {
    "routines": _routines,
    "programs": _programs,
    "layouts": _layouts,
    "stocks": _stocks,
    "papers": _papers,
    "themes": _themes,
    "printers": _printers,
}
WORDS = {
    "areas": _areas,
    "techniques": _terms(get_args(Technique)),
    "hands": _terms(get_args(HandPart)),
    "directions": _terms(get_args(Direction)),
    "levels": _terms(get_args(Level)),
    "givers": _terms(get_args(GiverPlace)),
    "receivers": _terms(get_args(Position)),
    "sides": _terms(get_args(Sides)),
    "icons": _terms(icons()),
    "views": _views,
}
"""The words that a routine file may use."""
