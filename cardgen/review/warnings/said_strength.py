"""Texts that allow more strength than the scale on every deck: "up to 8 out of 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.prose import whole_text
from cardgen.model.routine import Note, Routine
from cardgen.model.safety import Caution
from cardgen.reading.amount_parts import NUMBER_WORDS
from cardgen.reading.value_types import Place
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
MOST = 5
"""The most that the receiver may feel, of 10, by the scale of `words.yaml`; 10 is pain."""
NUMBER = rf"(\d+|{'|'.join(NUMBER_WORDS)})"
OUT_OF_TEN = re.compile(rf"\b{NUMBER} ?(?:/|out of|of) ?(?:10|ten)\b", re.IGNORECASE)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each number of such a scale above its limit."""
    for place, text in _texts(file.routine.model):
        for found in OUT_OF_TEN.finditer(text):
            if MOST < float(NUMBER_WORDS.get(found[1].lower(), found[1])) < 10:
                problem = f"'{found[0]}' contradicts the scale on every deck: 10 is pain, stay at {MOST} or less."
                yield file.routine.warning(place, problem, f"Write {MOST} or less, or leave the number out.")


def _texts(routine: Routine) -> Iterator[tuple[Place, str]]:
    """Every text that tells the giver how to work; what to ask before is about the receiver's state."""
    for part in ("prepare", "principles", "after"):
        notes: list[Note] = getattr(routine, part)
        for number, note in enumerate(notes):
            yield (part, number, "do"), note.do
            yield (part, number, "more"), whole_text(note.more)
    for number, caution in enumerate(routine.cautions):
        yield ("cautions", number), caution.do if isinstance(caution, Caution) else caution
    for index, step in enumerate(routine.steps):
        for field in ("cue", "detail", "caution", "ask"):
            yield ("steps", index, field), whole_text(getattr(step, field))
        for part in ("phases", "variants"):
            for number, one in enumerate(getattr(step, part)):
                yield ("steps", index, part, number, "detail"), one.detail or ""
        if step.force and step.force.note:
            yield ("steps", index, "pressure", "note"), step.force.note
