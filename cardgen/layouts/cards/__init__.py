"""Layouts of cards: each is a module here with `lay_out(deck, form, theme, duplex)`; its docstring is its help."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

from cardgen.artwork.theme import Theme
from cardgen.files import files_in, find_by_name
from cardgen.scene.faces import Card
from cardgen.sheets.format import Format
from cardgen.wording.deck import Deck

LayOut = Callable[[Deck, Format, Theme, bool], Iterator[Card]]


def layouts() -> dict[str, Path]:
    """The layouts that are found in this folder, by name."""
    found = files_in(Path(__file__).parent, ".py")
    return {name: path for name, path in found.items() if name != "__init__"}


def layout(name: str) -> LayOut:
    """The `lay_out` of a layout, loaded now; UserError when there is none of that name."""
    module = find_by_name("layout", name, layouts()).stem
    lay_out: LayOut = importlib.import_module(f"{__name__}.{module}").lay_out
    return lay_out


def layout_help(name: str) -> str:
    """What a layout is, in a line: the first one of its docstring."""
    module = importlib.import_module(f"{__name__}.{layouts()[name].stem}")
    return (module.__doc__ or "").splitlines()[0]
