"""The facts of a step on an overview card: icons with words, as many on a line as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from msgspec import Struct

from cardgen.layouts.cards.overview.scale import CellScale
from cardgen.layouts.parts.facts import SetFact
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, DESCENT, Setting, fit, longest_word, width
from cardgen.units import MM
from cardgen.wording.deck import Fact

WORD_GAP = 0.2
"""Between an icon and the words next to it, as a fraction of the icon."""
LEAST_GAP, MOST_GAP = 2.2 * MM, 7 * MM
"""Between two facts on a line."""
LINE_GAP = 0.9 * MM
"""Between two lines of facts, unless letters that hang below one would touch the next."""
WORD_LEADING = 1.1
USUAL_LINES = 2
"""More lines of a word or a note are for facts that have too little room on any number of lines."""
LINES = (1, 2, 3)
"""The numbers of lines that a word or a note may have."""
NARROWER = (0.5, 0.58, 0.66, 0.75, 0.85, 1.0)
"""Widths that a text on two lines may have, as fractions of its width on one."""


class FittingFact(Struct, frozen=True):
    """A way to set a fact, and its width with its icon."""

    fact: SetFact
    width: float


class FactLine(Struct, frozen=True):
    """Facts on one line."""

    facts: Sequence[SetFact]
    lefts: Sequence[float]
    """Where each fact begins, from the left of the line."""
    height: float

    @property
    def rise(self) -> float:
        """From the top of the line up to its words: negative where its icon is higher."""
        return (max(fact.height for fact in self.facts) - self.height) / 2

    @property
    def hang(self) -> float:
        """From the bottom of the line down to the ends of its letters."""
        lowest = max(fact.height / 2 + DESCENT * (fact.note or fact.word).size for fact in self.facts)
        return lowest - self.height / 2


class FactLines(Struct, frozen=True):
    """All facts of a step, broken into lines."""

    lines: Sequence[FactLine]
    icon: float

    @property
    def gaps(self) -> list[float]:
        """Below each line but the last."""
        return [max(LINE_GAP, line.hang + following.rise) for line, following in pairwise(self.lines)]

    @property
    def height(self) -> float:
        return sum(line.height for line in self.lines) + sum(self.gaps)

    @property
    def hang(self) -> float:
        """From the bottom of all lines down to the ends of the letters of the last one."""
        return max(0.0, self.lines[-1].hang) if self.lines else 0.0

    @property
    def most_lines(self) -> int:
        """The most lines of a word or a note."""
        return max((most_lines(fact) for line in self.lines for fact in line.facts), default=0)

    def draw(self, sketch: Sketch, x: float, top: float, air: float = 0.0) -> None:
        """Draw the lines from their top left, farther apart by `air`."""
        with sketch.tagged("TD"), sketch.tagged("L"):
            for line, below in zip(self.lines, (*self.gaps, 0.0), strict=False):
                for fact, left in zip(line.facts, line.lefts, strict=True):
                    fact.draw(sketch, x + left, top + line.height / 2, self.icon, WORD_GAP * self.icon)
                top += line.height + below + air


def most_lines(fact: SetFact) -> int:
    """The lines of its word, or of its note if it has more."""
    return max(len(text.lines) for text in (fact.word, fact.note) if text)


class FittingLine(Struct, frozen=True):
    """Facts that fit on one line, and the width of each with its icon."""

    facts: Sequence[SetFact]
    widths: Sequence[float]


def set_facts(facts: Sequence[Fact], scale: CellScale, room: float, notes: bool) -> FactLines | None:
    """Facts in as little height as possible; None when one is too wide for `room` points."""
    choices = ways_to_set(facts, scale, room, notes)
    if not all(choices):
        return None

    @cache
    def set_line(start: int, count: int) -> FittingLine | None:
        return _set_line(choices[start : start + count], room)

    tried = (_space(lines, scale.icon, room) for lines in _fillings(set_line, len(choices), scale.tile))
    return min(tried, key=lambda lines: (lines.most_lines > USUAL_LINES, lines.height))


def ways_to_set(facts: Sequence[Fact], scale: CellScale, room: float, notes: bool) -> list[tuple[FittingFact, ...]]:
    """The ways to set each fact in `room` points of width, the widest first; none for one that is too wide."""
    words = room - (1 + WORD_GAP) * scale.icon
    return [_settings(fact, scale, words, notes) for fact in facts]


def _space(lines: Sequence[FittingLine], icon: float, room: float) -> FactLines:
    """Lines in which all facts have one distance from each other: what fills the fullest line, if not too much."""
    spare = [(room - sum(line.widths)) / (len(line.facts) - 1) for line in lines if len(line.facts) > 1]
    gap = min([*spare, MOST_GAP])
    return FactLines([fact_line(line.facts, _begin_facts(line.widths, gap), icon) for line in lines], icon)


def _begin_facts(widths: Sequence[float], gap: float) -> list[float]:
    """Where facts side by side begin."""
    return [0.0, *accumulate(wide + gap for wide in widths[:-1])]


def fact_line(facts: Sequence[SetFact], lefts: Sequence[float], icon: float) -> FactLine:
    """Facts on a line as high as the highest of them, or as an icon."""
    return FactLine(facts, lefts, max([icon, *(fact.height for fact in facts)]))


def _fillings(
    set_line: Callable[[int, int], FittingLine | None], count: int, one_each: bool
) -> Iterator[Sequence[FittingLine]]:
    """The ways to fill lines with this many facts: as many on a line as it holds, then ever fewer; or one on each."""
    most = 1 if one_each else count
    lines = _fill_lines(set_line, count, most)
    yield lines
    while (most := max((len(line.facts) for line in lines), default=0) - 1) > 0:
        lines = _fill_lines(set_line, count, most)
        yield lines


def _fill_lines(set_line: Callable[[int, int], FittingLine | None], count: int, most: int) -> list[FittingLine]:
    """Lines of as many facts as they hold, but at most `most`."""
    lines: list[FittingLine] = []
    start = 0
    while start < count:
        found = (set_line(start, each) for each in range(min(most, count - start), 0, -1))
        lines.append(next(filter(None, found)))
        start += len(lines[-1].facts)
    return lines


def _set_line(choices: Sequence[Sequence[FittingFact]], room: float) -> FittingLine | None:
    """Facts on one line: the widest ones become narrower until all fit; None when they cannot."""
    room += 1e-6 - LEAST_GAP * (len(choices) - 1)
    if sum([narrower[-1].width for narrower in choices]) > room:
        return None
    chosen, widths = [0] * len(choices), [narrower[0].width for narrower in choices]
    while sum(widths) > room:
        left = [index for index, narrower in enumerate(choices) if chosen[index] + 1 < len(narrower)]
        widest = max(left, key=widths.__getitem__)
        chosen[widest] += 1
        widths[widest] = choices[widest][chosen[widest]].width
    facts = [narrower[index].fact for narrower, index in zip(choices, chosen, strict=True)]
    return FittingLine(facts, widths)


@lru_cache(maxsize=256)
def _settings(fact: Fact, scale: CellScale, room: float, notes: bool) -> tuple[FittingFact, ...]:
    """The ways to set a fact; a step in brief, and one with its amounts together, have the same facts again."""
    return tuple(_ever_narrower(fact, scale, room, notes))


def _ever_narrower(fact: Fact, scale: CellScale, room: float, notes: bool) -> Iterator[FittingFact]:
    """A fact with its note, the widest way first, then ever narrower ones on more lines."""
    note = fact.note if notes else ""
    words = [_narrow(fact.word, "medium", scale.word, room, lines) for lines in LINES]
    notes_below = [_narrow(note, "regular", scale.note, room, lines) if note else None for lines in LINES]
    narrowest = room + 1e-6
    for word_lines, note_lines in ((1, 1), (1, 2), (2, 1), (2, 2), (3, 3)):
        word, below = words[word_lines - 1], notes_below[note_lines - 1]
        if word and (below or not note):
            wide = max(setting.width for setting in (word, below) if setting)
            if wide < narrowest:
                narrowest = wide
                yield FittingFact(SetFact(fact, word, below), (1 + WORD_GAP) * scale.icon + wide)


def _narrow(text: str, font: str, size: float, room: float, lines: int) -> Setting | None:
    """A text on at most this many lines, as narrow as that allows."""
    whole = width(text, font, size)
    height = (CAP + (lines - 1) * WORD_LEADING) * size
    least = min(room, longest_word(text, font) * size)
    rooms = (max(least, min(room, part * whole + 0.1)) for part in (NARROWER if lines > 1 else (1.0,)))
    found = (fit(text, font, (size, size), (one, height), WORD_LEADING, even=True) for one in rooms)
    return next(filter(None, found), None)
