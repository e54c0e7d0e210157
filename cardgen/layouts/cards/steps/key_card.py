"""The meaning of the strokes in a deck's drawings, on as many faces as they need; hatching is on the card of signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, inf

from msgspec import Struct

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.flow import End, StartFace
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.stroke_signs import (
    Meaning,
    SetSign,
    draw_row,
    meanings_of,
    row_height,
    set_signs,
    strokes_of,
)
from cardgen.units import MM, Box
from cardgen.wording.deck import StepCard

CELL_GAP, LEAST_GAP = 3 * MM, 1.5 * MM
"""Between two signs, across and down, and the least distance between rows where there are many."""


CLEAR = 1.2
"""From the meaning of a sign to the next one, in type sizes, so that they are no lines of one text."""


class SampleArrangement(Struct, frozen=True):
    """A way to arrange samples."""

    columns: int
    part: float
    """Width of a sample, as a fraction of its column."""
    beside: bool
    """Whether meanings are next to the samples, not below them."""


LOOKS = (
    *(SampleArrangement(1, part, beside=True) for part in (0.42, 0.36, 0.3, 0.26, 0.22, 0.2)),
    *(SampleArrangement(2, part, beside=False) for part in (1.0, 0.85, 0.7)),
    *(SampleArrangement(2, part, beside=True) for part in (0.42, 0.36, 0.3)),
)
"""The first with which the signs need the fewest faces and, in one column, are clear of each other; the last ones have
few words in a line."""


def lay_out_strokes(steps: Sequence[StepCard], start: StartFace, end: End, scale: StepScale) -> list[Sketch]:
    """Samples of all strokes; no face when nothing is drawn."""
    first, top = start(0)
    live = first.live(top, end(first))
    meanings = meanings_of(steps, first.words)
    best, look, worst = list[list[list[SetSign]]](), LOOKS[0], (inf, inf)
    for other in LOOKS:
        faces = list(_arrange(meanings, other, first, live, scale))
        gap = min((_gap(rows, live) for rows in faces), default=0.0)
        lacking = max(0.0, CLEAR * scale.least_body - gap) if other.columns == 1 else inf
        if (len(faces), lacking) < worst:
            best, look, worst = faces, other, (len(faces), lacking)
        if worst == (1, 0.0):
            break
    found: list[Sketch] = []
    for rows in best:
        sketch, top = start(len(found))
        _draw_rows(rows, sketch, sketch.live(top, end(sketch)), look.columns)
        found.append(sketch)
    return found


def _arrange(
    meanings: Sequence[Meaning], look: SampleArrangement, sketch: Sketch, live: Box, scale: StepScale
) -> Iterator[list[list[SetSign]]]:
    """The rows of each face, on as few faces as hold them, and about as many on each."""
    column = _column(live, look.columns)
    strokes = strokes_of(meanings, look.part * column, sketch.theme)
    signs = set_signs(strokes, scale.least_body, column, sketch.words, look.beside)
    rows = [signs[at : at + look.columns] for at in range(0, len(signs), look.columns)]
    count = 1
    while rows and count < len(rows) and not all(_fits(face, live.height) for face in _deal(rows, count)):
        count += 1
    yield from _deal(rows, count)


def _deal(rows: list[list[SetSign]], count: int) -> Iterator[list[list[SetSign]]]:
    each = ceil(len(rows) / count)
    return (rows[at : at + each] for at in range(0, len(rows), each or 1))


def _fits(rows: list[list[SetSign]], height: float) -> bool:
    return sum(map(row_height, rows)) + LEAST_GAP * (len(rows) - 1) <= height


def _column(live: Box, columns: int) -> float:
    return (live.width - CELL_GAP * (columns - 1)) / columns


def _gap(rows: list[list[SetSign]], live: Box) -> float:
    """Between the rows of a face, which are spread over its height."""
    return min(3 * CELL_GAP, (live.height - sum(map(row_height, rows))) / max(1, len(rows) - 1))


def _draw_rows(rows: list[list[SetSign]], sketch: Sketch, live: Box, columns: int) -> None:
    """Draw the signs of a face, spread over its height."""
    gap, y = _gap(rows, live), live.y
    with sketch.tagged("L"):
        for row in rows:
            draw_row(sketch, row, live.x, y, _column(live, columns) + CELL_GAP)
            y += row_height(row) + gap
