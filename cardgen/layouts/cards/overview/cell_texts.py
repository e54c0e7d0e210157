"""The texts of a step on an overview card with figures, broken into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from cardgen.layouts.cards.overview.cell_facts import FactLines, set_facts
from cardgen.layouts.cards.overview.scale import CellScale
from cardgen.layouts.parts.facts import keep_facts
from cardgen.layouts.parts.key_figure import KeySizes, has_room, key_figure_height
from cardgen.layouts.parts.titles import set_where
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box
from cardgen.wording.deck import MAIN_TOPICS, Fact, StepCard
from cardgen.wording.key_figures import WordFigure
from cardgen.wording.sentences import capitalize

BELOW_TITLE = 0.42
"""From a title to the place below it, in type sizes of the place."""
ONE_LINE = 1.7
"""The greatest height of one line, in capitals."""
NUMBER = 1.35
"""Type size of a number, as a fraction of an amount in words."""
AMOUNT_SIZES = (1.0, 0.9, 0.8, 0.72)
"""Type sizes that an amount may have, as fractions of the usual one."""
MOST_TITLE_LINES, MOST_REST_LINES, MOST_CAUTION_LINES = 2, 8, 8
BAR_PADDING, SIGN = 0.3, 1.35
"""Above and below a caution in its bar, and the size of its sign, both in type sizes."""
MINUTES_LEADING = 1.15
BESIDE_SQUARE = 1.5 * MM
"""How much wider than the square the minutes below it may be, to stay clear of the figure next to both."""

Telling = Literal["notes", "line", "brief"]
"""Where a step says more about its facts: in notes below their words, in a line below them all, or elsewhere."""


class StepTexts(Struct, frozen=True):
    """The texts of a step, broken into lines for a column of a certain width."""

    title: Setting
    where: Setting
    amount: Box
    """Width and height of the room for the amount."""
    amount_sizes: KeySizes
    facts: FactLines
    rest: Setting | None
    """The notes that no icon shows."""
    minutes: Setting | None
    """How long it takes; None where an amount right above says so."""

    @property
    def headline(self) -> float:
        """Height of the title and the place below it."""
        return self.title.height + BELOW_TITLE * self.where.size + self.where.height


class TextWidths(Struct, frozen=True):
    """The widths of the texts of a step."""

    title: float
    amount: float
    text: float
    """Of the facts."""
    whole: float
    """Of the notes that no icon shows."""


def texts_in(step: StepCard, scale: CellScale, columns: TextWidths, telling: Telling) -> StepTexts | None:
    """Break the texts of a step into lines; None when one of them has too little room.

    Without notes it shows three facts; `said_elsewhere` has the rest.
    """
    title = _fit(step.title, "semibold", scale.title, columns.title, MOST_TITLE_LINES, 1.1)
    amount = _amount(step, scale, columns.amount)
    low = title and amount and len(title.lines) == 1 and _is_low(step, amount[0], amount[1], title)
    where = set_where(step.where, columns.whole if low or scale.tile else columns.title, scale.where, scale.where)
    facts = set_facts(shown_facts(step, telling), scale, columns.text, telling == "notes")
    said = "\u00a0· ".join(_said_below(step, telling))
    rest = _fit(said, "regular", scale.note, columns.whole, MOST_REST_LINES, 1.16) if said else None
    is_said = scale.tile and _says_minutes(step)
    below = columns.amount if scale.tile else scale.square + BESIDE_SQUARE
    minutes = None if is_said else _minutes(step, scale, below)
    if not (title and where and amount and facts and (minutes or is_said)) or (said and not rest):
        return None
    return StepTexts(title, where, amount[0], amount[1], facts, rest, minutes)


def shown_facts(step: StepCard, telling: Telling) -> list[Fact]:
    """The facts that have an icon."""
    return [fact for fact in step.facts if fact.topic != "time"] if telling == "notes" else _in_brief(step)


def set_caution(step: StepCard, scale: CellScale, room: float) -> Setting | None:
    """The caution of a step in a bar `room` points wide; None when it has too little room, or there is none."""
    inside = room - (SIGN + 3 * BAR_PADDING) * scale.caution
    return _fit(step.caution, "semibold", scale.caution, inside, MOST_CAUTION_LINES, 1.14)


def _said_below(step: StepCard, telling: Telling) -> list[str]:
    """The texts below the facts of a step."""
    if telling == "notes":
        return list(_unsaid(step))
    more = said_elsewhere(step, below=True) if telling == "line" else []
    return [*filter(None, [step.clock]), *more]


def _is_low(step: StepCard, box: Box, sizes: tuple[float, float, float], title: Setting) -> bool:
    """Whether an amount next to a title of one line is one line too, and leaves the place below both alone."""
    if isinstance(step.key, WordFigure):
        return box.height <= ONE_LINE * CAP * sizes[1] and sizes[1] <= 1.1 * title.size
    return box.height <= ONE_LINE * CAP * sizes[0]


def _says_minutes(step: StepCard) -> bool:
    """Whether the amount of a step says how long it takes: "Hold 15 s"."""
    return re.search(rf"(?<!\w){re.escape(step.time)}\b", step.key.line) is not None


def _minutes(step: StepCard, scale: CellScale, width: float) -> Setting | None:
    """How long a step takes."""
    sizes, room = (scale.word, scale.note), (width, 4 * scale.word)
    whole, broken = step.time, step.time.replace("\u00a0", " ")
    return fit(whole, "regular", sizes, room, MINUTES_LEADING) or fit(broken, "regular", sizes, room, MINUTES_LEADING)


def said_elsewhere(step: StepCard, *, below: bool = False) -> list[str]:
    """The texts that a step in brief leaves out: notes, further facts, the whole pressure, questions.

    `below`: right below its facts, where a note about the hands or the way needs no word of these again.
    """
    brief = _in_brief(step)
    facts = (fact for fact in step.facts if fact.topic != "time" and (fact not in brief or fact.note))
    alone = [fact for fact in brief if fact.note and fact.topic in ("hands", "way")] if below else []
    return [*(capitalize(fact.note) if fact in alone else fact.line for fact in facts), *_unsaid(step, clock=False)]


def _in_brief(step: StepCard) -> list[Fact]:
    """The first fact of each kind, without a note, all directions in one, and what must stay and needs no note."""
    first = [fact for topic in MAIN_TOPICS for fact in [fact for fact in step.facts if fact.topic == topic][:1]]
    others = [fact for fact in step.facts if fact.topic not in MAIN_TOPICS]
    needed = [fact for fact in others if fact.needed and not fact.amount and not fact.note]
    return keep_facts(step.facts, [*first, *needed])


def _unsaid(step: StepCard, clock: bool = True) -> Iterator[str]:
    """Texts beyond the facts: that it is an extra, when it begins, where pressure changes, remarks, questions."""
    if step.clock and clock:
        yield step.clock
    yield from filter(None, [step.invitation])
    notes = {fact.note.lower() for fact in step.facts}
    yield from (text for text in (*step.zones, *step.remarks) if not any(text.lower() in note for note in notes))
    if step.ask:
        yield step.ask


def _fit(text: str, font: str, size: float, room: float, lines: int, leading: float) -> Setting | None:
    height = (CAP + (lines - 1) * leading) * size
    return fit(text, font, (size, size), (room, height), leading, even=True) if text else None


def _amount(step: StepCard, scale: CellScale, room: float) -> tuple[Box, KeySizes] | None:
    """The room that an amount needs, and its type sizes."""
    for part in AMOUNT_SIZES:
        sizes = KeySizes(part * NUMBER * scale.amount, part * scale.amount, part * scale.amount)
        box = Box(0, 0, room, key_figure_height(step.key, room, sizes))
        if has_room(step.key, box.size, sizes):
            return box, sizes
    return None
