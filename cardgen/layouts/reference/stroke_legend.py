"""A page that explains the stroke notation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cardgen.artwork.samples import hatched_sample, sample, sample_strokes
from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.sketch import Sketch
from cardgen.model.drawing import Stroke
from cardgen.scene.faces import Face
from cardgen.scene.marks import Artwork
from cardgen.scene.text import CAP, fit
from cardgen.sheets.format import Format
from cardgen.units import MM, Size
from cardgen.wording.words import Words

MARGIN = 12 * MM
CELL = Size(44 * MM, 33 * MM)
"""The least width of a sample with its meaning, and its height."""
FIELD = Size(38 * MM, 16.7 * MM)
TITLE, MEANING = 26, 10.5
LANES: tuple[tuple[str, Literal[1, 2]], ...] = (("left", 1), ("right", 2))

Shown = tuple[Artwork, str]
"""A drawing, and what it means."""


def lay_out_strokes(words: Words, form: Format, theme: Theme) -> list[Face]:
    """Every sign of the notation with its meaning, on as many pages as they need."""
    columns = int((form.size.width - 2 * MARGIN) / CELL.width)
    rows = int((form.size.height - 2 * MARGIN - CAP * TITLE - 6 * MM) / CELL.height)
    shown = list(_shown(theme, words))
    pages = [shown[i : i + columns * rows] for i in range(0, len(shown), columns * rows)]
    return [
        _page(page, Sketch(form, theme, words, words.say("stroke_legend"), margin=MARGIN), columns) for page in pages
    ]


def _shown(theme: Theme, words: Words) -> Iterator[Shown]:
    """Each sign, then what numbers, hollow signs and hatching say."""
    for stroke in sample_strokes():
        yield sample((stroke,), FIELD, theme), words.signs[stroke.draw]
    first, then = (Stroke(draw="glide", along=(f"start.{at}", f"end.{at}"), order=n) for at, n in LANES)
    yield sample((first, then), FIELD, theme), words.say("order")
    both = Stroke(draw="glide", along=("start.right", "end.right"), mirror="later")
    yield sample((both,), FIELD, theme), words.say("later")
    yield hatched_sample(FIELD, theme), words.say("avoid")


def _page(shown: list[Shown], sketch: Sketch, columns: int) -> Face:
    with sketch.tagged("H1"):
        sketch.draw_text(MARGIN, MARGIN + CAP * TITLE, sketch.name, "semibold", TITLE)
    top, width = MARGIN + CAP * TITLE + 6 * MM, (sketch.form.size.width - 2 * MARGIN) / columns
    with sketch.tagged("L"):
        for index, (art, meaning) in enumerate(shown):
            row, column = divmod(index, columns)
            x, y = MARGIN + column * width, top + row * CELL.height
            sketch.draw_artwork(art, x, y)
            setting = fit(meaning, "regular", (MEANING, 9), (width - 4 * MM, 3 * MEANING), 1.15)
            if setting is None:
                raise ValueError(f"the meaning of a stroke is too long for the legend: '{meaning}'")
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                sketch.draw_setting(x, y + FIELD.height + 2 * MM, setting)
    return sketch.face()
