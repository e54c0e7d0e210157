"""Samples of the strokes that drawings have, each with its meaning below it or next to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cardgen.artwork.patterns import dot, hatch
from cardgen.artwork.samples import low_sample, pattern_sample, sample_strokes
from cardgen.artwork.theme import Theme
from cardgen.errors import UserError
from cardgen.layouts.parts.sketch import Sketch
from cardgen.model.drawing import Stroke
from cardgen.scene.marks import Artwork
from cardgen.scene.text import Setting, fit
from cardgen.units import MM, Size
from cardgen.wording.alt_texts import explain_long_meaning
from cardgen.wording.deck import StepCard
from cardgen.wording.shown import word_sign
from cardgen.wording.words import Words, word_fault

MEANING_GAP = 2 * MM
"""Between a sign and its meaning."""
MOST_HEIGHT = 1000.0

Meaning = tuple[Stroke, str]
"""A sample of a sign, and what it means."""


class StrokeSign(Struct, frozen=True):
    """A stroke, and its meaning."""

    art: Artwork
    size: Size
    meaning: str


class SetSign(Struct, frozen=True):
    """A sign with its meaning, broken into lines."""

    sign: StrokeSign
    meaning: Setting
    beside: bool
    """Whether the meaning is at the right of the sign, not below it."""

    def draw(self, sketch: Sketch, x: float, y: float, room: float) -> None:
        """Draw it in a row whose signs have `room` points of height."""
        size, high = self.sign.size, self.meaning.height
        art = self.sign.art
        sketch.draw_artwork(art, x, y + (room - size.height) / 2, size.width / art.size.width)
        if self.beside:
            x, y = x + size.width + MEANING_GAP, y + (room - high) / 2
        else:
            y += room + MEANING_GAP
        with sketch.tagged("LI"), sketch.tagged("LBody"):
            sketch.draw_setting(x, y, self.meaning)


def strokes_of(meanings: Sequence[Meaning], wide: float, theme: Theme) -> Iterator[StrokeSign]:
    """Strokes as samples, `wide` points wide."""
    for stroke, meaning in meanings:
        art = low_sample(stroke, theme)
        yield StrokeSign(art, Size(wide, art.size.height * wide / art.size.width), meaning)


def meanings_of(steps: Sequence[StepCard], words: Words) -> list[Meaning]:
    """A stroke of each sign that drawings have, and what it means in them."""
    used = {stroke.draw for step in steps if step.drawing for stroke in step.drawing.strokes}
    return [(stroke, word_sign(stroke.draw, words, steps)) for stroke in sample_strokes() if stroke.draw in used]


def patterns_of(steps: Iterable[StepCard], size: Size, theme: Theme, words: Words) -> Iterator[StrokeSign]:
    """A sample of each pattern that the drawings have for regions to spare."""
    drawings = [step.drawing for step in steps if step.drawing]
    if any(drawing.avoid for drawing in drawings):
        yield StrokeSign(pattern_sample(hatch, size, theme), size, words.say("avoid"))
    if any(drawing.light for drawing in drawings):
        yield StrokeSign(pattern_sample(dot, size, theme), size, words.say("go_lightly"))


def set_signs(
    signs: Iterable[StrokeSign], type_size: float, room: float, words: Words, beside: bool = False
) -> list[SetSign]:
    """Signs with their meanings in a column `room` points wide; UserError for a meaning with a word too long."""
    found = []
    for sign in signs:
        wide = room - (sign.size.width + MEANING_GAP if beside else 0.0)
        meaning = fit(sign.meaning, "regular", (type_size, type_size), (wide, MOST_HEIGHT), 1.15)
        if meaning is None:
            raise UserError(word_fault(words, sign.meaning, *explain_long_meaning(sign.meaning)))
        found.append(SetSign(sign, meaning, beside))
    return found


def row_height(row: Sequence[SetSign]) -> float:
    """The height of signs side by side."""
    meanings = max(sign.meaning.height for sign in row)
    return max(_room(row), meanings) if row[0].beside else _room(row) + MEANING_GAP + meanings


def draw_row(sketch: Sketch, row: Sequence[SetSign], x: float, y: float, pitch: float) -> None:
    """Draw signs side by side; `pitch` is the distance from one to the next, in points."""
    room = row_height(row) if row[0].beside else _room(row)
    for place, sign in enumerate(row):
        sign.draw(sketch, x + place * pitch, y, room)


def _room(row: Sequence[SetSign]) -> float:
    """The height of the highest sign of a row, without its meaning."""
    return max(sign.sign.size.height for sign in row)
