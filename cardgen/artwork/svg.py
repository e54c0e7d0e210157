"""Reads cardgen's own SVG files, which have only paths of absolute M, L, C and Z (see CONTRIBUTING.md)."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from cardgen.errors import Fault, UserError
from cardgen.files.reading import read_text
from cardgen.scene.outlines import Outline, parse_outline

SVG_TAG = "{http://www.w3.org/2000/svg}"


def read_svg(path: Path) -> ElementTree.Element:
    """The root of an SVG file; UserError when the file cannot be read or is not SVG."""
    try:
        return ElementTree.fromstring(read_text(path))
    except ElementTree.ParseError as error:
        raise UserError(Fault(f"This is not SVG: {error.msg}.", file=path, line=error.position[0])) from None


def read_paths(element: ElementTree.Element) -> tuple[tuple[str, Outline], ...]:
    """The class and the outline of every path in an element, in paint order."""
    return tuple((path.get("class", ""), parse_outline(path.get("d", ""))) for path in element.iter(SVG_TAG + "path"))
