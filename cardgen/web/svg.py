"""Drawings of cardgen as SVG, for a page: bodies, strokes and icons, which have outlines, clips and a few words."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from itertools import count

from cardgen.scene.marks import Artwork, Clip, Drawn, Path, Stenciled, Text, Transformed
from cardgen.scene.outlines import Outline

FONT_WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
"""The weights of the fonts, by the end of their names."""
FINE = 0.2
"""Points in a unit of a drawing whose coordinates need no digits after the point."""


def as_svg(art: Artwork, label: str = "") -> str:
    """A drawing as an SVG file; with a label, it is read aloud, else it is decoration."""
    role = f'role="img" aria-label="{html.escape(label)}"' if label else 'aria-hidden="true"'
    size = f'viewBox="0 0 {art.size.width:.2f} {art.size.height:.2f}"'
    inside = "".join(_Writer(art.name).write(art.marks))
    lines = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {role} {lines}>{inside}</svg>'


def path_data(outline: Outline, digits: int = 2) -> str:
    """An outline as the data of a path."""
    return "".join(letter + " ".join(_short(value, digits) for value in at) for letter, at in outline)


def _short(value: float, digits: int) -> str:
    written = f"{value:.{digits}f}"
    return written.rstrip("0").rstrip(".") if digits else written


class _Writer:
    """Writes marks, and gives each clip of a drawing a name of its own."""

    def __init__(self, name: str) -> None:
        self._name = "".join(char if char.isalnum() else "-" for char in name)
        self._numbers = count(1)
        self._digits = 2
        """Of coordinates: fewer where their unit is a small part of a point."""

    def write(self, marks: Iterable[Drawn]) -> Iterator[str]:
        """The elements of marks, in their order; TypeError for one that only an author's picture has."""
        for mark in marks:
            match mark:
                case Path():
                    yield _path(mark, self._digits)
                case Text():
                    yield _text(mark)
                case Stenciled(stencil, fill, stroke, width):
                    for drawn in stencil.outlines:
                        yield _path(Path(drawn, fill, stroke, width), self._digits)
                case Transformed():
                    self._digits = 0 if mark.scale < FINE else 2
                    inside = "".join(self.write(mark.marks))
                    self._digits = 2
                    matrix = " ".join([f"{number:.6f}" for number in mark.matrix])
                    yield f'<g transform="matrix({matrix} {mark.x:.3f} {mark.y:.3f})">{inside}</g>'
                case Clip():
                    name = f"{self._name}-{next(self._numbers)}"
                    outline = f'<clipPath id="{name}"><path d="{path_data(mark.outline, self._digits)}"/></clipPath>'
                    yield f'{outline}<g clip-path="url(#{name})">{"".join(self.write(mark.marks))}</g>'
                case _:
                    raise TypeError(f"No drawing of cardgen has a {type(mark).__name__}.")


def _path(mark: Path, digits: int) -> str:
    paint = f' fill="{mark.fill}"' if mark.fill else ""
    if mark.stroke:
        paint += f' stroke="{mark.stroke}" stroke-width="{mark.width:.3f}"'
    if mark.dash:
        paint += f' stroke-dasharray="{" ".join(map(str, mark.dash))}"'
    return f'<path d="{path_data(mark.outline, digits)}"{paint}/>'


def _text(mark: Text) -> str:
    weight = FONT_WEIGHTS.get(mark.font.rpartition("-")[2], 400)
    font = f'font-family="IBM Plex Sans, sans-serif" font-weight="{weight}" font-size="{mark.size:.2f}"'
    return f'<text x="{mark.x:.2f}" y="{mark.y:.2f}" fill="{mark.color}" {font}>{html.escape(mark.text)}</text>'
