"""Everything that a page offers for a choice: routines and programs, layouts, stocks, papers, themes, languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from msgspec import Meta, to_builtins

from cardgen.artwork.theme import read_theme, theme, themes
from cardgen.errors import UserError
from cardgen.files.folders import is_shipped
from cardgen.jobs.cards import fits_large
from cardgen.jobs.job import Job, as_text, option_fields
from cardgen.layouts.cards import layout_help, layouts
from cardgen.library.finding import programs, routines
from cardgen.library.loading import LoadedFile, load_file
from cardgen.library.search_words import search_words, words_of, words_of_area
from cardgen.model.areas import areas
from cardgen.model.vocabulary import Position
from cardgen.planning.planner import least_minutes, plan
from cardgen.reading.field_texts import field_texts
from cardgen.scene.record import __version__
from cardgen.sheets.grid import choose_grid
from cardgen.sheets.paper import paper, papers
from cardgen.sheets.printer import printers
from cardgen.sheets.stock import Stock, stock, stocks
from cardgen.units import MM
from cardgen.web.jobs import JOBS, REFUSED_FIELDS
from cardgen.web.page_words import MOST_HERE, TITLES, explain, size_title, value_title
from cardgen.wording.session_title import word_title
from cardgen.wording.times import whole_minutes
from cardgen.wording.words import ENGLISH, languages, words


def list_everything() -> dict[str, Any]:
    """Everything that can be chosen, as plain values."""
    spoken, colors = words(ENGLISH), theme("standard")
    return {
        "version": __version__,
        "routines": [*_describe_all(routines()), *_describe_all(programs())],
        "areas": [
            {"name": name, "title": spoken.areas[name].name, "letter": area.letter, "slot": area.slot}
            | {"deep": colors.accents[name].deep, "wash": colors.accents[name].wash}
            for name, area in areas().items()
        ],
        "positions": dict(spoken.positions),
        "layouts": [{"name": name, "help": layout_help(name)} for name in layouts()],
        "stocks": list(_stocks()),
        "papers": [
            {"name": name, "title": size_title(name), "width": _mm(found.width), "height": _mm(found.height)}
            | {"stock": found.stock}
            for name, found in papers().items()
        ],
        "themes": [{"name": name, "summary": read_theme(path).summary} for name, path in themes().items()],
        "languages": [{"name": name, "title": words(path.parent.name).language} for name, path in languages().items()],
        "printers": sorted(printers()),
        "search_notes": [to_builtins(note) for note in search_words().notes],
        "telling_nothing": list(search_words().telling_nothing),
        "fields": {kind: list(_fields(job_type)) for kind, job_type in JOBS.items()},
    }


def _describe_all(found: dict[str, Path]) -> Iterator[dict[str, Any]]:
    """Each routine or program that can be used; those of cardgen are read once."""
    for name, path in found.items():
        try:
            yield _shipped(name, path) if is_shipped(path) else describe_entry(name, load_file(path))
        except UserError as error:
            yield {"name": name, "title": name, "broken": error.faults[0].problem}


@cache
def _shipped(name: str, path: Path) -> dict[str, Any]:
    return describe_entry(name, load_file(path))


def describe_entry(name: str, loaded: LoadedFile) -> dict[str, Any]:
    """The entry of a gallery for a routine or a program."""
    selection = loaded.selection
    session = plan(selection)
    minutes = whole_minutes(session.seconds)
    found = [selected.routine for selected in selection.routines]
    return {
        "name": name,
        "title": word_title(session, words(ENGLISH)),
        "summary": loaded.written.summary or "",
        "program": loaded.program is not None,
        "letter": "" if loaded.program else found[0].card_letter,
        "areas": list(dict.fromkeys(routine.area for routine in found)),
        "positions": list(dict.fromkeys(session.positions)),
        "steps": len(session.turns),
        "minutes": minutes,
        "least": least_minutes(selection),
        "lengths": loaded.written.lengths.given,
        "all_minutes": whole_minutes(plan(selection, length="all").seconds) if selection.usual else minutes,
        "parts": [part.routine.name for part in session.parts] if loaded.program else [],
        "search": list(_search_words(name, loaded, session.positions)),
    }


def _search_words(name: str, loaded: LoadedFile, positions: Iterable[Position]) -> Iterator[list[str]]:
    """The words by which a gallery finds an entry, the most telling first."""
    spoken = words(ENGLISH)
    found = [selected.routine for selected in loaded.selection.routines]
    names = set().union(*(words_of_area(area) for area in {routine.area for routine in found}))
    yield [] if loaded.program else sorted(names)
    yield sorted(words_of(f"{name} {loaded.written.name}"))
    about = [loaded.written.summary or "", *(routine.name for routine in found), *positions]
    about += [spoken.positions[position] for position in positions] + [spoken.areas[each.area].name for each in found]
    yield sorted(names | words_of(" ".join(about)))


def _stocks() -> Iterator[dict[str, Any]]:
    """Each stock that can be used; those of cardgen are read once."""
    for name, path in stocks().items():
        with suppress(UserError):
            yield _shipped_stock(name) if is_shipped(path) else _describe_stock(name)


@cache
def _shipped_stock(name: str) -> dict[str, Any]:
    return _describe_stock(name)


def _describe_stock(name: str) -> dict[str, Any]:
    """A stock as its sheet looks; UserError when it cannot be used."""
    found = stock(name)
    grid = choose_grid(found, paper(found.paper).size, found.gap)
    return {
        "name": name,
        "title": size_title(name),
        "summary": found.summary,
        "group": _group(found),
        "width": _mm(found.width),
        "height": _mm(found.height),
        "paper": found.paper,
        "columns": grid.columns,
        "rows": grid.rows,
        "places": grid.places,
        "folded": grid.folded,
        "cell": [_mm(grid.cell.width), _mm(grid.cell.height)],
        "large": fits_large(found.size),
    }


def _group(found: Stock) -> str:
    """The group of a stock: what people do with its sheet."""
    return "fold" if found.fold else "pouch" if found.pouch else "perforated" if found.sheet else "cut"


def _fields(job_type: type[Job]) -> Iterator[dict[str, Any]]:
    """The options of a print: their names, what they mean, their defaults, and what they take."""
    texts, hints = field_texts(job_type), get_type_hints(job_type, include_extras=True)
    for field in option_fields(job_type):
        if field.name not in REFUSED_FIELDS:
            default = field.default
            usual = default if isinstance(default, bool | int | None) else as_text(default)
            explained, if_empty = explain(field.name, texts[field.name])
            yield {
                "name": field.name,
                "title": TITLES[field.name],
                "help": explained,
                "if_empty": if_empty,
                "default": None if usual == "" else usual,
                "choices": _choices(field.name, hints[field.name]),
                "limits": _limits(field.name, hints[field.name]),
            }


def _choices(name: str, hint: Any) -> list[dict[str, str]] | None:
    """The values that a field can have, and what the page calls them; None if they are many."""
    literals = [part for part in _parts(hint) if get_origin(part) is Literal]
    known = [word for literal in literals for word in get_args(literal)]
    if name == "printer":
        known = sorted(printers())
    elif not known:
        return None
    return [{"name": word, "title": value_title(name, word)} for word in known]


def _limits(name: str, hint: Any) -> dict[str, Any]:
    """The least and the most of a number, or the most characters of a text; with a reason where the page takes less."""
    found: dict[str, Any] = {}
    for meta in (part for part in _parts(hint) if isinstance(part, Meta)):
        given = {"least": meta.ge, "most": meta.le, "most_characters": meta.max_length}
        found |= {key: value for key, value in given.items() if value is not None}
    if name in MOST_HERE:
        found["most"], found["reason"] = MOST_HERE[name]
    return found


def _parts(hint: Any) -> Iterator[Any]:
    """A type, and all the types that it is made of."""
    yield hint
    if get_origin(hint) is not Literal:
        for part in get_args(hint):
            yield from _parts(part)


def _mm(points: float) -> float:
    return round(points / MM, 2)
