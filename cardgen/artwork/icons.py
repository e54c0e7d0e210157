"""Icons: small drawings for terms, each from one SVG file."""

from __future__ import annotations

from functools import cache
from pathlib import Path as File
from xml.etree.ElementTree import Element

from cardgen.artwork.pressure_dots import draw_dots, icon_file
from cardgen.artwork.svg import SVG_TAG, read_paths, read_svg
from cardgen.characters import normalize_text
from cardgen.errors import Fault, UserError
from cardgen.files.finding import data_files, find_by_name
from cardgen.scene.marks import Artwork, Path
from cardgen.scene.printability import explain_unprintable
from cardgen.units import Size

ICON_GRID = 24
"""Units along each side of an icon."""
ICON_STROKE = 2.0
"""Weight of an icon's lines, in its units."""


@cache
def icons() -> dict[str, File]:
    """The icon files that are found, by name."""
    return data_files("icons", ".svg")


@cache
def icon(name: str, ink: str, paper: str) -> Artwork:
    """An icon on its grid, with `paper` where something is knocked out; UserError when it cannot be drawn."""
    paint = {"line": (None, ink), "solid": (ink, None), "knockout": (paper, None), "dot": (ink, None)}
    root, dots = read_icon(name), tuple(draw_dots(name, ink))
    try:
        kept = [(kind, outline) for kind, outline in read_paths(root) if kind != "dot" or not dots]
        marks = tuple(Path(outline, *paint[kind or "solid"], ICON_STROKE) for kind, outline in kept)
    except (KeyError, ValueError) as error:
        remedy = f"Use only absolute M, L, C, and Z in its paths, and one of these classes: {', '.join(paint)}."
        raise UserError(
            Fault(f"This icon cannot be drawn: {error}.", remedy, find_by_name("icon", icon_file(name), icons()))
        ) from None
    return Artwork(f"icon {name} {ink} {paper}", Size(ICON_GRID, ICON_GRID), (*marks, *dots))


@cache
def icon_meaning(name: str) -> tuple[str, str]:
    """The group an icon belongs to in the legend, and its meaning; UserError when that cannot be printed."""
    root = read_icon(name)
    meaning = normalize_text(root.findtext(SVG_TAG + "title", "")) or name
    if found := explain_unprintable(meaning):
        problem, remedy = found
        raise UserError(
            Fault(f"The title of this icon: {problem[:1].lower()}{problem[1:]}", remedy, icons()[icon_file(name)])
        )
    return root.get("data-group", ""), meaning


@cache
def read_icon(name: str) -> Element:
    """The file of an icon; UserError when there is none of that name, or when it cannot be read."""
    return read_svg(find_by_name("icon", icon_file(name), icons()))
