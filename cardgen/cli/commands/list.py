"""`cardgen list`: list everything you can choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

import click

from cardgen.artwork.icons import icons
from cardgen.artwork.postures import postures
from cardgen.artwork.theme import read_theme, themes
from cardgen.artwork.views import crop, view, views
from cardgen.cli.completing import completing
from cardgen.cli.options import own_option
from cardgen.errors import Fault, UserError, visible
from cardgen.files.folders import PACKAGE
from cardgen.jobs.printout import counted
from cardgen.layouts.cards import layout_help, layouts
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_file
from cardgen.model.areas import areas
from cardgen.model.program import Program
from cardgen.model.vocabulary import Direction, GiverPlace, HandPart, Level, Position, Sides, Sign, Technique
from cardgen.places.named_places import places
from cardgen.planning.planner import plan
from cardgen.reading.documents import read_document
from cardgen.sheets.grid import Grid, choose_grid
from cardgen.sheets.paper import paper, papers
from cardgen.sheets.printer import printer, printers
from cardgen.sheets.stock import stock, stocks
from cardgen.suggestions import suggest
from cardgen.units import in_mm
from cardgen.wording.alt_texts import explain_icon
from cardgen.wording.cards import word_strip
from cardgen.wording.shown import word_sign
from cardgen.wording.times import word_length
from cardgen.wording.words import ENGLISH, Words, fill, languages, words

Rows = Iterator[tuple[str, str]]


@click.command("list")
@click.argument("what", required=False, shell_complete=completing(lambda: _lists(None) | _words()))
@own_option
def command(what: str | None, routines_folder: Path | None) -> None:
    """List routines, programs, layouts, stocks, papers, themes, and your printers, one per line.

    WHAT lists only one of these, or the words that a routine file may use. Your own files are shown with their paths.

    \b
    cardgen list stocks
    cardgen list techniques     also: hands, directions, pressures, givers, receivers, sides, areas, icons
    cardgen list strokes        what a drawing can `draw`; also: postures, the ways a hand can work in it
    cardgen list places         the places that cardgen recognizes in 'where'
    cardgen list views          what a drawing can show, and its regions; also: landmarks
    cardgen legend --views      pictures of all these, each with the word to type
    """
    shown = _lists(routines_folder)
    lists = shown | _words()
    if what is not None and what not in lists:
        raise UserError(Fault(f"There is no list of '{what}'.", suggest(what, lists)))
    for title in [what] if what else shown:
        click.echo(f"{title}:")
        rows = list(lists[title]())
        wide = max(16, *(len(name) for name, _ in rows))
        for name, text in rows:
            click.echo(visible(f"  {name:<{wide}} {text}".rstrip()))
        if title in DRAWN:
            click.echo(DRAWN[title])


def _lists(routines_folder: Path | None) -> dict[str, Callable[[], Rows]]:
    return {
        "routines": lambda: _describe(routines(routines_folder), _routine),
        "programs": lambda: _describe(programs(routines_folder), _program),
        "layouts": _layouts,
        "stocks": _stocks,
        "papers": _papers,
        "themes": lambda: _describe(themes(), lambda path: read_theme(path).summary),
        "languages": lambda: _describe(languages(), lambda path: words(path.parent.name).language),
        "printers": _printers,
    }


def _describe(found: Mapping[str, Path], describe: Callable[[Path], str]) -> Rows:
    """The names of files, what each holds, and where it is if it is not cardgen's own."""
    for name, path in found.items():
        try:
            text = describe(path)
        except UserError as error:
            text = f"cannot be used. {error.faults[0].problem}"
        yield name, text if path.resolve().is_relative_to(PACKAGE.parent) else f"{text} [{path}]"


def _routine(path: Path) -> str:
    opened = load_file(path)
    routine = opened.routines[0].model
    spoken = words(ENGLISH)
    strip = (fact.word for fact in word_strip(routine, spoken))
    facts = ", ".join([*strip, word_length(plan(opened.selection).seconds, spoken)])
    return f"{routine.card_letter}: {routine.name}, {counted(len(routine.steps), 'step')} ({facts}). {routine.summary}"


def _program(path: Path) -> str:
    program = read_document(path, Program).model
    minutes = ", ".join(map(str, program.lengths.given))
    times = f" ({minutes} min)" if minutes else ""
    return f"{program.name}{times}. {program.summary}"


def _layouts() -> Rows:
    return ((name, layout_help(name)) for name in layouts())


def _stocks() -> Rows:
    for name, path in stocks().items():
        try:
            found = stock(name)
        except UserError as error:
            yield name, f"cannot be used. {error.faults[0].problem} [{path}]"
            continue
        grid = choose_grid(found, paper(found.paper).size, found.gap)
        count = f"{grid.places} on {found.paper}"
        yield name, f"{in_mm(found.width)} x {in_mm(found.height)} mm, {count}: {found.summary}"
        for row in _picture(grid):
            yield "", row


def _picture(grid: Grid) -> Iterator[str]:
    """A grid in text: a box for each card, wider when it is turned on its side, with a line where it is folded."""
    wide = grid.cell.width > grid.cell.height
    inside = {(False, False): " ", (True, False): "   ", (True, True): " | ", (False, True): "-"}[wide, grid.folded]
    return iter([" ".join([f"[{inside}]"] * grid.columns)] * grid.rows)


def _papers() -> Rows:
    for name, found in papers().items():
        yield name, f"{in_mm(found.width)} x {in_mm(found.height)} mm, cut into {found.stock} cards"


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
    return ((name, f"{areas()[name].letter}: {area.name}") for name, area in words(ENGLISH).areas.items())


def _strokes() -> Rows:
    return ((sign, word_sign(sign, words(ENGLISH))) for sign in get_args(Sign))


def _views() -> Rows:
    for name in sorted(views()):
        part = crop(name)
        yield name, f"{part.title}. Regions: {', '.join(view(part.view).regions)}."


def _landmarks() -> Rows:
    for name in sorted({crop(name).view for name in views()}):
        yield name, ", ".join(view(name).landmarks)


def _places() -> Rows:
    """The places of the body, each with its names, by the name that people use most."""
    return (
        (place.words[0], ", ".join(place.words[1:])) for place in places().places if place.drawing or place.drawings
    )


def _terms(terms: Iterable[str], meanings: Callable[[Words, str], str]) -> Callable[[], Rows]:
    return lambda: ((term, meanings(words(ENGLISH), term)) for term in terms)


def _word_side(words: Words, term: str) -> str:
    side = words.sides[term]
    return ", ".join(fill(text, limb=words.limbs["side"]) for text in (side.word, side.note))


def _words() -> dict[str, Callable[[], Rows]]:
    """Lists of the words that a routine file may use."""
    return {
        "areas": _areas,
        "techniques": _terms(get_args(Technique), lambda words, term: words.techniques[term]),
        "hands": _terms(get_args(HandPart), lambda words, term: words.hands[term]),
        "directions": _terms(get_args(Direction), lambda words, term: words.directions[term]),
        "levels": _terms(get_args(Level), lambda words, term: words.levels[term]),
        "pressures": _terms(get_args(Level), lambda words, term: words.levels[term]),
        "givers": _terms(get_args(GiverPlace), lambda words, term: words.givers[term]),
        "receivers": _terms(get_args(Position), lambda words, term: words.positions[term]),
        "sides": _terms(get_args(Sides), _word_side),
        "icons": _terms(icons(), lambda words, term: explain_icon(term, words)),
        "postures": _terms(postures(), lambda words, term: ""),
        "strokes": _strokes,
        "views": _views,
        "landmarks": _landmarks,
        "places": _places,
    }


DRAWN = dict.fromkeys(
    ("hands", "directions", "levels", "pressures", "givers", "receivers", "icons", "strokes"),
    "`cardgen legend` prints a picture of each, with the word to type.",
) | {
    "techniques": "`cardgen legend --views` prints a picture of each.",
    "views": "`cardgen legend --views` prints a picture of each.",
    "landmarks": "`cardgen body VIEW` prints a view with all of them.",
    "places": "Combine them: 'from the ankle to the knee', 'the outer edge of ...', '..., above the knee', 'both'.",
}
"""Where the pictures of a list are."""
