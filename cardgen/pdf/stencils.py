"""Forms of a PDF: drawings that a file holds once; those of stencils take color and weight from where they are used."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cardgen.pdf.objects import compress, format_number, format_stream
from cardgen.pdf.operators import trace_outline
from cardgen.scene.marks import Stencil
from cardgen.units import Box

LEAST_FORM = 400
"""A shorter stencil is drawn in place: a form for it would take more of the file than it saves."""


class StencilForm(NamedTuple):
    """A stencil with the operator that paints its outlines."""

    stencil: Stencil
    painted: str

    @property
    def name(self) -> str:
        """The name that artworks have for it, which is the same in every file."""
        return f"{self.stencil.name}.{self.painted}"


@lru_cache(maxsize=512)
def trace_stencil(form: StencilForm) -> str:
    """The outlines of a stencil, each painted by its operator."""
    return "\n".join([f"{trace_outline(outline, 0)} {form.painted}" for outline in form.stencil.outlines])


@lru_cache(maxsize=512)
def format_stencil(form: StencilForm) -> bytes:
    """The form of a stencil as the file has it."""
    box = form.stencil.box
    return format_form(Box(box.x, -box.bottom, *box.size), compress(trace_stencil(form).encode("ascii")))


def format_form(box: Box, compressed: bytes, resources: str = "<<>>") -> bytes:
    """A form whose y runs up, clipped to a box, with its compressed code."""
    corners = " ".join(map(format_number, (box.x, box.y, box.right, box.bottom)))
    return format_stream(f"/Subtype/Form/BBox[{corners}]/Resources{resources}", compressed)
