"""The facts of a step on an overview card: icons with words, as many on a line as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from cardgen.layouts.cards.overview.scale import CellScale
from cardgen.layouts.parts.facts import SetFact
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit, longest_word, width
from cardgen.units import MM
from cardgen.wording.deck import Fact

WORD_GAP = 0.2
"""Between an icon and the words beside it, as a part of the icon."""
LEAST_GAP, MOST_GAP = 2.2 * MM, 7 * MM
"""Between two facts on a line."""
LINE_GAP = 0.9 * MM
"""Between two lines of facts."""
WORD_LEADING = 1.1
USUAL_LINES = 2
"""More lines of a word or a note are for facts that have too little room on any number of lines."""
NARROWER = (0.5, 0.58, 0.66, 0.75, 0.85, 1.0)
"""Widths that a text on two lines may have, as parts of its width on one."""


class FactLine(Struct, frozen=True):
    """Facts on one line."""

    facts: Sequence[SetFact]
    widths: Sequence[float]
    """The width of each fact, with its icon."""
    height: float


class FactLines(Struct, frozen=True):
    """All facts of a step, broken into lines."""

    lines: Sequence[FactLine]
    icon: float
    room: float

    @property
    def height(self) -> float:
        return sum(line.height for line in self.lines) + LINE_GAP * max(0, len(self.lines) - 1)

    @property
    def most_lines(self) -> int:
        """The most lines of a word or a note."""
        texts = (text for line in self.lines for fact in line.facts for text in (fact.word, fact.note) if text)
        return max((len(text.lines) for text in texts), default=0)

    def draw(self, sketch: Sketch, x: float, top: float) -> None:
        """Draw the lines from their top left; all lines have one distance between facts."""
        spare = min((_spare(line, self.room) for line in self.lines if len(line.facts) > 1), default=LEAST_GAP)
        gap = min(spare, MOST_GAP)
        with sketch.tagged("TD"), sketch.tagged("L"):
            for line in self.lines:
                left = x
                for fact, wide in zip(line.facts, line.widths, strict=True):
                    fact.draw(sketch, left, top + line.height / 2, self.icon, WORD_GAP * self.icon)
                    left += wide + gap
                top += line.height + LINE_GAP


def _spare(line: FactLine, room: float) -> float:
    """The distance between the facts of a line that fills the room."""
    return (room - sum(line.widths)) / (len(line.facts) - 1)


def set_facts(facts: Sequence[Fact], scale: CellScale, room: float, notes: bool) -> FactLines | None:
    """Facts in as little height as possible; None when one is too wide for `room` points."""
    words = room - (1 + WORD_GAP) * scale.icon
    choices = [_settings(fact, scale, words, notes) for fact in facts]
    if not all(choices):
        return None
    counts = (1,) if scale.tile else range(len(choices), 0, -1)
    tried = [FactLines(_fill_lines(choices, scale, room, count), scale.icon, room) for count in counts or (0,)]
    return min(tried, key=lambda lines: (lines.most_lines > USUAL_LINES, lines.height))


def _fill_lines(choices: Sequence[Sequence[SetFact]], scale: CellScale, room: float, most: int) -> list[FactLine]:
    """Lines of as many facts as they hold, but at most `most`."""
    lines: list[FactLine] = []
    start = 0
    while start < len(choices):
        counts = range(min(most, len(choices) - start), 0, -1)
        found = (_set_line(choices[start : start + count], scale, room) for count in counts)
        lines.append(next(filter(None, found)))
        start += len(lines[-1].facts)
    return lines


def _set_line(choices: Sequence[Sequence[SetFact]], scale: CellScale, room: float) -> FactLine | None:
    """Facts on one line: the widest ones become narrower until all fit; None when they cannot."""
    room -= LEAST_GAP * (len(choices) - 1)
    chosen = [0] * len(choices)

    def wide(index: int) -> float:
        return _wide(choices[index][chosen[index]], scale)

    while sum(map(wide, range(len(choices)))) > room + 1e-6:
        narrower = [index for index in range(len(choices)) if chosen[index] + 1 < len(choices[index])]
        if not narrower:
            return None
        chosen[max(narrower, key=wide)] += 1
    facts = [fitting[index] for fitting, index in zip(choices, chosen, strict=True)]
    return FactLine(facts, [_wide(fact, scale) for fact in facts], max(scale.icon, *(fact.height for fact in facts)))


def _wide(fact: SetFact, scale: CellScale) -> float:
    """Width of a fact with its icon."""
    return (1 + WORD_GAP) * scale.icon + max(setting.width for setting in (fact.word, fact.note) if setting)


@lru_cache(maxsize=256)
def _settings(fact: Fact, scale: CellScale, room: float, notes: bool) -> tuple[SetFact, ...]:
    """The ways to set a fact; a step in brief, and one with its amounts together, have the same facts again."""
    return tuple(_ever_narrower(fact, scale, room, notes))


def _ever_narrower(fact: Fact, scale: CellScale, room: float, notes: bool) -> Iterator[SetFact]:
    """A fact with its note, the widest way first, then ever narrower ones on more lines."""
    note = fact.note if notes else ""
    narrowest = room + 1e-6
    for lines in ((1, 1), (1, 2), (2, 1), (2, 2), (3, 3)):
        word = _narrow(fact.word, "medium", scale.word, room, lines[0])
        below = _narrow(note, "regular", scale.note, room, lines[1]) if note else None
        if word and (below or not note):
            wide = max(setting.width for setting in (word, below) if setting)
            if wide < narrowest:
                narrowest = wide
                yield SetFact(fact, word, below)


def _narrow(text: str, font: str, size: float, room: float, lines: int) -> Setting | None:
    """A text on at most this many lines, as narrow as that allows."""
    whole = width(text, font, size)
    height = (CAP + (lines - 1) * WORD_LEADING) * size
    least = min(room, longest_word(text, font) * size)
    rooms = (max(least, min(room, part * whole + 0.1)) for part in (NARROWER if lines > 1 else (1.0,)))
    found = (fit(text, font, (size, size), (one, height), WORD_LEADING, even=True) for one in rooms)
    return next(filter(None, found), None)
