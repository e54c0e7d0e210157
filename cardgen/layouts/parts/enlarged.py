"""Faces in large print that are laid out on smaller paper, and then enlarged."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.scene.faces import Face
from cardgen.scene.marks import Mark, Path, Text, Use
from cardgen.scene.outlines import scale_outline
from cardgen.sheets.format import Format
from cardgen.units import Size

LEAST_LARGE = 14
"""The least type size in large print, in points."""


def shrink_paper(form: Format, least: float) -> Format:
    """The paper on which type of the least size is laid out, to be 14 points when it is enlarged."""
    part = least / LEAST_LARGE
    return replace(form, size=Size(part * form.size.width, part * form.size.height))


def enlarge_face(face: Face, form: Format) -> Face:
    """A face that was laid out on shrunk paper, on the whole paper."""
    factor = form.size.width / face.size.width
    return replace(face, size=form.size, marks=tuple(_enlarge(mark, factor) for mark in face.marks))


def _enlarge(mark: Mark, factor: float) -> Mark:
    match mark:
        case Text():
            return replace(mark, x=factor * mark.x, y=factor * mark.y, size=factor * mark.size)
        case Use():
            return replace(mark, x=factor * mark.x, y=factor * mark.y, scale=factor * mark.scale)
        case Path():
            dash = tuple(factor * length for length in mark.dash)
            return replace(mark, outline=scale_outline(mark.outline, factor), width=factor * mark.width, dash=dash)
