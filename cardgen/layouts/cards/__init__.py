"""The words of a deck come in; its cards go out, laid out as one of the layouts in this folder does."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cardgen.files.finding import as_name, files_in, find_by_name
from cardgen.sheets.paper import paper

if TYPE_CHECKING:
    from cardgen.artwork.theme import Theme
    from cardgen.scene.faces import Card
    from cardgen.sheets.format import Format
    from cardgen.wording.deck import Deck


def layouts() -> dict[str, Path]:
    """The layouts, by name, with the file of each: a module in this folder, or a folder."""
    here = Path(__file__).parent
    folders = {path.parent.name: path for path in sorted(here.glob("*/__init__.py"))}
    modules = {name: path for name, path in files_in(here, ".py").items() if name != "__init__"}
    return dict(sorted((folders | modules).items()))


def layout_help(name: str) -> str:
    """A layout in a line: the first line of its docstring, which is read without running the layout."""
    docstring = ast.get_docstring(ast.parse(layouts()[name].read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def larger_stock(name: str, paper_name: str, large: bool = False) -> str | None:
    """Half a sheet for a whole routine on one card, or for large print; None for the usual cards of the paper."""
    return paper(paper_name).booklet if large or name == "overview" else None


def layout(name: str) -> Callable[[Deck, Format, Theme, bool], Iterator[Card]]:
    """The function `lay_out` of a layout, loaded now; UserError when there is no layout of that name.

    It lays a deck out on paper of a format, in the colors of a theme; when its last argument is true, on both sides.
    """
    find_by_name("layout", name, layouts())
    lay_out: Callable[[Deck, Format, Theme, bool], Iterator[Card]]
    lay_out = importlib.import_module(f"{__name__}.{as_name(name)}").lay_out
    return lay_out
