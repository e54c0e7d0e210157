"""The colors of a print, from data."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from cardgen.artwork.contrast import contrast
from cardgen.errors import Fault, shorten
from cardgen.files.finding import data_files, find_by_name
from cardgen.files.reading import read_text
from cardgen.model.areas import areas
from cardgen.reading.documents import Document, parse_document
from cardgen.reading.models import COLOR_PATTERN, Model
from cardgen.reading.value_types import Place
from cardgen.suggestions import suggest

Color = Annotated[str, msgspec.Meta(pattern=COLOR_PATTERN)]
LEAST_CONTRAST = 7
"""Contrast ratio of text on paper (print facts: dim light, at arm's length)."""
LEAST_ACCENT_CONTRAST = 5
"""Contrast ratio of large bold figures on an accent; more would print as black (WCAG 2.2 asks for 3)."""


class Accent(Model, frozen=True):
    """The two colors of a body area."""

    deep: Color
    """Behind large figures and letters: a contrast of 5:1 with the paper."""
    wash: Color | None = None
    """For filled regions; without it they are only outlined."""


class Theme(Model, frozen=True, kw_only=True, eq=False):
    """The colors of a print."""

    summary: str
    """A description in a few words."""
    ink: Color
    """Words and icons."""
    secondary: Color
    """Small print."""
    rule: Color
    """Lines between rows."""
    paper: Color
    """The paper, and shapes that are knocked out of others."""
    bar: Color = "#E6E6E6"
    """Behind cautions; where it is the paper's color, the bar is outlined."""
    cloth: Color
    """Towels and clothes in a figure."""
    outline: Color
    """The outlines of a figure."""
    detail: Color
    """The thin inner lines of a figure."""
    accents: dict[str, Accent]
    """Two colors for each body area."""


def themes() -> dict[str, Path]:
    """The theme files that are found, by name."""
    return data_files("themes")


def theme(name: str) -> Theme:
    """The theme called `name`; UserError when there is none, or when its file has faults."""
    return read_theme(find_by_name("theme", name, themes()))


def read_theme(path: Path) -> Theme:
    """A theme from its file; UserError with every fault."""
    return _theme(path, read_text(path))


@cache
def _theme(path: Path, text: str) -> Theme:
    """The same theme for the same text, so that drawings in its colors are found in caches."""
    return parse_document(path, text, Theme, _faults).model


def _faults(document: Document[Theme]) -> Iterator[Fault]:
    """Body areas without colors, colors without a body area, and colors that are hard to read."""
    found = document.model
    if (lacking := [area for area in areas() if area not in found.accents]) and not document.faults:
        remedy = f"Add a line for each: {lacking[0]}: {{deep: '#003C64'}}."
        yield document.fault(("accents",), f"These body areas have no colors: {', '.join(lacking)}.", remedy)
    for area in found.accents:
        if area not in areas():
            problem = f"There is no body area '{shorten(area)}'."
            yield document.fault(("accents", area), problem, suggest(area, areas()), key=True)
    inks: dict[Place, tuple[str, float]] = {
        ("ink",): (found.ink, LEAST_CONTRAST),
        ("secondary",): (found.secondary, LEAST_CONTRAST),
        **{("accents", area, "deep"): (each.deep, LEAST_ACCENT_CONTRAST) for area, each in found.accents.items()},
    }
    for place, (color, least) in inks.items():
        if (ratio := contrast(color, found.paper)) < least:
            problem = f"{color} on {found.paper} is hard to read in dim light: its contrast is {ratio:.2g} to 1."
            yield document.fault(place, problem, f"Make it darker, with a contrast of at least {least} to 1.")
