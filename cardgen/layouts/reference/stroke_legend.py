"""Pages that explain the stroke notation, with what an author types for each sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from cardgen.artwork.patterns import dot, hatch
from cardgen.artwork.samples import pattern_sample, sample, sample_strokes
from cardgen.artwork.theme import Theme
from cardgen.errors import UserError
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.reference.legend_page import LEGEND_MARGIN, LEGEND_TOP, legend_columns, start_legend_page
from cardgen.layouts.reference.typed_words import technique_signs
from cardgen.model.drawing import Stroke
from cardgen.scene.faces import Face
from cardgen.scene.marks import Artwork
from cardgen.scene.text import CAP, Setting, fit
from cardgen.sheets.format import Format
from cardgen.units import MM, Size
from cardgen.wording.alt_texts import explain_long_meaning
from cardgen.wording.sentences import capitalize
from cardgen.wording.shown import word_sign
from cardgen.wording.words import Words, word_fault

LEAST_CELL = 44 * MM
"""The least width of a sample with its meaning."""
BELOW_SAMPLE, ABOVE_TYPED, ROW_GAP = 1.8 * MM, 1.3 * MM, 3 * MM
"""Between a sample and its meaning, between that and what to type, and between two rows."""
SAMPLE = Size(32 * MM, 14.06 * MM)
SIGN_MEANING, LEAST_SIGN_MEANING, SIGN_TYPED = 10.5, 9, 8.5
"""Type sizes."""
LANES: tuple[tuple[str, Literal[1, 2]], ...] = (("left", 1), ("right", 2))
"""Where the strokes of a sample are drawn, and in which order."""


class StrokeMeaning(Struct, frozen=True):
    """A sign of the notation, what it means, and what to type for it in a drawing."""

    art: Artwork
    meaning: str
    typed: str


class SetMeaning(Struct, frozen=True):
    """A sign with its meaning broken into lines."""

    sign: StrokeMeaning
    lines: Setting


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
    columns, width = legend_columns(form, LEAST_CELL)
    found = [_set_sign(sign, width, words) for sign in signs]
    rows = [found[at : at + columns] for at in range(0, len(found), columns)]
    faces: list[Face] = []
    while rows:
        sketch, y = start_legend_page(title, words, form, theme, continued=bool(faces)), LEGEND_TOP
        with sketch.tagged("L"):
            while rows and (y == LEGEND_TOP or y + _height(rows[0]) <= form.size.height - LEGEND_MARGIN):
                for column, sign in enumerate(rows[0]):
                    _draw_sign(sketch, sign, LEGEND_MARGIN + column * width, y)
                y += _height(rows.pop(0)) + ROW_GAP
        faces.append(sketch.face())
    return faces


def _signs(theme: Theme, words: Words) -> Iterator[StrokeMeaning]:
    """Each sign, then numbers, hollow signs and patterns."""
    for stroke in sample_strokes():
        yield StrokeMeaning(sample((stroke,), SAMPLE, theme), word_sign(stroke.draw, words), f"draw: {stroke.draw}")
    first, then = (Stroke(draw="glide", along=(f"start.{at}", f"end.{at}"), order=n) for at, n in LANES)
    yield StrokeMeaning(sample((first, then), SAMPLE, theme), words.say("order"), "order: 1")
    both = Stroke(draw="glide", along=("start.right", "end.right"), mirror="later")
    yield StrokeMeaning(sample((both,), SAMPLE, theme), words.say("later"), "mirror: later")
    yield StrokeMeaning(pattern_sample(hatch, SAMPLE, theme), words.say("avoid"), "avoid: [...]")
    yield StrokeMeaning(pattern_sample(dot, SAMPLE, theme), words.say("go_lightly"), "light: [...]")


def _set_sign(sign: StrokeMeaning, width: float, words: Words) -> SetMeaning:
    """A sign with its meaning in lines; UserError when that is too long."""
    sizes, room = (SIGN_MEANING, LEAST_SIGN_MEANING), (width - 4 * MM, 3 * SIGN_MEANING)
    setting = fit(sign.meaning, "regular", sizes, room, 1.15, even=True)
    if setting is None:
        raise UserError(word_fault(words, sign.meaning, *explain_long_meaning(sign.meaning)))
    return SetMeaning(sign, setting)


def _height(row: Sequence[SetMeaning]) -> float:
    """The height of signs side by side, with their meanings and what to type."""
    return SAMPLE.height + BELOW_SAMPLE + max(sign.lines.height for sign in row) + ABOVE_TYPED + CAP * SIGN_TYPED


def _draw_sign(sketch: Sketch, sign: SetMeaning, x: float, y: float) -> None:
    """Draw a sign, its meaning below it, and what to type for it."""
    sketch.draw_artwork(sign.sign.art, x, y)
    with sketch.tagged("LI"), sketch.tagged("LBody"):
        end = sketch.draw_setting(x, y + SAMPLE.height + BELOW_SAMPLE, sign.lines)
        typed = end + ABOVE_TYPED + CAP * SIGN_TYPED
        sketch.draw_text(x, typed, sign.sign.typed, "medium", SIGN_TYPED, sketch.theme.secondary)
