"""Pages for authors: a small picture of every view of the body and every part of one, with its name."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.artwork.figures import Look, figure
from cardgen.artwork.theme import Theme
from cardgen.artwork.views import crop, crops, views
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.reference.legend_page import LEGEND_MARGIN, LEGEND_TOP, legend_columns, start_legend_page
from cardgen.model.drawing import Drawing
from cardgen.scene.faces import Face
from cardgen.scene.text import CAP
from cardgen.sheets.format import Format
from cardgen.units import MM, Size
from cardgen.wording.words import Words

LEAST_CELL = Size(35 * MM, 46 * MM)
"""The least width of a picture with its name, and their height."""
PICTURE = Size(32 * MM, 36 * MM)
"""The room of a picture."""
NAME = 8.5
"""Type size."""
LINE_WEIGHT = 0.6
ACCENT_AREA = "back"
"""The body area whose colors the pictures have."""


def lay_out_views(words: Words, form: Format, theme: Theme) -> list[Face]:
    """Every view and every named part of one, the parts of a view after it, on as many pages as they need."""
    columns, width = legend_columns(form, LEAST_CELL.width)
    each = columns * int((form.size.height - LEGEND_MARGIN - LEGEND_TOP) / LEAST_CELL.height)
    names = sorted(views(), key=lambda name: (crop(name).view, name in crops(), name))
    faces = []
    for start in range(0, len(names), each):
        sketch = start_legend_page("view_sheet", words, form, theme, continued=start > 0)
        _draw_views(sketch, names[start : start + each], columns, width)
        faces.append(sketch.face())
    return faces


def _draw_views(sketch: Sketch, names: Sequence[str], columns: int, width: float) -> None:
    """Draw pictures in rows below the title, each with the name to type below it."""
    look = Look(sketch.theme, sketch.theme.accents[ACCENT_AREA], LINE_WEIGHT)
    with sketch.tagged("L"):
        for index, name in enumerate(names):
            row, column = divmod(index, columns)
            x, y = LEGEND_MARGIN + column * width, LEGEND_TOP + row * LEAST_CELL.height
            art = figure(Drawing(view=name), PICTURE, look)
            sketch.draw_artwork(art, x, y + PICTURE.height - art.size.height)
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                sketch.draw_text(x, y + PICTURE.height + 1.5 * MM + CAP * NAME, name, "medium", NAME)
