"""Judges a PDF by itself: words lost, text on text, text under drawings, off the page, too small, a damaged file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

import pikepdf

from tests.attack.print_reader import Page, Run, Shape, read_print
from tests.attack.said import Said
from tests.attack.word_faults import word_faults
from tests.support.printed import inside, intersect

LEAST_TYPE = 6
"""Points; smaller type cannot be read in any light."""
SLACK = 0.6
"""Points that boxes may share: two lines touch, but no letter does."""
ON_DRAWINGS = re.compile(r"\d{1,3}|[A-Z]{1,3}|Back|Front")
"""What is drawn on drawings on purpose: numbers of steps, letters of routines, beside a head what side is shown."""


def judge(data: bytes, said: Said | None = None) -> Iterator[str]:
    """Every fault of a PDF, which should hold what was `said`; without that, of its pages alone."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield from pdf.check_pdf_syntax()
    pages, faces = read_print(data)
    for number, page in enumerate(pages, 1):
        yield from (f"page {number}: {fault}" for fault in (*page_faults(page), *off_their_faces(page, said)))
    if said:
        yield from word_faults(faces, said)


def page_faults(page: Page) -> Iterator[str]:
    """What is wrong on one page."""
    for run in page.runs:
        if run.size < LEAST_TYPE - 0.01:
            yield f"{run.size:.1f} pt: {run.text!r}"
        if not inside(run.box, page.box):
            yield f"off the page: {run.text!r}"
        yield from _hidden(run, page.shapes)
    ordered = sorted(page.runs, key=lambda run: run.box.y)
    for place, run in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.box.y >= run.box.bottom:
                break
            if intersect(run.box, other.box, SLACK):
                yield f"text on text: {run.text!r} and {other.text!r}"


def _hidden(run: Run, shapes: Sequence[Shape]) -> Iterator[str]:
    for shape in shapes:
        if not intersect(run.box, shape.box, SLACK):
            continue
        if shape.filled and shape.drawn > run.drawn:
            yield f"text under an area: {run.text!r}"
        elif not shape.filled and not ON_DRAWINGS.fullmatch(run.text):
            yield f"text on a drawing: {run.text!r}"


def off_their_faces(page: Page, said: Said | None) -> Iterator[str]:
    """Texts that are not inside their own card or page."""
    for run in page.runs if said else ():
        if not inside(run.box, page.face_box(run.face, said.size)):
            yield f"off its side: {run.text!r}"
