"""What the strokes of a deck's drawings mean, on as many faces as they need; the card of signs explains hatching."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.flow import StartFace
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.stroke_signs import SetSign, row_height, set_signs, strokes_of
from cardgen.units import MM, Size
from cardgen.wording.deck import StepCard

CELL_GAP = 3 * MM
"""Between two signs, each way."""
RATIO = 2.27
"""Width of a sample, as a multiple of its height."""
LOOKS = ((1.0, False), (0.85, False), (0.7, False), (0.42, True), (0.36, True), (0.3, True))
"""Widths of samples as parts of a column, and whether meanings are beside them: the first look with which all are on
one face, or the last."""
COLUMNS = 2


def lay_out_strokes(steps: Sequence[StepCard], start: StartFace, bottom: float, scale: StepScale) -> list[Sketch]:
    """Samples of all strokes; no face when nothing is drawn."""
    first, top = start(0)
    live = first.live(top, bottom)
    rows: list[list[SetSign]] = []
    column = (live.width - CELL_GAP * (COLUMNS - 1)) / COLUMNS
    for part, beside in LOOKS:
        size = Size(part * column, part * column / RATIO)
        strokes = strokes_of(steps, size, first.theme, first.words)
        signs = set_signs(strokes, scale.least_body, column, first.words, beside)
        rows = [signs[at : at + COLUMNS] for at in range(0, len(signs), COLUMNS)]
        if sum(map(row_height, rows)) + CELL_GAP * (len(rows) - 1) <= live.height:
            break
    return _draw_rows(rows, start, bottom, column)


def _draw_rows(rows: list[list[SetSign]], start: StartFace, bottom: float, column: float) -> list[Sketch]:
    """Rows of signs, on as many faces as they need; those of a face are spread over its height."""
    faces: list[Sketch] = []
    while rows:
        sketch, top = start(len(faces))
        live, count, used = sketch.live(top, bottom), 0, 0.0
        while count < len(rows) and (used + row_height(rows[count]) <= live.height or not count):
            used += row_height(rows[count]) + CELL_GAP
            count += 1
        gap = CELL_GAP + min(CELL_GAP, (live.height - used + CELL_GAP) / count)
        y = top
        with sketch.tagged("L"):
            for row in rows[:count]:
                for place, sign in enumerate(row):
                    sign.draw(sketch, live.x + place * (column + CELL_GAP), y)
                y += row_height(row) + gap
        faces.append(sketch)
        rows = rows[count:]
    return faces
