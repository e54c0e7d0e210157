"""Reads a routine and proves it printable: its rules, its drawings, and a glyph for every character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from cardgen.artwork import crop, view, views
from cardgen.errors import Fault, UserError, suggest
from cardgen.files import Document, choose, read
from cardgen.routine import Drawing, Routine, check, routines
from cardgen.text import missing


def load(name_or_path: str) -> Routine:
    """The routine of this name, or in this file; UserError with every fault."""
    is_path = name_or_path.endswith((".yaml", ".yml")) or "/" in name_or_path or "\\" in name_or_path
    path = Path(name_or_path) if is_path else choose("routine", name_or_path, routines())
    document = read(path, Routine)
    faults = [*check(document), *_drawing_faults(document), *_glyph_faults(document)]
    if faults:
        raise UserError(sorted(faults, key=lambda fault: fault.line or 0))
    return document.model


def _drawing_faults(document: Document[Routine]) -> Iterator[Fault]:
    for index, step in enumerate(document.model.steps):
        if step.drawing:
            yield from _check_drawing(document, index, step.drawing)


def _check_drawing(document: Document[Routine], index: int, drawing: Drawing) -> Iterator[Fault]:
    """A view and regions that exist."""
    place = ("steps", index, "drawing")
    if drawing.view not in views():
        problem = f"There is no view of the body called '{drawing.view}'."
        yield document.fault((*place, "view"), problem, suggest(drawing.view, views()))
        return
    regions = view(crop(drawing.view).view).regions
    for key in ("area", "avoid"):
        for position, name in enumerate(getattr(drawing, key)):
            if name not in regions:
                problem = f"The view '{drawing.view}' has no region '{name}'."
                yield document.fault((*place, key, position), problem, suggest(name, regions))


def _glyph_faults(document: Document[Routine]) -> Iterator[Fault]:
    if not missing("".join({char for _, text in document.texts for char in text})):
        return
    for line, text in document.texts:
        for char in missing(text):
            name = unicodedata.name(char, "no name")
            problem = f"The fonts have no glyph for '{char}' (U+{ord(char):04X}, {name.lower()})."
            yield Fault(problem, "Leave it out, or write it in another way.", document.path, line)
