"""Defaults of options: the user's settings, from `config.yaml` and from the environment."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cardgen.artwork.theme import themes
from cardgen.cli import SETTINGS
from cardgen.errors import Fault
from cardgen.files.finding import as_name
from cardgen.files.own_files import own_folder
from cardgen.reading.documents import Document, read_document
from cardgen.reading.models import Model
from cardgen.sheets.paper import papers
from cardgen.sheets.printer import printers
from cardgen.sheets.stock import is_stock_file, stocks
from cardgen.suggestions import suggest
from cardgen.wording.words import languages


class Settings(Model, frozen=True, kw_only=True):
    """Options that a user always wants; each is called like its option."""

    paper: str | None = None
    stock: str | None = None
    theme: str | None = None
    language: str | None = None
    printer: str | None = None
    routines: str | None = None


KNOWN: dict[str, Callable[[], Iterable[str]]] = {
    "paper": papers,
    "stock": stocks,
    "theme": themes,
    "language": languages,
    "printer": printers,
}
PARAMETERS = {"routines": "routines_folder"}
"""Parameters of commands whose names differ from those of their options."""


def settings() -> Document[Settings]:
    """The user's settings; UserError with every fault."""
    return read_settings(own_folder() / SETTINGS)


def read_settings(path: Path) -> Document[Settings]:
    """The settings in a file; UserError with every fault."""
    return read_document(path, Settings, _faults)


def _faults(document: Document[Settings]) -> Iterator[Fault]:
    """Faults of names that do not exist."""
    for name, known in KNOWN.items():
        value = getattr(document.model, name)
        if value and as_name(value) not in known() and not (name == "stock" and is_stock_file(value)):
            remedy = suggest(as_name(value), known()) if known() else "`cardgen calibrate` shows how to save one."
            yield document.fault((name,), f"There is no {name} '{value}'.", remedy)
    folder = document.model.routines
    if folder and not os.path.isdir(Path(folder).expanduser()):
        yield document.fault(("routines",), f"There is no folder '{folder}'.", "Give its full path, from / or ~.")


def given_by_settings() -> dict[str, str]:
    """The parameters of commands that the settings give, with their values; UserError as for `settings`."""
    given = settings().model
    values = {name: getattr(given, name) for name in Settings.__struct_fields__}
    return {PARAMETERS.get(name, name): _at_home(value) for name, value in values.items() if value}


def _at_home(value: str) -> str:
    """A path with ~ replaced by the user's home."""
    return str(Path(value).expanduser()) if value.startswith("~") else value
