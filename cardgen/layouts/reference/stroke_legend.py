"""Pages that explain the stroke notation, with what an author types for each sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from cardgen.artwork.samples import hatched_sample, sample, sample_strokes
from cardgen.artwork.theme import Theme
from cardgen.errors import UserError
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.reference.legend_page import LEGEND_MARGIN, LEGEND_TOP, legend_columns, start_legend_page
from cardgen.layouts.reference.typed_words import technique_signs
from cardgen.model.drawing import Stroke
from cardgen.scene.faces import Face
from cardgen.scene.marks import Artwork
from cardgen.scene.text import CAP, fit
from cardgen.sheets.format import Format
from cardgen.units import MM, Size
from cardgen.wording.alt_texts import explain_long_meaning
from cardgen.wording.sentences import capitalize
from cardgen.wording.words import Words, word_fault

LEAST_CELL = Size(44 * MM, 36.5 * MM)
"""The least width of a sample with its meaning, and its height."""
SAMPLE = Size(38 * MM, 16.7 * MM)
SIGN_MEANING, LEAST_SIGN_MEANING, SIGN_TYPED = 10.5, 9, 8.5
"""Type sizes."""
LANES: tuple[tuple[str, Literal[1, 2]], ...] = (("left", 1), ("right", 2))
"""Where the strokes of a sample are drawn, and in which order."""


class StrokeMeaning(Struct, frozen=True):
    """A sign of the notation, what it means, and what to type for it in a drawing."""

    art: Artwork
    meaning: str
    typed: str


def lay_out_strokes(words: Words, form: Format, theme: Theme) -> list[Face]:
    """Every sign of the notation with its meaning, on as many pages as they need."""
    return _lay_out("stroke_legend", list(_signs(theme, words)), words, form, theme)


def lay_out_techniques(words: Words, form: Format, theme: Theme) -> list[Face]:
    """Every technique with the sign that shows it, on as many pages as they need."""
    signs = {stroke.draw: stroke for stroke in sample_strokes()}
    shown = [
        StrokeMeaning(sample((signs[sign],), SAMPLE, theme), capitalize(words.techniques[name]), f"technique: {name}")
        for name, sign in technique_signs().items()
    ]
    return _lay_out("technique_sheet", shown, words, form, theme)


def _lay_out(title: str, signs: Sequence[StrokeMeaning], words: Words, form: Format, theme: Theme) -> list[Face]:
    """Signs with their meanings, on as many pages as they need; the title has a label in the words file."""
    columns, width = legend_columns(form, LEAST_CELL.width)
    rows = int((form.size.height - LEGEND_MARGIN - LEGEND_TOP) / LEAST_CELL.height)
    faces, each = [], columns * rows
    for start in range(0, len(signs), each):
        sketch = start_legend_page(title, words, form, theme, continued=start > 0)
        _draw_signs(sketch, signs[start : start + each], columns, width, words)
        faces.append(sketch.face())
    return faces


def _signs(theme: Theme, words: Words) -> Iterator[StrokeMeaning]:
    """Each sign, then numbers, hollow signs and hatching."""
    for stroke in sample_strokes():
        yield StrokeMeaning(sample((stroke,), SAMPLE, theme), words.signs[stroke.draw], f"draw: {stroke.draw}")
    first, then = (Stroke(draw="glide", along=(f"start.{at}", f"end.{at}"), order=n) for at, n in LANES)
    yield StrokeMeaning(sample((first, then), SAMPLE, theme), words.say("order"), "order: 1")
    both = Stroke(draw="glide", along=("start.right", "end.right"), mirror="later")
    yield StrokeMeaning(sample((both,), SAMPLE, theme), words.say("later"), "mirror: later")
    yield StrokeMeaning(hatched_sample(SAMPLE, theme), words.say("avoid"), "avoid: [...]")


def _draw_signs(sketch: Sketch, signs: Sequence[StrokeMeaning], columns: int, width: float, words: Words) -> None:
    """Draw signs in rows below the title, each with its meaning below it; UserError when one is too long."""
    with sketch.tagged("L"):
        for index, sign in enumerate(signs):
            row, column = divmod(index, columns)
            x, y = LEGEND_MARGIN + column * width, LEGEND_TOP + row * LEAST_CELL.height
            sketch.draw_artwork(sign.art, x, y)
            sizes, room = (SIGN_MEANING, LEAST_SIGN_MEANING), (width - 4 * MM, 3 * SIGN_MEANING)
            setting = fit(sign.meaning, "regular", sizes, room, 1.15)
            if setting is None:
                raise UserError(word_fault(words, sign.meaning, *explain_long_meaning(sign.meaning)))
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                end = sketch.draw_setting(x, y + SAMPLE.height + 2 * MM, setting)
                typed = end + 1.5 * MM + CAP * SIGN_TYPED
                sketch.draw_text(x, typed, sign.typed, "medium", SIGN_TYPED, sketch.theme.secondary)
