"""Facts: an icon, a word next to it, and a note."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit
from cardgen.wording.deck import Fact
from cardgen.wording.sentences import uncapitalize

MORE_LINES = (3, 5)
"""Lines that a word may have at its least size, if it must not be left out."""
LEAST_NOTE = 12
"""The least type size of a note, where its usual one is not smaller."""
WORD_LEADING = 1.06
"""Between the lines of a word, in type sizes."""
SENTENCES = ("note", "ask")
"""The topics of facts that are no single words."""
NOTE_LEADING = 1.1
"""From the word to its note, in type sizes of the note: closer than facts are to each other."""


def keep_facts(facts: Sequence[Fact], kept: Sequence[Fact]) -> list[Fact]:
    """Those of the facts that are kept; if only some directions are kept, they become one fact with all of them."""
    ways = [fact for fact in facts if fact.topic == "way"]
    first = next((fact for fact in ways if fact in kept), None)
    if first is None or all(fact in kept for fact in ways):
        return [fact for fact in facts if fact in kept]
    every = _join(ways, "")
    return [every if fact is first else fact for fact in facts if fact is first or (fact in kept and fact not in ways)]


def join_ways(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with all directions in one of them, with their notes."""
    ways = [fact for fact in facts if fact.topic == "way"]
    if len(ways) < 2:
        return [*facts]
    every = _join(ways, ", ".join(fact.note for fact in ways if fact.note))
    return [every if fact is ways[0] else fact for fact in facts if fact is ways[0] or fact not in ways]


def _join(ways: Sequence[Fact], note: str) -> Fact:
    word = ", ".join([ways[0].word, *(uncapitalize(fact.word) for fact in ways[1:])])
    return Fact(ways[0].icon, word, note, topic="way")


class SetFact(Struct, frozen=True):
    """A fact broken into lines."""

    fact: Fact
    word: Setting
    note: Setting | None

    @property
    def height(self) -> float:
        if self.note is None:
            return self.word.height
        return self.word.height + NOTE_LEADING * self.note.size + self.note.height - CAP * self.note.size

    def draw(self, sketch: Sketch, x: float, middle: float, icon_size: float, gap: float) -> None:
        """Draw the icon, and the words next to it, both centered on the height `middle`."""
        self.draw_apart(sketch, (x, middle - icon_size / 2), icon_size, (x + icon_size + gap, middle - self.height / 2))

    def draw_apart(self, sketch: Sketch, icon: tuple[float, float], size: float, words: tuple[float, float]) -> None:
        """Draw the icon and the words, each from its top left."""
        alt = sketch.icon_alt(self.fact.icon, self.fact.line)
        spoken = f"{self.fact.word}: {self.fact.note}" if self.note else ""
        with sketch.tagged("LI"), sketch.beside_icon("LBody", self.fact.icon, alt, *icon, size, spoken):
            self._draw_words(sketch, *words)

    def _draw_words(self, sketch: Sketch, x: float, top: float) -> None:
        baseline = sketch.draw_setting(x, top, self.word)
        if self.note:
            sketch.draw_setting(x, baseline + (NOTE_LEADING - CAP) * self.note.size, self.note)


@lru_cache(maxsize=1024)  # the facts of a step are tried in several arrangements
def set_fact(
    fact: Fact, room: float, word_size: float, note_size: float | None, least: float, long: bool = True
) -> SetFact | None:
    """Break a fact into lines: its word in one or two, its note in two; None if impossible.

    A sentence may have three lines; with `long`, any word that must not be left out five.
    """
    note = None
    if fact.note and note_size:
        sizes = note_size, min(note_size, max(LEAST_NOTE, least))
        note = fit(fact.note, "regular", sizes, (room, 2.5 * note_size), 1.15, even=True)
        if note is None:
            return None
    ways = [((word_size, max(least, word_size - 2)), CAP * word_size + 1), ((word_size, least), 2 * word_size)]
    more = MORE_LINES if fact.needed and long else MORE_LINES[:1] if fact.topic in SENTENCES else ()
    ways += [((least, least), 1.1 * lines * least) for lines in more]
    tried = (fit(fact.word, "semibold", sizes, (room, height), WORD_LEADING, even=True) for sizes, height in ways)
    word = next(filter(None, tried), None)
    return SetFact(fact, word, note) if word else None
