"""The parts of a step in a booklet below its head: key figure and facts, cue and text, the caution's bar."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from msgspec import Struct

from cardgen.layouts.booklet.scale import StepSizes
from cardgen.layouts.parts.caution import draw_caution_bar
from cardgen.layouts.parts.facts import SetFact, set_fact
from cardgen.layouts.parts.key_figure import KeySizes, draw_key_figure, has_room, key_figure_height
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, SLACK, Setting, fit, type_sizes
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import MAIN_TOPICS, Fact, StepCard

FACT_GAP = 2 * MM
"""The least space between two rows of facts."""
COLUMN_GAP = 3 * MM
"""Between two columns of facts."""
ICON_GAP = 0.22
"""Between an icon and its words, in icons."""
USUAL_KEY, KEY_AIR = 1.45, 1.6 * MM
"""Height of a usual key figure, in capitals of its number: lower ones keep the same room, and others have air below."""
LEADING, CUE_LEADING = 1.24, 1.16
"""Between the lines of the text and of the cue, in type sizes."""
TEXT_GAP = 0.8
"""From the cue to the text, in type sizes of the text."""
ASK_ICON, ASK_INDENT = 1.5, 1.35
"""The icon of the question, in type sizes; from its left to the question, in icons."""
BAR_AIR, SIGN = 0.34, 1.15
"""Above and below the lines on a bar, and the caution sign, in type sizes."""
BAR_INDENT = 1.6 * MM


class SetFacts(Struct, frozen=True):
    """Key figure and facts, broken into lines."""

    card: StepCard
    facts: tuple[SetFact, ...]
    sizes: StepSizes
    columns: int
    key: float
    """Height of the key figure."""
    least: float

    @property
    def rows(self) -> list[Sequence[SetFact]]:
        """The facts side by side."""
        return [self.facts[at : at + self.columns] for at in range(0, len(self.facts), self.columns)]

    @property
    def height(self) -> float:
        return self.key + sum(self._row(row) + FACT_GAP for row in self.rows)

    @property
    def usual(self) -> float:
        """The height with two rows of facts in two columns, so that what follows begins at one height."""
        return self.key + (2 * (self.sizes.fact_icon + FACT_GAP) if self.columns > 1 else 0)

    def _row(self, row: Sequence[SetFact]) -> float:
        return max(self.sizes.fact_icon, *(fact.height for fact in row))

    def draw(self, sketch: Sketch, box: Box) -> None:
        sizes, icon = self.sizes, self.sizes.fact_icon
        key = Box(box.x, box.y, box.width, self.key)
        draw_key_figure(sketch, self.card.key, key, KeySizes(sizes.key_figure, sizes.key_words, self.least))
        y, column = key.bottom + FACT_GAP, (box.width + COLUMN_GAP) / self.columns
        spare = box.height - self.height if self.columns == 1 else 0
        between = FACT_GAP + max(0.0, min(spare / max(1, len(self.rows)), 0.7 * icon))
        with sketch.tagged("L"):
            for row in self.rows:
                for index, fact in enumerate(row):
                    middle = y + self._row(row) / 2
                    fact.draw(sketch, box.x + index * column, middle, icon, ICON_GAP * icon)
                y += self._row(row) + between

    def room_after(self, fact: SetFact, wide: float) -> float:
        """The space from a fact's words to the next column, in `wide` points of width."""
        words = max(setting.width for setting in (fact.word, fact.note) if setting)
        return (wide + COLUMN_GAP) / self.columns - (1 + ICON_GAP) * self.sizes.fact_icon - words

    def corner_of(self, topic: str, box: Box) -> tuple[float, float] | None:
        """The upper left of the icon that is about a topic, for facts in this box."""
        y, column = box.y + self.key + FACT_GAP, (box.width + COLUMN_GAP) / self.columns
        for row in self.rows:
            for index, fact in enumerate(row):
                if fact.fact.topic == topic:
                    return box.x + index * column, y
            y += self._row(row) + FACT_GAP
        return None


def set_facts(
    card: StepCard, shown: Sequence[Fact], sizes: StepSizes, room: float, least: float, columns: int
) -> SetFacts | None:
    """Break key figure and facts into lines; None when a word is too long."""
    wide = (room - COLUMN_GAP * (columns - 1)) / columns - (1 + ICON_GAP) * sizes.fact_icon
    facts = [set_fact(fact, wide, sizes.fact, sizes.fact_note, least) for fact in shown]
    key_sizes = KeySizes(sizes.key_figure, sizes.key_words, least)
    high = max(USUAL_KEY * CAP * sizes.key_figure, key_figure_height(card.key, room, key_sizes) + KEY_AIR)
    placed = tuple(fact for fact in facts if fact)
    if len(placed) < len(facts) or not has_room(card.key, Size(room, high), key_sizes):
        return None
    return SetFacts(card, placed, sizes, columns, high, least)


def choose_facts(card: StepCard, most: int | None) -> tuple[Fact, ...]:
    """Hands, way, pressure and what else must stay; others only until there are `most`. The time is in the head."""
    facts = [fact for fact in card.facts if fact.topic != "time"]
    if most is None or len(facts) <= most:
        return tuple(facts)
    kept = [fact for fact in facts if fact.needed or fact.amount or fact.topic in MAIN_TOPICS]
    others = [fact for fact in facts if fact not in kept][: max(0, most - len(kept))]
    return tuple(fact for fact in facts if fact in kept or fact in others)


class SetTexts(Struct, frozen=True):
    """Text and question below the cue, broken into lines."""

    text: Setting | None
    ask: Setting | None

    @property
    def height(self) -> float:
        text = self.text.height if self.text else 0
        ask = max(self.ask.height, ASK_ICON * self.ask.size) if self.ask else 0
        between = TEXT_GAP * self.ask.size if self.text and self.ask else 0
        return text + between + ask

    def draw(self, sketch: Sketch, box: Box) -> None:
        y = box.y
        if self.text:
            with sketch.tagged("P"):
                y = sketch.draw_setting(box.x, y, self.text) + TEXT_GAP * self.text.size
        if self.ask:
            icon = ASK_ICON * self.ask.size
            alt = sketch.icon_alt("talk", " ".join(self.ask.lines))
            with sketch.beside_icon("P", "talk", alt, box.x, y, icon):
                middle = max(0, (icon - self.ask.height) / 2)
                sketch.draw_setting(box.x + ASK_INDENT * icon, y + middle, self.ask)


def set_cue(card: StepCard, sizes: StepSizes, room: float) -> Setting | None:
    """Break the cue into lines; None when a word is too long."""
    return fit(card.cue, "semibold", (sizes.cue, sizes.cue), (room, inf), CUE_LEADING, even=True)


def set_texts(details: str, ask: str, sizes: StepSizes, room: Size, least: float) -> SetTexts | None:
    """Break what is below the cue into lines, at the largest size that fits; None if none does."""
    for size in type_sizes(sizes.detail, least):
        text = fit(details, "regular", (size, size), room, LEADING) if details else None
        beside = room.width - ASK_INDENT * ASK_ICON * size
        question = fit(ask, "medium", (size, size), (beside, room.height), 1.15) if ask else None
        placed = SetTexts(text, question)
        whole = bool(text) == bool(details) and bool(question) == bool(ask)
        if whole and placed.height <= room.height + SLACK:
            return placed
    return None


class SetCaution(Struct, frozen=True):
    """A caution broken into lines, and the bar behind it."""

    setting: Setting

    @property
    def sign(self) -> float:
        return SIGN * self.setting.size

    @property
    def height(self) -> float:
        return max(self.sign, self.setting.height) + 2 * BAR_AIR * self.setting.size

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the bar at the foot of the box."""
        bar = Box(box.x, box.bottom - self.height, box.width, self.height)
        draw_caution_bar(sketch, self.setting, bar, self.sign, BAR_INDENT)


def set_caution(text: str, sizes: StepSizes, room: float, least: float) -> SetCaution | None:
    """Break a caution into lines: on one if it can be had, otherwise at the ends of its sentences."""
    size = sizes.caution
    across = room - SIGN * size - 3 * BAR_INDENT
    one = fit(text, "semibold", (size, max(least, size - 1)), (across, CAP * size + 1), 1.2)
    setting = one or fit(text, "semibold", (max(least, size - 1), least), (across, 8 * size), 1.2, even=True)
    return SetCaution(setting) if setting else None
