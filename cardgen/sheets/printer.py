"""Profiles of printers that were measured with the test sheet, in the user's own folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cardgen.errors import Fault, UserError, shorten
from cardgen.files.finding import files_in, find_by_name
from cardgen.files.own_files import own_folder
from cardgen.files.writing import make_folder, write_whole
from cardgen.reading.documents import Document, read_document
from cardgen.reading.models import ID_PATTERN, PATTERNS, Model
from cardgen.scene.pages import Flip
from cardgen.units import MM, Length, Shift

SAFE_BORDER = Length(6.35 * MM)
"""The border that printers leave white at the edges: a quarter of an inch is safe (print facts)."""
MOST_BORDER = 25 * MM
"""A wider border leaves no room on the smallest paper."""


class Printer(Model, frozen=True):
    """A printer's measured behavior."""

    back_shift: Shift = Shift((0.0, 0.0))
    """How far everything on a back moves to the right and down, as seen, so that it meets its front."""
    border: Length = SAFE_BORDER
    """The distance from the edges at which the printer begins to print."""
    flip: Flip = "long"
    """The edge that it turns sheets over."""


def printers() -> dict[str, Path]:
    """The profiles that are saved, by name."""
    return files_in(_folder())


def printer(name: str) -> Printer:
    """The profile called `name`; UserError when there is none, or when its file has faults."""
    saved = printers()
    if not saved:
        remedy = "No printer is saved yet; `cardgen calibrate` shows how."
        raise UserError(Fault(f"There is no printer '{shorten(name)}'.", remedy))
    return read_document(find_by_name("printer", name, saved), Printer, _faults).model


def save_printer(name: str, profile: Printer) -> tuple[Path, bool]:
    """Write a profile; returns its file, and whether it replaced one. UserError when it cannot be written."""
    if not re.fullmatch(ID_PATTERN, name):
        raise UserError(Fault(f"'{name}' cannot be the name of a printer.", f"Write {PATTERNS[ID_PATTERN]}."))
    if profile.border > MOST_BORDER:
        raise UserError(Fault(*_too_wide(profile)))
    path = _folder() / f"{name}.yaml"
    replaced = path.exists()
    make_folder(path.parent)
    write_whole(path, _as_yaml(profile).encode())
    return path, replaced


def _folder() -> Path:
    return own_folder() / "printers"


def _as_yaml(profile: Printer) -> str:
    return (
        "# Read from the test sheet of `cardgen calibrate`. Everything on a back moves to the right, and down.\n"
        f"back_shift: {profile.back_shift}\n"
        f"border: {round(profile.border / MM, 3):g} mm\n"
        f"flip: {profile.flip}\n"
    )


def _faults(document: Document[Printer]) -> Iterator[Fault]:
    if document.model.border > MOST_BORDER:
        yield document.fault(("border",), *_too_wide(document.model))


def _too_wide(profile: Printer) -> tuple[str, str]:
    """The problem of a border that no printer has, and its remedy."""
    return f"border: {profile.border / MM:g} mm is too wide.", f"Write at most {MOST_BORDER / MM:g} mm."
