"""Everything that a page offers for a choice: routines and programs, layouts, stocks, papers, themes, languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from cardgen.artwork.theme import read_theme, theme, themes
from cardgen.errors import UserError
from cardgen.files.folders import is_shipped
from cardgen.jobs.job import Job, as_text, option_fields
from cardgen.layouts.cards import layout_help, layouts
from cardgen.library.finding import programs, routines
from cardgen.library.loading import LoadedFile, load_file
from cardgen.model.areas import areas
from cardgen.planning.planner import least_minutes, plan
from cardgen.reading.field_texts import field_texts
from cardgen.scene.record import __version__
from cardgen.sheets.grid import choose_grid
from cardgen.sheets.paper import paper, papers
from cardgen.sheets.printer import printers
from cardgen.sheets.stock import Stock, stock, stocks
from cardgen.units import MM
from cardgen.web.jobs import JOBS, REFUSED_FIELDS
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
            {"name": name, "width": _mm(found.width), "height": _mm(found.height), "stock": found.stock}
            for name, found in papers().items()
        ],
        "themes": [{"name": name, "summary": read_theme(path).summary} for name, path in themes().items()],
        "languages": [
            {"name": name, "title": words(path.parent.name.lower()).language} for name, path in languages().items()
        ],
        "printers": sorted(printers()),
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
    """What a gallery shows of a routine or a program."""
    selection = loaded.selection
    session = plan(selection)
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
        "minutes": whole_minutes(session.seconds),
        "least": least_minutes(selection),
        "parts": [routine.name for routine in found] if loaded.program else [],
    }


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
    }


def _group(found: Stock) -> str:
    """How people speak of it: what they do with the sheet."""
    return "fold" if found.fold else "pouch" if found.pouch else "perforated" if found.sheet else "cut"


def _fields(job_type: type[Job]) -> Iterator[dict[str, Any]]:
    """The options of a print: their names, what they mean, and their defaults."""
    texts = field_texts(job_type)
    for field in option_fields(job_type):
        if field.name not in REFUSED_FIELDS:
            default = field.default
            usual = default if isinstance(default, bool | int | None) else as_text(default)
            yield {"name": field.name, "help": texts[field.name], "default": None if usual == "" else usual}


def _mm(points: float) -> float:
    return round(points / MM, 2)
