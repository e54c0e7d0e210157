"""Marks of a drawing in the mirror; texts stay readable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from cardgen.scene.marks import Clip, Drawn, Path, Text, Transformed
from cardgen.scene.outlines import mirror_outline
from cardgen.scene.text import width


def mirror_marks(marks: Iterable[Drawn], across: float) -> Iterator[Drawn]:
    """The mirror image of marks of our own in a drawing that is `across` wide, in their own units."""
    for mark in marks:
        match mark:
            case Path():
                yield replace(mark, outline=mirror_outline(mark.outline, across))
            case Clip():
                outline = mirror_outline(mark.outline, across)
                yield replace(mark, outline=outline, marks=tuple(mirror_marks(mark.marks, across)))
            case Transformed():
                a, b, c, d = mark.matrix
                yield replace(mark, x=across - mark.x, matrix=(-a, b, -c, d))
            case Text():
                yield replace(mark, x=across - mark.x - width(mark.text, mark.font, mark.size))
            case other:
                raise TypeError(f"{other} is no mark of a drawing of the body")
