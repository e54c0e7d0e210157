"""The parts that the pages of both legends share: margin, title, and columns."""

from __future__ import annotations

from contextlib import nullcontext

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP
from cardgen.sheets.format import Format
from cardgen.units import MM
from cardgen.wording.words import Words

LEGEND_MARGIN = 12 * MM
LEGEND_TITLE = 26
"""Type size."""
LEGEND_TOP = LEGEND_MARGIN + CAP * LEGEND_TITLE + 6 * MM
"""Where the signs begin, below the title."""


def start_legend_page(label: str, words: Words, form: Format, theme: Theme, continued: bool) -> Sketch:
    """A page with the title that has this label in the words file; the title of a continued one is a running head."""
    title = words.say(label)
    sketch = Sketch(form, theme, words, title, margin=LEGEND_MARGIN)
    with nullcontext() if continued else sketch.tagged("H1"):
        sketch.draw_text(LEGEND_MARGIN, LEGEND_MARGIN + CAP * LEGEND_TITLE, title, "semibold", LEGEND_TITLE)
    return sketch


def legend_columns(form: Format, least: float) -> tuple[int, float]:
    """The number of columns that are at least this wide, and their width."""
    count = int((form.size.width - 2 * LEGEND_MARGIN) / least)
    return count, (form.size.width - 2 * LEGEND_MARGIN) / count
